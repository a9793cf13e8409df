"""All texts together, by number in order of time, as the relations that compare words look at them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator import edtf
from generator.model import Record
from generator.relate.features import FIGURES, RUN, Features, Hashes, features_of, hashes_of
from generator.relate.written import Written

_DOCUMENT_BITS = np.uint64(21)
_DOCUMENT = (np.uint64(1) << _DOCUMENT_BITS) - np.uint64(1)
"""The low bits of a packed hash: the number of the document, of at most two million."""

_AT_HAND = 400
"""Texts whose words are kept at hand."""
_RAREST = 3
"""Runs of a title by which the texts that may have it are told."""
_HALF = np.uint64(1 << 63)
"""Hashes below it are as many as those above."""
Value = TypeVar("Value")

Numbers = NDArray[np.int64]


class _AtHand(dict[int, Value]):
    """The last values asked for, so that not all are made at once."""

    def __call__(self, number: int, make: Callable[[], Value]) -> Value:
        if number not in self:
            if len(self) >= _AT_HAND:
                del self[next(iter(self))]
            self[number] = make()
        return self[number]


class Texts:
    """The records by number, the earlier first, and of each its features, day and issuer."""

    def __init__(self, records: Sequence[Record], features: Mapping[str, Features] | None = None) -> None:
        """Put the records in order of time; features that are not given are made."""
        given = features or {}
        self.records = sorted(records, key=when)
        self.number = {record.document.id: number for number, record in enumerate(self.records)}
        self.features = [given.get(record.document.id) or features_of(record) for record in self.records]
        self.days = np.array([_day(record) for record in self.records], dtype=np.int64)
        issuers: dict[str, int] = {}
        named = (record.document.publisher or record.document.creator for record in self.records)
        self.issuers = np.array([issuers.setdefault(n, len(issuers)) if n else -1 for n in named], dtype=np.int64)
        self.recurring: list[frozenset[int]] = [frozenset()] * len(self.records)
        """Of each document the places (from 0) of its blocks that are furniture."""
        self.family = np.arange(len(self.records), dtype=np.int64)
        """For each document the number of the first of its family, which is itself where it has none."""
        # It takes longest, and is made while the first relations look at other things.
        thread = ThreadPoolExecutor(1)
        runs = (several for features in self.features for several in (features.shingles, features.title[2]))
        self._shared_runs = thread.submit(Shared, list(runs), 2)
        thread.shutdown(wait=False)
        self._words: _AtHand[list[int]] = _AtHand()
        self._starts: _AtHand[list[int]] = _AtHand()
        self._written: _AtHand[Written] = _AtHand()

    def __len__(self) -> int:
        return len(self.records)

    @property
    def shared_runs(self) -> Shared:
        """The runs of words that stand in several texts."""
        return self._shared_runs.result()

    @cached_property
    def shared_words(self) -> Shared:
        """The words without figures that stand in several texts, outside recurring text."""
        each: list[Hashes] = []
        for number, features in enumerate(self.features):
            own = features.vocabulary
            if self.recurring[number]:
                core = self.core(number)
                own = np.unique(core[core & FIGURES == 0])
            each += (own, features.title[1])
        return Shared(each, 2)

    def with_figures(self, words: Sequence[str]) -> list[int]:
        """The texts that have one of some words, all of which have figures in them."""
        sought = np.concatenate([*(hashes_of(word) for word in words), _NONE])
        figures = np.concatenate([*(features.figures for features in self.features), _NONE])
        numbers = np.repeat(np.arange(len(self)), [len(features.figures) for features in self.features])
        having: list[int] = np.unique(numbers[np.isin(figures, sought[sought & FIGURES != 0])]).tolist()
        return having

    def that_say_titles(self, titles: Mapping[str, int]) -> dict[str, list[int]]:
        """For each folded title of three words and more, given a text that bears it, the texts that may say it.

        Its last word may have an ending there.
        """
        made: dict[str, list[int]] = {}
        for shared, part in ((self.shared_runs, 2), (self.shared_words, 1)):
            of = {t: p for t, n in titles.items() if t not in made and len(p := self.features[n].title[part])}
            places = shared.index(np.concatenate([*of.values(), _NONE]))
            end = 0
            for title, parts in of.items():
                own, end = places[end : end + len(parts)], end + len(parts)
                made[title] = shared.in_all(own) if own.min() >= 0 else []
        return made

    def counts(self, number: int) -> NDArray[np.bool_]:
        """Which words of a text count in comparisons: those outside recurring text."""
        features = self.features[number]
        kept = np.ones(len(features.words), dtype=bool)
        for block in self.recurring[number]:
            kept[features.starts[block] : features.starts[block + 1]] = False
        return kept

    def core(self, number: int) -> Hashes:
        """The words of a text that count."""
        return (
            self.features[number].words[self.counts(number)] if self.recurring[number] else self.features[number].words
        )

    def words(self, number: int) -> list[int]:
        """The words of a text as plain numbers; the last ones asked for are kept at hand."""
        return self._words(number, lambda: self.features[number].words.tolist())

    def block(self, number: int, word: int) -> int:
        """The place, from 0, of the block in which a word of a text stands."""
        return bisect_right(self._starts(number, lambda: self.features[number].starts.tolist()), word) - 1

    def written(self, number: int) -> Written:
        """The words of a text as they are written; the last ones asked for are kept at hand."""
        return self._written(number, lambda: Written(self.records[number], self.features[number].starts.tolist()))

    def digest(self, number: int) -> bytes:
        """What tells whether a text, as far as it counts, is the same as in an earlier build."""
        recurring = self.recurring[number]
        return self.features[number].digest + (repr(sorted(recurring)).encode() if recurring else b"")

    def apart(self, earlier: int, later: int) -> bytes:
        """The days between two texts, as part of what tells whether a pair is the same as in an earlier build."""
        one, other = int(self.days[earlier]), int(self.days[later])
        return repr(other - one if min(one, other) >= 0 else None).encode()

    def runs(self, number: int) -> tuple[Hashes, Numbers]:
        """The runs of a text that lie outside recurring text, and the word at which each begins."""
        features = self.features[number]
        places = np.arange(len(features.shingles))
        if self.recurring[number]:
            kept = self.counts(number)
            places = places[kept[: len(places)] & kept[RUN - 1 :][: len(places)]]
        return features.shingles[places], places


class Shared:
    """Hashes that stand in several documents, and in which."""

    def __init__(self, each: Sequence[Hashes], parts: int) -> None:
        """Sort all hashes of all documents together; `each` has those of one document, in so many parts."""
        packed = np.concatenate([*each, _NONE])
        packed &= ~_DOCUMENT
        packed |= np.repeat(np.arange(len(each), dtype=np.uint64) // np.uint64(parts), [len(hashes) for hashes in each])
        packed = _sorted(packed)
        packed = packed[begins(packed)]
        again = (packed[1:] ^ packed[:-1]) <= _DOCUMENT  # the same hash as the one before it
        packed = packed[np.append(again, False) | np.append(False, again)] if len(packed) else packed
        groups = packed >> _DOCUMENT_BITS
        first = np.flatnonzero(begins(groups))
        self.hashes: Hashes = groups[first]
        """The hashes, less their low bits, sorted."""
        self.count: Numbers = np.diff(np.append(first, len(groups)))
        """How many documents hold each hash."""
        self.first: Numbers = first
        """Where in `documents` those of each hash begin."""
        self.documents: Numbers = (packed & _DOCUMENT).astype(np.int64)
        """The documents of all hashes, one hash behind the other, each hash's in order of time."""

    def holders(self, at: int) -> Numbers:
        """The documents that hold the hash at a place in `hashes`."""
        return self.documents[self.first[at] : self.first[at] + self.count[at]]

    def in_all(self, places: Numbers) -> list[int]:
        """The documents that hold the rarest of some hashes, which tell most texts apart."""
        rarest = places[np.argsort(self.count[places], kind="stable")].tolist()
        held = self.holders(rarest[0])
        for at in rarest[1:_RAREST]:
            held = np.intersect1d(held, self.holders(at), assume_unique=True)
        return [int(number) for number in held]

    def index(self, hashes: Hashes) -> Numbers:
        """For each hash its place in `hashes`; -1 where one document alone holds it."""
        short = hashes >> _DOCUMENT_BITS
        if not len(self.hashes):
            return np.full(len(hashes), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self.hashes, short), len(self.hashes) - 1)
        return np.where(self.hashes[at] == short, at, -1)


