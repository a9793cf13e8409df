"""How many documents there are of each kind, and of each publisher, from each year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from generator import edtf
from generator.figures import Cell, Coverage
from generator.model import Document, Record, is_inferred

_COLUMNS = 10


def coverage(records: Sequence[Record], column_of: Callable[[Document], str | None]) -> Coverage:
    """Years by what `column_of` gives of a document; years in which there is nothing are not among the rows."""
    counts: dict[int | None, Counter[tuple[str | None, bool]]] = defaultdict(Counter)
    documents = [record.document for record in records]
    columns = _columns(Counter(column_of(document) for document in documents))
    for document in documents:
        key = column_of(document)
        column = key if key in columns else None
        for year in edtf.sure_years(document.span) or (None,):
            counts[year][column, is_inferred(document)] += 1
    rows = {year: _row(counts[year], columns) for year in sorted(year for year in counts if year is not None)}
    return Coverage(columns, rows, _row(counts[None], columns) if counts[None] else ())


def _columns(counts: Counter[str | None]) -> tuple[str | None, ...]:
    named = sorted((key for key in counts if key), key=lambda key: (-counts[key], key))
    kept = named if len(named) == _COLUMNS + 1 and None not in counts else named[:_COLUMNS]
    return (*kept, None) if len(kept) < len(counts) else tuple(kept)


def _row(counts: Counter[tuple[str | None, bool]], columns: Sequence[str | None]) -> tuple[Cell, ...]:
    return tuple(Cell(counts[column, False], counts[column, True]) for column in columns)
