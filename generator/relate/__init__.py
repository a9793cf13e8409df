"""What documents have to do with each other: one module a relation, each giving links with their reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.errors import SourceError
from generator.model import Link, Record, Wanted
from generator.relate import by_address, by_description, by_title, curated, same_event, similar
from generator.relate.archive import Archive, Found

RELATIONS: tuple[Callable[[Archive, Found], None], ...] = (
    curated.relate,
    by_address.relate,
    by_title.relate,
    by_description.relate,
    same_event.relate,
    similar.relate,
)
"""In this order: the curator first, and `similar` last, since it leaves out what is linked already."""


def relate(records: Sequence[Record], withheld: frozenset[str] = frozenset()) -> tuple[list[Record], list[SourceError]]:
    """The records with their links and what they want, and the curator's relations that lead nowhere.

    A relation to one of the documents in `withheld` is left out; it is no bad input.
    """
    archive, found = Archive(records, withheld), Found()
    for relation in RELATIONS:
        relation(archive, found)
    links: dict[str, list[Link]] = defaultdict(list)
    for source, link in found.links:
        links[source].append(link)
    wanted: dict[str, list[Wanted]] = defaultdict(list)
    for source, want in found.wanted:
        wanted[source].append(want)
    return [_with(record, links[record.document.id], wanted[record.document.id]) for record in records], found.problems


def _with(record: Record, links: list[Link], wanted: list[Wanted]) -> Record:
    return replace(record, links=tuple(sorted(links, key=_order)), wanted=tuple(wanted))


def _order(link: Link) -> tuple[str, float, str, int, int]:
    at = link.at
    return link.relation, -link.score, link.to, at.paragraph if at else 0, at.start if at else 0
