"""From spans with candidates to mentions of one entity each.

A full name of one entity is that entity. A surname or an abbreviation stands for whom the text has introduced by full
name; a surname only after that. Where two fit, nothing is linked.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.authority import Authority
from generator.model import Findings, Mention, NameSpan

_FOLDERS = ("people/", "organisations/", "places/", "events/", "topics/")
"""Kinds of document are facts, not mentions."""

SCORES = {"name": 0.98, "term": 0.9, "abbreviation": 0.95, "surname": 0.95, "context": 0.9}
"""The share of links of each basis that is right."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was decided, and what was not."""

    mentions: tuple[Mention, ...]
    open: tuple[NameSpan, ...]


def resolve(findings: Findings, authority: Authority) -> Resolution:
    """Decide each span in the order of the text."""
    named = _named_in_full(findings)
    introduced: set[str] = set()
    mentions: list[Mention] = []
    undecided: list[NameSpan] = []
    for span in findings.names:
        if span.candidates[0].startswith(_FOLDERS):
            fit = _fit(span, introduced, named)
            if len(fit) == 1 and _links(fit[0], authority):
                mentions.append(_mention(span, fit[0]))
            elif len(fit) > 1:
                undecided.append(span)
        if span.form == "name" and len(span.candidates) == 1:
            introduced.add(span.candidates[0])
    return Resolution(tuple(mentions), tuple(undecided))


def _named_in_full(findings: Findings) -> set[str]:
    return {span.candidates[0] for span in findings.names if span.form == "name" and len(span.candidates) == 1}


def _fit(span: NameSpan, introduced: set[str], named: set[str]) -> tuple[str, ...]:
    """The candidates that the names before the span, or for a body anywhere in the text, allow."""
    if span.form == "surname":
        return tuple(c for c in span.candidates if c in introduced)
    if len(span.candidates) > 1:
        return tuple(c for c in span.candidates if c in named) or span.candidates
    return span.candidates


def _links(entity: str, authority: Authority) -> bool:
    entry = authority.get(entity)
    return entry is not None and entry.visibility != "never-link"


def _mention(span: NameSpan, entity: str) -> Mention:
    decided = span.form if len(span.candidates) == 1 or span.form == "surname" else "context"
    certainty = "stated" if decided in ("name", "term") else "inferred"
    return Mention(entity, span.at, decided, certainty, SCORES[decided])
