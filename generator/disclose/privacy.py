"""What would be published and may betray someone: for the curator to look at, before it is out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from generator.model import Record

_IN_TEXT = (
    ("mail header", re.compile(r"^(?:From|To|Cc|Bcc|Reply-To|Received|Return-Path|X-[\w-]+):\s*\S.*$", re.MULTILINE)),
    ("mail address", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")),
    ("telephone number", re.compile(r"(?<![\w+])\+\d[\d ()./-]{7,16}\d")),
    ("telephone number", re.compile(r"\b(?:tel|phone|mobile|fax)\b[.:]*\s*\(?\d[\d ()./-]{5,16}\d", re.IGNORECASE)),
    ("position", re.compile(r"-?\d{1,2}\.\d{4,},\s*-?\d{1,3}\.\d{4,}|\d{1,2}°\s*\d{1,2}['′]")),
)
_DARK = 60
"""A filled shape is a black bar where none of its colours is lighter than this (of 255)."""


def in_text(record: Record) -> Iterator[str]:
    """Headers of mails, addresses, telephone numbers and positions in the text as published."""
    for block in record.blocks:
        for what, pattern in _IN_TEXT:
            for match in pattern.finditer(block.text):
                yield f"{record.document.id}: ¶ {block.number}: {what}: {match[0][:60]}"


def in_file(name: str, raw: bytes) -> Iterator[str]:
    """What a file as published carries beside what it shows: comments, tracked changes, layers, text under bars."""
    if name.lower().endswith(".docx"):
        yield from (f"{name}: {what}" for what in _in_word(raw))
    elif name.lower().endswith(".pdf"):
        yield from (f"{name}: {what}" for what in _in_pdf(raw))
    elif name.lower().endswith((".eml", ".html", ".htm", ".txt", ".md")):
        text = raw.decode("utf-8", "replace")
        # Of plain text the paragraphs are looked through already; a page's source holds more than its text.
        looked_for = _IN_TEXT[:1] if name.lower().endswith((".txt", ".md")) else _IN_TEXT
        yield from (f"{name}: {what}: {m[0][:60]}" for what, pattern in looked_for for m in pattern.finditer(text))


def _in_word(raw: bytes) -> Iterator[str]:
    try:
        parts = ZipFile(BytesIO(raw))
        names = parts.namelist()
        text = parts.read("word/document.xml").decode("utf-8", "replace")
    except (BadZipFile, KeyError, OSError):
        return
    if any("comments" in name for name in names):
        yield "comments"
    if re.search(r"<w:(?:ins|del)\b", text):
        yield "tracked changes"
    if "<w:vanish/>" in text:
        yield "hidden text"


def _in_pdf(raw: bytes) -> Iterator[str]:
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(BytesIO(raw))
        meta: Any = reader.metadata or {}
        for key in ("/Author", "/Creator"):
            if meta.get(key):
                yield f"{key[1:].lower()} in its properties: {meta[key]}"
        if "/OCProperties" in reader.root_object:
            yield "layers, some of which may be hidden"
        if reader.attachments:
            yield "attached files"
        for number, page in enumerate(reader.pages, 1):
            notes = [a.get_object().get("/Subtype") for a in page.get("/Annots") or ()]
            if any(kind not in ("/Link", "/Widget") for kind in notes):
                yield f"comments on page {number}"
    except (PyPdfError, ValueError, KeyError, TypeError, OSError, RecursionError) as fault:
        yield f"could not be looked through ({type(fault).__name__}): look yourself"
    yield from _under_bars(raw)


def _under_bars(raw: bytes) -> Iterator[str]:
    """Text that stands under a dark filled shape: painted over, but there to be copied."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    for number, page in enumerate(pypdfium2.PdfDocument(raw), 1):
        text = page.get_textpage()
        for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = _bounds(shape)
            covered = text.get_text_bounded(left, bottom, right, top).strip() if _is_dark(shape) else ""
            if covered and right - left < 0.9 * page.get_width():
                yield f"text under a black bar on page {number}: {covered[:40]}"


def _bounds(shape: Any) -> tuple[float, float, float, float]:
    get = getattr(shape, "get_bounds", None) or shape.get_pos
    left, bottom, right, top = get()
    return left, bottom, right, top


def _is_dark(shape: Any) -> bool:
    import ctypes

    import pypdfium2.raw as pdfium

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    known = pdfium.FPDFPageObj_GetFillColor(shape, red, green, blue, alpha)
    filled = pdfium.FPDFPath_GetDrawMode(shape, mode, stroke) and mode.value
    return bool(known and filled and max(red.value, green.value, blue.value) < _DARK and alpha.value > 128)
