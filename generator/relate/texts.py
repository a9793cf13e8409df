"""All texts together, by number in order of time, as the relations that compare words look at them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator import edtf
from generator.model import Record
from generator.relate.features import FIGURES, RUN, Features, Hashes, features_of, hash_of, hashes_of
from generator.relate.memo import Memo
from generator.relate.shared import NONE, Numbers, Shared, are_in, unique
from generator.relate.written import Written

_AT_HAND = 400
"""Texts whose words are kept at hand."""
Value = TypeVar("Value")


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

    def __init__(self, records: Sequence[Record], features: Mapping[str, Features], memo: Memo) -> None:
        """Put the records in order of time; features that are not given are made."""
        self.memo = memo
        self.records = sorted(records, key=when)
        self.number = {record.document.id: number for number, record in enumerate(self.records)}
        self.features = [features.get(record.document.id) or features_of(record) for record in self.records]
        self.days = np.array([_day(record) for record in self.records], dtype=np.int64)
        issuers: dict[str, int] = {}
        named = (record.document.publisher or record.document.creator for record in self.records)
        self.issuers = np.array([issuers.setdefault(n, len(issuers)) if n else -1 for n in named], dtype=np.int64)
        self.recurring: list[frozenset[int]] = [frozenset()] * len(self.records)
        """Of each document the places (from 0) of its blocks that are furniture."""
        self.family = np.arange(len(self.records), dtype=np.int64)
        """For each document the number of the first of its family, which is itself where it has none."""
        self._words: _AtHand[list[int]] = _AtHand()
        self._starts: _AtHand[list[int]] = _AtHand()
        self._written: _AtHand[Written] = _AtHand()

    def __len__(self) -> int:
        return len(self.records)

    @cached_property
    def shared_runs(self) -> Shared:
        """The runs of words that stand in several texts."""
        of = [self._id(number) + features.digest for number, features in enumerate(self.features)]
        all_ = self.memo.packed("runs", of, lambda n: (self.features[n].shingles, self.features[n].title[2]))
        return Shared(all_, of)

    @cached_property
    def shared_words(self) -> Shared:
        """The words without figures that stand in several texts, outside recurring text."""
        of = [self._id(number) + self.digest(number) for number in range(len(self))]
        return Shared(self.memo.packed("words", of, self._vocabulary), of)

    def _id(self, number: int) -> bytes:
        return f"{self.records[number].document.id} ".encode()

    def _vocabulary(self, number: int) -> tuple[Hashes, Hashes]:
        features = self.features[number]
        if not self.recurring[number]:
            return features.vocabulary, features.title[1]
        core = self.core(number)
        return core[core & FIGURES == 0], features.title[1]

    def with_figures(self, words: Sequence[str]) -> list[int]:
        """The texts that have one of some words, all of which have figures in them."""
        sought = np.concatenate([*(hashes_of(word) for word in words), NONE])
        figures = np.concatenate([*(features.figures for features in self.features), NONE])
        numbers = np.repeat(np.arange(len(self)), [len(features.figures) for features in self.features])
        having: list[int] = np.unique(numbers[are_in(figures, unique(sought[sought & FIGURES != 0]))]).tolist()
        return having

    def that_say_titles(self, bearers: Sequence[int]) -> tuple[Numbers, Numbers]:
        """Titles of three words and more, by their places in `bearers`, each with the texts that may say it.

        Given is a text that bears each title. Its last word may have an ending where it is said.
        """
        titles = [self.features[number].title for number in bearers]
        by_words = [nth for nth, title in enumerate(titles) if not len(title[2])]
        by_runs = [nth for nth, title in enumerate(titles) if len(title[2])]
        found = []
        for shared, part, of in ((self.shared_runs, 2, by_runs), (self.shared_words, 1, by_words)):
            hashes: list[Hashes] = [titles[nth][part] for nth in of]  # type: ignore[misc]  # the parts are both hashes
            groups = np.repeat(np.array(of, dtype=np.int64), list(map(len, hashes)))
            found.append(shared.in_all(shared.index(np.concatenate([*hashes, NONE])), groups))
        return np.concatenate([f[0] for f in found]), np.concatenate([f[1] for f in found])

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

    @cached_property
    def digests(self) -> Hashes:
        """The same of all documents, as hashes: two of the same text are two, since links tell them apart."""
        each = (hash_of(self._id(number) + self.digest(number)) for number in range(len(self)))
        return np.fromiter(each, dtype=np.uint64, count=len(self))

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
