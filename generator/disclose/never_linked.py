"""What `never-link` keeps: an entity of which no fact, mention or want of a public document may speak by its entry.

The words of the text that name it stay, since they are the text's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from generator.authority import Authority
from generator.model import ENTITY_FACTS, Document, Record, Wanted
from generator.text import key

_FOLDERS: Mapping[str, tuple[str, ...]] = {
    **{name: (folder, "people") if folder == "organisations" else (folder,) for name, folder in ENTITY_FACTS.items()},
    "collection": ("collections",),
}
"""Under which folders the entity of a fact may stand: whose text it is may be a person."""


def without_never_linked(record: Record, authority: Authority) -> Record:
    """The record without what would lead to an entity that is never linked, or name it in a field of its own."""
    if not _names(authority):
        return record
    return replace(
        record,
        document=_document(record.document, authority),
        mentions=tuple(mention for mention in record.mentions if not authority.hides(mention.entity)),
        wanted=tuple(_want(want, authority) for want in record.wanted),
    )


def _document(document: Document, authority: Authority) -> Document:
    gone: dict[str, Any] = {name: None for name in _FOLDERS if _hides(name, getattr(document, name), authority)}
    return replace(
        document,
        **gone,
        events=tuple(event for event in document.events if not authority.hides(f"events/{event}")),
        topics=tuple(use for use in document.topics if not authority.hides(f"topics/{use.topic}")),
        evidence={name: why for name, why in document.evidence.items() if name not in gone},
    )


def _want(want: Wanted, authority: Authority) -> Wanted:
    publisher = None if _hides("publisher", want.publisher, authority) else want.publisher
    return replace(want, publisher=publisher, kind=None if _hides("kind", want.kind, authority) else want.kind)


def _hides(field: str, value: str | None, authority: Authority) -> bool:
    """Whether the value of a field is the id or a name of an entity that is never linked."""
    if not value:
        return False
    entry = next((known for folder in _FOLDERS[field] if (known := f"{folder}/{value}") in authority.entries), None)
    if entry:
        return authority.hides(entry)
    return any(key(value) in _names(authority).get(folder, ()) for folder in _FOLDERS[field])


@lru_cache(maxsize=1)
def _names(authority: Authority) -> dict[str, frozenset[str]]:
    """The names of what is never linked, folded, by folder."""
    found: dict[str, set[str]] = {}
    for entry in authority.entries.values():
        if authority.hides(entry.key):
            names = (entry.name, *entry.also, *(name for several in entry.names.values() for name in several))
            found.setdefault(entry.folder, set()).update(map(key, names))
    return {folder: frozenset(names) for folder, names in found.items()}
