"""The chronology in small: all documents in time, for the first page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.address import entity_page
from generator.figures import Chronology
from generator.render.pictures.lanes import axis_of, heaps, in_one
from generator.render.pictures.scale import Axis
from generator.render.pictures.svg import address, element, link, picture
from generator.render.pictures.timeline import counted
from generator.render.site import Site
from generator.render.words import _

_BINS = 60
_HEIGHT = 40.0
_MARK = 5.0
"""Beneath the bars there is so much room for events."""


def chronology_small(site: Site, page: str) -> str:
    """Bars of all documents by year or so, events beneath, as HTML; nothing where less than two bins have any.

    The picture is stretched to the width that it has, so that no words stand in it.
    """
    chronology: Chronology = site.indexes.figures.chronology
    axis = axis_of(chronology, _BINS)
    if not axis or len(axis.starts) < 2:
        return ""
    drawn = picture(
        10 * len(axis.starts),
        _HEIGHT + _MARK,
        _("Documents and events in time"),
        *_bars(site, page, chronology, axis),
        *_events(chronology, axis),
        stretched=True,
    )
    ends = element("span", axis.label(0)) + element("span", axis.label(len(axis.starts) - 1))
    return element("div", drawn, element("div", ends, class_="r-ends"), class_="r-picture r-small")


def _bars(site: Site, page: str, chronology: Chronology, axis: Axis) -> Iterator[str]:
    stacked = heaps(in_one(chronology.bodies).marks, axis)
    most = max((heap.height for heap in stacked), default=1)
    for heap in stacked:
        target = entity_page(f"years/{axis.years_of(heap.bin)[0]}")
        if len(axis.years_of(heap.bin)) > 1 or not site.links.has(target):
            target = "chronology/index.md"
        done = 0.0
        for marks, class_ in ((heap.sure, "r-bar"), (heap.inferred, "r-bar r-inferred")):
            high = _HEIGHT * len(marks) / most
            box = element("rect", x=10 * heap.bin + 1, y=_HEIGHT - done - high, width=8, height=high)
            title = f"{axis.label(heap.bin)}: {counted(len(marks), False)}"
            done += high
            if marks:
                yield link(address(site, page, target), title, box, class_=class_)


def _events(chronology: Chronology, axis: Axis) -> Iterator[str]:
    for heap in heaps(in_one(chronology.events).marks, axis):
        yield element("rect", class_="r-event", x=10 * heap.bin + 3, y=_HEIGHT + 1.5, width=4, height=3)
