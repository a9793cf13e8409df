"""Refers to: publisher, kind and date together describe one document of the archive, or one that it lacks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from generator import edtf
from generator.model import Citation, Link, Record, Wanted
from generator.relate.archive import Archive, Found, first_day


def relate(archive: Archive, found: Found) -> None:
    """Link each description to the one document that fits; where none does, it is wanted."""
    issued: dict[str, list[Record]] = defaultdict(list)
    for record in archive.records:
        for body in {record.document.publisher, record.document.creator} - {None}:
            issued[body or ""].append(record)
    for record in archive.records:
        for citation in record.citations:
            if citation.form == "description":
                _resolve(record, replace(citation, date=_whole(citation.date, record)), issued, found)


def _whole(date: str | None, record: Record) -> str | None:
    """A day without a year (`its statement of 16 January`) is the last such day before the document's own."""
    own = first_day(record)
    if not date or not date.startswith("XXXX") or not own:
        return date
    made = [date.replace("XXXX", f"{year:04}") for year in (int(own[:4]), int(own[:4]) - 1)]
    return next((day for day in made if edtf.valid(day) and day <= own), date)


def _resolve(record: Record, citation: Citation, issued: dict[str, list[Record]], found: Found) -> None:
    candidates = {r.document.id: r for body in citation.publishers for r in issued[body] if _fits(r, record, citation)}
    if len(candidates) == 1:
        to = next(iter(candidates))
        reason = f"Its text names the body, the kind and the date: “{citation.at.quote}”"
        found.add(
            record.document.id, Link(to, "refers-to", "publisher+kind+date", "inferred", 0.9, reason, citation.at)
        )
    elif not candidates and len(citation.publishers) == 1 and citation.date != record.document.date:
        kind = citation.kinds[0] if len(citation.kinds) == 1 else None
        want = Wanted(citation.at, citation.publishers[0], kind, citation.date)
        found.wanted.append((record.document.id, want))


def _fits(candidate: Record, citing: Record, citation: Citation) -> bool:
    """Whether kind and date agree, and the candidate existed when the citing document was written."""
    if candidate is citing or candidate.document.kind not in citation.kinds or not citation.date:
        return False
    if not _may_share_place(candidate, citing):
        return False
    told, has = edtf.span(citation.date), candidate.document.span
    if not told or not has or first_day(candidate) > (first_day(citing) or "9999"):
        return False
    return (told[0] or "") <= (has[0] or "") and (has[1] or "9999") <= (told[1] or "9999")


def _may_share_place(one: Record, other: Record) -> bool:
    """Whether both are of one event or name a common place, or one names none.

    A body may issue reports of one kind on two countries in one day.
    """
    if set(one.document.events) & set(other.document.events):
        return True
    places, others = (
        {mention.entity for mention in record.mentions if mention.entity.startswith("places/")}
        for record in (one, other)
    )
    return not places or not others or bool(places & others)
