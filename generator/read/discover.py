"""Which files make which document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.address import document_id
from generator.errors import SourceError
from generator.read.files import READERS, curators_word
from generator.store import leads_out
from generator.text import slug

_ORDER = (".md", ".txt", ".html", ".docx", ".eml", ".pdf")
"""Of files that differ only in the ending, the first of these gives the text."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document's file, before it is read."""

    id: str
    path: Path
    curated: Mapping[str, Any]
    """Front matter and sidecar, for settling what is withheld; it goes no further."""


def discover(sources: Path, content: Path) -> tuple[list[Found], list[SourceError]]:
    """The documents below `sources`, by id, and what cannot be used."""
    problems: list[SourceError] = []
    taken: dict[str, Path] = {}
    found = []
    for path in _texts(sources, content, problems):
        shown = path.relative_to(content.parent).as_posix()
        try:
            curated = curators_word(path, content)
        except SourceError as problem:
            problems.append(problem)
            continue
        id = identify(path, sources, curated)
        if not id:
            problems.append(SourceError(shown, 1, "its name gives no id", "set `id:`, or rename the file"))
        elif id in taken:
            first = taken[id].relative_to(content.parent).as_posix()
            what = f"its id `{id}` is taken by {first}"
            problems.append(SourceError(shown, 1, what, "rename one of the files or set `id:`; this one is left out"))
        else:
            taken[id] = path
            found.append(Found(id, path, curated))
    return sorted(found, key=lambda f: f.id), sorted(problems, key=str)


def identify(path: Path, sources: Path, curated: Mapping[str, Any]) -> str:
    """The id of the document in `path`: what the curator says, else from the path below `sources`."""
    if curated.get("id"):
        return "/".join(part for part in map(slug, str(curated["id"]).split("/")) if part)
    return document_id(path.relative_to(sources).as_posix())


def _texts(sources: Path, content: Path, problems: list[SourceError]) -> Iterator[Path]:
    """The file of each document that gives its text; the others are reported."""
    groups: dict[Path, list[Path]] = defaultdict(list)
    for path in sorted(sources.rglob("*")):
        if path.is_symlink() and (path.is_dir() or leads_out(path, content)):
            what = "is a link to a folder, or leads out of the archive"
            problems.append(_unusable(path, content, what, "copy the files here"))
        elif path.is_file() and not path.name.startswith("."):
            groups[path.with_suffix("")].append(path)
    for stem, files in groups.items():
        texts = sorted((f for f in files if f.suffix.lower() in READERS), key=lambda f: _ORDER.index(f.suffix.lower()))
        for path in files:
            if path not in texts[:1] and not (path.suffix == ".yml" and texts):
                what = f"a file of the kind `{path.suffix or stem.name}` cannot be read yet"
                if path.suffix.lower() in READERS:
                    what = f"gives no text: that of {texts[0].name} stands before it, and two are not shown yet"
                if path.suffix == ".yml":
                    what = "describes no document: there is no text of that name beside it"
                problems.append(_unusable(path, content, what, "it is kept and left out; give the text as .txt or .md"))
        yield from texts[:1]


def _unusable(path: Path, content: Path, what: str, remedy: str) -> SourceError:
    return SourceError(path.relative_to(content.parent).as_posix(), 1, what, remedy)
