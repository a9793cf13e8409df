"""Which documents are copies, versions and translations of one text, and which of them are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from generator.model import Block, Record, first_day


class Kin:
    """The families of the public archive, looked at once for all pages."""

    def __init__(self, records: Sequence[Record]) -> None:
        """Take the public records."""
        self.by_id = {record.document.id: record for record in records}

    @cached_property
    def families(self) -> dict[str, tuple[Record, ...]]:
        """By the id of the first document, which stands in front, the others by date; none has one member alone."""
        members: dict[str, list[Record]] = defaultdict(list)
        for record in self.by_id.values():
            if record.document.family in self.by_id:
                members[record.document.family].append(record)
        return {
            first: tuple(sorted(several, key=lambda r: (r.document.id != first, *in_time(r))))
            for first, several in members.items()
            if len(several) > 1 and any(r.document.id == first for r in several)
        }

    @cached_property
    def versions(self) -> dict[str, tuple[Record, ...]]:
        """For each document that is a version of a page, all its versions by the day on which they were saved."""
        return self._groups("version-of", _saved)

    @cached_property
    def translations(self) -> dict[str, tuple[Record, ...]]:
        """For each document that is in several languages, all of them by date."""
        return self._groups("translation-of", in_time)

    @cached_property
    def comparisons(self) -> dict[str, dict[str, str]]:
        """For each document those that it is compared with, and whether as `copy`, `version` or `translation`."""
        made: dict[str, dict[str, str]] = defaultdict(dict)
        for later, earlier, how in self._pairs():
            if can_be_compared(self.by_id[later]) and can_be_compared(self.by_id[earlier]):
                made[later].setdefault(earlier, how)
        return dict(made)

    def family_of(self, id: str) -> tuple[Record, ...]:
        """The family of a document, itself among it; empty where it has none."""
        return self.families.get(self.by_id[id].document.family or "", ())

    def compared(self, first: str) -> tuple[Record, ...]:
        """Of a family those that take part in its synopsis, the first in front.

        Empty where they are fewer than three: of two the comparison says it all.
        """
        members = tuple(record for record in self.families[first] if can_be_compared(record))
        return members if len(members) > 2 and members[0].document.id == first else ()

    def _pairs(self) -> Iterator[tuple[str, str, str]]:
        for several in _once(self.versions.values()):
            for earlier, later in pairwise(several):
                yield later.document.id, earlier.document.id, "version"
        for first, members in self.families.items():
            versions = {version.document.id for version in self.versions.get(first, ())}
            for member in members[1:]:
                yield member.document.id, first, "version" if member.document.id in versions else "copy"
        for record in self.by_id.values():
            for link in record.links:
                if link.relation == "translation-of" and link.to in self.by_id:
                    yield record.document.id, link.to, "translation"

    def _groups(self, relation: str, order: Callable[[Record], tuple[str, str]]) -> dict[str, tuple[Record, ...]]:
        """All that hang together by a relation, for each of them."""
        near: dict[str, set[str]] = defaultdict(set)
        for record in self.by_id.values():
            for link in record.links:
                if link.relation == relation and link.to in self.by_id:
                    near[record.document.id].add(link.to)
                    near[link.to].add(record.document.id)
        found: dict[str, tuple[Record, ...]] = {}
        for id in near:
            if id not in found:
                together = _reached(id, near)
                group = tuple(sorted((self.by_id[other] for other in together), key=order))
                found |= dict.fromkeys(together, group)
        return found


def _reached(start: str, near: dict[str, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        new = near[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached


def _once(groups: Iterable[tuple[Record, ...]]) -> Iterator[tuple[Record, ...]]:
    yield from {group[0].document.id: group for group in groups}.values()


def in_time(record: Record) -> tuple[str, str]:
    """Where a record stands in a list by date; what is undated stands last."""
    return first_day(record.document) or "9999", record.document.id


def is_of_one_day(copy: Record, first: Record) -> bool:
    """Whether a copy bears the same date as the first, so that only the curator knows which is taken from which."""
    said = any(link.relation == "reprint-of" and link.certainty == "curated" for link in copy.links)
    return bool(first_day(copy.document)) and copy.document.span == first.document.span and not said


def _saved(record: Record) -> tuple[str, str]:
    return saved(record) or "9999", record.document.id


def saved(record: Record) -> str | None:
    """The day (EDTF) on which a version was saved, else came out, else that it bears."""
    document = record.document
    return document.captured or document.published or document.date


def can_be_compared(record: Record) -> bool:
    """Whether any of its words may stand on a page of comparison: a text of which all is published."""
    return record.document.access == "open" and any(True for _ in comparable(record))


def comparable(record: Record) -> Iterator[tuple[Block, str]]:
    """The blocks that take part in a comparison, with their anchors: no recurring text, nothing withheld in them."""
    for block, anchor in zip(record.blocks, record.anchors, strict=True):
        if not (block.recurring or block.withheld):
            yield block, anchor
