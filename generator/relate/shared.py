"""Which texts share a word or a run of words: hashes sorted over all of them, and kept from build to build."""

from __future__ import annotations

import mmap
import pickle
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.relate.features import Hashes
from generator.store import UNREADABLE, write_if_changed

Numbers = NDArray[np.int64]
Integers = TypeVar("Integers", Hashes, Numbers)

_DOCUMENT_BITS = np.uint64(21)
_DOCUMENT = (np.uint64(1) << _DOCUMENT_BITS) - np.uint64(1)
"""The low bits of a packed hash: the number of the document, of at most two million."""
_PLACE = _DOCUMENT_BITS.astype(np.int64)
_HALF = np.uint64(1 << 63)
"""Hashes below it are as many as those above."""
_FEW = 10
"""Of so many documents one may be another than in the last build: where more are, all is sorted anew."""
_LONG = 8
"""Bytes of a number."""
_RAREST = 3
"""Hashes of several by which the documents that may hold all are told."""

Make = Callable[[int], tuple[Hashes, ...]]
"""Gives the hashes of a document by its number, in several parts."""


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """The hashes of all documents, sorted: in each the high bits of a hash, and which document it is of."""

    of: tuple[bytes, ...]
    """What tells whether a document is the same as in another build; the hashes have its place in this row."""
    hashes: Hashes
    """Each once for a document, as they were last sorted from nothing."""
    several: Hashes
    """Those that more than one document has: of the documents in `of`, also where these came later."""

    @classmethod
    def made(cls, of: Sequence[bytes], make: Make) -> Packed:
        """All hashes sorted; `make` gives those of a document by its place in `of`."""
        hashes = _packed(make, range(len(of)), 0)
        return cls(tuple(of), hashes, _several(hashes))

    def updated(self, of: Sequence[bytes], make: Make) -> Packed | None:
        """What several documents have, with those that are new, which stand last; None where these are too many.

        Of all hashes only those are looked at that a new document has too: most are of one document alone.
        """
        known = set(self.of)
        new = [place for place, key in enumerate(of) if key not in known]
        if _FEW * (len(self.of) + len(new) - len(of) + len(new)) > len(of):
            return None
        more = _packed(make, new, len(self.of))
        least = more & ~_DOCUMENT
        at = np.searchsorted(self.hashes, least)
        held = np.searchsorted(self.hashes, least | _DOCUMENT, side="right") - at
        first_again = unique(self.hashes[at[held == 1]])  # each was of one document alone
        shared = np.sort(np.concatenate([first_again, more[held > 0], _several(more[held == 0])]))
        several = np.insert(self.several, np.searchsorted(self.several, shared), shared)
        return Packed((*self.of, *(of[place] for place in new)), self.hashes, several)

    def write(self, path: Path, program: str) -> None:
        """Keep them in a file of their own, after a hash of the program."""
        head = pickle.dumps((program, self.of, len(self.hashes)), protocol=5)
        head += bytes(-len(head) % _LONG)
        arrays = self.hashes.tobytes() + self.several.tobytes()
        write_if_changed(path, len(head).to_bytes(_LONG, "little") + head + arrays)

    @classmethod
    def read(cls, path: Path, program: str) -> Packed | None:
        """What such a file keeps, of which only what is looked at is read; None for one of another program, or none."""
        try:
            with path.open("rb") as file:
                head = int.from_bytes(file.read(_LONG), "little")
                kept_by, of, length = pickle.loads(file.read(head))
                raw = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                all_ = np.frombuffer(raw, dtype=np.uint64, offset=_LONG + head)
                if kept_by != program or len(all_) < length:
                    return None
                file.seek(_LONG + head + _LONG * length)
                return cls(of, all_[:length], np.fromfile(file, dtype=np.uint64))
        except (OSError, *UNREADABLE):
            return None


def _packed(make: Make, places: Sequence[int], first: int) -> Hashes:
    """The hashes of some documents, which get the numbers from `first` on."""
    each = [make(place) for place in places]
    packed = np.concatenate([*(hashes for parts in each for hashes in parts), NONE])
    packed &= ~_DOCUMENT
    numbers = np.arange(first, first + len(each), dtype=np.uint64)
    packed |= np.repeat(numbers, [sum(map(len, parts)) for parts in each])
    packed = _sorted(packed)
    return packed[begins(packed)]


