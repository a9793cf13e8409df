"""Date expressions, as EDTF with what is printed and no more.

A month's name is found first; then the day and the year are read behind it and before it. Dates in figures alone have
forms of their own. Slips of a scanner are undone in day and year only (`l8 June 196O`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.edtf import compose, is_day, valid
from generator.model import Block, DateSpan, Place
from generator.recognise.months import MONTH_OF, WHOLE, month_of
from generator.settings import Settings

Found = tuple[int, int, str]
"""Start, end, and EDTF: empty for what looks like a date and is none, so that no part of it is read as one."""

_NAMES = AhoCorasick([*MONTH_OF, *{name.replace("ı", "i") for name in MONTH_OF}], matchkind=MatchKind.LeftmostLongest)
_REST = re.compile(r"[^\W\d_]*\.?")
_DIGIT = re.compile(r"\d")

_D = r"(?-i:[0-3][\dOolI]|[lI]\d|\d)"
_Y = r"(?-i:\d{4}|(?=\w{0,2}\d\w{0,2}\d)[12lI][\dOolIS]{3})"
_ORDINAL = r"(?:st|nd|rd|th|er|\.|-?(?:го|е))?"
_RANGE = r"\s?(?:[–—/-]|to|and/or|and|и|по|ile)\s?"
_YEAR_BEHIND = rf"(?:[\s,.-]{{0,3}}(?:of\s+|de\s+|del\s+)?(?P<year>{_Y})(?![\d\w]))"
_YEAR_WORD = re.compile(r"(?:\s?-?\s?(?:жыл\w*|йил\w*|года?\b|ж\.|г\.))?", re.IGNORECASE)
"""The word for year behind a figure: `2019 года`, `2021-жыл`."""

_BEFORE = re.compile(
    rf"(?<!\d)(?<!\d[.,:/])(?:(?P<first>{_D}){_ORDINAL}{_RANGE})?(?P<day>{_D})\s?{_ORDINAL}[\s-]*(?:day\s+)?(?:of\s+|de\s+)?\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"(?<!\w)(?P<year>{_Y})(?:-|\s)?(?:жыл\w*|ж\.|г\.|йил\w*)\s+"
    rf"(?:(?P<first>{_D}){_RANGE})?(?:(?P<day>{_D})\s?-?\s?)?\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"[\s,]*(?P<day>{_D}){_ORDINAL}(?![\d:]|[^\W\d_])"
    rf"(?:\s?\[{_D}\?\])?(?:(?:{_RANGE}|\s?\[)(?P<last>{_D}){_ORDINAL}(?![\d:]|[^\W\d_])(?:\s?\])?)?{_YEAR_BEHIND}?",
    re.IGNORECASE,
)
_GLUED = re.compile(rf"\s*(?P<day>\d)(?P<last>)(?P<year>{_Y})(?![\d\w])")
_ONLY_YEAR = re.compile(_YEAR_BEHIND, re.IGNORECASE)
_DUAL = re.compile(rf"\s*[(/]\s*\d{{1,2}}\s+[^\W\d_]{{3,12}}\.?\s*\)?,?\s*(?P<year>{_Y})(?![\d\w])")
"""`25 October (7 November) 1917`: the year behind the day of the other calendar."""
_THROUGH = re.compile(r"\s?(?:[–—-]|to|through|по)\s?", re.IGNORECASE)
_REACH = 40

_ISO = re.compile(r"(?<![\d/.-])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?![\d]|[/.-]\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})(?P<mark>[./-])\s?(?P<b>\d{1,2})(?P=mark)\s?(?P<year>\d{4})(?![\d])")
_ROMAN = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})[./ -](?P<month>VI{0,3}|I[VX]|XI{0,2}|I{1,3})[./ -](?P<year>\d{4})(?!\d)"
)
_FIGURES = re.compile(r"\d[./ -]\s?[\dIVX]")
"""What every date in figures has, found faster than the whole."""
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_SLIPS = str.maketrans("OolIS", "00115")


class DateFinder:
    """Finds printed dates."""

    def __init__(self, settings: Settings) -> None:
        """Read `09.06.2019` as `settings.date_order` says; take no year outside the archive's."""
        self._month_first = settings.date_order == "month-day"
        self._years = range(settings.first_year, settings.last_year + 1)

    def find(self, block: Block) -> Iterator[DateSpan]:
        """The dates printed in a block, in order, none inside another."""
        text = block.text
        if not _DIGIT.search(text):
            return
        found = [
            (*span, rank)
            for rank, spans in enumerate((self._in_figures(text), self._with_names(text)))
            for span in spans
        ]
        done = 0
        for start, end, edtf, _ in _apart(found):
            if start >= done and edtf and valid(edtf) and self._year_fits(edtf):
                yield DateSpan(Place(block.number, start, end, text[start:end]), edtf)
            done = max(done, end)

    def _year_fits(self, edtf: str) -> bool:
        return edtf.startswith("XXXX") or int(edtf[:4]) in self._years

    def _in_figures(self, text: str) -> Iterator[Found]:
        if not _FIGURES.search(text):
            return
        for match in _ISO.finditer(text):
            yield *match.span(), compose(int(match["year"]), int(match["month"]), int(match["day"])) or ""
        for match in _NUMERIC.finditer(text):
            a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
            month, day = (a, b) if self._month_first else (b, a)
            # Where the archive's order gives no day, the other is the only one that the figures allow.
            yield *match.span(), compose(year, month, day) or compose(year, day, month) or ""
        for match in _ROMAN.finditer(text):
            yield *match.span(), compose(int(match["year"]), _ROMANS.index(match["month"]) + 1, int(match["day"])) or ""

    def _with_names(self, text: str) -> list[Found]:
        made: list[Found] = []
        for name in _months(text):
            found = _around(text, name)
            joined = _joined(text, made[-1], found) if made and found else None
            if joined:
                made[-1] = joined
            elif found:
                made.append(found)
        return made


