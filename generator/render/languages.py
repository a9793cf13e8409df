"""What languages are called, in the language of the site, by CLDR."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from generator.render.words import _, language


def language_name(code: str | None) -> str:
    """The name of a language by its code (ISO 639); the code where it has no name, words where there is no code."""
    return name_in(code, language()) if code else _("another language")


@lru_cache
def name_in(code: str, speaking: str) -> str:
    """What a language is called in another; the code where it has no name there."""
    return str(Locale.parse(speaking).languages.get(code, code))
