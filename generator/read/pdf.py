"""PDF: the text layer, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.model import Block
from generator.read.blocks import blocks_of
from generator.read.limited import limited
from generator.read.parsed import Parsed, Unreadable
from generator.read.tree import renumbered


def read(raw: bytes, path: str) -> Parsed:
    """The text layer of a PDF; one without such a layer is a document without text.

    Raises:
        Unreadable: it is damaged, protected by a password, or takes too much to read.
    """
    import pypdfium2  # noqa: F401  loaded here, once, so that each child process shares it

    parsed: Parsed = limited(_text_layer, raw)
    return parsed


def _text_layer(raw: bytes) -> Parsed:
    import pypdfium2

    try:
        pages = pypdfium2.PdfDocument(raw)
        blocks = renumbered(_blocks(pages))
    except pypdfium2.PdfiumError as fault:
        remedy = "save it again without a password, or give its text as .txt beside it"
        raise Unreadable("is no PDF, or is damaged or protected by a password", remedy) from fault
    notes = () if blocks else ("has no text layer: give its transcript as .txt beside it",)
    return Parsed(blocks, notes=notes)


def _blocks(pages: Any) -> Iterator[Block]:
    for number, page in enumerate(pages, 1):
        text = page.get_textpage().get_text_bounded().replace("\x02", "-").replace("\ufffe", "-").replace("\x00", "")
        for block in blocks_of(text):
            yield replace(block, page=number)
