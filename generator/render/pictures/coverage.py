"""Coverage: how many documents of each kind and publisher each year has left, as tables whose cells are shaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil
from typing import Any

from generator.figures import Cell, Coverage
from generator.render.front import front_matter
from generator.render.pictures.names import shortly_linked
from generator.render.pictures.svg import linked, plain
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _

_ROWS = 80
"""More years than these are put together by ten."""
_GAP = 3
"""So many empty years stand each for itself; more are one row."""
_SHADES = 5


def coverage_page(site: Site, page: str) -> str:
    """The page of the coverage."""
    figures = site.indexes.figures
    tables = [
        _table(site, page, _("Kinds of document by year"), figures.kinds, _("Other kinds, or none known")),
        _table(site, page, _("Publishers by year"), figures.publishers, _("Others, or none known")),
    ]
    return fill(
        "coverage",
        front=front_matter(title=_("Coverage"), description=_("How many documents from each year"), hide=["toc"]),
        tables=[table for table in tables if table["rows"]],
    )


def _table(site: Site, page: str, title: str, coverage: Coverage, rest: str) -> dict[str, Any]:
    names = [shortly_linked(site, page, key) if key else plain(rest) for key in coverage.columns]
    rows = list(rows_of(coverage.rows))
    dated = [cell for _, _, cells in rows for cell in cells]
    most = max((cell.sure + cell.inferred for cell in (*dated, *coverage.undated)), default=0)
    made = [
        {
            "label": _year(site, page, first, last),
            "cells": [_cell(cell, most) for cell in cells],
            "gap": not any_of(cells),
        }
        for first, last, cells in rows
    ]
    if coverage.undated:
        label = linked(site, page, "years/undated", _("undated or uncertain"))
        made.append({"label": label, "cells": [_cell(c, most) for c in coverage.undated], "gap": False})
    return {"title": title, "columns": names, "rows": made}


def _year(site: Site, page: str, first: int, last: int) -> str:
    if first != last:
        return f"{first}–{last}"
    return linked(site, page, f"years/{first}", str(first))


def rows_of(rows: Mapping[int, Sequence[Cell]]) -> Iterator[tuple[int, int, Sequence[Cell]]]:
    """First year, last year, and cells: a row for each year, gaps too, long ones as one; by ten years where many."""
    if len(rows) > _ROWS:
        yield from _by_ten(rows)
        return
    width = len(next(iter(rows.values()), ()))
    before: int | None = None
    for year in sorted(rows):
        if before is not None:
            yield from _missing(before + 1, year - 1, width)
        yield year, year, rows[year]
        before = year


def _missing(first: int, last: int, width: int) -> Iterator[tuple[int, int, Sequence[Cell]]]:
    empty = (Cell(),) * width
    if last - first >= _GAP:
        yield first, last, empty
    else:
        yield from ((year, year, empty) for year in range(first, last + 1))


def _by_ten(rows: Mapping[int, Sequence[Cell]]) -> Iterator[tuple[int, int, Sequence[Cell]]]:
    tens = {ten: list(years) for ten, years in groupby(sorted(rows), key=lambda year: year // 10 * 10)}
    width = len(next(iter(rows.values())))
    for ten in range(min(tens), max(tens) + 1, 10):
        columns = [[rows[year][n] for year in tens.get(ten, ())] for n in range(width)]
        cells = [Cell(sum(c.sure for c in column), sum(c.inferred for c in column)) for column in columns]
        yield ten, ten + 9, cells


def any_of(cells: Sequence[Cell]) -> bool:
    """Whether there is any document."""
    return any(cell.sure or cell.inferred for cell in cells)


def _cell(cell: Cell, most: int) -> dict[str, Any]:
    return {"sure": cell.sure, "inferred": cell.inferred, "shade": shade(cell.sure + cell.inferred, most)}


def shade(count: int, most: int) -> int:
    """How dark a cell is, from 1 to 5; 0 where it is empty."""
    return ceil(_SHADES * (count / most) ** 0.7) if count else 0
