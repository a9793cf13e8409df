"""The pages of a person, body, place, event, topic, publisher, kind, collection or year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator import edtf
from generator.address import entity_page, entry_key
from generator.authority import Event
from generator.render.aside import by_year, named_with, sorts
from generator.render.backlinks import backlinks
from generator.render.calendar import calendar
from generator.render.certainty import of_card
from generator.render.dossier import dossier
from generator.render.entry import Desk, entry_facts
from generator.render.escape import inline
from generator.render.finding import finding_aid
from generator.render.front import front_matter
from generator.render.lists import Listed, cards
from generator.render.naming import own_names
from generator.render.paging import pager, span_of, split
from generator.render.pictures.locator import place_map
from generator.render.sections import SECTIONS
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _


def parts_of(site: Site, heading: Any) -> list[list[Listed]]:
    """The documents under a heading as its pages list them."""
    return split(site, [(o.document, o.passage, o.anchor) for o in heading.documents])


def entity_pages(site: Site) -> Iterator[str]:
    """Every page of every heading."""
    for key, heading in site.indexes.entities.items():
        yield from (entity_page(key, part) for part, _listed in enumerate(parts_of(site, heading), 1))


def entity(site: Site, heading: Any) -> Iterator[tuple[str, str]]:
    """The pages of one heading: all that is known of it on the first, its documents on all."""
    heading = replace(heading, title=_("Undated or uncertain")) if heading.key == "years/undated" else heading
    parts = parts_of(site, heading)
    for part in range(1, len(parts) + 1):
        page = entity_page(heading.key, part)
        yield page, _first(site, page, heading, parts) if part == 1 else _later(site, page, heading, parts, part)


def _first(site: Site, page: str, heading: Any, parts: Sequence[Sequence[Listed]]) -> str:
    folder = heading.key.partition("/")[0]
    entry = site.authority.get(entry_key(heading.key))
    own = _OF_KIND.get(folder)
    return fill(
        f"entity/{folder}",
        front=_front(folder, heading.title),
        names=own_names(entry, site.cited.get(entry.key), site.notes.language) if entry else "",
        about=entry.about if entry else None,
        facts=entry_facts(site, page, folder, entry) if entry else [],
        chart=by_year(site, page, heading) if folder != "years" else None,
        together=named_with(site, page, heading.key),
        sorts=list(sorts(site, page, heading)) if folder in _SORTED else [],
        **_listed(site, page, heading, parts, 1),
        **(own(site, page, heading, entry) if own else {}),
    )


_SORTED = ("publishers", "kinds", "years", "collections")


def _later(site: Site, page: str, heading: Any, parts: Sequence[Sequence[Listed]], part: int) -> str:
    """A page of documents alone."""
    title = _("{title} – page {n}").format(title=heading.title, n=part)
    given = _listed(site, page, heading, parts, part)
    return fill(
        "entity/_later",
        front=_front(heading.key.partition("/")[0], title),
        whole=heading.title,
        first=site.links.to(page, entity_page(heading.key)),
        **given | {"title": title},
    )


def _front(folder: str, title: str) -> str:
    """The front matter; a body and the same body as publisher have pages of different titles."""
    if folder == "publishers":
        title = _("Published by {body}").format(body=title)
    return front_matter(title=title, description=f"{_(SECTIONS[folder])}: {title}", hide=["toc"])


def _listed(site: Site, page: str, heading: Any, parts: Sequence[Sequence[Listed]], part: int) -> dict[str, Any]:
    """What all pages of a heading have: its name, and the documents of this one."""
    folder = heading.key.partition("/")[0]
    shown = parts[part - 1]
    before = sum(len(earlier) for earlier in parts[: part - 1])
    documents = cards(site, page, shown)
    for card in documents:
        card["certainty"] = of_card(site, card["id"], heading.key)
        if folder == "publishers":
            card["body"] = ""  # the page says it
        card["code"] = (site.by_id[card["id"]].document.reference_code or "") if folder == "collections" else ""
    return {
        "title": heading.title,
        "kind": folder,
        "section": _(SECTIONS[folder]),
        "section_link": site.links.to(page, entity_page(folder)),
        "count": len(heading.documents),
        "from_n": before + 1,
        "to_n": before + len(shown),
        "span": span_of(site, shown),
        "pager": pager(site, heading.key, parts, part),
        "documents": documents,
    }


Own = dict[str, Any]
"""What the template of one kind of entity alone is given."""


def _place(site: Site, page: str, heading: Any, entry: Any) -> Own:
    back, desk = backlinks(site.authority), Desk(site, page)
    return {
        "map": place_map(site, heading.key),
        "inside": desk.pages(back.under.get(heading.key, ())),
        "bodies": desk.pages(back.seated.get(heading.key, ())),
        "events": desk.pages(back.happened.get(heading.key, ())),
    }


def _organisation(site: Site, page: str, heading: Any, entry: Any) -> Own:
    return {"events": Desk(site, page).pages(backlinks(site.authority).sent.get(heading.key, ()))}


def _event(site: Site, page: str, heading: Any, entry: Any) -> Own:
    gathered = dossier(site, page, entry) if isinstance(entry, Event) else None
    return {"dossier": gathered, "around_it": _around(site, page, entry)}


def _around(site: Site, page: str, event: Any) -> dict[str, str]:
    """The event before and the one behind in the same place, of those that have a page.

    One whose time is not known, or overlaps that of the event, is neither before nor behind it.
    """
    if not event:
        return _ALONE
    days = edtf.span(event.date or "")
    of_place = backlinks(site.authority).happened.get(f"places/{event.place}", ())
    others = [(o.key, edtf.span(o.date or "")) for o in of_place if site.links.has(entity_page(o.key))]
    before = [key for key, of_other in others if edtf.is_before(of_other, days)]
    behind = [key for key, of_other in others if edtf.is_before(days, of_other)]
    return _beside(Desk(site, page), [*before, event.key, *behind], event.key)


def _beside(desk: Desk, keys: Sequence[str], key: str) -> dict[str, str]:
    """Links to what stands before and behind `key` in a row; empty at its ends."""
    row = ["", *keys, ""]
    at = row.index(key) if key in keys else 0
    return {side: _step(desk, row[n]) for side, n in (("before", at - 1), ("behind", at + 1)) if at} or _ALONE


_ALONE = {"before": "", "behind": ""}


def _step(desk: Desk, key: str) -> str:
    if not key:
        return ""
    link = desk.site.links.to(desk.page, entity_page(key))
    return f"[{inline(desk.site.indexes.entities[key].title)}]({link})"


def _year(site: Site, page: str, heading: Any, entry: Any) -> Own:
    years = [key for key in site.indexes.folders["years"] if key != "years/undated"]
    year = heading.key.partition("/")[2]
    return {"calendar": calendar(site, page, year), "around_it": _beside(Desk(site, page), years, heading.key)}


def _collection(site: Site, page: str, heading: Any, entry: Any) -> Own:
    return {"finding": finding_aid(site, page, entry, len(heading.documents))}


_OF_KIND: dict[str, Callable[[Site, str, Any, Any], Own]] = {
    "organisations": _organisation,
    "places": _place,
    "events": _event,
    "collections": _collection,
    "years": _year,
}
