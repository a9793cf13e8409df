"""The date that a document bears, and when this copy came out.

`RULES` read a printed date, a whole one before one without a year; `YEARS` give a printed day its year; `between`
bounds the date of a text that prints none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator import edtf
from generator.authority import Event
from generator.describe import format
from generator.describe.claims import Claim, first_of, inferred, stated
from generator.describe.dateline import Dateline
from generator.describe.lines import is_others_day, order_of, sentence_at, without_time
from generator.describe.reading import Reading
from generator.edtf import is_day
from generator.model import DateSpan, Evidence, Place

_STAMP = re.compile(r"\s*(?:date[:\s]+)?(?P<day>\d{4}-\d\d-\d\d)(?!\d)", re.IGNORECASE)
_FILE_DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
_TOLD = re.compile(
    r"\b(?:met|held|was|were|took|visited|opened|arrived|said|signed|gave|had|came|went|began|\w{3,}ed)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})/\s?(\d{1,2})/\s?\d{4}(?!\d)")
_NEAR = 60
_SOON = 60
_STAMPED = 10
"""Days within which a day without a year belongs to a whole one."""
_EMBARGO = re.compile(r"embargo|not (?:for|to be)", re.IGNORECASE)
_MARKS = re.compile(r"\[\^?\w{1,3}\]")
_WORD = re.compile(r"[^\W\d_]{2,}|\d")
_REST_OF_LINE = 300
"""Code points behind a day that are looked at for what else its line says."""
_OF = re.compile(
    r"\b(?:of|on|in|for|to|from|until|since|before|after|and|between|held|от|на|до|с|со|по|после|перед)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GIVEN_OUT = re.compile(
    r"\b(?:released|issued|made|published|gave|delivered)\b[^.!?]{0,30}\b(?:statement|release|address|speech|message|text"
    r"|declaration|communiqu\w+)\b[^.!?]{0,40}\bon\s+(?:\w+day,?\s+)?",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|since|yesterday,?)\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
"""What puts an act on a day; in `the election of 9 June` the day belongs to the noun, and may be still to come."""

_TO_COME = re.compile(
    r"\b(?:upcoming|forthcoming|coming|will (?:be held|take place)|to (?:be held|take place)|to be conducted|scheduled"
    r"|предстоящ\w+|состоятся|алдағы|боло турган|yaklaşan)\b",
    re.IGNORECASE,
)


def claim(reading: Reading) -> Claim | None:
    """The date that the document bears, with a year by the evidence of `YEARS` where none is printed."""
    found = complete(reading, printed(reading))
    return (_in_doubt(found, reading) if found else None) or between(reading)


def _in_doubt(found: Claim, reading: Reading) -> Claim:
    """A day in figures that may be read the other way, `05/07/2004`, is inferred from the archive's order."""
    figures = _FIGURES.search(found.evidence.quote or "")
    if not figures or found.evidence.certainty != "stated" or not is_day(found.value):
        return found
    first, second = int(figures[1]), int(figures[2])
    if first == second or max(first, second) > 12:
        return found
    return replace(found, evidence=replace(found.evidence, certainty="inferred"))


def printed(reading: Reading) -> Claim | None:
    """The date as it is printed, by the first rule that reads a whole one, else by the first that reads any."""
    if reading.undated:
        return None
    found = [claim for rule in RULES if (claim := rule(reading)) and not _after_capture(reading, claim)]
    return first_of(claim for claim in found if not claim.value.startswith("XXXX")) or first_of(found)


def _after_capture(reading: Reading, found: Claim) -> bool:
    """Whether a date lies behind the day on which the copy was saved: then it is none of this document's."""
    captured, days = edtf.span(reading.value("captured") or ""), edtf.span(found.value)
    return bool(captured and captured[1] and days and days[0] and days[0] > captured[1])


def published(reading: Reading) -> Claim | None:
    """When this copy came out: a stamp, or a bare date in the head beside the date of a dateline."""
    found = stamp(reading)
    own = dateline(reading)
    if not found and own:
        bare = (d.date for d in reading.datelines if d.date and d.whole and not d.says_where)
        found = next((stated(day.edtf, "date-line", day.at) for day in bare if is_day(day.edtf)), None)
    return found if found and is_day(found.value) else None


def dateline(reading: Reading) -> Claim | None:
    """The date of a dateline that names a place or an agency that is known, or an agency in its brackets."""
    found = (line for line in reading.datelines if line.date and line.is_sure)
    return next((stated(line.date.edtf, "dateline", line.at) for line in found if line.date), None)


