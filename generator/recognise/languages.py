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
_ENOUGH = 300
_OFTEN = 3
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
        letters = sum(map(str.isalpha, sample))
        if not letters:
            return None, (None,) * len(blocks)
        strange = self._strange(sample)
        if strange or len(self._languages) == 1:
            return strange or self._languages[0], (None,) * len(blocks)
        sure = tuple(self._sure(block.text[:_SAMPLE]) for block in blocks)
        weights: Counter[str] = Counter()
        for block, language in zip(blocks, sure, strict=True):
            if language:
                weights[language] += len(block.text)
        main = weights.most_common(1)[0][0] if weights else most_likely(sample, self._languages)[0]
        return main, sure

    def _strange(self, sample: str) -> str | None:
        """A language that the archive's settings do not name, where the text is surely in it."""
        if "en" in self._languages and sample.count(" the ") >= _OFTEN:
            return None  # to ask of every English text would cost as much as to look for its names
        language, margin = most_likely(sample[:_ENOUGH])
        return language if language not in self._languages and margin >= _MARGIN else None

    def _sure(self, text: str) -> str | None:
        if sum(map(str.isalpha, text)) < _FEWEST:
            return None
        language, margin = most_likely(text, self._languages)
        return language if margin >= _MARGIN else None
