"""The first page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.address import entity_page
from generator.model import Record, first_day
from generator.render.front import front_matter
from generator.render.lists import Listed, cards
from generator.render.sections import SECTIONS
from generator.render.site import Site
from generator.render.templating import fill

_LATEST = 12


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
