"""Labels that do not overlap: the most important are placed first, and one that finds no room is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from generator.text import clip

_GAP = 3.0
_DIAGONAL = 0.7


@dataclass(frozen=True, slots=True)
class Point:
    """Something round that wants a label."""

    x: float
    y: float
    radius: float
    words: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where the label of a point stands; `dy` is in sizes of type."""

    point: int
    """Which of the points."""
    x: float
    y: float
    dy: float
    anchor: str
    """`start`, `end` or `middle`, as SVG says it."""
    words: str


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class _Room:
    """A surface on which boxes are taken."""

    def __init__(self, points: Sequence[Point], width: float, height: float, size: float) -> None:
        self.points, self.width, self.height, self.size = points, width, height, size
        self.taken = [(p.x - p.radius, p.y - p.radius, p.x + p.radius, p.y + p.radius) for p in points]

    def take(self, n: int) -> str | None:
        """The first side of a point on which its label finds room."""
        for side in _SIDES:
            box = _box(self.points[n], side, self.size)
            if self._holds(box) and not any(overlap(box, other) for other in self.taken):
                self.taken.append(box)
                return side
        return None

    def _holds(self, box: Box) -> bool:
        return box[0] >= 0 and box[1] >= 0 and box[2] <= self.width and box[3] <= self.height


def placed(points: Sequence[Point], width: float, height: float, size: float, longest: int = 28) -> list[Label]:
    """Labels for the points, the first first, in one size of type."""
    cut = [Point(p.x, p.y, p.radius, clip(p.words, longest)) for p in points]
    room = _Room(cut, width, height, size)
    return [_label(n, point, side) for n, point in enumerate(cut) if (side := room.take(n))]


_SIDES = ("right", "left", "below", "above", "lower right", "lower left", "upper right", "upper left")


def _label(n: int, point: Point, side: str) -> Label:
    off, near = point.radius + _GAP, point.radius * _DIAGONAL + 1
    x, y, dy, anchor = {
        "right": (point.x + off, point.y, 0.35, "start"),
        "left": (point.x - off, point.y, 0.35, "end"),
        "below": (point.x, point.y + off, 0.8, "middle"),
        "above": (point.x, point.y - off, -0.1, "middle"),
        "lower right": (point.x + near, point.y + near, 0.8, "start"),
        "lower left": (point.x - near, point.y + near, 0.8, "end"),
        "upper right": (point.x + near, point.y - near, -0.1, "start"),
        "upper left": (point.x - near, point.y - near, -0.1, "end"),
    }[side]
    return Label(n, x, y, dy, anchor, point.words)


def _box(point: Point, side: str, size: float) -> Box:
    width, off = width_of(point.words) * size, point.radius + _GAP
    if side in ("right", "left"):
        left = point.x + off if side == "right" else point.x - off - width
        return left, point.y - size * 0.6, left + width, point.y + size * 0.6
    if " " in side:
        near = point.radius * _DIAGONAL + 1
        left = point.x + near if side.endswith("right") else point.x - near - width
        top = point.y + near if side.startswith("lower") else point.y - near - size * 1.1
        return left, top, left + width, top + size * 1.1
    top = point.y + off if side == "below" else point.y - off - size * 1.1
    return point.x - width / 2, top, point.x + width / 2, top + size * 1.1


def width_of(words: str) -> float:
    """How wide words are, in sizes of their type."""
    return sum(1.0 if east_asian_width(letter) in "WF" else 0.6 for letter in words)


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share some surface."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
