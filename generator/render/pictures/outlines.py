"""Coasts and borders as Natural Earth draws them, cut to what is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from generator.render.pictures.projection import Extent, Line, Projection, is_wide, suited
from generator.render.pictures.svg import element, path


class Lines:
    """Lines, of which those near to a place are found at once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take the lines, in degrees."""
        self._lines = lines
        self._low = np.array([line.min(axis=0) for line in lines])
        self._high = np.array([line.max(axis=0) for line in lines])

    def within(self, box: Rectangle) -> Iterator[Line]:
        """Those that may touch a rectangle, as often as they do on their way around the world."""
        for turn in (-360.0, 0.0, 360.0):
            left, right = box[0] - turn, box[2] - turn
            near = (self._low[:, 0] < right) & (self._high[:, 0] > left)
            near &= (self._low[:, 1] < box[3]) & (self._high[:, 1] > box[1])
            yield from (self._lines[n] + np.array([turn, 0.0]) for n in np.flatnonzero(near).tolist())


@dataclass(frozen=True, slots=True)
class Outlines:
    """The lines of the world, in degrees."""

    land: Lines
    """Closed rings; one may go on over the 180th meridian."""
    borders: Lines


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    """The outlines that come with the program."""
    data = json.loads(files("generator.render.pictures").joinpath("outlines.json").read_text(encoding="utf-8"))
    return Outlines(Lines([*map(_line, data["land"])]), Lines([*map(_line, data["borders"])]))


def _line(steps: Any) -> Line:
    return np.asarray(np.cumsum(np.array(steps, dtype=float).reshape(-1, 2), axis=0) / 100)


class Chart:
    """A part of the world on a surface of so many units."""

    def __init__(self, extent: Extent, width: int, tallest: int) -> None:
        """Fit the extent into the width, or into the height where it is tall."""
        self.extent = extent
        self._project: Projection = suited(extent)
        edge = self._project(_edge(extent))
        (left, bottom), (right, top) = edge.min(axis=0), edge.max(axis=0)
        self._scale = min(width / (right - left), tallest / (top - bottom))
        self.width, self.height = width, round((top - bottom) * self._scale)
        self._left = (left + right) / 2 - width / self._scale / 2
        self._top = top

    def points(self, line: Line) -> Line:
        """Points of the world on the surface, y downwards."""
        flat = self._project(line)
        return np.asarray(
            np.column_stack(((flat[:, 0] - self._left) * self._scale, (self._top - flat[:, 1]) * self._scale))
        )

    def background(self) -> str:
        """Land and borders as two paths."""
        return element("path", class_="r-land", fill_rule="evenodd", d=self._drawn(outlines().land, True)) + element(
            "path", class_="r-borders", d=self._drawn(outlines().borders, False)
        )

    def _drawn(self, lines: Lines, closed: bool) -> str:
        return "".join(path(np.rint(part).astype(int).tolist(), closed) for part in self._cut(lines, closed))

    def _cut(self, lines: Lines, closed: bool) -> Iterator[Line]:
        """What of the lines is to be seen: cut in degrees, where the world is cut open, then on the surface."""
        around = self._around()
        for line in lines.within(around):
            for part in clipped(line, around, closed):
                yield from clipped(self.points(part), (-2.0, -2.0, self.width + 2.0, self.height + 2.0), closed)

    def _around(self) -> Rectangle:
        """What the surface shows at most, in degrees: a cone shows more in its corners, and spreads the far pole."""
        lon, _ = self.extent.middle
        if is_wide(self.extent):
            return lon - 180.0, -89.9, lon + 180.0, 89.9
        wide = self.extent.east - self.extent.west
        low, high = self.extent.south - wide / 4 - 2, self.extent.north + wide / 4 + 2
        reach = min(wide * (1 + wide / 140) + 2, 180.0)
        return lon - reach, max(low, -89.9), lon + reach, min(high, 89.9)


def _edge(extent: Extent) -> Line:
    """Points all around an extent."""
    lon, lat = np.linspace(extent.west, extent.east, 25), np.linspace(extent.south, extent.north, 25)
    sides = [(lon, np.full(25, lat[0])), (lon, np.full(25, lat[-1]))]
    sides += [(np.full(25, lon[0]), lat), (np.full(25, lon[-1]), lat), (np.full(25, lon[12]), lat)]
    return np.concatenate([np.column_stack(side) for side in sides])


Rectangle = tuple[float, float, float, float]
"""Left, low, right, high."""


def clipped(line: Line, box: Rectangle, closed: bool) -> list[Line]:
    """What of a line, or of the surface within a ring, lies in a rectangle."""
    inside = (line[:, 0] >= box[0]) & (line[:, 0] <= box[2]) & (line[:, 1] >= box[1]) & (line[:, 1] <= box[3])
    if inside.all():
        return [line]
    low, high = line.min(axis=0), line.max(axis=0)
    if low[0] > box[2] or high[0] < box[0] or low[1] > box[3] or high[1] < box[1]:
        return []
    return _clipped_ring(line, box) if closed else _clipped_line(line, inside)


def _clipped_ring(ring: Line, box: Rectangle) -> list[Line]:
    """By each side of the rectangle in turn (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        depth = sign * (ring[:, axis] - limit)
        after = np.roll(ring, -1, axis=0)
        crossed = (depth >= 0) != (np.roll(depth, -1) >= 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            share = (depth / (depth - np.roll(depth, -1)))[:, None]
        cut = ring + np.where(crossed[:, None], share, 0) * (after - ring)
        both = np.stack((ring, cut), axis=1).reshape(-1, 2)
        ring = both[np.stack((depth >= 0, crossed), axis=1).ravel()]
        if len(ring) < 3:
            return []
    return [ring]


def _clipped_line(line: Line, inside: np.typing.NDArray[np.bool_]) -> list[Line]:
    """The runs of points within, each with the points next to it: what sticks out is hidden by the frame."""
    near = inside.copy()
    near[:-1] |= inside[1:]
    near[1:] |= inside[:-1]
    starts = np.flatnonzero(near & ~np.concatenate(([False], near[:-1])))
    ends = np.flatnonzero(near & ~np.concatenate((near[1:], [False])))
    return [line[start : end + 1] for start, end in zip(starts, ends, strict=True)]
