"""The index of events: by year, each with its days, place and kind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from generator import edtf
from generator.address import entity_page
from generator.render.dates import in_words
from generator.render.days import day_and_month
from generator.render.front import front_matter
from generator.render.register import WORTH_FILTERING, also, entry_of, filter_words
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _, n_

_WORTH_JUMPING = 6


def events(site: Site, page: str, keys: Sequence[str]) -> str:
    """The index page of events, in order of time."""
    years = [
        {"id": f"y-{year}", "label": year, "events": [_line(site, page, key) for key in of_year]}
        for year, of_year in groupby(sorted(keys, key=lambda key: not _year(site, key)), key=lambda k: _year(site, k))
    ]
    for year in years:
        year["label"] = year["label"] or _("No date")
    title = _("Events")
    summary = n_("{n} event in order of time", "{n} events in order of time", len(keys)).format(n=len(keys))
    return fill(
        "events",
        front=front_matter(title=title, template="register.html" if _many(keys) else None, hide=["toc"]),
        title=title,
        summary=_("{things}, each with the number of its documents.").format(things=summary)
        if keys
        else _("There is nothing under this heading yet."),
        words=filter_words() if _many(keys) else None,
        jumps=[{"label": year["label"], "link": f"#{year['id']}", "here": False} for year in years]
        if len(years) >= _WORTH_JUMPING
        else [],
        years=years,
    )


def _many(keys: Sequence[str]) -> bool:
    return len(keys) >= WORTH_FILTERING


def _year(site: Site, key: str) -> str:
    return edtf.first(getattr(entry_of(site, key), "date", None))[:4]


def _line(site: Site, page: str, key: str) -> dict[str, Any]:
    entry = entry_of(site, key)
    shown = str(site.indexes.entities[key].title)
    return {
        "title": shown,
        "link": site.links.to(page, entity_page(key)),
        "count": len(site.indexes.entities[key].documents),
        "date": _days(site, getattr(entry, "date", None)),
        "about": " · ".join(_about(site, entry)),
        "also": also(entry, shown),
    }


def _days(site: Site, date: str | None) -> str:
    """The days of an event without the year, which stands above it, where they are of one year."""
    if date and edtf.is_day(date):
        return day_and_month(date, site.notes.language)
    return in_words(date) if date else ""


def _about(site: Site, entry: Any) -> list[str]:
    """Place and kind."""
    place, kind = getattr(entry, "place", None), getattr(entry, "kind", None)
    named = [key for key in (place and f"places/{place}", kind and f"topics/{kind}") if key]
    return [site.authority.name(key) for key in named if not site.authority.hides(key)]
