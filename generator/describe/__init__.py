"""The facts about one document, each with the words that it was read from.

Each field has its rules in order in a module of its own; the first rule that gives a claim wins (of dates, the first
that gives a whole one), behind the curator's word and what the format itself says. Fields stand in `FIELDS` in the
order in which they need each other: `events` weighs the printed date and the place; `date` completes a printed day
from the event, or leaves it open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator import edtf
from generator.authority import Authority
from generator.describe import chain, date, events, kind, language, original, place, symbol, title, topics
from generator.describe.claims import Claim, curated
from generator.describe.format import said
from generator.describe.reading import Reading
from generator.model import Document, Evidence, Findings, Source
from generator.settings import Settings

FIELDS: tuple[tuple[str, Callable[[Reading], Claim | None]], ...] = (
    ("captured", lambda reading: None),
    ("title", title.claim),
    ("language", language.claim),
    ("place", place.claim),
    ("publisher", chain.publisher),
    ("informant", chain.informant),
    ("kind", kind.claim),
    ("creator", chain.creator),
    ("republisher", chain.republisher),
    ("original", original.claim),
    ("symbol", symbol.claim),
    ("events", events.claim),
    ("date", date.claim),
    ("published", date.published),
    ("topics", topics.claim),
)

_CURATED_ONLY = (
    "archived",
    "collection",
    "reference_code",
    "rights",
    "licence",
    "place_printed",
)


def describe(source: Source, findings: Findings, authority: Authority, settings: Settings) -> Document:
    """The facts about a document: the curator's word, else what the first fitting rule reads in its text."""
    reading = Reading(source, findings, authority, settings)
    for name, rule in FIELDS:
        claim = curated(source, name) or said(reading, name) or rule(reading)
        reading.claims[name] = claim if claim and claim.value not in (None, ()) else None
    claims = _inherited(source, authority) | {name: claim for name, claim in reading.claims.items() if claim}
    facts: dict[str, Any] = {name: claim.value for name, claim in claims.items()}
    facts |= {name: source.curated[name] for name in _CURATED_ONLY if source.curated.get(name)}
    facts.setdefault("place_printed", claims["place"].printed if "place" in claims else None)
    return Document(
        id=source.id,
        span=edtf.span(facts["date"]) if facts.get("date") else None,
        access=source.access,
        source=source.file,
        files=source.files,
        evidence=_evidence(claims, facts, source),
        **facts,
    )


def _inherited(source: Source, authority: Authority) -> dict[str, Claim]:
    """Rights and licence of the collection, where the document has none of its own."""
    collection = authority.get(f"collections/{source.curated.get('collection')}")
    given = {name: getattr(collection, name, None) for name in ("rights", "licence") if name not in source.curated}
    return {name: Claim(value, Evidence("collection", "curated")) for name, value in given.items() if value}


def _evidence(claims: dict[str, Claim], facts: dict[str, Any], source: Source) -> dict[str, Evidence]:
    found = {name: claim.evidence for name, claim in claims.items()}
    for name in _CURATED_ONLY:
        if facts.get(name) and source.curated.get(name):
            found[name] = Evidence("curator", "curated")
    return dict(sorted(found.items()))
