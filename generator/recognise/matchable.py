"""A text in the form in which names are looked for, each code point with its place in the original.

Lower case, letters without accents, and a space for every mark, figure and run of white space: `Gísladóttir’s` reads
` gisladottir s `. Most of a text is changed one for one, so that only the few other places need be kept.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_ODD = "\u00ad\u200b-\u200f\u2060\ufeffßẞæÆœŒﬁﬂİ"
_LOOSE = re.compile(rf"(?<=[^\W\d_])-\s*\n\s*|[^\W\d_][\u0300-\u036f]+|\s{{2,}}|[{_ODD}]")
"""What is not changed one for one."""
_MAY_BE_LOOSE = re.compile(rf"[{_ODD}\u0300-\u036f]")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s*\n\s*(?=[^\W\d_])")
"""A word that a hyphen parts at the end of a line."""
_BROKEN_OR_LOOSE = re.compile(f"(?P<broken>{_BROKEN.pattern})|{_LOOSE.pattern}")
_TWO = {"ß": "ss", "æ": "ae", "œ": "oe", "ﬁ": "fi", "ﬂ": "fl", "i̇": "i"}
_STROKED = {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ð": "d", "þ": "t", "ħ": "h", "ё": "е"}


@dataclass(frozen=True, slots=True)
class Matchable:
    """A text ready to be searched, with a space before it and behind it."""

    text: str
    cuts: tuple[int, ...] = ()
    """Where in `text` the distance to the original changes, in order."""
    shifts: tuple[int, ...] = (-1,)
    """The distance before the first cut, and behind each."""

    def place(self, at: int) -> int:
        """The place in the original of a code point of `text`."""
        return at + self.shifts[bisect_right(self.cuts, at)] if self.cuts else at - 1


def matchable(text: str) -> Matchable:
    """The text made ready for matching."""
    loose = "  " in text or "-\n" in text or "\t" in text or (not text.isascii() and _MAY_BE_LOOSE.search(text))
    return _without(text, _LOOSE) if loose else Matchable(f" {plain(text)} ")


def rejoined(text: str) -> Matchable | None:
    """The text with the words joined that are parted at line ends; nothing where none is."""
    return _without(text, _BROKEN_OR_LOOSE) if "-\n" in text else None


def plain(text: str) -> str:
    """Each code point by itself: lower case without accent, or a space."""
    if not text.isascii():
        text = _readable(text)
    return text.translate(_ASCII if text.isascii() else _ALL)


def _readable(text: str) -> str:
    """The marks that stand in most texts as ASCII, so that the rest of an English text is translated fast."""
    for mark in "’“”–—‘…\xa0":
        if mark in text:
            text = text.replace(mark, " ")
    return text


def _without(text: str, loose: re.Pattern[str]) -> Matchable:
    made, cuts, shifts = [" "], [], [-1]
    length, at = 1, 0
    for match in loose.finditer(text):
        kept = plain(text[at : match.start()])
        instead = "" if match.lastgroup == "broken" else _instead(match[0])
        made += [kept, instead]
        length += len(kept) + len(instead)
        if len(instead) > len(match[0]):  # the second letter of `ss` stands where `ß` does
            cuts.append(length - 1)
            shifts.append(match.start() - length + 1)
        at = match.end()
        cuts.append(length)
        shifts.append(at - length)
    made.append(plain(text[at:]))
    return Matchable("".join(made) + " ", tuple(cuts), tuple(shifts))


def _instead(found: str) -> str:
    """What stands for a place that is not changed one for one."""
    if found[0].isspace() or found[0] == "-":
        return " "
    two = _TWO.get(found.lower())
    if two:
        return two
    if found[0].isalpha():  # a letter with its marks apart
        return plain(unicodedata.normalize("NFC", found)[0])
    return ""


def _one(char: str) -> str:
    """One code point, by itself."""
    lower = char.lower()[0]
    if not lower.isalpha():
        return " "
    if lower in _STROKED:
        return _STROKED[lower]
    if "\u0400" <= lower <= "\u052f":  # й, ї are letters of their own, not accented ones
        return lower
    return next((c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c)), lower)


class _Table(dict[int, str]):
    """Made as it is asked for: a text uses few of all code points."""

    def __missing__(self, code: int) -> str:
        self[code] = _one(chr(code))
        return self[code]


_ALL = _Table()
_ASCII = {code: _one(chr(code)) for code in range(128)}
