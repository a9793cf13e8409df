"""The index pages: one for each folder of headings, its letters where it is long, and all headings together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from generator.address import entity_page
from generator.render.front import front_matter
from generator.render.index_events import events
from generator.render.index_trees import tree
from generator.render.index_years import years
from generator.render.register import (
    WORTH_FILTERING,
    Letter,
    filter_words,
    is_split,
    label,
    letter_page,
    letters,
    lines,
    number,
)
from generator.render.sections import SECTIONS
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _, n_

_WORTH_JUMPING = 40


def listing(site: Site, folder: str, keys: Sequence[str]) -> str:
    """The index page of a folder."""
    if folder == "events":
        return events(site, entity_page(folder), keys)
    if folder == "years":
        return years(site, entity_page(folder))
    return _parted(site, folder) if is_split(site, folder) else _whole(site, folder, keys)


def _whole(site: Site, folder: str, keys: Sequence[str]) -> str:
    """An index on one page: a tree, else by letters."""
    page = entity_page(folder)
    grown = tree(site, page, folder)
    found = [] if grown else letters(site, folder)
    return _filled(
        site,
        folder,
        words=filter_words() if len(keys) >= WORTH_FILTERING else None,
        jumps=_jumps([(one, f"#letter-{one.id}") for one in found]) if len(keys) >= _WORTH_JUMPING else [],
        letters=[(one, lines(site, page, one.keys)) for one in found],
        tree=grown,
    )


def _parted(site: Site, folder: str) -> str:
    """The first page of a long index: its letters."""
    return _filled(
        site, folder, words=filter_words(page_of_letters=True), parts=parts(site, entity_page(folder), folder)
    )


def letter_of(site: Site, folder: str, one: Letter) -> str:
    """The page of one letter of a long index."""
    page = letter_page(folder, one)
    ways = [(other, site.links.to(page, letter_page(folder, other))) for other in letters(site, folder)]
    title = f"{_(SECTIONS[folder])}: {one.label}"
    return _filled(
        site,
        folder,
        title=title,
        section={"title": _(SECTIONS[folder]), "link": site.links.to(page, entity_page(folder))},
        summary=_summary(site, folder, len(one.keys)),
        words=filter_words() if len(one.keys) >= WORTH_FILTERING else None,
        jumps=_jumps(ways, here=one),
        letters=[(one, lines(site, page, one.keys))],
    )


def _filled(site: Site, folder: str, **values: Any) -> str:
    title = values.get("title") or _(SECTIONS[folder])
    given: dict[str, Any] = {
        "front": front_matter(title=title, template="register.html" if values.get("words") else None, hide=["toc"]),
        "title": title,
        "section": None,
        "summary": _summary(site, folder, len(site.indexes.folders[folder])),
        "words": None,
        "jumps": [],
        "letters": [],
        "tree": [],
        "parts": [],
    }
    return fill("index", **given | values)


def parts(site: Site, page: str, folder: str) -> list[dict[str, Any]]:
    """The letters of a long index, each with its first and last heading."""
    return [
        {
            "label": one.label,
            "link": site.links.to(page, letter_page(folder, one)),
            "about": " – ".join(dict.fromkeys((label(site, one.keys[0]), label(site, one.keys[-1])))),
            "count": len(one.keys),
        }
        for one in letters(site, folder)
    ]


def _jumps(ways: Sequence[tuple[Letter, str]], here: Letter | None = None) -> list[list[dict[str, Any]]]:
    """The letters with where they lead, those of each script by themselves."""
    made = [(one.script, {"label": one.label, "link": link, "here": one == here}) for one, link in ways]
    return [[jump for _script, jump in group] for _script, group in groupby(made, key=lambda pair: pair[0])]


def _summary(site: Site, folder: str, n: int) -> str:
    if not n:
        return _("There is nothing under this heading yet.")
    things = {
        "people": lambda: n_("{n} person", "{n} people", n),
        "organisations": lambda: n_("{n} body", "{n} bodies", n),
        "places": lambda: n_("{n} place", "{n} places", n),
        "topics": lambda: n_("{n} topic", "{n} topics", n),
        "publishers": lambda: n_("{n} publisher", "{n} publishers", n),
        "kinds": lambda: n_("{n} kind of document", "{n} kinds of document", n),
        "collections": lambda: n_("{n} collection", "{n} collections", n),
    }[folder]()
    return _("{things}, each with the number of its documents.").format(things=things.format(n=number(site, n)))


def tags(site: Site, page: str) -> str:
    """All headings of all indexes on one page."""
    sections = [_section(site, page, folder) for folder in SECTIONS if site.indexes.folders[folder]]
    count = sum(map(len, site.indexes.folders.values()))
    title = _("All headings")
    return fill(
        "tags",
        front=front_matter(title=title, template="register.html", hide=["toc"]),
        title=title,
        summary=n_("{n} heading of all indexes", "{n} headings of all indexes", count).format(n=number(site, count)),
        words=filter_words(page_of_letters=any(section["parts"] for section in sections)),
        jumps=[{"label": section["title"], "link": f"#{section['id']}", "here": False} for section in sections],
        sections=sections,
    )


def _section(site: Site, page: str, folder: str) -> dict[str, Any]:
    split = is_split(site, folder)
    return {
        "id": folder,
        "title": _(SECTIONS[folder]),
        "link": site.links.to(page, entity_page(folder)),
        "parts": parts(site, page, folder) if split else [],
        "lines": [] if split else lines(site, page, site.indexes.folders[folder]),
    }
