"""What the pictures show: given by `index`, drawn by `render`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A document or an event on the axis of time."""

    key: str
    """The document's id, or `events/x`."""
    first: str
    last: str
    """The days (ISO) between which it lies."""
    inferred: bool = False
    """Whether its date hangs on an inference."""


@dataclass(frozen=True, slots=True)
class Lane:
    """What one body issued, or the events in one place, by date."""

    key: str | None
    """`organisations/x`, `people/x` or `places/x`; None for all others together."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """Documents and events in time."""

    bodies: tuple[Lane, ...] = ()
    events: tuple[Lane, ...] = ()
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map."""

    key: str
    latitude: float
    longitude: float
    documents: int
    holds: bool = False
    """Whether other places lie within it: a country, a region."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """The places that documents name: those with most documents first."""

    spots: tuple[Spot, ...] = ()
    unplaced: tuple[tuple[str, int], ...] = ()
    """Places whose coordinates nobody has given, with the number of their documents."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people or bodies that texts name together; copies of one text count once."""

    a: str
    b: str
    texts: int
    sure: int
    """In so many of them no inference is needed to know both."""


@dataclass(frozen=True, slots=True)
class Network:
    """Who is named together with whom: the pairs named together most stand first."""

    pairs: tuple[Pair, ...] = ()
    weights: Mapping[str, int] = field(default_factory=dict)
    """In how many texts each is named."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many documents."""

    sure: int = 0
    inferred: int = 0
    """Those whose date hangs on an inference."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Documents by year, and by kind or publisher."""

    columns: tuple[str | None, ...] = ()
    """`kinds/x` or `publishers/x`, those with most documents first; None for all others together."""
    rows: Mapping[int, tuple[Cell, ...]] = field(default_factory=dict)
    """By year; each document stands in every year that its date touches."""
    undated: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """All of them."""

    chronology: Chronology = field(default_factory=Chronology)
    atlas: Atlas = field(default_factory=Atlas)
    network: Network = field(default_factory=Network)
    kinds: Coverage = field(default_factory=Coverage)
    publishers: Coverage = field(default_factory=Coverage)
