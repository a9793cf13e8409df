"""The date that a document bears, and when this copy came out.

`RULES` read a printed date; `complete` gives a printed day its year from the event that the text speaks of;
`between` bounds the date of a text that prints none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator import edtf
from generator.authority import Event
from generator.describe import format
from generator.describe.claims import Claim, inferred, stated
from generator.describe.reading import Reading, first_of, sentence_at
from generator.model import DateSpan, Evidence, Place

_STAMP = re.compile(r"\s*(?:date[:\s]+)?(?P<day>\d{4}-\d\d-\d\d)(?!\d)", re.IGNORECASE)
_FILE_DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
_TOLD = re.compile(
    r"\b(?:met|held|was|were|took|visited|opened|arrived|said|signed|gave|had|came|went|began|\w{3,}ed)\b",
    re.IGNORECASE,
)
_NEAR = 60
_ON = re.compile(r"\b(?:on|since|yesterday,?)\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
"""What puts an act on a day; in `the election of 9 June` the day belongs to the noun, and may be still to come."""

_TO_COME = re.compile(
    r"\b(?:upcoming|forthcoming|coming|will (?:be held|take place)|to (?:be held|take place)|to be conducted|scheduled"
    r"|предстоящ\w+|состоятся|алдағы|боло турган|yaklaşan)\b",
    re.IGNORECASE,
)


def claim(reading: Reading) -> Claim | None:
    """The date that the document bears, completed from the event where the year is not printed."""
    return complete(reading, printed(reading)) or between(reading)


def printed(reading: Reading) -> Claim | None:
    """The date as it is printed."""
    return first_of(claim for rule in RULES if (claim := rule(reading)) and not _after_capture(reading, claim))


def _after_capture(reading: Reading, found: Claim) -> bool:
    """Whether a date lies behind the day on which the copy was saved: then it is none of this document's."""
    captured, days = edtf.span(str(reading.source.curated.get("captured") or "")), edtf.span(found.value)
    return bool(captured and captured[1] and days and days[0] and days[0] > captured[1])


def published(reading: Reading) -> Claim | None:
    """When this copy came out: a stamp, or a bare date in the head beside the date of a dateline."""
    found = stamp(reading)
    if not found and dateline(reading):
        found = bare_line(reading)
    return found if found and edtf.is_day(found.value) else None


def dateline(reading: Reading) -> Claim | None:
    """The date of a dateline that names a place or an agency too."""
    for line in reading.datelines:
        if line.date and (line.place or line.unlisted or line.agency):
            return stated(line.date.edtf, "dateline", line.at)
    return None


def stamp(reading: Reading) -> Claim | None:
    """A day in ISO form at the beginning of the first line."""
    if not reading.head:
        return None
    line = reading.head[0]
    match = _STAMP.match(line.quote)
    found = [d for d in reading.dates_in(line.paragraph) if match and d.edtf == match["day"]]
    return stated(found[0].edtf, "stamp", found[0].at) if found else None


def bare_line(reading: Reading) -> Claim | None:
    """A line of the head that is a date and nothing else."""
    for line in reading.datelines:
        if line.date and line.whole and not (line.place or line.unlisted or line.agency):
            return stated(line.date.edtf, "date-line", line.date.at)
    return None


def labelled(reading: Reading) -> Claim | None:
    """The day of a mail-like head: `Date: Tue, 21 Aug 2012 10:00`."""
    found = reading.labelled.get("date")
    days = [d for d in reading.dates_in(found.paragraph) if found.start <= d.at.start < found.end] if found else []
    return stated(days[0].edtf, "date-label", days[0].at) if days else None


def release_line(reading: Reading) -> Claim | None:
    """The day of a line of release: `FOR PRESS 14 SEPTEMBER 1976`."""
    found = reading.release_line
    return stated(found[1].edtf, "release-line", found[0]) if found else None


def foot(reading: Reading) -> Claim | None:
    """A day that stands by itself, or with a place, at the foot of the text."""
    return _bare_day(reading, reading.foot, "foot")


def head_day(reading: Reading) -> Claim | None:
    """A day that stands, with a word or two, on a line of the head."""
    return _bare_day(reading, reading.head, "head-line")


def _bare_day(reading: Reading, lines: Iterable[Place], basis: str) -> Claim | None:
    found = ((reading.bare_date(line), line) for line in lines)
    return next((stated(day.edtf, basis, line) for day, line in found if day), None)


def file_name(reading: Reading) -> Claim | None:
    """A whole day in the name of the file."""
    match = _FILE_DAY.search(reading.source.id.rpartition("/")[2])
    return inferred(match[1], "file-name", None) if match and edtf.valid(match[1]) else None


RULES = (labelled, dateline, stamp, bare_line, release_line, head_day, foot, format.day, file_name)


def complete(reading: Reading, found: Claim | None) -> Claim | None:
    """A printed day without a year gets the year in which it lies nearest to the event; else it stays open."""
    if not found or not found.value.startswith("XXXX"):
        return found
    day = _event_day(reading)
    year_of = day and nearest_year(found.value, day)
    if not year_of:
        return found
    evidence = Evidence("event-year", "inferred", found.evidence.quote, found.evidence.paragraph)
    return Claim(year_of, evidence)


def between(reading: Reading) -> Claim | None:
    """`[A..B]` for a text that bears no date: A the latest day it tells of as past, B the vote still to come."""
    vote = _event_day(reading)
    if not vote:
        return None  # days told in a text of no event (an editor's note, say) do not bound when it was written
    ahead = vote if any(_TO_COME.search(block.text) for block in reading.source.blocks) else None
    past = [told for told in _told_days(reading, vote) if not ahead or told[0] <= ahead]
    if not past and not ahead:
        return None
    day, span = max(past, key=lambda told: told[0], default=(None, None))
    told = span.at if span else _event_place(reading)
    return inferred(f"[{day or ''}..{ahead or ''}]", "told-days", told)


def _event_place(reading: Reading) -> Place | None:
    """The words that show the event, which alone bounds the date where no day is told."""
    claim = reading.claims.get("events")
    if not claim or not claim.evidence.quote or not claim.evidence.paragraph:
        return None
    return Place(claim.evidence.paragraph, 0, 0, claim.evidence.quote)


def _told_days(reading: Reading, vote: str | None) -> Iterator[tuple[str, DateSpan]]:
    """The days that the text tells of as past, with the year that the event gives them."""
    for span in reading.findings.dates:
        day = nearest_year(span.edtf, vote) if span.edtf.startswith("XXXX") and vote else span.edtf
        if day and edtf.is_day(day):
            text = reading.block(span.at.paragraph).text
            start, end = sentence_at(text, span.at.start, span.at.end)
            before = text[start : span.at.start]
            if _ON.search(before) and _TOLD.search(text[start:end]) and not _TO_COME.search(before[-_NEAR:]):
                yield day, span


def _event_day(reading: Reading) -> str | None:
    """The first day of the one event that the document is about."""
    events = reading.value("events") or ()
    if len(events) != 1:
        return None
    event = reading.authority.get(f"events/{events[0]}")
    days = edtf.span(event.date) if isinstance(event, Event) and event.date else None
    return days[0] if days else None


def nearest_year(day: str, event_day: str) -> str | None:
    """`XXXX-05-15` with the year that puts it nearest to the event."""
    around = int(event_day[:4])
    dates = [day.replace("XXXX", f"{year:04}") for year in (around - 1, around, around + 1)]
    fit = [date for date in dates if edtf.is_day(date) and edtf.span(date)]
    return min(fit, key=lambda date: abs(edtf.days_between(event_day, date)), default=None)
