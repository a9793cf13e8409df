"""Translations: language versions of one text, proposed where publisher, day, names, figures and length agree."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Link, Record
from generator.relate.archive import Archive, Found
from generator.relate.written import FOLDERS

_DAYS = 3
_SHORTEST, _LONGEST = 0.5, 2.0
"""Letters of one text for each letter of the other; between European languages whole texts come close to 1
(W. A. Gale, K. W. Church, 'A program for aligning sentences', 1993), others lie further apart."""
_LIKE = 0.5
"""The least share of names and figures that agree."""
_FEWEST = 3
"""Names and figures that must agree."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class _Text:
    """What a text keeps when it is translated."""

    id: str
    language: str
    day: int
    marks: Counter[str]
    """Its figures and the entities that it names."""
    letters: int


def relate(archive: Archive, found: Found) -> None:
    """Link each text to the one of another language that is most like it, and to which it is; a tie links to none."""
    for texts in _issued_together(archive):
        best: dict[tuple[str, str], list[tuple[float, str, str]]] = defaultdict(list)
        for pair in _proposed(texts, found):
            _, earlier, later = pair
            best[earlier.id, later.language].append((pair[0], earlier.id, later.id))
            best[later.id, earlier.language].append((pair[0], earlier.id, later.id))
        chosen = Counter(first for several in best.values() if (first := _first(several)))
        for score, source, translation in sorted(pair for pair, ends in chosen.items() if ends == 2):
            reason = "The same publisher, day, names and figures, in another language"
            link = Link(source, "translation-of", "publisher+date+names", "inferred", score, reason)
            found.add(translation, link)


def _first(pairs: Sequence[tuple[float, str, str]]) -> tuple[float, str, str] | None:
    """The pair of the highest score, where no other has the same."""
    ordered = sorted(pairs, reverse=True)
    return ordered[0] if len(ordered) == 1 or ordered[0][0] > ordered[1][0] else None


def _issued_together(archive: Archive) -> Iterator[list[_Text]]:
    """The dated texts of each publisher that writes in several languages, in order of time.

    Of one day, the text in the language that the publisher writes most stands first: it is taken for the original.
    """
    issued: dict[str, list[Record]] = defaultdict(list)
    for number, record in enumerate(archive.texts.records):
        issuer = record.document.publisher or record.document.creator
        if issuer and record.document.language and archive.texts.days[number] >= 0:
            issued[issuer].append(record)
    for records in issued.values():
        count = Counter(record.document.language for record in records)
        if len(count) > 1:
            texts = [_text(archive, record) for record in records]
            yield sorted(texts, key=lambda text: (text.day, -count[text.language], text.id))


def _text(archive: Archive, record: Record) -> _Text:
    number = archive.texts.number[record.document.id]
    kept = [b for at, b in enumerate(record.blocks) if not b.withheld and at not in archive.texts.recurring[number]]
    figures = (figure for block in kept for figure in _FIGURE.findall(block.text))
    names = {mention.entity for mention in record.mentions if mention.entity.startswith(FOLDERS)}
    letters = sum(len(block.text) for block in kept)
    day = int(archive.texts.days[number])
    return _Text(record.document.id, record.document.language or "", day, Counter([*figures, *names]), letters)


def _proposed(texts: Sequence[_Text], found: Found) -> Iterator[tuple[float, _Text, _Text]]:
    """Pairs of texts in two languages that may be one text, with the share of what agrees in both."""
    for at, later in enumerate(texts):
        for earlier in reversed(texts[:at]):
            if later.day - earlier.day > _DAYS:
                break
            is_other = earlier.language != later.language and frozenset((earlier.id, later.id)) not in found.pairs
            if is_other and earlier.letters * _SHORTEST <= later.letters <= earlier.letters * _LONGEST:
                same = (earlier.marks & later.marks).total()
                share = round(same / max(1, (earlier.marks | later.marks).total()), 2)
                if same >= _FEWEST and share >= _LIKE:
                    yield share, earlier, later
