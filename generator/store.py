"""Files written whole or not at all, and the cache of what one-document stages gave."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

_BATCH = 500
Value = TypeVar("Value")
UNREADABLE = (pickle.UnpicklingError, AttributeError, ImportError, EOFError, TypeError, ValueError, IndexError)
"""What it raises to read what another version has kept, or half of it."""


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write a file atomically where its content differs; whether it was written."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    with os.fdopen(handle, "wb") as part:
        part.write(data)
    Path(name).chmod(0o644)
    os.replace(name, path)
    return True


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path leads, over a symbolic link, out of the folder `root`."""
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return True


def kept_json(path: Path) -> dict[str, Any]:
    """What a build kept in a file of JSON; nothing where there is none, or it cannot be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return kept if isinstance(kept, dict) else {}


@lru_cache(maxsize=1)
def program_digest() -> str:
    """A hash of the program, so that another version reads nothing from the cache."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".json"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Cache:
    """Values by key in one SQLite file; a file that cannot be read counts as empty."""

    def __init__(self, path: Path) -> None:
        """Open the cache, making its folder; an unreadable one is begun anew."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = self._open(path)
        except sqlite3.DatabaseError:
            path.unlink()
            self._db = self._open(path)

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection:
        db = sqlite3.connect(path)
        db.execute("CREATE TABLE IF NOT EXISTS record (key TEXT PRIMARY KEY, value BLOB)")
        return db

    def get_many(self, keys: Iterable[str]) -> dict[str, Any]:
        """The values that are there, by key."""
        wanted, found = list(keys), {}
        for at in range(0, len(wanted), _BATCH):
            some = wanted[at : at + _BATCH]
            rows = self._db.execute(f"SELECT key, value FROM record WHERE key IN ({','.join('?' * len(some))})", some)
            for key, value in rows:
                try:
                    found[key] = pickle.loads(value)
                except UNREADABLE:
                    continue  # made by another version: it is made again
        return found

    def put_many(self, values: Mapping[str, Any]) -> None:
        """Keep these values."""
        rows = [(key, pickle.dumps(value, protocol=5)) for key, value in values.items()]
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO record VALUES (?, ?)", rows)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget all other keys."""
        wanted = set(keys)
        gone = [(key,) for (key,) in self._db.execute("SELECT key FROM record") if key not in wanted]
        with self._db:
            self._db.executemany("DELETE FROM record WHERE key = ?", gone)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


class Kept:
    """What was made in an earlier build of the same program, by all that it was made from.

    Only what is asked for is kept for the next one.
    """

    def __init__(self, cache: Cache | None = None, full: bool = False) -> None:
        """Begin with what `cache` holds, unless `full`; without one nothing is kept."""
        self._cache, self._full = cache, full
        self._asked: set[str] = set()
        self._new: dict[str, Any] = {}

    def get(self, of: object, make: Callable[[], Value]) -> Value:
        """What `make()` gives; `of` is all that it is made from, as plain values."""
        key = hashlib.blake2b(f"{program_digest()} {of!r}".encode(), digest_size=20).hexdigest()
        self._asked.add(key)
        found = self._cache.get_many([key]) if self._cache and not self._full else {}
        if key not in found:
            found = {key: make()}
            self._new |= found
        value: Value = found[key]
        return value

    def keep(self) -> None:
        """Write what is new, and forget what was not asked for."""
        if self._cache:
            self._cache.put_many(self._new)
            self._cache.keep_only(self._asked)
            self._cache.close()


@contextmanager
def kept(path: Path, full: bool) -> Iterator[Kept]:
    """Values that are kept in the file `path`; `full` forgets what it holds."""
    values = Kept(Cache(path), full)
    yield values
    values.keep()
