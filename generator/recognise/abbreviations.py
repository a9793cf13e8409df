"""Abbreviations that the text defines, or that the archive's list knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.authority import Authority
from generator.model import Abbreviation, Block, Place, Source

_DEFINED = re.compile(r"\(\s*[\"“«']?(?P<short>[^\W\d_][\w./&-]{1,9})[\"”»']?\s*\)")
_BEFORE = 200
_TOKEN = re.compile(r"[^\W\d_]\w*(?:[/&.-]\w+)*")


class AbbreviationFinder:
    """Explains each use of an abbreviation; what the text itself defines goes before the list."""

    def __init__(self, authority: Authority) -> None:
        """Keep the archive's list."""
        self._known = authority.abbreviations

    def find(self, source: Source) -> tuple[Abbreviation, ...]:
        """Each use of an abbreviation in the text, with what it stands for."""
        defined = dict(pair for block in source.blocks for pair in _definitions(block.text))
        known = self._expansions(source) if self._known else {}
        return tuple(use for block in source.blocks for use in _uses(block, defined, known))

    def _expansions(self, source: Source) -> dict[str, str]:
        """The list's expansions, where one alone fits this document's publisher and collection."""
        about = {source.curated.get("publisher"), source.curated.get("collection")}
        chosen = {}
        for short, expansions in self._known.items():
            fit = [e.long for e in expansions if e.within in about and e.within] or [
                e.long for e in expansions if not e.within
            ]
            if len(set(fit)) == 1:
                chosen[short] = fit[0]
        return chosen


def _uses(block: Block, defined: dict[str, str], known: dict[str, str]) -> Iterator[Abbreviation]:
    for match in _TOKEN.finditer(block.text):
        short = match[0]
        long = defined.get(short) or known.get(short)
        if long:
            basis = "defined" if short in defined else "list"
            yield Abbreviation(short, long, Place(block.number, match.start(), match.end(), short), basis)


def _definitions(text: str) -> Iterable[tuple[str, str]]:
    for match in _DEFINED.finditer(text):
        short = match["short"]
        if sum(char.isupper() for char in short) >= 2:
            long = expansion(short, text[max(0, match.start() - _BEFORE) : match.start()])
            if long:
                yield short, long


_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "the", "to", "и", "в", "по", "на", "ve"))


def _by_initials(short: str, words: list[str]) -> str | None:
    """The last words whose initials are the letters; small words between them do not count."""
    letters = [char.lower() for char in short if char.isalnum()]
    for at in range(len(words) - 1, -1, -1):
        initials = [word[0].lower() for word in words[at:] if word.lower() not in _SMALL]
        if len(initials) > len(letters):
            return None
        if initials == letters and words[at].lower() not in _SMALL:
            return " ".join(words[at:])
    return None


def expansion(short: str, before: str) -> str | None:
    """The words at the end of `before` that `short` abbreviates, by initials, else as Schwartz and Hearst (2003) do.

    Each letter of the short form must be found in the long one from right to left, the first at the head of a word.
    """
    words = before.rstrip().split()
    by_initials = _by_initials(short, words)
    if by_initials:
        return by_initials
    window = " ".join(words[-min(len(short) + 5, len(short) * 2) :])
    at = len(window)
    letters = [char.lower() for char in short if char.isalnum()]
    for rank in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (window[at].lower() != letters[rank] or (rank == 0 and at > 0 and window[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    long = window[at:]
    return long if len(long.split()) > 1 and "(" not in long and not re.search(r"[.!?]\s", long) else None
