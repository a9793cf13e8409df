"""Alphabetical order as the readers of a language expect it, and the letter under which a heading stands.

The order is that of the Unicode Collation Algorithm, with the letters that a language counts as its own.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pyuca import Collator

_AFTER = {
    "az": "c<ç e<ə g<ğ h<x<ı k<q o<ö s<ş u<ü",
    "cs": "c<č r<ř s<š z<ž",
    "da": "z<æ<ø<å",
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "fi": "z<å<ä<ö",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ<ö",
    "kk": "у<ұ<ү ы<і",
    "lt": "c<č s<š z<ž",
    "lv": "c<č g<ģ k<ķ l<ļ n<ņ s<š z<ž",
    "nb": "z<æ<ø<å",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ș t<ț",
    "sk": "a<ä c<č o<ô s<š z<ž",
    "sv": "z<å<ä<ö",
    "tk": "c<ç e<ä j<ž n<ň o<ö s<ş u<ü y<ý",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
}
"""Letters of their own that other languages count as forms of another, each chain behind the letter it begins with."""
_AFTER |= {"nn": _AFTER["nb"], "no": _AFTER["nb"]}

_LAST = "\ufffd"
"""Sorts behind every letter: with it behind `c`, a `ç` stands after all that begins with `c`."""

_SCRIPTS = {
    **dict.fromkeys(
        ("ab", "ba", "be", "bg", "cv", "kk", "kv", "ky", "mk", "mn", "os", "ru", "sr", "tg", "tt", "uk"), 1
    ),
    "el": 2,
}
_ORDER = (("LATIN", "CYRILLIC", "GREEK"), ("CYRILLIC", "LATIN", "GREEK"), ("GREEK", "LATIN", "CYRILLIC"))
"""Whose letters come first, by the language of the site; further scripts follow in the order of Unicode."""

FIGURES = "0–9"
"""The heading of what begins with a figure."""


@lru_cache(maxsize=1)
def _collator() -> Collator:
    return Collator()


@lru_cache(maxsize=65536)
def sort_key(words: str, language: str = "en") -> tuple[int, ...]:
    """The collation key of a heading; marks before its first letter or figure do not count."""
    words = _from_first(words)
    return _rank(words[:1], language), *_collator().sort_key(_spelt(words, language))


@lru_cache(maxsize=65536)
def letter(words: str, language: str = "en") -> str:
    """The letter under which a heading stands: `K`; `0–9` for a figure, `…` where it has neither."""
    first = unicodedata.normalize("NFC", _from_first(words))[:1]
    if not first:
        return "…"
    if first.isdigit():
        return FIGURES
    small = _small(first, language)
    if small not in _own(language):
        spelt = "i" if small == "ı" else small
        small = next((plain for plain in _plainer(spelt) if _primary(plain) == _primary(spelt)), spelt)
    return "İ" if small == "i" and "ı" in _own(language) else small.upper()


def script(words: str) -> str:
    """The script of the first letter as Unicode calls it: `LATIN`; empty for a figure or none."""
    first = _from_first(words)[:1]
    return unicodedata.name(first, "").partition(" ")[0] if first.isalpha() else ""


def _from_first(words: str) -> str:
    at = next((n for n, char in enumerate(words) if char.isalnum()), len(words))
    return words[at:]


def _rank(first: str, language: str) -> int:
    order = _ORDER[_SCRIPTS.get(language, 0)]
    name = script(first)
    if not name:
        return 0
    return 1 + (order.index(name) if name in order else len(order))


def _spelt(words: str, language: str) -> str:
    """The words with each letter of a language's own written as the one before it and a mark that sorts last."""
    own = _own(language)
    composed = unicodedata.normalize("NFC", words)
    if not own:
        return composed.replace("ı", "i")
    return "".join(own.get(_small(char, language), char) for char in composed)


@lru_cache(maxsize=32)
def _own(language: str) -> dict[str, str]:
    made: dict[str, str] = {}
    for chain in _AFTER.get(language, "").split():
        base, *others = chain.split("<")
        made |= {other: base + _LAST * n for n, other in enumerate(others, 1)}
    return made


def _small(char: str, language: str) -> str:
    """A letter in lower case; where the dotless i is a letter of its own, `I` is its capital."""
    if "ı" in _own(language) and char in "Iİ":
        return "ı" if char == "I" else "i"
    small = char.lower()
    return small if len(small) == 1 else char


def _plainer(char: str) -> tuple[str, ...]:
    """Letters of which this one may be a form."""
    return (*_LATIN, unicodedata.normalize("NFD", char)[0])


_LATIN = "abcdefghijklmnopqrstuvwxyz"


def _primary(char: str) -> int:
    return int(_collator().sort_key(char)[0])
