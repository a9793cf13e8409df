"""PDF: the text layer, page by page."""

from __future__ import annotations

from typing import Any

from generator.read.blocks import blocks_of_pages
from generator.read.limited import limited
from generator.read.parsed import Parsed, Unreadable


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
        blocks = blocks_of_pages([_text(page) for page in pages])
    except pypdfium2.PdfiumError as fault:
        remedy = "save it again without a password, or give its text as .txt beside it"
        raise Unreadable("is no PDF, or is damaged or protected by a password", remedy) from fault
    notes = () if blocks else ("has no text layer: give its transcript as .txt beside it",)
    return Parsed(blocks, notes=notes)


def _text(page: Any) -> str:
    """The text of a page; a hyphen at a line end is a code of its own there."""
    text: str = page.get_textpage().get_text_bounded()
    return text.replace("\x02", "-").replace("\ufffe", "-").replace("\x00", "").replace("\f", "\n")
