"""The days that documents and events are dated, as calendars count them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from generator import edtf
from generator.address import entity_page
from generator.authority import Event
from generator.model import Record, is_inferred
from generator.render.site import Site

_LONGEST = 31
"""An event of more days is marked at its first and last alone."""


def day_of(record: Record) -> str | None:
    """The one day (ISO) that a document's date allows; None where it allows several or none."""
    first, last = record.document.span or (None, None)
    return first if first == last else None


def is_sure_day(record: Record) -> bool:
    """Whether it is known that a document is of the day that its date says: neither inferred nor uncertain."""
    return edtf.is_day(record.document.date) and not is_inferred(record.document)


def month_of(record: Record) -> str | None:
    """The one month, `2021-05`, in which a document's date lies."""
    first, last = record.document.span or (None, None)
    return first[:7] if first and last and first[:7] == last[:7] else None


def days_of_event(event: Event) -> list[str]:
    """The days (ISO) of an event, as far as they are known to the day."""
    date = event.date or ""
    if date.startswith("["):  # on one of them, nobody knows which
        return []
    members = [part for part in re.split(r"\.\.|[,/]", date.strip("[]{}")) if edtf.is_day(part)]
    if "/" in date and len(members) == 2 and 0 < edtf.days_between(*members) < _LONGEST:
        first = Day.fromisoformat(members[0])
        return [(first + timedelta(n)).isoformat() for n in range(edtf.days_between(*members) + 1)]
    return members


@lru_cache(maxsize=1)
def events_by_day(site: Site) -> dict[str, list[Event]]:
    """The events that have a page, on each of their days."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in paged_events(site):
        for day in days_of_event(event):
            found[day].append(event)
    return found


def paged_events(site: Site) -> Iterator[Event]:
    """The events that have a page, in order of time."""
    for key in site.indexes.folders["events"]:
        entry = site.authority.get(key)
        if isinstance(entry, Event) and site.links.has(entity_page(key)):
            yield entry


def month_name(month: int, language: str, width: str = "LLLL") -> str:
    """The name of a month by itself; `LLLLL` for its first letter."""
    return str(format_date(Day(2001, month, 1), width, locale=language))


def day_and_month(day: str, language: str) -> str:
    """A day (ISO) as the language writes it without its year: `19 January`."""
    if language == "en":
        return f"{int(day[8:])} {month_name(int(day[5:7]), language)}"  # as all dates of the pages, day first
    return str(format_skeleton("MMMMd", Day.fromisoformat(day), locale=language))
