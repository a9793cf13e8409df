"""The page of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator import edtf
from generator.address import document_page, entity_page, source_name
from generator.model import Mention, Record, first_day, published
from generator.render import facts
from generator.render.body import body, how
from generator.render.front import front_matter
from generator.render.head import kin_lines, notices
from generator.render.lists import body_of, dated
from generator.render.passages import in_text
from generator.render.relations import relations
from generator.render.reporting import reports
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.wants import key_of


def document(site: Site, record: Record) -> str:
    """The page of a document."""
    doc, page = record.document, document_page(record.document.id)
    address = site.notes.url and f"{site.notes.url.rstrip('/')}/documents/{doc.id}/"
    summary = facts.summary(doc, site.authority)
    return fill(
        "document",
        front=front_matter(title=site.title(record), description=summary, template="document.html", lang=doc.language),
        title=site.title(record),
        summary=summary,
        kin=list(kin_lines(site, record, page)),
        notices=list(notices(site, record, page)),
        facts=list(_facts(site, page, record)),
        original=doc.original,
        why_original=facts.why(doc.evidence["original"]) if "original" in doc.evidence else "",
        access=doc.access,
        body=body(record, page, site.links, site.authority, in_text(site, record, page)),
        named=list(_named(site, record, page)),
        relations=list(relations(site, record, page)),
        wanted=list(_wanted(site, record, page)),
        years=edtf.years(doc.span) or ("undated",),
        day=first_day(record.document) or "0000",
        found=_found(site, record),
        files=[(source_name(file.path), file.sha256) for file in published(doc)],
        reports=reports(site, doc.id),
        citation=facts.citation(doc, site.authority, address or doc.original),
    )


def _found(site: Site, record: Record) -> dict[str, str]:
    """What a card of the search shows: date and body, and of a copy the first document of its family."""
    shown = {"facts": _card_facts(site, record)}
    family = site.kin.family_of(record.document.id)
    if family:
        first = family[0]
        shown |= {"family": first.document.id, "first": site.title(first), "first_facts": _card_facts(site, first)}
    return {name: value for name, value in shown.items() if value}


def _card_facts(site: Site, record: Record) -> str:
    return " · ".join(filter(None, (dated(site, record), body_of(site, record))))


def _wanted(site: Site, record: Record, page: str) -> Iterator[dict[str, Any]]:
    """What the text speaks of and the archive does not hold: each once, with its first place here."""
    first = {key: want for want in reversed(record.wanted) if (key := key_of(want))}
    for key in dict.fromkeys(filter(None, map(key_of, record.wanted))):
        want, at = site.want_of[key], first[key].at
        yield {
            "words": want.words(site.authority),
            "link": site.links.to(page, "wanted/index.md", want.anchor),
            "paragraph": at.paragraph if at else None,
            "anchor": record.anchors[at.paragraph - 1] if at else None,
        }


def _facts(site: Site, page: str, record: Record) -> Iterator[dict[str, Any]]:
    """The facts; a search filter that `Named here` or an earlier fact feeds already is not fed twice."""
    fed = {
        (search, f"{m.entity}") for m in record.mentions for folder, _, search in _NAMED if m.entity.startswith(folder)
    }
    for fact in facts.facts(record.document, site.authority):
        key = (fact.entity or "").replace("publishers/", "organisations/")
        filters = [name for name in (fact.filter or "").split(", ") if name and (name, key) not in fed]
        fed |= {(name, key) for name in filters}
        yield _fact(site, page, fact, record) | {"filter": ", ".join(filters) or None}


def _fact(site: Site, page: str, fact: facts.Fact, record: Record) -> dict[str, Any]:
    known = fact.entity and site.links.has(entity_page(fact.entity))
    paragraph = fact.evidence.paragraph if fact.evidence and fact.evidence.quote else None
    return {
        "label": fact.label,
        "value": fact.value,
        "link": site.links.to(page, entity_page(fact.entity)) if known and fact.entity else None,
        "why": facts.why(fact.evidence) if fact.evidence else "",
        "certainty": fact.evidence.certainty if fact.evidence else "unknown",
        "paragraph": paragraph,
        "anchor": record.anchors[paragraph - 1] if paragraph else None,
    }


_NAMED = (
    ("people", "People", "person"),
    ("organisations", "Organisations", "organisation"),
    ("places", "Places", "place"),
    ("events", "Events", "event"),
    ("topics", "Topics", "topic"),
)


def _named(site: Site, record: Record, page: str) -> Iterator[dict[str, Any]]:
    """Who and what the document names, by kind, the most named first."""
    count = Counter(mention.entity for mention in record.mentions)
    for topic in record.document.topics:
        count.setdefault(f"topics/{topic.topic}", 1)
    for folder, title, search_filter in _NAMED:
        keys = sorted((k for k in count if k.startswith(folder + "/")), key=lambda k: (-count[k], k))
        items = [
            {
                "title": site.authority.name(key),
                "link": site.links.to(page, entity_page(key)),
                "count": count[key],
                "reasons": list(_reasons(record, key)),
            }
            for key in keys
            if site.links.has(entity_page(key))
        ]
        if items:
            yield {"title": title, "filter": search_filter, "entries": items}


def _reasons(record: Record, key: str) -> Iterator[dict[str, Any]]:
    """How the mentions of an entity were decided, each way with its first place; of a topic, by which terms."""
    terms = next((use.terms for use in record.document.topics if f"topics/{use.topic}" == key), ())
    if terms:
        yield {"why": f"by its terms: {', '.join(terms)}", "certainty": "inferred", "anchor": None, "paragraph": None}
        return
    ways: dict[str, list[Mention]] = {}
    for mention in record.mentions:
        if mention.entity == key and how(mention):
            ways.setdefault(how(mention), []).append(mention)
    for why, mentions in ways.items():
        first = mentions[0]
        quote = f": “{' '.join(first.at.quote.split())}”" if first.at else ""
        paragraph = first.at.paragraph if first.at else None
        yield {
            "why": f"{len(mentions)}× {why}{quote}" if len(mentions) > 1 else f"{why}{quote}",
            "certainty": first.certainty,
            "paragraph": paragraph,
            "anchor": record.anchors[paragraph - 1] if paragraph else None,
        }
