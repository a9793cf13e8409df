"""Word documents: the text as it stands, with deletions left out and comments never read."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

from generator.read.limited import limited
from generator.read.parsed import Parsed, Unreadable
from generator.read.tree import blocks_of_tree

_TOUCHED = re.compile(rb"<w:(?:fldSimple|vanish)\b")
_FIELD = re.compile(rb"</?w:fldSimple\b[^>]*>")
_HIDDEN = re.compile(
    rb"<w:r\b(?:(?!</w:r>).)*<w:vanish(?:\s+w:val=\"(?:1|true|on)\")?\s*/>(?:(?!</w:r>).)*</w:r>", re.DOTALL
)
_LARGEST = 200 * 2**20
"""Bytes that a document may have when it is unpacked."""


def read(raw: bytes, path: str) -> Parsed:
    """The text of a Word document.

    Raises:
        Unreadable: it is no such document, protected by a password, without text, or too large unpacked.
    """
    import mammoth  # noqa: F401  loaded here, once, so that each child process shares it

    try:
        size = sum(part.file_size for part in zipfile.ZipFile(BytesIO(raw)).infolist())
    except zipfile.BadZipFile as fault:
        remedy = "save it again as .docx without a password, or give its text as .txt beside it"
        raise Unreadable("is no Word document, or is damaged or protected by a password", remedy) from fault
    if size > _LARGEST:
        raise Unreadable(f"unpacks to {size // 2**20} MB", "give its text as .txt beside it")
    parsed: Parsed = limited(_text, raw)
    return parsed


def _text(raw: bytes) -> Parsed:
    import mammoth
    from lxml import html

    try:
        made = mammoth.convert_to_html(BytesIO(_plain(raw)), convert_image=mammoth.images.img_element(lambda _: {}))
        markup = made.value
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError) as fault:
        raise Unreadable(f"is damaged ({fault})", "save it again, or give its text as .txt beside it") from fault
    blocks = (
        blocks_of_tree(_with_labels(html.fragment_fromstring(markup, create_parent="div"))) if markup.strip() else ()
    )
    if not blocks:
        raise Unreadable("holds no text", "give its text as .txt beside it")
    return Parsed(blocks)


def _plain(raw: bytes) -> bytes:
    """The document with what Word shows for its fields as text, and without what it hides: mammoth does neither."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in source.infolist():
            content = source.read(part)
            if part.filename.startswith("word/") and part.filename.endswith(".xml") and _TOUCHED.search(content):
                content = _HIDDEN.sub(b"", _FIELD.sub(b"", content))
            copy.writestr(part, content)
    return target.getvalue()


def _with_labels(root: Any) -> Any:
    """The notes at the end as Word prints them: with their labels, without the arrows that mammoth puts behind them."""
    from lxml import html

    notes = root.xpath("//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]")
    for number, note in enumerate(notes, 1):
        for arrow in note.xpath(".//a[starts-with(@href, '#footnote-ref-') or starts-with(@href, '#endnote-ref-')]"):
            arrow.drop_tree()
        for n, paragraph in enumerate(note.xpath("./p")):
            if n:
                paragraph.addprevious(html.Element("br"))
            paragraph.drop_tag()
        note.text = f"[{number}] {note.text or ''}"
    return root
