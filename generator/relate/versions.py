"""Versions: the same address, saved on another day."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from generator.model import Link, Record, first_day
from generator.relate.archive import Archive, Found
from generator.relate.by_address import normal

_LIKE = 0.05
"""How like two texts of one address must be (Jaccard, of their shingles): else another text has come to stand there."""


def relate(archive: Archive, found: Found) -> None:
    """Link each version of a page to the one before it; of one day, two files are no versions but copies."""
    texts = archive.texts
    pages: dict[str, list[Record]] = defaultdict(list)
    for record in archive.records:
        address = normal(record.document.original) if record.document.original else ""
        if "/" in address:  # a host alone is where a text came from, not where it stands
            pages[address].append(record)
    for records in pages.values():
        for earlier, later in pairwise(sorted(records, key=_saved)):
            one, other = (texts.features[texts.number[r.document.id]].sketch for r in (earlier, later))
            if _saved(earlier)[0] < _saved(later)[0] and one.jaccard(other) >= _LIKE:
                reason = f"Both were saved from {later.document.original}"
                link = Link(earlier.document.id, "version-of", "address", "stated", 0.97, reason)
                found.add(later.document.id, link)


def _saved(record: Record) -> tuple[str, str]:
    """The day on which a text was saved, else came out, else that it bears; then its id."""
    document = record.document
    return document.captured or document.published or first_day(document), document.id
