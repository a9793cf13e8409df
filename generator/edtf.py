"""Dates in EDTF (ISO 8601-2): making, checking, and the days that they allow.

Understood: `2021`, `2021-01`, `2021-01-19`, unspecified digits (`156X`, `XXXX-05-15`), the qualifiers `~ ? %`,
intervals (`A/B`, open with `..`), and sets (`[A..B]`, `[A,B]`, `{A,B}`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date as Day
from functools import lru_cache

Span = tuple[str | None, str | None]
"""First and last day (ISO) that a date allows; None for an end that nothing tells."""

_PLAIN = re.compile(r"(?P<y>[\dX]{4})(?:-(?P<m>[\dX]{2})(?:-(?P<d>[\dX]{2}))?)?[~?%]?")


def compose(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """The EDTF of a date whose parts are partly known, `XXXX` for an unknown year; None if there is no such day."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and (month is None or not 1 <= day <= monthrange(year or 2000, month)[1]):
        return None
    parts = [f"{year:04}" if year else "XXXX"]
    parts += [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)


@lru_cache(maxsize=65536)
def span(edtf: str) -> Span | None:
    """The first and last day that `edtf` allows; None for a date without any year, or one that is no EDTF."""
    if is_set(edtf):
        members = re.split(r"\.\.|,", edtf[1:-1])
        if not all(_plain_span(member) for member in members[1:-1]):
            return None
    elif "/" in edtf:
        members = ["" if m == ".." else m for m in edtf.split("/")]
    else:
        return _plain_span(edtf)
    first = _plain_span(members[0]) if members[0] else (None, None)
    last = _plain_span(members[-1]) if members[-1] else (None, None)
    if first is None or last is None or (first[0] and last[1] and first[0] > last[1]):
        return None
    return first[0], last[1]


def is_set(edtf: str) -> bool:
    """Whether this is one of several dates, `[…]`, or all of them, `{…}`."""
    return edtf[:1] + edtf[-1:] in ("[]", "{}")


def members(edtf: str) -> list[tuple[str, str | None]]:
    """The dates of a set; for a range (`A..B`) its first and last, an open end empty."""
    split = (member.partition("..") for member in edtf[1:-1].split(","))
    return [(first, last if dots else None) for first, dots, last in split]


def is_uncertain(edtf: str | None) -> bool:
    """Whether any part of a date is said to be about, or perhaps, so."""
    return bool(set(edtf or "") & set("~?%"))


def _plain_span(edtf: str) -> Span | None:
    match = _PLAIN.fullmatch(edtf)
    if not match or match["y"] == "XXXX":
        return None
    year, month, day = match["y"], match["m"], match["d"]
    low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if high < 1:  # there is no year 0 in the calendar that days are counted by
        return None
    try:
        if month is None or "X" in month:
            return f"{low:04}-01-01", f"{high:04}-12-31"
        if day is None or "X" in day:
            return f"{low:04}-{month}-01", f"{high:04}-{month}-{monthrange(high, int(month))[1]:02}"
        return Day(low, int(month), int(day)).isoformat(), Day(high, int(month), int(day)).isoformat()
    except ValueError:
        return None


def valid(edtf: str) -> bool:
    """Whether this is an EDTF date that can be (`2004-02-30` cannot)."""
    if span(edtf):
        return True
    match = _PLAIN.fullmatch(edtf)
    if not match or match["y"] != "XXXX" or not match["m"]:
        return False
    return "X" in edtf[5:] or compose(None, int(match["m"]), int(match["d"]) if match["d"] else None) is not None


def years(days: Span | None) -> tuple[int, ...]:
    """All years that a span touches; the known end alone where the other is open."""
    if days is None:
        return ()
    first, last = days[0] or days[1], days[1] or days[0]
    if first is None or last is None:
        return ()
    return tuple(range(int(first[:4]), int(last[:4]) + 1))


LONG = 30
"""A date that touches more years than these, such as `1XXX`, says nothing of any of them."""


