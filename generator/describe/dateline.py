"""Datelines: a line, or the beginning of one, that says where, when and by which agency, and no more.

`Kabar (19 January 2021)`, `VIENNA. KAZINFORM -`, `PORT LUMEN, June 9 (Harbour Wire) -`, `Washington, undated.`
A place or an agency that no authority file has is taken where the form of the line leaves no doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.describe.lines import (
    NOTE_MARK,
    TIME,
    UNDATED,
    WEEKDAY,
    WORDS,
    is_others_day,
    is_prose,
    is_release,
    is_rubric,
    place_of,
    without_time,
)
from generator.model import DateSpan, NameSpan, Place
from generator.text import in_capitals, squeeze

if TYPE_CHECKING:
    from generator.describe.reading import Reading

_SEPARATORS = re.compile(r"[\s,.;:()\[\]/|_–—-]*")
_DASH = re.compile(r"[_–—-]")
_UNLISTED_PLACE = re.compile(
    r"[\[(]?(?P<place>[^\W\d_](?:[^\W\d_]|['’ -]|(?<=\bSt)\.){2,30}(?:, (?:[^\W\d_]|[.'’ -]){2,20})?)"
    r"(?=\s*[,\]][,\]\s]*(?:(?:le|den|am|el|a)\s+)?$)"
)
_ONE_WORD = re.compile(r"(?P<place>[^\W\d_a-z](?:[^\W\d_]|['’-]){2,20})(?:\s+|\.\s+(?=.*\())")
_NO_PLACE = re.compile(
    r"(?:mr|mrs|ms|dr|sir|dame|lord|lady|prof|hon|s\.?s|the)\b|.*\b(?:of|for|on|in|by|and|times|post|news|gazette|minister"
    r"|president|secretary)\b|(?:died|born|received|signed|adopted|dated|filed|posted|published|updated|sent|approved|done"
    r"|issued|released|revised|draft|final|volume|vol|page|chapter|session|meeting|edition|version|part|week|day)\b",
    re.IGNORECASE,
)
"""Words that no place has: titles, papers, and what was done on a day."""
_OFFICE_BEFORE = re.compile(
    r"[^,]*\b(?:ministry|department|office|university|institute|embassy|bureau|agency)\b[^,]*,\s*", re.IGNORECASE
)
_PLACE_WORDS = 6
_TOWN = re.compile(
    r"(?P<place>[^\W\d_](?:[^\W\d_]|[ '’-]){1,30}?)\s*(?=\((?P<agency>[^\W\d_][\w .&-]{1,24})\)\s*[–—-])"
)
"""`PORT LUMEN (HW) -` at the head of a text: the agency in brackets and the dash leave no doubt."""
_TOWN_WORD = re.compile(r"(?:le|den|am|el)\s(?=\d)|(?:г|гор|қ|ш)\.(?=\s*[\w,])|город\s|қаласы\b|шаары\b", re.IGNORECASE)
"""The words for a town before or behind its name: `г. Лумен`, `Лумен ш.`"""
_AGENCY = re.compile(r"\((?P<round>[^\W\d_][\w .&-]{1,30})\)(?=\s*[–—:._-])|/(?P<slashed>[^\W\d_][\w .&-]{1,30})/")
_SITE = re.compile(r"(?P<site>[^\W\d_][\w-]{1,20}\.(?:com|org|net|info|[a-z]{2}))\s+(?=[–—-]\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says."""

    place: NameSpan | None
    unlisted: Place | None
    """A place name that no authority file has."""
    agency: NameSpan | None
    unlisted_agency: Place | None
    """The name of an agency that no authority file has."""
    date: DateSpan | None
    at: Place
    whole: bool
    """Whether it is the whole line."""
    undated: bool = False
    """Whether it says that the text bears no date."""

    @property
    def says_where(self) -> bool:
        """Whether it names a place or an agency beside the day."""
        return bool(self.place or self.unlisted or self.agency or self.unlisted_agency)

    @property
    def is_sure(self) -> bool:
        """Whether a place or a body that the authority files know, or an agency's brackets, make it one."""
        return bool(self.place or self.agency or self.unlisted_agency or self.undated)


