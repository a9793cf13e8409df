"""The language of the text."""

from __future__ import annotations

from generator.describe.claims import Claim
from generator.describe.reading import Reading
from generator.model import Evidence


def claim(reading: Reading) -> Claim | None:
    """The language that most of the text is in."""
    language = reading.findings.language
    return Claim(language, Evidence("letters", "inferred")) if language else None
