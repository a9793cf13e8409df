"""What every page may need to know of the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.address import entity_page
from generator.authority import Authority
from generator.citing import Forms
from generator.csl import Archive
from generator.localised import in_language
from generator.model import Link, Record
from generator.render.facts import title_of
from generator.render.kin import Kin, in_time
from generator.render.links import Links
from generator.render.wants import Want, wants


@dataclass(frozen=True, slots=True)
class SiteNotes:
    """What the pages say of the site as a whole."""

    name: str
    description: str = ""
    url: str | None = None
    language: str = "en"
    """In which the interface speaks (ISO 639-1)."""
    report_to: Mapping[str, str] = field(default_factory=dict)
    """Where readers report: `correct` and `protect`, each an address of `https:` or `mailto:`."""
    notice: str = ""
    """What is said at the head of each document, as that its text is an abstract."""
    holds_abstracts: bool = False
    """Whether the texts are the archive's own abstracts."""

    @property
    def archive(self) -> Archive:
        """The archive as citations name it."""
        return Archive(self.name, self.url, self.holds_abstracts)


class Site:
    """The public archive, as the pages look at it."""

    def __init__(
        self,
        records: Sequence[Record],
        indexes: Any,
        authority: Authority,
        notes: SiteNotes,
        links: Links,
        forms: Forms | None = None,
    ) -> None:
        """Keep all that pages are made of."""
        self.records, self.indexes = records, indexes
        self.authority = in_language(authority, notes.language)
        self.cited = authority
        """As the authority files have it: by these names bodies are cited, whatever language the site speaks."""
        self.notes, self.links = notes, links
        self.kin = Kin(records)
        self.forms = forms or Forms()
        self.archive = notes.archive

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The records by id."""
        return {record.document.id: record for record in self.records}

    def title(self, record: Record) -> str:
        """What a document is called in lists and headings."""
        return title_of(record.document, self.authority)

    def entity_link(self, page: str, key: str) -> str | None:
        """The link from a page to that of an entity; None where the entity has none."""
        target = entity_page(key)
        return self.links.to(page, target) if self.links.has(target) else None

    @cached_property
    def pointing_to(self) -> dict[str, list[tuple[str, Link]]]:
        """For each document the links of others that lead to it, by date, with the document that holds each."""
        found: dict[str, list[tuple[str, Link]]] = defaultdict(list)
        for record in self.in_time:
            for link in record.links:
                found[link.to].append((record.document.id, link))
        return found

    @cached_property
    def in_time(self) -> list[Record]:
        """The records by date; what is undated stands last."""
        return sorted(self.records, key=in_time)

    @cached_property
    def by_event(self) -> dict[str, list[Record]]:
        """For each event the documents on it, by date."""
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.in_time:
            for event in dict.fromkeys(record.document.events):
                found[event].append(record)
        return found

    @cached_property
    def wants(self) -> tuple[Want, ...]:
        """What is wanted, the most often cited first."""
        return wants(self.in_time)

    @cached_property
    def want_of(self) -> dict[tuple[str, ...], Want]:
        """The same by key."""
        return {want.key: want for want in self.wants}

    @cached_property
    def wants_on(self) -> dict[tuple[str, str], list[Want]]:
        """The same by event and kind: what texts on an event speak of."""
        found: dict[tuple[str, str], list[Want]] = defaultdict(list)
        for want in self.wants:
            events = dict.fromkeys(event for record, _ in want.cited for event in record.document.events)
            for event in events:
                found[event, want.kind or ""].append(want)
        return found
