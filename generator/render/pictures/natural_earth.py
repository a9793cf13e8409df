"""Makes `outlines.json` out of the npm package world-atlas 2.0.2 (Natural Earth, public domain; the conversion ISC).

By hand, once: `npm pack world-atlas@2.0.2`, unpack it, and
`python -m generator.render.pictures.natural_earth package/countries-50m.json generator/render/pictures/outlines.json`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Line = NDArray[np.float64]
"""Longitudes and latitudes, a row a point."""

_TOLERANCE = 0.05
"""Degrees: what is nearer than this to a straight line is left out."""
_SMALLEST = 0.02
"""Square degrees: islands that are smaller are left out."""
_NOTE = "Natural Earth 1:50m, public domain; by way of world-atlas 2.0.2 (ISC). Hundredths of a degree, each point from"


def convert(topology: dict[str, Any]) -> dict[str, Any]:
    """The coasts as closed rings and the borders between countries as lines, simplified."""
    arcs = [simplified(arc, _TOLERANCE) for arc in _arcs(topology)]
    countries = topology["objects"]["countries"]["geometries"]
    used = Counter(n if n >= 0 else ~n for country in countries for ring in _rings(country) for n in ring)
    land = [_joined(ring, arcs) for shape in topology["objects"]["land"]["geometries"] for ring in _rings(shape)]
    return {
        "note": f"{_NOTE} the one before.",
        "land": [_coded(ring) for ring in land if len(ring) > 3 and _area(ring) > _SMALLEST],
        "borders": [_coded(arcs[n]) for n in sorted(used) if used[n] > 1],
    }


def _arcs(topology: dict[str, Any]) -> Iterator[Line]:
    scale, origin = (np.array(topology["transform"][part]) for part in ("scale", "translate"))
    for arc in topology["arcs"]:
        yield np.cumsum(np.array(arc, dtype=float), axis=0) * scale + origin


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a shape, each the numbers of its arcs (`~n` for one that is walked backwards)."""
    if shape["type"] == "Polygon":
        yield from shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        yield from (ring for polygon in shape["arcs"] for ring in polygon)
    else:
        yield from (ring for part in shape.get("geometries", ()) for ring in _rings(part))


def _joined(ring: Sequence[int], arcs: Sequence[Line]) -> Line:
    """A ring that walks on over the 180th meridian; one around the south pole is closed along the pole."""
    line = np.concatenate([arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring])
    line[:, 0] = np.unwrap(line[:, 0], period=360)
    if abs(line[-1, 0] - line[0, 0]) > 180:
        line = np.concatenate((line, [[line[-1, 0], -90], [line[0, 0], -90]]))
    return line


def simplified(line: Line, tolerance: float) -> Line:
    """The line without the points that are nearer than `tolerance` to what is left (Douglas and Peucker)."""
    keep = np.zeros(len(line), dtype=bool)
    keep[[0, -1]] = True
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first > 1:
            far = _distances(line[first : last + 1])
            at = first + int(far.argmax())
            if far.max() > tolerance:
                keep[at] = True
                waiting += [(first, at), (at, last)]
    return line[keep]


def _distances(line: Line) -> NDArray[np.float64]:
    """How far each point is from the straight line between the ends; from the first point where they are one."""
    along, off = line[-1] - line[0], line - line[0]
    length = float(np.hypot(*along))
    if length == 0:
        return np.asarray(np.hypot(off[:, 0], off[:, 1]))
    return np.asarray(np.abs(along[0] * off[:, 1] - along[1] * off[:, 0]) / length)


def _area(ring: Line) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2


def _coded(line: Line) -> list[int]:
    """The points as whole hundredths of a degree, each as its difference from the one before; no point twice."""
    steps = np.diff(np.rint(line * 100).astype(int), axis=0, prepend=np.zeros((1, 2), dtype=int))
    moved = np.any(steps != 0, axis=1)
    moved[0] = True
    return [int(number) for number in steps[moved].ravel()]


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    made = convert(json.loads(source.read_text(encoding="utf-8")))
    lines = json.dumps(made, separators=(",", ":")).replace("],", "],\n")
    target.write_text(lines + "\n", encoding="utf-8")
