"""Where the points of a network stand: those that are joined come near to each other, all others keep apart.

The forces of Fruchterman and Reingold from a fixed beginning: the same network gives the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Edge = tuple[int, int, float]
"""Two points and how much they have to do with each other."""

_STEPS = 400
_GRAVITY = 2.5
_GOLDEN = 2.399963


def laid_out(count: int, edges: Sequence[Edge], width: float, height: float) -> Points:
    """The places of so many points on a surface, in their order."""
    if count == 0:
        return np.zeros((0, 2))
    at = _spiral(count)
    pull = np.zeros((count, count))
    for a, b, strength in edges:
        pull[a, b] = pull[b, a] = strength
    for step in range(_STEPS):
        force = _forces(at, pull)
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)[:, None]
        warmth = 0.12 * (1 - step / _STEPS)
        # Rounded, so that the last digit, which differs between processors, does not grow to another picture.
        at = np.round(at + force / length * np.minimum(length, warmth), 6)
    return _fitted(at, width, height)


def _spiral(count: int) -> Points:
    """The beginning: the first in the middle, the others around it."""
    turn, far = np.arange(count) * _GOLDEN, np.sqrt(np.arange(count) + 0.5) / np.sqrt(count)
    return np.column_stack((far * np.cos(turn), far * np.sin(turn)))


def _forces(at: Points, pull: Points) -> Points:
    apart = at[:, None, :] - at[None, :, :]
    distance = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 1e-3)
    ideal = 0.9 / np.sqrt(len(at))
    push = ideal**2 / distance**2 - pull * distance / ideal
    np.fill_diagonal(push, 0)
    return np.asarray((apart * push[..., None]).sum(axis=1) - _GRAVITY * at)


def _fitted(at: Points, width: float, height: float) -> Points:
    """The same, stretched over the whole surface."""
    low, high = at.min(axis=0), at.max(axis=0)
    size = np.where(high - low > 1e-6, high - low, 1)
    share = np.where(high - low > 1e-6, (at - low) / size, 0.5)
    return np.asarray(share * np.array([width, height]))
