"""What the comparing relations look at in one document: hashes of its words, of runs of words, of its blocks.

It hangs on that document alone, so that it is made once and kept with its record.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from generator.alignment import WORD, folded_word
from generator.model import Record
from generator.text import key

RUN = 4
"""Words in a shingle: the shortest run that still tells one text from another more often than not."""
BANDS, ROWS = 40, 3
"""Of the MinHash: two texts of which 45 % of the shingles are the same meet in some band in 98 of 100 cases."""
_SEED = 12
_FRAME = 5
"""Words of a block that are no names: fewer say nothing by themselves."""
_FIGURE = re.compile(r"\d")

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """The words of one document in order, as 64-bit hashes; blocks with a mark of withholding have none."""

    words: Hashes
    """One for each word of the text (`generator.alignment.words_of`)."""
    vocabulary: Hashes
    """Each different word without figures once, sorted."""
    figures: Hashes
    """Each different word with figures once, sorted."""
    shingles: Hashes
    """One for each run of `RUN` words, by its first word; runs go on over the ends of blocks."""
    title: tuple[str, Hashes, Hashes]
    """Of the title, which the text need not have: folded, its words without figures, its runs less the last word's."""
    probes: Hashes
    """Three for each block: the runs at its beginning, middle and end; 0 where it has none."""
    starts: NDArray[np.int64]
    """For each block the number of words before it, and at the end the number of all."""
    blocks: Hashes
    """For each block the hash of its words, all words with figures counted as the same; 0 for a note."""
    frames: Hashes
    """For each block the hash of its words without names and figures; 0 where hardly any are left, and for a note."""
    sketch: RMinHash
    """Of the set of shingles."""
    names: NDArray[np.bool_]
    """For each word whether it looks like a name or a figure: the text never writes it small."""
    digest: bytes
    """Of all that the relations look at but its day: the text, what it names, its title and issuers."""


FIGURES, _CAPITAL = np.uint64(1), np.uint64(2)
"""The bits of a word's hash that tell whether figures are in it, and (on the way) whether it begins with a capital."""


class _Hashes(dict[str, int]):
    """The hash of each word as it is written, computed once."""

    def __missing__(self, word: str) -> int:
        hash_ = _hash(folded_word(word)) & ~3
        value = self[word] = hash_ | bool(_FIGURE.search(word)) | (word[0].isupper() << 1)
        return value


_of_word = _Hashes()


def _hash(text: str) -> int:
    return hash_of(text.encode())


def _of_all(record: Record) -> bytes:
    digest = hashlib.blake2b(digest_size=8)
    for block in record.blocks:
        digest.update(f"{block.kind} {block.withheld} {block.text}\0".encode())
    named = [(m.entity, m.at.paragraph, m.at.start, m.at.end) for m in record.mentions if m.at]
    document = record.document
    issuers = document.publisher, document.creator, document.republisher
    digest.update(repr((named, document.title, issuers, sorted(document.evidence.items()))).encode())
    return digest.digest()


def hash_of(raw: bytes) -> int:
    """A 64-bit hash, the same on each machine and in each run."""
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), "little")


def features_of(record: Record) -> Features:
    """The features of a record; the same on each machine and in each run."""
    each = [[] if block.withheld else [_of_word[word] for word in WORD.findall(block.text)] for block in record.blocks]
    words = np.fromiter((word for several in each for word in several), dtype=np.uint64)
    small = words[words & _CAPITAL == 0]
    names = ((words & _CAPITAL) > 0) & ~np.isin(words & ~_CAPITAL, small)
    words &= ~_CAPITAL
    names |= (words & FIGURES) > 0
    starts = np.cumsum([0, *map(len, each)], dtype=np.int64)
    runs = shingles(words)
    notes = np.array([block.kind == "note" for block in record.blocks], dtype=bool)  # these belong to their marks
    blocks = np.where(notes, np.uint64(0), _of_blocks(np.where(words & FIGURES, FIGURES, words), starts))
    frames = np.where(notes, np.uint64(0), _frames(words, names, starts))
    sketch, digest = sketch_of(runs), _of_all(record)
    unique = np.unique(words)
    is_figure = (unique & FIGURES) > 0
    title = _of_title(record.document.title or "")
    probes = _probes(runs, starts)
    return Features(
        *(words, unique[~is_figure], unique[is_figure], runs, title, probes),
        *(starts, blocks, frames, sketch, names, digest),
    )


def _of_title(title: str) -> tuple[str, Hashes, Hashes]:
    words = hashes_of(title)
    runs = shingles(words[:-1] if len(words) > RUN else words)  # the last word may have an ending where it is named
    return key(title), np.unique(words[words & FIGURES == 0]), np.unique(runs)


def _probes(runs: Hashes, starts: NDArray[np.int64]) -> Hashes:
    """The runs at the beginning, middle and end of each span of words, that lie within it."""
    first, last = starts[:-1], starts[1:] - RUN
    at = np.stack([first, (first + last) // 2, last], axis=1)
    padded = np.append(runs, np.uint64(0))
    return np.where((last >= first)[:, None], padded[np.clip(at, 0, len(runs))], np.uint64(0)).ravel()


def hashes_of(text: str) -> Hashes:
    """The hashes of the words of a text, in order."""
    return np.array([_of_word[word] for word in WORD.findall(text)], dtype=np.uint64) & ~_CAPITAL


def _of_blocks(words: Hashes, starts: NDArray[np.int64]) -> Hashes:
    """A hash of each span of words; 0 where there is none."""
    spans = zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)
    return np.fromiter((hash_of(words[a:b].tobytes()) if b > a else 0 for a, b in spans), dtype=np.uint64)


def _frames(words: Hashes, names: NDArray[np.bool_], starts: NDArray[np.int64]) -> Hashes:
    """The hash of what is left of each block without names and figures; 0 where that is hardly anything."""
    plain = np.append(0, np.cumsum(~names))
    left = plain[starts]
    frames = _of_blocks(words[~names], left)
    return np.where(np.diff(left) >= _FRAME, frames, np.uint64(0))


def shingles(words: Hashes) -> Hashes:
    """The hash of each run of `RUN` words; of a text shorter than that, none."""
    count = max(0, len(words) - RUN + 1)
    return mixed(*(words[at : at + count] for at in range(RUN)))


def mixed(*parts: Hashes) -> Hashes:
    """One hash of several, element by element."""
    made = np.zeros(len(parts[0]), dtype=np.uint64)
    for part in parts:
        made = made * _FACTOR + part
        made ^= made >> np.uint64(29)
    return made


_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def sketch_of(runs: Hashes) -> RMinHash:
    """The sketch of a set of runs. MinHash: A. Z. Broder, 'On the resemblance and containment of documents' (1997)."""
    sketch = RMinHash(BANDS * ROWS, _SEED)
    raw = runs.tobytes()
    sketch.update([raw[at : at + 8] for at in range(0, len(raw), 8)])
    return sketch
