"""How like two texts are as wholes, word by word; and whether one is a copy of the other, or both fill in one form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import LCSseq, Levenshtein
from rapidfuzz.fuzz import ratio

from generator.alignment import words_of
from generator.model import Record
from generator.relate.texts import Texts

_COPY, _COPY_OF = 0.7, 0.35
"""The shares of the later and of the earlier text that a copy has in common with it."""
_LONGER, _WHOLE = 0.55, 0.9
"""Or: the earlier text stands in it nearly whole, and makes more than half of it."""
_FEWEST_WORDS = 20
_SPELLING = 60
"""From so many in a hundred on, two names are spellings of one (rapidfuzz)."""
_OFTEN, _MISREAD = 2, 85
"""Places at which the same name stands for the same other one; and a likeness that slips of spelling have."""
_OTHER_CHANGES = 2
"""Words that two filled forms may differ in beside what was filled in."""
_SLOT = 8
"""Words that are filled in at one place."""
_SHORT = 200
"""Words of a text in which another figure makes another form; in a longer one it is a correction."""
_BLOCKS, _OWN_WORDS, _ALIKE = 2, 12, 0.4
"""Blocks that are alike in two texts of which each has so many words of its own, and how alike these are at most."""
_SOON = 30
"""Days within which a publisher prints a text again."""
_FACTS = ("date", "published", "place", "publisher", "creator", "informant", "republisher")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts have in common."""

    of_earlier: float
    """The share of the earlier text's words that stand in the later one, in the same order."""
    of_later: float
    """The share of the later text's words that come from the earlier one."""
    is_form: bool
    """Whether they differ in what was filled in alone: a name, a date, a figure."""

    @property
    def is_copy(self) -> bool:
        """Whether the later text is a copy of the earlier one, cut, added to or altered."""
        most = self.of_later >= _COPY and self.of_earlier >= _COPY_OF
        whole = self.of_later >= _LONGER and self.of_earlier >= _WHOLE
        return (most or whole) and not self.is_form


Change = tuple[int, int, int, int]
"""Words of the earlier text, from and to, and those that stand for them in the later one."""


def likeness(texts: Texts, earlier: int, later: int) -> Likeness:
    """How like two texts are, recurring text left out."""
    first, second = texts.core(earlier), texts.core(later)
    if min(len(first), len(second)) < _FEWEST_WORDS or len(np.intersect1d(first, second)) < _FEWEST_WORDS // 2:
        return Likeness(0, 0, False)
    changes = _changes(first.tolist(), second.tolist())
    same = len(first) - sum(change[1] - change[0] for change in changes)
    shares = same / len(first), same / len(second)
    is_like = shares[1] >= _LONGER and shares[0] >= _COPY_OF
    rules = (_is_again, _share_a_block_alone, _is_form)
    is_form = is_like and any(rule(texts, earlier, later, changes) for rule in rules)
    return Likeness(*shares, is_form=is_form)


def _share_a_block_alone(texts: Texts, earlier: int, later: int, _: Sequence[Change]) -> bool:
    """Whether all that two texts share is a block or two, beside words of their own that have nothing in common."""
    same = set(texts.features[earlier].blocks.tolist()) & set(texts.features[later].blocks.tolist()) - {0}
    if not 1 <= len(same) <= _BLOCKS:
        return False
    rests = [_rest(texts, number, same) for number in (earlier, later)]
    fewest = min(map(len, rests))
    return fewest >= _OWN_WORDS and LCSseq.similarity(*rests) < _ALIKE * fewest


def _rest(texts: Texts, number: int, without: set[int]) -> list[int]:
    """The words of a text outside some of its blocks."""
    features = texts.features[number]
    kept = [at for at, block in enumerate(features.blocks.tolist()) if block not in without]
    return [word for at in kept for word in features.words[features.starts[at] : features.starts[at + 1]].tolist()]


