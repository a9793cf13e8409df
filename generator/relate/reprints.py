"""Reprints: families of nearly the same text, and who was first.

MinHash and its bands propose pairs; word by word alignment confirms them. Forms that differ in a name, and texts that
share nothing but recurring text, are no reprints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from generator.model import Link
from generator.relate.archive import COPIES, Archive, Found
from generator.relate.features import BANDS, ROWS, sketch_of
from generator.relate.likeness import likeness
from generator.relate.texts import Texts

_FEWEST_WORDS = 20
_PROPOSED = 12
"""With so many earlier texts each is compared at most: those most like it by their sketches."""
_CROWD = 400


def relate(archive: Archive, found: Found) -> None:
    """Link each copy to the first that it is a copy of, and tell in `texts.family` which that is."""
    texts = archive.texts
    for source, link in found.links:  # what the curator says, and versions, which are known by their address
        if link.relation in COPIES:
            _join(texts, texts.number[source], texts.number[link.to])
    for number, others in enumerate(_proposed(archive)):
        like = next((like for other in _likely(texts, number, others) if (like := _like(archive, other, number))), None)
        if like:
            _join(texts, number, like.other)
            to = texts.records[like.other].document.id
            reason = f"{round(100 * like.of_later)} % of its words stand in the same order in the other"
            link = Link(to, "reprint-of", "alignment", "inferred", like.score, reason)
            found.add(texts.records[number].document.id, link)


def _likely(texts: Texts, number: int, others: Sequence[int]) -> list[int]:
    """The first of each family that is proposed, then the others; none of its own family."""
    own = texts.family[number]
    strangers = [other for other in others if texts.family[other] != own]
    return list(dict.fromkeys([*(int(texts.family[other]) for other in strangers), *strangers]))


def _join(texts: Texts, later: int, earlier: int) -> None:
    """Make one family of two."""
    one, other = int(texts.family[earlier]), int(texts.family[later])
    texts.family[(texts.family == one) | (texts.family == other)] = min(one, other)


@dataclass(frozen=True, slots=True)
class _Copy:
    other: int
    of_later: float

    @property
    def score(self) -> float:
        return round(min(0.99, 0.7 + 0.3 * self.of_later), 2)


def _like(archive: Archive, earlier: int, later: int) -> _Copy | None:
    """The later text as a copy of an earlier one, where it is one."""
    texts = archive.texts
    of = texts.digest(earlier), texts.digest(later), texts.apart(earlier, later)
    like = archive.memo.get("likeness", lambda: likeness(texts, earlier, later), *of)
    return _Copy(earlier, like.of_later) if like.is_copy else None


def _proposed(archive: Archive) -> Iterator[list[int]]:
    """For each text the earlier ones that may be nearly the same, the likest first.

    Method: P. Indyk, R. Motwani, 'Approximate nearest neighbors' (1998), over MinHash sketches.
    """
    index = RMinHashLSH(0.5, BANDS * ROWS, BANDS)
    sketches = [_sketch(archive, number) for number in range(len(archive.texts))]
    for number, sketch in enumerate(sketches):
        near: list[int] = []
        if len(archive.texts.core(number)) >= _FEWEST_WORDS:
            near = sorted(set(index.query(sketch)))[-_CROWD:]
            index.insert(number, sketch)
        alike = {other: sketch.jaccard(sketches[other]) for other in near}
        yield sorted(near, key=lambda other: (-alike[other], other))[:_PROPOSED]


def _sketch(archive: Archive, number: int) -> RMinHash:
    """The sketch of a text without what recurs."""
    texts = archive.texts
    if not texts.recurring[number]:
        return texts.features[number].sketch
    return archive.memo.get("sketch", lambda: sketch_of(texts.runs(number)[0]), texts.digest(number))
