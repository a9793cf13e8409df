"""The same facts for machines: `data/*.jsonl`, `document.json`, citations, and each source file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.address import source_name
from generator.authority import REFERENCES, Authority
from generator.csl import Archive, Item, item_of
from generator.export.citations import bibtex, csl_json, ris
from generator.export.record import as_data, paragraphs, place_data
from generator.model import Record, SourceFile, published


def export(
    records: Sequence[Record], authority: Authority, archive: Archive, published_bytes: Callable[[SourceFile], bytes]
) -> Iterator[tuple[str, bytes]]:
    """Every exported file: its path below `build/docs`, and its content."""
    records = sorted(records, key=lambda record: record.document.id)
    anchors = {record.document.id: record.anchors for record in records}
    data = [as_data(record, anchors) for record in records]
    for record, facts in zip(records, data, strict=True):
        folder = f"documents/{record.document.id}"
        yield f"{folder}/document.json", _json(facts, indent=1) + b"\n"
        yield from _citations(item_of(record.document, authority, archive), folder)
        for file in published(record.document):
            yield f"{folder}/{source_name(file.path)}", published_bytes(file)
    yield "data/documents.jsonl", _lines(data)
    yield "data/paragraphs.jsonl", _lines(p for record in records for p in paragraphs(record))
    yield "data/entities.jsonl", _lines(_entities(records, authority))
    yield "data/links.jsonl", _lines(_links(records, anchors))


def _citations(item: Item, folder: str) -> Iterator[tuple[str, bytes]]:
    yield f"{folder}/cite.bib", bibtex(item).encode()
    yield f"{folder}/cite.ris", ris(item).encode()
    yield f"{folder}/cite.json", csl_json(item).encode()


def _json(value: Any, indent: int | None = None) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=indent).encode()


def _lines(values: Any) -> bytes:
    return b"".join(_json(value) + b"\n" for value in values)


def _entities(records: Sequence[Record], authority: Authority) -> Iterator[dict[str, Any]]:
    """A line for each public entity that a public document names."""
    documents: dict[str, set[str]] = {}
    for record in records:
        for key in _named(record):
            documents.setdefault(key, set()).add(record.document.id)
    for key in sorted(documents):
        entry = authority.get(key)
        if entry and entry.visibility == "public":
            facts = entry.model_dump(by_alias=True, exclude_defaults=True, exclude={"id", "folder", "visibility"})
            for folder, field_name, target in REFERENCES:
                if folder == entry.folder:
                    _withhold(facts, field_name, target, authority)
            yield {"id": key, **facts, "documents": len(documents[key])}


def _withhold(facts: dict[str, Any], field_name: str, target: str, authority: Authority) -> None:
    """Take the ids out of a field, as `roles.at`, of entries that are never to be linked."""
    outer, _, inner = field_name.partition(".")
    for holder in facts.get(outer, ()) if inner else (facts,):
        value = holder.get(inner or outer)
        if isinstance(value, list):
            holder[inner or outer] = [id for id in value if not authority.hides(f"{target}/{id}")]
        elif value and authority.hides(f"{target}/{value}"):
            del holder[inner or outer]


def _named(record: Record) -> Iterator[str]:
    document = record.document
    yield from (mention.entity for mention in record.mentions)
    yield from (f"events/{event}" for event in document.events)
    yield from (f"topics/{topic.topic}" for topic in document.topics)
    bodies = (document.publisher, document.creator, document.informant, document.republisher)
    yield from (f"organisations/{body}" for body in bodies if body)
    yield f"people/{document.creator}"
    others = (("kinds", document.kind), ("places", document.place), ("collections", document.collection))
    yield from (f"{folder}/{id}" for folder, id in others if id)


def _links(records: Sequence[Record], anchors: Mapping[str, Sequence[str]]) -> Iterator[dict[str, Any]]:
    for record in records:
        for link in record.links:
            yield {
                "from": record.document.id,
                "to": link.to,
                "relation": link.relation,
                "basis": link.basis,
                "certainty": link.certainty,
                "score": link.score,
                "at": place_data(link.at, record.anchors),
                "target_at": place_data(link.target_at, anchors[link.to]),
                "forward": link.forward,
            }
