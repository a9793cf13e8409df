"""Refers to: publisher, kind and date together describe one document of the archive, or one that it lacks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator import edtf
from generator.model import Citation, Record, Wanted, first_day
from generator.relate.archive import Archive, Found, last_day
from generator.relate.citing import before, is_later, refer, refers

BASES = ("publisher+kind+date", "kind+date")
"""How a description is resolved: by the body that it names; without one by kind and date alone."""


_YOUR, _ARTICLE = re.compile(r"\b(?:your|ваш\w*)\s+(?:[\w-]+\s+)?$", re.IGNORECASE), 24
"""Before a letter of the one who is written to, and within how many code points."""


@dataclass(frozen=True, slots=True)
class _Issued:
    """The documents by a body, of a kind: those of one known day in order of days, and those of a vaguer date."""

    by_day: dict[tuple[str, str], list[Record]] = field(default_factory=lambda: defaultdict(list))
    vague: dict[tuple[str, str], list[Record]] = field(default_factory=lambda: defaultdict(list))


def relate(archive: Archive, found: Found) -> None:
    """Link each description to the one document that fits; where none does, it is wanted."""
    issued = _Issued()
    for record in archive.records:
        days = record.document.span
        group = issued.by_day if days and days[0] == days[1] else issued.vague
        for body in ("", *bodies_of(record)):
            group[body, record.document.kind or ""].append(record)
    for record, citation in archive.citations["description"]:
        if citation.date:
            _resolve(archive, found, record, replace(citation, date=_whole(citation.date, record)), issued)


def bodies_of(record: Record) -> set[str]:
    """The bodies that issued a document, or whose own it is."""
    return {body for body in (record.document.publisher, record.document.creator) if body}


def _whole(date: str, record: Record) -> str:
    """A day without a year (`its statement of 16 January`) is the last such day before the document's own."""
    own = first_day(record.document)
    if not date.startswith("XXXX") or not own:
        return date
    made = [date.replace("XXXX", f"{year:04}") for year in (int(own[:4]), int(own[:4]) - 1)]
    return next((day for day in made if edtf.valid(day) and day <= own), date)


def _resolve(archive: Archive, found: Found, record: Record, citation: Citation, issued: _Issued) -> None:
    told = edtf.span(citation.date or "")
    fitting = _fitting(record, citation, told, issued)
    to = found.one_of(other.document.id for other in fitting)
    if to and citation.publishers:
        reason = f"Its text names the body, the kind and the date: “{citation.at.quote}”"
        refer(archive, found, record, refers(to, BASES[0], "inferred", 0.9, reason, citation.at))
    elif to:
        reason = f"It is the one document of the kind and date that the text names: “{citation.at.quote}”"
        refer(archive, found, record, refers(to, BASES[1], "inferred", 0.85, reason, citation.at))
    elif not fitting and len(citation.publishers) == 1 and not _is_itself(record, citation, told):
        if any(True for _ in _of_another_kind(issued, citation, told)):
            return  # it may be what the body issued on that day under another word
        kind = citation.kinds[0] if len(citation.kinds) == 1 else None
        found.want(record.document.id, Wanted(citation.at, citation.publishers[0], kind, citation.date))


def _fitting(record: Record, citation: Citation, told: edtf.Span | None, issued: _Issued) -> list[Record]:
    """The documents that a description may mean; of one that names no body, those of the text's own body first."""
    if not told:
        return []
    near = [citation] if citation.publishers else []
    if not near and told[0] == told[1]:
        own = replace(citation, publishers=tuple(sorted(bodies_of(record))))
        is_yours = _YOUR.search(before(record, citation.at, _ARTICLE))
        near = [*([] if is_yours else [own]), replace(citation, publishers=("",))]
    for asked in near:
        found = [other for other in _of_day(issued, asked, told) if _may_be_meant(other, record, asked)]
        if found:
            return found
    return []


def _may_be_meant(other: Record, record: Record, citation: Citation) -> bool:
    if other is record or is_later(other, record):
        return False
    if citation.publishers == ("",):
        if _YOUR.search(before(record, citation.at, _ARTICLE)):
            return not bodies_of(record) & bodies_of(other)
        return bool(set(other.document.events) & set(record.document.events))
    return may_share_place(other, record)


def _of_another_kind(issued: _Issued, citation: Citation, told: edtf.Span | None) -> Iterator[Record]:
    """What the body issued on the day told, of another kind."""
    if told and told[0] == told[1]:
        for (body, kind), several in issued.by_day.items():
            if body == citation.publishers[0] and kind not in citation.kinds:
                yield from (record for record in several if first_day(record.document) == told[0])


def _of_day(issued: _Issued, citation: Citation, told: edtf.Span) -> Iterator[Record]:
    """The documents by body and kind whose date is among the days told, else those whose vaguer date allows them."""
    keys = [(body, kind) for body in citation.publishers for kind in citation.kinds]
    exact = []
    for key in keys:
        days = issued.by_day.get(key, [])
        first, last = (
            bisect_left(days, told[0] or "", key=_day),
            bisect_right(days, told[1] or "9999", key=_day),
        )
        exact += days[first:last]
    vague = [other for key in keys for other in issued.vague.get(key, ())]
    exact += [other for other in vague if _within(other.document.span, told)]
    yield from exact or (other for other in vague if _within(told, other.document.span))


def _day(record: Record) -> str:
    return first_day(record.document)


def _within(inner: edtf.Span | None, outer: edtf.Span | None) -> bool:
    """Whether the days that one date allows are among those of another, whose ends are known."""
    if not inner or not outer or not all(inner) or not all(outer):
        return False
    return str(outer[0]) <= str(inner[0]) and str(inner[1]) <= str(outer[1])


def _is_itself(record: Record, citation: Citation, told: edtf.Span | None) -> bool:
    """Whether a text speaks of itself, or of a document that is still to come."""
    own = record.document
    if citation.date == own.date or (told and last_day(record) and str(told[0] or "") > last_day(record)):
        return True
    return own.kind in citation.kinds and bool(bodies_of(record) & set(citation.publishers)) and _within(own.span, told)


def may_share_place(one: Record, other: Record) -> bool:
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
