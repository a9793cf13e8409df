"""All records together, as the relations look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.errors import SourceError
from generator.model import Link, Record, Wanted


class Archive:
    """The records by id, in order of date."""

    def __init__(self, records: Sequence[Record], withheld: frozenset[str] = frozenset()) -> None:
        """Put the records in order; an undated one stands before all others."""
        self.withheld = withheld
        self.records = sorted(records, key=order)
        self.by_id = {record.document.id: record for record in self.records}
        self.rank = {record.document.id: rank for rank, record in enumerate(self.records)}


def order(record: Record) -> tuple[str, str]:
    """Where a document stands in time: its first possible day, then its id."""
    return first_day(record), record.document.id


def first_day(record: Record) -> str:
    """The first day that the document's date allows; empty where nothing tells."""
    span = record.document.span
    return (span[0] or span[1] or "") if span else ""


@dataclass(slots=True)
class Found:
    """What the relations gave so far: each link with the document that holds it."""

    links: list[tuple[str, Link]] = field(default_factory=list)
    wanted: list[tuple[str, Wanted]] = field(default_factory=list)
    problems: list[SourceError] = field(default_factory=list)
    pairs: set[frozenset[str]] = field(default_factory=set)
    """Documents that are linked already, whatever the relation."""
    _kept: set[tuple[str, Link]] = field(default_factory=set)

    def add(self, source: str, link: Link) -> None:
        """Keep a link of the document `source`, once for each relation, target and place."""
        if link.to != source and (source, link) not in self._kept:
            self._kept.add((source, link))
            self.links.append((source, link))
            self.pairs.add(frozenset((source, link.to)))
