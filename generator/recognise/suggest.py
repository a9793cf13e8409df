"""Names that no authority entry covers, for the curator to look at: runs of capitalised words, counted and grouped.

No model: a run of capitals is what a name looks like in the scripts that have them. Where spaCy and its small English
model are installed (extra `ner`), they say of what kind a name is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, process

from generator.authority import Authority
from generator.model import Record
from generator.recognise.forms import forms
from generator.recognise.matchable import plain
from generator.romanise import romanised
from generator.text import CAPITAL, LOWER, clip, vocabulary

_WORD = rf"{CAPITAL}[\w’'-]*[^\W\d_]"
_NAME = re.compile(rf"(?<!\w){_WORD}(?:(?:\s+(?:of|for|the|de|la|von|van|bin|ibn|al))*[ \n]+{_WORD}){{0,6}}")
_SENTENCE = re.compile(r"(?:^|[.!?:;]\s+|[\n“\"«(]\s*)$")
_CONTEXT, _CONTEXTS = 60, 3
_SMALL = re.compile(rf"\b[{LOWER}][^\W\d_]+")
_LONG = 6
"""Shorter names are too much alike."""
_ALIKE = 86
"""The rapidfuzz ratio of romanised words from which two names are held to be one."""
_OFTENER = 8
"""How much oftener a surname may stand alone than with its given name."""
_BODY = re.compile(
    r"\b(?:ministry|commission|committee|council|office|organi[sz]ation|agency|university|institute|party|parliament"
    r"|assembly|court|union|association|foundation|centre|center|mission|department|board|league|company|service"
    r"|records|files?|library|archives|army|navy|forces?|convention|treaty|agreement|affairs|administration|embassy"
    r"|secretariat|news|times|press|staff|delegation|group|assistant"
    r"|министерств\w+|комисси\w+|комитет\w*|совет\w*|парти\w+|суд\w*|агентств\w+|организаци\w+|союз\w*)\b",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"\b(?:east|west|north|south|middle|gulf|sea|bank|river|valley|strip|hills?|port|lake|islands?|desert|tel|new|san"
    r"|saint|city|region|district|province|область|район|город|море)\b",
    re.IGNORECASE,
)
_TITLE_FIRST = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|President|Prime|Foreign|Minister|Ambassador|Secretary|General|Colonel|King|Chairman|Director"
    r"|Senator|Президент|Министр|Посол)\.?\s+)+(?=\S)"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|to|from|в|из|near the city of|г\.|город\w*|село)\s+$", re.IGNORECASE)
_PERSON_BEFORE = re.compile(
    r"\b(?:mr|mrs|ms|dr|president|minister|ambassador|secretary|general|chairman|chairperson|director|deputy|head"
    r"|spokesperson|spokesman|г-н|господин|министр|посол|президент|генерал)\.?\s+$",
    re.IGNORECASE,
)
_COMMON = vocabulary(
    "the a an this that these those he she it they we i you his her its their our my your in on at by for from to of"
    " and or but if when while after before as with without"
    " monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july august september october november december however moreover also there here"
    " according during following no not yes all some many most other both each every new first second third"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)


_ALONE = vocabulary(
    "president king queen minister ambassador secretary general colonel chairman director senator article document"
    " reference vol volume chapter annex appendix page section part department embassy government congress"
)
"""Words that name nothing alone, capital or not."""


@dataclass(slots=True)
class Suggestion:
    """A name that may want an entry."""

    name: str
    count: int = 0
    inside: int = 0
    """How often it stands within a sentence, where a capital means more than at its head."""
    documents: set[str] = field(default_factory=set)
    contexts: list[tuple[str, str]] = field(default_factory=list)
    """Document and words around, the first of them."""
    kinds: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    resembles: tuple[str, ...] = ()
    """Entries with a like name."""

    @property
    def kind(self) -> str:
        """What it most likely is: `people`, `organisations` or `places`."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


def suggest(records: Sequence[Record], authority: Authority, least: int = 2) -> list[Suggestion]:
    """The names that stand at least so often in the texts and are in no entry, the most frequent first."""
    found: dict[str, Suggestion] = {}
    model = _model()
    small = frozenset(word for r in records for block in r.blocks for word in _SMALL.findall(block.text))
    short = {*authority.abbreviations, *(use.short for record in records for use in record.abbreviations)}
    for record in records:
        told = _kinds_told(record, model) if model else {}
        for document, name, context, guessed, inside in _names(record, small):
            if name in short:
                continue  # explained where it stands
            kind = told.get(name, guessed)
            key = romanised(plain(name).strip())
            made = found.setdefault(key, Suggestion(name))
            made.count += 1
            made.inside += inside
            made.documents.add(document)
            made.kinds[kind] += 1
            made.spellings[name] += 1
            if len(made.contexts) < _CONTEXTS:
                made.contexts.append((document, context))
    kept = _joined({key: made for key, made in found.items() if not _is_known(key, authority)})
    often = [made for made in kept if made.count >= least and made.inside]
    known = {form: entry for form, entry in _known_names(authority).items() if " " in form}
    for made in often:
        made.resembles = tuple(_like(made.name, known))
    return sorted(often, key=lambda made: (-made.count, made.name))


