"""What the public sees of each document, by its access. What follows sees nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.address import anchors
from generator.authority import Authority
from generator.disclose.never_linked import without_never_linked
from generator.disclose.privacy import in_file, in_text
from generator.model import Block, Document, Evidence, Link, Mention, Place, Record, TopicUse, Wanted, first_day

__all__ = ["disclose", "in_file", "in_text"]

Numbers = Mapping[int, int]
"""The new number of each block that is published."""


def disclose(records: Sequence[Record], authority: Authority) -> list[Record]:
    """The public archive: extracts cut, texts withheld, what is never linked and links to what is not there gone."""
    records = [without_never_linked(record, authority) for record in records]
    shown = {record.document.id: _published(record) for record in records}
    access = {record.document.id: record.document.access for record in records}
    first = _first_of_families(records)
    return [_public(record, shown, access, first) for record in records]


def _first_of_families(records: Sequence[Record]) -> dict[str, str]:
    """For each family the first document that is published; none where only one of it is."""
    families: dict[str, list[Document]] = defaultdict(list)
    for record in records:
        if record.document.family:
            families[record.document.family].append(record.document)
    return {
        family: family if any(member.id == family for member in members) else min(members, key=_in_time).id
        for family, members in families.items()
        if len(members) > 1
    }


def _in_time(document: Document) -> tuple[str, str]:
    return first_day(document) or "9999", document.id


def _published(record: Record) -> Numbers:
    """The blocks of a record that are published, with their numbers there."""
    if record.document.access == "open":
        return {block.number: block.number for block in record.blocks}
    if record.document.access == "extract":
        numbers = sorted(n for n in _speaking(record) if n)
        return {number: rank for rank, number in enumerate(numbers, 1)}
    return {}


def _speaking(record: Record) -> set[int | None]:
    """The blocks of mentions, links and evidence."""
    places = [m.at for m in record.mentions] + [link.at for link in record.links] + [w.at for w in record.wanted]
    evidence = {fact.paragraph for fact in record.document.evidence.values()}
    return {place.paragraph for place in places if place} | evidence


def _public(
    record: Record, shown: Mapping[str, Numbers], access: Mapping[str, str], first: Mapping[str, str]
) -> Record:
    numbers = shown[record.document.id]
    blocks = _blocks(record.blocks, numbers)
    text = record.document.access != "metadata"
    return replace(
        record,
        document=_document(record, numbers, first),
        blocks=blocks,
        anchors=anchors(block.text for block in blocks),
        mentions=_mentions(record, numbers),
        abbreviations=tuple(
            replace(a, at=_move(a.at, numbers)) for a in record.abbreviations if text and a.at.paragraph in numbers
        ),
        citations=(),
        relations=(),
        links=_links(record, shown, access),
        wanted=tuple(_want(want, numbers, text) for want in record.wanted),
        questions=(),
    )


def _blocks(blocks: Sequence[Block], numbers: Numbers) -> tuple[Block, ...]:
    made, last = [], 0
    for block in blocks:
        if block.number in numbers:
            made.append(replace(block, number=numbers[block.number], gap=block.number > last + 1))
            last = block.number
    return tuple(made)


def _document(record: Record, numbers: Numbers, first: Mapping[str, str]) -> Document:
    document = record.document
    files = document.access == "open" and record.publish_file and not any(b.withheld for b in record.blocks)
    incipit = "title" in document.evidence and document.evidence["title"].basis == "incipit"
    metadata = document.access == "metadata"
    return replace(
        document,
        title=None if metadata and incipit else document.title,
        family=first.get(document.family or ""),
        topics=tuple(TopicUse(t.topic, () if metadata else t.terms, t.score) for t in document.topics),
        source=document.source if files else None,
        files=document.files if files else (),
        evidence={name: _evidence(fact, numbers) for name, fact in document.evidence.items()},
    )


def _evidence(fact: Evidence, numbers: Numbers) -> Evidence:
    if fact.paragraph is not None and fact.paragraph in numbers:
        return replace(fact, paragraph=numbers[fact.paragraph])
    return replace(fact, quote=None, paragraph=None)


def _mentions(record: Record, numbers: Numbers) -> tuple[Mention, ...]:
    """The mentions in what is published; of a text that is not, each entity once, without its place."""
    if record.document.access != "metadata":
        return tuple(
            replace(m, at=_moved(m.at, numbers)) for m in record.mentions if m.at and m.at.paragraph in numbers
        )
    once = {m.entity: replace(m, at=None) for m in reversed(record.mentions)}
    return tuple(once[entity] for entity in sorted(once))


def _links(record: Record, shown: Mapping[str, Numbers], access: Mapping[str, str]) -> tuple[Link, ...]:
    made = []
    for link in record.links:
        if link.to in shown:
            ends = {access[record.document.id], access[link.to]}
            at, target = _moved(link.at, shown[record.document.id]), _moved(link.target_at, shown[link.to])
            half = link.relation in _SHARED and not (at and target) and ends != {"open"}
            if half:
                at = target = None
            if access[record.document.id] == "metadata":
                target = None  # not even what it speaks of
            public = replace(link, at=at, target_at=target)
            made.append(replace(public, reason=_plain_reason(link)) if half or "metadata" in ends else public)
    return tuple(made)


_SHARED = frozenset({"quotes", "reprint-of", "version-of", "translation-of"})
"""Relations of texts that share words: what one end shows, the other may withhold. Both passages, or neither."""


def _want(want: Wanted, numbers: Numbers, text: bool) -> Wanted:
    """What is wanted; words of a text that is not published are left out."""
    return replace(want, at=_moved(want.at, numbers), named=want.named if text else None)


def _plain_reason(link: Link) -> str:
    """The reason without words of a text that is not published; a curator's note stays."""
    return link.reason if link.certainty == "curated" else ""


def _move(at: Place, numbers: Numbers) -> Place:
    return replace(at, paragraph=numbers[at.paragraph])


def _moved(at: Place | None, numbers: Numbers) -> Place | None:
    return _move(at, numbers) if at and at.paragraph in numbers else None
