"""Projections, outlines and labels of the map."""

import numpy as np
import pytest

from generator.figures import Spot
from generator.render.pictures.atlas import extent_of, is_in_frame, radius, unrolled
from generator.render.pictures.labels import Point, overlap, placed
from generator.render.pictures.layout import laid_out
from generator.render.pictures.natural_earth import convert, simplified
from generator.render.pictures.outlines import Chart, clipped
from generator.render.pictures.projection import Extent, conic, equirectangular, natural_earth, suited


def points(*pairs: tuple[float, float]) -> np.typing.NDArray[np.float64]:
    return np.array(pairs, dtype=float)


def test_projections_at_known_points() -> None:
    assert natural_earth(points((180, 0), (0, 90)), 0) == pytest.approx(points((156.726, 0), (0, 81.497)), abs=0.001)
    assert equirectangular(points((70, 60)), 10, 60) == pytest.approx(points((30, 60)))
    flat = conic(points((70, 30), (70, 60), (80, 45)), 70, (35, 55))
    assert flat[1, 1] - flat[0, 1] == pytest.approx(30)  # true to scale along the meridian
    assert flat[:2, 0].tolist() == [0, 0] and flat[2, 0] == pytest.approx(7.0, abs=0.1)


def test_the_projection_suits_the_extent() -> None:
    east = points((40, 20))
    assert suited(Extent(-180, -58, 180, 80))(east) == pytest.approx(natural_earth(east, 0))
    assert suited(Extent(20, -20, 60, 24))(east) == pytest.approx(equirectangular(east, 40, 2))


def test_a_ring_is_cut_by_a_rectangle_and_a_line_into_runs() -> None:
    square = points((0, 0), (4, 0), (4, 4), (0, 4))
    (cut,) = clipped(square, (2, 2, 9, 9), True)
    assert sorted(map(tuple, cut.tolist())) == [(2, 2), (2, 4), (4, 2), (4, 4)]
    assert clipped(square, (5, 5, 9, 9), True) == []
    line = points((0, 0), (1, 0), (2, 0), (3, 0), (4, 0))
    assert [run.tolist() for run in clipped(line, (-1, -1, 1.5, 1), False)] == [[[0, 0], [1, 0], [2, 0]]]


def test_the_chart_keeps_to_its_surface_and_shows_land_over_the_180th_meridian() -> None:
    for extent in (Extent(165, -25, 190, -5), Extent(-12, 30, 125, 60), Extent(-180, -58, 180, 80)):
        chart = Chart(extent, 800, 520)
        assert chart.width == 800 and 0 < chart.height <= 520
        assert chart.background().count("<path") == 2 and chart.background().count("M") > 8


def test_the_map_shows_what_is_named_most_and_leaves_out_what_lies_far_off() -> None:
    near = [Spot(f"places/{n}", 42 + n, 70 + n, 10) for n in range(5)]
    extent = extent_of([*near, Spot("places/far", 40, -74, 1)])
    assert extent.west < 70 and extent.east > 74 and extent.east - extent.west < 20
    world = extent_of([Spot("places/a", 40, -74, 5), Spot("places/b", 42, 70, 5), Spot("places/c", -33, 151, 5)])
    assert world == extent_of([]) == Extent(-180, -58, 180, 80)


def test_what_falls_into_the_frame_is_drawn_also_where_it_lies_beyond_the_extent() -> None:
    chart = Chart(Extent(20, 35, 80, 55), 960, 640)
    assert is_in_frame(Spot("places/middle", 45, 50, 1), chart)
    assert is_in_frame(Spot("places/north", 57, 50, 1), chart), "a cone shows more of the middle than of the sides"
    assert not is_in_frame(Spot("places/side", 57, 30, 1), chart)
    assert not is_in_frame(Spot("places/antipode", -45, -130, 1), chart)
    assert not is_in_frame(Spot("places/pole", 89, 50, 1), chart)


def test_neighbours_over_the_180th_meridian_stay_neighbours() -> None:
    assert unrolled([178, -172]).tolist() == [178, 188]
    assert unrolled([10, -20]).tolist() == [10, -20]


def test_the_surface_of_a_circle_tells_the_number() -> None:
    assert radius(100, 100) == 26 and radius(25, 100) == 13 and radius(1, 10_000) == 2.5


def test_labels_never_overlap_and_the_first_go_first() -> None:
    crowd = [Point(50.0 + 9 * (n % 4), 50.0 + 9 * (n // 4), 3, f"Place {n}") for n in range(16)]
    labels = placed(crowd, 200, 120, 10)
    boxes = []
    for label in labels:
        wide = len(label.words) * 5.6
        left = {"start": label.x, "end": label.x - wide, "middle": label.x - wide / 2}[label.anchor]
        base = label.y + label.dy * 10
        boxes.append((left, base - 7, left + wide, base + 2))
    assert 3 < len(labels) < 16
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert placed([Point(50, 50, 3, "First"), Point(50, 50, 3, "Second")], 120, 58, 12)[0].words == "First"


def test_a_line_is_simplified_and_the_outlines_are_coded_as_steps() -> None:
    line = points((0, 0), (1, 0.01), (2, 0), (2, 2))
    assert simplified(line, 0.05).tolist() == [[0, 0], [2, 0], [2, 2]]
    countries = {"geometries": [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "Polygon", "arcs": [[~1, 2]]}]}
    land = {"geometries": [{"type": "MultiPolygon", "arcs": [[[0, 2]]]}]}
    topology = {
        "transform": {"scale": [0.1, 0.1], "translate": [0, 0]},
        "arcs": [[[0, 0], [0, 20], [10, 0]], [[10, 20], [0, -20], [-10, 0]], [[10, 20], [30, 0], [0, -20], [-40, 0]]],
        "objects": {"countries": countries, "land": land},
    }
    made = convert(topology)
    assert made["borders"] == [[100, 200, 0, -200, -100, 0]]
    assert made["land"] == [[0, 0, 0, 200, 100, 0, 300, 0, 0, -200, -400, 0]]


def test_the_network_is_laid_out_the_same_each_time_with_friends_near_each_other() -> None:
    edges = [(0, 1, 1.0), (1, 2, 1.0), (3, 4, 1.0)]
    at = laid_out(5, edges, 800, 600)
    assert np.array_equal(at, laid_out(5, edges, 800, 600))
    assert at.min(axis=0) == pytest.approx([0, 0]) and at.max(axis=0) == pytest.approx([800, 600])
    far = np.hypot(*(at[:, None] - at[None, :]).transpose(2, 0, 1))
    assert max(far[a, b] for a, b, _ in edges) < min(far[a, b] for a in (0, 1, 2) for b in (3, 4))
    assert laid_out(0, [], 8, 6).shape == (0, 2) and laid_out(1, [], 8, 6).tolist() == [[4, 3]]
