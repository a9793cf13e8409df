"""From files to blocks of text. What the curator withholds does not leave this stage."""

from __future__ import annotations

from generator.read.discover import Found, discover
from generator.read.files import read
from generator.read.withhold import Withheld, contains

__all__ = ["Found", "Withheld", "contains", "discover", "read"]
