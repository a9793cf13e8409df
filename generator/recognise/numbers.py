"""References by the archive's own numbering: `Document 21`, `Documents 12 and 39–41`, as the settings say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Block, Citation, Place
from generator.numbering import Numbering, filled
from generator.text import squeeze

_NUMBER = re.compile(r"\d{1,9}")
_SPACES = re.compile(r"\s\s|[^\S ]")
_DASH = re.compile(r"\s?[-‐‑–—−]\s?")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Rule:
    numbering: Numbering
    pattern: re.Pattern[str]
    within: re.Pattern[str] | None


class NumberFinder:
    """Finds the numbers of documents; the patterns are compiled once."""

    def __init__(self, numberings: Sequence[Numbering]) -> None:
        """Prepare the numberings, which are tried in order."""
        self._rules = [
            _Rule(one, re.compile(one.pattern), re.compile(one.within) if one.within else None) for one in numberings
        ]

    def find(self, blocks: Sequence[Block], document: str) -> Iterator[Citation]:
        """The references by number in the text of a document, in order within each block."""
        rules = [(rule, groups) for rule in self._rules if (groups := _groups(rule, document)) is not None]
        for block in blocks if rules else ():
            yield from sorted(_in_block(block, rules), key=lambda citation: citation.at.start)


def _groups(rule: _Rule, document: str) -> Mapping[str, str | None] | None:
    """What a rule reads in the id of the citing document; None where it is not for that."""
    if rule.within is None:
        return {}
    match = rule.within.fullmatch(document)
    return match.groupdict() if match else None


def _in_block(block: Block, rules: Sequence[tuple[_Rule, Mapping[str, str | None]]]) -> Iterator[Citation]:
    """Each rule looks at what the ones before it left."""
    text, origin = _spaced(block.text)
    taken: list[Span] = []
    for rule, groups in rules:
        found = [m for start, end in _free(taken, len(text)) for m in rule.pattern.finditer(text, start, end)]
        for match in found:
            taken.append(match.span())
            yield from _cited(block, match, origin, rule.numbering, groups)


def _spaced(text: str) -> tuple[str, Sequence[int]]:
    """The text with each run of white space one space, so that a pattern reads over line breaks; and the way back."""
    if not _SPACES.search(text):
        return text, range(len(text) + 1)
    kept = [at for at, char in enumerate(text) if not (char.isspace() and at and text[at - 1].isspace())]
    return "".join(" " if text[at].isspace() else text[at] for at in kept), [*kept, len(text)]


def _free(taken: Sequence[Span], length: int) -> Iterator[Span]:
    at = 0
    for start, end in sorted(taken):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < length:
        yield at, length


def _cited(
    block: Block, match: re.Match[str], origin: Sequence[int], numbering: Numbering, groups: Mapping[str, str | None]
) -> Iterator[Citation]:
    at = _place(block, origin, *match.span())
    if numbering.to is None:
        yield Citation(at, "number", number=squeeze(match[0]))
        return
    known = {**match.groupdict(), **groups}
    if numbering.step is not None:
        number = int(groups.get("n") or 0) + numbering.step
        if number >= 0:
            yield Citation(at, "number", number=squeeze(match[0]), document=filled(numbering.to, known, number))
        return
    for number, start, end in _numbers(match):
        document = filled(numbering.to, known, number)
        yield Citation(_place(block, origin, start, end), "number", number=str(number), document=document)


def _numbers(match: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    """Each number with its span, the first with the words that lead to it; `166–8` ends at 168."""
    if match["n"] is None:
        return
    before: re.Match[str] | None = None
    for found in _NUMBER.finditer(match.string, *match.span("n")):
        digits = found[0]
        is_end = before and _DASH.fullmatch(match.string, before.end(), found.start())
        if before and is_end and len(digits) < len(before[0]):
            digits = before[0][: len(before[0]) - len(digits)] + digits
        yield int(digits), found.start() if before else match.start(), found.end()
        before = found


def _place(block: Block, origin: Sequence[int], start: int, end: int) -> Place:
    first, last = origin[start], origin[end - 1] + 1
    return Place(block.number, first, last, block.text[first:last])
