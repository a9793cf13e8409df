"""The lines of an index as a register has them, and the letters under which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel.numbers import format_decimal

from generator.address import entity_page, entry_key
from generator.authority import Entry
from generator.collation import FIGURES, letter, script
from generator.render.naming import all_names
from generator.render.sections import SECTIONS
from generator.render.site import Site
from generator.render.words import _
from generator.text import key as folded
from generator.text import words

WORTH_FILTERING = 12
"""A shorter list is seen at a glance."""
SPLIT = 1000
"""An index of more lines has a page for each letter."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with the headings that begin with it."""

    label: str
    id: str
    """In addresses and anchors: `k`, `0428` for what is no ASCII letter."""
    script: str
    keys: tuple[str, ...]


def entry_of(site: Site, key: str) -> Entry | None:
    """The authority entry behind a page: that of a publisher is an organisation."""
    return site.authority.get(entry_key(key))


def label(site: Site, key: str) -> str:
    """What a heading is called in a register: a person by the surname, `Kazakbaev, Ruslan`."""
    entry = entry_of(site, key)
    if entry and entry.folder == "people" and entry.sort:
        return entry.sort
    return str(site.indexes.entities[key].title)


@lru_cache(maxsize=len(SECTIONS))
def letters(site: Site, folder: str) -> tuple[Letter, ...]:
    """The letters of an index in the order of the alphabet, each with its headings in order."""
    found: dict[tuple[str, str], list[str]] = {}
    for key in site.indexes.folders[folder]:
        entry = entry_of(site, key)
        sorted_by = entry.filed_under if entry else key
        found.setdefault((letter(sorted_by, site.notes.language), script(sorted_by)), []).append(key)
    return tuple(Letter(name, _id(name), of, tuple(keys)) for (name, of), keys in found.items())


def _id(name: str) -> str:
    plain = {FIGURES: "0-9", "…": "other"}.get(name, name.lower())
    return plain if plain.isascii() else "-".join(f"{ord(char):04x}" for char in plain)


def is_split(site: Site, folder: str) -> bool:
    """Whether an index is too long for one page, so that each letter has its own."""
    return folder not in ("events", "years") and len(site.indexes.folders[folder]) > SPLIT


def letter_page(folder: str, one: Letter) -> str:
    """The page of a letter of a long index, below `build/docs`; no entity has its address, which has one part less."""
    return f"{folder}/letter/{one.id}/index.md"


def line(site: Site, page: str, key: str) -> dict[str, Any]:
    """A heading as a line of a register."""
    shown = label(site, key)
    return {
        "title": shown,
        "link": site.links.to(page, entity_page(key)),
        "count": len(site.indexes.entities[key].documents),
        "also": also(entry_of(site, key), shown),
        "about": aside(site, key),
        "nested": [],
    }


def lines(site: Site, page: str, keys: Sequence[str]) -> list[dict[str, Any]]:
    """Headings as lines of a register."""
    return [line(site, page, key) for key in keys]


def also(entry: Entry | None, shown: str) -> str:
    """Other names by which readers look for an entry; none whose words all stand in the name that is shown."""
    known, kept = set(words(shown)), []
    for name in dict.fromkeys(all_names(entry)) if entry else ():
        if not known.issuperset(words(name)):
            kept.append(name)
            known.update(words(name))
    return "; ".join(kept)


def aside(site: Site, key: str) -> str:
    """What tells a heading from others of its name: what a place lies within, the short name of a body."""
    entry = entry_of(site, key)
    outer = getattr(entry, "within", None)
    if outer and not site.authority.hides(f"places/{outer}"):
        return site.authority.name(f"places/{outer}")
    short = getattr(entry, "abbreviation", None)
    return short if entry and short and folded(short) not in folded(entry.name) else ""


def number(site: Site, n: int) -> str:
    """A number as the language of the site writes it: `10,000`."""
    return str(format_decimal(n, locale=site.notes.language))


def filter_words(page_of_letters: bool = False) -> dict[str, str]:
    """The words that the script of the filter says."""
    return {
        "label": _("Filter"),
        "hint": _("Part of a name, in any spelling"),
        "left": _("{n} of {all} left."),
        "none": _("Nothing fits: try fewer letters."),
        "loading": _("The letters are being fetched …") if page_of_letters else "",
        "first": _("The first {n} are shown."),
    }