def sure_years(days: Span | None) -> tuple[int, ...]:
    """The years under which a document of that span stands: all that it touches; none where they are very many."""
    touched = years(days)
    return touched if len(touched) <= LONG else ()


def first(date: str | None) -> str:
    """The first day that a date allows; where that is open, the last; empty where none is known."""
    days = span(date) if date else None
    return (days[0] or days[1] or "") if days else ""


def is_before(one: Span | None, other: Span | None) -> bool:
    """Whether a span ends before the other begins; not where they overlap, are open there, or one is not known."""
    return bool(one and other and one[1] and other[0] and one[1] < other[0])


def is_day(edtf: str | None) -> bool:
    """Whether this is one whole day of a known year, without qualifier."""
    return bool(edtf and re.fullmatch(r"\d{4}-\d\d-\d\d", edtf))


def days_between(earlier: str, later: str) -> int:
    """Days from one ISO day to another; negative where the second is earlier."""
    return (Day.fromisoformat(later) - Day.fromisoformat(earlier)).days


def parts(edtf: str) -> tuple[str, int | None, int | None] | None:
    """Year (`XXXX` where it is not known), month and day of a plain date, as far as given; None for any other."""
    match = _PLAIN.fullmatch(edtf)
    if not match:
        return None
    month, day = (int(part) if part and "X" not in part else None for part in (match["m"], match["d"]))
    return match["y"], month, day


def humane(edtf: str | None) -> str:
    """An EDTF date in English, as citations print it: `19 January 2021`, `15 May, year unknown`, `March 2015`."""
    if not edtf:
        return "undated"
    if is_set(edtf):
        return _set_in_words(edtf)
    if "/" in edtf:
        return " – ".join("open" if part in ("", "..") else humane(part) for part in edtf.split("/"))
    known = parts(edtf)
    if not known:
        return edtf
    return {"~": "about ", "?": "probably ", "%": "probably about "}.get(edtf[-1], "") + _plain_in_words(*known)


def _set_in_words(edtf: str) -> str:
    """`1755 or 1757`; a range stands behind a comma: `between 1755 and 1756, or 1758`; `1755–1757 (each)`."""
    word, several = (" or " if edtf[0] == "[" else " and "), members(edtf)
    told = [_range_in_words(edtf[0], first, last) for first, last in several]
    return ("," + word if len(told) > 1 and any(last is not None for _, last in several) else word).join(told)


def _range_in_words(bracket: str, first: str, last: str | None) -> str:
    if last is None:
        return humane(first)
    if not first or not last:
        words = f"not before {humane(first)}" if first else f"not after {humane(last)}"
    elif bracket == "[":
        words = f"between {humane(first)} and {humane(last)}"
    else:
        words = f"{first}–{last}" if (first + last).isdecimal() else f"{humane(first)} – {humane(last)}"
    return words if bracket == "[" else f"{words} (each)"


def _plain_in_words(year: str, month: int | None, day: int | None) -> str:
    """What is known of a plain date; a comma stands before a year that is not known whole."""
    if month and year.isdecimal():
        return " ".join([*([str(day)] if day else []), MONTHS[month - 1], year])
    if not month and not day and year != "XXXX":
        return years_in_words(year)
    known = " ".join([*([str(day)] if day and month else []), *([MONTHS[month - 1]] if month else [])])
    known = known or (f"{ordinal(day)} of an unknown month" if day else "")
    return ", ".join(filter(None, (known, "year unknown" if year == "XXXX" else years_in_words(year))))


def years_in_words(year: str) -> str:
    """A year; `156X` as `1560s`, a century by its first and last year."""
    if year.count("X") == 1 and year.endswith("X"):
        return f"{year[:-1]}0s"
    return f"between {year.replace('X', '0')} and {year.replace('X', '9')}" if "X" in year else year


def ordinal(number: int) -> str:
    """A number as English counts with it: `1st`, `22nd`, `13th`."""
    ending = "th" if number // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
