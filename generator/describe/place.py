"""The place of the dateline."""

from __future__ import annotations

from generator.describe.claims import Claim, stated
from generator.describe.reading import Reading


def claim(reading: Reading) -> Claim | None:
    """The place that the dateline names; as printed where no authority entry has it."""
    for line in reading.datelines:
        if line.place:
            places = {c for c in line.place.candidates if c.startswith("places/")}
            value = places.pop().partition("/")[2] if len(places) == 1 else line.place.at.quote
            return stated(value, "dateline", line.at, line.place.at.quote)
        if line.unlisted:
            return stated(line.unlisted.quote, "dateline", line.at, line.unlisted.quote)
    return None
