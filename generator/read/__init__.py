"""From files to blocks of text. What the curator withholds does not leave this stage."""

from __future__ import annotations

from generator.read.discover import discover, identify, table_row
from generator.read.files import READERS, Found, as_published, curators_word, read
from generator.read.withhold import Withheld, contains, in_name

__all__ = [
    "READERS",
    "Found",
    "Withheld",
    "as_published",
    "contains",
    "curators_word",
    "discover",
    "identify",
    "in_name",
    "read",
    "table_row",
]