def dateline_at(reading: Reading, line: Place) -> Dateline | None:
    """The dateline that a line of the head is, or begins with: a walk over places, bodies, dates and times."""
    walk = _Walk(reading, line)
    walk.go()
    said = Place(line.paragraph, line.start, walk.at, squeeze(walk.text[line.start : walk.at]))
    whole = walk.at >= line.end
    found = Dateline(walk.place, walk.unlisted, walk.agency, walk.unlisted_agency, walk.date, said, whole, walk.undated)
    return found if _says_enough(reading, line, found) else None


class _Walk:
    """One walk along a line; it stops at the first word that no dateline has."""

    def __init__(self, reading: Reading, line: Place) -> None:
        self.reading, self.line = reading, line
        self.text = reading.block(line.paragraph).text
        self.place: NameSpan | None = None
        self.agency: NameSpan | None = None
        self.unlisted_agency: Place | None = None
        self.date: DateSpan | None = None
        self.undated = False
        self.unlisted = _unlisted_place(reading, line)
        self.at = self.unlisted.end if self.unlisted else line.start

    def go(self) -> None:
        """Walk as far as the dateline goes."""
        site = _SITE.match(self.text, self.at, self.line.end)
        if site and not name_at(self.reading, self.line.paragraph, self.at):
            self.unlisted_agency = self._here(*site.span("site"))
            self.at = site.end()
        while self.at < self.line.end and self._step():
            pass

    def _step(self) -> bool:
        agency = self._agency()
        if agency:
            self.unlisted_agency, self.at = agency, agency.end + 1
            return True
        match = _SEPARATORS.match(self.text, self.at, self.line.end)
        marks = match[0] if match else ""
        opened = max(marks.rfind("("), marks.rfind("/"))
        if opened >= 0 and self._agency(self.at + opened):
            self.at += opened  # the bracket belongs to the agency
            return True
        known = (self.place or self.unlisted) and (self.agency or self.unlisted_agency or self.date)
        ended = _DASH.search(marks) and (known or self.unlisted_agency)
        self.at += len(marks)
        if ended and not self._date_or_time():
            return False
        return self._pass_over() or self._take()

    def _date_or_time(self) -> bool:
        """Whether behind the dash still stands a day, or the time of one: `PORT LUMEN (HW) - 10.01.2021 -`."""
        return bool(self.date and TIME.match(self.text, self.at, self.line.end)) or bool(not self.date and self._day())

    def _pass_over(self) -> bool:
        town = _TOWN_WORD.match(self.text, self.at, self.line.end)
        if town:
            self.at = town.end()
            return True
        undated = UNDATED.match(self.text, self.at, self.line.end)
        self.undated = self.undated or bool(undated)
        passed = undated or NOTE_MARK.match(self.text, self.at, self.line.end)
        passed = passed or WEEKDAY.match(self.text, self.at, self.line.end)
        passed = passed or (TIME.match(self.text, self.at, self.line.end) if self.date else None)
        self.at = passed.end() if passed else self.at
        return bool(passed)

    def _take(self) -> bool:
        name, day = name_at(self.reading, self.line.paragraph, self.at), self._day()
        if day and not self.date:
            self.date, self.at = day, day.at.end
        elif name and name.candidates[0].startswith("places/") and not self.place and not self.unlisted:
            self.place, self.at = name, name.at.end
        elif name and self.reading.organisation(name) and not self.agency:
            self.agency, self.at = name, name.at.end
        else:
            return False
        return True

    def _day(self) -> DateSpan | None:
        return next((d for d in self.reading.dates_in(self.line.paragraph) if d.at.start == self.at), None)

    def _agency(self, at: int | None = None) -> Place | None:
        """An agency in brackets or slashes behind a place or a day, that no authority file has."""
        match = _AGENCY.match(self.text, self.at if at is None else at, self.line.end)
        if not match or not (self.place or self.unlisted or self.date) or self.unlisted_agency or self.agency:
            return None
        group = "round" if match["round"] else "slashed"
        if name_at(self.reading, self.line.paragraph, match.start(group)) or TIME.match(match[group]):
            return None
        return self._here(*match.span(group))

    def _here(self, start: int, end: int) -> Place:
        return place_of(self.reading.block(self.line.paragraph), start, end)


