"""What the format itself says: a page's meta, a mail's subject and day, never more than that."""

from __future__ import annotations

from generator import edtf
from generator.describe.claims import Claim
from generator.describe.reading import Reading
from generator.model import Evidence
from generator.text import key

_FIRST = ("title", "published", "captured", "original")
"""Fields in which the format is nearer to the truth than a rule that reads the text."""


def said(reading: Reading, field: str) -> Claim | None:
    """What the format says of a field, where that wins over the text."""
    value = reading.source.said.get(field)
    if field not in _FIRST or not value or (field in ("published", "captured") and not edtf.valid(value)):
        return None
    return _claim(value, value)


def day(reading: Reading) -> Claim | None:
    """The day that the format gives, for a text that prints none."""
    value = reading.source.said.get("published")
    return _claim(value, value) if value and edtf.is_day(value) and edtf.valid(value) else None


def site(reading: Reading) -> Claim | None:
    """The body that a page says it belongs to: an id of the authority where one has that name."""
    name = reading.source.said.get("publisher")
    if not name:
        return None
    bodies = {
        entry.id
        for entry in reading.authority.folder("organisations")
        if key(name) in {key(form) for form in (entry.name, *entry.also, *(f.name for f in entry.former))}
    }
    return _claim(bodies.pop() if len(bodies) == 1 else name, name)


def _claim(value: str, quote: str) -> Claim:
    return Claim(value, Evidence("format", "stated", quote))
