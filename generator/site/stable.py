"""Makes Pagefind's index the same for the same pages.

Pagefind 1.5 writes the values of each filter in the order of a hash map that is seeded anew in each run. Here they are
sorted, and the files named again by their content: `filter/*.pf_filter`, the list of them in `*.pf_meta`, and the name
of that in `pagefind-entry.json`. All are gzip over a mark of twelve bytes and CBOR.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_STEPS = 8
"""Of lengths, to twice as long."""
_EXACT = 4
"""Bits of a length that are kept."""
_META_PAGES, _META_FILTERS, _META_SORTS = 1, 3, 4
"""What stands where in the meta file: version, pages, index chunks, filters, sorts, …"""


def stabilise(folder: Path, lengths: Sequence[int]) -> list[str]:
    """Sort the filters of the index in `folder`, in place; its pages by date, by the names of their fragments.

    The order by date is taken out of the index, where each search would load it; the length of each document, given in
    that order, is put into the name of its fragment, which a search has without loading anything.
    """
    entry_path = folder / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    (language,) = entry["languages"].values()
    language["hash"], pages = _stable_meta(folder, language["hash"], lengths)
    entry_path.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return pages


def _stable_meta(folder: Path, name: str, lengths: Sequence[int]) -> tuple[str, list[str]]:
    """Write the meta file anew; its new name, and the pages by date."""
    path = folder / f"pagefind.{name}.pf_meta"
    meta = _read(path)
    language = name.rpartition("_")[0]
    meta[_META_FILTERS] = sorted(_stable_filter(folder, language, *about) for about in meta[_META_FILTERS])
    ((_, order),) = meta[_META_SORTS]
    meta[_META_SORTS] = []
    for page, length in zip(order, lengths, strict=True):
        name, words = meta[_META_PAGES][page]
        meta[_META_PAGES][page] = [_with_length(folder / "fragment", name, length), _rounded(words)]
    path.unlink()
    return _write(folder, "pagefind.{}.pf_meta", language, meta, 10), [meta[_META_PAGES][page][0] for page in order]


def _rounded(words: int) -> int:
    """The length as Pagefind counts it, in steps of a sixteenth: the numbers of all pages pack to half."""
    bits = max(0, words.bit_length() - _EXACT)
    return words >> bits << bits


def _with_length(folder: Path, name: str, length: int) -> str:
    """Name a fragment by the length of its document too, to a twentieth, as two hexadecimal digits at the end."""
    named = f"{name}{min(255, round(_STEPS * math.log2(length + 1))):02x}"
    (folder / f"{name}.pf_fragment").rename(folder / f"{named}.pf_fragment")
    return named


def _stable_filter(folder: Path, language: str, title: str, name: str) -> list[str]:
    path = folder / "filter" / f"{name}.pf_filter"
    label, values = _read(path)
    path.unlink()
    return [title, _write(folder, "filter/{}.pf_filter", language, [label, sorted(values)], 7)]


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes())[len(_MARK) :])


def _write(folder: Path, pattern: str, language: str, value: Any, digits: int) -> str:
    data = _MARK + cbor2.dumps(value)
    name = f"{language}_{hashlib.sha256(data).hexdigest()[:digits]}"
    (folder / pattern.format(name)).write_bytes(gzip.compress(data, mtime=0))
    return name
