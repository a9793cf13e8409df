"""The yardstick: quotations without a thought. Each run of eight words that stood in an earlier document is one.

It shows what the traps catch: names, formulas, furniture and copies are all quotations to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planted_truth import Truth

from generator.alignment import Word, words_of
from generator.model import Block, Link, Place, Record

RUN = 8
Gram = tuple[str, ...]


def naive(records: Sequence[Record], truth: Truth) -> list[Record]:
    """The records with such links alone, to the document that had the words first."""
    first: dict[Gram, str] = {}
    made = []
    for record in sorted(records, key=lambda r: (truth.documents[r.document.id].day, r.document.id)):
        links: list[Link] = []
        own: list[Gram] = []
        for block in record.blocks:
            words = words_of(block.text)
            grams = [tuple(w.folded for w in words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
            links += _links(block, words, [first.get(gram, "") for gram in grams])
            own += grams
        for gram in own:
            first.setdefault(gram, record.document.id)
        made.append(replace(record, links=tuple(links)))
    return made


def _links(block: Block, words: Sequence[Word], had: Sequence[str]) -> Iterator[Link]:
    """A link for each run of words that one earlier document had first."""
    at = 0
    while at < len(had):
        end = at + 1
        while end < len(had) and had[end] == had[at]:
            end += 1
        if had[at]:
            start, stop = words[at].start, words[end + RUN - 2].end
            yield Link(
                had[at], "quotes", "naive", "inferred", 0, "", Place(block.number, start, stop, block.text[start:stop])
            )
        at = end
