"""The words of the interface in the language of the site, from the gettext catalogues in `locale/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.model import WITHHELD

_LOCALE = Path(__file__).parent / "locale"
_ENGLISH = NullTranslations()
_spoken: ContextVar[tuple[str, NullTranslations]] = ContextVar("_spoken", default=("en", _ENGLISH))
"""So that not each function which says a word must be handed the language; `render` alone sets it."""


@lru_cache
def catalogue(language: str) -> NullTranslations:
    """The words of a language (ISO 639-1); English ones where it has no catalogue."""
    path = _LOCALE / language / "LC_MESSAGES" / "regesta.po"
    if not path.is_file():
        return _ENGLISH
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """While it lasts, words come in this language (ISO 639-1); in English where it has no catalogue."""
    token = _spoken.set((language, catalogue(language)))
    try:
        yield
    finally:
        _spoken.reset(token)


def language() -> str:
    """The language of the site."""
    return _spoken.get()[0]


def _(words: str) -> str:
    """The words in the language of the site."""
    return _spoken.get()[1].gettext(words) if words else ""  # which stands for the head of a catalogue


def later_(words: str) -> str:
    """These words as they are: marked for the catalogues where a table holds what `_` says later."""
    return words


def n_(one: str, many: str, n: int) -> str:
    """The words for `n` things in the language of the site."""
    return _spoken.get()[1].ngettext(one, many, n)


FIGURES = re.compile(r"“.*”|https?://\S+|\d+", re.DOTALL)
"""What a reason says of the one case: figures, the words quoted, addresses."""


def told(reason: str) -> str:
    """What the program says of a relation in English, in the language of the site: its figures stand for any others.

    `14 words, word for word` is looked up as `{} words, word for word`.
    """
    if "{" in reason:
        return reason
    figures = (quoted(figure[1:-1]) if figure[0] == "“" else figure for figure in FIGURES.findall(reason))
    return _(FIGURES.sub("{}", reason)).format(*figures)


def capital(words: str) -> str:
    """The words with a capital at the head, as the language of the site writes it: Turkish has a dotted one."""
    dotted = words[:1] == "i" and language() in ("tr", "az")
    return ("İ" if dotted else words[:1].upper()) + words[1:]


def quoted(words: str) -> str:
    """The words in the quotation marks of the language of the site."""
    return _("“{words}”").format(words=words)


def withheld(text: str) -> str:
    """A text in which words are withheld, with the mark of that in the language of the site."""
    return text.replace(WITHHELD, _("[name withheld]"))
