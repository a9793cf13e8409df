"""The calendar of a year: its months with the days of documents and events, and what has no day, in words."""

from __future__ import annotations

import calendar as of_weeks
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day

from babel.dates import format_date

from generator.address import document_page, entity_page
from generator.authority import Event
from generator.model import Record
from generator.render.by_date import anchor_of_day, page_of_day
from generator.render.dates import locale_of
from generator.render.days import day_and_month, day_of, events_by_day, month_name, month_of
from generator.render.escape import html_text
from generator.render.site import Site
from generator.render.words import _, n_
from generator.text import clip

EVENT_SIGN = "▲"
"""Another than those that say how sure something is."""


@dataclass(frozen=True, slots=True)
class _Year:
    """What the calendar of a year shows."""

    site: Site
    page: str
    year: str
    days: Mapping[str, Sequence[Record]]
    """The documents of each day (ISO) that has any."""
    events: Mapping[str, Sequence[Event]]

    @property
    def language(self) -> str:
        """In which the names of months are."""
        return self.site.notes.language


def calendar(site: Site, page: str, year: str) -> str:
    """The calendar of a year, such as `2021`, as HTML; empty for what is no year, or has no day to show.

    A day leads to its document, or to the list by date where it has several.
    """
    records, days = _records(site, year), defaultdict(list)
    for record in records:
        if (day := day_of(record)) and day[:4] == year:
            days[day].append(record)
    events = {day: several for day, several in events_by_day(site).items() if day[:4] == year}
    if not year.isdigit() or not (days or events):
        return ""
    shown = _Year(site, page, year, days, events)
    label = html_text(_("Calendar of {year}").format(year=year))
    months = [_month(shown, month) for month in range(1, 13)]
    words = html_text(" ".join(_without_day(site, records)))
    undated = [f'<p class="r-undated">{words}</p>'] if words else []
    return "\n".join([f'<div class="r-calendar" role="group" aria-label="{label}">', *months, "</div>", *undated])


def _records(site: Site, year: str) -> Sequence[Record]:
    heading = site.indexes.entities.get(f"years/{year}")
    return [site.by_id[one.document] for one in heading.documents] if heading else []


def _month(shown: _Year, number: int) -> str:
    month, first = f"{shown.year}-{number:02}", locale_of(shown.language).first_week_day
    heads = "".join(_weekday((first + n) % 7, shown.language) for n in range(7))
    weeks = of_weeks.Calendar(first).monthdayscalendar(int(shown.year), number)
    rows = "".join(f"<tr>{''.join(_cell(shown, f'{month}-{n:02}' if n else '') for n in week)}</tr>" for week in weeks)
    name = html_text(month_name(number, shown.language))
    head = f"<caption>{name}</caption><thead><tr>{heads}</tr></thead>"
    noted = "".join(_noted(shown, month))
    return f'<div class="r-of-month"><table class="r-month">{head}<tbody>{rows}</tbody></table>{noted}</div>'


def _weekday(weekday: int, language: str) -> str:
    day = Day(2001, 1, 1 + weekday)  # a Monday
    full, short = (format_date(day, width, locale=language) for width in ("cccc", "ccccc"))
    return f'<th scope="col"><abbr title="{html_text(full)}">{html_text(short)}</abbr></th>'


def _cell(shown: _Year, day: str) -> str:
    """A day: a link where it has documents; a sign where it has an event, which stands in words below the month."""
    if not day:
        return "<td></td>"
    number, records = str(int(day[8:])), shown.days.get(day, ())
    sign = f'<span class="r-sign" title="{html_text(_("Event"))}">{EVENT_SIGN}</span>' if day in shown.events else ""
    if not records:
        return f"<td>{number}{sign}</td>"
    link = f'<a class="r-day" href="{html_text(_way(shown, day))}" title="{html_text(_title(shown, day))}">{number}'
    many = f'<small><span class="r-unsaid">: </span>{len(records)}</small>'
    return f'<td class="r-of-{min(len(records), 4)}">{link}{many}</a>{sign}</td>'


def _way(shown: _Year, day: str) -> str:
    """Where the documents of a day stand: the one itself, several in the list by date."""
    first, *others = shown.days[day]
    listed = page_of_day(shown.site, day) if others else None
    target, anchor = (listed, anchor_of_day(day)) if listed else (document_page(first.document.id), None)
    return shown.site.links.href(shown.page, target, anchor)


def _title(shown: _Year, day: str) -> str:
    first, *others = shown.days[day]
    count = len(others) + 1
    many = n_("{n} document", "{n} documents", count).format(n=count)
    return f"{day_and_month(day, shown.language)}: {many if others else clip(shown.site.title(first), 100)}"


def _noted(shown: _Year, month: str) -> Iterator[str]:
    """The events of a month in words."""
    for day in sorted(day for day in shown.events if day.startswith(month)):
        for event in shown.events[day]:
            link = shown.site.links.href(shown.page, entity_page(event.key))
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
