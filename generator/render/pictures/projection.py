"""From longitude and latitude to a plane, as suits the extent of what is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Line = NDArray[np.float64]
"""Two columns: longitude and latitude in degrees, or x and y; a row a point."""
Projection = Callable[[Line], Line]
"""Gives x to the east and y to the north, in degrees as they are in the middle of what is shown."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What is shown, in degrees; `west` may lie below -180 and `east` above 180."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle: longitude and latitude."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2


def is_wide(extent: Extent) -> bool:
    """Whether this is the world, or so much of it that it is drawn like the world."""
    return extent.east - extent.west > 140


def suited(extent: Extent) -> Projection:
    """Natural Earth's projection for the world, a cone for a part far from the equator, else a plain cylinder."""
    lon, lat = extent.middle
    if is_wide(extent):
        return lambda line: natural_earth(line, lon)
    if abs(lat) < 15 or extent.south * extent.north < 0:
        return lambda line: equirectangular(line, lon, lat)
    sixth = (extent.north - extent.south) / 6
    return lambda line: conic(line, lon, (extent.south + sixth, extent.north - sixth))


def equirectangular(line: Line, lon: float, lat: float) -> Line:
    """The plain cylinder, true to scale along the parallel of `lat`."""
    return np.column_stack(((line[:, 0] - lon) * np.cos(np.radians(lat)), line[:, 1]))


def conic(line: Line, lon: float, parallels: tuple[float, float]) -> Line:
    """The equidistant cone, true to scale along two parallels and all meridians."""
    one, two = np.radians(parallels)
    n = (np.cos(one) - np.cos(two)) / (two - one) if abs(two - one) > 1e-6 else np.sin(one)
    apex = np.cos(one) / n + one
    radius = apex - np.radians(line[:, 1])
    angle = n * np.radians(line[:, 0] - lon)
    middle = apex - (one + two) / 2
    return np.asarray(np.degrees(np.column_stack((radius * np.sin(angle), middle - radius * np.cos(angle)))))


def natural_earth(line: Line, lon: float) -> Line:
    """Tom Patterson's Natural Earth projection, in Bojan Šavrič's polynomial."""
    p = np.radians(line[:, 1])
    q = p * p
    wide = 0.8707 - 0.131979 * q + q * q * (-0.013791 + q * q * q * (0.003971 - 0.001529 * q))
    high = p * (1.007226 + q * (0.015085 + q * q * (-0.044475 + 0.028874 * q - 0.005916 * q * q)))
    return np.column_stack(((line[:, 0] - lon) * wide, np.degrees(high)))
