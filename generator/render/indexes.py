"""The index pages: one for each folder of headings, all headings together, all documents by date."""

from __future__ import annotations

from collections.abc import Sequence

from generator.address import entity_page
from generator.render.front import front_matter
from generator.render.lists import cards
from generator.render.sections import SECTIONS
from generator.render.site import Site
from generator.render.templating import fill


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
