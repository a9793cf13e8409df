"""Same event: both are about one vote or meeting."""

from __future__ import annotations

from collections import defaultdict

from generator.model import Link, Record
from generator.relate.archive import Archive, Found

_NEAREST = 12
"""So many earlier documents of an event are linked; its page lists all."""


def relate(archive: Archive, found: Found) -> None:
    """Link each document to the nearest earlier ones of each of its events."""
    of: dict[str, list[Record]] = defaultdict(list)
    for record in archive.records:
        linked: set[str] = set()
        for event in record.document.events:
            for earlier in of[event][-_NEAREST:]:
                if earlier.document.id not in linked:
                    linked.add(earlier.document.id)
                    found.add(record.document.id, _link(earlier, record, event))
            of[event].append(record)


def _link(earlier: Record, later: Record, event: str) -> Link:
    certainties = [r.document.evidence["events"].certainty for r in (earlier, later) if "events" in r.document.evidence]
    certainty = "inferred" if "inferred" in certainties or not certainties else certainties[0]
    return Link(earlier.document.id, "same-event", f"event:{event}", certainty, 0.95, "Both are about the same event")
