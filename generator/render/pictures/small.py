"""The chronology in small: all documents in time, for the first page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.address import entity_page
from generator.figures import Chronology
from generator.render.pictures.lanes import axis_of, heaps, in_one
from generator.render.pictures.scale import Axis
from generator.render.pictures.svg import address, element, link, number, picture, plain
from generator.render.pictures.timeline import counted
from generator.render.site import Site
from generator.render.words import _

_BINS = 60
_HEIGHT = 40.0
_TOP = 1.0
"""So much room the frame of the highest bar needs."""
_MARK = 5.5
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
        _TOP + _HEIGHT + _MARK,
        _("Documents and events in time"),
        *_bars(site, page, chronology, axis),
        *_events(chronology, axis),
        stretched=True,
    )
    ends = element("span", axis.label(0)) + element("span", axis.label(len(axis.starts) - 1))
    shown = element("div", drawn, element("div", ends, class_="r-ends"), class_="r-picture r-small")
    return shown + _key(chronology)


def _key(chronology: Chronology) -> str:
    """What bars and signs mean."""
    box, event = element("rect", x=2, y=1, width=8, height=10), element("path", class_="r-event", d="M6 2l4 8h-8z")
    entries = [_meant(element("g", box, class_="r-bar"), _("documents"))]
    if any(mark.inferred for lane in chronology.bodies for mark in lane.marks):
        entries.append(_meant(element("g", box, class_="r-bar r-inferred"), _("inferred"), "r-inferred"))
    if chronology.events:
        entries.append(_meant(event, _("event")))
    return element("ul", *entries, class_="r-key")


def _meant(shape: str, words: str, class_: str | None = None) -> str:
    sign = element("svg", shape, viewBox="0 0 12 12", aria_hidden="true")
    return element("li", sign, f" {plain(words)}", class_=class_)


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
            box = element("rect", x=10 * heap.bin + 1, y=_TOP + _HEIGHT - done - high, width=8, height=high)
            title = f"{axis.label(heap.bin)}: {counted(len(marks), False)}"
            done += high
            if marks:
                yield link(address(site, page, target), title, box, class_=class_)


def _events(chronology: Chronology, axis: Axis) -> Iterator[str]:
    for heap in heaps(in_one(chronology.events).marks, axis):
        yield element("path", class_="r-event", d=f"M{10 * heap.bin + 5} {number(_TOP + _HEIGHT + 1)}l3 4h-6z")
