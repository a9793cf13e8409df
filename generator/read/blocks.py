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
_ITEM = re.compile(r"(?:[-*•]\s+|\(?\d{1,3}[.)]\s)(?=\S)")
_LONGEST_SET_LINE = 65
_YEAR = re.compile(r"\d{4}")
_WORD = re.compile(r"[^\W\d_]+")
_RUN_ON = 0.45
"""Of the words of running text, at least so many begin with a small letter; in a title or a letterhead fewer do."""
_SHORT = 0.8
"""A line of wrapped text shorter than this part of the longest, behind a full stop, is the last of its paragraph."""


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
        for paragraph in _paragraphs(part):
            yield _kind(paragraph)


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    """The lines of a head, then the paragraphs of wrapped text that no blank line parts."""
    start = next((n for n in range(len(lines) - 1) if _runs_on(lines, n)), 0)
    yield from _head(lines[:start])
    body = lines[start:]
    width = max(map(len, body), default=0)
    part: list[str] = []
    for n, line in enumerate(body, 1):
        part.append(line)
        ends = line[-1] in '.!?:”"' and len(line) < _SHORT * width and len(body) > 4
        if ends and n < len(body) and not body[n][0].islower() and not _is_set(body):
            yield part
            part = []
    yield part


def _head(lines: list[str]) -> Iterator[list[str]]:
    """The lines above wrapped text, each by itself; a title in capitals may be set on several."""
    part: list[str] = []
    for line in lines:
        capitals = line.isupper() and not _YEAR.search(line)
        if part and not (capitals and part[-1].isupper()):
            yield part
            part = []
        part.append(line)
        if not capitals:
            yield part
            part = []
    if part:
        yield part


def _runs_on(lines: list[str], n: int) -> bool:
    """Whether running text begins in line `n`: its words and those of the next line are mostly small."""
    first = _WORD.findall(lines[n])
    some = first + [word for line in lines[n + 1 : n + 2] for word in _WORD.findall(line)]
    small = sum(word[0].islower() for word in first)
    enough = sum(word[0].islower() for word in some) >= _RUN_ON * len(some)
    full = len(lines[n]) >= 0.5 * max(map(len, lines))
    return full and len(first) > 3 and not lines[n].isupper() and small >= 0.2 * len(first) and enough


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
    if _ITEM.match(lines[0]):
        return "list", lines
    return "paragraph", lines


def _unbold(lines: list[str]) -> list[str]:
    """The lines of a block that is bold as a whole, without the stars at its ends."""
    text = "\n".join(lines)
    inner = text[2:-2]
    if text.startswith("**") and text.endswith("**") and inner.strip("* \n") and "**" not in inner:
        return [line.strip() for line in inner.split("\n") if line.strip()]
    return []


def _is_set(lines: list[str]) -> bool:
    """Whether the line breaks were set on purpose: several short lines, few of which go on in a small letter."""
    small = sum(line[0].islower() for line in lines[1:])
    wrapped = small >= (len(lines) - 1) / 3 or (len(lines) > 3 and _runs_on(lines, 0))
    return len(lines) > 1 and max(map(len, lines[:-1])) < _LONGEST_SET_LINE and not wrapped
