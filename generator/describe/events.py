"""The events that a document is about, weighed from kind, place, days, heads of mission and the papers that it names.

An event is in question where the text names its place and its kind of vote; where it names no kind at all, the head of
one of its missions, or the day of a paper that such an event leaves, may stand for the kind. Then a day of the event in
the text, a head, a paper and a document's date near it count. Of events that fit equally well the tense, the kind of
document and the nearest day choose; where they do not, none is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator import edtf
from generator.authority import Event
from generator.describe.claims import Claim, inferred, stated
from generator.describe.event_signs import Paper, Signs, Tense, dated_events
from generator.describe.event_words import BEFORE, BEHIND, Habit, habit_of, is_later_round
from generator.describe.reading import Reading
from generator.model import Place

_DAY, _DAY_IN_PART, _HEAD, _PAPER, _NEAR, _NEAR_BY_YEAR, _IN_TITLE = 4, 3, 3, 3, 2, 1, 1
_QUARTER = 92
"""A date that allows more days than these places a document in its year, no nearer."""
_ENOUGH = 2
_CLEARLY = 3
"""How many times as far the next event must be than the nearest."""
_CLOSE = 30
"""Days within which the nearest event is taken, where no word says on which side of it the text stands."""


@dataclass(frozen=True, slots=True)
class _Fit:
    event: Event
    score: int
    told: bool
    """Whether the text prints the event's own day."""
    at: Place
    place: int
    """How the text names the place."""
    gap: int | None
    """Days from the event to the document, or to the paper that it names; negative before the event."""
    tense: Tense
    habit: Habit
    """When the document, or the paper, comes out."""
    by_paper: bool
    """Whether it is the paper alone that shows it."""


def claim(reading: Reading) -> Claim | None:
    """The event that fits best alone, and any other whose whole day the text prints."""
    if not dated_events(reading.authority):
        return None
    signs = Signs(reading)
    fitting = _fits(signs)
    found = [fit for fit in fitting if not fit.by_paper] or fitting
    fits = [fit for fit in found if not any(_outdone(fit, other) for other in found)]
    chosen = [fit for fit in fits if fit.told] or _best(fits, signs)
    if not chosen:
        return None
    ids = tuple(sorted(fit.event.id for fit in chosen))
    first = min(chosen, key=lambda fit: (-fit.score, fit.event.id))
    make = stated if first.told else inferred
    return make(ids, "event-day" if first.told else "event-fit", first.at)


def _fits(signs: Signs) -> list[_Fit]:
    """The events that the text may be about, each with what speaks for it."""
    fits: list[_Fit] = []
    if not (signs.kinds or signs.heads or signs.papers):
        return fits
    for event in dated_events(signs.reading.authority):
        kinds = signs.kinds.get(event.kind or "", [])
        if kinds or (not signs.kinds and _stands_for_kind(signs, event)):
            rank = signs.place_rank(event.place or "", event.kind)
            fit = _weigh(signs, event, kinds, rank) if rank is not None else None
            if fit and fit.score >= _ENOUGH:
                fits.append(fit)
    return fits


def _stands_for_kind(signs: Signs, event: Event) -> bool:
    """Whether a head of one of its missions, near its day, or a paper that it leaves does."""
    if _near(signs.date, days_of(event)) and any(signs.leader(mission.head) for mission in event.missions):
        return True
    return _paper(signs, event, days_of(event)) is not None


def _weigh(signs: Signs, event: Event, kinds: Sequence[Place], rank: int) -> _Fit | None:
    """What speaks for an event whose place the text names; None where its days are too far from the document's."""
    days = days_of(event)
    whole, part = signs.days_of(event, days, _rivals(signs, event, days))
    head = next((signs.leader(m.head) or signs.heads[m.head][0] for m in event.missions if m.head in signs.heads), None)
    near, paper = _near(signs.date, days), _paper(signs, event, days)
    if signs.date and not near and not whole and not paper:
        return None
    shown = [span.at for span in whole or part] or list(kinds) or ([head] if head else [])
    if paper and not near and not whole:
        habit = habit_of(signs.reading.authority, paper.kind)
        lies = _nearest(days, paper.day)
        return _Fit(event, _PAPER, False, paper.at, rank, lies, Tense(habit.tense, True), habit, by_paper=True)
    gap, tense = _gap(signs.date, days), signs.tense(event.kind)
    proof = _DAY * bool(whole) + _DAY_IN_PART * bool(part and not whole) + _HEAD * bool(head)
    if not proof and gap and tense.sure and gap * tense.side < 0:
        return None  # near it, but the text speaks of another: of the next one, or of the last
    score = proof + near
    score += _IN_TITLE * bool(score and kinds and kinds[0].paragraph <= 2)
    at = next(iter(shown), paper.at if paper else None)
    return _Fit(event, score, bool(whole), at, rank, gap, tense, signs.habit, by_paper=False) if at else None


