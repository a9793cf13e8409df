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
    if edtf[:1] + edtf[-1:] in ("[]", "{}"):
        members = re.split(r"\.\.|,", edtf[1:-1])
    elif "/" in edtf:
        members = ["" if m == ".." else m for m in edtf.split("/")]
    else:
        return _plain_span(edtf)
    first = _plain_span(members[0]) if members[0] else (None, None)
    last = _plain_span(members[-1]) if members[-1] else (None, None)
    if first is None or last is None or (first[0] and last[1] and first[0] > last[1]):
        return None
    return first[0], last[1]


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
    if edtf[0] == "[" and ".." in edtf:
        first, last = edtf[1:-1].split("..")
        if not first or not last:
            return f"not before {humane(first)}" if first else f"not after {humane(last)}"
        return f"between {humane(first)} and {humane(last)}"
    if edtf[0] in "[{":
        return (" or " if edtf[0] == "[" else " and ").join(humane(part) for part in edtf[1:-1].split(","))
    if "/" in edtf:
        return " – ".join("open" if part in ("", "..") else humane(part) for part in edtf.split("/"))
    match = _PLAIN.fullmatch(edtf)
    if not match:
        return edtf
    about = {"~": "about ", "?": "probably ", "%": "probably about "}.get(edtf[-1], "")
    named = [match["d"].lstrip("0")] if match["d"] and "X" not in match["d"] else []
    named += [MONTHS[int(match["m"]) - 1]] if match["m"] and "X" not in match["m"] else []
    year = match["y"]
    if year == "XXXX":
        return about + ", ".join([*([" ".join(named)] if named else []), "year unknown"])
    return about + " ".join([*named, year])


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
