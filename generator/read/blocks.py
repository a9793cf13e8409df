"""From text to blocks: paragraphs, headings, items of lists, quotations.

A block's words stand in the source just so; between blocks there is only white space and marks of structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Block

_BLANK = re.compile(r"(?:[^\S\n]*\n){2,}")
_RULE = re.compile(r"[-*_=~][-*_=~\s]*")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_QUOTED = re.compile(r">\s?")
_ITEM = re.compile(r"(?:[-*•]\s+|(?=\(?\d{1,3}[.)]\s))(?=\S)")
_LONGEST_SET_LINE = 65


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, numbered from 1."""
    made: list[Block] = []
    ruled = False
    for kind, lines in _chunks(text):
        words = "\n".join(lines)
        if not words or _RULE.fullmatch(words):
            ruled = ruled or bool(words)
            continue
        made.append(Block(len(made) + 1, kind, words, _is_set(lines), ruled))
        ruled = False
    return tuple(made)


def _chunks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Runs of lines that belong together, with their kind; the marks of structure are taken off."""
    for run in _BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip() for line in run.split("\n") if line.strip()]
        part: list[str] = []
        for line in lines:
            if _RULE.fullmatch(line) or _HEADING.match(line):
                yield _kind(part)
                yield _kind([line])
                part = []
            elif _ITEM.match(line) and (not part or _ITEM.match(part[0])):
                yield _kind(part)
                part = [line]
            else:
                part.append(line)
        yield _kind(part)


def _kind(lines: list[str]) -> tuple[str, list[str]]:
    if not lines:
        return "paragraph", []
    heading = _HEADING.match(lines[0])
    if heading:
        return "heading", [lines[0][heading.end() :]]
    if all(line.startswith(">") for line in lines):
        return "quotation", [_QUOTED.sub("", line, count=1).strip() for line in lines if line.strip("> ")]
    bold = _unbold(lines)
    if bold:
        return "heading", bold
    item = _ITEM.match(lines[0])
    if item:
        return "list", [lines[0][item.end() :], *lines[1:]]
    return "paragraph", lines


def _unbold(lines: list[str]) -> list[str]:
    """The lines of a block that is bold as a whole, without the stars at its ends."""
    text = "\n".join(lines)
    inner = text[2:-2]
    if text.startswith("**") and text.endswith("**") and inner.strip("* \n") and "**" not in inner:
        return [line.strip() for line in inner.split("\n") if line.strip()]
    return []


def _is_set(lines: list[str]) -> bool:
    """Whether the line breaks were set on purpose: several short lines, not a wrapped paragraph."""
    return len(lines) > 1 and max(len(line) for line in lines[:-1]) < _LONGEST_SET_LINE
