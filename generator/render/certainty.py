"""How sure it is that a document belongs under a heading: as sure as the best of what puts it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model import Document, Record
from generator.render.site import Site

_ORDER = ("curated", "stated", "inferred", "unknown")
"""The surest first."""

_FIELDS = {
    "places": ("place",),
    "publishers": ("publisher",),
    "organisations": ("publisher", "informant", "creator", "republisher"),
    "people": ("creator",),
    "kinds": ("kind",),
    "collections": ("collection",),
}
"""The facts that put a document under a heading of each folder, where their value is its id."""


def surest(certainties: Iterable[str]) -> str:
    """The surest of them; `unknown` where there are none."""
    return min(certainties, key=_ORDER.index, default="unknown")


def under(records: Sequence[Record], key: str) -> str:
    """How sure it is that any of the records, such as copies of one text, belongs under the heading `key`."""
    return surest(certainty for record in records for certainty in _certainties(record, key))


def of_card(site: Site, id: str, key: str) -> str:
    """How sure it is that the card of the document `id`, which stands for all its copies, belongs under `key`."""
    return under(site.kin.family_of(id) or [site.by_id[id]], key)


def _certainties(record: Record, key: str) -> Iterator[str]:
    yield from (mention.certainty for mention in record.mentions if mention.entity == key)
    for field in _fields(record.document, *key.split("/", 1)):
        evidence = record.document.evidence.get(field)
        # A topic without evidence of its own is what the machine read out of the terms.
        yield evidence.certainty if evidence else "inferred" if field == "topics" else "stated"


def _fields(document: Document, folder: str, id: str) -> Iterator[str]:
    if folder == "years":
        yield "date" if document.date else "published" if document.published else "captured"
    if folder == "events" and id in document.events:
        yield "events"
    if folder == "topics" and any(use.topic == id for use in document.topics):
        yield "topics"
    yield from (field for field in _FIELDS.get(folder, ()) if getattr(document, field) == id)
