"""The map of the archive: how many documents name each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from generator.figures import Spot
from generator.render.front import front_matter
from generator.render.pictures.labels import Label, Point, placed
from generator.render.pictures.outlines import Chart
from generator.render.pictures.projection import Extent
from generator.render.pictures.svg import address, element, entity_address, link, linked, picture, plain
from generator.render.pictures.svg import text as words_at
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _, n_


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the map is cut for screens of one width."""

    name: str
    """Its class."""
    width: int
    tallest: int
    core: float
    """It shows at least so large a share of what is named; places far off would make all others small."""
    shape: float
    """How high it is at least, for its width."""
    radii: tuple[float, float]
    """Of the circle of the place with most documents, and of the least one that can be seen."""


BROAD = Sheet("r-broad", 960, 640, 0.9, 0.45, (26.0, 2.5))
TALL = Sheet("r-tall", 360, 440, 0.7, 1.1, (22.0, 5.0))
"""For phones: nearer to the middle, so that circles lie apart and can be hit by a finger."""
_DRAWN, _LISTED = 300, 200
_TYPE = 13.0
_SIGHT = 90
"""Degrees from the middle within which a map of a part of the world is true."""


def atlas_page(site: Site, page: str) -> str:
    """The page of the map."""
    atlas = site.indexes.figures.atlas
    return fill(
        "map",
        front=front_matter(title=_("Map"), description=_("Places that the documents name, on a map"), hide=["toc"]),
        sheets=[_sheet(site, page, atlas.spots, sheet) for sheet in (BROAD, TALL)] if atlas.spots else [],
        rows=[(linked(site, page, s.key, site.authority.name(s.key)), s.documents) for s in atlas.spots[:_LISTED]],
        more=max(0, len(atlas.spots) - _LISTED),
        index=address(site, page, "places/index.md"),
        unplaced=_listed(site, page, atlas.unplaced[:_LISTED]),
    )


def _sheet(site: Site, page: str, spots: Sequence[Spot], sheet: Sheet) -> dict[str, str]:
    """A map with what it leaves unnamed, and what lies outside."""
    chart = Chart(extent_of(spots, sheet), sheet.width, sheet.tallest)
    inside = [spot for spot in spots if is_in_frame(spot, chart)]
    drawn = {spot.key for spot in inside}
    far = [spot for spot in spots if spot.key not in drawn]
    drawing = _drawn(site, page, inside[:_DRAWN], chart, sheet) if inside else _Drawn()
    return {
        "name": sheet.name,
        "picture": drawing.picture,
        "unnamed": _listed(site, page, ((spot.key, spot.documents) for spot in drawing.unnamed)),
        "far": _listed(site, page, ((spot.key, spot.documents) for spot in far[:_LISTED])),
    }


def _listed(site: Site, page: str, places: Iterable[tuple[str, int]]) -> str:
    """Places with the number of their documents, as the entries of a list."""
    names = ((linked(site, page, key, site.authority.name(key)), n) for key, n in places)
    return "".join(f"<li>{name} <small>{n}</small></li>" for name, n in names)


def extent_of(spots: Sequence[Spot], sheet: Sheet = BROAD) -> Extent:
    """What the map shows: what lies around the middle of all that is named, until that is most of it."""
    if not spots:
        return Extent(-180, -58, 180, 80)
    weights = np.array([spot.documents for spot in spots], dtype=float)
    lon, lat = unrolled([spot.longitude for spot in spots]), np.array([spot.latitude for spot in spots])
    far = np.hypot(
        (lon - _median(lon, weights)) * np.cos(np.radians(_median(lat, weights))), lat - _median(lat, weights)
    )
    order = np.argsort(far, kind="stable")
    kept = order[: int(np.searchsorted(np.cumsum(weights[order]), sheet.core * weights.sum())) + 1]
    low, high = (float(lon[kept].min()), float(lat[kept].min())), (float(lon[kept].max()), float(lat[kept].max()))
    return _framed(*low, *high, sheet.shape)


def _framed(west: float, south: float, east: float, north: float, shape: float) -> Extent:
    """A margin around places, and no strip; the whole world where they lie all over it."""
    wide = max((east - west) * 1.16, 14.0)
    if wide > 140:
        return Extent(-180, -58, 180, 80)
    middle = (south + north) / 2
    high = max((north - south) * 1.24, shape * wide * float(np.cos(np.radians(middle))), 6.0)
    lon = (west + east) / 2
    return Extent(lon - wide / 2, max(middle - high / 2, -80), lon + wide / 2, min(middle + high / 2, 84))


