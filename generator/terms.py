"""The terms of a search: what stands in the index for a word, so that its other forms and spellings find it.

A word is folded (no case, no accents, `ł` as `l`, `қ` as `к`) and cut to its stem by the rules of its language: those
of Snowball, else the endings that `terms.json` lists. A mark behind it keeps it apart from the words of the text, which
answer phrases alone. `assets/terms.js` does the same with what a reader types, from the same tables.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import regex
import Stemmer

from generator.text import fold_char

TABLES: dict[str, Any] = json.loads(Path(__file__).with_name("terms.json").read_text(encoding="utf-8"))
"""Letters, stemmers, endings, stop words and sounds, as the browser takes them too."""

CYRILLIC = frozenset(TABLES["cyrillic"])
"""Languages that are written in Cyrillic letters."""

STEM, ENDINGS, UNCONFIRMED, SOUND = "ǂ", "ǁ", "ǃ", "ǀ"
"""Behind a stem; behind one by a list of endings, which cuts words of other languages short; also behind one of a name
that the machine inferred; and behind the sound of a name."""

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*")
_MARKS = regex.compile(r"[\p{M}\u00ad]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ´", "'"))
_PARTING = ("'", "-", "‐", "‑")
"""Signs that may part an ending from its word."""
_FEWEST_SOUNDS = 4
_SOUNDS = [(re.compile(pattern), by.replace("$1", r"\1")) for pattern, by in TABLES["sounds"]]
_ENDINGS = sorted({ending for several in TABLES["endings"].values() for ending in several.split()})
_SURNAME = re.compile(TABLES["surnames"])


def words(text: str) -> Iterator[str]:
    """The words of a text as they are written, less the endings that a sign parts from them."""
    text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    for match in _WORD.finditer(text):
        start = match.start()
        # Hardly any word has such a sign before it.
        if text[start - 1 : start] not in _PARTING or not _is_ending(match[0], text[max(0, start - 2) : start]):
            yield match[0]


def _is_ending(word: str, before: str) -> bool:
    """Whether a word is the ending of the one before it, from which a sign parts it: `harbour's`, `БАА-ның`."""
    if len(before) < 2 or not before[0].isalnum() or word != word.lower():
        return False
    if before[1] == "'":
        return word in TABLES["clitics"] or _are_endings(folded(word))
    return word > "\u0400" and _are_endings(folded(word))


def _are_endings(letters: str) -> bool:
    """Whether letters are endings of the tables, one behind the other."""
    reached = {0}
    for start in range(len(letters)):
        if start in reached:
            reached |= {start + len(e) for e in _ENDINGS if letters.startswith(e, start)}
    return len(letters) in reached


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """A word without case and accents, in the letters that every keyboard has."""
    plain = _MARKS.sub("", "".join(map(fold_char, word)))
    return "".join(TABLES["letters"].get(char, char) for char in plain)


@cache
def _stop(language: str | None) -> frozenset[str]:
    return frozenset(folded(word) for word in TABLES["stop"].get(language, "").split())


@lru_cache(maxsize=1 << 17)
def stem(word: str, language: str | None) -> str:
    """The stem of a folded word by the rules of a language (ISO 639-1); the word itself where no rules are known."""
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
    return re.compile(rf"^(.{{3,}}?)(?:{long})$|^(.{{4,}})(?:{short})$")


def surname(word: str) -> str | None:
    """A folded Russian surname without its ending (`токаева`: `токаев`), which a stemmer cuts in some cases only."""
    match = _SURNAME.match(word)
    return match[1] if match else None


def _less_endings(word: str, language: str) -> str:
    while match := _endings(language).match(word):
        word = str(match[1] or match[2])
    return word[:-1] + str(TABLES["finals"][language].get(word[-1:], word[-1:]))


@lru_cache(maxsize=1 << 16)
def stems(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The stems that a word has in any of several languages that write its letters, each with its mark.

    For a name, which is of no language, and for what a reader types.
    """
    plain = folded(word)
    if plain.isdecimal():
        return (plain + STEM,)
    cyrillic = any("\u0400" <= char <= "\u052f" for char in plain)
    fit = [code for code in languages if (code in CYRILLIC) == cyrillic]
    found = [plain + STEM, *([family + STEM] if (family := surname(plain)) else [])]
    return tuple(dict.fromkeys([*found, *(_marked(plain, code) for code in fit)]))


def _marked(plain: str, language: str | None) -> str:
    has_endings = language in TABLES["endings"] and not plain.isdecimal()
    return stem(plain, language) + (ENDINGS if has_endings else STEM)


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


def terms_of(text: str, language: str | None) -> Iterator[str]:
    """The terms of a text: of each word its stem, of one with a capital its sound too; small words have none."""
    for word, count in Counter(words(text)).items():
        plain = folded(word)
        if plain not in _stop(language):
            made = [_marked(plain, language), *(_as_a_name(plain, language) if word[:1].isupper() else ())]
            yield from made * count


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
        if not word[:1].isupper() and any(folded(word) in _stop(language) for language in languages):
            continue
        for cut in stems(word, languages):
            found.add(cut if confirmed else cut + UNCONFIRMED)
            if confirmed and word[:1].isupper() and (heard := sound(cut[:-1])):
                found.add(heard + SOUND)
    return sorted(found)
