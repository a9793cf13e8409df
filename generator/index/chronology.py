"""Documents and events in time: a lane for each body that issued most, and for each place where most happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator import edtf
from generator.authority import Authority, Event
from generator.figures import Chronology, Lane, Mark
from generator.model import Document, Record, is_inferred

_BODIES = 6
_PLACES = 3
"""So many have a lane of their own; the others share one."""

_Placed = Iterable[tuple[str | None, Mark]]
"""Marks, each with the lane that it asks for."""


def chronology(records: Sequence[Record], authority: Authority) -> Chronology:
    """The dated documents by the body that issued them, and the events that documents are about."""
    issued = list(_issued(records, authority))
    held = {event for record in records for event in record.document.events}
    return Chronology(
        bodies=_lanes(issued, _BODIES),
        events=_lanes(_happened(sorted(held), authority), _PLACES),
        undated=len(records) - len(issued),
    )


def _issued(records: Sequence[Record], authority: Authority) -> Iterator[tuple[str | None, Mark]]:
    for record in records:
        document = record.document
        first, last = document.span or (None, None)
        if edtf.sure_years(document.span):
            days = (first or last or "", last or first or "")
            yield _body(document, authority), Mark(document.id, *days, is_inferred(document))


def _body(document: Document, authority: Authority) -> str | None:
    """Whose lane a document stands in; a body that may not be named has none."""
    id = document.publisher or document.creator
    if not id:
        return None
    key = f"people/{id}" if f"people/{id}" in authority.entries else f"organisations/{id}"
    return None if authority.hides(key) else key


def _happened(events: Sequence[str], authority: Authority) -> Iterator[tuple[str | None, Mark]]:
    for id in events:
        event = authority.get(f"events/{id}")
        days = edtf.span(event.date or "") if isinstance(event, Event) and event.visibility == "public" else None
        if isinstance(event, Event) and days and (days[0] or days[1]):
            place = authority.country(event.place)
            key = f"places/{place}" if place and not authority.hides(f"places/{place}") else None
            yield key, Mark(event.key, days[0] or days[1] or "", days[1] or days[0] or "")


def _lanes(placed: _Placed, most: int) -> tuple[Lane, ...]:
    """The lanes with most marks, the fullest first; one that would be alone beside them keeps its name."""
    by_key: dict[str | None, list[Mark]] = defaultdict(list)
    for key, mark in placed:
        by_key[key].append(mark)
    named = sorted((key for key in by_key if key), key=lambda key: (-len(by_key[key]), key))
    kept = named if len(named) == most + 1 and None not in by_key else named[:most]
    rest = [mark for key in (None, *named[len(kept) :]) for mark in by_key.get(key, ())]
    lanes = [Lane(key, _in_time(by_key[key])) for key in kept]
    return (*lanes, *([Lane(None, _in_time(rest))] if rest else []))


def _in_time(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.first, mark.last, mark.key)))
