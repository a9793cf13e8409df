"""The curator's word about mentions: `annotate: {never: [Kant], also: {"the Chairperson": people/x}}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.authority import Authority
from generator.model import Block, Fault, Mention, Place, Source
from generator.text import key


def correct(mentions: Sequence[Mention], source: Source, authority: Authority) -> tuple[Mention, ...]:
    """The mentions without those that the curator denies, and with those that the curator adds, in order."""
    added = [mention for mention in _added(source) if authority.links(mention.entity)]
    kept = [
        m
        for m in mentions
        if m.at and not is_never(m.at.quote, source) and not any(a.at and overlaps(m, a.at) for a in added)
    ]
    return tuple(sorted([*kept, *added], key=lambda m: (m.at.paragraph, m.at.start) if m.at else (0, 0)))


def unfit(source: Source, authority: Authority) -> Iterator[Fault]:
    """What of the curator's word about a document fits nothing in it."""
    word = source.curated.get("annotate") or {}
    path, line = f"content/{source.file.path}", 1
    for words, entity in (word.get("also") or {}).items():
        if authority.get(entity) is None:
            yield Fault(path, line, f"`annotate: also`: there is no entity `{entity}`", "mend its id")
        elif not authority.links(entity):
            yield Fault(path, line, f"`annotate: also`: `{entity}` is never to be linked", "remove it")
        elif not any(_places(words, block) for block in source.blocks):
            yield Fault(path, line, f"`annotate: also`: “{words}” stands nowhere in the text", "mend the words")
    for words in word.get("never") or ():
        if not any(key(words) in key(block.text) for block in source.blocks):
            yield Fault(path, line, f"`annotate: never`: “{words}” stands nowhere in the text", "mend the words")


def is_never(quote: str, source: Source) -> bool:
    """Whether the curator says that these words name nothing in this document."""
    never = (source.curated.get("annotate") or {}).get("never") or []
    return key(quote) in {key(words) for words in never}


def _added(source: Source) -> Iterator[Mention]:
    also = (source.curated.get("annotate") or {}).get("also") or {}
    taken: list[Mention] = []
    for words, entity in sorted(also.items(), key=lambda item: -len(item[0])):  # the longest words first
        for at in (place for block in source.blocks for place in _places(words, block)):
            if not any(overlaps(mention, at) for mention in taken):
                taken.append(Mention(entity, at, "curator", "curated", 1.0))
    yield from taken


def _places(words: str, block: Block) -> list[Place]:
    """Where words stand in a block; none where there are no words."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    found = re.finditer(rf"(?<!\w){spaced}(?!\w)", block.text) if spaced else ()
    return [Place(block.number, match.start(), match.end(), match[0]) for match in found]


def overlaps(mention: Mention, place: Place) -> bool:
    """Whether a mention stands, in part at least, where a place is."""
    at = mention.at
    return bool(at and at.paragraph == place.paragraph and at.start < place.end and place.start < at.end)
