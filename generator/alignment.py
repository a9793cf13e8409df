"""Two texts side by side, word by word: what is the same, changed, left out, added."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from generator.text import fold_char

_SINGLE = "\u3040-\u30ff\u3400-\u9fff"
"""Characters of scripts that put no space between words: each counts as a word."""
_PART = rf"[^\W{_SINGLE}](?:[^\W{_SINGLE}]|[\u0300-\u036f])*"
WORD = re.compile(rf"{_PART}(?:['’-]{_PART})*|[{_SINGLE}]")
"""A word, with the hyphens, apostrophes and combining marks within it."""
_MARKS = re.compile(r"['’-]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    start: int
    end: int
    folded: str
    """In lower case, without diacritics, hyphens and apostrophes: equal words are equal here."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a first text to a second: spans (code points) of both, that follow each other without a gap.

    White space and punctuation between words belong to the span that begins before them.
    """

    how: str
    """`same`, `changed`, `left-out` (only in the first) or `added` (only in the second)."""
    first: tuple[int, int]
    second: tuple[int, int]


def words_of(text: str) -> list[Word]:
    """The words of a text in order."""
    return [Word(match.start(), match.end(), folded_word(match[0])) for match in WORD.finditer(text)]


def folded_word(word: str) -> str:
    """A word as it is compared: in lower case, without diacritics, hyphens and apostrophes."""
    if word.isascii():
        return _MARKS.sub("", word.lower())
    return _MARKS.sub("", "".join(map(fold_char, unicodedata.normalize("NFC", word))))


def align(first: str, second: str) -> list[Step]:
    """The steps from one text to another, both covered whole; the fewest changes of words.

    Method: Levenshtein, 'Binary codes capable of correcting deletions, insertions, and reversals' (1966), over words.
    """
    ones, others = words_of(first), words_of(second)
    if not ones or not others:  # a text without words is another one as a whole
        return [Step("changed", (0, len(first)), (0, len(second)))] if first or second else []
    steps = []
    for op in Levenshtein.opcodes([w.folded for w in ones], [w.folded for w in others]):
        spans = _span(ones, op.src_start, op.src_end, first), _span(others, op.dest_start, op.dest_end, second)
        steps.append(Step(_HOW[op.tag], *spans))
    return steps


_HOW = {"equal": "same", "replace": "changed", "delete": "left-out", "insert": "added"}


def _span(words: Sequence[Word], start: int, end: int, text: str) -> tuple[int, int]:
    """From the first word of a run to the word behind it; the first run begins with the text."""
    return _edge(words, start, text), _edge(words, end, text)


def _edge(words: Sequence[Word], at: int, text: str) -> int:
    if at >= len(words):
        return len(text)
    return words[at].start if at else 0
