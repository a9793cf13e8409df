"""Folding of text for comparison, with the way back to the offsets of the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

_SPACE_RUN = re.compile(r"\s\s|^\s|\s$")
_SLUG = re.compile(r"[^a-z0-9]+")


LOWER = "".join(chr(code) for code in range(ord("a"), 0x530) if chr(code).islower())
"""The small letters of the Latin, Greek and Cyrillic scripts, for a class of a regular expression."""
CAPITAL = rf"[^\W\d_{LOWER}]"
"""A capital letter, as a regular expression; or a letter of a script that has none."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded for matching, and the way back."""

    text: str
    """Lower case, without diacritics, each run of white space one space."""
    origin: tuple[int, ...] | None
    """For each code point of `text` its place in the original, and one for the end; None where they are the same."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original text of the folded span `start` to `end` (code points)."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1 if end > start else self.origin[start]


def squeeze(text: str) -> str:
    """The text with each run of white space folded to one space, and none at its ends."""
    return " ".join(text.split())


_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of all that follows."""


def legible(text: str) -> str:
    """The text on one line without what nobody sees and what would run on into the words behind it."""
    return squeeze(_UNSEEN.sub("", squeeze(text)))


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    """One code point in lower case without diacritics; nothing for a combining mark or a soft hyphen."""
    if char.isspace():
        return " "
    if char == "\u00ad":
        return ""
    if char in "’‘ʼ´":
        return "'"
    if char in "‐‑–—−":
        return "-"
    if "\u0400" <= char <= "\u052f":  # й, ё, ї are letters of their own, not accented ones
        return char.casefold()
    plain = unicodedata.normalize("NFKD", char.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def fold(text: str) -> Folded:
    """The text folded for matching (case, diacritics, white space, kinds of dash and apostrophe), with offsets."""
    if text.isascii() and not _SPACE_RUN.search(text):
        return Folded(text.lower().translate(_ASCII_SPACES), None)
    out: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        for plain in fold_char(char):
            if plain == " " and (not out or out[-1] == " "):
                continue
            out.append(plain)
            origin.append(at)
    while out and out[-1] == " ":
        out.pop()
        origin.pop()
    return Folded("".join(out), (*origin, len(text)))


def key(text: str) -> str:
    """The folded text alone: two texts of the same key differ only in case, diacritics and white space."""
    return fold(text).text


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return re.findall(r"\w+", key(text))


def vocabulary(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


def in_capitals(text: str) -> bool:
    """Whether a line is set in capitals; a small letter or two may be slips, or belong there (`B-52s`)."""
    large, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return large > 0 and large >= 9 * small


def slug(text: str) -> str:
    """The text as one part of an address: ASCII, lower case, every other run a hyphen."""
    plain = anyascii(unicodedata.normalize("NFC", text)).lower().replace("'", "").replace(":", "")
    return _SLUG.sub("-", plain).strip("-")


def clip(text: str, limit: int) -> str:
    """The beginning of a text up to a whole word, at most `limit` code points, an ellipsis where it is cut."""
    text = squeeze(text)
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rsplit(" ", 1)[0] or head).rstrip(" ,;:.-–—") + "…"


_ASCII_SPACES = {ord(c): " " for c in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"}
