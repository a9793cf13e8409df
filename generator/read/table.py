"""A table of metadata over a folder: `metadata.csv`, as CollectionBuilder and Omeka write it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from generator import edtf
from generator.errors import SourceError
from generator.read.parsed import Unreadable
from generator.read.plain import decode

NAME = "metadata.csv"

COLUMNS = {
    "title": "title",
    "date": "date",
    "created": "date",
    "creator": "creator",
    "author": "creator",
    "publisher": "publisher",
    "type": "kind",
    "language": "language",
    "location": "place",
    "place": "place",
    "kind": "kind",
    "original": "original",
    "licence": "licence",
    "collection": "collection",
    "spatial": "place",
    "source": "original",
    "url": "original",
    "identifier": "reference_code",
    "rights": "rights",
    "rightsstatement": "licence",
    "license": "licence",
}
"""The columns of CollectionBuilder and of Omeka (`Dublin Core:Title`, `dcterms:title`), and the field that each is."""

_FILE = ("filename", "file", "files", "object_location", "objectid", "media")


def read_table(path: Path, content: Path) -> tuple[dict[str, dict[str, Any]], list[SourceError]]:
    """What the table says of each file of its folder, by the file's name, and the cells that cannot be used."""
    shown = path.relative_to(content.parent).as_posix()
    try:
        text, _ = decode(path.read_bytes())
    except Unreadable as fault:
        return {}, [SourceError(shown, fault.line, fault.what, fault.remedy)]
    rows = csv.DictReader(StringIO(text))
    names = {column: (column or "").rpartition(":")[2].strip().lower() for column in rows.fieldnames or ()}
    files = [column for column, name in names.items() if name in _FILE]
    if not files:
        return {}, [SourceError(shown, 1, "has no column `filename`", "name the file that each row describes")]
    made: dict[str, dict[str, Any]] = {}
    problems: list[SourceError] = []
    for row in _rows(rows, shown, problems):
        said = {COLUMNS[names[c]]: v.strip() for c, v in row.items() if v and v.strip() and names.get(c) in COLUMNS}
        if said.get("date") and not edtf.valid(said["date"]):
            what = f"`{said.pop('date')}` is no date in EDTF"
            problems.append(SourceError(shown, rows.line_num, what, "write 2021-01-19, 2021-01, XXXX-05-15"))
        if not said.get("original", "http").startswith("http"):
            what = f"`{said.pop('original')}` is no address of an original"
            problems.append(SourceError(shown, rows.line_num, what, "put where the paper lies into `identifier`"))
        name = next((row[column].strip() for column in files if row[column] and row[column].strip()), "")
        made[name.rpartition("/")[2]] = said
    return made, problems


def _rows(rows: csv.DictReader[str], path: str, problems: list[SourceError]) -> Iterator[dict[str, str]]:
    """The rows that can be read; a cell too many, or one that is too long, is told."""
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            problems.append(SourceError(path, rows.line_num, f"cannot be read ({fault})", "mend the row"))
            continue
        if None in row:
            problems.append(SourceError(path, rows.line_num, "has more cells than columns", "mend the row"))
        yield {column: value for column, value in row.items() if isinstance(column, str) and isinstance(value, str)}
