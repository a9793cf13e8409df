"""Who occurs with what: the people and bodies that stand in the documents of each heading, and in how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain

from generator.address import entry_key

WHO = ("people", "organisations")
"""The folders of those that are counted."""
_FIRST = 12
"""So many people, and so many bodies, are kept for a heading."""
_MANY = 20
"""From so many documents on, who stands in more than half of them is left out: it would stand on every page."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Someone who occurs with a heading."""

    key: str
    documents: int
    """In so many documents both stand."""


@dataclass(frozen=True, slots=True)
class Together:
    """Who occurs with each heading, and who was left out because more than half of all documents name it."""

    neighbours: Mapping[str, tuple[Neighbour, ...]]
    """By heading: people, then bodies, in each those with the most documents first."""
    everywhere: tuple[str, ...]


def together(headings: Mapping[str, Sequence[str]], ranked: Sequence[str]) -> Together:
    """Who occurs with each heading.

    Args:
        headings: the ids of the documents of each heading.
        ranked: all people and bodies in the order in which equals stand.
    """
    everywhere = tuple(_everywhere(headings, ranked))
    left_out = frozenset(everywhere)
    named: dict[str, list[int]] = {}
    for rank, key in enumerate(ranked):
        for document in headings[key] if key not in left_out else ():
            named.setdefault(document, []).append(rank)
    found = {key: tuple(_nearest(key, documents, named, ranked)) for key, documents in headings.items()}
    return Together(found, everywhere)


def _everywhere(headings: Mapping[str, Sequence[str]], ranked: Sequence[str]) -> Iterable[str]:
    everything = len(set(chain.from_iterable(headings.values())))
    return (key for key in ranked if everything >= _MANY and 2 * len(headings[key]) > everything)


def _nearest(
    key: str, documents: Sequence[str], named: Mapping[str, Sequence[int]], ranked: Sequence[str]
) -> Iterable[Neighbour]:
    counts = Counter(chain.from_iterable(named.get(document, ()) for document in documents))
    itself = entry_key(key)
    for folder in WHO:
        others = (
            (-n, rank) for rank, n in counts.items() if ranked[rank].startswith(folder) and ranked[rank] != itself
        )
        yield from (Neighbour(ranked[rank], -less) for less, rank in nsmallest(_FIRST, others))
