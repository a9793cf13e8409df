"""Refers to: the exact title of another document, of three words and more, stands in the text."""

from __future__ import annotations

from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from generator.model import Block, Link, Place, Record
from generator.relate.archive import Archive, Found
from generator.text import fold, key

_FEWEST_WORDS = 3


def relate(archive: Archive, found: Found) -> None:
    """One pass of all titles over all texts; a title that two documents bear links to neither."""
    titles = _titles(archive)
    if not titles:
        return
    automaton = AhoCorasick(list(titles))
    owners = list(titles.values())
    for record in archive.records:
        for block in record.blocks:
            for index, at in _hits(automaton, block):
                if owners[index] and owners[index] != record.document.id and not _is_own_title(record, at):
                    reason = "Its text names the title"
                    link = Link(owners[index], "refers-to", "title", "stated", 0.97, reason, at)
                    found.add(record.document.id, link)


def _titles(archive: Archive) -> dict[str, str]:
    """The document of each folded title; empty where there are several."""
    titles: dict[str, str] = {}
    for record in archive.records:
        evidence = record.document.evidence.get("title")
        title = key(record.document.title or "")
        if len(title.split()) >= _FEWEST_WORDS and not (evidence and evidence.basis == "incipit"):
            titles[title] = "" if title in titles else record.document.id
    return titles


def _hits(automaton: AhoCorasick, block: Block) -> Iterator[tuple[int, Place]]:
    """The titles in a block on word boundaries, leftmost and longest first, none inside another."""
    folded = fold(block.text)
    text, done = folded.text, 0
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    for index, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
        bounded = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        if start >= done and bounded:
            first, last = folded.span(start, end)
            yield index, Place(block.number, first, last, block.text[first:last])
            done = end


def _is_own_title(record: Record, at: Place) -> bool:
    evidence = record.document.evidence.get("title")
    return bool(evidence and evidence.paragraph == at.paragraph and len(at.quote) >= len(evidence.quote or ""))
