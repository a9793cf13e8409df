"""The first page: the title page of a register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator import edtf
from generator.address import entity_page
from generator.authority import Event
from generator.model import Record, first_day
from generator.render.dates import in_words
from generator.render.days import paged_events
from generator.render.front import front_matter
from generator.render.languages import language_name
from generator.render.lists import Listed, cards
from generator.render.pictures.small import chronology_small
from generator.render.register import number
from generator.render.sections import SECTIONS
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _, n_

_LATEST = 8
_EVENTS = 8


def home(site: Site, page: str) -> str:
    """The first page."""
    dated = [record for record in site.in_time if first_day(record.document)]
    return fill(
        "home",
        front=front_matter(title=site.notes.name, description=site.notes.description, hide=["toc"]),
        title=site.notes.name,
        description=site.notes.description,
        figures=list(_figures(site, dated)),
        sections=list(_sections(site, page)),
        search=site.links.href(page, "search/index.md"),
        all=site.links.to(page, "documents/index.md"),
        all_events=site.links.to(page, entity_page("events")),
        chronology=chronology_small(site, page),
        latest=cards(site, page, _latest(site, dated)),
        events=list(_events(site, page, dated)),
    )


def _figures(site: Site, dated: Sequence[Record]) -> Iterator[str]:
    """How many documents there are, of which years, in which languages."""
    yield n_("{n} document", "{n} documents", len(site.records)).format(n=number(site, len(site.records)))
    if dated:
        first, last = (first_day(record.document)[:4] for record in (dated[0], dated[-1]))
        yield first if first == last else f"{first}–{last}"
    codes = sorted({record.document.language for record in site.records if record.document.language})
    if codes:
        yield ", ".join(map(language_name, codes))


def _sections(site: Site, page: str) -> Iterator[dict[str, Any]]:
    for folder, title in SECTIONS.items():
        count = len(site.indexes.folders[folder])
        if count:
            yield {"title": _(title), "link": site.links.to(page, entity_page(folder)), "count": number(site, count)}


def _latest(site: Site, dated: Sequence[Record]) -> Iterator[Listed]:
    """The latest documents, the last first; a family stands where its first document does."""
    taken = 0
    for record in reversed(dated):
        family = [member for member in site.kin.family_of(record.document.id) if first_day(member.document)] or [record]
        if record is family[0] and taken < _LATEST:
            taken += 1
            yield from ((member.document.id, None, None) for member in family)


def _events(site: Site, page: str, dated: Sequence[Record]) -> Iterator[dict[str, Any]]:
    """The last events, the latest first; what is later than all documents says so, since no page knows the day."""
    newest = first_day(dated[-1].document) if dated else ""
    known = [(day, event) for event in paged_events(site) if (day := edtf.first(event.date))]
    for day, event in sorted(known, key=lambda pair: (pair[0], pair[1].id), reverse=True)[:_EVENTS]:
        yield {
            "title": event.name,
            "link": site.links.to(page, entity_page(event.key)),
            "about": _about(site, event),
            "to_come": day > newest,
        }


def _about(site: Site, event: Event) -> str:
    """When it was, where its name does not say so, and how many documents are on it."""
    count, date = len(site.indexes.entities[event.key].documents), in_words(event.date)
    words = n_("{n} document", "{n} documents", count).format(n=count)
    return words if date in event.name else f"{date} · {words}"
