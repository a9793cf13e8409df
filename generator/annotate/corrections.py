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
        if m.at and not is_never(m.at.quote, source) and not any(a.at and overlap(m.at, a.at) for a in added)
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
        elif not any(places(words, source.blocks)):
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
        for at in places(words, source.blocks):
            if not any(overlap(mention.at, at) for mention in taken):
                taken.append(Mention(entity, at, "curator", "curated", 1.0))
    yield from taken


def places(words: str, blocks: Sequence[Block], before: str | None = None, after: str | None = None) -> Iterator[Place]:
    """Where words stand, between the words right beside them if those are given; nowhere where there are no words."""
    head = rf"(?<!\w){_spaced(before)}\s*" if before else ""
    tail = rf"(?=\s*{_spaced(after)}(?!\w))" if after else ""
    pattern = re.compile(rf"{head}(?<!\w)(?P<words>{_spaced(words)})(?!\w){tail}")
    for block in blocks if words.split() else ():
        for match in pattern.finditer(block.text):
            yield Place(block.number, *match.span("words"), match["words"])


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def overlap(first: Place | None, second: Place) -> bool:
    """Whether two places have words in common."""
    return bool(first and first.paragraph == second.paragraph and first.start < second.end and second.start < first.end)
