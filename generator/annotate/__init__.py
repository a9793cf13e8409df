"""Which entity each span means, given the names before it; what stays ambiguous stays open."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.address import anchors
from generator.annotate.corrections import correct, is_never, overlap, unfit
from generator.annotate.decided import decide, decided_places
from generator.annotate.events import events_named
from generator.annotate.resolve import Resolution, resolve
from generator.authority import Authority
from generator.decisions import Decision
from generator.model import ENTITY_FACTS, Block, Document, Findings, Question, Record, Source

_MAIL_AND_WORD = (".eml", ".docx")
"""Formats whose headers and comments betray people: the text is published, the file is not."""


def annotate(
    source: Source,
    document: Document,
    findings: Findings,
    authority: Authority,
    decisions: Sequence[Decision] = (),
    split: Mapping[str, str] = MappingProxyType({}),
) -> Record:
    """The document with its mentions decided and its open questions listed; the curator's word is applied last."""
    resolution: Resolution = resolve(source, document, findings, authority)
    found = [*resolution.mentions, *events_named(document, findings, authority, source.blocks)]
    mentions, faults = decide(correct(found, source, authority), source.blocks, decisions, split)
    decided = list(decided_places(decisions, source.blocks))
    return Record(
        document=_public(document, {m.entity for m in found} - {m.entity for m in mentions}, authority),
        blocks=_in_their_languages(source, document, findings),
        anchors=anchors(block.text for block in source.blocks),
        mentions=mentions,
        abbreviations=findings.abbreviations,
        citations=findings.citations,
        relations=tuple(source.curated.get("relations") or ()),
        publish_file=_publishes_file(source),
        notes=source.notes,
        faults=(*source.faults, *unfit(source, authority), *faults),
        questions=tuple(
            Question(document.id, f"“{span.at.quote}” may be several", span.at, span.candidates)
            for span in resolution.open
            if not is_never(span.at.quote, source) and not any(overlap(span.at, place) for place in decided)
        ),
    )


def _public(document: Document, denied: Container[str], authority: Authority) -> Document:
    """The document without the topics that the curator denies, and without what was read and is never linked."""
    keys = [f"topics/{use.topic}" for use in document.topics]
    topics = tuple(
        use for use, key in zip(document.topics, keys, strict=True) if key not in denied and not authority.hides(key)
    )
    events = tuple(event for event in document.events if not authority.hides(f"events/{event}"))
    gone = {
        name: None
        for name, folder in ENTITY_FACTS.items()
        if authority.hides(f"{folder}/{getattr(document, name)}") and document.evidence[name].certainty != "curated"
    }
    if not gone and topics == document.topics and events == document.events:
        return document
    evidence = {name: why for name, why in document.evidence.items() if name not in gone}
    return replace(document, topics=topics, events=events, evidence=evidence, **gone)  # type: ignore[arg-type]


def _in_their_languages(source: Source, document: Document, findings: Findings) -> tuple[Block, ...]:
    """The blocks, each with its language where it is sure to be another than the document's."""
    languages = findings.languages or (None,) * len(source.blocks)
    return tuple(
        block if language in (None, document.language) else replace(block, language=language)
        for block, language in zip(source.blocks, languages, strict=True)
    )


def _publishes_file(source: Source) -> bool:
    chosen = source.curated.get("publish_file")
    by_format = not source.file.path.lower().endswith(_MAIL_AND_WORD)
    return not source.redacted and (by_format if chosen is None else bool(chosen))
