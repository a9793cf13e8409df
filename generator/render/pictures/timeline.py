"""The drawing of the chronology: lying down for wide screens, upright for narrow ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from generator.address import document_page, entity_page
from generator.figures import Chronology, Lane, Mark
from generator.render.dates import in_words
from generator.render.pictures.lanes import STACK, Heap, heaps, in_one, levels, middle
from generator.render.pictures.names import Name, name_of
from generator.render.pictures.scale import Axis, day_of, thinned
from generator.render.pictures.svg import address, element, entity_address, link, number, picture, text
from generator.render.site import Site
from generator.render.words import _, n_
from generator.text import clip


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of a drawing, in its own units."""

    upright: bool
    along: float
    """How long the axis is; upright it is as long as its bins need."""
    lane: float
    """How much room a lane has across."""
    before: float
    """What stands before the axis: names of lanes, or of years."""
    head: float
    """What stands across it at the beginning: years, or names of lanes."""
    dot: float
    """The distance between dots."""


LYING = Layout(False, 786, 46, 184, 22, 8)
UPRIGHT = Layout(True, 0, 0, 40, 124, 6.6)
_NARROW = 340.0
"""How wide an upright drawing is."""
_AFTER = 30
"""Behind the axis there is room for the name of its last year."""
_LETTER = 6.2
_BIN = (9.0, 26.0)
"""How high its bins are: where there are many, and where there are few."""


def counted(n: int, events: bool) -> str:
    """So many documents, or events."""
    if events:
        return n_("{n} event", "{n} events", n).format(n=n)
    return n_("{n} document", "{n} documents", n).format(n=n)


