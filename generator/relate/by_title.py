"""Refers to: the title of another document, of three words and more, stands in the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np
from ahocorasick_rs import AhoCorasick

from generator.model import Block, Citation, Place, Record, Wanted
from generator.relate.archive import Archive, Found
from generator.relate.citing import before, is_later, refer, refers
from generator.relate.features import hash_of, mixed
from generator.relate.shared import Numbers
from generator.relate.texts import Texts
from generator.text import fold, key

_FEWEST_WORDS = 3
_ENDS = ".,;!?…"
"""A quotation that ends with one of these is speech rather than a title."""
_TELLING = 2
_LONG = 4
"""A title of fewer words of its own than two, of four letters and more, tells nothing outside quotation marks."""
_UNMARKED = 6
"""Words of a title that is known without quotation marks."""
_OFTEN = 2
"""Texts that have the words of a title: where more have them, they are a phrase that is no title there."""
_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"(?:[“„«\"‘'][\s*_]*|(?<!\w)[*_]{1,2})$")
_ENTITLED = re.compile(
    r"(?:\b(?:reports?|statement|paper|document|study|article|letter|memorandum|note|handbook|declaration|resolution"
    r"|release|brief|booklet|brochure|доклад\w*|отч[её]т\w*|заявлени\w+|документ\w*|стать\w+|письм\w+|памятк\w+"
    r"|резолюци\w+|деклараци\w+|релиз\w*)"
    r"\s*,?\s*(?P<how>(?:entitled|titled|called|headed|under the (?:title|heading)|под (?:названием|заголовком)"
    r"|озаглавленн\w+)\s*:?\s*)?)$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"statement|заявлени", re.IGNORECASE)
"""Words for what may be said as well as written: a quotation behind one alone is speech rather than a title."""


def relate(archive: Archive, found: Found) -> None:
    """Link each title in a text to its document; a title that several bear, not copies of one, links to none.

    A document that did not exist yet is not meant. A title in quotation marks that is not held is wanted where a word
    for a kind of document introduces it.
    """
    titles = {title: bearers for title, bearers in titles_of(archive).items() if found.one_of(bearers)}
    hits = _hits(archive, titles)
    said = Counter(title for several in hits.values() for title in {title for title, _ in several})
    for record in archive.records:
        for title, at in hits.get(record.document.id, []):
            if said[title] <= _OFTEN or _is_quoted(record, at):
                _resolve(archive, found, record, titles[title], at)
    for record, citation in _introduced(archive):
        found.want(record.document.id, Wanted(citation.at, None, _kind(citation), None, _bare(citation)))


def titles_of(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    """The documents of each folded title that can be told from the words around it."""
    titles: dict[str, list[str]] = defaultdict(list)
    for record in archive.records:
        evidence = record.document.evidence.get("title")
        title = archive.texts.features[archive.texts.number[record.document.id]].title[0]
        if len(title.split()) >= _FEWEST_WORDS and not (evidence and evidence.basis == "incipit"):
            titles[title].append(record.document.id)
    return {title: tuple(documents) for title, documents in titles.items()}


def _hits(archive: Archive, titles: Mapping[str, tuple[str, ...]]) -> dict[str, list[tuple[str, Place]]]:
    """For each document where it names the titles of others; looked for once for each text and title."""
    texts, names = archive.texts, list(titles)
    said, number = _may_be_said(texts, titles)
    of_text: dict[int, dict[int, list[Place]]] = {}

    def find(at: int) -> list[Place]:
        text = int(number[at])
        if text not in of_text:
            of_text.clear()  # pairs come text by text
            of_text[text] = defaultdict(list)
            here = said[slice(*np.searchsorted(number, [text, text + 1]))].tolist()
            for index, place in _in_blocks(AhoCorasick([names[nth] for nth in here]), texts.records[text].blocks):
                of_text[text][here[index]].append(place)
        return of_text[text].get(int(said[at]), [])

    hashes = np.array([hash_of(title.encode()) for title in names], dtype=np.uint64)
    hits: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for at, places in archive.memo.each("titles", mixed(hashes[said], texts.digests[number]), find):
        hits[texts.records[int(number[at])].document.id] += [(names[int(said[at])], place) for place in places]
    return {id: list(_apart(several)) for id, several in hits.items()}


def _may_be_said(texts: Texts, titles: Mapping[str, tuple[str, ...]]) -> tuple[Numbers, Numbers]:
    """Titles, by their places in `titles`, and the texts of others that have all their runs of words, text by text."""
    bearers = [[texts.number[id] for id in ids] for ids in titles.values()]
    said, number = texts.that_say_titles([numbers[0] for numbers in bearers])
    own = np.repeat(np.arange(len(bearers)), [len(numbers) for numbers in bearers]) * len(texts)
    own += np.array([number for numbers in bearers for number in numbers], dtype=np.int64)
    pairs = number * len(titles) + said
    is_own = np.isin(said * len(texts) + number, own, kind="sort")
    of, which = np.divmod(np.sort(pairs[~is_own]), max(1, len(titles)))
    return which, of


def hits_in(automaton: AhoCorasick, blocks: Sequence[Block]) -> Iterator[tuple[int, Place]]:
    """The words of the automaton in the blocks of one text, by their numbers, none inside another."""
    return _apart(_in_blocks(automaton, blocks))


def _in_blocks(automaton: AhoCorasick, blocks: Sequence[Block]) -> Iterator[tuple[int, Place]]:
    """The words of the automaton in the blocks of one text, on word boundaries."""
    for block in blocks:
        folded = fold(block.text)
        text = folded.text
        for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                first, last = folded.span(start, end)
                yield index, Place(block.number, first, last, block.text[first:last])


def _apart(hits: Iterable[tuple[Named, Place]]) -> Iterator[tuple[Named, Place]]:
    """Of places that overlap, the leftmost, then the longest."""
    paragraph, done = 0, 0
    for named, at in sorted(hits, key=lambda hit: (hit[1].paragraph, hit[1].start, -hit[1].end)):
        if at.paragraph > paragraph or at.start >= done:
            yield named, at
            paragraph, done = at.paragraph, at.end


Named = TypeVar("Named")


def _resolve(archive: Archive, found: Found, record: Record, documents: tuple[str, ...], at: Place) -> None:
    own = record.document.id
    to = documents[0] if len(documents) == 1 else found.one_of(documents)
    if not to or found.one_of((to, own)) or own in documents or _is_own_title(record, at):
        return
    target = archive.by_id[to]
    if is_later(target, record) or _names_an_entity(record, at):
        return
    plain = all(_is_plain(archive.by_id[document]) for document in documents) or not _is_marked_by_words(at.quote)
    if plain and not _is_quoted(record, at):
        return
    refer(archive, found, record, refers(to, "title", "stated", 0.97, "Its text names the title", at))


def _is_own_title(record: Record, at: Place) -> bool:
    evidence = record.document.evidence.get("title")
    return bool(evidence and evidence.paragraph == at.paragraph and len(at.quote) >= len(evidence.quote or ""))


def _names_an_entity(record: Record, at: Place) -> bool:
    """Whether the words are understood as the name of somebody or something, or as part of one."""
    named = [mention.at for mention in record.mentions] + [question.at for question in record.questions]
    return any(m and m.paragraph == at.paragraph and m.start <= at.start and at.end <= m.end for m in named)


def _is_plain(record: Record) -> bool:
    """Whether a title is little more than the names of entities: then such words stand for these, not for the text."""
    evidence, title = record.document.evidence.get("title"), record.document.title or ""
    names = {key(mention.at.quote) for mention in record.mentions if mention.at}
    if evidence and evidence.paragraph:
        names = {key(m.at.quote) for m in record.mentions if m.at and m.at.paragraph == evidence.paragraph}
    left = key(title)
    for name in sorted(names, key=len, reverse=True):
        left = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", left)
    return sum(len(word) >= _LONG and not word.isdecimal() for word in _WORD.findall(left)) < _TELLING


def _is_marked_by_words(quote: str) -> bool:
    """Whether words stand for a title also where nothing sets them off: they are many, and no name of something."""
    words = quote.split()
    telling = [word for word in words if len(word) >= _LONG]
    return len(words) >= _UNMARKED and len(telling) >= _TELLING + 1 and not all(word[0].isupper() for word in telling)


def _is_quoted(record: Record, at: Place) -> bool:
    """Whether the text sets the words off as a title: by quotation marks, italics, or `entitled`."""
    entitled = _ENTITLED.search(before(record, at, 60))
    return bool(_OPENING.search(before(record, at, 4)) or (entitled and entitled["how"]))


def _introduced(archive: Archive) -> Iterator[tuple[Record, Citation]]:
    """What stands in quotation marks as the title of a document; looked at once for each text."""
    several, texts = archive.citations["quoted-title"], archive.texts
    keys = np.zeros(len(several), dtype=np.uint64)
    for nth, (record, citation) in enumerate(several):
        text, at = texts.features[texts.number[record.document.id]].digest, citation.at
        keys[nth] = hash_of(b"%b %d %d %d" % (text, at.paragraph, at.start, bool(citation.kinds)))
    for nth, _ in archive.memo.each("introduced", keys, lambda nth: [True] * _is_introduced(*several[nth])):
        yield several[nth]


def _is_introduced(record: Record, citation: Citation) -> bool:
    """Whether a word for a kind of document stands before the quotation mark, and no sentence behind it."""
    at = citation.at
    entitled = _ENTITLED.search(_OPENING.sub("", before(record, at, 60)))
    if entitled and entitled["how"]:
        return True
    if entitled and _SPOKEN.match(entitled[0]):
        return False
    return bool(citation.kinds or entitled) and not at.quote[0].islower() and at.quote[-1] not in _ENDS


def _kind(citation: Citation) -> str | None:
    return citation.kinds[0] if len(citation.kinds) == 1 else None


def _bare(citation: Citation) -> str:
    """A title without the comma of the sentence that it is quoted in."""
    return citation.at.quote.rstrip(_ENDS + " ")
