"""The network of people and bodies: who is named together with whom, as a table first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2, sqrt
from typing import Any

from generator.figures import Network, Pair
from generator.render.front import front_matter
from generator.render.pictures.atlas import labels_of
from generator.render.pictures.labels import Point, placed
from generator.render.pictures.layout import laid_out
from generator.render.pictures.names import name_of, shortly_linked
from generator.render.pictures.svg import element, entity_address, link, number, picture, plain
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _, n_

_LISTED = 40
_EDGES = 4
"""Each is drawn with so many of its closest."""
_TYPE = 13.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How the network is drawn for screens of one width."""

    name: str
    """Its class."""
    width: int
    height: int
    margin: tuple[int, int]
    nodes: int
    """So many are drawn."""
    radii: tuple[float, float]
    """The least radius, and what is added to it for whom most texts name."""
    longest: int
    """Of a name."""


_SHEETS = (
    _Sheet("r-broad", 960, 680, (90, 30), 60, (4, 12), 28),
    _Sheet("r-tall", 360, 500, (50, 24), 20, (7, 9), 17),
)


def network_page(site: Site, page: str) -> str:
    """The page of the network."""
    network: Network = site.indexes.figures.network
    sheets = [(sheet, drawn) for sheet in _SHEETS if len(drawn := strongest(network, sheet.nodes)) > 2]
    return fill(
        "network",
        front=front_matter(
            title=_("Network"), description=_("People and bodies that texts name together"), hide=["toc"]
        ),
        rows=[_row(site, page, pair) for pair in _several(network)[:_LISTED]],
        pictures=[_drawn(site, page, network, drawn, sheet) for sheet, drawn in sheets],
    )


def _row(site: Site, page: str, pair: Pair) -> dict[str, Any]:
    names = [shortly_linked(site, page, key) for key in (pair.a, pair.b)]
    return {"names": names, "inferred": pair.texts - pair.sure, "sure": pair.sure}


def _several(network: Network) -> Sequence[Pair]:
    """The pairs that are named together more than once; all of them where these are next to none."""
    several = [pair for pair in network.pairs if pair.texts > 1]
    return several if len(several) > 2 else network.pairs


def strongest(network: Network, most: int = _SHEETS[0].nodes) -> list[Pair]:
    """The pairs that are drawn: those of the ones named together most, each with its closest few."""
    nodes: set[str] = set()
    degree: Counter[str] = Counter()
    drawn = []
    for pair in _several(network):
        wanted = nodes | {pair.a, pair.b}
        if len(wanted) <= most and min(degree[pair.a], degree[pair.b]) < _EDGES:
            nodes = wanted
            degree.update((pair.a, pair.b))
            drawn.append(pair)
    return drawn


def _drawn(site: Site, page: str, network: Network, pairs: Sequence[Pair], sheet: _Sheet) -> dict[str, Any]:
    keys = sorted({key for pair in pairs for key in (pair.a, pair.b)}, key=lambda key: (-network.weights[key], key))
    number_of = {key: n for n, key in enumerate(keys)}
    edges = [(number_of[pair.a], number_of[pair.b], log2(1 + pair.texts) / 8) for pair in pairs]
    beside, above = sheet.margin
    places = laid_out(len(keys), edges, sheet.width - 2 * beside, sheet.height - 2 * above)
    radii = [_radius(network.weights[key], network.weights[keys[0]], sheet) for key in keys]
    names = [name_of(site.authority, key) for key in keys]
    points = [
        Point(float(x) + beside, float(y) + above, radius, name.short)
        for radius, name, (x, y) in zip(radii, names, places, strict=True)
    ]
    lines = (_edge(pair, points[number_of[pair.a]], points[number_of[pair.b]], pairs[0].texts) for pair in pairs)
    nodes = (_node(site, page, key, network.weights[key], point) for key, point in zip(keys, points, strict=True))
    labels = placed(points, sheet.width, sheet.height, _TYPE, sheet.longest)
    parts, named = (*lines, *nodes, *labels_of(labels)), {label.point for label in labels}
    return {
        "name": sheet.name,
        "picture": picture(sheet.width, sheet.height, _("People and bodies that are named together"), *parts),
        "unnamed": [shortly_linked(site, page, key) for n, key in enumerate(keys) if n not in named],
    }


def _radius(texts: int, most: int, sheet: _Sheet) -> float:
    least, more = sheet.radii
    return least + more * sqrt(texts / most)


def _edge(pair: Pair, a: Point, b: Point, most: int) -> str:
    width = 1 + min(3, int(4 * pair.texts / most))
    inferred = "" if pair.sure else " r-inferred"
    run = f"M{number(a.x)} {number(a.y)}L{number(b.x)} {number(b.y)}"
    return element("path", class_=f"r-edge r-edge-{width}{inferred}", d=run)


def _node(site: Site, page: str, key: str, texts: int, point: Point) -> str:
    """A circle for a person, a square for a body."""
    count = n_("{n} text", "{n} texts", texts).format(n=texts)
    title, r = f"{site.authority.name(key)}: {count}", point.radius
    is_person = key.startswith("people/")
    if is_person:
        shape = element("circle", class_="r-person", cx=point.x, cy=point.y, r=r)
    else:
        shape = element(
            "rect", class_="r-body", x=point.x - r * 0.9, y=point.y - r * 0.9, width=1.8 * r, height=1.8 * r
        )
    href = entity_address(site, page, key)
    return link(href, title, shape) if href else element("g", element("title", plain(title)), shape)
