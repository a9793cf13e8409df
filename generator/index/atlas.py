"""The places that documents name, with their coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sized

from generator.authority import Authority, Place
from generator.figures import Atlas, Spot


def atlas(gathered: Mapping[str, Sized], authority: Authority) -> Atlas:
    """The places under which documents stand; `gathered` has these documents by the key of each heading."""
    counts = {key: len(documents) for key, documents in gathered.items() if key.startswith("places/")}
    keys = sorted(counts, key=lambda key: (-counts[key], key))
    outer = {f"places/{entry.within}" for entry in authority.folder("places") if isinstance(entry, Place)}
    spots = [spot for key in keys if (spot := _spot(authority.get(key), counts[key], key in outer))]
    placed = {spot.key for spot in spots}
    return Atlas(tuple(spots), tuple((key, counts[key]) for key in keys if key not in placed))


def _spot(entry: object, documents: int, holds: bool) -> Spot | None:
    if not isinstance(entry, Place) or entry.latitude is None or entry.longitude is None:
        return None
    return Spot(entry.key, entry.latitude, entry.longitude, documents, holds)