def unrolled(longitudes: Sequence[float]) -> np.typing.NDArray[np.float64]:
    """Longitudes so that the widest empty part of the circle lies outside: Fiji and Samoa are neighbours."""
    lon = np.array(longitudes, dtype=float)
    at = np.sort(lon)
    gaps = np.diff(np.append(at, at[0] + 360))
    widest = int(gaps.argmax())
    return np.where(lon <= at[widest], lon + 360, lon) if widest < len(at) - 1 and gaps[widest] > 180 else lon


def _median(values: np.typing.NDArray[np.float64], weights: np.typing.NDArray[np.float64]) -> float:
    order = np.argsort(values, kind="stable")
    return float(values[order][np.searchsorted(np.cumsum(weights[order]), weights.sum() / 2)])


def _turned(longitude: float, extent: Extent) -> float:
    """A longitude as the extent counts it, which may go beyond 180 degrees."""
    middle = (extent.west + extent.east) / 2
    return min((longitude + turn for turn in (0, 360, -360)), key=lambda turned: abs(turned - middle))


def is_in_frame(spot: Spot, chart: Chart) -> bool:
    """Whether a place falls into the frame, which may show more than the extent: that is a cone's, or narrower."""
    lon = _turned(spot.longitude, chart.extent)
    middle, wide = (chart.extent.west + chart.extent.east) / 2, chart.extent.east - chart.extent.west
    if abs(lon - middle) > _SIGHT and wide < 2 * _SIGHT:
        return False
    x, y = chart.points(np.array([[lon, spot.latitude]]))[0]
    return bool(0 <= x <= chart.width and 0 <= y <= chart.height)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The picture, and the places in it for whose name there was no room."""

    picture: str = ""
    unnamed: Sequence[Spot] = ()


def _drawn(site: Site, page: str, spots: Sequence[Spot], chart: Chart, sheet: Sheet) -> _Drawn:
    where = chart.points(np.array([[_turned(spot.longitude, chart.extent), spot.latitude] for spot in spots]))
    most = max(spot.documents for spot in spots)
    radii = [radius(spot.documents, most, sheet.radii) for spot in spots]
    names = [site.authority.name(spot.key) for spot in spots]
    points = [_point(*given, chart) for given in zip(where.tolist(), radii, names, strict=True)]
    circles = (_circle(site, page, spot, point) for spot, point in zip(spots, points, strict=True))
    labels = placed(points, chart.width, chart.height, _TYPE)
    named = {label.point for label in labels}
    parts = (chart.background(), *circles, *map(_label, labels))
    shown = picture(chart.width, chart.height, _("Places on a map"), *parts)
    return _Drawn(shown, [spot for n, spot in enumerate(spots) if n not in named])


def _point(at: Sequence[float], r: float, name: str, chart: Chart) -> Point:
    """Where the circle of a place stands: whole within the frame, also at the edge of the world."""
    x, y = at
    x, y = min(max(x, r + 1), chart.width - r - 1), min(max(y, r + 1), chart.height - r - 1)
    return Point(x, y, r, name)


def radius(documents: int, most: int, radii: tuple[float, float] = BROAD.radii) -> float:
    """The radius of a circle whose surface tells how many documents."""
    return max(radii[0] * sqrt(documents / most), radii[1])


def _circle(site: Site, page: str, spot: Spot, point: Point) -> str:
    count = n_("{n} document", "{n} documents", spot.documents).format(n=spot.documents)
    circle = element("circle", class_="r-ring" if spot.holds else "r-spot", cx=point.x, cy=point.y, r=point.radius)
    href = entity_address(site, page, spot.key)
    title = f"{point.words}: {count}"
    return link(href, title, circle) if href else element("g", element("title", plain(title)), circle)


def _label(label: Label) -> str:
    return words_at(
        label.x,
        label.y,
        label.words,
        dy=f"{label.dy}em",
        text_anchor=None if label.anchor == "start" else label.anchor,
        aria_hidden="true",
    )


def labels_of(labels: Sequence[Label]) -> Iterator[str]:
    """Labels as text; the links that they belong to name themselves, so that they are not read twice."""
    return map(_label, labels)
