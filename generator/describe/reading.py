"""What the rules look at: the lines at the head of a text, its datelines, its spans by paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.authority import Authority
from generator.describe.claims import Claim
from generator.edtf import is_day
from generator.model import Block, DateSpan, Findings, NameSpan, Place, Source
from generator.settings import Settings
from generator.text import in_capitals, squeeze

_HEAD_LINES = 14
_PROSE = 240
_LONGEST_LINE = 600
_SENTENCE_END = re.compile(r"(?:(?:[^\W_]{3}|\d|[^\w\s])[.]|[!?:;…])[\"”»’')]*(?:\[\^?\w{1,3}\])*$")
"""A full stop behind a short word may be that of an abbreviation: `4:30 p.m.`"""
_INNER_END = re.compile(r"[^\W\d_]{3,}[.!?][\"”»’']?\s+[^\W\d_a-zа-я]")
_SEPARATORS = re.compile(r"[\s,.;:()\[\]/|–—-]*")
_TIME = re.compile(
    r"(?:(?:at|um|в)\s+)?(?:\d{1,2}[:.]\s?\d{2}(?!\d)(?:\s?[ap]\.?\s?m\b\.?)?|\d{1,2}\s?[ap]\.?\s?m\b\.?|\d{4}(?=Z|\s?GMT)"
    r"|\d{1,2}(?=\s?[–—-]\s?\d)"
    r"|noon\b|midnight\b|(?:Session|Part)\s+[IVX\d]+)(?:\s?(?:Z|GMT|UTC|hours|hrs)\b)?(?:\s?(?:[–—-]|and|to)\s?(?=\d))?",
    re.IGNORECASE,
)
"""A time of day, or the part of a day, behind a date."""

_WORDS = re.compile(r"[^\W\d_]+")
_FOOT_LINES = 5
_RELEASE = re.compile(
    r"\W*(?:f?or[ -](?:the )?(?:press|media|immediate|release|general|information|publication)|(?:under )?embargo|not for"
    r"|check against|(?:from the )?(?:press|media|news) (?:release|office|statement|communiqu|conference)|release[d:]|issued"
    r"|fax\b|date[:d]|для (?:прессы|сми)|пресс-релиз|для немедленн|баспасөз|basın (?:bülteni|açıklaması))",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\W*(?:(?:page|p\.|no\.?|№) ?\d+\b|tel[.:]|phone[.:]|e-?mail[.:]|\(?(?:top )?secret\b|\(?confidential\b"
    r"|\(?(?:limited )?official use\b|\(?unclassified\b|\(?restricted\b|priority$|original: ?\w+$|distr(?:\.|ibution)\b)",
    re.IGNORECASE,
)
"""What stands at the head of a paper beside its title: numbers, addresses, how secret and how urgent it is."""

_ONE_WORD = re.compile(r"(?P<place>[^\W\d_a-z][\w'’-]{2,20})\s+")
_NOTE = re.compile(r"\[\^?(?:\d{1,3}|\*+|[a-z])\]")
"""The mark of a note."""
_UNDATED = re.compile(r"undated\b|n\. ?d\.(?!\w)|без даты\b|tarihsiz\b|күні жоқ\b", re.IGNORECASE)
_GLUED_FOOT = re.compile(r"(?:^|[.!?][\"”»’']?\s+)(?P<foot>[^.!?]{0,40})$")
_LABEL = re.compile(
    r"\s*(?:(?P<subject>subject|subj|betreff|objet|asunto|тема|konu)|(?P<date>date|sent|datum|дата|tarih)"
    r"|(?P<sender>from|von|de|от|кімнен|kimden)|(?P<recipient>to|an|à|кому|kime))\s*:\s*",
    re.IGNORECASE,
)
"""The labels of a mail or a memorandum."""

_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b",
    re.IGNORECASE,
)
_DASH = re.compile(r"[–—-]")
_UNLISTED_PLACE = re.compile(
    r"[\[(]?(?P<place>[^\W\d_](?:[\w'’ -]|(?<=\b\w)\.|(?<=\b\w\w)\.){2,30}(?:, [^\W\d_][\w.'’ -]{2,20})?)(?=\s*[,\]][,\]\s]*$)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line, or the beginning of one, that says where, when and by which agency, and no more."""

    place: NameSpan | None
    unlisted: Place | None
    """A place name that no authority file has."""
    agency: NameSpan | None
    date: DateSpan | None
    at: Place
    whole: bool
    """Whether it is the whole line."""
    undated: bool = False
    """Whether it says that the text bears no date."""


