"""Where two texts have a passage in common: literally, with words left out, or with a few words altered.

Shingles that both hold are the seeds; seeds that follow each other in both texts are joined, and each join is grown
word by word at its ends. Method: the seeds and extensions of S. F. Altschul and others, 'Basic local alignment search
tool' (1990), with words for letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from generator.relate.features import RUN

_GAP, _CUT = 8, 40
"""Words between two seeds that may be altered in both texts; that may be left out of the earlier one."""
_EDITS = 3
"""Words in a row that may differ where a passage is grown."""
_AGAIN = 2
"""Words that must agree behind a difference."""

_OPEN = 8
"""Joins that are begun and may go on."""

Seed = tuple[int, int]
"""The words of the earlier and of the later text at which a common shingle begins."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an earlier text, and those of a later one that were taken from there (both from and to, in words)."""

    first: tuple[int, int]
    second: tuple[int, int]
    same: int
    """How many words agree, in the same order."""


def passages(first: Sequence[int], second: Sequence[int], seeds: Sequence[Seed]) -> list[Passage]:
    """The passages around seeds, in the order of the later text, none over another there; the words are hashes."""
    found: list[Passage] = []
    for join in _joins(sorted(seeds, key=lambda seed: (seed[1], seed[0]))):
        if not any(_within(join, passage) for passage in found):
            passage = _grown(first, second, join)
            if not any(passage.second[0] < p.second[1] and p.second[0] < passage.second[1] for p in found):
                found.append(passage)
    return sorted(found, key=lambda passage: passage.second)


def _within(join: Sequence[Seed], passage: Passage) -> bool:
    return passage.second[0] <= join[0][1] and join[-1][1] + RUN <= passage.second[1]


def _joins(seeds: Sequence[Seed]) -> Iterator[list[Seed]]:
    """Seeds that follow each other in both texts, with few words between, each in one join; the longest joins first."""
    open_: list[list[Seed]] = []
    for seed in seeds:
        for join in reversed(open_[-_OPEN:]):
            if _follows(join[-1], seed):
                join.append(seed)
                break
        else:
            open_.append([seed])
    yield from sorted(open_, key=lambda join: (-len(join), join[0][1]))


def _follows(last: Seed, seed: Seed) -> bool:
    first, second = seed[0] - last[0], seed[1] - last[1]
    return 0 < first <= RUN + _CUT and 0 < second <= RUN + _GAP and second - first <= _GAP


def _grown(first: Sequence[int], second: Sequence[int], join: Sequence[Seed]) -> Passage:
    start, end = join[0], (join[-1][0] + RUN, join[-1][1] + RUN)
    left = _grow(first, second, start[0] - 1, start[1] - 1, -1)
    right = _grow(first, second, end[0], end[1], 1)
    ones, others = (left[0] + 1, right[0]), (left[1] + 1, right[1])
    same = LCSseq.similarity(first[slice(*ones)], second[slice(*others)])
    return Passage(ones, others, same)


def _grow(first: Sequence[int], second: Sequence[int], at: int, to: int, step: int) -> tuple[int, int]:
    """Go on from a pair of words while they agree, over a few that do not; the pair behind the last that agreed."""
    while 0 <= at < len(first) and 0 <= to < len(second):
        if first[at] == second[to]:
            at, to = at + step, to + step
            continue
        beyond = _beyond(first, second, at, to, step)
        if beyond is None:
            break
        at, to = beyond
    return at, to


def _beyond(first: Sequence[int], second: Sequence[int], at: int, to: int, step: int) -> tuple[int, int] | None:
    """The nearest pair behind altered words from which some words agree again; None where there is none."""
    for skipped in range(1, 2 * _EDITS + 1):
        for one in range(max(0, skipped - _EDITS), min(_EDITS, skipped) + 1):
            pair = at + step * one, to + step * (skipped - one)
            if all(_agree(first, second, pair[0] + step * k, pair[1] + step * k) for k in range(_AGAIN)):
                return pair
    return None


def _agree(first: Sequence[int], second: Sequence[int], at: int, to: int) -> bool:
    return 0 <= at < len(first) and 0 <= to < len(second) and first[at] == second[to]
