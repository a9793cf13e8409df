"""The tag indexes: which documents stand under which person, body, place, event, topic, publisher, kind, year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator import edtf
from generator.address import entry_key
from generator.authority import Authority
from generator.collation import sort_key
from generator.figures import Figures
from generator.index.figures import figures
from generator.index.gather import Occurrence, gather
from generator.index.together import WHO, Together, together
from generator.model import Record

FOLDERS = ("people", "organisations", "places", "events", "topics", "publishers", "kinds", "collections", "years")
"""The indexes, in the order in which pages show them."""


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """What stands under one heading."""

    key: str
    """The page: `people/x`, `publishers/x`, `years/2021`."""
    title: str
    documents: tuple[Occurrence, ...]
    """By date, then id."""


@dataclass(frozen=True, slots=True)
class Indexes:
    """All headings that a public document has."""

    entities: Mapping[str, EntityIndex]
    folders: Mapping[str, tuple[str, ...]]
    """The keys of each folder, in collation order; years and events in order of time."""
    together: Together
    """Who occurs with each heading."""
    figures: Figures = field(default_factory=Figures)
    """What the pictures show."""


def index(records: Sequence[Record], authority: Authority, language: str = "en") -> Indexes:
    """The indexes over the public records, in the alphabet of that language (ISO 639-1)."""
    gathered = gather(records, authority)
    entities = {key: EntityIndex(key, _title(key, authority), tuple(found.values())) for key, found in gathered.items()}
    folders = {
        folder: tuple(sorted(_within(folder, entities), key=lambda key: _order(key, authority, language)))
        for folder in FOLDERS
    }
    ids = {key: list(found) for key, found in gathered.items()}
    with_whom = together(ids, [key for who in WHO for key in folders[who]])
    return Indexes(entities, folders, with_whom, figures(records, authority, gathered))


def _within(folder: str, entities: Mapping[str, EntityIndex]) -> list[str]:
    return [key for key in entities if key.startswith(folder + "/")]


def _title(key: str, authority: Authority) -> str:
    if key.startswith("years/"):
        return key.partition("/")[2].capitalize()
    return authority.name(entry_key(key))


def _order(key: str, authority: Authority, language: str) -> tuple[object, ...]:
    entry = authority.get(entry_key(key))
    if key.startswith("events/"):
        return (edtf.first(getattr(entry, "date", None)), key)
    if key.startswith("years/"):
        return (key,)
    return (sort_key(entry.filed_under if entry else key, language), key)
