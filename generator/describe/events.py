"""The events that a document is about, weighed from kind, place, days and heads of mission.

An event is in question only where the text names its kind of vote and its place. Then a day of the event in the text,
a head of one of its missions, and a document's date near it count; where two fit equally well, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import edtf
from generator.authority import Event
from generator.describe.claims import Claim, inferred, stated
from generator.describe.date import printed
from generator.describe.lines import place_of
from generator.describe.reading import Reading
from generator.model import DateSpan, NameSpan, Place

_DAY, _DAY_WITHOUT_YEAR, _HEAD, _NEAR, _IN_TITLE = 4, 3, 3, 2, 1
_BEFORE, _BEHIND = 120, 210
"""Days before and behind a vote in which texts about it are usual: needs assessment to final report."""
_ENOUGH = 2
_VAGUE = ("given", "office", "generic")
"""Forms of names that several may bear: they prove nothing."""


@dataclass(frozen=True, slots=True)
class _Fit:
    event: Event
    score: int
    told: bool
    """Whether the text prints the event's own day."""
    at: Place


def claim(reading: Reading) -> Claim | None:
    """The event that fits best alone, and any other whose whole day the text prints."""
    fits = sorted(_fits(reading), key=lambda fit: (-fit.score, fit.event.id))
    if not fits:
        return None
    best = [fit for fit in fits if fit.score == fits[0].score]
    chosen = [fit for fit in fits if fit.told and fit.score >= _DAY] or (best if len(best) == 1 else [])
    if not chosen:
        return None
    ids = tuple(sorted(fit.event.id for fit in chosen))
    make = stated if chosen[0].told else inferred
    return make(ids, "event-day" if chosen[0].told else "event-fit", chosen[0].at)


def _fits(reading: Reading) -> Iterator[_Fit]:
    kinds = {c: span for span in reversed(reading.findings.names) for c in span.candidates if c.startswith("topics/")}
    named = {c for span in reading.findings.names if span.form not in _VAGUE for c in span.candidates}
    date: str | None = None
    for entry in reading.authority.folder("events"):
        if isinstance(entry, Event) and entry.date and entry.place:
            kind = _kind_at(reading, entry.kind, kinds)
            if kind and _place_named(reading, entry.place, named):
                date = date or _own_date(reading)
                fit = _weigh(reading, entry, kind, named, date)
                if fit.score >= _ENOUGH:
                    yield fit


def _weigh(reading: Reading, event: Event, kind: Place, named: set[str], date: str | None) -> _Fit:
    days = _days(event)
    whole = [d for d in reading.findings.dates if d.edtf in days]
    partial = [d for d in reading.findings.dates if d.edtf.startswith("XXXX-") and d.edtf[5:] in {x[5:] for x in days}]
    head = any(mission.head and f"people/{mission.head}" in named for mission in event.missions)
    near = _is_near(date, days)
    if date and not near and not whole:
        return _Fit(event, 0, False, kind)
    score = _DAY * bool(whole) + _DAY_WITHOUT_YEAR * bool(partial and not whole) + _HEAD * head + _NEAR * near
    score += _IN_TITLE * (kind.paragraph <= 2) if score else 0
    at = next((span.at for span in _first(whole, partial)), kind)
    return _Fit(event, score, bool(whole), at)


def _first(*groups: list[DateSpan]) -> list[DateSpan]:
    return next((group for group in groups if group), [])


def _own_date(reading: Reading) -> str | None:
    """The first day that the document's own date allows, where it has a year."""
    curated = reading.source.curated.get("date")
    found = curated or getattr(printed(reading), "value", None)
    days = edtf.span(str(found)) if found else None
    return days[0] if days else None


def _days(event: Event) -> set[str]:
    members = (event.date or "").strip("{}[]").replace("..", ",").replace("/", ",").split(",")
    return {day for day in members if edtf.is_day(day)}


def _is_near(date: str | None, days: set[str]) -> bool:
    return bool(date) and any(-_BEFORE <= edtf.days_between(day, date or day) <= _BEHIND for day in days)


def _place_named(reading: Reading, place: str, named: set[str]) -> bool:
    """Whether the text names the place or a body that sits within it, or the dateline lies within it."""
    if f"places/{place}" in named:
        return True
    bodies = [reading.authority.get(body) for body in reading.named("organisations")]
    seats = [reading.value("place"), *(getattr(body, "place", None) for body in bodies)]
    return any(place in reading.authority.surroundings(seat)[1:] for seat in seats)


def _kind_at(reading: Reading, kind: str | None, topics: dict[str, NameSpan]) -> Place | None:
    """Where the text names the kind of event first: a topic of that id, or the word itself."""
    if f"topics/{kind}" in topics:
        return topics[f"topics/{kind}"].at
    if not kind or reading.authority.get(f"topics/{kind}"):
        return None
    word = re.compile(rf"\b{re.escape(kind)}\b", re.IGNORECASE)
    found = ((block, word.search(block.text)) for block in reading.source.blocks)
    return next((place_of(block, *match.span()) for block, match in found if match), None)
