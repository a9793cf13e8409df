"""One function a kind of page: it gathers what its template shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import edtf
from generator.address import document_page, entity_page, source_name
from generator.model import DIRECTED, MUTUAL, Link, Mention, Record, published
from generator.render import facts
from generator.render.body import body, how
from generator.render.entry import entry_lines
from generator.render.escape import attribute, html_text, inline
from generator.render.front import front_matter
from generator.render.site import Site, first_day
from generator.text import clip

SECTIONS = {
    "people": "People",
    "organisations": "Organisations",
    "places": "Places",
    "events": "Events",
    "topics": "Topics",
    "publishers": "Publishers",
    "kinds": "Kinds of document",
    "collections": "Collections",
    "years": "Years",
}
"""The indexes and what they are called."""

_LATEST = 12
_PASSAGE = 220


def document(site: Site, record: Record) -> str:
    """The page of a document."""
    doc, page = record.document, document_page(record.document.id)
    title = facts.title_of(doc, site.authority)
    address = site.notes.url and f"{site.notes.url.rstrip('/')}/documents/{doc.id}/"
    return _render(
        "document",
        front=front_matter(
            title=title,
            description=facts.summary(doc, site.authority),
            template="document.html",
            lang=doc.language,
        ),
        title=title,
        summary=facts.summary(doc, site.authority),
        facts=list(_facts(site, page, record)),
        original=doc.original,
        why_original=facts.why(doc.evidence["original"]) if "original" in doc.evidence else "",
        access=doc.access,
        body=body(record, page, site.links, site.authority),
        named=list(_named(site, record, page)),
        relations=list(_relations(site, record, page)),
        wanted=[_want(site, want) for want in record.wanted],
        years=edtf.years(doc.span) or ("undated",),
        day=first_day(record) or "0000",
        files=[(source_name(file.path), file.sha256) for file in published(doc)],
        citation=facts.citation(doc, site.authority, address or doc.original),
    )


def entity(site: Site, heading: Any) -> str:
    """The page of a person, body, place, event, topic, publisher, kind, collection or year."""
    page = entity_page(heading.key)
    folder = heading.key.partition("/")[0]
    entry = site.authority.get(heading.key.replace("publishers/", "organisations/", 1))
    return _render(
        "entity",
        front=front_matter(title=heading.title, description=f"{SECTIONS[folder]}: {heading.title}"),
        title=heading.title,
        section=SECTIONS[folder],
        section_link=site.links.to(page, entity_page(folder)),
        about=getattr(entry, "about", None),
        lines=list(entry_lines(site, page, entry)) if entry else [],
        documents=[_document_line(site, page, o.document, o.passage, o.anchor) for o in heading.documents],
    )


def listing(site: Site, folder: str, keys: Sequence[str]) -> str:
    """The index page of a folder."""
    page = entity_page(folder)
    items = [
        {
            "title": site.indexes.entities[key].title,
            "link": site.links.to(page, entity_page(key)),
            "count": len(site.indexes.entities[key].documents),
        }
        for key in keys
    ]
    title = SECTIONS[folder]
    return _render("index", front=front_matter(title=title), title=title, items=items)


def home(site: Site, page: str) -> str:
    """The first page."""
    sections = [
        {"title": title, "link": site.links.to(page, entity_page(folder)), "count": len(site.indexes.folders[folder])}
        for folder, title in SECTIONS.items()
    ]
    dated = [record for record in site.in_time if first_day(record)]
    return _render(
        "home",
        front=front_matter(title=site.notes.name, description=site.notes.description, hide=["toc"]),
        title=site.notes.name,
        description=site.notes.description,
        count=len(site.records),
        first=first_day(dated[0])[:4] if dated else None,
        last=first_day(dated[-1])[:4] if dated else None,
        sections=sections,
        search=site.links.to(page, "search/index.md"),
        all=site.links.to(page, "documents/index.md"),
        latest=[_document_line(site, page, r.document.id) for r in list(reversed(dated))[:_LATEST]],
    )


def documents(site: Site, page: str) -> str:
    """The list of all documents by date."""
    lines = [_document_line(site, page, record.document.id) for record in site.in_time]
    return _render("documents", front=front_matter(title="Documents"), documents=lines)


def tags(site: Site, page: str) -> str:
    """All headings of all indexes on one page."""
    sections = []
    for folder, title in SECTIONS.items():
        items = [
            {
                "title": site.indexes.entities[key].title,
                "link": site.links.to(page, entity_page(key)),
                "count": len(site.indexes.entities[key].documents),
            }
            for key in site.indexes.folders[folder]
        ]
        sections.append({"title": title, "link": site.links.to(page, entity_page(folder)), "items": items})
    return _render("tags", front=front_matter(title="All headings"), sections=sections)


def wanted(site: Site, page: str) -> str:
    """What documents speak of and the archive does not hold."""
    found: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for record in site.in_time:
        for want in record.wanted:
            key = (want.publisher or "", want.kind or "", want.date or "")
            anchor = record.anchors[want.at.paragraph - 1] if want.at else None
            cited = _document_line(site, page, record.document.id, want.at, anchor)
            found.setdefault(key, []).append(cited)
    items = [
        {"words": _wanted_words(site, *key), "count": len(cited), "cited": cited}
        for key, cited in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return _render("wanted", front=front_matter(title="Wanted"), items=items)


def search(site: Site, page: str) -> str:
    """The search page; the script in the theme does the work."""
    link = site.links.to(page, "tags/index.md")
    return _render("search", front=front_matter(title="Search", template="search.html", hide=["toc"]), tags=link)


FIXED: tuple[tuple[str, Callable[[Site, str], str]], ...] = (
    ("index.md", home),
    ("documents/index.md", documents),
    ("tags/index.md", tags),
    ("wanted/index.md", wanted),
    ("search/index.md", search),
)
"""Pages of which each site has one."""


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


def _relations(site: Site, record: Record, page: str) -> Iterator[dict[str, Any]]:
    """What the document has to do with others, by relation, both directions."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for link in record.links:
        label = DIRECTED[link.relation][0] if link.relation in DIRECTED else MUTUAL[link.relation]
        groups.setdefault(label, []).append(_linked(site, page, link.to, link, None))
    for source, link in site.pointing_to.get(record.document.id, []):
        label = DIRECTED[link.relation][1] if link.relation in DIRECTED else MUTUAL[link.relation]
        groups.setdefault(label, []).append(_linked(site, page, source, link, source))
    for label in sorted(groups, key=_relation_order):
        yield {"title": label, "entries": _once(groups[label])}


