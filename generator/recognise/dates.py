"""Date expressions, in the languages of the table below, as EDTF with what is printed and no more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.edtf import compose, valid
from generator.model import Block, DateSpan, Place
from generator.settings import Settings

MONTHS: tuple[tuple[str, ...], ...] = (
    ("january", "jan", "январ", "қаңтар", "үчтүн айы", "ocak", "ocağ"),
    ("february", "feb", "феврал", "ақпан", "şubat", "şubad"),
    ("march", "mar", "март", "наурыз", "mart"),
    ("april", "apr", "апрел", "сәуір", "nisan"),
    ("may", "мая", "май", "мамыр", "mayıs"),
    ("june", "jun", "июн", "маусым", "haziran"),
    ("july", "jul", "июл", "шілде", "temmuz"),
    ("august", "aug", "август", "тамыз", "ağustos"),
    ("september", "sept", "sep", "сентябр", "қыркүйек", "eylül"),
    ("october", "oct", "октябр", "қазан", "ekim"),
    ("november", "nov", "ноябр", "қараша", "kasım"),
    ("december", "dec", "декабр", "желтоқсан", "aralık", "aralığ"),
)
"""Beginnings of the names of the months in English, Russian and Kyrgyz, Kazakh, Turkish."""

_MONTH_OF = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_ALL = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_MONTH = rf"(?P<month>{_ALL})(?P<rest>[^\W\d_]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_END = r"(?![^\W_])"

_FLAGS = re.IGNORECASE
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.])(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<year>\d{4})(?!\d)")
_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}(?:-|\s)?(?:жыл\w*|ж\.|г\.)\s+{_DAY}-?\s?{_MONTH}", _FLAGS)
_DAY_RANGE = re.compile(
    rf"(?<!\d)(?P<first>\d{{1,2}})\s?(?:[–—-]|to|and)\s?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?{_END}", _FLAGS
)
_DAY_FIRST = re.compile(rf"(?<!\d){_DAY}[\s-]+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?{_END}", _FLAGS)
_MONTH_FIRST = re.compile(rf"(?<![^\W_]){_MONTH}\s+{_DAY}(?!\d|:\d)(?:,?\s+{_YEAR})?{_END}", _FLAGS)
_MONTH_ONLY = re.compile(rf"(?<![^\W_]){_MONTH},?\s+(?:of\s+)?{_YEAR}{_END}", _FLAGS)


class DateFinder:
    """Finds printed dates; which form is tried first is the order of `_FORMS`."""

    def __init__(self, settings: Settings) -> None:
        """Read `09.06.2019` as `settings.date_order` says; take no year outside the archive's."""
        self._month_first = settings.date_order == "month-day"
        self._years = range(settings.first_year, settings.last_year + 1)

    def find(self, block: Block) -> Iterator[DateSpan]:
        """The dates printed in a block, in order, none inside another."""
        if not any(char.isdigit() for char in block.text):
            return
        taken: list[tuple[int, int, str]] = []
        for pattern, read in _FORMS:
            for match in pattern.finditer(block.text):
                start, end = match.span()
                if not _overlaps(taken, start, end):
                    edtf = read(match, self._month_first)
                    fits = edtf is not None and self._year_fits(edtf)
                    # An impossible day stays taken, so that `31 February 2021` is not read as `February 2021`.
                    if fits or pattern is not _DAY_RANGE:
                        taken.append((start, end, edtf if edtf and fits else ""))
        for start, end, edtf in sorted(date for date in taken if date[2]):
            yield DateSpan(Place(block.number, start, end, block.text[start:end]), edtf)

    def _year_fits(self, edtf: str) -> bool:
        return edtf.startswith("XXXX") or int(edtf[:4]) in self._years


def _overlaps(taken: list[tuple[int, int, str]], start: int, end: int) -> bool:
    return any(start < last and first < end for first, last, _ in taken)


def _month(match: re.Match[str]) -> int | None:
    """The month's number; an English name must be whole (`Marchers 5` is no date, `января` is)."""
    name = match["month"].lower()
    if match["rest"] and name.isascii():
        return None
    return _MONTH_OF[name]


def _named(match: re.Match[str], _: bool) -> str | None:
    month = _month(match)
    return compose(int(match["year"]) if match["year"] else None, month, int(match["day"])) if month else None


def _range(match: re.Match[str], _: bool) -> str | None:
    last = _named(match, _)
    first = last and last[:-2] + f"{int(match['first']):02}"
    if not first or not last or not valid(first) or first >= last:
        return None
    return f"{first}/{last}" if not last.startswith("XXXX") else None


def _month_alone(match: re.Match[str], _: bool) -> str | None:
    return compose(int(match["year"]), _month(match)) if _month(match) else None


def _numeric(match: re.Match[str], month_first: bool) -> str | None:
    day, month = (match["b"], match["a"]) if month_first else (match["a"], match["b"])
    return compose(int(match["year"]), int(month), int(day))


def _iso(match: re.Match[str], _: bool) -> str | None:
    return compose(int(match["year"]), int(match["m"]), int(match["day"]))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], bool], str | None]], ...] = (
    (_ISO, _iso),
    (_NUMERIC, _numeric),
    (_YEAR_FIRST, _named),
    (_DAY_RANGE, _range),
    (_DAY_FIRST, _named),
    (_MONTH_FIRST, _named),
    (_MONTH_ONLY, _month_alone),
)
