"""What languages are called, in the language of the site, by CLDR."""

from __future__ import annotations

import re
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


_CODE = re.compile(r"([a-z]{2,3})(?:-[A-Za-z\d]{2,8})*")


def is_language(code: str | None) -> bool:
    """Whether this is the code of a language that CLDR knows, with or without script and country."""
    match = _CODE.fullmatch(code or "")
    return match is not None and match[1] in Locale.parse("en").languages
