"""What stands in each lane of the chronology: a dot for each mark, or bars where dots would overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.figures import Chronology, Lane, Mark
from generator.render.pictures.scale import Axis, axis, day_of

STACK = 5
"""So many dots find room above each other in a lane."""
_BINS = 110


@dataclass(frozen=True, slots=True)
class Heap:
    """The marks of one lane in one bin."""

    bin: int
    sure: tuple[Mark, ...]
    inferred: tuple[Mark, ...]

    @property
    def height(self) -> int:
        """How many there are."""
        return len(self.sure) + len(self.inferred)


def axis_of(chronology: Chronology, most: int = _BINS) -> Axis | None:
    """The axis from the first to the last of all marks; None where nothing is dated."""
    days = [middle(mark) for lane in (*chronology.bodies, *chronology.events) for mark in lane.marks]
    return axis(min(days), max(days), most) if days else None


def middle(mark: Mark) -> date:
    """The day at which a mark stands: that in the middle of those that its date allows."""
    first, last = day_of(mark.first), day_of(mark.last)
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2)


def heaps(marks: Sequence[Mark], axis: Axis) -> list[Heap]:
    """The marks by bin, in order of time."""
    by_bin: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_bin[axis.bin_of(middle(mark))].append(mark)
    return [_heap(bin, by_bin[bin]) for bin in sorted(by_bin)]


def levels(places: Sequence[float], gap: float) -> list[int]:
    """On which level each stands so that those of one level keep a gap; those given first stand lowest."""
    taken: list[list[float]] = []
    found = []
    for at in places:
        level = next((n for n, row in enumerate(taken) if all(abs(at - other) >= gap for other in row)), len(taken))
        if level == len(taken):
            taken.append([])
        taken[level].append(at)
        found.append(level)
    return found


def _heap(bin: int, marks: Sequence[Mark]) -> Heap:
    return Heap(bin, tuple(m for m in marks if not m.inferred), tuple(m for m in marks if m.inferred))


def in_one(lanes: Sequence[Lane]) -> Lane:
    """Several lanes as one."""
    return Lane(None, tuple(sorted((m for lane in lanes for m in lane.marks), key=lambda m: (m.first, m.last, m.key))))
