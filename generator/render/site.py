"""What every page may need to know of the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.authority import Authority
from generator.model import Link, Record
from generator.render.links import Links


@dataclass(frozen=True, slots=True)
class SiteNotes:
    """What the pages say of the site as a whole."""

    name: str
    description: str = ""
    url: str | None = None


class Site:
    """The public archive, as the pages look at it."""

    def __init__(
        self, records: Sequence[Record], indexes: Any, authority: Authority, notes: SiteNotes, links: Links
    ) -> None:
        """Keep all that pages are made of."""
        self.records, self.indexes, self.authority = records, indexes, authority
        self.notes, self.links = notes, links

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The records by id."""
        return {record.document.id: record for record in self.records}

    @cached_property
    def pointing_to(self) -> dict[str, list[tuple[str, Link]]]:
        """For each document the links of others that lead to it, with the document that holds each."""
        found: dict[str, list[tuple[str, Link]]] = defaultdict(list)
        for record in self.records:
            for link in record.links:
                found[link.to].append((record.document.id, link))
        return found

    @cached_property
    def in_time(self) -> list[Record]:
        """The records by date; what is undated stands last."""
        return sorted(self.records, key=lambda r: (first_day(r) or "9999", r.document.id))


def first_day(record: Record) -> str:
    """The first day that the document's date allows; empty where nothing tells."""
    span = record.document.span
    return (span[0] or span[1] or "") if span else ""
