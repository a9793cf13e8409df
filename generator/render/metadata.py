"""What stands in the head of a document's page for machines: Dublin Core, Highwire's tags, Open Graph, JSON-LD.

Zotero's translator "Embedded Metadata" takes the type from `z:itemType` before all else; `citation_title` alone would
make a journal's article of it, so that only a report, whose tags say so, has one. A date that is no fact is in none of
these: none can say that it is inferred.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.authority import Authority
from generator.csl import Archive, Item, Name, name_of
from generator.model import Document
from generator.render.escape import plain

_ZOTERO = {"report": "report", "article-newspaper": "newspaperArticle", "document": "document"}
_SCHEMA = {"report": "Report", "article-newspaper": "NewsArticle", "document": "CreativeWork"}

Tag = tuple[str, str]
"""A name and its content."""


def head_tags(document: Document, item: Item, archive: Archive, summary: str) -> list[Tag]:
    """The `meta` elements of a document, in order."""
    address = archive.address(document.id)
    tags = [*_dublin_core(item, address), *_highwire(item, address), *_open_graph(item, archive, address, summary)]
    return [(name, plain(content)) for name, content in tags if content]


def _dublin_core(item: Item, address: str | None) -> Iterator[tuple[str, str | None]]:
    yield "z:itemType", _ZOTERO[item.type]
    yield "DC.title", item.title
    yield "DC.creator", _inverted(item)
    yield "DC.publisher", item.publisher
    yield "DC.date", _iso(item)
    yield "DC.language", item.language
    yield "DC.type", item.genre
    yield "DC.identifier", address
    yield "prism.publicationName", item.paper


def _highwire(item: Item, address: str | None) -> Iterator[tuple[str, str | None]]:
    # Zotero splits a name without a comma into given names and surname: one behind a body's name keeps it whole.
    if item.author:
        yield "citation_author", f"{_inverted(item)}{'' if item.author.family else ','}"
    yield "citation_publication_date", "/".join(f"{part:0{2 if n else 4}}" for n, part in enumerate(item.when.facts))
    yield "citation_language", item.language
    yield "citation_public_url", address
    if item.type == "report":
        yield "citation_title", item.title
        yield "citation_technical_report_institution", item.publisher or _inverted(item)
        yield "citation_technical_report_number", item.number


def _open_graph(item: Item, archive: Archive, address: str | None, summary: str) -> Iterator[tuple[str, str | None]]:
    yield "og:type", "article"
    yield "og:title", item.title
    yield "og:description", summary
    yield "og:url", address
    yield "og:site_name", archive.name
    if len(item.when.facts) == 3:
        yield "article:published_time", _iso(item)


def _iso(item: Item) -> str | None:
    return "-".join(f"{part:04}" if n == 0 else f"{part:02}" for n, part in enumerate(item.when.facts)) or None


def _inverted(item: Item) -> str | None:
    author = item.author
    if author is None:
        return None
    return f"{author.family}, {author.given}" if author.family else author.literal


def json_ld(document: Document, item: Item, archive: Archive, authority: Authority) -> str:
    """The document in schema.org's words, as JSON in which no `<` stands."""
    address = archive.address(document.id)
    title = plain(item.title)
    publisher = name_of(document.publisher, authority) if item.publisher else None
    original = item.original if (item.original or "").startswith(("http://", "https://")) else None
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": [_SCHEMA[item.type], "ArchiveComponent"],
        **{"@id": address, "url": address, "name": title},
        **{"headline": title if item.type == "article-newspaper" else None, "author": _who(item.author)},
        **{"publisher": _who(publisher)},
        **{"datePublished": _iso(item), "inLanguage": item.language, "genre": item.genre, "identifier": item.number},
        **{"isBasedOn": original, "isPartOf": _wholes(document, archive, authority)},
        "holdingArchive": {"@type": "ArchiveOrganization", "name": archive.name} if archive.name else None,
    }
    text = json.dumps({name: value for name, value in made.items() if value}, ensure_ascii=False)
    return plain(text).replace("<", "\\u003c")


def _who(name: Name | None) -> dict[str, str] | None:
    """A person or a body; of a name that no entry has nothing says which it is."""
    if name is None:
        return None
    type = {"people": "Person", "organisations": "Organization"}.get(name.folder)
    return ({"@type": type} if type else {}) | {"name": name.literal}


def _wholes(document: Document, archive: Archive, authority: Authority) -> list[dict[str, str]]:
    site = {"@type": "WebSite", "name": archive.name} | ({"url": archive.url} if archive.url else {})
    key = f"collections/{document.collection}"
    known = document.collection and authority.links(key)
    return [{"@type": "Collection", "name": authority.name(key)}, site] if known else [site]
