"""References by the archive's own numbering: `Document 21`, `Documents 12 and 39–41`, as the settings say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import regex

from generator.errors import SettingsError
from generator.model import Block, Citation, Place
from generator.numbering import NAME, SECONDS, Numbering, filled
from generator.text import clip, squeeze

_NUMBER = re.compile(r"(?<!\d)\d{1,9}(?!\d)")
_SPACES = re.compile(r"\s\s|[^\S ]")
_DASH = re.compile(r"\s?[-‐‑–—−]\s?")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Rule:
    numbering: Numbering
    pattern: regex.Pattern[str]
    within: regex.Pattern[str] | None
    number: int
    """Its place in the list, from 1."""


class NumberFinder:
    """Finds the numbers of documents; the patterns are compiled once."""

    def __init__(self, numberings: Sequence[Numbering]) -> None:
        """Prepare the numberings, which are tried in order."""
        self._rules = [
            _Rule(one, regex.compile(one.pattern), regex.compile(one.within) if one.within else None, number)
            for number, one in enumerate(numberings, 1)
        ]

    def find(self, blocks: Sequence[Block], document: str) -> Iterator[Citation]:
        """The references by number in the text of a document, in order within each block.

        Raises:
            SettingsError: a pattern takes without end.
        """
        rules = [(rule, groups) for rule in self._rules if (groups := _groups(rule, document)) is not None]
        for block in blocks if rules else ():
            yield from sorted(_in_block(block, rules), key=lambda citation: citation.at.start)


def _groups(rule: _Rule, document: str) -> Mapping[str, str | None] | None:
    """What a rule reads in the id of the citing document; None where it is not for that."""
    if rule.within is None:
        return {}
    with _limited(rule, document):
        match = rule.within.fullmatch(document, timeout=SECONDS)
    groups = match.groupdict() if match else None
    is_counted = groups is None or rule.numbering.step is None or str(groups.get("n")).isdecimal()
    return groups if is_counted else None


@contextmanager
def _limited(rule: _Rule, what: str) -> Iterator[None]:
    try:
        yield
    except TimeoutError as fault:
        told = f"`{NAME}`, entry {rule.number}: it takes more than {SECONDS:.0f} seconds on “{clip(what, 60)}”"
        raise SettingsError("mkdocs.yml", None, told, "write a pattern that repeats no repeat") from fault


def _in_block(block: Block, rules: Sequence[tuple[_Rule, Mapping[str, str | None]]]) -> Iterator[Citation]:
    """Each rule looks at what the ones before it left."""
    text, origin = _spaced(block.text)
    taken: list[Span] = []
    for rule, groups in rules:
        with _limited(rule, text):
            free = _free(taken, len(text))
            found = [m for span in free for m in rule.pattern.finditer(text, *span, timeout=SECONDS)]
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
    block: Block, match: regex.Match[str], origin: Sequence[int], numbering: Numbering, groups: Mapping[str, str | None]
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


def _numbers(match: regex.Match[str]) -> Iterator[tuple[int, int, int]]:
    """Each number with its span, the first with the words that lead to it; `166–8` ends at 168."""
    if match["n"] is None:
        return
    before: re.Match[str] | None = None
    known: set[int] = set()
    for found in _NUMBER.finditer(match.string, *match.span("n")):
        number = int(found[0])
        if before and _DASH.fullmatch(match.string, before.end(), found.start()) and len(found[0]) < len(before[0]):
            full = int(before[0][: len(before[0]) - len(found[0])] + found[0])
            number = full if full > int(before[0]) else number  # `139–1` is no range
        if number not in known:
            yield number, found.start() if before else match.start(), found.end()
        known.add(number)
        before = found


def _place(block: Block, origin: Sequence[int], start: int, end: int) -> Place:
    first, last = origin[start], origin[end - 1] + 1
    return Place(block.number, first, last, block.text[first:last])
