"""What the search index is made from: a page for each document that no reader sees.

It holds the text as it is published, for phrases, and behind it the terms (`generator.terms`): the stems of its words,
of the names of whom and what it names, and of its facts. Marks of the private use area, which the index passes over,
keep paragraphs apart and tell `assets/search.js` what to show.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import regex

from generator import edtf
from generator.address import entity_page
from generator.authority import Entry
from generator.model import Block, Record, first_day
from generator.render import facts
from generator.render.certainty import surest, under
from generator.render.dates import in_words
from generator.render.languages import is_language, language_name
from generator.render.lists import body_of, dated
from generator.render.named import NAMED
from generator.render.naming import all_names
from generator.render.site import Site
from generator.store import Kept
from generator.terms import SOUND, STEM, terms_of, terms_of_names
from generator.text import squeeze

BLOCK, QUIET, NAMES, END, JOIN, CARD = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
"""Before each block; before one that is no answer by itself (the title, furniture); before the terms of each entity
that is named, with its places; before all terms; within a word that signs part, as `sea/land`; before the card."""
_DIGITS, _COMMA, _BYTES = 0xE010, "\ue01a", 0xE100
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ADDRESS = re.compile(r"https?://\S+")
_FEWEST_LETTERS = 12
"""Letters of a block that says something, addresses not counted."""
_INNER = regex.compile(r"(?<=[\p{L}\p{N}])[^\p{L}\p{N}\s]+(?=[\p{L}\p{N}])|(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})")
_TITLE = 2
"""How often the words of the title count beside those of the text; those of furniture count once for all."""
_MOST = 4
"""How often the names of an entity count at most, however often the text names it."""
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Value:
    """What a document may be found by, beside its words."""

    facet: str
    key: str
    """Of the entity, or the facet and what it says."""
    label: str
    confirmed: bool
    """Whether more than the machine says so."""

    @property
    def id(self) -> str:
        """In addresses, the same in each language of the interface."""
        return self.key.partition("/")[2]


def search_page(
    site: Site, record: Record, found: Sequence[Value], languages: tuple[str, ...], kept: Kept
) -> tuple[str, int]:
    """The page of a document for the index, and how long its text is, in terms; `found` are all its values."""
    title, document = site.title(record), record.document
    said = tuple(_said(record, languages))
    own = document.language if document.language in languages else None
    text = kept.get((document.title, own, said), lambda: _text(document.title or "", own, said))
    filters = _spans("filter", dict.fromkeys((value.facet, value.label) for value in found))
    date = f"{in_words(document.date)} {document.date}" if document.date else ""
    told = terms_of(f"{date} {document.symbol or ''}", None)
    terms = f"{' '.join(told)} {text.terms}"
    names = " ".join(_names(site, record, found, languages))
    made = (
        f"<!doctype html><html><head><title>{escape(title)}</title></head><body data-pagefind-body>\n"
        f"{text.words}\n<div>{END} {_coded(shown(site, record))}</div>\n<div>{terms}</div>\n<div>{names}</div>\n"
        f"{filters}{_spans('sort', [('date', index_order(record))])}</body></html>\n"
    )
    return made, text.length


@dataclass(frozen=True, slots=True)
class _Said:
    """A block, as far as the index looks at it."""

    anchor: str
    text: str
    language: str | None
    """One of the archive's."""
    recurring: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """What the index has of the words of a document, which is not made again while they are the same."""

    words: str
    """Title and blocks as they are published."""
    terms: str
    """Each as often as it counts."""
    length: int
    """Stems of the text."""


def _said(record: Record, languages: tuple[str, ...]) -> Iterator[_Said]:
    for block, anchor in zip(record.blocks, record.anchors, strict=True):
        language = block.language or record.document.language
        known = language if language in languages else None
        yield _Said(anchor, block.text, known, block.recurring, _is_quiet(record, block))


def _text(title: str, language: str | None, said: Sequence[_Said]) -> _Text:
    blocks = (f'<span id="{s.anchor}">{QUIET if s.quiet else BLOCK} {_apart(s.text)}</span>' for s in said)
    terms = _terms(title, language, said)
    length = sum(n for term, n in terms.items() if term.endswith(STEM))
    return _Text("\n".join([f"<h1>{_apart(title)}</h1>", *blocks]), _words(terms), length)


def index_order(record: Record) -> str:
    """What sorts the documents of an index: the first day, then the id; what bears no date stands first."""
    return f"{first_day(record.document) or '0000'} {record.document.id}"


def _apart(text: str) -> str:
    """A text on one line, the parts of its words as words of their own that do not follow each other.

    The index would take `by land` for a phrase of `by sea/land`.
    """
    text = unicodedata.normalize("NFC", squeeze(_PRIVATE.sub("", text)))
    return escape(_INNER.sub(rf"\g<0>{JOIN} {JOIN} ", text))


def _coded(card: Mapping[str, str]) -> str:
    """What a card shows, in letters that the index passes over: words in Pagefind's own metadata would be found."""
    raw = json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode()
    return CARD + "".join(chr(_BYTES + byte) for byte in raw)


def shown(site: Site, record: Record) -> dict[str, str]:
    """What a card of the search shows: title, date and body, and of a copy the first document of its family."""
    known = record.document.language if is_language(record.document.language) else None
    made = {
        "title": site.title(record),
        **_card_facts(site, record),
        "lang": known or "",
        "edtf": record.document.date or "",
    }
    family = site.kin.family_of(record.document.id)
    if family:
        first = family[0]
        made |= {"family": first.document.id, "first": site.title(first)}
        made |= {f"first_{name}": words for name, words in _card_facts(site, first).items()}
        made["copies"] = str(len(family))
    return {name: value for name, value in made.items() if value}