class Timeline:
    """One drawing."""

    def __init__(self, site: Site, page: str, chronology: Chronology, axis: Axis, layout: Layout) -> None:
        """Take what is drawn, and how."""
        self.site, self.page, self.axis, self.layout = site, page, axis, layout
        self.events = chronology.events
        if layout.upright and chronology.events:
            self.events = (in_one(chronology.events),)
        self.bodies = chronology.bodies

    @cached_property
    def pitch(self) -> float:
        """How long a bin is."""
        bins = len(self.axis.starts)
        if self.layout.upright:
            return min(max(480 / bins, _BIN[0]), _BIN[1])
        return self.layout.along / bins

    def drawn(self) -> str:
        """The picture."""
        upright = self.layout.upright
        lanes = [*((lane, True) for lane in self.events), *((lane, False) for lane in self.bodies)]
        across = (_NARROW - self.layout.before) / len(lanes) if upright else self.layout.lane
        length = self._along(len(self.axis.starts)) + (10 if upright else _AFTER)
        breadth = _NARROW if upright else self.layout.head + across * len(lanes) + 4
        guides = self._guides(breadth)
        parts = chain(self._ticks(length, breadth), guides, self._lanes(lanes, across, length))
        size = (breadth, length) if upright else (length, breadth)
        class_ = "r-upright" if upright else "r-lying"
        return picture(*size, _("Documents and events in time"), *parts, class_=class_)

    @property
    def _start(self) -> float:
        return self.layout.head if self.layout.upright else self.layout.before

    def _along(self, bins: float) -> float:
        """Where something lies along the axis."""
        return self._start + bins * self.pitch

    def _at(self, along: float, across: float) -> tuple[float, float]:
        return (across, along) if self.layout.upright else (along, across)

    def _ticks(self, length: float, breadth: float) -> Iterator[str]:
        gap = 16 if self.layout.upright else 90 if self.axis.has_long_labels else 40
        for bin, words in thinned(self.axis.ticks(), lambda bin: bin * self.pitch, gap):
            at = self._along(bin)
            if self.layout.upright:
                yield element(
                    "path", class_="r-tick", d=f"M{number(self.layout.before)} {number(at)}H{number(breadth)}"
                )
                yield text(self.layout.before - 4, at + 9, words, text_anchor="end", longest=9)
            else:
                yield element("path", class_="r-tick", d=f"M{number(at)} 16V{number(breadth)}")
                yield text(at + 3, 12, words) if at + 3 + _LETTER * len(words) < length else ""

    def _guides(self, breadth: float) -> Iterator[str]:
        """A faint line through all lanes at each event, as long as they are few."""
        marks = in_one(self.events).marks
        if marks and len(heaps(marks, self.axis)) * 3 <= len(self.axis.starts):
            begin = self.layout.before if self.layout.upright else self.layout.head
            lines = (self._guide(at, begin, breadth) for at in dict.fromkeys(map(self._place, marks)))
            yield element("path", class_="r-guide", d="".join(lines))

    def _place(self, mark: Mark) -> float:
        """Where a mark stands along the axis: at its very day."""
        return self._along(self.axis.noon(middle(mark)))

    def _guide(self, along: float, begin: float, breadth: float) -> str:
        x, y = self._at(along, begin)
        return f"M{number(x)} {number(y)}{'H' if self.layout.upright else 'V'}{number(breadth)}"

    def _lanes(self, lanes: Sequence[tuple[Lane, bool]], across: float, length: float) -> Iterator[str]:
        tallest = {kind: self._tallest(lane for lane, its in lanes if its is kind) for kind in (True, False)}
        for n, (lane, events) in enumerate(lanes):
            base = (self.layout.before if self.layout.upright else self.layout.head) + across * (n + 1) - 3
            base = base if not self.layout.upright else self.layout.before + across * n + 3
            yield self._name(lane, events, base, across)
            yield self._base(base, length if self.layout.upright else length - _AFTER + 10)
            yield from self._heaps(lane, events, base, across, tallest[events])

    def _tallest(self, lanes: Iterable[Lane]) -> int:
        """How many marks the fullest bin of these lanes has: they share a scale."""
        return max((heap.height for lane in lanes for heap in heaps(lane.marks, self.axis)), default=1)

    def _base(self, base: float, length: float) -> str:
        x, y = self._at(self._start, base)
        run = f"V{number(length)}" if self.layout.upright else f"H{number(length)}"
        return element("path", class_="r-base", d=f"M{number(x)} {number(y)}{run}")

    def _name(self, lane: Lane, events: bool, base: float, across: float) -> str:
        name = self._called(lane, events)
        if self.layout.upright:
            x, y = base + across / 2, self.layout.head - 6
            shown = text(x, y, name.short, longest=20, transform=f"rotate(-90 {number(x)} {number(y)})")
        else:
            shown = text(self.layout.before - 8, base - 4, name.short, longest=30, text_anchor="end")
        href = entity_address(self.site, self.page, lane.key) if lane.key else None
        return link(href, name.whole, shown) if href else shown

    def _called(self, lane: Lane, events: bool) -> Name:
        if lane.key:
            return name_of(self.site.authority, lane.key, events)
        words = _("All others") if not events else _("Other events") if len(self.events) > 1 else _("Events")
        return Name(words, words)

    def _heaps(self, lane: Lane, events: bool, base: float, across: float, tallest: int) -> Iterator[str]:
        stacked, step = heaps(lane.marks, self.axis), min(self.layout.dot, (across - 4) / STACK)
        level_of = self._levels(stacked, step) if max((h.height for h in stacked), default=0) <= STACK else {}
        if level_of and max(level_of.values()) < STACK:
            yield from (self._dot(mark, base, level, step) for mark, level in level_of.items())
        else:
            name = self._called(lane, events).whole
            for heap in stacked:
                yield from self._bar(heap, name, base, (across - 14) / tallest, events)

    def _levels(self, stacked: Sequence[Heap], step: float) -> dict[Mark, int]:
        """How high each mark stands so that none hides another; those that readers may hide stand on the others."""
        marks = [*(m for heap in stacked for m in heap.sure), *(m for heap in stacked for m in heap.inferred)]
        return dict(zip(marks, levels([*map(self._place, marks)], step), strict=True))

    def _dot(self, mark: Mark, base: float, level: int, step: float) -> str:
        """A mark: full where the day is known, hollow where it is not, dashed where it is inferred."""
        side = 1 if self.layout.upright else -1
        x, y = self._at(self._place(mark), base + side * (step * (level + 0.5) + 2))
        shape = self._shape(mark, x, y, step * 0.42)
        href, title = self._leads(mark)
        class_ = "r-dot" + (" r-inferred" if mark.inferred else "")
        return link(href, title, self._span(mark, x, y), shape, class_=class_)

    def _shape(self, mark: Mark, x: float, y: float, size: float) -> str:
        if mark.key.startswith("events/"):
            high = number(size * 2.2)
            return element(
                "path", d=f"M{number(x)} {number(y - size * 1.2)}l{number(size * 1.25)} {high}h-{number(size * 2.5)}z"
            )
        hollow = "r-hollow" if mark.inferred or mark.first != mark.last else None
        return element("circle", class_=hollow, cx=x, cy=y, r=size)

    def _span(self, mark: Mark, x: float, y: float) -> str:
        """A line over the bins in which the mark may lie, where they are several."""
        first, last = (self._along(self.axis.at(day_of(day))) for day in (mark.first, mark.last))
        if last - first <= self.pitch or mark.key.startswith("events/"):
            return ""
        run = f"M{number(x)} {number(first)}V{number(last)}" if self.layout.upright else ""
        return element("path", class_="r-span", d=run or f"M{number(first)} {number(y)}H{number(last)}")

    def _leads(self, mark: Mark) -> tuple[str, str]:
        """Where a mark leads, and what it is called."""
        if mark.key.startswith("events/"):
            return address(self.site, self.page, entity_page(mark.key)), self.site.authority.name(mark.key)
        record = self.site.by_id[mark.key]
        title = f"{clip(self.site.title(record), 80)}, {in_words(record.document.date)}"
        inferred = f" ({_('inferred')})" if mark.inferred else ""
        return address(self.site, self.page, document_page(mark.key)), title + inferred

    def _bar(self, heap: Heap, name: str, base: float, unit: float, events: bool) -> Iterator[str]:
        """A bar as high as there are marks; what is inferred stands on it, as a part that can be hidden."""
        done = 0.0
        kind = "r-bar r-of-events" if events else "r-bar"
        for marks, class_ in ((heap.sure, kind), (heap.inferred, f"{kind} r-inferred")):
            if marks:
                high = max(len(marks) * unit, 1.5)
                shape = self._box(heap.bin, base, done, high)
                title = f"{name}, {self.axis.label(heap.bin)}: {counted(len(marks), events)}"
                yield link(self._year(heap.bin), title, shape, class_=class_)
                done += high

    def _box(self, bin: int, base: float, done: float, high: float) -> str:
        start, long = self._along(bin) + self.pitch * 0.08, self.pitch * 0.84
        if self.layout.upright:
            return element("rect", x=base + done, y=start, width=high, height=long)
        return element("rect", x=start, y=base - done - high, width=long, height=high)

    def _year(self, bin: int) -> str:
        """The page of the year of a bin; of several years their row in the table."""
        years = self.axis.years_of(bin)
        target = entity_page(f"years/{years[0]}")
        one = len(years) == 1 and self.site.links.has(target)
        return address(self.site, self.page, target) if one else f"#from-{years[0]}"
