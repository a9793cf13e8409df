"""Refers to: the symbol of another document stands in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial

from ahocorasick_rs import AhoCorasick

from generator.alignment import WORD
from generator.model import Place, Record, Wanted
from generator.relate.archive import Archive, Found
from generator.relate.by_title import hits_in
from generator.relate.citing import refer, refers
from generator.text import key

_FIGURES = 4
_MANY_FIGURES = 5
_FEW_FIGURES, _WORD = 2, 4
"""Figures that are enough beside a whole word, as in `Decision No. 214`, and the letters of such a word."""
_GAPS = re.compile(r"[\s-]+")
_STROKE = re.compile(r"-?/-?")


def relate(archive: Archive, found: Found) -> None:
    """Link each symbol to the one document that bears it; one that none bears is wanted.

    Symbols of the usual form, parts behind strokes, are recognised as such; of the others those that are held here are
    looked for, where they have figures enough to be no chance.
    """
    held: dict[str, set[str]] = defaultdict(set)
    plain: dict[str, str] = {}
    for record in archive.records:
        symbol = record.document.symbol
        if symbol:
            held[normal(symbol)].add(record.document.id)
            if _is_telling(symbol):
                plain[key(symbol)] = normal(symbol)
    automaton, symbols = AhoCorasick(list(plain)), list(plain.values())
    known = "\0".join(plain).encode()
    likely = archive.texts.with_figures([_longest(symbol) for symbol in plain]) if plain else []
    may_have = {archive.texts.records[number].document.id for number in likely}
    for record, citation in archive.citations["symbol"]:
        if citation.number:
            _resolve(archive, found, record, citation.at, held.get(normal(citation.number), set()))
    for record in archive.records:
        if record.document.id not in may_have:
            continue
        digest = archive.texts.digest(archive.texts.number[record.document.id])
        find = partial(_hits, automaton, record)
        for index, at in archive.memo.get("symbols", find, digest, known):
            _resolve(archive, found, record, at, held[symbols[index]])


def _hits(automaton: AhoCorasick, record: Record) -> list[tuple[int, Place]]:
    return list(hits_in(automaton, record.blocks))


def _resolve(archive: Archive, found: Found, record: Record, at: Place, documents: set[str]) -> None:
    own = record.document.id
    to = found.one_of(documents)
    if to and own not in documents and not found.one_of((to, own)):
        reason = "Its text gives the symbol of the document"
        refer(archive, found, record, refers(to, "symbol", "stated", 0.98, reason, at))
    elif not documents and not _is_in_head(record, at):
        found.want(own, Wanted(at, None, None, None, at.quote))


def _longest(symbol: str) -> str:
    """The word of a symbol with the most figures, by which most texts can be left out at a glance."""
    words: list[str] = WORD.findall(symbol)
    return max(words, key=lambda word: sum(map(str.isdigit, word)))


def _is_telling(symbol: str) -> bool:
    figures = len(re.findall(r"\d", symbol))
    if figures >= _FEW_FIGURES and any(word.isalpha() and len(word) >= _WORD for word in WORD.findall(symbol)):
        return True
    return figures >= _MANY_FIGURES or (figures >= _FIGURES and bool(re.search(r"\d/\d", symbol)))


def normal(symbol: str) -> str:
    """A symbol without what makes no difference: case, spaces, kinds of dash."""
    return _STROKE.sub("/", _GAPS.sub("-", key(symbol)).strip("-."))


def _is_in_head(record: Record, at: Place) -> bool:
    """Whether a symbol stands at the head of a text, above or in its title: there it may be the document's own."""
    title = record.document.evidence.get("title")
    return bool(title and title.paragraph and at.paragraph <= title.paragraph)