@dataclass
class Reading:
    """One document while it is described; `claims` grows field by field."""

    source: Source
    findings: Findings
    authority: Authority
    settings: Settings
    claims: dict[str, Claim | None] = field(default_factory=dict)

    def value(self, name: str) -> str | None:
        """What is claimed for a field so far."""
        claim = self.claims.get(name)
        return claim.value if claim else None

    @cached_property
    def head(self) -> tuple[Place, ...]:
        """The lines before the first paragraph of prose, and that paragraph's first line."""
        lines: list[Place] = []
        for block in self.source.blocks:
            lines += _lines(block)
            if is_prose(block) or len(lines) >= _HEAD_LINES:
                break
        return tuple(lines[:_HEAD_LINES])

    @cached_property
    def datelines(self) -> tuple[Dateline, ...]:
        """The datelines among the lines of the head."""
        return tuple(line for line in map(self._dateline, self.head) if line)

    def block(self, number: int) -> Block:
        """The block of that number."""
        return self.source.blocks[number - 1]

    def names_in(self, paragraph: int) -> list[NameSpan]:
        """The name spans of a paragraph, in order."""
        return self._names[paragraph]

    def dates_in(self, paragraph: int) -> list[DateSpan]:
        """The date spans of a paragraph, in order."""
        return self._dates[paragraph]

    def organisation(self, span: NameSpan) -> str | None:
        """The id of the body that a span names, if it can be one alone in this document."""
        bodies = {c for c in span.candidates if c.startswith("organisations/")}
        if len(bodies) > 1:
            bodies &= self.named("organisations")
        return bodies.pop().partition("/")[2] if len(bodies) == 1 else None

    def named(self, folder: str) -> set[str]:
        """The entities of a folder that the text names by a full and unambiguous name."""
        return {
            span.candidates[0]
            for span in self.findings.names
            if span.form == "name" and len(span.candidates) == 1 and span.candidates[0].startswith(folder)
        }

    def surroundings(self, place: str | None) -> list[str]:
        """A place and all that it lies within, the smallest first; nothing where no authority entry has it."""
        found: list[str] = []
        while place and place not in found and self.authority.get(f"places/{place}"):
            found.append(place)
            place = getattr(self.authority.get(f"places/{place}"), "within", None)
        return found

    def country(self, place: str | None) -> str | None:
        """The outermost place that a place lies within."""
        return next(reversed(self.surroundings(place)), None)

    @cached_property
    def _names(self) -> dict[int, list[NameSpan]]:
        grouped: dict[int, list[NameSpan]] = defaultdict(list)
        for span in self.findings.names:
            grouped[span.at.paragraph].append(span)
        return grouped

    @cached_property
    def _dates(self) -> dict[int, list[DateSpan]]:
        grouped: dict[int, list[DateSpan]] = defaultdict(list)
        for span in self.findings.dates:
            grouped[span.at.paragraph].append(span)
        return grouped

    @cached_property
    def undated(self) -> bool:
        """Whether the dateline says that the text bears no date."""
        return any(line.undated for line in self.datelines)

    @cached_property
    def release_line(self) -> tuple[Place, DateSpan] | None:
        """A line of the head that says for whom or when a text is released, with its one whole day.

        `FOR PRESS 14 SEPTEMBER 1976`, `Embargoed until 12.01 am, 24 December 2005`.
        """
        for line in self.head:
            days = [d for d in self.dates_in(line.paragraph) if line.start <= d.at.start < line.end]
            if len(days) == 1 and is_day(days[0].edtf) and not is_prose(self.block(line.paragraph)):
                text = self.block(line.paragraph).text
                before, behind = text[line.start : days[0].at.start], text[days[0].at.end : line.end]
                others = _WORDS.findall(without_time(f"{before} {behind}"))
                if others and (is_release(line.quote) or _is_letterhead(line.quote, others)):
                    return line, days[0]
        return None

    @cached_property
    def labelled(self) -> dict[str, Place]:
        """What stands behind the labels of a mail-like head, by label; nothing where there is but one."""
        found: dict[str, Place] = {}
        for line in self.head:
            match = _LABEL.match(line.quote)
            name = next((name for name, value in match.groupdict().items() if value), "") if match else ""
            if match and line.quote[match.end() :].strip():
                block = self.block(line.paragraph)
                found.setdefault(name, place_of(block, line.start + match.end(), line.end))
        return found if len(found) > 1 else {}

    @cached_property
    def foot(self) -> tuple[Place, ...]:
        """The last lines of the text, the last first."""
        text = [block for block in self.source.blocks if block.kind != "note"]
        lines = [line for block in text[-_FOOT_LINES:] for line in _lines(block)][-_FOOT_LINES:]
        glued = _GLUED_FOOT.search(lines[-1].quote.rstrip(" .")) if lines else None
        if glued and glued["foot"] and glued.start("foot"):  # `… for the ships. PORT LUMEN, 17 November 1963.`
            last = self.block(lines[-1].paragraph)
            lines.append(place_of(last, lines[-1].start + glued.start("foot"), lines[-1].end))
        return tuple(reversed(lines))

    def bare_date(self, line: Place) -> DateSpan | None:
        """The whole day of a line that says hardly anything else: a place, initials, a time."""
        days = [d for d in self.dates_in(line.paragraph) if line.start <= d.at.start < line.end]
        if len(days) != 1 or not is_day(days[0].edtf):
            return None
        rest = line.quote.replace(days[0].at.quote, " ")
        words = _WORDS.findall(without_time(rest))
        return days[0] if len(words) <= 4 and all(len(word) < 3 or word[0].isupper() for word in words) else None

    def _dateline(self, line: Place) -> Dateline | None:
        """Walk along a line over places, bodies and dates; it is a dateline if it says enough before it ends."""
        place = agency = date = None
        undated = False
        text = self.block(line.paragraph).text
        at = line.start
        unlisted = self._unlisted_place(line)
        if unlisted:
            at = unlisted.end
        while at < line.end:
            match = _SEPARATORS.match(text, at, line.end)
            ended = bool(match and _DASH.search(match[0]) and (place or unlisted) and (agency or date))
            at = match.end() if match else at
            if ended and not (date and _TIME.match(text, at, line.end)):
                break
            said_undated = _UNDATED.match(text, at, line.end)
            undated = undated or bool(said_undated)
            passed = said_undated or _NOTE.match(text, at, line.end) or _WEEKDAY.match(text, at, line.end) or (date and _TIME.match(text, at, line.end))
            if passed:
                at = passed.end()
                continue
            name = self._name_at(line.paragraph, at)
            day = next((d for d in self.dates_in(line.paragraph) if d.at.start == at), None)
            if day and not date:
                date, at = day, day.at.end
            elif name and name.candidates[0].startswith("places/") and not place and not unlisted:
                place, at = name, name.at.end
            elif name and self.organisation(name) and not agency:
                agency, at = name, name.at.end
            else:
                break
        whole = at >= line.end
        said = Place(line.paragraph, line.start, at, squeeze(text[line.start : at]))
        found = Dateline(place, unlisted, agency, date, said, whole, undated)
        return found if _says_enough(found, text) else None

    def _name_at(self, paragraph: int, start: int) -> NameSpan | None:
        return next(
            (
                span
                for span in self.names_in(paragraph)
                if span.at.start == start and span.candidates[0].startswith(("places/", "organisations/"))
            ),
            None,
        )

    def _unlisted_place(self, line: Place) -> Place | None:
        """`Washington, ` before a date at the beginning of a line; one word needs no comma where no more follows."""
        block = self.block(line.paragraph)
        day = next((d for d in self.dates_in(line.paragraph) if line.start <= d.at.start < line.end), None)
        undated = _UNDATED.search(line.quote)
        if not day and not undated:
            return None
        before = block.text[line.start : day.at.start if day else line.start + undated.start() if undated else 0]
        match = _UNLISTED_PLACE.match(before)
        if not match and day and not _WORDS.search(without_time(block.text[day.at.end : line.end])):
            match = _ONE_WORD.fullmatch(before)
        if match and is_release(f"for {match['place']}"):  # `MEDIA 17 April`
            return None
        if not match or is_rubric(line.quote) or _WEEKDAY.search(before) or len(match["place"].split()) > 6:
            return None
        start = line.start + match.start("place")
        found = place_of(block, start, start + len(match["place"]))
        return None if self._name_at(line.paragraph, start) else found


