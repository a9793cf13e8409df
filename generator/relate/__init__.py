"""What documents have to do with each other: one module a relation, each giving links with their reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.decisions import RelationDecision
from generator.errors import SourceError
from generator.model import Link, Record, Wanted
from generator.relate import (
    by_address,
    by_description,
    by_mention,
    by_number,
    by_symbol,
    by_title,
    curated,
    quotes,
    recurring,
    reprints,
    said,
    same_event,
    similar,
    translations,
    versions,
)
from generator.relate.archive import Archive, Found
from generator.relate.decided import decide
from generator.relate.features import Features, features_of
from generator.relate.memo import Memo, kept_memo

__all__ = ["Features", "Memo", "features_of", "kept_memo", "relate"]

RELATIONS: tuple[Callable[[Archive, Found], None], ...] = (
    curated.relate,
    recurring.relate,
    versions.relate,
    reprints.relate,
    by_number.relate,
    by_symbol.relate,
    by_address.relate,
    by_title.relate,
    by_description.relate,
    quotes.relate,
    by_mention.relate,
    said.relate,
    translations.relate,
    same_event.relate,
    similar.relate,
)
"""In this order: the curator first; then furniture and copies, since the others leave out the one and take a family
for one document; `quotes` behind `by_title` (a title is no quotation), `by_mention` behind what it takes up; `similar`
last, since it leaves out what is linked already."""


def relate(
    records: Sequence[Record],
    withheld: frozenset[str] = frozenset(),
    decisions: Sequence[RelationDecision] = (),
    features: Mapping[str, Features] | None = None,
    memo: Memo | None = None,
) -> tuple[list[Record], list[SourceError]]:
    """The records with their links and what they want, and what of the curator's word about relations fits no more.

    A relation to one of the documents in `withheld` is left out; it is no bad input. `features` of documents and `memo`
    of pairs come from an earlier build; what is not given is made.
    """
    archive = Archive(records, withheld, features, memo)
    found = Found(number=archive.texts.number)
    for relation in RELATIONS:
        relation(archive, found)
    decide(archive, found, decisions)
    links: dict[str, list[Link]] = defaultdict(list)
    for source, link in found.links:
        links[source].append(link)
    wanted: dict[str, list[Wanted]] = defaultdict(list)
    for source, want in found.wanted:
        wanted[source].append(want)
    return [_with(archive, found, record, links, wanted) for record in records], found.problems


def _with(
    archive: Archive,
    found: Found,
    record: Record,
    links: Mapping[str, list[Link]],
    wanted: Mapping[str, list[Wanted]],
) -> Record:
    """The record with all that was found."""
    id = record.document.id
    places, family = recurring.shown(archive.texts, archive.texts.number[id]), found.family(id)
    if not (places or family or id in links or id in wanted):
        return record
    blocks = list(record.blocks)
    for at in places:
        blocks[at] = replace(blocks[at], recurring=True)
    return replace(
        record,
        document=replace(record.document, family=family) if family else record.document,
        blocks=tuple(blocks),
        links=tuple(sorted(links[id], key=_order)) if id in links else (),
        wanted=tuple(sorted(wanted[id], key=_place)) if id in wanted else (),
    )


def _place(wanted: Wanted) -> tuple[int, int]:
    return (wanted.at.paragraph, wanted.at.start) if wanted.at else (0, 0)


def _order(link: Link) -> tuple[str, float, str, int, int]:
    at = link.at
    return link.relation, -link.score, link.to, at.paragraph if at else 0, at.start if at else 0
