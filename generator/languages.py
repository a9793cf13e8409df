"""Language identification: the one place that knows its library."""

from __future__ import annotations

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier


@lru_cache(maxsize=4)
def _identifier(languages: tuple[str, ...]) -> LanguageIdentifier:
    """An identifier of these languages alone; of all that it knows, where it knows none of them."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    everywhere = list(identifier.nb_classes)
    identifier.set_languages([code for code in languages if code in everywhere] or everywhere)
    return identifier


def most_likely(text: str, languages: tuple[str, ...] = ()) -> tuple[str, float]:
    """The language (ISO 639-1) that a text is most likely in, and by how much.

    The second is the natural logarithm of how much likelier it is than the next; infinite where there is no other.
    """
    ranked = _identifier(languages).rank(text)
    margin = float(ranked[0][1] - ranked[1][1]) if len(ranked) > 1 else float("inf")
    return str(ranked[0][0]), margin
