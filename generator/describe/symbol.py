"""The document's symbol: by the patterns of `kinds.yml`, else in the form that bodies number their papers in."""

from __future__ import annotations

import re

from generator.authority import Kind
from generator.describe.claims import Claim, first_of, stated
from generator.describe.lines import place_of
from generator.describe.reading import Reading
from generator.symbols import SYMBOL

_LINE = 12
"""Words of a line that bears the document's own symbol; in a longer one it may be another's."""
_PRESS_NUMBER = re.compile(r"(?:[A-Z]\. ?){0,4}No\.? ?\d+ ?/ ?\d{2,4}(?!\d)")
"""`P. M. No. 18/ 1959`."""
_NUMBERED = re.compile(
    r"(?:telegram|airgram|despatch|dispatch|cable|resolution|decision|decree|order|телеграмма|постановление|решение|указ"
    r"|распоряжение|қаулы|жарлық|токтом|karar)\s+(?:no\.?|№|n°)?\s?(?P<number>[\w/-]*\d[\w/-]*)(?:\s|$)",
    re.IGNORECASE,
)
"""`Telegram 1234`, `DECISION No. 1234`: a kind that is numbered, and its number."""


def claim(reading: Reading) -> Claim | None:
    """The symbol that stands in the head of the text."""
    return first_of(rule(reading) for rule in RULES)


def by_kind(reading: Reading) -> Claim | None:
    """A symbol of the document's kind or, where that is not known, of one that is its publisher's habit."""
    known, bodies = reading.value("kind"), {reading.value("publisher"), reading.value("creator")} - {None}
    for kind in reading.authority.folder("kinds"):
        if isinstance(kind, Kind) and kind.symbol and (known == kind.id or (not known and bodies & set(kind.of))):
            found = _first(reading, re.compile(kind.symbol))
            if found:
                return found
    return None


def by_form(reading: Reading) -> Claim | None:
    """Capitals and figures parted by strokes, as the numbers of papers are."""
    return _first(reading, SYMBOL) or _first(reading, _PRESS_NUMBER)


def numbered(reading: Reading) -> Claim | None:
    """The number of a telegram or a decision at the beginning of a line."""
    for line in reading.head:
        match = _NUMBERED.match(line.quote)
        if match:
            block = reading.block(line.paragraph)
            return stated(match[0].strip(), "symbol", place_of(block, line.start, line.start + match.end("number")))
    return None


RULES = (by_kind, by_form, numbered)


def _first(reading: Reading, pattern: re.Pattern[str]) -> Claim | None:
    for line in reading.head:
        match = pattern.search(line.quote)
        if match and match[0] and (match.start() == 0 or len(line.quote.split()) <= _LINE):
            at = place_of(reading.block(line.paragraph), line.start + match.start(), line.start + match.end())
            return stated(match[0], "symbol", at)
    return None
