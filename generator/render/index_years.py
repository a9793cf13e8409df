"""The index of years: how many documents each month has, and where events lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.address import entity_page
from generator.render.calendar import EVENT_SIGN
from generator.render.days import events_by_day, is_sure_day, month_name, month_of
from generator.render.front import front_matter
from generator.render.register import number
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _, n_

_STEPS = (1, 2, 4, 8, 16, 32)
"""From so many documents on a month is drawn one step darker."""


def years(site: Site, page: str) -> str:
    """The index page of years: a line for each, a column for each month."""
    title = _("Years")
    language = site.notes.language
    rows = list(_rows(site, page))
    undated = site.indexes.entities.get("years/undated")
    return fill(
        "years",
        front=front_matter(title=title, hide=["toc"]),
        title=title,
        summary=_summary(site),
        months=[(month_name(n, language), month_name(n, language, "LLLLL")) for n in range(1, 13)],
        rows=rows,
        sign=EVENT_SIGN,
        undated=_undated(site, page, len(undated.documents)) if undated else None,
    )


def _summary(site: Site) -> str:
    known = sum(1 for record in site.records if is_sure_day(record))
    words = n_("{n} document", "{n} documents", len(site.records)).format(n=number(site, len(site.records)))
    return _("{documents}, {known} of them with a day that is known.").format(
        documents=words, known=number(site, known)
    )


def _undated(site: Site, page: str, count: int) -> dict[str, str]:
    words = n_("{n} document without a sure year", "{n} documents without a sure year", count).format(n=count)
    return {"words": words, "link": site.links.to(page, entity_page("years/undated"))}


def _rows(site: Site, page: str) -> Iterator[dict[str, Any]]:
    """A row for each year that has documents or events; years between them that have none are one row."""
    held = [int(key.partition("/")[2]) for key in site.indexes.folders["years"] if key != "years/undated"]
    marked = {int(day[:4]) for day in events_by_day(site)}
    events = Counter(day[:7] for day, several in events_by_day(site).items() for _event in several)
    before = None
    for year in sorted({*held, *marked}):
        if before and year - before > 1:
            yield {"empty": _("{years}: none").format(years=_span(before + 1, year - 1))}
        yield _row(site, page, year, events)
        before = year


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _row(site: Site, page: str, year: int, events: Mapping[str, int]) -> dict[str, Any]:
    heading = site.indexes.entities.get(f"years/{year}")
    records = [site.by_id[one.document] for one in heading.documents] if heading else []
    months = Counter(month_of(record) for record in records)
    return {
        "empty": "",
        "year": str(year),
        "link": site.links.href(page, entity_page(heading.key)) if heading else "",
        "count": len(records),
        "months": [_month(months[f"{year}-{n:02}"], events.get(f"{year}-{n:02}", 0)) for n in range(1, 13)],
        "wider": months[None],
    }


def _month(count: int, events: int) -> dict[str, Any]:
    return {"count": count, "events": events, "step": sum(count >= step for step in _STEPS)}
