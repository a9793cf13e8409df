"""A claim: a value for a field with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.model import Evidence, Place, Source, TopicUse


@dataclass(frozen=True, slots=True)
class Claim:
    """A value for a field, and why."""

    value: Any
    evidence: Evidence
    printed: str | None = None
    """The value as it stands in the text, where that differs (places)."""


def stated(value: Any, basis: str, at: Place, printed: str | None = None) -> Claim:
    """What the text says at `at`."""
    return Claim(value, Evidence(basis, "stated", at.quote, at.paragraph), printed)


def inferred(value: Any, basis: str, at: Place | None) -> Claim:
    """What follows from the words at `at`, or from something that `basis` names."""
    return Claim(value, Evidence(basis, "inferred", at.quote if at else None, at.paragraph if at else None))


def curated(source: Source, field: str) -> Claim | None:
    """The curator's word for a field; a field set to nothing is known to be nothing, and stays so."""
    if field not in source.curated:
        return None
    value = source.curated[field]
    if isinstance(value, str) and not value.strip():
        value = None
    if field == "events":
        value = tuple(value or ())
    if field == "topics":
        value = tuple(TopicUse(str(topic), (), 1.0) for topic in value or ())
    return Claim(value, Evidence("curator", "curated"))


def first_of(found: Iterable[Claim | None]) -> Claim | None:
    """The first claim that a rule gave."""
    return next((claim for claim in found if claim), None)
