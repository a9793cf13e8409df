"""A small map for the page of a place."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from generator.authority import Place
from generator.render.pictures.outlines import Chart
from generator.render.pictures.projection import Extent
from generator.render.pictures.svg import element, picture
from generator.render.site import Site
from generator.render.words import _

_WIDTH, _TALLEST = 320, 200
_NEAR, _FAR = 8.0, 24.0
"""How many degrees of latitude are shown around a town, and around a country."""


def place_map(site: Site, key: str) -> str:
    """Where a place lies, as HTML; nothing where nobody has given its coordinates."""
    place = site.authority.get(key)
    if not isinstance(place, Place) or place.latitude is None or place.longitude is None:
        return ""
    extent, background = _background(place.latitude, place.longitude, _NEAR if place.within else _FAR)
    chart = Chart(extent, _WIDTH, _TALLEST)
    ((x, y),) = chart.points(np.array([[place.longitude, place.latitude]]))
    here = element("circle", class_="r-here", cx=float(x), cy=float(y), r=5)
    name = _("{place} on a map").format(place=place.name)
    drawn = picture(chart.width, chart.height, name, background, here, role="img")
    return element("div", drawn, class_="r-picture r-locator")


def _background(latitude: float, longitude: float, high: float) -> tuple[Extent, str]:
    """The outlines around a place; places that are neighbours share a sheet, so that it is drawn once."""
    lat, lon = (round(value / (high / 6)) * (high / 6) for value in (latitude, longitude))
    return _sheet(max(-78.0, min(lat, 82.0)), lon, high)


@lru_cache(maxsize=256)
def _sheet(lat: float, lon: float, high: float) -> tuple[Extent, str]:
    half = high / 2
    wide = half * _WIDTH / _TALLEST / max(float(np.cos(np.radians(lat))), 0.2)
    extent = Extent(lon - wide, max(lat - half, -89), lon + wide, min(lat + half, 89))
    return extent, Chart(extent, _WIDTH, _TALLEST).background()
