"""The calendar of a year: its months with the days of documents and events, and what has no day, in words."""

from __future__ import annotations

import calendar as of_weeks
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day

from babel.dates import format_date

from generator import edtf
from generator.address import document_page, entity_page
from generator.authority import Event
from generator.model import Record, is_inferred
from generator.render.by_date import anchor_of_day, page_of_day
from generator.render.dates import locale_of, qualified
from generator.render.days import day_and_month, day_of, events_by_day, month_name, month_of
from generator.render.escape import html_text
from generator.render.site import Site
from generator.render.words import _, n_
from generator.text import clip

EVENT_SIGN = "▲"
"""Another than those that say how sure something is."""


_INFERRED = "◇"


@dataclass(frozen=True, slots=True)
class _Day:
    """The documents of a day, by how sure it is that they are of that day."""

    sure: list[Record] = field(default_factory=list)
    inferred: list[Record] = field(default_factory=list)
    about: list[Record] = field(default_factory=list)
    """Those whose date is uncertain, which stand in words below the month."""

    def add(self, record: Record) -> None:
        """Put a document where it belongs."""
        list_of = (
            self.about
            if edtf.is_uncertain(record.document.date)
            else self.inferred
            if is_inferred(record.document)
            else self.sure
        )
        list_of.append(record)


@dataclass(frozen=True, slots=True)
class _Year:
    """What the calendar of a year shows."""

    site: Site
    page: str
    year: str
    days: Mapping[str, _Day]
    """Each day (ISO) that has documents."""
    events: Mapping[str, Sequence[Event]]

    @property
    def language(self) -> str:
        """In which the names of months are."""
        return self.site.notes.language


def calendar(site: Site, page: str, year: str) -> str:
    """The calendar of a year, such as `2021`, as HTML; empty for what is no year, or has no day to show.

    A day leads to its document, or to the list by date where it has several.
    """
    records, days = _records(site, year), defaultdict[str, _Day](_Day)
    for record in records:
        if (day := day_of(record)) and day[:4] == year:
            days[day].add(record)
    events = {day: several for day, several in events_by_day(site).items() if day[:4] == year}
    if not year.isdigit() or not (days or events):
        return ""
    shown = _Year(site, page, year, days, events)
    label = html_text(_("Calendar of {year}").format(year=year))
    months = [_month(shown, month) for month in range(1, 13)]
    words = html_text(" ".join(_without_day(site, records)))
    undated = [f'<p class="r-undated">{words}</p>'] if words else []
    key = [_key()] if any(day.inferred for day in days.values()) else []
    return "\n".join([f'<div class="r-calendar" role="group" aria-label="{label}">', *months, "</div>", *key, *undated])


def _key() -> str:
    return f'<p class="r-noted r-inferred"><span class="r-sign">{_INFERRED}</span> {html_text(_("inferred"))}</p>'


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
    number, here = str(int(day[8:])), shown.days.get(day, _Day())
    sign = _sign(EVENT_SIGN, _("Event")) if day in shown.events else ""
    if not here.sure:
        return f"<td>{number}{sign}{_guessed(shown, day, here.inferred)}</td>"
    if here.inferred:
        sign += _sign(_INFERRED, f"{_('inferred')}: {_many(len(here.inferred))}", " r-inferred")
    link = f'<a class="r-day" {_way(shown, day, [*here.sure, *here.inferred], here.sure)}>{number}'
    many = f'<small><span class="r-unsaid">: </span>{len(here.sure)}</small>'
    return f'<td class="r-of-{min(len(here.sure), 4)}">{link}{many}</a>{sign}</td>'


def _sign(sign: str, words: str, more: str = "") -> str:
    return f'<span class="r-sign{more}" title="{html_text(words)}">{sign}</span>'


def _guessed(shown: _Year, day: str, records: Sequence[Record]) -> str:
    """The link of a day that has inferred documents alone, which goes where the reader wants none."""
    if not records:
        return ""
    said = f'<span class="r-unsaid">{int(day[8:])}, {html_text(_("inferred"))}: </span><small>{len(records)}</small>'
    link = f'<a class="r-day" {_way(shown, day, records, records)}>{said}{_sign(_INFERRED, _("inferred"))}</a>'
    return f'<span class="r-inferred">{link}</span>'


def _way(shown: _Year, day: str, all_of_day: Sequence[Record], told: Sequence[Record]) -> str:
    """Where the documents of a day stand, and what they are: the one itself, several in the list by date."""
    first, *others = all_of_day
    listed = page_of_day(shown.site, day) if others else None
    target, anchor = (listed, anchor_of_day(day)) if listed else (document_page(first.document.id), None)
    words = f"{day_and_month(day, shown.language)}: {_what(shown, told, 100)}"
    return f'href="{html_text(shown.site.links.href(shown.page, target, anchor))}" title="{html_text(words)}"'


def _what(shown: _Year, records: Sequence[Record], longest: int) -> str:
    return _many(len(records)) if len(records) > 1 else clip(shown.site.title(records[0]), longest)


def _many(count: int) -> str:
    return n_("{n} document", "{n} documents", count).format(n=count)


def _noted(shown: _Year, month: str) -> Iterator[str]:
    """The events of a month in words, and the documents whose day is uncertain."""
    for day in sorted(day for day in shown.events if day.startswith(month)):
        for event in shown.events[day]:
            link = shown.site.links.href(shown.page, entity_page(event.key))
            name = f'<a href="{html_text(link)}">{html_text(event.name)}</a>'
            yield f'<p class="r-noted"><span class="r-sign">{EVENT_SIGN}</span> {int(day[8:])}: {name}</p>'

    for day in sorted(day for day in shown.days if day.startswith(month)):
        for record in shown.days[day].about:
            yield _about(shown, day, record)


def _about(shown: _Year, day: str, record: Record) -> str:
    said = html_text(qualified((record.document.date or "")[-1]).format(date=int(day[8:])))
    link = shown.site.links.href(shown.page, document_page(record.document.id))
    name = f'<a href="{html_text(link)}">{html_text(clip(shown.site.title(record), 100))}</a>'
    unsure = " r-inferred" if is_inferred(record.document) else ""
    return f'<p class="r-noted{unsure}">{said}: {name}</p>'


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