def stamp(reading: Reading) -> Claim | None:
    """A day in ISO form at the beginning of the first line."""
    if not reading.head:
        return None
    line = reading.head[0]
    match = _STAMP.match(line.quote)
    found = [d for d in reading.dates_in(line.paragraph) if match and d.edtf == match["day"]]
    return stated(found[0].edtf, "stamp", found[0].at) if found else None


def bare_line(reading: Reading) -> Claim | None:
    """A line of the head that is a date and nothing else, or a place that no authority file has, with its day.

    A run of days counts only where no line is one day.
    """
    bare = [line for line in reading.datelines if line.date and (line.says_where or line.whole)]
    bare = [line for line in bare if not _is_of_what_stands_above(reading, line)] or bare
    line = next((line for line in bare if line.date and is_day(line.date.edtf)), bare[0] if bare else None)
    if not line or not line.date:
        return None
    at, basis = (line.at, "dateline") if line.says_where else (line.date.at, "date-line")
    return stated(line.date.edtf, basis, at)


def labelled(reading: Reading) -> Claim | None:
    """The day of a mail-like head: `Date: Tue, 21 Aug 2012 10:00`."""
    found = reading.labelled.get("date")
    days = [d for d in reading.dates_in(found.paragraph) if found.start <= d.at.start < found.end] if found else []
    return stated(days[0].edtf, "date-label", days[0].at) if days else None


def release_line(reading: Reading) -> Claim | None:
    """The day of a line of release: `FOR PRESS 14 SEPTEMBER 1976`."""
    found = reading.release_line
    if not found or (_EMBARGO.search(found[0].quote) and any(d.date and d.says_where for d in reading.datelines)):
        return None  # the day until which it was kept back is not that of its dateline
    return stated(found[1].edtf, "release-line", found[0])


def foot(reading: Reading) -> Claim | None:
    """A day that stands by itself, or with a place, at the foot of the text."""
    return _bare_day(reading, reading.foot, "foot")


def head_day(reading: Reading) -> Claim | None:
    """A day that stands, with a word or two, on a line of the head."""
    return _bare_day(reading, reading.head, "head-line")


def title_day(reading: Reading) -> Claim | None:
    """The day in which the title ends: `Memorandum of a Conversation, Port Lumen, 28 May 1956, 5 p.m.`.

    In `the election of 9 June` it is that of what the title speaks of; so is the day of the document's own event.
    """
    title = reading.claims.get("title")
    if not title or not title.evidence.paragraph or title.evidence.certainty != "stated":
        return None
    block = reading.block(title.evidence.paragraph)
    start = block.text.find(title.evidence.quote or "")
    end = start + len(title.evidence.quote or "")
    for day in reading.dates_in(block.number):
        if not start <= day.at.start < end:
            continue
        behind = _MARKS.sub("", block.text[day.at.end : day.at.end + _REST_OF_LINE].split("\n")[0])
        if _WORD.search(without_time(behind)):
            continue
        before = block.text[start : day.at.start]
        others = _OF.search(before) or is_others_day(before, "") or _is_subject(reading, day)
        if not others and day.edtf != _event_day(reading):
            return stated(day.edtf, "title-day", day.at)
    return None


def _is_subject(reading: Reading, day: DateSpan) -> bool:
    """Whether a topic or an event is named right before a day: then it is the day of that."""
    spans = (s for s in reading.names_in(day.at.paragraph) if s.candidates[0].startswith(("topics/", "events/")))
    text = reading.block(day.at.paragraph).text
    return any(s.at.end <= day.at.start and not _WORD.search(text[s.at.end : day.at.start]) for s in spans)


def _is_of_what_stands_above(reading: Reading, line: Dateline) -> bool:
    """Whether a day alone on its line is that of the vote which the line above names: `ELECTIONS / 5 May 2016`."""
    if line.says_where:
        return False
    above = [other for other in reading.head if order_of(other) < (line.at.paragraph, line.at.start)]
    if not above or above[-1].paragraph != line.at.paragraph:
        return False
    named = (s for s in reading.names_in(above[-1].paragraph) if above[-1].start <= s.at.start < above[-1].end)
    return is_others_day(above[-1].quote, "") or any(s.candidates[0].startswith(("topics/", "events/")) for s in named)


