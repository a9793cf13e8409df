"""Refers to: a kind of document that is spoken of as known, as `the Statement` or `our interim report`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Citation, Link, Record, first_day
from generator.relate.archive import Archive, Found
from generator.relate.by_description import BASES, bodies_of
from generator.relate.citing import before, refer, refers, text_of
from generator.relate.quotes import BASES as QUOTED
from generator.text import words

_Issued = Mapping[tuple[str, str, str], Sequence[Record]]
"""The documents by body, kind and event."""
_FULLER = (*BASES, "title")
_BEFORE = 30
_ITSELF = re.compile(r"\b(?:this|настоящ\w+|эт\w{1,2}|данн\w+|бұл|бул|bu|осы)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_OURS = re.compile(r"\b(?:our|наш\w*|біздің|биздин|bizim)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_FUTURE = re.compile(
    r"\b(?:will|shall|would|is to|are to|to be|plans?|planned|intends?|expected|due|forthcoming|upcoming|awaits?"
    r"|awaited|future|буд[еу]т\w*|планиру\w+|намерен\w*|ожида\w+|предстоящ\w+|подготов[ия]т)\b",
    re.IGNORECASE,
)
"""Words of a sentence that may speak of what is not there yet."""


def relate(archive: Archive, found: Found) -> None:
    """Link each mention to what the text referred to more fully before, else to the one document that fits.

    Nothing is said where the text may mean itself, or a document that is still to come.
    """
    issued = _issued(archive.records)
    fuller = _by_source(found, "refers-to", _FULLER)
    quotations = _by_source(found, "quotes", QUOTED)
    for record, citation in archive.citations["mention"]:
        id = record.document.id
        if found.cites(id, citation.at) or _means_itself(record, citation) or _is_to_come(record, citation):
            continue
        _resolve(archive, found, record, citation, fuller.get(id, ()), quotations.get(id, ()), issued)


def _issued(records: Iterable[Record]) -> _Issued:
    issued: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for record in records:
        for body in bodies_of(record):
            for event in record.document.events:
                issued[body, record.document.kind or "", event].append(record)
    return issued


def _by_source(found: Found, relation: str, bases: Sequence[str]) -> dict[str, list[Link]]:
    """For each document its links of a relation that are known by such means."""
    links: dict[str, list[Link]] = {}
    for source, link in found.links:
        if link.relation == relation and link.basis in bases and link.at:
            links.setdefault(source, []).append(link)
    return links


def _resolve(
    archive: Archive,
    found: Found,
    record: Record,
    citation: Citation,
    fuller: Sequence[Link],
    quotations: Sequence[Link],
    issued: _Issued,
) -> None:
    bodies = set(citation.publishers) or _own_bodies(record, citation)
    taken_up = {link.to for link in fuller if _is_taken_up(archive, citation, link, bodies)}
    quoted = {link.to for link in quotations if _is_of_kind(archive.by_id[link.to], citation, bodies)}
    if quoted and not taken_up:
        to, score, reason = found.one_of(quoted), 0.9, "Its text quotes the document"
    elif taken_up:
        to, score, reason = found.one_of(taken_up), 0.9, "Its text spoke of the document more fully before"
    else:
        several = _on_event(issued, bodies, record, citation)
        fitting = [other for other in several if _is_earlier(archive, other, record)]
        to = found.one_of(other.document.id for other in fitting)
        score, reason = 0.85, "It is the one document of this kind by the body on the same event"
    if to:
        refer(archive, found, record, refers(to, "mention", "inferred", score, reason, citation.at))


def _is_taken_up(archive: Archive, citation: Citation, link: Link, bodies: set[str]) -> bool:
    """Whether a mention can take up a reference that stands before it: the same kind, and no other body."""
    target, place = archive.by_id[link.to].document, link.at
    if place is None or (place.paragraph, place.end) > (citation.at.paragraph, citation.at.start):
        return False
    if bodies and not bodies & {target.publisher, target.creator}:
        return False
    said = words(citation.at.quote)
    return target.kind in citation.kinds or (len(said) == 1 and said[0] in words(place.quote))


def _is_of_kind(target: Record, citation: Citation, bodies: set[str]) -> bool:
    """Whether a mention may be of a document that the text quotes: it is of that kind, and by that body."""
    said, kind = words(citation.at.quote), target.document.kind or ""
    alike = kind in citation.kinds or (len(said) == 1 and said[0] == kind.rpartition("-")[2])
    return alike and (not bodies or bool(bodies & bodies_of(target)))


def _on_event(issued: _Issued, bodies: set[str], record: Record, citation: Citation) -> Iterator[Record]:
    for body in bodies:
        for kind in citation.kinds:
            for event in record.document.events:
                yield from issued.get((body, kind, event), ())


def _is_earlier(archive: Archive, other: Record, record: Record) -> bool:
    """Whether both are dated, and the other stands before the text that may mention it."""
    dated = bool(first_day(other.document) and first_day(record.document))
    return dated and archive.rank[other.document.id] < archive.rank[record.document.id]


def _own_bodies(record: Record, citation: Citation) -> set[str]:
    """Whose document `our report` is."""
    own = record.document.creator or record.document.publisher
    return {own} if own and _OURS.search(before(record, citation.at, _BEFORE)) else set()


def _means_itself(record: Record, citation: Citation) -> bool:
    """Whether the words may mean the text in which they stand: it is of that kind, or they say `this`."""
    if _ITSELF.search(before(record, citation.at, _BEFORE)):
        return True
    own, said = record.document, words(citation.at.quote)
    alike = own.kind in citation.kinds or (len(said) == 1 and said[0] in (own.kind or "").split("-"))
    return alike and (not citation.publishers or bool(bodies_of(record) & set(citation.publishers)))


def _is_to_come(record: Record, citation: Citation) -> bool:
    """Whether the sentence may speak of a document that is still to be made."""
    at = citation.at
    first = _SENTENCE.split(before(record, at, 200))[-1]
    rest = _SENTENCE.split(text_of(record, at)[at.end : at.end + 120])[0]
    return bool(_FUTURE.search(first[-100:]) or _FUTURE.search(rest[:60]))
