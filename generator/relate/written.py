"""The words of texts as they are written, with their blocks: from words back to places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from generator.alignment import Word, words_of
from generator.model import Block, Place, Record

FOLDERS = ("people/", "organisations/", "places/", "events/")
"""What has a name: words that name such a thing say nothing of a text by themselves."""
_AT_START = re.compile(r"(?:^|[.!?:;–—-])[\s\"“«(]*$")
_AT_END = re.compile(r"[\"”»’)\]]*[.!?…][\"”»’)\]]*\s")
_LINE = 20
"""Words of a line at the head of a text; a paragraph has more."""
_SALUTATION = (",", ":", "!")
_DATELINE = re.compile(r"[^.!?]{0,90}?\s[–—-]{1,2}\s")
_OPENS, _CLOSES = "“«„", "”»“"


class Written:
    """The words of one text, in the order of `Features.words`; each block is read when it is asked for."""

    def __init__(self, record: Record, starts: Sequence[int]) -> None:
        """Take a record, and for each of its blocks the number of words before it."""
        self._record, self._starts = record, starts
        self._words: dict[int, list[Word]] = {}

    def _at(self, at: int) -> tuple[Block, Word]:
        place = bisect_right(self._starts, at) - 1
        if place not in self._words:
            self._words[place] = words_of(self._record.blocks[place].text)
        return self._record.blocks[place], self._words[place][at - self._starts[place]]

    def folded(self, start: int, end: int) -> list[str]:
        """A span of words as they are compared."""
        return [self._at(at)[1].folded for at in range(start, end)]

    def place(self, start: int, end: int) -> Place:
        """A span of words within one block as a place."""
        (block, first), (_, last) = self._at(start), self._at(end - 1)
        return Place(block.number, first.start, last.end, block.text[first.start : last.end])

    def is_name(self, at: int) -> bool:
        """Whether a word is a figure, or names someone or something."""
        block, word = self._at(at)
        spelled = block.text[word.start : word.end]
        if any(map(str.isdigit, spelled)):
            return True
        if any(first < word.end and word.start < last for first, last in self._named.get(block.number, ())):
            return True
        return spelled[0].isupper() and not _AT_START.search(block.text[max(0, word.start - 6) : word.start])

    @cached_property
    def _named(self) -> dict[int, list[tuple[int, int]]]:
        """The spans in each block that name an entity."""
        spans: dict[int, list[tuple[int, int]]] = {}
        for mention in self._record.mentions:
            if mention.at and mention.entity.startswith(FOLDERS):
                spans.setdefault(mention.at.paragraph, []).append((mention.at.start, mention.at.end))
        return spans

    @cached_property
    def title(self) -> frozenset[str]:
        """The words of the title, folded."""
        return frozenset(word.folded for word in words_of(self._record.document.title or ""))

    def is_head(self, at: int) -> bool:
        """Whether a word stands in a heading or in the title."""
        block, title = self._at(at)[0], self._record.document.evidence.get("title")
        if block.kind == "heading" or title is None or title.basis == "incipit":
            return block.kind == "heading"
        return title.paragraph == block.number and 2 * len(title.quote or "") > len(block.text)

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends behind a word."""
        block, word = self._at(at)
        return bool(_AT_END.match(block.text, word.end))

    @cached_property
    def _opening(self) -> int:
        """The words before the body of the text: lines at its head, and the dateline of its first paragraph."""
        for place, block in enumerate(self._record.blocks):
            long = self._starts[place + 1] - self._starts[place] > _LINE
            if long or block.text.rstrip().endswith(_SALUTATION):
                lead = _DATELINE.match(block.text)
                return self._starts[place] + len(words_of(lead[0]) if lead and long and not block.withheld else ())
        return 0

    def is_in_opening(self, at: int) -> bool:
        """Whether a word stands where copies bear other titles, dates and places: before the body, a greeting aside."""
        return at < self._opening

    def in_marks(self, start: int, end: int) -> bool:
        """Whether a span of words within one block stands in quotation marks."""
        (block, first), (_, last) = self._at(start), self._at(end - 1)
        before, behind = block.text[: first.start], block.text[last.end :]
        if before.count('"') % 2 and '"' in behind:
            return True
        opened = max(before.rfind(mark) for mark in _OPENS)
        is_open = opened >= 0 and not any(mark in before[opened + 1 :] for mark in _CLOSES)
        return is_open and any(mark in behind for mark in _CLOSES)
