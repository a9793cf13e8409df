"""One document's files, read. Each format has a reader, one module a format; `READERS` lists them all in order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import SourceError
from generator.model import Fault, Source, SourceFile
from generator.read import docx, eml, html, image, pdf, plain
from generator.read.curated import confirmed, parse
from generator.read.front_matter import split
from generator.read.parsed import Parsed, Unreadable
from generator.read.withhold import Withheld, withhold
from generator.store import leads_out

READERS: Mapping[str, Callable[[bytes, str], Parsed]] = {
    ".md": plain.read,
    ".txt": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".eml": eml.read,
    ".pdf": pdf.read,
    **dict.fromkeys(image.FORMATS, image.read),
}
"""What reads each format, by the file's ending. Of files that differ in the ending alone the first gives the text."""

_PLAIN = (".md", ".txt")
_PRIVATE = (".docx", ".eml")
"""Files whose headers and comments betray people: published only where the curator says so."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document's files, before they are read."""

    id: str
    path: Path
    """The file that gives the text."""
    curated: Mapping[str, Any]
    """The curator's word: table of metadata, front matter, sidecar; each wins over the one before."""
    others: tuple[Path, ...] = ()
    """Files that differ from it in the ending alone."""


def read(found: Found, content: Path, withheld: Withheld) -> Source:
    """The source of one document, without what is withheld from it.

    Raises:
        SourceError: the file cannot be used, or must be held back.
    """
    shown = found.path.relative_to(content.parent).as_posix()
    raw = found.path.read_bytes()
    try:
        parsed = READERS[found.path.suffix.lower()](raw, shown)
    except Unreadable as fault:
        raise SourceError(shown, fault.line, fault.what, fault.remedy) from fault
    if not parsed.blocks and found.path.suffix.lower() in _PLAIN:
        raise SourceError(shown, 1, "holds no text", "remove the file or give it its text")
    beside, faults = _published_beside(found, content)
    source = Source(
        found.id,
        _file(found.path, raw, content),
        parsed.blocks,
        found.curated,
        withheld.access,
        redacted=False,
        said=parsed.said,
        files=beside,
        notes=parsed.notes,
        faults=(*parsed.faults, *faults),
    )
    return withhold(source, withheld, shown, found.curated.get("original"))


def _file(path: Path, raw: bytes, content: Path) -> SourceFile:
    shown = without_front_matter(path, raw)
    return SourceFile(path.relative_to(content).as_posix(), hashlib.sha256(shown).hexdigest())


def as_published(path: Path) -> bytes:
    """A file as it is published: as it came, less front matter; a picture encoded anew without its metadata."""
    raw, ending = path.read_bytes(), path.suffix.lower()
    return image.anew(raw, ending) if ending in image.FORMATS else without_front_matter(path, raw)


def without_front_matter(path: Path, raw: bytes) -> bytes:
    """A text without the curator's word, which may name what is withheld; any other file byte for byte.

    Raises:
        Unreadable: a text is in no encoding that can be told, or what looks like front matter cannot be read.
    """
    if path.suffix.lower() not in _PLAIN:
        return raw
    text, _ = plain.decode(raw)
    try:
        _, body, _ = split(text, path.name)
    except SourceError as fault:
        raise Unreadable(fault.what, fault.remedy, fault.line or 1) from fault
    return raw if body == text else body.removeprefix("\n").encode()


def _published_beside(found: Found, content: Path) -> tuple[tuple[SourceFile, ...], tuple[Fault, ...]]:
    """The other files, as far as they are published, and the pictures among them that are none."""
    chosen = found.curated.get("publish_file")
    files, faults = [], []
    for path in found.others:
        if not (chosen or (chosen is None and path.suffix.lower() not in _PRIVATE)):
            continue
        raw = path.read_bytes()
        try:
            if path.suffix.lower() in image.FORMATS:
                image.read(raw, "")
            files.append(_file(path, raw, content))
        except Unreadable as fault:
            shown = path.relative_to(content.parent).as_posix()
            faults.append(Fault(shown, fault.line, fault.what, f"{fault.remedy}; the document is published without it"))
    return tuple(files), tuple(faults)


def curators_word(path: Path, content: Path, table: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What a table of metadata, front matter and sidecar say about the document in `path`; the last wins.

    Raises:
        SourceError: the file is no text, or what the curator wrote cannot be used.
    """
    shown = path.relative_to(content.parent).as_posix()
    front: dict[str, Any] = {}
    if path.suffix.lower() in _PLAIN:
        try:
            front, _, _ = split(plain.decode(path.read_bytes())[0], shown)
        except Unreadable as fault:
            raise SourceError(shown, fault.line, fault.what, fault.remedy) from fault
    sidecar = sidecar_word(path, content)
    redact = [*(front.get("redact") or ()), *(sidecar.get("redact") or ())]
    return dict(table or {}) | front | sidecar | ({"redact": redact} if redact else {})


def sidecar_word(path: Path, content: Path) -> dict[str, Any]:
    """What the sidecar `NAME.yml` says.

    Raises:
        SourceError: it cannot be used.
    """
    sidecar = path.with_suffix(".yml")
    if not sidecar.exists():
        return {}
    shown = sidecar.relative_to(content.parent).as_posix()
    if leads_out(sidecar, content):
        raise SourceError(shown, 1, "is a link that leads out of the archive", "copy the file here")
    return confirmed(parse(sidecar.read_bytes(), shown))
