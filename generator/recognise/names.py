"""Names of the authority files, by any form, longest first, on word boundaries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from ahocorasick_rs import AhoCorasick

from generator.authority import Authority, Entry
from generator.model import Block, NameSpan, Place
from generator.recognise.forms import Form, forms, generic_forms, place_names
from generator.recognise.inflect import is_suffix
from generator.recognise.matchable import Matchable, matchable, rejoined
from generator.recognise.offices import office_forms
from generator.text import squeeze

_TOPICS = 1
_LAYERS = {"topics": _TOPICS, "kinds": 2}
_OFFICES = 3
"""A topic, a kind or an office may overlap a name; within a layer the longest form wins."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+", re.IGNORECASE)
_BREAK = re.compile(r"[.!?;:()\[\]]")
_LETTERS = re.compile(r"[^\W\d_]*")

_EASTERN = frozenset(("ru", "kk", "ky", "uk", "be", "bg", "sr", "mk", "tg", "tt", "uz", "mn"))
"""Languages that are written in Cyrillic."""

_UNNAMED = ("collections",)
"""Authority files whose entries are not looked for in texts."""

_KINDS = ("name", "term", "abbreviation", "variant", "initials", "office", "generic", "surname", "given")
"""The kinds of form, the surest first."""


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What words may mean by forms of one layer that need no look at upper and lower case beyond the first letter."""

    layer: int
    kind: str
    named: tuple[str, ...]
    weaker: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """One form of one entry."""

    entry: str
    kind: str
    words: str
    exact: bool
    """Whether upper and lower case, and figures, must be as written: `WHO` is no `who`."""

    @property
    def layer(self) -> int:
        """The layer of its authority file; an office may hold the name of a body or a country."""
        return _OFFICES if self.kind == "office" else _LAYERS.get(self.entry.partition("/")[0], 0)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What is looked for, and all that it may mean."""

    known: tuple[_Known, ...]
    meanings: tuple[_Meaning, ...]
    """What it means where case decides nothing: made once, since a text asks it thousands of times."""
    capital: bool
    """Whether it must begin with a capital."""
    exact: bool
    """Whether `known` must be held against the words as printed."""
    open: bool
    """Whether endings may follow."""
    unbroken: bool
    """Whether it has several words, and no mark among them that closes a sentence or a bracket."""


class _Patterns(dict[int, _Pattern]):
    """What is looked for, by number, each made when it is found first: a text has few of all that there are."""

    def __init__(self, known: Sequence[tuple[list[_Known], bool]]) -> None:
        self._known = known

    def __missing__(self, number: int) -> _Pattern:
        made = self[number] = _pattern(*self._known[number])
        return made


class NameFinder:
    """One pass of an Aho-Corasick automaton over the text made ready."""

    def __init__(self, authority: Authority, languages: Sequence[str] = ("en",)) -> None:
        """Build the automaton of all forms of all entries that texts in these languages may have."""
        eastern = bool(_EASTERN.intersection(languages))
        by_words: dict[str, list[_Known]] = defaultdict(list)
        open_ones: set[str] = set()
        places = place_names(authority)
        for entry in authority.entries.values():
            if entry.folder not in _UNNAMED:
                for form in (*forms(entry, eastern), *generic_forms(entry, places), *office_forms(entry, authority)):
                    words = matchable(normalize("NFC", form.words.strip())).text[1:-1]
                    by_words[words].append(_known(entry, form))
                    if form.open:
                        open_ones.add(words)
        by_words = {words: known for words, known in by_words.items() if words.strip()}
        self._patterns = _Patterns([(known, words in open_ones) for words, known in by_words.items()])
        self._automaton = AhoCorasick([f" {words}" if words in open_ones else f" {words} " for words in by_words])

    def find(self, block: Block) -> Iterator[NameSpan]:
        """The spans of a block that may name entries, in order."""
        text = block.text
        layers: dict[int, dict[tuple[int, int], list[_Meaning]]] = defaultdict(lambda: defaultdict(list))
        self._match(text, matchable(text), layers)
        broken = rejoined(text)
        if broken:
            self._match(text, broken, layers)
        addresses = (
            [match.span() for match in _ADDRESS.finditer(text)]
            if layers and ("://" in text or "www" in text or "@" in text)
            else ()
        )
        bodies = [place for place, meanings in layers[0].items() if _is_body(meanings)] if _TOPICS in layers else []
        for number in sorted(layers):
            for start, end in _longest(layers[number]):
                if number == _TOPICS and any(_holds(body, (start, end)) for body in bodies):
                    continue  # the `Commission for Elections and Referendums` speaks of no referendum
                if any(first <= start < last for first, last in addresses):
                    continue  # a word in a web address names nobody
                meaning = _together(layers[number][start, end])
                at = Place(block.number, start, end, text[start:end])
                yield NameSpan(at, meaning.named, meaning.kind, meaning.weaker)

    def _match(self, text: str, ready: Matchable, layers: dict[int, dict[tuple[int, int], list[_Meaning]]]) -> None:
        """Put each form that is found under its layer and its place in the text."""
        patterns, place, plain_offsets = self._patterns, ready.place, not ready.cuts
        for index, begin, end in self._automaton.find_matches_as_indexes(ready.text, overlapping=True):
            pattern = patterns[index]
            start = begin if plain_offsets else place(begin + 1)
            if pattern.capital and not text[start].isupper():
                continue
            if pattern.open:
                rest = _LETTERS.match(ready.text, end)
                letters = rest[0] if rest else ""
                if not is_suffix(letters):
                    continue
                stop = place(end + len(letters) - 1) + 1
            else:
                stop = end - 2 if plain_offsets else place(end - 2) + 1
            if pattern.unbroken and _BREAK.search(text, start, stop):
                continue  # `the OSCE). ODIHR said` names no `OSCE/ODIHR`
            meanings = pattern.meanings
            if pattern.exact:
                quote = text[start:stop]
                meanings = _meanings([known for known in pattern.known if _case_fits(known, quote)])
            for meaning in meanings:
                layers[meaning.layer][start, stop].append(meaning)


