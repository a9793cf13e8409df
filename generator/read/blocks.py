"""From text to blocks: paragraphs, headings, items of lists, quotations, tables, notes; page by page.

A block's words stand in the source just so; between blocks there is only white space and marks of structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import Block
from generator.text import in_capitals

_RULE = re.compile(r"[-*_=~][-*_=~\s]*")
_HEADING = re.compile(r"#{1,6}\s+(?=[^\s\d])")
_QUOTED = re.compile(r">\s?")
_ITEM = re.compile(r"(?:[-*•–—]\s*(?=[^\W\d_])|[-*•–—]\s+|\(?\d{1,3}[.)]\s|\([a-z]{1,3}\)\s)(?=\S)")
_LONGEST_SET_LINE = 65
_VERSE = 3
_CLOSING = ",.;:!?—–"
"""In wrapped text one line in six closes with a mark, in verse most do."""
_FEW = 5
_CELLS = re.compile(r"\S\t+\S|\S {3,}\S|^\|.*\|$")
_NOTE_MARK = re.compile(r"(?<!^)\[\^?(\d{1,3}|\*+|[a-z])\]")
_NOTE_LABEL = re.compile(r"\[\^?(?P<label>\d{1,3}|\*+|[a-z])\]:?\s+\S")
_YEAR = re.compile(r"\d{4}")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_RUN_ON = 0.45
"""Of the words of running text, at least so many begin with a small letter; in a title or a letterhead fewer do."""
_SHORT = 0.8
"""A line of wrapped text shorter than this part of the longest, behind a full stop, is the last of its paragraph."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, numbered from 1; a form feed begins a new page."""
    return blocks_of_pages(text.split("\f")) if "\f" in text else notes_told(_blocks(text))


