"""In which language words on a page are, and in which direction they run."""

from __future__ import annotations

from generator.render.languages import is_language

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})


def speech(language: str | None, around: str | None) -> str:
    """The attributes `lang` and `dir` of words among others; empty where nothing changes, or none knows the language.

    Args:
        language: that of the words (ISO 639-1), None where it is not known.
        around: that of what they stand in.
    """
    if not language or language == around or not is_language(language):
        return ""
    turned = (language in _RIGHT_TO_LEFT) != (around in _RIGHT_TO_LEFT)
    direction = "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    return f'lang="{language}" dir="{direction}"' if turned else f'lang="{language}"'
