"""Refers to: the title of another document, of three words and more, stands in the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from generator.model import Block, Citation, Place, Record, Wanted
from generator.relate.archive import Archive, Found
from generator.relate.citing import before, is_later, refer, refers
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
    named = _named_in(archive.texts, titles)
    hits = {id: _hits(archive, archive.by_id[id], several) for id, several in named.items()}
    said = Counter(title for several in hits.values() for title in {title for title, _ in several})
    for record in archive.records:
        for title, at in hits.get(record.document.id, []):
            if said[title] <= _OFTEN or _is_quoted(record, at):
                _resolve(archive, found, record, titles[title], at)
    for record, citation in archive.citations["quoted-title"]:
        if _is_introduced(record, citation):
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


def _named_in(texts: Texts, titles: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """For each document the titles of others of which it has all runs of words."""
    named: dict[str, list[str]] = defaultdict(list)
    for title, number in texts.that_say_titles({t: texts.number[ids[0]] for t, ids in titles.items()}):
        id = texts.records[number].document.id
        if id not in titles[title]:
            named[id].append(title)
    return named


def _hits(archive: Archive, record: Record, titles: Sequence[str]) -> list[tuple[str, Place]]:
    """Where titles stand in a text; looked for once for each text and titles."""
    if not titles:
        return []
    text = archive.texts.digest(archive.texts.number[record.document.id])

    def find() -> list[tuple[str, Place]]:
        return [(titles[index], at) for index, at in hits_in(AhoCorasick(titles), record.blocks)]

    return archive.memo.get("titles", find, text, "\0".join(titles).encode())


def hits_in(automaton: AhoCorasick, blocks: Sequence[Block]) -> Iterator[tuple[int, Place]]:
    """The titles in the blocks of one text, by their numbers in the automaton."""
    for block in blocks:
        yield from _in_block(automaton, block)


def _in_block(automaton: AhoCorasick, block: Block) -> Iterator[tuple[int, Place]]:
    """The titles in a block on word boundaries, leftmost and longest first, none inside another."""
    folded = fold(block.text)
    text, done = folded.text, 0
    found = automaton.find_matches_as_indexes(text, overlapping=True)
    for index, start, end in sorted(found, key=lambda hit: (hit[1], -hit[2])):
        bounded = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        if start >= done and bounded:
            first, last = folded.span(start, end)
            yield index, Place(block.number, first, last, block.text[first:last])
            done = end


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
