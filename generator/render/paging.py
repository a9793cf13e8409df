"""A long list of documents over several pages: which stand on which, and the way from page to page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.address import entity_page
from generator.model import Record, first_day
from generator.render.dates import in_words
from generator.render.lists import Listed, family_key
from generator.render.site import Site
from generator.render.words import _

SIZE = 100
"""So many documents stand on a page; more only where one family has more."""
_ALL = 9
"""So many pages are all named."""


def split(site: Site, listed: Sequence[Listed]) -> list[list[Listed]]:
    """The documents of each page, in order; a family stands whole where its first member does."""
    if len(listed) <= SIZE:
        return [list(listed)]
    families: dict[str, list[Listed]] = {}
    for one in listed:
        families.setdefault(family_key(site, one[0]), []).append(one)
    parts: list[list[Listed]] = [[]]
    for members in families.values():
        if parts[-1] and len(parts[-1]) + len(members) > SIZE:
            parts.append([])
        parts[-1] += members
    return parts


def span_of(site: Site, part: Sequence[Listed]) -> str:
    """From which day to which the documents of a page are, in words."""
    return _span(in_words(first_day(r.document)) for r in _dated(site, part))


def _years_of(site: Site, part: Sequence[Listed]) -> str:
    return _span(first_day(r.document)[:4] for r in _dated(site, part))


def _dated(site: Site, part: Sequence[Listed]) -> list[Record]:
    records = (site.by_id[one[0]] for one in part)
    return sorted((r for r in records if first_day(r.document)), key=lambda r: first_day(r.document))


def _span(days: Iterable[str]) -> str:
    several = list(days)
    if not several:
        return _("undated")
    return several[0] if several[0] == several[-1] else f"{several[0]} – {several[-1]}"


def pager(site: Site, key: str, parts: Sequence[Sequence[Listed]], current: int) -> dict[str, Any] | None:
    """The way from page to page; None where there is one alone."""
    if len(parts) == 1:
        return None
    page = entity_page(key, current)
    last = len(parts)

    def link(number: int) -> str | None:
        return site.links.href(page, entity_page(key, number)) if 1 <= number <= last else None

    return {
        "previous": link(current - 1),
        "next": link(current + 1),
        "items": [
            {"n": n, "link": link(n), "years": _years_of(site, parts[n - 1]), "current": n == current} if n else None
            for n in numbers(current, last)
        ],
    }


def numbers(current: int, last: int) -> list[int]:
    """The pages that are named, 0 for those left out between: 1 2 3 … 12."""
    if last <= _ALL:
        return list(range(1, last + 1))
    near = range(min(max(current - 1, 1), last - 2), max(min(current + 1, last), 3) + 1)
    named = sorted({1, last, *near})
    made: list[int] = []
    for n in named:
        if made and n - made[-1] == 2:
            made.append(n - 1)
        elif made and n - made[-1] > 2:
            made.append(0)
        made.append(n)
    return made
