"""Whom and what a document names: the side column of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.address import entity_page
from generator.model import Mention, Record
from generator.render import facts
from generator.render.body import how
from generator.render.certainty import under
from generator.render.site import Site
from generator.render.words import _, later_, quoted

NAMED = (
    ("people", later_("People"), "person"),
    ("organisations", later_("Organisations"), "organisation"),
    ("places", later_("Places"), "place"),
    ("events", later_("Events"), "event"),
    ("topics", later_("Topics"), "topic"),
)
"""The kinds that the column lists: folder, heading, and the facet of the search."""


def named(site: Site, record: Record, page: str) -> Iterator[dict[str, Any]]:
    """Who and what the document names, by kind, the most named first."""
    count = Counter(mention.entity for mention in record.mentions)
    for topic in record.document.topics:
        count.setdefault(f"topics/{topic.topic}", 1)
    for folder, title, _facet in NAMED:
        keys = sorted((k for k in count if k.startswith(folder + "/")), key=lambda k: (-count[k], k))
        items = [
            {
                "title": site.authority.name(key),
                "link": site.links.to(page, entity_page(key)),
                "count": count[key],
                "certainty": under([record], key),
                "reasons": list(_reasons(record, key)),
            }
            for key in keys
            if site.links.has(entity_page(key))
        ]
        if items:
            yield {"folder": folder, "title": _(title), "entries": items}


def is_named(site: Site, record: Record, key: str) -> bool:
    """Whether the side column shows an entity."""
    topics = (f"topics/{use.topic}" for use in record.document.topics)
    is_there = any(mention.entity == key for mention in record.mentions) or key in topics
    return is_there and site.links.has(entity_page(key))


def _reasons(record: Record, key: str) -> Iterator[dict[str, Any]]:
    """How the mentions of an entity were decided, each way with its first place; of a topic, by which terms."""
    topic = next((use for use in record.document.topics if f"topics/{use.topic}" == key), None)
    if topic:
        yield from _of_topic(record, topic.terms)
        return
    ways: dict[str, list[Mention]] = {}
    for mention in record.mentions:
        if mention.entity == key and how(mention):
            ways.setdefault(how(mention), []).append(mention)
    for why, mentions in ways.items():
        first = mentions[0]
        quote = ": " + quoted(" ".join(first.at.quote.split())) if first.at else ""
        paragraph = first.at.paragraph if first.at else None
        yield {
            "word": _(facts.CERTAINTY[first.certainty]),
            "why": f"{len(mentions)}× {why}{quote}" if len(mentions) > 1 else f"{why}{quote}",
            "certainty": first.certainty,
            "paragraph": paragraph,
            "anchor": record.anchors[paragraph - 1] if paragraph else None,
        }


def _of_topic(record: Record, terms: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Of a topic that the curator gave there are no terms."""
    evidence = record.document.evidence.get("topics")
    none = {"anchor": None, "paragraph": None}
    if terms:
        words = _("by its terms: {terms}").format(terms=", ".join(terms))
        yield none | {"why": words, "certainty": "inferred", "word": _("inferred")}
    elif evidence:
        word = _(facts.CERTAINTY[evidence.certainty])
        yield none | {"why": facts.why(evidence), "certainty": evidence.certainty, "word": word}
