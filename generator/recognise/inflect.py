"""Forms of Cyrillic names: Russian cases word by word, and the endings that Kazakh and Kyrgyz put behind the last one.

The tables are those of school grammars. A form that nobody uses does no harm: it is found in no text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

CASES = 5
"""Genitive, dative, accusative, instrumental, prepositional."""

_VOWELS = "аеёиоуыэюя"

_ENDINGS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    # what a word ends in, how many letters of it go, what comes in each case; several are parted by `|`
    ("ский", 2, ("ого", "ому", "ого", "им", "ом")),
    ("цкий", 2, ("ого", "ому", "ого", "им", "ом")),
    ("ая", 2, ("ой", "ой", "ую", "ой", "ой")),
    ("яя", 2, ("ей", "ей", "юю", "ей", "ей")),
    ("ый", 2, ("ого", "ому", "ого|ый", "ым", "ом")),
    ("ое", 2, ("ого", "ому", "ое", "ым|им", "ом")),
    ("ова", 1, ("ой", "ой", "у", "ой", "ой")),
    ("ева", 1, ("ой", "ой", "у", "ой", "ой")),
    ("ёва", 1, ("ой", "ой", "у", "ой", "ой")),
    ("ина", 1, ("ой|ы", "ой|е", "у", "ой", "ой|е")),
    ("ия", 1, ("и", "и", "ю", "ей", "и")),
    ("ие", 1, ("я", "ю", "е", "ем", "и")),
    ("ов", 0, ("а", "у", "а", "ым", "е")),
    ("ев", 0, ("а", "у", "а", "ым", "е")),
    ("ёв", 0, ("а", "у", "а", "ым", "е")),
    ("ин", 0, ("а", "у", "а", "ым|ом", "е")),
    ("ын", 0, ("а", "у", "а", "ым|ом", "е")),
    ("ий", 1, ("я", "ю", "я|й", "ем", "и")),
    ("й", 1, ("я", "ю", "я|й", "ем", "е")),
    ("ь", 1, ("я|и", "ю|и", "я|ь", "ем|ью|ём", "е|и")),
    ("а", 1, ("ы|и", "е", "у", "ой|ей", "е")),
    ("я", 1, ("и", "е", "ю", "ей", "е")),
    ("о", 1, ("а", "у", "о", "ом", "е")),
)
_CONSONANT = ("а", "у", "а|", "ом|ем", "е")

_SUFFIX = re.compile(
    r"(?:[лдт][аеоө]р)?(?:ы|і|сы|сі|и|у|ү|су|сү|си|іміз|ымыз)?"
    r"(?:[ндт][ыіиуү][ңн]|н|[ғгқк][аеоө]|н?[ае]|[ндт][ыіиуү]|н?[дт][аеоө]|[ндт][аеоө]н|[мбп]ен|менен)?"
    r"(?:ғы|гі|гы|ги)?"
)
"""What Kazakh and Kyrgyz put behind a name: plural, possession, case (`Токаевтың`, `комиссиясына`, `Бишкектеги`)."""


def declined(words: Sequence[str]) -> list[list[str]]:
    """The words of a name in each case, all of them changed: persons, towns."""
    cases: list[list[str]] = []
    female = bool(words) and words[-1].lower().endswith(("ова", "ева", "ёва", "ина", "ына", "ая"))
    for case in range(CASES):
        made = [""]
        for word in words:
            stays = female and word.lower()[-1] not in _VOWELS  # a woman's name that ends in a consonant
            forms = [word, *(_in_case(word, case) if word[-1] in "ьй" else ())] if stays else _in_case(word, case)
            made = [f"{before} {form}".strip() for before in made for form in forms][:4]
        cases.append(made)
    return cases


def head_declined(words: Sequence[str]) -> list[list[str]]:
    """The words of a body's name in each case: adjectives up to the first noun, and that; the rest stays as it is."""
    head = next((n for n, word in enumerate(words) if not _is_adjective(word)), 0) + 1
    rest = " ".join(words[head:])
    return [[f"{form} {rest}".strip() for form in forms] for forms in declined(words[:head])]


def is_suffix(letters: str) -> bool:
    """Whether letters behind a name are its endings in Kazakh or Kyrgyz."""
    return bool(_SUFFIX.fullmatch(letters))


def is_cyrillic(words: str) -> bool:
    """Whether the letters are Cyrillic, all that there are."""
    letters = [char for char in words if char.isalpha()]
    return bool(letters) and all("\u0400" <= char <= "\u052f" for char in letters)


def _is_adjective(word: str) -> bool:
    return len(word) > 4 and word.lower().endswith(("ая", "ый", "ий", "ое", "ее", "яя")) and "-" not in word


def _in_case(word: str, case: int) -> list[str]:
    """A word in one case; of a word with a hyphen the last part changes, and perhaps the first too."""
    before, hyphen, last = word.rpartition("-")
    forms = _simple(last, case)
    return [f"{before}{hyphen}{form}" for form in forms]


def _simple(word: str, case: int) -> list[str]:
    lower = word.lower()
    if len(word) < 2 or not is_cyrillic(word) or word.isupper():
        return [word]
    for ending, gone, cases in _ENDINGS:
        if lower.endswith(ending):
            stem = word[: len(word) - gone] if gone else word
            return [stem + form for form in cases[case].split("|")]
    if lower[-1] in _VOWELS:
        return [word]
    return [word + form for form in _CONSONANT[case].split("|")]
