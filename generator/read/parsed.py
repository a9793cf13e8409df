"""What a reader makes of one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Block, Fault


@dataclass(frozen=True, slots=True)
class Parsed:
    """The text of a file, and what its format says beside it."""

    blocks: tuple[Block, ...]
    said: Mapping[str, str] = field(default_factory=dict)
    """What the format itself says, under the names of the data: HTML's meta, a mail's subject and day."""
    faults: tuple[Fault, ...] = ()
    """What of the file could not be used."""
    notes: tuple[str, ...] = ()
    """What the curator should know: how it was decoded, what is missing."""


class Unreadable(Exception):
    """The file cannot be read; the message says what is wrong, `remedy` what to do."""

    def __init__(self, what: str, remedy: str, line: int = 1) -> None:
        """Keep what is wrong with the file, what to do about it, and where."""
        super().__init__(what, remedy, line)
        self.what, self.remedy, self.line = what, remedy, line
