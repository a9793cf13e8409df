"""Blocks from a tree of elements, of HTML or of trafilatura's XML: one element that holds words, one block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model import Block
from generator.read.blocks import notes_told
from generator.text import squeeze

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), "heading"),
    **dict.fromkeys(("p", "div", "pre", "caption", "dd", "dt", "ab"), "paragraph"),
    **dict.fromkeys(("li", "item"), "list"),
    **dict.fromkeys(("blockquote", "quote", "quotation"), "quotation"),
    **dict.fromkeys(("tr", "row"), "paragraph"),
}
_CELLS = ("td", "th", "cell")
_BREAKS = ("br", "lb")
_TWO_BREAKS = re.compile(r"\n\s*\n")
_LEFT_OUT = ("script", "style", "noscript", "template")


def blocks_of_tree(root: Any) -> tuple[Block, ...]:
    """The blocks of an lxml element, numbered from 1."""
    made: list[Block] = []
    runs = ((kind, part) for kind, text in _walk(root, "paragraph") for part in _parts(kind, text))
    for kind, text in runs:
        lines = text.split("\n") if kind == "table" else [squeeze(line) for line in text.split("\n")]
        words = "\n".join(line for line in lines if line)
        if words:
            made.append(Block(len(made) + 1, kind, words, lines="\n" in words))
    return notes_told(made)


def _parts(kind: str, text: str) -> list[str]:
    """The paragraphs of a run: two breaks part them, on pages that know no other way."""
    return [text] if kind == "table" else _TWO_BREAKS.split(text)


def _walk(element: Any, kind: str) -> Iterator[tuple[str, str]]:
    """Runs of words with their kind: those between the blocks inside an element are blocks too."""
    run = [_plain(element.text)]
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
            pass
        elif child.tag in _BREAKS:
            run.append("\n")
        elif child.tag == "table":
            yield kind, "".join(run)
            run = []
            yield "table", _table(child)
        elif _is_block(child):
            yield kind, "".join(run)
            run = []
            yield from _walk(child, _inner(kind, child.tag))
        else:
            run.append(_inline(child) + (" " if child.tag in _CELLS else ""))
        run.append(_plain(child.tail))
    yield kind, "".join(run)


def _is_block(element: Any) -> bool:
    """Whether an element is a block, or holds one."""
    return any(isinstance(e.tag, str) and (e.tag in _KINDS or e.tag == "table") for e in element.iter())


def _table(element: Any) -> str:
    """The rows of a table, a line each, the cells parted by tabs."""
    rows = [row for row in element.iter("tr", "row") if next(row.iterancestors("table"), None) is element]
    return "\n".join("\t".join(_words_of(cell) for cell in row if cell.tag in _CELLS) for row in rows)


def _words_of(cell: Any) -> str:
    """The words of a cell on one line, those of its blocks and lines apart."""
    return squeeze("".join(_runs_of(cell)))


def _runs_of(element: Any) -> Iterator[str]:
    yield _plain(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            apart = " " if child.tag in _BREAKS or _is_block(child) else ""
            yield from (apart, *_runs_of(child), apart)
        yield _plain(child.tail)


def _inner(kind: str, tag: str) -> str:
    """A paragraph in a quotation or an item is still that."""
    own = _KINDS.get(tag, kind)
    return kind if own == "paragraph" and kind in ("quotation", "list") else own


def _inline(element: Any) -> str:
    parts = [_plain(element.text)]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            parts.append("\n" if child.tag in _BREAKS else _inline(child))
        parts.append(_plain(child.tail))
    return "".join(parts)


def _plain(text: str | None) -> str:
    """White space in markup is no line break."""
    return " ".join((text or "").replace("\xa0", " ").split(" ")).replace("\n", " ").replace("\r", " ")
