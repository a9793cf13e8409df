"""Ids, addresses of pages, and anchors of paragraphs: what must outlive a rebuild."""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.text import slug, squeeze


def document_id(path: str) -> str:
    """The id of a source file from its path below `sources/`: each part slugged, the last ending dropped."""
    parts = PurePosixPath(path).with_suffix("").parts
    return "/".join(part for part in map(slug, parts) if part)


def document_page(id: str) -> str:
    """The Markdown file of a document, below `build/docs`."""
    return f"documents/{id}/index.md"


def entity_page(entity: str) -> str:
    """The Markdown file of an entity (`people/x`) or an index page (`people`), below `build/docs`."""
    return f"{entity}/index.md"


def relative(page: str, target: str) -> str:
    """The path from one file below `build/docs` to another, as a link in the first writes it."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def anchors(texts: Iterable[str]) -> tuple[str, ...]:
    """An anchor for each paragraph: `p-` and six digits of its text's SHA-256, `-2` for a second."""
    seen: Counter[str] = Counter()
    made = []
    for text in texts:
        anchor = "p-" + hashlib.sha256(squeeze(text).encode()).hexdigest()[:6]
        seen[anchor] += 1
        made.append(anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}")
    return tuple(made)
