"""What kind of line a line is: running text, a line of release, furniture; and what stands on it beside a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.model import Block, Place
from generator.text import in_capitals, squeeze

_PROSE = 240
_LONGEST_LINE = 600
_END = 30
_LONGEST_CAPITALS = 160
"""A line in capitals is a title up to this length, even where it closes with a full stop."""
_LETTERHEAD_WORDS = 2

_SENTENCE_END = re.compile(r"(?:(?:[^\W_]{3}|\d|[^\w\s])[.]|[!?:;…])[\"”»’')]*(?:\[\^?\w{1,3}\])*$")
"""A full stop behind a short word may be that of an abbreviation: `4:30 p.m.`"""
_INNER_END = re.compile(r"(?<=[^\W\d_]{3})[.!?][\"”»’']?\s+[^\W\d_a-zа-я]")

WORDS = re.compile(r"[^\W\d_]+")
"""The words of a line, figures left out."""

TIME = re.compile(
    r"(?:(?:at|um|в)\s+)?(?:\d{1,2}[:.]\s?\d{2}(?:[:.]\d{2})?(?!\d)(?:\s?[ap]\.?\s?m\b\.?)?|\d{1,2}\s?[ap]\.?\s?m\b\.?"
    r"|\d{4}(?=Z|\s?GMT)|\d{1,2}(?=\s?[–—-]\s?\d)"
    r"|noon\b|midnight\b|(?:Session|Part)\s+[IVX\d]+)(?:\s?(?:Z|GMT|UTC|hours|hrs)\b)?(?:\s?(?:[–—-]|and|to)\s?(?=\d))?",
    re.IGNORECASE,
)
"""A time of day, or the part of a day, behind a date."""

WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|дүйшөмбү|шейшемби|шаршемби|бейшемби|ишемби|жекшемби"
    r"|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar)\b",
    re.IGNORECASE,
)
UNDATED = re.compile(r"undated\b|n\. ?d\.(?!\w)|без даты\b|tarihsiz\b|күні жоқ\b", re.IGNORECASE)
"""The words that say that a text bears no date."""
NOTE_MARK = re.compile(r"\[\^?(?:\d{1,3}|\*+|[a-z])\]")
"""The mark of a note."""

_RELEASE = re.compile(
    r"\W*(?:f?or[ -](?:the )?(?:press|media|immediate|release|general|information|publication)|(?:under )?embargo"
    r"|not (?:for|to be)\b|check against|release[d:]|issued|(?:published|posted|updated)\b(?: on)?:?\s|fax\b|date[:d]"
    r"|(?:from the )?(?:press|media|news) (?:release|office|statement|communiqu|conference)"
    r"|для (?:прессы|сми)|пресс-релиз|для немедленн|опубликовано|дата|баспасөз (?:релиз|хабарлама)|жарияланған"
    r"|basın (?:bülteni|açıklaması)|yayın tarihi)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\W*(?:(?:page|p\.|no\.?|№) ?\d+\b|tel[.:]|phone[.:]|e-?mail[.:]|\(?(?:top )?secret\b|\(?confidential\b"
    r"|\(?(?:limited )?official use\b|\(?unclassified\b|\(?restricted\b|priority$|original: ?\w+$"
    r"|distr(?:\.|ibution)\b|agenda item\b|share (?:this|on)\b|поделиться"
    r"|www\.|https?://|by\s+(?-i:[A-ZÀ-ÞА-ЯЁ])[\w.'’-]+(?:\s+(?-i:[A-ZÀ-ÞА-ЯЁ])[\w.'’-]+){1,3}\s*(?:$|\W|(?-i:[A-Z]{3}))"
    r"|(?:source|author|editor|photo|by|text|источник|автор|фото|kaynak|yazar)\s?[:|])",
    re.IGNORECASE,
)
"""What stands at the head beside a title: numbers, addresses, credits, how secret and how urgent a paper is."""

_CRUMB = re.compile(r" [>»›→|] ")
_CRUMB_WORDS = 4
_SALUTATION = re.compile(
    r"(?:(?:my )?dear\b|(?:your )?excellenc(?:y|ies)\b|ladies and gentlemen|sehr geehrte|monsieur\b|madame\b"
    r"|(?:глубоко)?уважаем\w+|құрметті|урматтуу|sayın\b)[^.]{0,80}[,:!]?$",
    re.IGNORECASE,
)


_OTHERS_DAY = re.compile(
    r"\b(?:born|died|deadline|due|valid|expires|effective|entry into force|election day"
    r"|day of (?:the )?(?:vote|election)"
    r"|decl|declassify|declassified|updated|modified|opened|founded|период|срок|день (?:выборов|голосования)"
    r"|родил\w+|обновлено)\b",
    re.IGNORECASE,
)
"""Words beside a day that make it the day of something else."""
_NEAR = 60
"""Code points before a day in which a word counts as beside it."""
_VOTE = re.compile(
    r"\b(?:elections?|referend(?:um|a|ums)|votes?|voting|polls?|plebiscite|выбор\w+|референдум\w*|голосовани\w+|сайлау\w*"
    r"|шайлоо\w*|seçim\w*|referandum\w*|élections?|wahl(?:en)?|elecciones)\W*$",
    re.IGNORECASE,
)


def is_others_day(before: str, line: str) -> bool:
    """Whether a day on a line is not the text's own: `Deadline: 1 May`, `Parliamentary elections, 5 July 2009`."""
    return bool(_OTHERS_DAY.search(line) or _VOTE.search(before[-_NEAR:]))


