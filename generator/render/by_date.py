"""All documents by date, on as many pages as they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from generator.model import Record, first_day
from generator.render.days import day_of
from generator.render.front import front_matter
from generator.render.lists import cards
from generator.render.register import number
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _, n_

PAGE = 200
"""So many texts stand on one page; copies of one text stand together."""

Family = tuple[Record, ...]
"""Copies and versions of one text, the first in front; most are one document alone."""


def page_of_list(nth: int) -> str:
    """A page of the list, from 1; no id has a point in it, so no document has such an address."""
    return "documents/index.md" if nth == 1 else f"documents/page.{nth}/index.md"


def parts(site: Site) -> dict[str, frozenset[str]]:
    """The pages of the list, each with its anchors."""
    days: dict[str, set[str]] = defaultdict(set)
    for day, page in _days(site).items():
        days[page].add(anchor_of_day(day))
    return {page: frozenset(map(anchor_of_year, _years(part))) | days[page] for page, part in _parts(site).items()}


def anchor_of_year(year: str) -> str:
    """The anchor of a year in the list; `undated` for none."""
    return f"y-{year}" if year else "undated"


def anchor_of_day(day: str) -> str:
    """The anchor of the first document of a day (ISO) in the list."""
    return f"day-{day}"


def page_of_day(site: Site, day: str) -> str | None:
    """The page of the list on which a day begins; None where no text stands at that day."""
    return _days(site).get(day)


@lru_cache(maxsize=1)
def _days(site: Site) -> dict[str, str]:
    found: dict[str, str] = {}
    for page, part in _parts(site).items():
        for family in part:
            if day := day_of(family[0]):
                found.setdefault(day, page)
    return found


def documents(site: Site, page: str) -> str:
    """One page of the list of all documents by date."""
    nth = list(_parts(site)).index(page) + 1
    title = _("Documents") if nth == 1 else _("Documents, page {n}").format(n=nth)
    return fill(
        "documents",
        front=front_matter(title=title, hide=["toc"]),
        title=title,
        summary=_summary(site),
        jumps=_jumps(site, page),
        years=[
            {"label": year or _("Undated"), "id": anchor_of_year(year), "cards": _cards(site, page, of_year)}
            for year, of_year in _years(_parts(site)[page]).items()
        ],
        pages=_pages(site, page),
    )


@lru_cache(maxsize=1)
def _parts(site: Site) -> dict[str, list[Family]]:
    families = [family for record in site.in_time if (family := _family(site, record))[0] is record]
    pages = [families[n : n + PAGE] for n in range(0, len(families), PAGE)] or [[]]
    return {page_of_list(n): part for n, part in enumerate(pages, 1)}


def _family(site: Site, record: Record) -> Family:
    return site.kin.family_of(record.document.id) or (record,)


def _years(part: Sequence[Family]) -> dict[str, list[Family]]:
    by_year = groupby(part, key=lambda family: first_day(family[0].document)[:4])
    return {year: list(of_year) for year, of_year in by_year}


def _cards(site: Site, page: str, families: Sequence[Family]) -> list[dict[str, Any]]:
    made = cards(site, page, ((record.document.id, None, None) for family in families for record in family))
    seen: set[str] = set()
    for card in made:
        record = site.by_id[card["id"]]
        day = day_of(record)
        begins = day and day not in seen and page_of_day(site, day) == page
        seen |= {day} if day else set()
        card |= _known(site, record) | {"anchor": anchor_of_day(day) if day and begins else ""}
    return made


def _known(site: Site, record: Record) -> dict[str, str]:
    """What kind of document it is, and how its date is known, as a word of the data and in words."""
    document = record.document
    evidence = document.evidence.get("date")
    certainty = evidence.certainty if evidence and document.date else ""
    said = {"stated": _("stated in the text"), "curated": _("the curator's word")}  # `inferred` stands in the date
    kind = site.authority.name(f"kinds/{document.kind}") if document.kind else ""
    return {"kind": kind, "certainty": certainty, "known": said.get(certainty, "")}


def _summary(site: Site) -> str:
    if not site.records:
        return ""
    texts = sum(map(len, _parts(site).values()))
    words = n_("{n} document by date", "{n} documents by date", len(site.records)).format(
        n=number(site, len(site.records))
    )
    if texts == len(site.records):
        return f"{words}."
    return _("{documents}; copies of one text stand together.").format(documents=words)


def _jumps(site: Site, page: str) -> list[dict[str, Any]]:
    """The years, each with the page on which it begins."""
    found: dict[str, str] = {}
    for other, part in _parts(site).items():
        for year in _years(part):
            found.setdefault(year, other)
    made = [
        {"label": year or _("Undated"), "link": _to(site, page, other, anchor_of_year(year)), "here": False}
        for year, other in found.items()
    ]
    return made if len(made) > 1 else []


def _to(site: Site, page: str, other: str, anchor: str) -> str:
    return f"#{anchor}" if other == page else site.links.to(page, other, anchor)


def _pages(site: Site, page: str) -> list[dict[str, Any]]:
    several = _parts(site)
    if len(several) == 1:
        return []
    return list(_numbered(site, page, several))


def _numbered(site: Site, page: str, several: dict[str, list[Family]]) -> Iterator[dict[str, Any]]:
    for n, other in enumerate(several, 1):
        yield {"label": str(n), "link": site.links.to(page, other), "here": other == page}
