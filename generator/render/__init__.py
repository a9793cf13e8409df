"""Markdown pages out of the public records and their indexes, through the templates in `templates/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.address import comparison_page, document_page, entity_page, synopsis_page
from generator.authority import Authority
from generator.citing import Forms
from generator.errors import LinkError
from generator.model import Place, Record
from generator.render import pages
from generator.render.compare import comparison
from generator.render.document import document
from generator.render.entity import entity, entity_pages
from generator.render.indexes import listing
from generator.render.kin import Kin
from generator.render.links import Links
from generator.render.script_words import PATH as WORDS
from generator.render.script_words import script_words
from generator.render.searching import PATH as SEARCHING
from generator.render.searching import indexes as search_indexes
from generator.render.searching import search
from generator.render.site import Site, SiteNotes
from generator.render.synopsis import parts, synopsis
from generator.render.words import speaking
from generator.store import Kept

__all__ = ["Indexes", "Rendered", "SiteNotes", "render"]


class Occurrence(Protocol):
    """A document under a heading, as `index` gives it."""

    @property
    def document(self) -> str:
        """The document's id."""

    @property
    def passage(self) -> Place | None:
        """Where it names the entity first."""

    @property
    def anchor(self) -> str | None:
        """The anchor of that paragraph."""


class Heading(Protocol):
    """What stands under one heading, as `index` gives it."""

    @property
    def key(self) -> str:
        """The page: `people/x`."""

    @property
    def title(self) -> str:
        """The heading."""

    @property
    def documents(self) -> Sequence[Occurrence]:
        """By date, then id."""


class Neighbour(Protocol):
    """Someone who occurs with a heading, as `index` gives it."""

    @property
    def key(self) -> str:
        """The page: `people/x`."""

    @property
    def documents(self) -> int:
        """In so many documents both stand."""


class Together(Protocol):
    """Who occurs with what, as `index` gives it."""

    @property
    def neighbours(self) -> Mapping[str, Sequence[Neighbour]]:
        """By heading."""

    @property
    def everywhere(self) -> Sequence[str]:
        """Who is left out."""


class Indexes(Protocol):
    """All headings, as `index` gives them."""

    @property
    def entities(self) -> Mapping[str, Heading]:
        """By key."""

    @property
    def folders(self) -> Mapping[str, Sequence[str]]:
        """The keys of each folder, in order."""

    @property
    def together(self) -> Together:
        """Who occurs with each heading."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Every page by its path below `build/docs`, and the links that lead nowhere."""

    pages: Mapping[str, str]
    errors: Sequence[LinkError]
    files: Mapping[str, str]
    """What the scripts of the pages need, in the same way."""


def render(
    records: Sequence[Record],
    indexes: Indexes,
    authority: Authority,
    notes: SiteNotes,
    by_hand: Mapping[str, str],
    forms: Forms | None = None,
    languages: tuple[str, ...] = ("en",),
    kept: Kept | None = None,
    searchable: Callable[[Mapping[str, str]], None] = lambda files: None,
) -> Rendered:
    """All pages of the site; `by_hand` are pages written by the curator, which win over made ones.

    `forms` are those of citations, as far as they are known from an earlier build; `languages` those of the texts;
    `kept` has words of theirs for the search. `searchable` is given what the search index is made from, by its path
    below `build/search`, before the pages are made.
    """
    anchors = {document_page(record.document.id): frozenset(record.anchors) for record in records}
    made = [entity_page(key) for key in indexes.entities] + [entity_page(folder) for folder in indexes.folders]
    fixed = [page for page, _ in pages.FIXED]
    there = {page: frozenset[str]() for page in [*made, *fixed, *by_hand]} | anchors
    site = Site(records, indexes, authority, notes, Links(there), forms)
    more = [*_comparisons(site.kin), *_synopses(site.kin), *entity_pages(site)]
    there |= {page: frozenset[str]() for page in more}
    there |= {page: anchors for page, (_make, anchors) in pages.growing(site).items()}
    there["wanted/index.md"] = frozenset(want.anchor for want in site.wants)
    with speaking(notes.language):
        for_search, searching = search(site, search_indexes(records), languages, kept or Kept())
        searchable(for_search)
        rendered = dict(_pages(site))
        files = {WORDS: script_words(), SEARCHING: searching}
    for page, markdown in by_hand.items():
        site.links.check_by_hand(page, markdown)
        rendered[page] = markdown
    return Rendered(rendered, site.links.errors, files)


Pair = tuple[str, str, str]
"""A document, the one that it is compared with, and how."""


def _comparisons(kin: Kin) -> dict[str, Pair]:
    """Each page of a comparison."""
    return {
        comparison_page(id, other): (id, other, how)
        for id, others in kin.comparisons.items()
        for other, how in others.items()
    }


def _synopses(kin: Kin) -> dict[str, tuple[str, int]]:
    """Each page of a synopsis: the first document of the family, and which of its pages."""
    return {
        synopsis_page(first, part): (first, part)
        for first in kin.families
        for part in range(1, parts(kin.compared(first)) + 1)
    }


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    for record in site.records:
        yield document_page(record.document.id), document(site, record)
    for heading in site.indexes.entities.values():
        yield from entity(site, heading)
    for folder, keys in site.indexes.folders.items():
        yield entity_page(folder), listing(site, folder, keys)
    for page, make in [*pages.FIXED, *((page, make) for page, (make, _anchors) in pages.growing(site).items())]:
        yield page, make(site, page)
    for page, (id, other, how) in _comparisons(site.kin).items():
        yield page, comparison(site, site.by_id[id], site.by_id[other], how)
    for page, (first, part) in _synopses(site.kin).items():
        yield page, synopsis(site, site.kin.compared(first), part)
