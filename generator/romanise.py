"""Spellings of one name in Cyrillic and Latin: Токаев, Tokayev, Tokaev, Toqaev.

Romanisations differ in a few places (BGN/PCGN, ISO 9, the press); each of them is tried. Folded forms in, folded forms
out: lower case, no accents.
"""

from __future__ import annotations

import re
from itertools import product

_LATIN = {
    **{"а": "a", "б": "b", "в": "v", "г": "g", "ғ": "gh", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z"},
    **{"и": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o"},
    **{"п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h"},
    **{"ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e"},
    **{"ю": "yu", "я": "ya", "ә": "a"},
}
_CYRILLIC = (
    *(("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("dzh", "дж"), ("yu", "ю")),
    *(("ya", "я"), ("yo", "ё"), ("ye", "е"), ("iy", "ий"), ("ay", "ай"), ("ey", "ей"), ("oy", "ой"), ("uy", "уй")),
    *(("a", "а"), ("b", "б"), ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и")),
    *(("j", "ж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р")),
    *(("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "кс"), ("y", "ы"), ("z", "з")),
)
_EAST = re.compile(r"(?:[oe]v|[oe]va|in|ina|iy|sky|ski|skiy|bek|bekov|uly|uulu|kyzy|bay|bai|ulov|baev|bayev|enko|yan)$")
"""How names end that come from Cyrillic."""

_CHOICES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), several)
    for pattern, several in (
        (r"(?<=[aeiou])y?ev(?=a?$)", ("yev", "ev", "iev")),
        (r"(?<=[^aeiouy])yev(?=a?$)", ("yev", "ev")),
        (r"(?:iy|yy|yi|ii|y|i)$(?<=[^aeou].)", ("iy", "y", "i")),
        (r"kh", ("kh", "h")),
        (r"dzh|zh|j(?=[aeiou])", ("zh", "j", "dzh")),
        (r"^ye(?=[^v])|^e", ("ye", "e")),
        (r"(?<=[aeou])[yi](?=[^aeiouyv]|$)", ("y", "i")),
        (r"(?<!s)[yi](?=[au])", ("y", "i")),
        (r"q", ("q", "k")),
        (r"(?<=^)k(?=[aouy])|(?<=[ao])k(?=[aouy])", ("k", "q")),
        (r"ts", ("ts", "c")),
        (r"gh", ("gh", "g")),
        (r"(?<=[^aeiou])y(?=[^aeiouy])", ("y", "i")),
    )
)
_MOST = 12


def romanised(word: str) -> str:
    """A folded Cyrillic word in Latin letters."""
    return "".join(_LATIN.get(char, char) for char in word)


def cyrillic(word: str) -> str:
    """A folded Latin word in Cyrillic letters, the likeliest spelling."""
    made = re.sub(r"(?<=[aeiou])yev(a?)$", r"ев\1", word).replace("'", "")
    made = re.sub(r"^e", "э", made)
    for latin, letter in _CYRILLIC:
        made = made.replace(latin, letter)
    return made


def is_eastern(word: str) -> bool:
    """Whether a folded Latin word ends as names do that come from Cyrillic."""
    return bool(_EAST.search(word))


def spellings(word: str) -> list[str]:
    """The other Latin spellings of a folded word that comes from Cyrillic, at most twelve."""
    found = {word}
    for pattern, several in _CHOICES:
        found |= {pattern.sub(choice, known) for known, choice in product(sorted(found)[:_MOST], several)}
    return sorted(found - {word})[:_MOST]
