"""The document's symbol, by the patterns of `kinds.yml`."""

from __future__ import annotations

import re

from generator.authority import Kind
from generator.describe.claims import Claim, stated
from generator.describe.reading import Reading, place_of


def claim(reading: Reading) -> Claim | None:
    """A symbol in the head of the text, of the document's kind or, where that is not known, of any."""
    kinds = [entry for entry in reading.authority.folder("kinds") if isinstance(entry, Kind) and entry.symbol]
    known = reading.value("kind")
    for kind in kinds:
        if known in (None, kind.id):
            for line in reading.head:
                match = re.search(kind.symbol or "", line.quote)
                if match and match[0]:
                    block = reading.block(line.paragraph)
                    return stated(
                        match[0], "symbol", place_of(block, line.start + match.start(), line.start + match.end())
                    )
    return None
