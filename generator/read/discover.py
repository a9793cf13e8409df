"""Which files make which document."""

from __future__ import annotations

import glob
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.address import document_id
from generator.errors import SourceError
from generator.read.files import READERS, Found, curators_word
from generator.read.table import NAME as TABLE
from generator.read.table import read_table
from generator.store import leads_out
from generator.text import slug

_ORDER = list(READERS)


def discover(sources: Path, content: Path) -> tuple[list[Found], list[SourceError]]:
    """The documents below `sources`, by id, and what cannot be used."""
    problems: list[SourceError] = []
    taken: dict[str, Path] = {}
    found = []
    tables = _tables(sources, content, problems)
    for path, *others in _groups(sources, content, problems):
        shown = path.relative_to(content.parent).as_posix()
        try:
            curated = curators_word(path, content, _row(tables, path, others))
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
            found.append(Found(id, path, curated, tuple(others)))
    return sorted(found, key=lambda f: f.id), sorted(problems, key=str)


def _tables(sources: Path, content: Path, problems: list[SourceError]) -> dict[Path, dict[str, dict[str, Any]]]:
    """The rows of each table of metadata by the name of the file that they describe, by folder."""
    tables = {}
    for path in sorted(sources.rglob(TABLE)):
        if not leads_out(path, content):
            tables[path.parent], faults = read_table(path, content)
            problems += faults
    return tables


def _row(
    tables: Mapping[Path, Mapping[str, dict[str, Any]]], path: Path, others: list[Path]
) -> Mapping[str, Any] | None:
    """What the table of its folder says of a document, under the name of any of its files, or without ending."""
    rows = tables.get(path.parent, {})
    return next((rows[name] for name in (path.name, *(p.name for p in others), path.stem) if name in rows), None)


def table_row(path: Path, content: Path) -> Mapping[str, Any] | None:
    """What the table of metadata in its folder says of the document in `path`."""
    table = path.with_name(TABLE)
    rows = read_table(table, content)[0] if table.is_file() and not leads_out(table, content) else {}
    beside = [other for other in path.parent.glob(f"{glob.escape(path.stem)}.*") if other != path]
    return _row({path.parent: rows}, path, sorted(beside))


def identify(path: Path, sources: Path, curated: Mapping[str, Any]) -> str:
    """The id of the document in `path`: what the curator says, else from the path below `sources`."""
    if curated.get("id"):
        return "/".join(part for part in map(slug, str(curated["id"]).split("/")) if part)
    return document_id(path.relative_to(sources).as_posix())


def _groups(sources: Path, content: Path, problems: list[SourceError]) -> Iterator[list[Path]]:
    """The files of each document, the one that gives the text first; what cannot be used is reported."""
    groups: dict[Path, list[Path]] = defaultdict(list)
    for path in _usable(sources, content, problems):
        groups[path.with_suffix("")].append(path)
    made: dict[Path, list[Path]] = {}
    held: set[Path] = set()
    for stem, files in groups.items():
        known = sorted((f for f in files if f.suffix.lower() in READERS), key=lambda f: _ORDER.index(f.suffix.lower()))
        strange = [path for path in files if _is_near_sidecar(path, groups)]
        for path in strange:
            what = "is no sidecar by its name: what it describes is held back"
            problems.append(_unusable(path, content, what, "call it as the text, with the ending .yml"))
            held |= {stem, stem.with_suffix("")}
        left = [path for path in files if path not in strange and path not in known]
        problems += (_unread(path, content) for path in left if not (path.suffix == ".yml" and known))
        if known:
            made[stem] = known
    yield from (known for stem, known in made.items() if stem not in held)


def _usable(sources: Path, content: Path, problems: list[SourceError]) -> Iterator[Path]:
    """The files below `sources` in order, but tables and what is hidden; what is none that can be read is reported."""
    for path in sorted(sources.rglob("*")):
        if _unprintable(path):
            problems.append(_unusable(path, content, "has a name that is not UTF-8", "rename it"))
        elif path.is_symlink() and (path.is_dir() or not path.exists() or leads_out(path, content)):
            what = "is a link to a folder or to nothing, or leads out of the archive"
            problems.append(_unusable(path, content, what, "copy the files here"))
        elif not (path.is_file() or path.is_dir()):
            problems.append(_unusable(path, content, "is neither file nor folder", "remove it"))
        elif path.is_file() and not path.name.startswith(".") and path.name != TABLE:
            yield path


def _unread(path: Path, content: Path) -> SourceError:
    """That a file is of no kind that is read, or describes nothing."""
    what = f"a file of the kind `{path.suffix or path.stem}` cannot be read"
    if path.suffix == ".yml":
        what = "describes no document: there is no file of that name beside it"
    return _unusable(path, content, what, "it is kept and left out; give the text as .txt or .md")


def _is_near_sidecar(path: Path, groups: Mapping[Path, list[Path]]) -> bool:
    """Whether a file was meant as the sidecar of a text beside it: `a.yaml`, `a.YML`, `a.txt.yml`."""
    if path.suffix.lower() not in (".yml", ".yaml"):
        return False
    texts = [*groups[path.with_suffix("")], *groups.get(path.with_suffix("").with_suffix(""), ())]
    beside = any(text.suffix.lower() in READERS for text in texts)
    return beside and (path.suffix != ".yml" or path.with_suffix("") in texts)


def _unprintable(path: Path) -> bool:
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return True
    return False


def _unusable(path: Path, content: Path, what: str, remedy: str) -> SourceError:
    shown = path.relative_to(content.parent).as_posix().encode(errors="backslashreplace").decode()
    return SourceError(shown, 1, what, remedy)
