"""What texts and pairs of texts gave in an earlier build: pure functions of them, so it need not be found again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")


class Memo:
    """Values by a hash of all that they are made from; only what was asked for is kept for the next time."""

    def __init__(self, known: Mapping[bytes, Any] | None = None) -> None:
        """Begin with what an earlier build kept."""
        self._known = known or {}
        self.used: dict[bytes, Any] = {}

    def get(self, what: str, make: Callable[[], Value], *of: bytes) -> Value:
        """What `make()` gives; `what` names it, and `of` are the bytes of all that it is made from."""
        digest = hashlib.blake2b(what.encode(), digest_size=16)
        for part in of:
            digest.update(part)
        key = digest.digest()
        if key not in self.used:
            self.used[key] = self._known[key] if key in self._known else make()
        value: Value = self.used[key]
        return value
