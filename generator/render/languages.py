"""What languages are called, in the language of the site, by CLDR."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from generator.render.words import _, language


def language_name(code: str | None) -> str:
    """The name of a language by its code (ISO 639); the code where it has no name, words where there is no code."""
    return _named(code, language()) if code else _("another language")


@lru_cache
def _named(code: str, speaking: str) -> str:
    try:
        return str(Locale.parse(speaking).languages.get(code, code))
    except (UnknownLocaleError, ValueError):
        return code
