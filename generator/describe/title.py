"""The title: a heading, a line in capitals, the first line that looks like one, else the incipit."""

from __future__ import annotations

import re

from generator.describe.claims import Claim, inferred, stated
from generator.describe.reading import Reading, first_of, is_prose, is_rubric, place_of
from generator.model import Place
from generator.text import clip, squeeze

_STAMP = re.compile(r"\s*(?:date[:\s]+)?\d{4}-\d\d-\d\d[T\s][\d:]*\s*(?=\S)", re.IGNORECASE)
_INCIPIT = 80
_LONGEST = 300
_RUBRIC_WORDS = 3


def claim(reading: Reading) -> Claim | None:
    """The title of the document, with the rule that found it."""
    return first_of(rule(reading) for rule in RULES)


def date_stamp(reading: Reading) -> Claim | None:
    """`date 2022-06-14 OSCE commends…`: what follows the stamp on the first line."""
    if not reading.source.blocks or not reading.head:
        return None
    line = reading.head[0]
    match = _STAMP.match(line.quote)
    if not match:
        return None
    rest = place_of(reading.block(line.paragraph), line.start + match.end(), line.end)
    return stated(squeeze(rest.quote), "stamped-line", rest)


def heading(reading: Reading) -> Claim | None:
    """A heading, its lines joined, less those that only say when or what kind."""
    for block in reading.source.blocks[:8]:
        if block.kind == "heading":
            lines = [line for line in reading.head if line.paragraph == block.number and not _is_fact(reading, line)]
            if lines:
                title = squeeze(" ".join(line.quote for line in lines))
                return stated(title, "heading", place_of(block, lines[0].start, lines[-1].end))
    return None


def capitals(reading: Reading) -> Claim | None:
    """The first run of lines of the head in capitals, joined within their block."""
    lines = [line for line in _above_dateline(reading) if line.quote.isupper()]
    first = next((line for line in lines if len(_run(lines, line)[0].split()) > 1), None)
    if not first:
        return None
    title, end = _run(lines, first)
    return stated(title, "capitals", place_of(reading.block(first.paragraph), first.start, end))


def _run(lines: list[Place], first: Place) -> tuple[str, int]:
    """The words of a line and of those that follow it in its block, and where they end."""
    run = [line for line in lines if line.paragraph == first.paragraph and line.start >= first.start]
    return squeeze(" ".join(line.quote for line in run)), run[-1].end


def first_line(reading: Reading) -> Claim | None:
    """The first line that looks like a title; a rubric of a few words above a longer one is passed over.

    A title set on several lines of one block is joined.
    """
    lines = _above_dateline(reading)
    if not lines:
        return None
    first = lines[0]
    if len(reading.source.blocks) == 1 and first.quote.rstrip().endswith("."):
        return None  # a text of one sentence is its own beginning, not its title
    if len(lines) > 1 and _is_overline(first, lines[1]):
        first = lines[1]
    block = reading.block(first.paragraph)
    if not block.lines:
        return stated(squeeze(first.quote), "first-line", first)
    last = [line for line in lines if line.paragraph == first.paragraph][-1]
    return stated(squeeze(block.text[first.start : last.end]), "first-line", place_of(block, first.start, last.end))


def incipit(reading: Reading) -> Claim | None:
    """The first words of a text that bears no title."""
    if not reading.source.blocks:
        return None
    block = reading.source.blocks[0]
    return inferred(clip(block.text, _INCIPIT), "incipit", Place(block.number, 0, 0, clip(block.text, _INCIPIT)))


RULES = (date_stamp, heading, capitals, first_line, incipit)


def _above_dateline(reading: Reading) -> list[Place]:
    """The lines that may be a title: those behind a line of release, else above the first dateline, else all."""
    lines = _title_lines(reading)
    released = reading.release_line
    if released:
        behind = [line for line in lines if _order(line) > _order(released[0])]
        return behind or lines
    first = next((_order(line.at) for line in reading.datelines), None)
    above = [line for line in lines if first and _order(line) < first]
    return above or lines


def _order(line: Place) -> tuple[int, int]:
    return line.paragraph, line.start


def _title_lines(reading: Reading) -> list[Place]:
    """The lines of the head that may be a title: no prose, no dateline, no kind alone."""
    lines = []
    for line in reading.head:
        if is_prose(reading.block(line.paragraph)) and line.quote.rstrip()[-1:] in ".:;,!":
            break
        if is_prose(reading.block(line.paragraph)) and len(line.quote) > _LONGEST:
            break
        if not _is_fact(reading, line) and not is_rubric(line.quote) and _is_legible(line.quote):
            lines.append(line)
    return lines


def _is_fact(reading: Reading, line: Place) -> bool:
    """Whether a line says only when, where, by whom, or of what kind."""
    whole = {(d.at.paragraph, d.at.start) for d in reading.datelines if d.whole}
    if (line.paragraph, line.start) in whole:
        return True
    bare = line.quote.strip(" ().:")
    return any(
        span.candidates[0].startswith("kinds/") and len(span.at.quote) == len(bare) and span.at.quote == bare
        for span in reading.names_in(line.paragraph)
    )


def _is_legible(line: str) -> bool:
    """Whether a line has a word, and is not what a scanner makes of a coat of arms."""
    letters = sum(char.isalpha() for char in line)
    return letters >= 0.6 * len(line.replace(" ", "")) and any(len(word) > 2 for word in line.split())


def _is_overline(first: Place, second: Place) -> bool:
    return (
        first.paragraph != second.paragraph
        and len(first.quote.split()) <= _RUBRIC_WORDS
        and len(second.quote.split()) > 2 * len(first.quote.split())
        and second.quote.rstrip()[-1:] not in ".!?"
    )
