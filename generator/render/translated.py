"""Which paragraphs of a translation answer to which of the original: by their length and the figures in them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.render.pairing import Row

_VARIANCE = 6.8
"""Of the characters that one character becomes (Gale and Church)."""
_BEADS = {(1, 1): 0.89, (1, 0): 0.0049, (0, 1): 0.0049, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
"""How many paragraphs become how many, and how often that is so (Gale and Church)."""
_FIGURE = 3.0
"""How much a figure that stands in both counts, as a logarithm of odds; one that stands in one alone counts against."""
_MARGIN = 30
"""So many paragraphs one text may run ahead of the other, beyond an even pace."""

_FIGURES = re.compile(r"\d+")


def rows(firsts: Sequence[str], seconds: Sequence[str]) -> list[Row]:
    """Both texts whole, row by row, in order.

    Method: W. A. Gale and K. W. Church, 'A program for aligning sentences in bilingual corpora' (1993), over
    paragraphs, and with the figures that both have; within a band around an even pace, so that long texts are quick.
    """
    ones, others = [_measure(text) for text in firsts], [_measure(text) for text in seconds]
    pace = _total(others) / max(1, _total(ones))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i, j in _band(len(firsts), len(seconds)):
        options = []
        for (take, give), share in _BEADS.items():
            before = best.get((i - take, j - give))
            if before:
                cost = _cost(ones[i - take : i], others[j - give : j], pace) - math.log(share)
                options.append((before[0] + cost, (take, give)))
        if options:
            best[i, j] = min(options)
    return _walked(best, len(firsts), len(seconds))


Measure = tuple[int, Counter[str]]
"""The length of a paragraph in characters, and its figures."""


def _measure(text: str) -> Measure:
    return len(text), Counter(_FIGURES.findall(text))


def _total(measures: Sequence[Measure]) -> int:
    return sum(length for length, _ in measures)


def _band(height: int, width: int) -> Iterator[tuple[int, int]]:
    """The cells near the diagonal, row by row, but the first; both corners are among them."""
    for i in range(height + 1):
        even = i * width // max(1, height)
        low, high = (0, width) if not height else (max(0, even - _MARGIN), min(width, even + _MARGIN))
        yield from ((i, j) for j in range(low, high + 1) if (i, j) != (0, 0))


def _cost(ones: Sequence[Measure], others: Sequence[Measure], pace: float) -> float:
    """How unlikely it is that these are translations of each other, as a negative logarithm."""
    length, other = _total(ones), _total(others)
    if not ones or not others:
        return 0.0
    delta = abs(other - length * pace) / math.sqrt(_VARIANCE * max(1, length))
    here, there = _figures(ones), _figures(others)
    shared = (here & there).total()
    apart = max(here.total(), there.total()) - shared
    return min(_FARTHEST, -math.log(max(math.erfc(delta / math.sqrt(2)), _LEAST))) + _FIGURE * (apart - shared)


_LEAST = 1e-12
_FARTHEST = 25.0
"""No difference in length costs more: a paragraph may be told in few words."""


def _figures(measures: Sequence[Measure]) -> Counter[str]:
    found: Counter[str] = Counter()
    for _, figures in measures:
        found.update(figures)
    return found


def _walked(best: dict[tuple[int, int], tuple[float, tuple[int, int]]], height: int, width: int) -> list[Row]:
    made: list[Row] = []
    i, j = height, width
    while (i, j) != (0, 0):
        take, give = best[i, j][1]
        made.append((tuple(range(i - take, i)), tuple(range(j - give, j))))
        i, j = i - take, j - give
    return made[::-1]