def _sorted(values: Hashes) -> Hashes:
    """The values sorted, each half by a thread of its own."""
    low = values < _HALF
    halves = [values[low], values[~low]]
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(np.ndarray.sort, halves))
    return np.concatenate(halves)


def begins(values: Hashes | Numbers) -> NDArray[np.bool_]:
    """Where a run of equal values begins."""
    return np.concatenate([np.ones(min(1, len(values)), dtype=bool), values[1:] != values[:-1]])


def ranges(first: Numbers, count: Numbers) -> Numbers:
    """The places `first`, `first + 1`, … of each of several runs, `count` of each, one behind the other."""
    ends = np.cumsum(count)
    made: Numbers = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - (ends - count), count)
    return made


_NONE = np.zeros(0, dtype=np.uint64)
_EMPTY = np.zeros(0, dtype=np.int64)


def when(record: Record) -> tuple[str, bool, str]:
    """Where a text stands in time; of one day, one that reports what another body said stands behind.

    A text of which no day is known counts as the latest.
    """
    document = record.document
    days = [day for day in document.span or () if day]
    reports = bool(document.informant or document.republisher)
    return (days[0] if days else "9999-12-31"), reports, document.id


def _day(record: Record) -> int:
    """The day of a record as a number of days; -1 where none is known."""
    day = when(record)[0]
    return date.fromisoformat(day).toordinal() if day != "9999-12-31" and edtf.is_day(day) else -1