def released(reading: Reading) -> Claim | None:
    """The day on which the opening says that the text was given out: `… released the following statement on 1 May`."""
    for block in reading.source.blocks[: (reading.head[-1].paragraph if reading.head else 0) + 1]:
        for match in _GIVEN_OUT.finditer(block.text):
            day = next((d for d in reading.dates_in(block.number) if d.at.start == match.end()), None)
            if day:
                return stated(day.edtf, "given-out", day.at)
    return None


def _bare_day(reading: Reading, lines: Iterable[Place], basis: str) -> Claim | None:
    found = ((reading.bare_date(line), line) for line in lines)
    return next((stated(day.edtf, basis, line) for day, line in found if day), None)


def file_name(reading: Reading) -> Claim | None:
    """A whole day in the name of the file."""
    match = _FILE_DAY.search(reading.source.id.rpartition("/")[2])
    return inferred(match[1], "file-name", None) if match and edtf.valid(match[1]) else None


RULES = (
    *(labelled, dateline, release_line, stamp, bare_line, head_day, foot, title_day, released),
    *(format.day, file_name),
)


def complete(reading: Reading, found: Claim | None) -> Claim | None:
    """A printed day without a year gets one by the first rule of `YEARS` that has one; else it stays open."""
    if not found or not found.value.startswith("XXXX"):
        return found
    for basis, rule in YEARS.items():
        day = rule(reading, found.value)
        if day and not _after_capture(reading, Claim(day, found.evidence)):
            return Claim(day, Evidence(basis, "inferred", found.evidence.quote, found.evidence.paragraph))
    return found


def _printed_again(reading: Reading, day: str) -> str | None:
    """The same day, printed elsewhere in the text with its year."""
    whole = {d.edtf for d in reading.findings.dates if is_day(d.edtf) and d.edtf[4:] == day[4:]}
    return whole.pop() if len(whole) == 1 else None


def _by_event(reading: Reading, day: str) -> str | None:
    """In the year in which the day lies nearest to the event."""
    event = _event_day(reading)
    return nearest_year(day, event) if event else None


def _by_issue(reading: Reading, day: str) -> str | None:
    """The last such day before the copy came out or was saved, where that is soon behind it."""
    said = (reading.source.curated.get("published") or reading.source.said.get("published"), reading.value("captured"))
    name = _FILE_DAY.search(reading.source.id.rpartition("/")[2])
    for issued in (*said, name and name[1]):
        near = nearest_year(day, issued) if issued and is_day(issued) else None
        if near and 0 <= edtf.days_between(near, str(issued)) <= _SOON:
            return near
    return None


def _by_head(reading: Reading, day: str) -> str | None:
    """In the year of a whole day in the head, a stamp, that is at most ten days later."""
    lines = {line.paragraph for line in reading.head}
    stamps = [d.edtf for number in lines for d in reading.dates_in(number) if is_day(d.edtf)]
    near = {made for s in stamps if (made := nearest_year(day, s)) and 0 <= edtf.days_between(made, s) <= _STAMPED}
    return near.pop() if len(near) == 1 else None


def _by_days_nearby(reading: Reading, day: str) -> str | None:
    """In the one year in which whole days that the text prints lie close to it."""
    whole = [d.edtf for d in reading.findings.dates if is_day(d.edtf)]
    near = {near for told in whole if (near := nearest_year(day, told)) and abs(edtf.days_between(near, told)) <= _SOON}
    return near.pop() if len(near) == 1 else None


def _by_collection(reading: Reading, day: str) -> str | None:
    """In the one year in which the day lies within the dates of the document's collection."""
    collection = reading.authority.get(f"collections/{reading.source.curated.get('collection')}")
    days = edtf.span(getattr(collection, "dates", None) or "")
    if not days or not days[0] or not days[1]:
        return None
    fit = [made for year in edtf.years(days) if days[0] <= (made := day.replace("XXXX", f"{year:04}")) <= days[1]]
    return fit[0] if len(fit) == 1 and edtf.valid(fit[0]) else None


YEARS: Mapping[str, Callable[[Reading, str], str | None]] = {
    "day-again": _printed_again,
    "issue-year": _by_issue,
    "head-year": _by_head,
    "event-year": _by_event,
    "days-nearby": _by_days_nearby,
    "collection-year": _by_collection,
}
"""What gives a printed day its year, in order, by the basis of its evidence."""


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
        if day and is_day(day):
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
    fit = [date for date in dates if is_day(date) and edtf.span(date)]
    return min(fit, key=lambda date: abs(edtf.days_between(event_day, date)), default=None)