def _is_again(texts: Texts, earlier: int, later: int, _: Sequence[Change]) -> bool:
    """Whether one publisher filled in its form again, with the same names on another day: most of it recurs."""
    issuers, days = texts.issuers, texts.days
    if issuers[earlier] != issuers[later] or issuers[later] < 0 or days[later] - days[earlier] <= _SOON:
        return False
    return any(2 * len(texts.core(number)) < len(texts.features[number].words) for number in (earlier, later))


def _changes(first: Sequence[int], second: Sequence[int]) -> list[Change]:
    """The places where the words differ, by the fewest changes."""
    changes: list[Change] = []
    for op in Levenshtein.opcodes(first, second):
        if op.tag != "equal":
            follows = changes and (changes[-1][1], changes[-1][3]) == (op.src_start, op.dest_start)
            start = changes.pop() if follows else (op.src_start, 0, op.dest_start, 0)
            changes.append((start[0], op.src_end, start[2], op.dest_end))
    return changes


def _is_form(texts: Texts, earlier: int, later: int, changes: Sequence[Change]) -> bool:
    """Whether names or figures were filled in, and little else differs between the ends of the texts."""
    ones, others = _Core(texts, earlier), _Core(texts, later)
    names = figures = rest = 0
    filled: Counter[tuple[str, str]] = Counter()
    for a, b, c, d in changes:
        if ones.is_name(a, b) and others.is_name(c, d) and not (ones.is_figure(a, b) or others.is_figure(c, d)):
            filled[" ".join(ones.folded(a, b)), " ".join(others.folded(c, d))] += 1
        at_end = a == c == 0 or (b == len(ones) and d == len(others))
        if ones.is_outside(a, b) and others.is_outside(c, d):
            continue
        if ones.is_name(a, b) and others.is_name(c, d):
            if ratio(" ".join(ones.folded(a, b)), " ".join(others.folded(c, d))) < _SPELLING:
                figures += ones.is_figure(a, b)
                names += not ones.is_figure(a, b)
        else:
            rest += 0 if at_end else max(b - a, d - c)  # copies are cut and added to at the ends
    # The same other name at each of its places is another one, however little the spelling differs.
    if any(count >= _OFTEN and ratio(*pair) < _MISREAD for pair, count in filled.items()):
        return True
    little = rest <= max(_OTHER_CHANGES, names)
    return little and (names > 0 or (figures > 0 and len(ones) < _SHORT))


class _Core:
    """The words of a text that count, as they are written."""

    def __init__(self, texts: Texts, number: int) -> None:
        self._text = texts.written(number)
        self._places = np.flatnonzero(texts.counts(number)).tolist()
        self._told = frozenset(_told_words(texts.records[number]))

    def __len__(self) -> int:
        return len(self._places)

    def folded(self, start: int, end: int) -> list[str]:
        return [word for at in self._places[start:end] for word in self._text.folded(at, at + 1)]

    def is_outside(self, start: int, end: int) -> bool:
        """Whether copies differ in the words: those of a title, or by which date, place or issuer are known."""
        places, words = self._places[start:end], self.folded(start, end)
        text, told = self._text, self._told
        return all(w in told or text.is_in_opening(at) or text.is_head(at) for at, w in zip(places, words, strict=True))

    def is_name(self, start: int, end: int) -> bool:
        """Whether the words are few, with a name or figure among them."""
        return end - start <= _SLOT and any(map(self._text.is_name, self._places[start:end]))

    def is_figure(self, start: int, end: int) -> bool:
        """Whether all names among the words are figures."""
        named = [at for at in self._places[start:end] if self._text.is_name(at)]
        return bool(named) and all(self._text.folded(at, at + 1)[0][0].isdigit() for at in named)


def _told_words(record: Record) -> Iterator[str]:
    for name in _FACTS:
        evidence = record.document.evidence.get(name)
        if evidence and evidence.quote:
            yield from (word.folded for word in words_of(evidence.quote))
    issuers = {record.document.publisher, record.document.republisher, record.document.creator} - {None}
    for mention in record.mentions:
        if mention.at and mention.entity.partition("/")[2] in issuers:
            yield from (word.folded for word in words_of(mention.at.quote))
