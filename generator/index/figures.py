"""What the pictures show, all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Sized

from generator.authority import Authority
from generator.figures import Figures
from generator.index.atlas import atlas
from generator.index.chronology import chronology
from generator.index.coverage import coverage
from generator.index.network import network
from generator.model import Document, Record


def figures(records: Sequence[Record], authority: Authority, gathered: Mapping[str, Sized]) -> Figures:
    """The pictures of the public records; `gathered` has the documents under each heading."""
    return Figures(
        chronology=chronology(records, authority),
        atlas=atlas(gathered, authority),
        network=network(records, authority),
        kinds=coverage(records, _under("kinds", authority)),
        publishers=coverage(records, _under("publishers", authority)),
    )


def _under(folder: str, authority: Authority) -> Callable[[Document], str | None]:
    """Gives the heading of a document in a folder; none where it may not be named."""

    def heading(document: Document) -> str | None:
        id = document.kind if folder == "kinds" else document.publisher
        entry = f"{'kinds' if folder == 'kinds' else 'organisations'}/{id}"
        return f"{folder}/{id}" if id and not authority.hides(entry) else None

    return heading