def _is_body(meanings: Sequence[_Meaning]) -> bool:
    """Whether words name nothing but bodies."""
    return all(entity.startswith("organisations/") for meaning in meanings for entity in meaning.named)


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _known(entry: Entry, form: Form) -> _Known:
    figures = any(char.isdigit() for char in form.words)
    exact = figures or (form.kind in ("name", "abbreviation") and _is_initials(form.words))
    return _Known(entry.key, form.kind, form.words, exact)


def _pattern(known: list[_Known], open: bool) -> _Pattern:
    capitals = [_needs_capital(k) for k in known]
    exact = any(k.exact for k in known) or len(set(capitals)) > 1
    unbroken = any(" " in k.words or "/" in k.words for k in known) and not any(_BREAK.search(k.words) for k in known)
    return _Pattern(tuple(known), () if exact else _meanings(known), all(capitals), exact, open, unbroken)


def _needs_capital(known: _Known) -> bool:
    return known.kind != "term" and known.words[:1].isupper()


def _is_initials(words: str) -> bool:
    return len(words) <= 8 and " " not in words and sum(char.isupper() for char in words) >= 2


def _case_fits(known: _Known, found: str) -> bool:
    if known.exact:
        return squeeze(found) == known.words
    return not _needs_capital(known) or found[:1].isupper()


def _meanings(known: Sequence[_Known]) -> tuple[_Meaning, ...]:
    """What several forms of the same words mean, by layer."""
    made = []
    for layer in sorted({k.layer for k in known}):
        several = [k for k in known if k.layer == layer]
        kinds = {k.kind for k in several}
        kind = next(kind for kind in _KINDS if kind in kinds)
        named = {k.entry for k in several if k.kind == kind or k.kind in _ALIKE[kind]}
        weaker = {k.entry for k in several} - named
        made.append(_Meaning(layer, kind, tuple(sorted(named)), tuple(sorted(weaker))))
    return tuple(made)


def _together(meanings: Sequence[_Meaning]) -> _Meaning:
    """What words mean that were found by several patterns: with an ending, or joined over a line."""
    if len(meanings) == 1 or len(set(meanings)) == 1:
        return meanings[0]
    best = min(meanings, key=lambda meaning: _KINDS.index(meaning.kind))
    alike = [m for m in meanings if m.kind == best.kind or m.kind in _ALIKE[best.kind]]
    named = {entity for m in alike for entity in m.named}
    weaker = {entity for m in meanings for entity in (*m.named, *m.weaker)} - named
    return _Meaning(best.layer, best.kind, tuple(sorted(named)), tuple(sorted(weaker)))


def _longest(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places that do not overlap, from the left, the longest first."""
    done = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= done:
            yield start, end
            done = end


_ALIKE: dict[str, tuple[str, ...]] = {
    "name": ("abbreviation", "variant", "term"),
    "term": ("name", "abbreviation"),
    "abbreviation": ("name",),
    "variant": ("initials",),
    "initials": ("variant",),
    "surname": (),
    "given": (),
    "office": (),
    "generic": (),
}
"""Which kinds of form are as good as each other where the words are the same."""
