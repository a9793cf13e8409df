"""Redaction: it fails closed. A quote that is found nowhere holds its document back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from generator.errors import SourceError
from generator.model import WITHHELD, Block, Source
from generator.text import slug

_PUNCTUATION = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"[/%_-]")
_ALIKE = {"ı": "i", "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "′": "'", **dict.fromkeys("‐‑‒–—−", "-")}
_PRIVATE = ("redact", "access", "open_from")
"""Fields of the curator's word that never leave `read`."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is withheld from a document, as settled for the day of the build."""

    access: str = "open"
    redact: tuple[str, ...] = ()
    """Words that must not be published."""


def withhold(source: Source, withheld: Withheld, path: str, original: str | None) -> Source:
    """The source without the withheld words, in its blocks and in every field of the curator's word.

    Raises:
        SourceError: a quote is found nowhere, or stands in the id, the path or the address of the original.
    """
    quotes = [squeezed for quote in withheld.redact if (squeezed := _bare(quote))]
    curated = {name: value for name, value in source.curated.items() if name not in _PRIVATE}
    if not withheld.redact:
        return replace(source, curated=curated, access=withheld.access)
    if len(quotes) < len(withheld.redact):
        raise _held_back(path, "a quote to redact is empty", "give the words, or remove it")
    for number, quote in enumerate(quotes, 1):
        if any(in_name(quote, name) for name in (source.id, source.file.path, original or "")):
            remedy = "set `id:` and the file's name, or `original:` to nothing"
            raise _held_back(path, f"the words of redaction {number} stand in its id, path or original", remedy)
        if not contains(_texts(source), [quote]):
            raise _held_back(path, f"the words of redaction {number} are found nowhere in it", "mend the quote")
    hidden = _Hidden(quotes)
    if _across(source, hidden):
        raise _held_back(path, "withheld words stand across two paragraphs", "join them in a copy of the text")
    blocks = tuple(hidden.block(block) for block in source.blocks)
    made = replace(source, blocks=blocks, curated=hidden.value(curated), access=withheld.access, redacted=True)
    if _in_an_address(made, withheld.redact):
        raise _held_back(path, "an address in it, or an id, spells the withheld words", "withhold the address too")
    return replace(made, said={name: hidden.text(value) for name, value in source.said.items()}, files=(), notes=())


def contains(texts: Iterable[str], quotes: Iterable[str]) -> bool:
    """Whether any of the quotes stands in any of the texts."""
    hidden = _Hidden([_bare(quote) for quote in quotes])
    return any(hidden.spans(text) for text in texts)


def _texts(source: Source) -> Iterable[str]:
    """The text, and every string of the curator's word but the redactions themselves."""
    yield from (block.text for block in source.blocks)
    yield from (text for name, value in source.curated.items() if name != "redact" for text in _strings(value))


def in_name(quote: str, name: str) -> bool:
    """Whether the words stand in an id, a path or an address as those are written: `ivan-p`, `ivan_p`, `Ivan%20P`."""
    plain, where = (_PUNCTUATION.sub(" ", _bare(unquote(text))).strip() for text in (quote, name))
    latin = slug(quote)
    return bool(plain) and (plain in where or (bool(latin) and latin in slug(unquote(name))))


def _across(source: Source, hidden: _Hidden) -> bool:
    """Whether the words stand across the border of two blocks, where no block has them whole."""
    joined = " ".join(block.text for block in source.blocks)
    return len(hidden.spans(joined)) > sum(len(hidden.spans(block.text)) for block in source.blocks)


def _in_an_address(source: Source, quotes: Sequence[str]) -> bool:
    """Whether an address or a path in what is published spells the words."""
    tokens = {token for text in _texts(source) for token in text.split() if _ADDRESS.search(token)}
    return any(in_name(quote, token) for quote in quotes for token in tokens)


def _held_back(path: str, what: str, remedy: str) -> SourceError:
    return SourceError(path, 1, f"the document is held back: {what}", remedy)


@lru_cache(maxsize=4096)
def _bare_char(char: str) -> str:
    """A letter without case and marks; nothing for what cannot be seen. Too much alike is safe here."""
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", _ALIKE.get(char, char).casefold())
    seen = (c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return "".join(_ALIKE.get(c, c) for c in seen)


def _bare_with_origin(text: str) -> tuple[str, list[int]]:
    """The text without case, marks, runs of white space and hyphens at line ends; and whence each letter came."""
    made: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        for plain in _bare_char(char):
            if plain != " " or (made and made[-1] != " "):
                made.append(plain)
                origin.append(at)
    return "".join(made), origin


def _bare(text: str) -> str:
    return _bare_with_origin(text)[0].strip()


class _Hidden:
    """Replaces all occurrences of the quotes, whatever their case, white space and normal form."""

    def __init__(self, quotes: Sequence[str]) -> None:
        # A word may be cut by a hyphen at the end of a line.
        forms = ("(?:- )?".join(map(re.escape, q)) for q in sorted(quotes, key=len, reverse=True))
        self._pattern = re.compile("|".join(forms))

    def spans(self, text: str) -> list[tuple[int, int]]:
        bare, origin = _bare_with_origin(text)
        found = self._pattern.finditer(bare)
        return [_whole(text, origin[m.start()], origin[m.end() - 1] + 1) for m in found if m[0]]

    def block(self, block: Block) -> Block:
        text = self.text(block.text)
        return block if text == block.text else replace(block, text=text, withheld=True)

    def text(self, text: str) -> str:
        for start, end in reversed(self.spans(text)):
            text = text[:start] + WITHHELD + text[end:]
        return text

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {name: self.value(item) for name, item in value.items()}
        return [self.value(item) for item in value] if isinstance(value, list | tuple) else value


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the combining marks behind it, which folding drops."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return start, end


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
