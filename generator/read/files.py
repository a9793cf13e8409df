"""One document's files, read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.errors import SourceError
from generator.model import Block, Source, SourceFile
from generator.read.blocks import blocks_of
from generator.read.curated import parse
from generator.read.front_matter import split
from generator.read.withhold import Withheld, withhold
from generator.store import leads_out

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

READERS: Mapping[str, Callable[[str], tuple[Block, ...]]] = {".md": blocks_of, ".txt": blocks_of}
"""What reads the text of each format, by the file's ending."""


def read(path: Path, content: Path, withheld: Withheld, id: str) -> Source:
    """The source of one document, without what is withheld from it.

    Raises:
        SourceError: the file cannot be used, or must be held back.
    """
    shown = path.relative_to(content.parent).as_posix()
    raw = path.read_bytes()
    front, text = split(decode(raw, shown), shown)
    curated = front | sidecar_word(path, content)
    blocks = READERS[path.suffix.lower()](text)
    if not blocks:
        raise SourceError(shown, 1, "holds no text", "remove the file or give it its text")
    file = SourceFile(path.relative_to(content).as_posix(), hashlib.sha256(raw).hexdigest())
    source = Source(id, file, blocks, curated, withheld.access, redacted=False)
    return withhold(source, withheld, shown, curated.get("original"))


def curators_word(path: Path, content: Path) -> dict[str, Any]:
    """What front matter and sidecar say about the document in `path`; the sidecar wins.

    Raises:
        SourceError: the file is no text, or what the curator wrote cannot be used.
    """
    shown = path.relative_to(content.parent).as_posix()
    return split(decode(path.read_bytes(), shown), shown)[0] | sidecar_word(path, content)


def sidecar_word(path: Path, content: Path) -> dict[str, Any]:
    """What the sidecar `NAME.yml` says."""
    sidecar = path.with_suffix(".yml")
    if not sidecar.exists():
        return {}
    shown = sidecar.relative_to(content.parent).as_posix()
    if leads_out(sidecar, content):
        raise SourceError(shown, 1, "is a link that leads out of the archive", "copy the file here")
    return parse(sidecar.read_bytes(), shown)


def decode(raw: bytes, path: str) -> str:
    """The text of a file in UTF-8.

    Raises:
        SourceError: it is empty, binary, or in another encoding.
    """
    if not raw.strip():
        raise SourceError(path, 1, "is empty", "remove the file or give it its text")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise SourceError(path, line, "is not UTF-8 text", "save it as UTF-8") from fault
    control = _CONTROL.search(text)
    if control:
        line = text[: control.start()].count("\n") + 1
        raise SourceError(path, line, "is no text but binary data", "give it the ending of its format")
    return text
