"""The curator's word about mentions: `annotate: {never: [Kant], also: {"the Chairperson": people/x}}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.authority import Authority
from generator.model import Mention, Place, Source
from generator.text import key


def correct(mentions: Sequence[Mention], source: Source, authority: Authority) -> tuple[Mention, ...]:
    """The mentions without those that the curator denies, and with those that the curator adds, in order."""
    added = [mention for mention in _added(source) if mention.entity in authority.entries]
    kept = [
        m
        for m in mentions
        if m.at and not is_never(m.at.quote, source) and not any(a.at and overlaps(m, a.at) for a in added)
    ]
    return tuple(sorted([*kept, *added], key=lambda m: (m.at.paragraph, m.at.start) if m.at else (0, 0)))


def is_never(quote: str, source: Source) -> bool:
    """Whether the curator says that these words name nothing in this document."""
    never = (source.curated.get("annotate") or {}).get("never") or []
    return key(quote) in {key(words) for words in never}


def _added(source: Source) -> Iterator[Mention]:
    also = (source.curated.get("annotate") or {}).get("also") or {}
    for words, entity in also.items():
        spaced = r"\s+".join(map(re.escape, words.split()))
        pattern = re.compile(rf"(?<!\w){spaced}(?!\w)")
        for block in source.blocks:
            for match in pattern.finditer(block.text):
                at = Place(block.number, match.start(), match.end(), match[0])
                yield Mention(entity, at, "curator", "curated", 1.0)


def overlaps(mention: Mention, place: Place) -> bool:
    """Whether a mention stands, in part at least, where a place is."""
    at = mention.at
    return bool(at and at.paragraph == place.paragraph and at.start < place.end and place.start < at.end)