def _card_facts(site: Site, record: Record) -> dict[str, str]:
    kind = facts.entity_of(record.document, "kind", site.authority)
    place = facts.entity_of(record.document, "place", site.authority)
    names = {"kind": kind, "place": place if place and not site.authority.hides(place) else None}
    made = {field: site.authority.name(key) if key else "" for field, key in names.items()}
    return made | {"body": body_of(site, record) or "", "date": dated(site, record) or ""}


def values(site: Site, record: Record) -> Iterator[Value]:
    """All that a document may be found by, each once."""
    document, authority = record.document, site.authority
    keys = dict.fromkeys(
        [
            *(mention.entity for mention in record.mentions),
            *(key for field in _BODIES if (key := facts.entity_of(document, field, authority))),
            *(f"events/{event}" for event in document.events),
            *(f"topics/{use.topic}" for use in document.topics),
        ]
    )
    for folder, _title, facet in NAMED:
        for key in keys:
            if key.startswith(f"{folder}/") and (site.links.has(entity_page(key)) or not authority.get(key)):
                yield _value(site, record, facet, key)
    for field in ("publisher", "kind", "collection"):
        key = facts.entity_of(document, field, authority)
        if key and not authority.hides(key):
            yield _value(site, record, field, key)
    if document.language:
        yield Value("language", f"language/{document.language}", language_name(document.language), True)
    certain = under([record], "years/") in _SURE
    for year in edtf.years(document.span) or (UNDATED,):
        yield Value("year", f"years/{year}", str(year), certain)


_BODIES = ("place", "creator", "publisher", "informant", "republisher")
_SURE = ("curated", "stated")


def _value(site: Site, record: Record, facet: str, key: str) -> Value:
    return Value(facet, key, site.authority.name(key), under([record], key) in _SURE)


def _spans(what: str, of: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f'<span data-pagefind-{what}="{name}[data-v]" data-v="{escape(words)}"></span>\n' for name, words in of
    )


def _is_quiet(record: Record, block: Block) -> bool:
    evidence = record.document.evidence.get("title")
    tells_title = evidence and evidence.paragraph == block.number and evidence.basis != "incipit"
    is_title = bool(tells_title) and len(block.text) <= 2 * len(record.document.title or "")
    return block.recurring or is_title or sum(map(str.isalpha, _ADDRESS.sub("", block.text))) < _FEWEST_LETTERS


def _terms(title: str, language: str | None, said: Sequence[_Said]) -> Counter[str]:
    """The terms of a title and its text, and how often each counts."""
    text: Counter[str] = Counter()
    quiet: Counter[str] = Counter()
    together: dict[tuple[str | None, bool], list[str]] = defaultdict(list)
    for block in said:
        together[block.language, block.recurring].append(block.text)
    for (of, recurring), several in together.items():
        (quiet if recurring else text).update(terms_of("\n".join(several), of))
    text.update([*terms_of(title, language)] * _TITLE)
    text.update(dict.fromkeys(quiet, 1))
    return text


def _words(terms: Counter[str]) -> str:
    return " ".join(sorted(term for term, n in terms.items() for _ in range(1 if term.endswith(SOUND) else n)))


def _names(site: Site, record: Record, found: Sequence[Value], languages: tuple[str, ...]) -> Iterator[str]:
    """The terms of the names of each entity that the text names or its facts give, behind a mark of its places."""
    places: dict[str, list[str]] = defaultdict(list)
    certain: dict[str, list[str]] = defaultdict(list)
    starts: dict[int, list[int]] = {}
    for mention in record.mentions:
        certain[mention.entity].append(mention.certainty)
        if mention.at:
            text = record.blocks[mention.at.paragraph - 1].text
            at = starts.setdefault(mention.at.paragraph, _starts(text))
            first, last = (bisect_right(at, place) - 1 for place in (mention.at.start, mention.at.end - 1))
            places[mention.entity].append(_number(mention.at.paragraph - 1, first, last))
    for value in found:
        certain[value.key].append("stated" if value.confirmed else "inferred")
    for key in sorted(certain):
        entry = site.authority.get(key)
        if not entry or entry.visibility == "public":  # what has no page is not told by other names either
            names = list(_names_of(site, entry)) if entry else [site.authority.name(key)]
            made = terms_of_names(names, languages, surest(certain[key]) in _SURE)
            yield NAMES + "".join(places[key])
            yield from made * min(_MOST, 1 + len(places[key]))  # what the text names counts more than what a fact says


def _names_of(site: Site, entry: Entry) -> Iterator[str]:
    """The names of an entity, and of the body that it is part of: what a mission does, its organisation does."""
    yield from all_names(entry)
    yield from getattr(entry, "terms", ()) if entry.folder == "topics" else ()
    outer = site.authority.get(f"organisations/{getattr(entry, 'part_of', None)}")
    if entry.folder == "organisations" and outer and not site.authority.hides(outer.key):
        yield from all_names(outer)


def _starts(text: str) -> list[int]:
    """Where each word of a text begins that white space parts from others."""
    return [match.start() for match in re.finditer(r"\S+", text)]


def _number(*numbers: int) -> str:
    """Numbers in digits that the index passes over."""
    return "".join("".join(chr(_DIGITS + int(d)) for d in str(number)) + _COMMA for number in numbers)