def blocks_of_pages(pages: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of a text that comes page by page; a paragraph that runs over a page is one block of the first."""
    made: list[Block] = []
    for page, text in enumerate(pages, 1):
        blocks = [replace(block, page=page) for block in _blocks(text)]
        if made and blocks and _runs_over(made[-1], blocks[0]):
            made[-1] = replace(made[-1], text=f"{made[-1].text}\n{blocks.pop(0).text}")
        made += blocks
    return notes_told([replace(block, number=number) for number, block in enumerate(made, 1)])


def _runs_over(last: Block, first: Block) -> bool:
    plain = last.kind == first.kind == "paragraph" and not (last.lines or first.lines or first.ruled)
    return plain and last.text[-1] not in '.!?:;”"' and first.text[0].islower()


def notes_told(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the notes among them told apart: `[1] …` where `[1]` stands in the text before it.

    What stands between two notes of a page belongs to the first of them, unless it has marks of later ones.
    """
    marks: set[str] = set()
    notes: list[int] = []
    for at, block in enumerate(blocks):
        label = note_label(block.text)
        if label and label in marks:
            notes.append(at)
        marks.update(_NOTE_MARK.findall(block.text))
    labels = [note_label(blocks[at].text) for at in notes]
    for rank, (first, then) in enumerate(pairwise(tuple(notes)), 1):
        between = {mark for block in blocks[first + 1 : then] for mark in _NOTE_MARK.findall(block.text)}
        if blocks[first].page == blocks[then].page and between.isdisjoint(labels[rank:]):
            notes += range(first + 1, then)
    told = frozenset(notes)
    return tuple(replace(block, kind="note") if at in told else block for at, block in enumerate(blocks))


def note_label(text: str) -> str | None:
    """The label at the head of a note: `1` of `[1] Source: …`, of `[^1]: …`."""
    match = _NOTE_LABEL.match(text)
    return match["label"] if match else None


def _blocks(text: str) -> list[Block]:
    made: list[Block] = []
    ruled = False
    for kind, lines in _chunks(text):
        words = "\n".join(lines)
        if not words or _RULE.fullmatch(words):
            ruled = ruled or bool(words)
            continue
        table = kind == "paragraph" and _is_table(lines)
        made.append(Block(len(made) + 1, "table" if table else kind, words, table or _is_set(lines), ruled))
        ruled = False
    return [_no_list_of_one(made, at) for at in range(len(made))]


def _no_list_of_one(blocks: Sequence[Block], at: int) -> Block:
    """A numbered line that no other stands beside is no item: `85. Note From …` at the head of a paper."""
    block = blocks[at]
    beside = [blocks[n].kind for n in (at - 1, at + 1) if 0 <= n < len(blocks)]
    alone = block.kind == "list" and block.text[0].isdigit() and "list" not in beside
    return replace(block, kind="paragraph") if alone else block


def _chunks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Runs of lines that belong together, with their kind; the marks of structure are taken off."""
    runs = _runs(text.replace("\r\n", "\n").replace("\r", "\n"))
    for run in ["\n".join(runs)] if _is_double_spaced(runs) else runs:
        lines = [line for line in run.split("\n") if line.strip()]
        if _is_table(lines):
            yield "paragraph", [line.strip() for line in lines]
            continue
        indented = _indented(lines)
        part: list[str] = []
        for line in map(str.strip, lines):
            if _RULE.fullmatch(line) or _HEADING.match(line):
                yield _kind(part)
                yield _kind([line])
                part = []
            elif _begins_another(line, part) or line in indented:
                yield from map(_kind, _paragraphs(part))
                part = [line]
            else:
                part.append(line)
        yield from map(_kind, _paragraphs(part))


def _runs(text: str) -> list[str]:
    """The runs of lines between blank ones."""
    runs: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return ["\n".join(run) for run in runs if run]


def _begins_another(line: str, part: Sequence[str]) -> bool:
    """Whether a line begins another item of the list, or another of the notes, that the part is."""
    return any(mark.match(line) and (not part or mark.match(part[0])) for mark in (_ITEM, _NOTE_LABEL))


def _is_double_spaced(runs: Sequence[str]) -> bool:
    """Whether a blank line stands behind every line, so that none parts paragraphs: most lines go on in the next."""
    single = [run.strip() for run in runs if run.strip()]
    if len(single) < _FEW or any("\n" in run for run in single):
        return False
    goes_on = sum(line[-1] not in ".!?:;" and then[0].islower() for line, then in pairwise(single))
    return goes_on >= 0.4 * len(single)


def _indented(lines: Sequence[str]) -> frozenset[str]:
    """The lines that begin a paragraph by being set in, where few do and no blank line parts the paragraphs."""
    inner = [line.strip() for line in lines[1:] if line[0] in " \t" and line[:2].isspace()]
    return frozenset(inner if len(lines) > _FEW and len(inner) <= 0.4 * len(lines) else ())


def _is_table(lines: Sequence[str]) -> bool:
    """Whether most lines are cells side by side: parted by tabs, bars or wide gaps."""
    if len(lines) < 2 or not any("\t" in line or "   " in line or line[0] == "|" for line in lines):
        return False
    return sum(bool(_CELLS.search(line)) for line in lines) >= 0.6 * len(lines)


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    """The lines of a head, then the paragraphs of wrapped text that no blank line parts."""
    longest = max(map(len, lines), default=0)
    start = next((n for n in range(len(lines) - 1) if _runs_on(lines, n, longest)), 0)
    yield from _head(lines[:start])
    body = lines[start:]
    width, is_set = max(map(len, body), default=0), _is_set(body)
    part: list[str] = []
    for n, line in enumerate(body, 1):
        part.append(line)
        ends = line[-1] in '.!?:”"' and len(line) < _SHORT * width and len(body) > 4
        if ends and n < len(body) and not body[n][0].islower() and not is_set:
            yield part
            part = []
    yield part


def _head(lines: list[str]) -> Iterator[list[str]]:
    """The lines above wrapped text, each by itself; a title in capitals may be set on several."""
    part: list[str] = []
    for line in lines:
        capitals = in_capitals(line) and (not _YEAR.search(line) or len(_LONG_WORD.findall(line)) > _FEW)
        if part and not (capitals and in_capitals(part[-1])):
            yield part
            part = []
        part.append(line)
        if not capitals:
            yield part
            part = []
    if part:
        yield part


def _runs_on(lines: list[str], n: int, longest: int) -> bool:
    """Whether running text begins in line `n`: its words and those of the next line are mostly small."""
    first = _WORD.findall(lines[n])
    some = first + [word for line in lines[n + 1 : n + 2] for word in _WORD.findall(line)]
    small = sum(word[0].islower() for word in first)
    enough = sum(word[0].islower() for word in some) >= _RUN_ON * len(some)
    full = len(lines[n]) >= 0.5 * longest
    return full and len(first) > 3 and not in_capitals(lines[n]) and small >= 0.2 * len(first) and enough


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
    if (
        text.startswith("**")
        and text.endswith("**")
        and not text.startswith("***")
        and inner.strip("* \n")
        and "**" not in inner
    ):
        return [line.strip() for line in inner.split("\n") if line.strip()]
    return []


def _is_set(lines: list[str]) -> bool:
    """Whether the line breaks were set on purpose: several short lines, few of which go on in a small letter.

    Verse may go on in small letters; but its lines are short, and half of them close with a mark.
    """
    small = sum(line[0].islower() for line in lines[1:])
    wrapped = small >= (len(lines) - 1) / 3 or (len(lines) > 3 and _runs_on(lines, 0, max(map(len, lines))))
    closed = sum(line[-1] in _CLOSING for line in lines)
    if len(lines) >= _VERSE and max(map(len, lines)) < _LONGEST_SET_LINE and 2 * closed >= len(lines):
        return True
    return (
        len(lines) > 1 and max(len(" ".join(line.split())) for line in lines[:-1]) < _LONGEST_SET_LINE and not wrapped
    )
