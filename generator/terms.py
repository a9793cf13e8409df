"""The terms of a search: what stands in the index for a word, so that its other forms and spellings find it.

A word is folded (no case, no accents, `ł` as `l`, `қ` as `к`) and cut to its stem by the rules of its language: those
of Snowball, else the endings that `terms.json` lists. A mark behind it keeps it apart from the words of the text, which
answer phrases alone. `assets/terms.js` does the same with what a reader types, from the same tables.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import Stemmer

from generator.text import fold_char

TABLES: dict[str, Any] = json.loads(Path(__file__).with_name("terms.json").read_text(encoding="utf-8"))
"""Letters, stemmers, endings, stop words and sounds, as the browser takes them too."""

STEM, UNCONFIRMED, SOUND = "ǂ", "ǃ", "ǀ"
"""Behind a stem of what the text says, of another name that the machine inferred, and behind the sound of a name."""

_WORD = re.compile(r"[^\W_]+")
_CUT = 3
"""Letters behind an apostrophe that are an ending (`Tokayev's`), as is whatever the tables list (`Kazakistan'daki`)."""
_FEWEST_SOUNDS = 4


def words(text: str) -> Iterator[str]:
    """The words of a text as they are written, less the endings behind an apostrophe."""
    for match in _WORD.finditer(text):
        if not _is_ending(match[0], text[max(0, match.start() - 2) : match.start()]):
            yield match[0]


def _is_ending(word: str, before: str) -> bool:
    """Whether a word is the ending of the one before it, from which a sign parts it: `Kazakistan'da`, `ЕҚЫҰ-ның`."""
    if len(before) < 2 or not before[0].isalnum():
        return False
    if before[1] in "'’ʼ":
        return len(word) <= _CUT or bool(_ENDINGS.fullmatch(folded(word)))
    return before[1] in "-‐‑" and word.islower() and word > "\u0400" and bool(_ENDINGS.fullmatch(folded(word)))


_ENDINGS = re.compile(f"(?:{'|'.join(sorted({e for all_ in TABLES['endings'].values() for e in all_.split()}))})+")


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """A word without case and accents, in the letters that every keyboard has."""
    plain = "".join(map(fold_char, word))
    return "".join(TABLES["letters"].get(char, char) for char in plain)


@cache
def _stop(language: str | None) -> frozenset[str]:
    return frozenset(folded(word) for word in TABLES["stop"].get(language, "").split())


@lru_cache(maxsize=1 << 17)
def stem(word: str, language: str | None) -> str:
    """The stem of a folded word by the rules of a language (ISO 639-1); the word itself where no rules are known."""
    if word.isdecimal():
        return word
    if language in TABLES["stemmers"]:
        return str(_stemmer(TABLES["stemmers"][language]).stemWord(word))
    if language in TABLES["endings"]:
        return _less_endings(word, language or "")
    return word


@cache
def _stemmer(name: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(name)


@cache
def _endings(language: str) -> re.Pattern[str]:
    several = TABLES["endings"][language].split()
    short, long = ("|".join(e for e in several if (len(e) == 1) == one) for one in (True, False))
    return re.compile(rf"^(.{{2,}}?)(?:{long})$|^(.{{3,}})(?:{short})$")


def surname(word: str) -> str | None:
    """A folded Russian surname without its ending (`токаева`: `токаев`), which a stemmer cuts in some cases only."""
    match = _SURNAME.match(word)
    return match[1] if match else None


_SURNAME = re.compile(TABLES["surnames"])


def _less_endings(word: str, language: str) -> str:
    while match := _endings(language).match(word):
        word = str(match[1] or match[2])
    return word[:-1] + str(TABLES["finals"][language].get(word[-1:], word[-1:]))


@lru_cache(maxsize=1 << 16)
def stems(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The stems that a word has in any of several languages that write its letters, for a name of no language."""
    plain = folded(word)
    cyrillic = any("\u0400" <= char <= "\u052f" for char in plain)
    fit = (code for code in languages if (code in CYRILLIC) == cyrillic)
    return tuple(dict.fromkeys(filter(None, [plain, surname(plain), *(stem(plain, code) for code in fit)])))


CYRILLIC = frozenset(TABLES["cyrillic"])
"""Languages that are written in Cyrillic letters."""


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str | None:
    """How a stem sounds, roughly, in Latin letters and without its vowels: what the spellings of a name share.

    None for a stem of which too little is left to tell it from others.
    """
    made = "".join(TABLES["latin"].get(char, char) for char in word)
    if not made.isascii() or any(map(str.isdigit, made)):
        return None
    for pattern, by in _SOUNDS:
        made = pattern.sub(by, made)
    return made if len(made) >= _FEWEST_SOUNDS else None


_SOUNDS = [(re.compile(pattern), by.replace("$1", r"\1")) for pattern, by in TABLES["sounds"]]


def terms_of(text: str, language: str | None) -> Iterator[str]:
    """The terms of a text: of each word its stem, of one with a capital its sound too; small words have none."""
    for word in words(text):
        plain = folded(word)
        if plain in _stop(language):
            continue
        yield stem(plain, language) + STEM
        if word[:1].isupper():
            yield from _as_a_name(plain, language)


def _as_a_name(plain: str, language: str | None) -> Iterator[str]:
    family = surname(plain)
    if family:
        yield family + STEM
    heard = sound(family or stem(plain, language))
    if heard:
        yield heard + SOUND


def terms_of_names(names: Iterable[str], languages: tuple[str, ...], confirmed: bool) -> list[str]:
    """The terms of the names of one entity, each once, sorted."""
    found = set()
    for word in {word for name in names for word in words(name)}:
        if any(folded(word) in _stop(language) for language in languages):
            continue
        for cut in stems(word, languages):
            found.add(cut + (STEM if confirmed else UNCONFIRMED))
            if confirmed and word[:1].isupper() and (heard := sound(cut)):
                found.add(heard + SOUND)
    return sorted(found)
