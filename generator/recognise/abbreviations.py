"""Abbreviations that the text defines, or that the archive's list knows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from generator.authority import Authority
from generator.model import Abbreviation, Block, Place, Source

_DEFINED = re.compile(
    r"\(\s*(?:(?:here(?:in)?after|далее|бұдан әрі|мындан ары|bundan böyle)[\s:–—-]*"
    r"(?:(?:referred to as|called)\s+)?(?:the\s+)?)?"
    r"[\"“«']?(?P<short>[^\W\d_][\w./&-]{1,9})[\"”»']?\s*\)",
    re.IGNORECASE,
)
"""`(OTS)`, `(“ODIHR”)`, `(hereinafter referred to as the CEC)`, `(далее – ЦИК)` behind the words."""
_SPELLED = re.compile(r"(?<![\w(])(?P<short>[^\W\d_a-zа-яё]{2,8})\s+\((?P<long>[^\W\d_][^()]{5,90})\)")
"""`EOM (Election Observation Mission)`."""
_BEFORE = 200
_OPTIONAL = re.compile(r"\((\w+)\)")


class AbbreviationFinder:
    """Explains each use of an abbreviation; what the text itself defines goes before the list."""

    def __init__(self, authority: Authority) -> None:
        """Keep the archive's list: what has one meaning everywhere, and what depends on publisher or collection."""
        listed = authority.abbreviations
        written = {form: meant for short, meant in listed.items() for form in _written(short) if form not in listed}
        written |= listed
        self._everywhere = {s: meant[0].long for s, meant in written.items() if len(meant) == 1 and not meant[0].within}
        self._within = {short: meant for short, meant in written.items() if short not in self._everywhere}
        self._automaton = AhoCorasick(list(written))

    def find(self, source: Source) -> tuple[Abbreviation, ...]:
        """Each use of an abbreviation in the text, with what it stands for."""
        defined: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for block in source.blocks:
            for short, at, long in _definitions(block.text):
                defined[short].append((block.number, at, long))
        known = {**self._everywhere, **self._chosen(source)} if self._within else self._everywhere
        own = (
            re.compile("|".join(re.escape(short) for short in sorted(defined, key=len, reverse=True)))
            if defined
            else None
        )
        return tuple(use for block in source.blocks for use in self._uses(block, defined, known, own))

    def _uses(
        self,
        block: Block,
        defined: Mapping[str, list[tuple[int, int, str]]],
        known: Mapping[str, str],
        own: re.Pattern[str] | None,
    ) -> Iterator[Abbreviation]:
        text, done = block.text, 0
        found = [(start, end) for _, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)]
        found += [match.span() for match in own.finditer(text)] if own else []
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            short = text[start:end]
            long = _last_before(defined[short], block.number, start) if short in defined else known.get(short)
            if long and start >= done and _stands_alone(text, start, end):
                basis = "defined" if short in defined else "list"
                yield Abbreviation(short, long, Place(block.number, start, end, short), basis)
                done = end

    def _chosen(self, source: Source) -> dict[str, str]:
        """The expansions of which one alone fits this document's publisher and collection."""
        about = {source.curated.get("publisher"), source.curated.get("collection")}
        chosen = {}
        for short, expansions in self._within.items():
            fit = [e.long for e in expansions if e.within in about and e.within] or [
                e.long for e in expansions if not e.within
            ]
            if len(set(fit)) == 1:
                chosen[short] = fit[0]
        return chosen


def _last_before(definitions: Sequence[tuple[int, int, str]], block: int, at: int) -> str:
    """What was defined last before a use, which its own brackets hold; else what is defined first."""
    before = bisect_right(definitions, (block, at), key=lambda definition: definition[:2])
    return definitions[max(0, before - 1)][2]


def _written(short: str) -> Iterator[str]:
    """How an abbreviation of the list may stand in a text.

    `ChiCom(s)` with its ending and without; what is no run of capitals (`FonMin`, `reftel`) in other cases too.
    """
    for listed in re.split(r",\s+|\s+or\s+", short):
        for form in dict.fromkeys((_OPTIONAL.sub("", listed), _OPTIONAL.sub(lambda match: match[1], listed))):
            cases = (
                () if form.isupper() else (form.capitalize(), form.upper(), *([form.lower()] if len(form) > 4 else ()))
            )
            yield from filter(None, dict.fromkeys((form, *cases)))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or figure touches a word, but for the `s` of a plural."""
    if text[start - 1 : start].isalnum():
        return False
    plural = text[end - 1].isupper() and text[end : end + 1] == "s"
    return not text[end + plural : end + plural + 1].isalnum()


def _definitions(text: str) -> Iterable[tuple[str, int, str]]:
    """Each abbreviation that a text defines, from where it counts, and what it stands for."""
    for match in _DEFINED.finditer(text) if "(" in text else ():
        short = match["short"]
        if sum(char.isupper() for char in short) >= 2:
            long = expansion(short, text[max(0, match.start() - _BEFORE) : match.start()])
            if long:
                yield short, match.start(), long
                if short[-1] == "s" and short[:-1].isupper():  # `long-term observers (LTOs)`: one of them is an LTO
                    yield short[:-1], match.start(), long
    for match in _SPELLED.finditer(text) if "(" in text else ():
        words = match["long"].split()
        if _by_initials(match["short"], words) == " ".join(words):
            yield match["short"], match.start(), match["long"]


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
