"""What bodies are called in pictures, where there is little room."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from generator.address import entry_key
from generator.authority import Authority
from generator.render.pictures.svg import element, entity_address, plain
from generator.render.site import Site
from generator.render.words import _


@dataclass(frozen=True, slots=True)
class Name:
    """A name in full and in short."""

    whole: str
    short: str


def name_of(authority: Authority, key: str, events: bool = False) -> Name:
    """The name of an entity, or of the events in a place; in short its abbreviation, if no other body has the same."""
    whole, short = authority.name(key), getattr(authority.get(key), "abbreviation", None)
    name = Name(whole, short if short and _abbreviations(authority)[short] == 1 else whole)
    return Name(*(_("Events: {place}").format(place=part) for part in (name.whole, name.short))) if events else name


@lru_cache(maxsize=1)
def _abbreviations(authority: Authority) -> Counter[str]:
    return Counter(getattr(entry, "abbreviation", None) or "" for entry in authority.folder("organisations"))


def shortly_linked(site: Site, page: str, key: str) -> str:
    """An entity by its short name in HTML, with its whole one on demand, as a link where it has a page."""
    name = name_of(site.authority, entry_key(key))
    whole = name.whole if name.short != name.whole else None
    href = entity_address(site, page, key)
    return element("a", plain(name.short), href=href, title=whole) if href else plain(name.whole)
