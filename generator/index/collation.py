"""Alphabetical order as readers expect it, by the Unicode Collation Algorithm."""

from __future__ import annotations

from functools import lru_cache

from pyuca import Collator


@lru_cache(maxsize=1)
def _collator() -> Collator:
    return Collator()


@lru_cache(maxsize=65536)
def sort_key(words: str) -> tuple[int, ...]:
    """The collation key of a heading."""
    return tuple(_collator().sort_key(words))
