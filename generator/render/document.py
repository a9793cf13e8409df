"""The page of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from generator.address import document_page, source_name
from generator.model import Document, Record, published
from generator.render import facts
from generator.render.body import body
from generator.render.citation import for_machines, how_to_cite
from generator.render.front import front_matter
from generator.render.head import kin_lines, notices
from generator.render.named import is_named, named
from generator.render.passages import in_text
from generator.render.relations import relations
from generator.render.reporting import reports
from generator.render.sequence import sequences
from generator.render.site import Site
from generator.render.speech import speech
from generator.render.templating import fill
from generator.render.wants import key_of
from generator.render.way import way, what_it_is
from generator.render.words import _


def document(site: Site, record: Record) -> str:
    """The page of a document."""
    doc, page = record.document, document_page(record.document.id)
    return fill(
        "document",
        title=site.title(record),
        speech=speech(doc.language, site.notes.language),
        access=doc.access,
        cite=how_to_cite(site, record),
        reports=reports(site, doc.id),
        **_head(site, record, page),
        **_facts_and_files(site, record, page),
        **_text_and_relations(site, record, page),
    )


def _head(site: Site, record: Record, page: str) -> dict[str, Any]:
    """What stands over the text: what the document is, how it came, what a reader must know first."""
    summary = facts.summary(record.document, site.authority)
    return {
        "front": front_matter(
            title=site.title(record),
            description=summary,
            template="document.html",
            hide=["toc"],
            **for_machines(site, record, summary),
        ),
        "what_it_is": what_it_is(site, record, page),
        "way": way(site, record, page),
        "kin": list(kin_lines(site, record, page)),
        "notices": list(notices(site, record, page)),
        "notice": site.notes.notice,
        "original": _original(record.document),
    }


def _text_and_relations(site: Site, record: Record, page: str) -> dict[str, Any]:
    """The text, whom it names beside it, and the other documents that it has to do with."""
    return {
        "body": body(record, page, site.links, site.authority, in_text(site, record, page)),
        "named": list(named(site, record, page)),
        "sequences": list(sequences(site, record, page)),
        "relations": list(relations(site, record, page)),
        "wanted": list(_wanted(site, record, page)),
    }


def _facts_and_files(site: Site, record: Record, page: str) -> dict[str, Any]:
    files = [(source_name(file.path), file.sha256) for file in published(record.document)]
    return {
        "facts": list(_facts(site, page, record)),
        "provenance": [_fact(site, page, fact, record) for fact in facts.provenance(record.document)],
        "pictures": [file for file in files if _is_picture(file)],
        "sources": [file for file in files if not _is_picture(file)],
    }


def _is_picture(file: tuple[str, str]) -> bool:
    return file[0].startswith("picture")


def _original(doc: Document) -> dict[str, str] | None:
    """Where the original is on the web: its address and its host."""
    host = urlsplit(doc.original).hostname if doc.original and _WEB.match(doc.original) else None
    return {"address": doc.original or "", "host": host.removeprefix("www.")} if host else None


_WEB = re.compile(r"https?://[^\s\[\]]+$")


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
    """The facts, less topics that the side column shows."""
    for fact in facts.facts(record.document, site.authority):
        if fact.field != "topics" or not is_named(site, record, fact.entity or ""):
            yield _fact(site, page, fact, record)


def _fact(site: Site, page: str, fact: facts.Fact, record: Record) -> dict[str, Any]:
    evidence = fact.evidence
    paragraph = evidence.paragraph if evidence and evidence.quote else None
    is_of_text = fact.field == "title"
    return {
        "field": fact.field,
        "label": fact.label,
        "value": fact.value,
        "speech": speech(record.document.language, site.notes.language) if is_of_text else "",
        "link": site.entity_link(page, fact.entity) if fact.entity else None,
        "why": facts.why(evidence, fact.value) if evidence else "",
        "certainty": evidence.certainty if evidence else "unknown",
        "word": _(facts.CERTAINTY[evidence.certainty]) if evidence else "",
        "paragraph": paragraph,
        "anchor": record.anchors[paragraph - 1] if paragraph else None,
    }