def _model() -> Any:
    """SpaCy's small English model, where it is installed."""
    try:
        import spacy

        return spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        return None


def _kinds_told(record: Record, model: Any) -> dict[str, str]:
    """The kind of each name that the model finds."""
    entities = (entity for block in record.blocks for entity in model(block.text).ents)
    return {" ".join(e.text.split()): _LABELS[e.label_] for e in entities if e.label_ in _LABELS}


_LABELS = {"PERSON": "people", "ORG": "organisations", "GPE": "places", "LOC": "places", "FAC": "places"}


def _names(record: Record, small: Container[str]) -> Iterator[tuple[str, str, str, str, bool]]:
    """The names of a document that no mention covers: document, name, context, guessed kind, within a sentence."""
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for mention in record.mentions:
        if mention.at:
            taken[mention.at.paragraph].append((mention.at.start, mention.at.end))
    for block in record.blocks:
        for match in _NAME.finditer(block.text):
            start, end = _without_common(block.text, *match.span(), small)
            title = _TITLE_FIRST.match(block.text, start, end)
            start = title.end() if title else start
            if end - start > 2 and not any(first < end and start < last for first, last in taken[block.number]):
                name = re.sub(r"['’]s$", "", " ".join(block.text[start:end].split()))
                around = block.text[max(0, start - _CONTEXT) : end + _CONTEXT]
                inside = not _SENTENCE.search(block.text[max(0, start - 4) : start]) or " " in name
                words = [word.lower() for word in name.split()]
                if len(words) == 1 and any(w in small or w in _ALONE for w in (words[0], words[0].removesuffix("s"))):
                    continue  # a common word with a capital
                guess = "organisations" if all(w in small for w in words) else _guess(block.text, start, name)
                yield record.document.id, name, clip(around, 3 * _CONTEXT), guess, inside


def _without_common(text: str, start: int, end: int, small: Container[str]) -> tuple[int, int]:
    """The run less the words at its head that only begin a sentence; nothing where nothing is left."""
    while start < end:
        word = re.match(r"\S+", text[start:end])
        first = word[0] if word else ""
        begins = _SENTENCE.search(text[max(0, start - 4) : start]) is not None
        common = first.lower() in _COMMON or (begins and first.lower() in small)
        if not common:
            return start, end
        rest = re.match(r"\S+\s*", text[start:end])
        start += rest.end() if rest else end - start
    return start, start


def _guess(text: str, start: int, name: str) -> str:
    before = text[max(0, start - 30) : start]
    if _BODY.search(name) or (name.isupper() and len(name) < 9):
        return "organisations"
    if _AREA.search(name):
        return "places"
    if _PERSON_BEFORE.search(before):
        return "people"
    if _PLACE_BEFORE.search(before) and len(name.split()) == 1:
        return "places"
    return "people" if 1 < len(name.split()) < 4 else "places" if len(name.split()) == 1 else "organisations"


def _joined(found: dict[str, Suggestion]) -> list[Suggestion]:
    """The suggestions with the spellings of a name put together; a surname joins the only full name that ends in it."""
    kept: dict[str, Suggestion] = {}
    near: dict[str, list[str]] = defaultdict(list)  # by first letter
    whole: dict[str, list[str]] = defaultdict(list)  # by last word
    order = sorted(found, key=lambda key: (len(key.split()) == 1, len(key.split()) > 2, -found[key].count, key))
    for key in order:
        tail = " ".join(key.split()[-2:])  # `Envoy Kai Lundgren`
        ends = tail if tail != key and tail in kept else None
        full = whole[key][0] if len(whole[key]) == 1 else None
        if full and (kept[full].kind != "people" or found[key].count > _OFTENER * kept[full].count):
            full = None  # no surname: the country is not the one Colonel of that name
        into = ends or _nearest(key, near[key[:1]]) or full
        if into:
            _add(kept[into], found[key])
            continue
        kept[key] = found[key]
        near[key[:1]].append(key)
        whole[key.split()[-1]].append(key)
    return list(kept.values())


def _nearest(key: str, others: Sequence[str]) -> str | None:
    if len(key) < _LONG:
        return None
    hit = process.extractOne(key, others, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return str(hit[0]) if hit else None


def _add(into: Suggestion, other: Suggestion) -> None:
    into.count += other.count
    into.inside += other.inside
    into.documents |= other.documents
    into.kinds += other.kinds
    into.spellings += other.spellings
    into.contexts += other.contexts[: _CONTEXTS - len(into.contexts)]


def _is_known(key: str, authority: Authority) -> bool:
    return key in _known_names(authority)


@lru_cache(maxsize=1)
def _known_names(authority: Authority) -> dict[str, str]:
    """The romanised forms of all entries, and whose each is."""
    people = (e for e in authority.entries.values() if e.folder in ("people", "organisations", "places"))
    return {romanised(plain(form.words).strip()): entry.key for entry in people for form in forms(entry)}


def _like(name: str, known: dict[str, str]) -> Iterable[str]:
    """The entries of which a form is nearly the same, across scripts."""
    wanted = romanised(plain(name).strip())
    hits = process.extract(wanted, known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=6)
    return sorted({known[form] for form, _, _ in hits})[:3]
