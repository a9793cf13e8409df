"""The language of the text, among those that the archive's settings name."""

from __future__ import annotations

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from generator.describe.claims import Claim
from generator.describe.reading import Reading
from generator.model import Evidence

_SAMPLE = 3000


@lru_cache(maxsize=4)
def _identifier(languages: tuple[str, ...]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = set(identifier.nb_classes)
    identifier.set_languages([code for code in languages if code in known] or list(known))
    return identifier


def claim(reading: Reading) -> Claim | None:
    """The language that the words are most likely in; where the archive has one alone, that."""
    languages = reading.settings.languages
    sample = " ".join(block.text for block in reading.source.blocks[:20])[:_SAMPLE]
    if not any(char.isalpha() for char in sample):
        return None
    code = languages[0] if len(languages) == 1 else str(_identifier(languages).classify(sample)[0])
    return Claim(code, Evidence("letters", "inferred"))