def _relation_order(label: str) -> tuple[int, str]:
    labels = [name for pair in DIRECTED.values() for name in pair] + list(MUTUAL.values())
    return labels.index(label), label


def _once(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each document once under a relation: by the first passage."""
    seen: dict[str, dict[str, Any]] = {}
    for entry in entries:
        seen.setdefault(entry["id"], entry)
    return list(seen.values())


def _linked(site: Site, page: str, other: str, link: Link, holder: str | None) -> dict[str, Any]:
    """The other end of a link: with the passage where it is the other that speaks."""
    at = link.at if holder else None
    anchor = site.by_id[holder].anchors[at.paragraph - 1] if holder and at else None
    line = _document_line(site, page, other, at, anchor)
    reason = _reason(site, link)
    return line | {
        "id": other,
        "reason": reason,
        "certainty": link.certainty,
        "quote": link.at.quote if link.at else "",
    }


def _reason(site: Site, link: Link) -> str:
    if link.relation == "similar" and link.basis == "names":
        names = [site.authority.name(key) for key in link.reason.split("|") if key]
        return "Both name " + ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1] if names else ""
    if link.basis.startswith("event:"):
        return site.authority.name(f"events/{link.basis.partition(':')[2]}")
    return link.reason


def _document_line(site: Site, page: str, id: str, passage: Any = None, anchor: str | None = None) -> dict[str, Any]:
    """A document as lists show it: title, date, body, and the passage that matters here."""
    record = site.by_id[id]
    doc = record.document
    return {
        "title": facts.title_of(doc, site.authority),
        "link": site.links.to(page, document_page(id), anchor),
        "date": facts.date_in_words(doc),
        "body": site.authority.name(f"organisations/{doc.publisher}") if doc.publisher else "",
        "passage": _passage(record, passage) if passage else None,
    }


def _passage(record: Record, at: Any) -> tuple[str, str, str]:
    """The words around a span: before, itself, behind."""
    text = record.blocks[at.paragraph - 1].text
    before = text[: at.start]
    if len(before) > _PASSAGE // 2:
        cut = before[-(_PASSAGE // 2) :]
        before = "…" + (cut.partition(" ")[2] or cut)
    return before, text[at.start : at.end], clip("x" + text[at.end :], _PASSAGE)[1:]


def _want(site: Site, want: Any) -> str:
    return _wanted_words(site, want.publisher or "", want.kind or "", want.date or "")


def _wanted_words(site: Site, publisher: str, kind: str, date: str) -> str:
    body = site.authority.name(f"organisations/{publisher}") if publisher else ""
    what = site.authority.name(f"kinds/{kind}") if kind else "a document"
    return ", ".join(part for part in (body, what, edtf.humane(date) if date else "") if part)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.render"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters |= {"md": inline, "attr": attribute, "html": html_text}
    return environment


def _render(template: str, **values: Any) -> str:
    return _environment().get_template(f"{template}.md.j2").render(**values)
