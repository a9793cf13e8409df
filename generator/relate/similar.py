"""Similar: both name the same people, bodies and places, weighted by how rare these are in the archive."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log

from generator.model import Link
from generator.relate.archive import Archive, Found

_FOLDERS = ("people/", "organisations/", "places/", "events/")
_MOST = 8
_FLOOR = 0.25
_FEWEST_SHARED = 2
_COMMON = 25
"""A name of more documents than this, or a tenth of the archive, says nothing of likeness."""


def relate(archive: Archive, found: Found) -> None:
    """Link each document to at most eight earlier ones that share rare names, with these as the reason."""
    names = {r.document.id: frozenset(_names(archive, r.document.id)) for r in archive.records}
    weight = _weights(names)
    norm = {id: sum(weight[name] ** 2 for name in own if name in weight) ** 0.5 for id, own in names.items()}
    holders: dict[str, list[str]] = defaultdict(list)
    for record in archive.records:
        id = record.document.id
        rare = sorted(name for name in names[id] if name in weight)
        for other, score, shared in _nearest(id, rare, holders, weight, norm):
            if frozenset((id, other)) not in found.pairs:
                found.add(id, Link(other, "similar", "names", "inferred", score, "|".join(shared)))
        for name in rare:
            holders[name].append(id)


def _names(archive: Archive, id: str) -> Iterator[str]:
    for mention in archive.by_id[id].mentions:
        if mention.entity.startswith(_FOLDERS):
            yield mention.entity


def _weights(names: dict[str, frozenset[str]]) -> dict[str, float]:
    """How much each name says: the logarithm of its rarity; common names are left out."""
    count = Counter(name for own in names.values() for name in own)
    common = max(_COMMON, len(names) / 10)
    total = len(names) + 1
    return {name: round(log(total / n), 1) for name, n in count.items() if 1 < n <= common}


def _nearest(
    id: str, rare: list[str], holders: dict[str, list[str]], weight: dict[str, float], norm: dict[str, float]
) -> list[tuple[str, float, list[str]]]:
    """The documents before this one that are most like it: id, cosine rounded to two places, shared names."""
    dot: dict[str, float] = defaultdict(float)
    shared: dict[str, list[str]] = defaultdict(list)
    for name in rare:
        for other in holders[name]:
            dot[other] += weight[name] ** 2
            shared[other].append(name)
    scored = [
        (other, round(product / (norm[id] * norm[other]), 2), shared[other])
        for other, product in dot.items()
        if len(shared[other]) >= _FEWEST_SHARED and norm[id] and norm[other]
    ]
    near = sorted((s for s in scored if s[1] >= _FLOOR), key=lambda s: (-s[1], s[0]))
    return [(other, score, sorted(names, key=lambda n: (-weight[n], n))[:5]) for other, score, names in near[:_MOST]]
