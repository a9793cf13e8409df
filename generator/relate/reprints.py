"""Reprints: families of nearly the same text, and who was first.

MinHash and its bands propose pairs; word by word alignment confirms them. Forms that differ in a name, and texts that
share nothing but recurring text, are no reprints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from generator.model import Link
from generator.relate.archive import Archive, Found
from generator.relate.features import BANDS, ROWS, sketch_of
from generator.relate.likeness import likeness

_FEWEST_WORDS = 20
_PROPOSED = 12
"""With so many earlier texts each is compared at most: those most like it by their sketches."""
_CROWD = 400


def relate(archive: Archive, found: Found) -> None:
    """Link each copy to the first that it is a copy of, and tell in `texts.family` what families there are by now."""
    texts = archive.texts
    ids = [record.document.id for record in texts.records]
    for number, others in enumerate(_proposed(archive)):
        likely = [texts.number[other] for other in _likely(found, ids[number], [ids[other] for other in others])]
        like = next((like for other in likely if (like := _like(archive, other, number))), None)
        if like:
            reason = f"{round(100 * like.of_later)} % of its words stand in the same order in the other"
            link = Link(ids[like.other], "reprint-of", "alignment", "inferred", like.score, reason)
            found.add(ids[number], link)
    texts.family[:] = [texts.number[found.head(id)] for id in ids]


def _likely(found: Found, id: str, others: Sequence[str]) -> list[str]:
    """The first of each family that is proposed, then the others; none of its own family."""
    own = found.head(id)
    strangers = [other for other in others if found.head(other) != own]
    return list(dict.fromkeys([*map(found.head, strangers), *strangers]))


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
