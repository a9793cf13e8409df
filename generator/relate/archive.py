"""All records together, as the relations look at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.errors import SourceError
from generator.model import Citation, Link, Place, Record, Wanted, first_day
from generator.relate.features import Features
from generator.relate.memo import Memo
from generator.relate.texts import Texts


class Archive:
    """The records by id, in order of date."""

    def __init__(
        self,
        records: Sequence[Record],
        withheld: frozenset[str] = frozenset(),
        features: Mapping[str, Features] | None = None,
        memo: Memo | None = None,
    ) -> None:
        """Put the records in order, an undated one before all others.

        `features` and `memo` are what an earlier build knows; what is not given is made.
        """
        self.withheld = withheld
        self.memo = memo or Memo()
        self.texts = Texts(records, features or {}, self.memo)
        self.records = sorted(records, key=order)
        self.by_id = {record.document.id: record for record in self.records}
        self.rank = {record.document.id: rank for rank, record in enumerate(self.records)}
        """Where each stands by date, then id: the later holds a link that goes both ways. (`Texts` has another order,
        in which what reports on others stands behind them, and what is undated last: there it tells who was first.)"""

    @cached_property
    def citations(self) -> Mapping[str, Sequence[tuple[Record, Citation]]]:
        """The citations of each form with the records that make them, in their order."""
        made: dict[str, list[tuple[Record, Citation]]] = defaultdict(list)
        for record in self.records:
            for citation in record.citations:
                made[citation.form].append((record, citation))
        return made


def order(record: Record) -> tuple[str, str]:
    """Where a document stands in time: its first possible day, then its id."""
    return first_day(record.document), record.document.id


def last_day(record: Record) -> str:
    """The last day that the document's date allows; empty where nothing tells."""
    span = record.document.span
    return (span[1] or span[0] or "") if span else ""


def overlap(one: Place, other: Place) -> bool:
    """Whether two places share a code point."""
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


COPIES = ("reprint-of", "version-of")
"""Relations that make a family."""


@dataclass(slots=True)
class Found:
    """What the relations gave so far: each link with the document that holds it."""

    links: list[tuple[str, Link]] = field(default_factory=list)
    wanted: list[tuple[str, Wanted]] = field(default_factory=list)
    problems: list[SourceError] = field(default_factory=list)
    pairs: set[frozenset[str]] = field(default_factory=set)
    """Documents that are linked already, whatever the relation."""
    _kept: set[tuple[str, Link]] = field(default_factory=set)
    _cited: dict[tuple[str, int], list[Place]] = field(default_factory=lambda: defaultdict(list))
    """Where each document refers to another, by its id and paragraph."""
    _titles: dict[tuple[str, int], list[tuple[Place, str]]] = field(default_factory=lambda: defaultdict(list))
    number: Mapping[str, int] = field(default_factory=dict)
    """Each document's number in `Texts`, by which the first of a family is known."""
    _up: dict[str, str] = field(default_factory=dict)
    """Of each member of a family one nearer to its first (R. E. Tarjan, 1975); of the first itself."""

    def add(self, source: str, link: Link) -> None:
        """Keep a link of the document `source`, once for each relation, target and place."""
        many = len(self._kept)
        if link.to == source:
            return
        self._kept.add((source, link))
        if len(self._kept) > many:  # a link is hashed once: that takes longest
            self.links.append((source, link))
            self.pairs.add(frozenset((source, link.to)))
            if link.relation == "refers-to" and link.at:
                self._cited[source, link.at.paragraph].append(link.at)
                if link.basis == "title":
                    self._titles[source, link.at.paragraph].append((link.at, link.to))
            if link.relation in COPIES:
                self._join(source, link.to)

    def want(self, source: str, wanted: Wanted) -> None:
        """Keep what the document `source` wants, once for each place, and not where it refers to what is held."""
        at = wanted.at
        if at is None or not self.cites(source, at):
            self.wanted.append((source, wanted))
            if at:
                self._cited[source, at.paragraph].append(at)

    def change(self, gone: Collection[tuple[str, Link]], new: Iterable[tuple[str, Link]]) -> None:
        """Take links away and put others there, when all are found; what is linked at a place is wanted no more."""
        without = set(gone)
        self.links[:] = [held for held in self.links if held not in without]
        self._kept -= without
        self._up = {}
        for source, link in self.links:
            if link.relation in COPIES:
                self._join(source, link.to)
        for source, link in new:
            self.add(source, link)
        self.pairs = {frozenset((source, link.to)) for source, link in self.links}
        linked = defaultdict(list)
        for source, link in self.links:
            if link.relation == "refers-to" and link.at:
                linked[source, link.at.paragraph].append(link.at)
        self.wanted[:] = [
            (source, wanted)
            for source, wanted in self.wanted
            if not wanted.at or not any(overlap(wanted.at, at) for at in linked[source, wanted.at.paragraph])
        ]

    def cites(self, source: str, at: Place) -> bool:
        """Whether the document `source` is known to speak of another document at a place."""
        return any(overlap(at, other) for other in self._cited[source, at.paragraph])

    def titles_at(self, source: str, paragraph: int) -> list[tuple[Place, str]]:
        """Where a paragraph of the document `source` names others by their titles, and which."""
        return self._titles.get((source, paragraph), [])

    def one_of(self, documents: Iterable[str]) -> str | None:
        """The one document, or the first of the family whose copies all of several are; None where there is none."""
        heads = {self.head(document) for document in documents}
        return heads.pop() if len(heads) == 1 else None

    def family(self, document: str) -> str | None:
        """The first of the family of a document; None for one that has none."""
        return self.head(document) if document in self._up else None

    def _join(self, one: str, other: str) -> None:
        """Make one family of two; the earlier of their first documents is the first."""
        heads = sorted((self.head(one), self.head(other)), key=lambda head: (self.number.get(head, 0), head))
        self._up |= {one: self._up.get(one, one), other: self._up.get(other, other), heads[1]: heads[0]}
        self._up.setdefault(heads[0], heads[0])

    def head(self, document: str) -> str:
        """The first of the family of a document, which is itself where it has none."""
        while (up := self._up.get(document, document)) != document:
            document = up
        return document
