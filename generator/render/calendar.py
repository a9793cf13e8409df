"""The calendar of a year: its months with the days of documents and events, and what has no day, in words."""

from __future__ import annotations

import calendar as of_weeks
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day

from babel import Locale
from babel.dates import format_date

from generator.address import entity_page
from generator.authority import Event
from generator.model import Record
from generator.render.days import day_and_month, day_of, events_by_day, month_name, month_of
from generator.render.escape import html_text
from generator.render.site import Site
from generator.render.words import _, n_

EVENT_SIGN = "◆"


def anchor_of_day(day: str) -> str:
    """The anchor of the first document of a day in the list on the page of its year."""
    return f"day-{day}"


def _on_this_page(day: str) -> str:
    return f"#{anchor_of_day(day)}"


@dataclass(frozen=True, slots=True)
class _Year:
    """What the calendar of a year shows."""

    year: str
    days: Counter[str]
    """How many documents each day (ISO) has."""
    events: Mapping[str, Sequence[Event]]
    language: str
    to_day: Callable[[str], str]


def calendar(site: Site, page: str, year: str, to_day: Callable[[str], str] = _on_this_page) -> str:
    """The calendar of a year as HTML; empty for what is no year, or has no day to show.

    Args:
        site: the public archive.
        page: the page that it stands on, from which links start.
        year: such as `2021`.
        to_day: where the documents of a day (ISO) stand; by default at an anchor of that page.
    """
    records = _records(site, year)
    days = Counter(day for day in map(day_of, records) if day and day[:4] == year)
    events = {day: several for day, several in events_by_day(site).items() if day[:4] == year}
    if not year.isdigit() or not (days or events):
        return ""
    shown = _Year(year, days, events, site.notes.language, to_day)
    label = html_text(_("Calendar of {year}").format(year=year))
    months = [_month(site, page, shown, month) for month in range(1, 13)]
    words = html_text(" ".join(_without_day(site, records)))
    undated = [f'<p class="r-undated">{words}</p>'] if words else []
    return "\n".join([f'<div class="r-calendar" role="group" aria-label="{label}">', *months, "</div>", *undated])


def _records(site: Site, year: str) -> Sequence[Record]:
    heading = site.indexes.entities.get(f"years/{year}")
    return [site.by_id[one.document] for one in heading.documents] if heading else []


def _month(site: Site, page: str, shown: _Year, number: int) -> str:
    month, first = f"{shown.year}-{number:02}", Locale.parse(shown.language).first_week_day
    name = html_text(month_name(number, shown.language))
    heads = "".join(_weekday((first + n) % 7, shown.language) for n in range(7))
    weeks = of_weeks.Calendar(first).monthdayscalendar(int(shown.year), number)
    rows = "".join(f"<tr>{''.join(_cell(shown, f'{month}-{n:02}' if n else '') for n in week)}</tr>" for week in weeks)
    head = f"<caption>{name}</caption><thead><tr>{heads}</tr></thead>"
    table = f'<table class="r-month">{head}<tbody>{rows}</tbody></table>'
    noted = "".join(_noted(site, page, shown.events, month))
    empty = "" if noted or any(day.startswith(month) for day in shown.days) else " r-nothing"
    return f'<div class="r-of-month{empty}">{table}{noted}</div>'


def _weekday(weekday: int, language: str) -> str:
    day = Day(2001, 1, 1 + weekday)  # a Monday
    full, short = (format_date(day, width, locale=language) for width in ("cccc", "ccccc"))
    return f'<th scope="col"><abbr title="{html_text(full)}">{html_text(short)}</abbr></th>'


def _cell(shown: _Year, day: str) -> str:
    """A day: a link where it has documents; a sign where it has an event, which stands in words below the month."""
    if not day:
        return "<td></td>"
    number, count = str(int(day[8:])), shown.days[day]
    sign = f'<span class="r-sign" title="{html_text(_("Event"))}">{EVENT_SIGN}</span>' if day in shown.events else ""
    if not count:
        return f"<td>{number}{sign}</td>"
    words = n_("{n} document", "{n} documents", count).format(n=count)
    title = html_text(f"{day_and_month(day, shown.language)}: {words}")
    link = f'<a class="r-day" href="{html_text(shown.to_day(day))}" title="{title}">{number}'
    many = f'<small><span class="r-unsaid">: </span>{count}</small>'
    return f'<td class="r-of-{min(count, 4)}">{link}{many}</a>{sign}</td>'


def _noted(site: Site, page: str, events: Mapping[str, Sequence[Event]], month: str) -> Iterator[str]:
    """The events of a month in words."""
    for day in sorted(day for day in events if day.startswith(month)):
        for event in events[day]:
            link = site.links.to(page, entity_page(event.key)).removesuffix("index.md")
            name = f'<a href="{html_text(link)}">{html_text(event.name)}</a>'
            yield f'<p class="r-noted"><span class="r-sign">{EVENT_SIGN}</span> {int(day[8:])}: {name}</p>'


def _without_day(site: Site, records: Sequence[Record]) -> Iterator[str]:
    """How many documents of the year have a month alone, and how many not even that."""
    months: dict[str, int] = defaultdict(int)
    wider = 0
    for record in records:
        month = month_of(record)
        if month and not day_of(record):
            months[month] += 1
        wider += not month
    for month, count in sorted(months.items()):
        words = n_("{n} document of {month} has no day.", "{n} documents of {month} have no day.", count)
        yield words.format(n=count, month=month_name(int(month[5:]), site.notes.language))
    if wider:
        yield n_("{n} has no month that is sure.", "{n} have no month that is sure.", wider).format(n=wider)
