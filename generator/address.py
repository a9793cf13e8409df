"""Ids, addresses of pages, and anchors of paragraphs: what must outlive a rebuild."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.text import slug, squeeze

_RUNS_OR_RENDERS = (".md", ".html", ".htm", ".svg", ".xml", ".eml")
"""Endings that would become a page, or run in a browser, if they were served as they are."""

_PICTURES = {
    **{".jpg": ".jpg", ".jpeg": ".jpg", ".png": ".png", ".webp": ".webp"},
    **{".gif": ".png", ".tif": ".png", ".tiff": ".png"},
}
"""Endings of pictures, and those under which they are published, encoded anew."""


def document_id(path: str) -> str:
    """The id of a source file from its path below `sources/`: each part slugged, the last ending dropped."""
    parts = PurePosixPath(path).with_suffix("").parts
    return "/".join(part for part in map(slug, parts) if part)


def document_page(id: str) -> str:
    """The Markdown file of a document, below `build/docs`."""
    return f"documents/{id}/index.md"


def entity_page(entity: str, part: int = 1) -> str:
    """The Markdown file of an entity (`people/x`) or an index page (`people`), below `build/docs`.

    One that goes on over several pages has `page.2` and so on below its own: `people/2` may be an entity.
    """
    return f"{entity}/index.md" if part == 1 else f"{entity}/page.{part}/index.md"


def comparison_page(id: str, other: str) -> str:
    """The page that compares a document with another one, below `build/docs`.

    No id has a point in it, so no document, and no other pair, has this address.
    """
    return f"documents/{id}/compare.to/{other}/index.md"


def synopsis_page(id: str, part: int) -> str:
    """One page, from 1, of the synopsis of the family whose first document is `id`; no document has its address."""
    return f"documents/{id}/synopsis.{part}/index.md"


def source_name(path: str) -> str:
    """What a published file is called beside its page: `source.txt`, `source.md.txt`, `picture.jpg`."""
    ending = PurePosixPath(path).suffix.lower()
    if ending in _PICTURES:
        return f"picture{_PICTURES[ending]}"
    return f"source{ending}.txt" if ending in _RUNS_OR_RENDERS else f"source{ending}"


def relative(page: str, target: str) -> str:
    """The path from one file below `build/docs` to another, as a link in the first writes it."""
    here, there = page.split("/")[:-1], target.split("/")
    same = 0
    while same < min(len(here), len(there) - 1) and here[same] == there[same]:
        same += 1
    return "/".join([*[".."] * (len(here) - same), *there[same:]])


def anchors(texts: Iterable[str]) -> tuple[str, ...]:
    """An anchor for each paragraph: `p-` and six digits of its text's SHA-256, `-2` for a second."""
    seen: Counter[str] = Counter()
    made = []
    for text in texts:
        anchor = "p-" + hashlib.sha256(squeeze(text).encode()).hexdigest()[:6]
        seen[anchor] += 1
        made.append(anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}")
    return tuple(made)


def entry_key(key: str) -> str:
    """The authority entry behind a page: that of a publisher is an organisation."""
    return key.replace("publishers/", "organisations/", 1)