def is_release(line: str) -> bool:
    """Whether a line is that of a release: for whom it is, until when it is kept back, how it was sent."""
    return bool(_RELEASE.match(line))


def is_rubric(line: str) -> bool:
    """Whether a line is furniture of a head: a line of release, a number, a credit, a path of menus."""
    return is_release(line) or bool(_FURNITURE.match(line)) or _is_path_of_menus(line)


def _is_path_of_menus(line: str) -> bool:
    """`Home > News > Press releases`."""
    parts = _CRUMB.split(line)
    return len(parts) > 1 and all(len(part.split()) <= _CRUMB_WORDS for part in parts)


def is_salutation(line: str) -> bool:
    """Whether a line addresses the reader of a letter or the hearers of a speech."""
    return bool(_SALUTATION.match(line.strip()))


def is_letterhead(line: str) -> bool:
    """Whether a line is an office or a country alone, in capitals: of one or two words."""
    return in_capitals(line) and len(WORDS.findall(line)) <= _LETTERHEAD_WORDS


@lru_cache(maxsize=1024)
def is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of running text, not a line of a head; each rule asks it of the same blocks."""
    if block.kind == "heading" or block.lines:
        return False
    text = squeeze(block.text)
    if len(text) > _PROSE and (len(text) > _LONGEST_LINE or _INNER_END.search(text)):
        return True
    in_sentences = len(text) > _LONGEST_CAPITALS or not in_capitals(text)
    return in_sentences and len(text.split()) > 8 and bool(_SENTENCE_END.search(text[-_END:]))


def is_text(block: Block) -> bool:
    """Whether a block is running text: prose, or wrapped lines."""
    return is_prose(block) or ("\n" in block.text and not block.lines)


def without_time(text: str) -> str:
    """The text without weekdays and times of day."""
    return WEEKDAY.sub(" ", TIME.sub(" ", text))


def lines_of(block: Block) -> Iterator[Place]:
    """The lines of a block that have words, as places."""
    at = 0
    for line in block.text.split("\n"):
        if line.strip():
            yield Place(block.number, at, at + len(line), line)
        at += len(line) + 1


def order_of(line: Place) -> tuple[int, int]:
    """Where a line stands in the text, for comparison."""
    return line.paragraph, line.start


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around a span: from the last full stop before it to the next behind."""
    before = [m.end() for m in re.finditer(r"[.!?][\"”»]?\s+(?=[^a-z])", text[:start])]
    behind = re.search(r"[.!?](?=[\"”»]?(?:\s+[^a-z]|$))", text[end:])
    return (before[-1] if before else 0), (end + behind.end() if behind else len(text))


def place_of(block: Block, start: int, end: int) -> Place:
    """The span of a block's text as a place with its words."""
    return Place(block.number, start, end, block.text[start:end])