def _says_enough(line: Dateline, text: str) -> bool:
    where = line.place or line.unlisted
    facts = sum(bool(fact) for fact in (where, line.agency, line.date))
    if line.whole:
        return bool(line.date or (line.place and facts == 1) or (where and (line.agency or line.undated)))
    return facts >= 2 and bool(where or line.agency) and _closed(text, line.at.end)


def _closed(text: str, end: int) -> bool:
    """Whether a mark, not a word of the sentence, ends the dateline: `VIENNA. KAZINFORM - `."""
    return bool(re.search(r"[.:/|–—-]\s*$", text[max(0, end - 3) : end]))


def is_release(line: str) -> bool:
    """Whether a line is that of a release: for whom it is, until when it is kept back, how it was sent."""
    return bool(_RELEASE.match(line))


def is_rubric(line: str) -> bool:
    """Whether a line is furniture of a head: a line of release, a number, how secret or urgent it is."""
    return is_release(line) or bool(_FURNITURE.match(line))


def without_time(text: str) -> str:
    """The text without weekdays and times of day."""
    return _WEEKDAY.sub(" ", _TIME.sub(" ", text))


def _is_letterhead(line: str, others: list[str]) -> bool:
    return in_capitals(line) and len(others) <= 3


def is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of running text, not a line of a head."""
    text = squeeze(block.text)
    sentence = bool(_SENTENCE_END.search(text)) and len(text.split()) > 8
    long = len(text) > _PROSE and (len(text) > _LONGEST_LINE or bool(_INNER_END.search(text)))
    return block.kind != "heading" and (sentence or long) and not block.lines


def _lines(block: Block) -> Iterator[Place]:
    at = 0
    for line in block.text.split("\n"):
        if line.strip():
            yield Place(block.number, at, at + len(line), line)
        at += len(line) + 1


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around a span: from the last full stop before it to the next behind."""
    before = [m.end() for m in re.finditer(r"[.!?][\"”»]?\s+(?=[^a-z])", text[:start])]
    behind = re.search(r"[.!?](?=[\"”»]?(?:\s+[^a-z]|$))", text[end:])
    return (before[-1] if before else 0), (end + behind.end() if behind else len(text))


def place_of(block: Block, start: int, end: int) -> Place:
    """The span of a block's text as a place with its words."""
    return Place(block.number, start, end, block.text[start:end])


def first_of(found: Iterable[Claim | None]) -> Claim | None:
    """The first claim that a rule gave."""
    return next((claim for claim in found if claim), None)
