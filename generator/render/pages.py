"""One function a kind of page: it gathers what its template shows. That of a document has a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.address import document_page, entity_page
from generator.authority import Event
from generator.model import Place, Record, first_day
from generator.render.dossier import dossier
from generator.render.entry import entry_lines
from generator.render.front import front_matter
from generator.render.lists import Listed, anchor_of, cards, counted, document_line
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.wants import Want

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


def entity(site: Site, heading: Any) -> str:
    """The page of a person, body, place, event, topic, publisher, kind, collection or year."""
    page = entity_page(heading.key)
    folder = heading.key.partition("/")[0]
    entry = site.authority.get(heading.key.replace("publishers/", "organisations/", 1))
    gathered = dossier(site, page, entry) if isinstance(entry, Event) else None
    return fill(
        "entity",
        front=front_matter(
            title=heading.title,
            description=f"{SECTIONS[folder]}: {heading.title}",
            hide=["toc"] if gathered and gathered["rows"] else None,  # the table wants the whole width
        ),
        title=heading.title,
        section=SECTIONS[folder],
        section_link=site.links.to(page, entity_page(folder)),
        about=getattr(entry, "about", None),
        lines=list(entry_lines(site, page, entry)) if entry else [],
        dossier=gathered,
        count=len(heading.documents),
        documents=cards(site, page, ((o.document, o.passage, o.anchor) for o in heading.documents)),
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
    return fill("index", front=front_matter(title=title), title=title, items=items)


def home(site: Site, page: str) -> str:
    """The first page."""
    sections = [
        {"title": title, "link": site.links.to(page, entity_page(folder)), "count": len(site.indexes.folders[folder])}
        for folder, title in SECTIONS.items()
    ]
    dated = [record for record in site.in_time if first_day(record.document)]
    return fill(
        "home",
        front=front_matter(title=site.notes.name, description=site.notes.description, hide=["toc"]),
        title=site.notes.name,
        description=site.notes.description,
        count=len(site.records),
        first=first_day(dated[0].document)[:4] if dated else None,
        last=first_day(dated[-1].document)[:4] if dated else None,
        sections=sections,
        search=site.links.to(page, "search/index.md"),
        all=site.links.to(page, "documents/index.md"),
        latest=cards(site, page, _latest(site, dated)),
    )


def _latest(site: Site, dated: Sequence[Record]) -> Iterator[Listed]:
    """The latest documents, the last first; a family stands where its first document does."""
    taken = 0
    for record in reversed(dated):
        family = [member for member in site.kin.family_of(record.document.id) if first_day(member.document)] or [record]
        if record is family[0] and taken < _LATEST:
            taken += 1
            yield from ((member.document.id, None, None) for member in family)


def documents(site: Site, page: str) -> str:
    """The list of all documents by date."""
    lines = cards(site, page, ((record.document.id, None, None) for record in site.in_time))
    return fill("documents", front=front_matter(title="Documents"), documents=lines)


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
    return fill("tags", front=front_matter(title="All headings"), sections=sections)


def wanted(site: Site, page: str) -> str:
    """What documents speak of and the archive does not hold."""
    items = [
        {
            "words": want.words(site.authority),
            "anchor": want.anchor,
            "id": want.id,
            "what": want.what,
            "often": counted(len(want.cited), "time"),
            "cited": _cited(site, page, want),
        }
        for want in site.wants
    ]
    return fill("wanted", front=front_matter(title="Wanted", hide=["toc"]), items=items)


def _cited(site: Site, page: str, want: Want) -> list[dict[str, Any]]:
    """The documents that speak of it, each with its first passage and the numbers of the paragraphs of the others."""
    places: dict[str, list[Place]] = {}
    for record, wanted in want.cited:
        places.setdefault(record.document.id, []).extend([wanted.at] if wanted.at else [])
    made = []
    for id, several in places.items():
        record, first = site.by_id[id], several[0] if several else None
        others = [(at.paragraph, site.links.to(page, document_page(id), anchor_of(record, at))) for at in several[1:]]
        made.append(document_line(site, page, id, first, anchor_of(record, first)) | {"others": dict(others)})
    return made


def search(site: Site, page: str) -> str:
    """The search page; the script in the theme does the work."""
    link = site.links.to(page, "tags/index.md")
    return fill("search", front=front_matter(title="Search", template="search.html", hide=["toc"]), tags=link)


FIXED: tuple[tuple[str, Callable[[Site, str], str]], ...] = (
    ("index.md", home),
    ("documents/index.md", documents),
    ("tags/index.md", tags),
    ("wanted/index.md", wanted),
    ("search/index.md", search),
)
"""Pages of which each site has one."""
