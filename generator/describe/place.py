"""The place of the dateline, at the head or at the foot."""

from __future__ import annotations

from generator.describe.claims import Claim, stated
from generator.describe.reading import Reading
from generator.model import Evidence


def claim(reading: Reading) -> Claim | None:
    """The place that the dateline names; as printed where no authority entry has it."""
    for line in (*sorted(reading.datelines, key=lambda line: not line.is_sure), *reading.foot_datelines):
        if line.place:
            places = {c for c in line.place.candidates if c.startswith("places/")}
            value = places.pop().partition("/")[2] if len(places) == 1 else line.place.at.quote
            return stated(value, "dateline", line.at, line.place.at.quote)
        if line.unlisted:
            words = line.unlisted.quote
            return Claim(words, Evidence("dateline", "inferred", line.at.quote, line.at.paragraph), words)
    return None
