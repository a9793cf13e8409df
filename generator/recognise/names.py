"""Names of the authority files, by any form, longest first, on word boundaries."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from generator.authority import Authority, Entry
from generator.model import Block, NameSpan, Place
from generator.recognise.forms import forms
from generator.text import fold, key, squeeze

_LAYERS = {"topics": 1, "kinds": 2}
"""A topic or a kind may overlap a name; within a layer the longest form wins."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

_UNNAMED = ("collections",)
"""Authority files whose entries are not looked for in texts."""


@dataclass(frozen=True, slots=True)
class _Form:
    entry: str
    kind: str
    words: str
    exact: bool
    """Whether upper and lower case must be as written: `WHO` is no `who`."""


class NameFinder:
    """One pass of an Aho-Corasick automaton over the folded text."""

    def __init__(self, authority: Authority) -> None:
        """Build the automaton of all forms of all entries."""
        by_key: dict[str, list[_Form]] = defaultdict(list)
        for entry in authority.entries.values():
            if entry.folder not in _UNNAMED:
                for form in _forms(entry):
                    by_key[key(form.words)].append(form)
        by_key.pop("", None)
        self._forms = list(by_key.values())
        self._automaton = AhoCorasick(list(by_key))

    def find(self, block: Block) -> Iterator[NameSpan]:
        """The spans of a block that may name entries, in order."""
        folded = fold(block.text)
        addresses = [match.span() for match in _ADDRESS.finditer(block.text)] if "/" in block.text else []
        layers: dict[int, dict[tuple[int, int], list[_Form]]] = defaultdict(dict)
        for index, start, end in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            if _bounded(folded.text, start, end):
                place = folded.span(start, end)
                if any(first <= place[0] < last for first, last in addresses):
                    continue  # a word in a web address names nobody
                for form in self._forms[index]:
                    if _case_fits(form, block.text[place[0] : place[1]]):
                        layer = _LAYERS.get(form.entry.partition("/")[0], 0)
                        layers[layer].setdefault(place, []).append(form)
        for layer in sorted(layers):
            for (start, end), found in _longest(layers[layer]):
                quote = block.text[start:end]
                yield NameSpan(Place(block.number, start, end, quote), _entries(found), _kind(found))


def _forms(entry: Entry) -> Iterator[_Form]:
    for words, kind in forms(entry):
        yield _Form(entry.key, kind, words, kind in ("name", "abbreviation") and _is_initials(words))


def _is_initials(words: str) -> bool:
    return len(words) <= 8 and " " not in words and sum(char.isupper() for char in words) >= 2


def _bounded(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() and text[start].isalnum():
        return False
    if after and unicodedata.category(after).startswith("M"):
        return False
    glued_digit = after.isdigit() and text[end - 1].isalpha()
    return not (after.isalnum() and text[end - 1].isalnum()) or glued_digit


def _case_fits(form: _Form, found: str) -> bool:
    if form.exact:
        return squeeze(found) == form.words
    if form.kind == "term":
        return True
    return not _first_cased(form.words).isupper() or _first_cased(found).isupper()


def _first_cased(words: str) -> str:
    return next((char for char in words if char.isalpha()), "")


def _longest(spans: dict[tuple[int, int], list[_Form]]) -> Iterator[tuple[tuple[int, int], list[_Form]]]:
    done = 0
    for (start, end), found in sorted(spans.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= done:
            yield (start, end), found
            done = end


def _entries(found: Iterable[_Form]) -> tuple[str, ...]:
    """The entries named; a surname gives way to a full name of the same words."""
    named = {form.entry for form in found if form.kind != "surname"}
    return tuple(sorted(named or {form.entry for form in found}))


def _kind(found: Iterable[_Form]) -> str:
    kinds = {form.kind for form in found}
    return next(kind for kind in ("name", "term", "abbreviation", "surname") if kind in kinds)
