"""One record as data, in the form of `data/documents.jsonl`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from generator.model import Document, Place, Record

_PLAIN = (
    *("id", "title", "date", "published", "captured", "span", "place", "place_printed", "creator", "publisher"),
    *("informant", "republisher", "kind", "language", "symbol", "original", "archived", "collection"),
    *("reference_code", "events"),
)
_BEHIND_TOPICS = ("family", "access", "rights", "licence")


def facts(document: Document) -> dict[str, Any]:
    """The facts with their evidence: what `regesta describe --json` prints."""
    made: dict[str, Any] = {name: getattr(document, name) for name in _PLAIN}
    made["topics"] = [asdict(topic) for topic in document.topics]
    made |= {name: getattr(document, name) for name in _BEHIND_TOPICS}
    made["source"] = asdict(document.source) if document.source else None
    made["files"] = [asdict(file) for file in document.files]
    made["evidence"] = {name: asdict(evidence) for name, evidence in document.evidence.items()}
    return made


def as_data(record: Record, anchors_of: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """A whole record: facts, mentions, abbreviations, links, what it wants; `anchors_of` each document by its id."""
    return facts(record.document) | {
        "mentions": [
            {"entity": m.entity, **_span(m.at, record.anchors)}
            | {"basis": m.basis, "certainty": m.certainty, "score": m.score}
            for m in record.mentions
        ],
        "abbreviations": [
            {"short": a.short, "long": a.long, "paragraph": a.at.paragraph, "start": a.at.start, "end": a.at.end}
            | {"basis": a.basis}
            for a in record.abbreviations
        ],
        "links": [
            {"to": link.to, "relation": link.relation, "basis": link.basis, "certainty": link.certainty}
            | {"score": link.score, "at": place_data(link.at, record.anchors)}
            | {"target_at": place_data(link.target_at, anchors_of.get(link.to, ())), "forward": link.forward}
            for link in record.links
        ],
        "wanted": [
            {"at": place_data(w.at, record.anchors), "publisher": w.publisher, "kind": w.kind, "date": w.date}
            | {"named": w.named}
            for w in record.wanted
        ],
    }


def paragraphs(record: Record) -> Iterator[dict[str, Any]]:
    """A line for each block of the text as published."""
    for block, anchor in zip(record.blocks, record.anchors, strict=True):
        yield {
            "document": record.document.id,
            "anchor": anchor,
            "number": block.number,
            "kind": block.kind,
            "page": block.page,
            "language": block.language or record.document.language,
            "recurring": block.recurring,
            "text": block.text,
        }


def place_data(at: Place | None, anchors: Sequence[str]) -> dict[str, Any] | None:
    """A span with the anchor of its paragraph."""
    if at is None:
        return None
    anchor = anchors[at.paragraph - 1]
    return {"paragraph": at.paragraph, "anchor": anchor, "start": at.start, "end": at.end, "quote": at.quote}


def _span(at: Place | None, anchors: Sequence[str]) -> dict[str, Any]:
    if at is None:
        return dict.fromkeys(("quote", "paragraph", "anchor", "start", "end"))
    anchor = anchors[at.paragraph - 1]
    return {"quote": at.quote, "paragraph": at.paragraph, "anchor": anchor, "start": at.start, "end": at.end}
