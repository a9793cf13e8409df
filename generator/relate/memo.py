"""What texts and pairs of texts gave in an earlier build: pure functions of them, so it need not be found again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from generator.relate.features import Hashes
from generator.relate.shared import NONE, Make, Packed, are_in, unique
from generator.store import Cache, program_digest

Value = TypeVar("Value")
SORTED = ("runs", "words")
"""What is kept sorted over all documents."""


class Memo:
    """Values by a hash of all that they are made from; only what was asked for is kept for the next time."""

    def __init__(self, known: Mapping[bytes, Any] | None = None, sorted_: Mapping[str, Packed] | None = None) -> None:
        """Begin with what an earlier build kept."""
        self._known = known or {}
        self.used: dict[bytes, Any] = {}
        self.sorted: dict[str, Packed] = dict(sorted_ or {})
        """All hashes of a kind over all documents, as they were last sorted from nothing."""

    def packed(self, what: str, of: Sequence[bytes], make: Make) -> Packed:
        """The hashes of all documents and perhaps of some that are gone: what is new goes in between those kept."""
        kept = self.sorted.get(what)
        updated = kept.updated(of, make) if kept else None
        if updated is None:
            updated = self.sorted[what] = Packed.made(of, make)
        return updated

    def get(self, what: str, make: Callable[[], Value], *of: bytes) -> Value:
        """What `make()` gives; `what` names it, and `of` are the bytes of all that it is made from."""
        key = hashlib.blake2b(b"".join((what.encode(), *of)), digest_size=16).digest()
        if key not in self.used:
            self.used[key] = self._known[key] if key in self._known else make()
        value: Value = self.used[key]
        return value

    def each(self, what: str, keys: Hashes, make: Callable[[int], list[Value]]) -> Iterator[tuple[int, list[Value]]]:
        """What `make` gives for each place in `keys`, where that is something.

        Most give nothing: of these the keys alone are kept, in one array, so that all are passed over at once.
        """
        name = what.encode()
        empty: Hashes = self._known.get(name, NONE)
        is_empty = are_in(keys, empty)
        for at in np.flatnonzero(~is_empty).tolist():
            key = name + int(keys[at]).to_bytes(8, "little")
            values = self._known[key] if key in self._known else make(at)
            if values:
                self.used[key] = values
                yield at, values
            else:
                is_empty[at] = True
        now = unique(keys[is_empty])
        self.used[name] = empty if np.array_equal(now, empty) else now


@contextmanager
def kept_memo(folder: Path, full: bool) -> Iterator[Memo]:
    """What pairs of texts gave in the last build of the same program, and afterwards what they gave in this one."""
    cache = Cache(folder / "relate.sqlite")
    base, since = (f"{program_digest()} {part}" for part in ("base", "since"))
    kept: dict[str, Any] = {} if full else cache.get_many([base, since])
    files = {what: folder / f"{what}.hashes" for what in SORTED}
    read = {} if full else {what: Packed.read(path, program_digest()) for what, path in files.items()}
    packed = {what: hashes for what, hashes in read.items() if hashes}
    memo = Memo(kept.get(base, {}) | kept.get(since, {}), packed)
    yield memo
    for what, hashes in memo.sorted.items():
        if hashes is not packed.get(what):
            hashes.write(files[what], program_digest())
    # What is new is kept apart, as long as it is little: to write all of it would take longer than to find it.
    new = {key: value for key, value in memo.used.items() if kept.get(base, {}).get(key) is not value}
    if 10 * len(new) > len(memo.used):
        cache.put_many({base: memo.used, since: {}})
        cache.keep_only([base, since])
    elif new:
        cache.put_many({since: new})
    cache.close()