def _apart(found: list[tuple[int, int, str, int]]) -> Iterator[tuple[int, int, str, int]]:
    """The spans that do not overlap, in order; of two that do, the one of the earlier pattern."""
    kept: list[tuple[int, int, str, int]] = []
    for span in sorted(found, key=lambda span: (span[0], span[3])):
        if kept and span[0] < kept[-1][1]:
            if span[3] < kept[-1][3]:
                kept[-1] = span
        else:
            kept.append(span)
    yield from kept


@dataclass(frozen=True, slots=True)
class _Month:
    """The name of a month in a text."""

    start: int
    end: int
    number: int
    sure: bool
    """Whether it is one even without a year: `may` and `march` are words of other kinds too."""


def _months(text: str) -> Iterator[_Month]:
    lower = text.lower()
    if len(lower) != len(text):  # one letter, `İ`, becomes two: offsets must stay those of the text
        lower = "".join(char.lower()[0] for char in text)
    for _, start, stop in _NAMES.find_matches_as_indexes(lower):
        if text[start - 1 : start].isalpha():
            continue
        rest = _REST.match(text, stop)
        number = month_of(text[start:stop])
        letters = rest[0].rstrip(".") if rest else ""
        if number and not (letters and lower[start:stop] in WHOLE):
            sure = not text[start:stop].isascii() or text[start].isupper()
            yield _Month(start, rest.end() if rest else stop, number, sure)


def _around(text: str, name: _Month) -> Found | None:
    """The date of which `name` is the month."""
    month, start, end = name.number, name.start, name.end
    begin = max(0, start - _REACH)
    behind = _BEHIND.match(text, end) or _GLUED.match(text, end)
    before = _BEFORE.search(text, begin, start)
    year_before = _YEAR_BEFORE.search(text, begin, start)
    if year_before:
        return year_before.start(), end, _days(year_before, "first", "day", month, year_before["year"])
    if behind and (behind["year"] or not before) and not (before and _ONLY_YEAR.match(text, end)):
        if not (behind["year"] or name.sure):
            return None
        return start, behind.end(), _days(behind, "day", "last", month, behind["year"])
    year = _ONLY_YEAR.match(text, end) or _DUAL.match(text, end)
    word = _YEAR_WORD.match(text, year.end()) if year else None
    stop = word.end() if word else end
    if before and (year or name.sure):
        return before.start(), stop, _days(before, "first", "day", month, year["year"] if year else None)
    return (start, stop, compose(_number(year["year"]), month) or "") if year else None


def _days(match: re.Match[str], first: str, last: str, month: int, year: str | None) -> str:
    """The EDTF of one day, or of a run of days where both ends are printed."""
    ends = [_number(match[part]) for part in (first, last) if match[part]]
    made = [compose(_number(year) if year else None, month, day) for day in ends]
    if not made:
        return compose(_number(year) if year else None, month) or ""
    if len(made) == 2 and year and made[0] and made[1] and made[0] < made[1]:
        return f"{made[0]}/{made[1]}"
    return made[0] or "" if first == "day" else made[-1] or ""


def _number(printed: str) -> int:
    return int(printed.translate(_SLIPS))


def _joined(text: str, earlier: Found, later: Found) -> Found | None:
    """`30 May – 2 June 1960` as one run of days; the year of the first may stand at the end alone."""
    (start, stop, first), (begin, end, last) = earlier, later
    first = last[:4] + first[4:] if first.startswith("XXXX-") else first
    whole = is_day(first) and is_day(last) and first < last
    return (start, end, f"{first}/{last}") if whole and _THROUGH.fullmatch(text, stop, begin) else None