def _several(packed: Hashes) -> Hashes:
    """The hashes that more than one document has."""
    again = (packed[1:] ^ packed[:-1]) <= _DOCUMENT  # the same hash as the one before it
    return packed[np.append(again, False) | np.append(False, again)] if len(packed) else packed


class Shared:
    """Hashes that stand in several documents, and in which."""

    def __init__(self, all_: Packed, of: Sequence[bytes]) -> None:
        """Leave out what one document alone has; `of` tells what documents there are, by number."""
        numbers = {key: number for number, key in enumerate(of)}
        number = np.array([numbers.get(key, -1) for key in all_.of], dtype=np.int64)
        # Millions stand here: each further copy of them is felt after one more document.
        packed = all_.several & ~_DOCUMENT
        documents = number[(all_.several & _DOCUMENT).view(np.int64)]
        packed |= documents.view(np.uint64)
        gone = bool((number < 0).any())
        if gone:
            packed = packed[documents >= 0]
        packed.sort(kind="stable")  # hardly anything is out of order, but what is new: then this is the fastest
        if gone:
            packed = _several(packed)
        groups = packed >> _DOCUMENT_BITS
        first = np.flatnonzero(begins(groups))
        self.hashes: Hashes = groups[first]
        """The hashes, less their low bits, sorted."""
        self.count: Numbers = np.diff(np.append(first, len(groups)))
        """How many documents hold each hash."""
        self.first: Numbers = first
        """Where in `documents` those of each hash begin."""
        packed &= _DOCUMENT
        self.documents: Numbers = packed.view(np.int64)
        """The documents of all hashes, one hash behind the other, each hash's in order of time."""

    @cached_property
    def _held(self) -> Numbers:
        """Of each document the place of a hash and its own number as one number, sorted."""
        return np.repeat(np.arange(len(self.hashes)) << _PLACE, self.count) | self.documents

    def in_all(self, places: Numbers, groups: Numbers) -> tuple[Numbers, Numbers]:
        """The documents that hold the rarest hashes of each of several groups, which tell most texts apart.

        Given are the place in `hashes` of each hash, and its group, sorted; a group with the place -1 has none. They
        come as two arrays, of groups and documents.
        """
        whole = np.ones(int(groups.max()) + 1 if len(groups) else 0, dtype=bool)
        whole[groups[places < 0]] = False
        places, groups = places[whole[groups]], groups[whole[groups]]
        places = places[np.lexsort((self.count[places], groups))]
        first = np.flatnonzero(begins(groups))
        size = np.diff(np.append(first, len(groups)))
        rarest = places[first]
        group = np.repeat(np.arange(len(first)), self.count[rarest])
        documents = self.documents[ranges(self.first[rarest], self.count[rarest])]
        for nth in range(1, _RAREST):
            also = np.where(size > nth, places[np.minimum(first + nth, len(places) - 1)], rarest)
            held = self._are_held(also[group], documents)
            group, documents = group[held], documents[held]
        return groups[first][group], documents

    def _are_held(self, places: Numbers, documents: Numbers) -> NDArray[np.bool_]:
        """Whether each document holds the hash at a place in `hashes`."""
        return are_in(places << _PLACE | documents, self._held)

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


def unique(values: Hashes) -> Hashes:
    """Each value once, sorted; for millions of hashes much faster than NumPy's own, which tells values by hashing."""
    in_order = np.sort(values)
    return in_order[begins(in_order)]


def are_in(values: Integers, among: Integers) -> NDArray[np.bool_]:
    """Whether each value is one of others, which are sorted."""
    if not len(among):
        return np.zeros(values.shape, dtype=bool)
    same: NDArray[np.bool_] = among[np.minimum(np.searchsorted(among, values), len(among) - 1)] == values
    return same


def ranges(first: Numbers, count: Numbers) -> Numbers:
    """The places `first`, `first + 1`, … of each of several runs, `count` of each, one behind the other."""
    ends = np.cumsum(count)
    made: Numbers = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - (ends - count), count)
    return made


NONE = np.zeros(0, dtype=np.uint64)
NO_NUMBERS = np.zeros(0, dtype=np.int64)
