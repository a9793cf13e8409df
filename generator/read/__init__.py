"""From files to blocks of text. What the curator withholds does not leave this stage."""

from __future__ import annotations

from generator.read.discover import Found, discover, identify
from generator.read.files import READERS, curators_word, read
from generator.read.withhold import Withheld, contains, in_name

__all__ = [
    "READERS",
    "Found",
    "Withheld",
    "contains",
    "curators_word",
    "discover",
    "identify",
    "in_name",
    "read",
]
