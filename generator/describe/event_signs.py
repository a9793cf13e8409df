"""What a text says that may show which event it is about: kinds, places, days, heads of mission, papers, tense.

Nothing is weighed here; `events` does that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from generator import edtf
from generator.authority import Authority, Event
from generator.describe.date import printed
from generator.describe.event_words import MISSION, Habit, habit_of, hinted_tense, is_later_round, told_tense
from generator.describe.lines import place_of, sentence_at
from generator.describe.reading import Reading
from generator.model import DateSpan, NameSpan, Place

_VAGUE = ("given", "office", "generic")
"""Forms of names that several may bear: they prove nothing."""
_BESIDE = 40
"""Code points between a kind and its day, or between two kinds that share one."""
_MONTH = 31
"""Days that a date may leave open and still point to a day within it: a month, the stay of a delegation."""

_CLAUSE = re.compile(r"[^;:]*")
"""What may stand between a kind and its day."""
_LED = 60
"""Code points before a kind in which such words stand."""
_LONGEST_SENTENCE = 500
"""Code points before and behind a span within which its sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Tense:
    """On which side of an event a text stands: -1 before it, 1 after it, 0 where nothing says."""

    side: int
    sure: bool
    """Whether the words leave no other."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of document with its day, as a text speaks of another: `the final report of 3 April 2012`."""

    kind: str
    day: str
    at: Place


@lru_cache(maxsize=4)
def dated_events(authority: Authority) -> tuple[Event, ...]:
    """The events whose day and place are known; gathered once for an archive, since each document asks for them."""
    return tuple(e for e in authority.folder("events") if isinstance(e, Event) and e.date and e.place)


@lru_cache(maxsize=4)
def _telling(authority: Authority) -> frozenset[str]:
    """The entities that may show an event: kind, place, the heads of its missions, the papers that it leaves."""
    events = dated_events(authority)
    found = {f"topics/{event.kind}" for event in events} | {f"places/{event.place}" for event in events}
    found |= {f"people/{mission.head}" for event in events for mission in event.missions if mission.head}
    return frozenset(found | {f"kinds/{kind}" for event in events for kind in event.expects})


@lru_cache(maxsize=4)
def _words_for_kinds(authority: Authority) -> dict[str, re.Pattern[str]]:
    """The kinds of event that are a word and no topic, each with what finds it."""
    kinds = {event.kind for event in dated_events(authority) if event.kind}
    bare = sorted(kind for kind in kinds if f"topics/{kind}" not in authority.entries)
    return {kind: re.compile(rf"\b{re.escape(kind)}\b", re.IGNORECASE) for kind in bare}


