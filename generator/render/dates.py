"""Dates in words, in the language of the site: CLDR knows how each language prints them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from generator import edtf
from generator.render.words import _, language

_LEAP = 2000
"""A year in which each day of a month can be, for a day whose year is not known."""


def in_words(when: str | None) -> str:
    """An EDTF date as a reader would print it: `19 January 2021`, `15 May, year unknown`, `March 2015`."""
    return _in_words(when, language()) if when else _("undated")


@lru_cache(maxsize=8192)
def _in_words(when: str, speaking: str) -> str:
    """The same in the language that is spoken, which is named so that each has words of its own."""
    if edtf.is_set(when):
        return _set(when[0], edtf.members(when))
    if "/" in when:
        return " – ".join(_("open") if part in ("", "..") else in_words(part) for part in when.split("/"))
    parts = edtf.parts(when)
    if not parts:
        return when
    return qualified(when[-1]).format(date=_plain(*parts))


def _set(bracket: str, members: Sequence[tuple[str, str | None]]) -> str:
    """One of several dates, or all of them; a comma parts them where one is a range."""
    if any(last is not None for _first, last in members):
        joined = _("{first}, or {second}") if bracket == "[" else _("{first}, and {second}")
    else:
        joined = _("{first} or {second}") if bracket == "[" else _("{first} and {second}")
    told, *others = [in_words(first) if last is None else _range(bracket, first, last) for first, last in members]
    for other in others:
        told = joined.format(first=told, second=other)
    return told


def _range(bracket: str, first: str, last: str) -> str:
    """One day of a range, or each of them."""
    if bracket == "[" or not (first and last):
        words = _bounded(first, last)
    else:
        between = "–" if (first + last).isdecimal() else " – "
        words = f"{in_words(first)}{between}{in_words(last)}"
    return words if bracket == "[" else _("{dates} (each)").format(dates=words)


def _bounded(first: str, last: str) -> str:
    if first and last:
        return _("between {first} and {last}").format(first=in_words(first), last=in_words(last))
    return (
        _("not before {day}").format(day=in_words(first)) if first else _("not after {day}").format(day=in_words(last))
    )


def qualified(sign: str) -> str:
    """How a date with this sign of EDTF at its end is said: `about {date}`, `probably {date}`."""
    how: dict[str, Callable[[], str]] = {
        "~": lambda: _("about {date}"),
        "?": lambda: _("probably {date}"),
        "%": lambda: _("probably about {date}"),
    }
    return how[sign]() if sign in how else "{date}"


def _plain(year: str, month: int | None, day: int | None) -> str:
    """A year, month or day, as far as they are known; without a known year, that it is unknown."""
    years = _("year unknown") if year == "XXXX" else _years(year)
    if not month and day:
        nth = edtf.ordinal(day) if language() == "en" else str(day)
        return _("{day} of an unknown month, {years}").format(day=nth, years=years)
    if not month:
        return years
    if year.isdecimal() and int(year):
        known = date(int(year), month, day or 1)
        return format_date(known, "long", _locale()) if day else format_skeleton("yMMMM", known, locale=_locale())
    some = date(_LEAP, month, day or 1)
    words = format_skeleton("MMMMd", some, locale=_locale()) if day else format_date(some, "LLLL", _locale())
    if year == "XXXX":
        return _("{day}, year unknown").format(day=words)
    return _("{day}, {years}").format(day=words, years=years)


def _years(year: str) -> str:
    """A year, a decade (`156X`) or a century (`15XX`)."""
    if "X" not in year:
        return year
    if year.count("X") == 1 and year.endswith("X"):
        return _("{year}s").format(year=year.replace("X", "0"))
    return _("between {first} and {last}").format(first=year.replace("X", "0"), last=year.replace("X", "9"))


def _locale() -> Locale:
    return locale_of(language())


@lru_cache
def locale_of(code: str) -> Locale:
    """The locale of a language; English as in Britain, where the day stands first."""
    return Locale.parse("en_GB" if code == "en" else code)
