"""The page of the chronology: documents by body, and events by place, on one axis of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from generator.address import entity_page
from generator.figures import Chronology, Mark
from generator.render.front import front_matter
from generator.render.pictures.lanes import axis_of, heaps
from generator.render.pictures.names import shortly_linked
from generator.render.pictures.scale import Axis
from generator.render.pictures.svg import address, linked, plain
from generator.render.pictures.timeline import LYING, UPRIGHT, Timeline
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _


def chronology_page(site: Site, page: str) -> str:
    """The page of the chronology."""
    chronology: Chronology = site.indexes.figures.chronology
    axis = axis_of(chronology)
    undated = entity_page("years/undated")
    pictures = [Timeline(site, page, chronology, axis, layout).drawn() for layout in (LYING, UPRIGHT)] if axis else []
    return fill(
        "chronology",
        front=front_matter(
            title=_("Chronology"), description=_("Documents and events on one axis of time"), hide=["toc"]
        ),
        pictures=pictures,
        dots=any('class="r-dot' in picture for picture in pictures),
        bars=any('class="r-bar' in picture for picture in pictures),
        columns=[
            shortly_linked(site, page, lane.key) if lane.key else plain(_("All others")) for lane in chronology.bodies
        ],
        rows=list(_rows(site, page, chronology, axis)) if axis else [],
        events=bool(chronology.events),
        undated=chronology.undated,
        undated_link=address(site, page, undated) if chronology.undated and site.links.has(undated) else None,
    )


def _rows(site: Site, page: str, chronology: Chronology, axis: Axis) -> Iterator[dict[str, Any]]:
    """A row for each year, or bin of many years, in which there is anything."""
    counts: dict[int, list[tuple[int, int]]] = defaultdict(lambda: [(0, 0)] * len(chronology.bodies))
    for n, lane in enumerate(chronology.bodies):
        for row, marks in _by_row(lane.marks, axis).items():
            inferred = sum(mark.inferred for mark in marks)
            counts[row][n] = (len(marks) - inferred, inferred)
    happened = _by_row([mark for lane in chronology.events for mark in lane.marks], axis)
    for row in sorted(counts.keys() | happened.keys()):
        yield {
            "id": f"from-{row}",
            "label": _label(row, axis),
            "years": _years(site, page, row, axis),
            "events": [linked(site, page, mark.key, site.authority.name(mark.key)) for mark in happened.get(row, ())],
            "cells": counts[row],
        }


def _by_row(marks: Sequence[Mark], axis: Axis) -> dict[int, list[Mark]]:
    """The marks by the first year of their row."""
    found: dict[int, list[Mark]] = defaultdict(list)
    for heap in heaps(marks, axis):
        found[axis.years_of(heap.bin)[0]] += (*heap.sure, *heap.inferred)
    return found


def _years_of_row(row: int, axis: Axis) -> range:
    return range(row, row + max(1, int(axis.unit))) if axis.unit.isdigit() else range(row, row + 1)


def _label(row: int, axis: Axis) -> str:
    years = _years_of_row(row, axis)
    return str(row) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _years(site: Site, page: str, row: int, axis: Axis) -> list[tuple[int, str]]:
    """The pages of the years of a row."""
    there = ((year, entity_page(f"years/{year}")) for year in _years_of_row(row, axis))
    return [(year, address(site, page, target)) for year, target in there if site.links.has(target)]