@dataclass
class Signs:
    """What one text says; each is looked for when it is asked for first."""

    reading: Reading
    _tenses: dict[str, Tense] = field(default_factory=dict)
    _ranks: dict[tuple[str, str], int | None] = field(default_factory=dict)
    _bounds: dict[Place, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def _spans(self) -> dict[str, list[NameSpan]]:
        """The spans that name each entity that may show an event."""
        telling = _telling(self.reading.authority)
        found: dict[str, list[NameSpan]] = defaultdict(list)
        for span in self.reading.findings.names:
            for candidate in span.candidates:
                if candidate in telling:
                    found[candidate].append(span)
        return found

    def _named(self, key: str) -> list[NameSpan]:
        """The spans that name an entity by a name of its own."""
        return [span for span in self._spans.get(key, ()) if span.form not in _VAGUE]

    @cached_property
    def kinds(self) -> dict[str, list[Place]]:
        """Where the text names each kind of event."""
        found = {key.partition("/")[2]: [s.at for s in spans] for key, spans in self._of("topics/")}
        for kind, word in _words_for_kinds(self.reading.authority).items():
            blocks = self.reading.source.blocks
            found[kind] = [place_of(block, *match.span()) for block in blocks for match in word.finditer(block.text)]
        return {kind: places for kind, places in found.items() if places}

    def _of(self, folder: str) -> Iterator[tuple[str, list[NameSpan]]]:
        return ((key, spans) for key, spans in self._spans.items() if key.startswith(folder))

    def place_rank(self, place: str, kind: str | None) -> int | None:
        """How the text names a place; None where it does not.

        2 beside that kind of event, 1 elsewhere or in the dateline, 0 by the seat of a body that it names.
        """
        key = place, kind or ""
        if key not in self._ranks:
            self._ranks[key] = self._rank(*key)
        return self._ranks[key]

    def _rank(self, place: str, kind: str) -> int | None:
        own = [line.place for line in self.reading.datelines]
        spans = self._named(f"places/{place}")
        prose = [span.at for span in spans if span not in own]
        if any(self._share_sentence(at, named) for at in self.kinds.get(kind, ()) for named in prose):
            return 2
        around = self.reading.authority.surroundings
        if spans or place in around(self.reading.value("place")):
            return 1
        bodies = (self.reading.authority.get(body) for body in self.reading.named("organisations"))
        return 0 if any(place in around(getattr(body, "place", None)) for body in bodies) else None

    @cached_property
    def date(self) -> tuple[str, str] | None:
        """The first and last day that the document's own date allows, where both are known."""
        found = self.reading.source.curated.get("date") or getattr(printed(self.reading), "value", None)
        first, last = (edtf.span(str(found)) if found else None) or (None, None)
        return (first, last) if first and last else None

    def days_of(self, event: Event, days: Collection[str], rivals: Collection[str]) -> tuple[list[DateSpan], ...]:
        """Where the text prints a day of the event: whole, and without its year or as one of a few days.

        `rivals` are kinds of other events of that place and day: a day that stands with one of them alone is not this
        event's.
        """
        short = {day[5:] for day in days}
        whole, rest = [], []
        for span in self.reading.findings.dates:
            if span.edtf in days:
                whole.append(span)
            elif (span.edtf.startswith("XXXX-") and span.edtf[5:] in short) or _holds(span.edtf, days):
                rest.append(span)
        return self._bound(whole, event, rivals), self._bound(rest, event, rivals)

    def _bound(self, spans: list[DateSpan], event: Event, rivals: Collection[str]) -> list[DateSpan]:
        if not rivals or not spans:
            return spans
        beside = [self._kinds_beside(span.at, {event.kind or "", *rivals}) for span in spans]
        return [span for span, kinds in zip(spans, beside, strict=True) if event.kind in kinds or not any(beside)]

    def _kinds_beside(self, day: Place, kinds: Collection[str]) -> set[str]:
        """The kinds that a day belongs to: the nearest in its sentence, and what is joined to that one."""
        text = self.reading.block(day.paragraph).text
        named = [(at, kind) for kind in kinds for at in self.kinds.get(kind, ()) if self._share_sentence(at, day)]
        named = [(at, kind) for at, kind in named if _CLAUSE.fullmatch(text[slice(*_gap_of(at, day))])]
        if not named:
            return set()
        nearest, _ = min(named, key=lambda pair: (_between(pair[0], day), pair[1]))
        dates = [date.at for date in self.reading.dates_in(day.paragraph)]
        return {kind for at, kind in named if at == nearest or _joined(at, nearest, dates)}

    @cached_property
    def heads(self) -> dict[str, list[Place]]:
        """Where the text names the heads of missions, by id."""
        named = ((key.partition("/")[2], self._named(key)) for key, _ in self._of("people/"))
        return {id: [span.at for span in spans] for id, spans in named if spans}

    def leader(self, id: str | None) -> Place | None:
        """Where a sentence that names the head of a mission speaks of missions or votes."""
        return next((at for at in self.heads.get(id or "", ()) if MISSION.search(self._sentence(at))), None)

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """The other documents, of kinds that events leave, that the text tells the day of."""
        return tuple(
            Paper(key.partition("/")[2], day.edtf, self._from_to(span.at, day.at))
            for key, spans in self._of("kinds/")
            for span in spans
            for day in self.reading.dates_in(span.at.paragraph)
            if 0 <= day.at.start - span.at.end <= _BESIDE and edtf.is_day(day.edtf)
            if self._share_sentence(span.at, day.at)
        )

    def _from_to(self, first: Place, last: Place) -> Place:
        return place_of(self.reading.block(first.paragraph), first.start, last.end)

    @property
    def habit(self) -> Habit:
        """When documents of this one's kind come out."""
        return habit_of(self.reading.authority, self.reading.value("kind"))

    def tense(self, kind: str | None) -> Tense:
        """On which side of an event of that kind the text stands, by the words beside the kind.

        Where they do not say it, the document's own kind may: an interim report comes before a vote.
        """
        key = kind or ""
        if key not in self._tenses:
            self._tenses[key] = self._tense(self.kinds.get(key, ()))
        return self._tenses[key]

    def _tense(self, kinds: Sequence[Place]) -> Tense:
        around = [self._around(at) for at in kinds]
        for sure, said in (
            (True, {told_tense(*words) for words in around} - {0}),
            (True, {self.habit.tense} - {0}),
            (False, {hinted_tense(before) for before, _ in around} - {0}),
        ):
            if said:
                return Tense(said.pop(), sure) if len(said) == 1 else Tense(0, False)
        return Tense(0, False)

    def later_round(self, kind: str | None) -> bool:
        """Whether the text speaks of a second round beside that kind of event."""
        return any(is_later_round(self._sentence(at)) for at in self.kinds.get(kind or "", ()))

    def _around(self, at: Place) -> tuple[str, str]:
        """The words of the sentence right before a span, and those behind it."""
        text = self.reading.block(at.paragraph).text
        start, end = self._sentence_at(at)
        return text[max(start, at.start - _LED) : at.start], text[at.end : end]

    def _sentence(self, at: Place) -> str:
        return self.reading.block(at.paragraph).text[slice(*self._sentence_at(at))]

    def _share_sentence(self, one: Place, other: Place) -> bool:
        if one.paragraph != other.paragraph:
            return False
        start, end = self._sentence_at(one)
        return start <= other.start < end

    def _sentence_at(self, at: Place) -> tuple[int, int]:
        """The bounds of the sentence around a span; kept, since each event asks for the same ones."""
        if at not in self._bounds:
            first = max(0, at.start - _LONGEST_SENTENCE)
            around = self.reading.block(at.paragraph).text[first : at.end + _LONGEST_SENTENCE]
            start, end = sentence_at(around, at.start - first, at.end - first)
            self._bounds[at] = first + start, first + end
        return self._bounds[at]


def _holds(date: str, days: Collection[str]) -> bool:
    """Whether a month, or a few days, hold one of these days."""
    span = edtf.span(date) if not edtf.is_day(date) else None
    if not span or not span[0] or not span[1] or edtf.days_between(span[0], span[1]) > _MONTH:
        return False
    return any(span[0] <= day <= span[1] for day in days)


def _gap_of(one: Place, other: Place) -> tuple[int, int]:
    """The bounds of what stands between two spans."""
    return min(one.end, other.end), max(one.start, other.start)


def _between(one: Place, other: Place) -> int:
    return max(one.start - other.end, other.start - one.end)


def _joined(one: Place, other: Place, dates: Sequence[Place]) -> bool:
    """Whether two kinds stand close together, with no day between that would be the first one's."""
    start, end = sorted((one, other), key=lambda at: at.start)
    return _between(one, other) <= _BESIDE and not any(start.end <= at.start < end.start for at in dates)