def name_at(reading: Reading, paragraph: int, start: int) -> NameSpan | None:
    """The place or body that is named at an offset."""
    return next(
        (
            span
            for span in reading.names_in(paragraph)
            if span.at.start == start and span.candidates[0].startswith(("places/", "organisations/"))
        ),
        None,
    )


def _unlisted_place(reading: Reading, line: Place) -> Place | None:
    """`Washington, ` before a date at the head of a line; one word needs no comma where no more follows."""
    block = reading.block(line.paragraph)
    day = next((d for d in reading.dates_in(line.paragraph) if line.start <= d.at.start < line.end), None)
    undated = UNDATED.search(line.quote)
    starts = [day.at.start] if day else [line.start + undated.start()] if undated else []
    before = block.text[line.start : starts[0]] if starts else ""
    match = _UNLISTED_PLACE.match(before)
    behind = block.text[day.at.end : line.end] if day else ""
    timed = bool(TIME.search(behind)) or behind.lstrip().startswith("(")
    if not match and timed and (behind.lstrip().startswith("(") or not WORDS.search(without_time(behind))):
        match = _ONE_WORD.fullmatch(before)
    town = _TOWN.match(line.quote)
    match = match or (town if town and (" " not in town["place"] or in_capitals(town["place"])) else None)
    if not match or is_rubric(line.quote) or WEEKDAY.search(before) or len(match["place"].split()) > _PLACE_WORDS:
        return None
    office = _OFFICE_BEFORE.match(match["place"])  # `Ministry of Health, Port Lumen, 5 June`
    start = line.start + match.start("place") + (office.end() if office else 0)
    end = line.start + match.end("place")
    if start >= end or _NO_PLACE.match(block.text[start:end]):
        return None
    named = name_at(reading, line.paragraph, start)
    said = any(s.at.start < end and start < s.at.end for s in reading.names_in(line.paragraph) if _is_subject(s))
    if named or said or is_release(f"for {match['place']}"):  # `Presidential election, 9 June`; `MEDIA 17 April`
        return None
    return place_of(block, start, end)


def _is_subject(span: NameSpan) -> bool:
    return span.candidates[0].startswith(("topics/", "kinds/", "events/"))


def _says_enough(reading: Reading, line: Place, found: Dateline) -> bool:
    if found.date and not (found.agency or found.unlisted_agency):
        before = reading.block(line.paragraph).text[line.start : found.date.at.start]
        if is_others_day(before, line.quote if found.whole else ""):
            return False
    where = bool(found.place or found.unlisted)
    agency = bool(found.agency or found.unlisted_agency)
    if found.whole:
        alone = found.place and not (agency or found.date) and _is_town(reading, found.place)
        return bool(found.date or alone or (where and (agency or found.undated)))
    block = reading.block(line.paragraph)
    beside = where and found.date and not is_prose(block)  # `Brussels, 11 January 2021 - 17:15, UNIQUE ID 1`
    enough = where + agency + bool(found.date) >= 2 and found.says_where
    return bool(enough and (beside or _closed(block.text, found.at.end))) or bool(
        found.unlisted_agency and _SITE.match(line.quote)
    )


def _is_town(reading: Reading, place: NameSpan) -> bool:
    """Whether a place lies in another: the name of a country alone on a line is no dateline."""
    return any(len(reading.authority.surroundings(c.partition("/")[2])) > 1 for c in place.candidates)


def _closed(text: str, end: int) -> bool:
    """Whether a mark, not a word of the sentence, ends the dateline: `VIENNA. KAZINFORM - `."""
    return bool(re.search(r"[.:/|_–—-]\s*$", text[max(0, end - 3) : end]))
