"""Which documents name what, with the first passage that does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import edtf
from generator.address import entry_key
from generator.authority import Authority
from generator.model import Place, Record, first_day


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A document under a heading."""

    document: str
    passage: Place | None = None
    """Where it names the entity first; None where a fact alone says it, or the text is not published."""
    anchor: str | None = None


def gather(records: Sequence[Record], authority: Authority) -> dict[str, dict[str, Occurrence]]:
    """The headings with their documents by id, in order of date."""
    gathered: dict[str, dict[str, Occurrence]] = {}
    for record in sorted(records, key=_in_time):
        for key, passage in _headings(record, authority):
            if _has_page(key, authority):
                anchor = record.anchors[passage.paragraph - 1] if passage else None
                gathered.setdefault(key, {}).setdefault(
                    record.document.id, Occurrence(record.document.id, passage, anchor)
                )
    return gathered


def _in_time(record: Record) -> tuple[str, str]:
    """Where a document stands in a list by date; what is undated stands last."""
    return first_day(record.document) or "9999", record.document.id


def _headings(record: Record, authority: Authority) -> Iterator[tuple[str, Place | None]]:
    """The headings of one document; those with a passage first."""
    document = record.document
    for mention in record.mentions:
        yield mention.entity, mention.at
    facts = (("places", document.place), ("publishers", document.publisher), ("kinds", document.kind))
    bodies = (document.publisher, document.informant, document.creator, document.republisher)
    for folder, id in (*facts, *(("organisations", body) for body in bodies)):
        if id:
            yield f"{folder}/{id}", None
    for collection in _collections(document.collection, authority):
        yield f"collections/{collection}", None
    if document.creator:
        yield f"people/{document.creator}", None  # whose text it is may be a person
    for event in document.events:
        yield f"events/{event}", None
    for topic in document.topics:
        yield f"topics/{topic.topic}", None
    years = edtf.sure_years(document.span)
    yield from ((f"years/{year}", None) for year in years)
    if not years:
        yield "years/undated", None


def _collections(id: str | None, authority: Authority) -> Iterator[str]:
    """The collection that a document lies in, and all that this is part of: what is in a series is in its fonds."""
    seen: set[str] = set()
    while id and id not in seen:
        seen.add(id)
        yield id
        id = getattr(authority.get(f"collections/{id}"), "part_of", None)


def _has_page(key: str, authority: Authority) -> bool:
    if key.startswith("years/"):
        return True
    entry = authority.get(entry_key(key))
    return entry is not None and entry.visibility == "public"