def _rivals(signs: Signs, event: Event, days: Collection[str]) -> set[str]:
    """The other kinds of event that the text names and that the same place has on the same day."""
    return {
        other.kind
        for other in dated_events(signs.reading.authority)
        if other.kind and other.kind != event.kind and other.kind in signs.kinds and other.place == event.place
        if not days_of(other).isdisjoint(days)
    }


def _outdone(fit: _Fit, other: _Fit) -> bool:
    """Whether another event has the same to say for it in a place that the text names better."""
    if other.place <= fit.place or other.score < fit.score:
        return False
    return not fit.told or (other.told and other.at == fit.at)


def _best(fits: Sequence[_Fit], signs: Signs) -> list[_Fit]:
    """The one event that fits best, if there is one: by its score, by the round, by the side and distance in time."""
    best = [fit for fit in fits if fit.score == max(f.score for f in fits)]
    if len(best) > 1 and signs.later_round(best[0].event.kind):
        best = [fit for fit in best if is_later_round(fit.event.name)] or best
    if len(best) < 2:
        return best
    if any(fit.gap is None for fit in best):
        return []
    ordered = sorted((fit for fit in best if _on_its_side(fit)), key=lambda fit: abs(fit.gap or 0))
    if not ordered or not _is_meant(ordered[0], ordered[1:]):
        return []
    nearer = any(abs(fit.gap or 0) <= abs(ordered[0].gap or 0) for fit in best if fit is not ordered[0])
    return [] if nearer and not ordered[0].tense.sure else ordered[:1]


def _on_its_side(fit: _Fit) -> bool:
    """Whether the event lies where the text says, and where documents of the kind look for it."""
    gap = fit.gap or 0
    return gap * fit.tense.side >= 0 and fit.habit.first <= gap <= fit.habit.last


def _is_meant(nearest: _Fit, others: Sequence[_Fit]) -> bool:
    """Whether the nearest of several events must be meant, since the others are much further away."""
    distance = abs(nearest.gap or 0)
    if not others:
        return bool(nearest.tense.side) or distance <= _CLOSE
    if nearest.habit.tense and not nearest.habit.close:
        return False  # final reports of two votes a few weeks apart may come out in any order
    clearly = all(abs(other.gap or 0) >= _CLEARLY * max(distance, 1) for other in others)
    return clearly and (bool(nearest.tense.side) or distance <= _CLOSE)


@lru_cache(maxsize=4096)
def _days_in(date: str) -> frozenset[str]:
    members = date.strip("{}[]").replace("..", ",").replace("/", ",").split(",")
    return frozenset(day for day in members if edtf.is_day(day))


def days_of(event: Event) -> frozenset[str]:
    """The whole days that an event's date names: one, several, or the first and last of an interval."""
    return _days_in(event.date or "")


def _near(date: tuple[str, str] | None, days: Collection[str]) -> int:
    """What a document's date is worth: nothing where it is far from the event, less where only its year is known."""
    if not date:
        return 0
    first, last = date
    within = (edtf.days_between(day, last) >= -BEFORE and edtf.days_between(day, first) <= BEHIND for day in days)
    if not any(within):
        return 0
    return _NEAR if edtf.days_between(first, last) <= _QUARTER else _NEAR_BY_YEAR


def _gap(date: tuple[str, str] | None, days: Collection[str]) -> int | None:
    return _nearest(days, date[0]) if date and date[0] == date[1] else None


def _nearest(days: Collection[str], date: str) -> int:
    """Days from the nearest of the event's days to a date."""
    return min((edtf.days_between(day, date) for day in sorted(days)), key=abs)


def _paper(signs: Signs, event: Event, days: Collection[str]) -> Paper | None:
    """The paper, of a kind that such an event leaves, that the text names with a day on the right side of the event."""
    for paper in signs.papers if days and event.expects else ():
        habit = habit_of(signs.reading.authority, paper.kind)
        if paper.kind in event.expects and habit.first <= _nearest(days, paper.day) <= habit.last:
            return paper
    return None
