"""The language of each block, among those that the archive's settings name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.languages import most_likely
from generator.model import Block
from generator.settings import Settings

_SAMPLE = 160
"""Code points of a block that are looked at: more cost time and change nothing."""
_WHOLE = 3000
_FEWEST = 20
"""Letters without which a block tells nothing: names are alike in all languages."""
_MARGIN = 40.0
"""By how much (natural logarithm) a block's best language must be more likely than the next, to be sure of it."""


class LanguageFinder:
    """Tells languages by their letters."""

    def __init__(self, settings: Settings) -> None:
        """Look for the languages of the archive alone."""
        self._languages = settings.languages

    def find(self, blocks: Sequence[Block]) -> tuple[str | None, tuple[str | None, ...]]:
        """The language of most of the text, and for each block its own where that is sure."""
        sample = " ".join(block.text for block in blocks[:20])[:_WHOLE]
        letters = sum(char.isalpha() for char in sample)
        if not letters:
            return None, (None,) * len(blocks)
        if len(self._languages) == 1:
            # An archive of one language may hold a text in another script all the same.
            plain = sum(char.isascii() and char.isalpha() for char in sample) > letters / 2
            only = self._languages[0] if plain else most_likely(sample)[0]
            return only, (None,) * len(blocks)
        sure = tuple(self._sure(block.text[:_SAMPLE]) for block in blocks)
        weights: Counter[str] = Counter()
        for block, language in zip(blocks, sure, strict=True):
            if language:
                weights[language] += len(block.text)
        main = weights.most_common(1)[0][0] if weights else most_likely(sample, self._languages)[0]
        return main, sure

    def _sure(self, text: str) -> str | None:
        if sum(char.isalpha() for char in text) < _FEWEST:
            return None
        language, margin = most_likely(text, self._languages)
        return language if margin >= _MARGIN else None
