"""Two texts side by side, piece by piece: which paragraph or sentence of one answers to which of the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.alignment import WORD, folded_word

Bag = Counter[str]
Row = tuple[tuple[int, ...], tuple[int, ...]]
"""Pieces of the first text, and those of the second that answer to them; either may be empty."""

_COMMON = 12
"""A word that stands in more pieces than this does not propose a pair."""
_ALIKE = 0.5
"""So much of their words two pieces share (Dice) that are one piece in two forms."""


def pairs(firsts: Sequence[str], seconds: Sequence[str]) -> list[tuple[int, int]]:
    """The pieces that answer to each other, by the words that they share; their order is the same in both texts.

    Method: of all pairs that share enough, the heaviest chain that rises in both texts (G. Jacobson and K.-P. Vo,
    'Heaviest increasing/common subsequence problems', 1992). Only pairs with a word in common that is not everywhere
    are looked at, so that the work grows with the length of the texts, not with its square.
    """
    return _pairs([_bag(text) for text in firsts], [_bag(text) for text in seconds])


def _pairs(ones: Sequence[Bag], others: Sequence[Bag]) -> list[tuple[int, int]]:
    return _heaviest(sorted(_edges(ones, others), key=lambda edge: (edge[0], -edge[1])), len(others))


def _bag(text: str) -> Bag:
    return Counter(map(folded_word, WORD.findall(text))) or Counter([text.strip()])


def _edges(ones: Sequence[Bag], others: Sequence[Bag]) -> Iterator[tuple[int, int, float]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for j, bag in enumerate(others):
        for word in (*bag, _whole(bag)):
            holders[word].append(j)
    for i, bag in enumerate(ones):
        proposed = [holders[word] for word in (*bag, _whole(bag)) if word in holders]
        for j in {j for several in proposed if len(several) <= _COMMON for j in several}:
            likeness = _dice(bag, others[j])
            if likeness >= _ALIKE:
                yield i, j, likeness * bag.total()


def _whole(bag: Bag) -> str:
    """All words of a piece as one: pieces of common words alone are found by it."""
    return " ".join(bag.elements())


def _dice(one: Bag, other: Bag) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())


def _heaviest(edges: Sequence[tuple[int, int, float]], width: int) -> list[tuple[int, int]]:
    """The heaviest chain of edges that rises strictly in both ends; best ends so far in a Fenwick tree."""
    best: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    before: list[int] = []
    for n, (_, j, weight) in enumerate(edges):
        reached, at = (0.0, -1), j
        while at:
            reached, at = max(reached, best[at]), at & (at - 1)
        before.append(reached[1])
        at = j + 1
        while at <= width:
            best[at] = max(best[at], (reached[0] + weight, n))
            at += at & -at
    chain, at = [], max(best)[1]
    while at >= 0:
        chain.append(edges[at][:2])
        at = before[at]
    return chain[::-1]


def rows(firsts: Sequence[str], seconds: Sequence[str]) -> list[Row]:
    """Both texts whole, row by row; a piece that the other text divides stands beside all its parts."""
    ones, others = [_bag(text) for text in firsts], [_bag(text) for text in seconds]
    made: list[Row] = []
    i = j = 0
    for one, other in [*_pairs(ones, others), (len(firsts), len(seconds))]:
        made += [((n,), ()) for n in range(i, one)]
        made += [((), (n,)) for n in range(j, other)]
        if one < len(firsts):
            made.append(((one,), (other,)))
        i, j = one + 1, other + 1
    return _joined(made, ones, others)


def _joined(made: Sequence[Row], ones: Sequence[Bag], others: Sequence[Bag]) -> list[Row]:
    """The rows, each lone piece joined to the pair before or behind it where both sides are more alike with it."""
    kept: list[Row] = []
    for row in made:
        if kept and _gains(kept[-1], row, ones, others):
            kept[-1] = (kept[-1][0] + row[0], kept[-1][1] + row[1])
        else:
            kept.append(row)
    return kept


def _gains(before: Row, row: Row, ones: Sequence[Bag], others: Sequence[Bag]) -> bool:
    whole, lone = (before, row) if all(before) else (row, before)
    if not all(whole) or all(lone):
        return False
    together = before[0] + row[0], before[1] + row[1]
    return _alike(together, ones, others) > _alike(whole, ones, others)


def _alike(row: Row, ones: Sequence[Bag], others: Sequence[Bag]) -> float:
    return _dice(_sum(ones, row[0]), _sum(others, row[1]))


def _sum(bags: Sequence[Bag], which: Sequence[int]) -> Bag:
    total: Bag = Counter()
    for n in which:
        total.update(bags[n])
    return total
