"""What stands around a name: titles, other names, the sentence; and what the whole document has introduced."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from generator.annotate.known import (
    TITLES,
    WORD,
    alike,
    alike_names,
    covers,
    given_names,
    is_latin,
    letters,
    name_stems,
    offices,
    seat,
    stems,
    title_words,
)
from generator.authority import Authority, Person, Role
from generator.model import Block, Document, Findings, NameSpan, first_day
from generator.model import Place as At
from generator.text import CAPITAL, LOWER, key, vocabulary

_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’'-]*\.?)\s+$")
_AFTER = re.compile(r"\s+(?P<word>[^\W\d_][\w’'-]*)")
_MARKS = 8
_BEGINS = re.compile(r"(?:\n|[.!?:;—–-][\"”»’')]*\s+|[\"“«(]|\[\d+\]\s*)$")
"""What stands before the first word of a sentence or a line."""
_INITIAL = re.compile(r"[^\W\d_]\.")
_INITIALS_BEFORE = re.compile(r"(?<!\w)(?P<first>[^\W\d_])\.[ -]?[^\W\d_]\.\s*$")
_INITIALS_BEHIND = re.compile(rf" (?P<first>{CAPITAL})\.(?: ?{CAPITAL}\.)")
_REGNAL = re.compile(r"\s+(?!I\b)[IVX]+(?:rd|nd|st|th)?\b")
_DOUBLED = re.compile(rf"[-‐‑]{CAPITAL}")
"""A name goes on behind its hyphen: `Anna Brandt-Meyer`."""
_NEXT_WORD = re.compile(r" (?P<word>[^\W\d_][\w’'-]*)")
_OF = re.compile(rf"\s+of\s+(?:the\s+)?(?={CAPITAL})")
_PERSONS = vocabulary("mr mrs ms miss dr president king queen prince sir dame general colonel ambassador senator")
"""Titles that no place bears."""
_OTHER_PLACES = vocabulary("new north south nova")
"""Words that make another place of one."""
_PATRONYMIC = re.compile(
    r"(?:вич|вича|вичу|вичем|виче|вна|вны|вне|вну|вной|ұлы|улы|қызы|кызы|уулу|[oe]vich|[oe]vna|uly|uulu|kyzy)$"
)
_ANOTHERS = 0.75
"""The share of the words of a definition that must be in the name of an entity for it to be meant."""
_NAMED_AFTER = re.compile(
    r"\s+(?:Library|Papers|Presidential|University|Institute|Academy|School|College|Street|Avenue|Square|Airport|Foundation"
    r"|Memorial|Cent(?:er|re)|County|City|Island|Islands|[Pp]lan|[Pp]lans|[Ff]ormula|[Dd]octrine|Building|House|Company|Corporation|Inc|Prize|Award|Stadium)\b"
)
"""What is called after a person is not the person."""
_THE = re.compile(
    r"(?:\b(?:the|The|this|our|its|his|her)\s+(?:[^\W\d_]+\s+)?|[.!?:;]\s+|\n|[“\"]|\b(?:by|to|with|from|and|as|for)\s+)$"
)
_NOT_HIM = re.compile(
    r"\b(?:deputy|vice|former|ex|acting|first|previous|then|next|future|new|assistant|under|late|elected|elect)[\s-]+$",
    re.IGNORECASE,
)
_NAME_FOLLOWS = re.compile(rf"\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?{CAPITAL}[{LOWER}]+")
_FORENAME = 3
_REPUBLIC = 12
"""Code points between `of` and a country's name: `of the Republic of Norland`."""
_OPENERS = vocabulary(
    "when whenever while whatever whether where wherever who why how what which if although though because since"
    " until unless after before once then thus hence so but and or nor yet both either neither each every"
    " everything nobody someone anyone everyone told asked said says according despite during from into onto upon"
    " with without within by for against between among through throughout under over above below about around as"
    " at in on to of off out up down near like unlike regarding concerning meanwhile nonetheless nevertheless"
    " however therefore moreover also even only just perhaps maybe certainly clearly again here there now today"
    " yesterday tomorrow later earlier continuation text summary subject comment note this that these those his"
    " her its their our my your he she it they we you can could may might must shall should will would did does"
    " do has have had is are was were be been когда если после перед хотя однако также как что по на в с о об от"
    " для при"
)
"""Words that may stand with a capital before a surname at the head of a sentence."""
_MONTHS = vocabulary("january february march april may june july august september october november december")
_TITLE_REACH = 60


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a surname and says whose it is."""

    initials: frozenset[str] = frozenset()
    """The first initial, in the alphabets that it may be."""
    forename: str | None = None
    """What looks like a given name."""
    is_another: bool = False
    """Whether it is called after somebody."""


@dataclass
class Context:
    """One document, as its names are resolved."""

    blocks: tuple[Block, ...]
    document: Document
    findings: Findings
    authority: Authority
    _offices: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False)
    _beside: dict[At, Beside] = field(default_factory=dict, init=False)

    @cached_property
    def introduced(self) -> frozenset[str]:
        """The entities that the text names in full, or by title and name, without doubt which."""
        full = (s for s in self.findings.names if s.form in ("name", "variant", "initials") and len(s.candidates) == 1)
        titled = (self.titled(s) for s in self.findings.names if s.form in ("surname", "given"))
        return frozenset(span.candidates[0] for span in full) | {person for person in titled if person}

    def titled(self, span: NameSpan) -> str | None:
        """The only person of that name whose office is the title before it: `President Aldane`, `King Ben`.

        In a heading, which says in shorthand what the text says in full, a name that two persons share stays open.
        """
        title = key(self.title_before(span))
        if not title or self.is_title(span) or not all(c.startswith("people/") for c in span.candidates):
            return None
        fit = [p for p in span.candidates if any(office.startswith(title) for office in self.offices_of(p))]
        return fit[0] if len(fit) == 1 else None

    def offices_of(self, person: str) -> tuple[str, ...]:
        """The offices that a person held on the document's day."""
        if person not in self._offices:
            self._offices[person] = tuple(offices(person, self.authority, self.day))
        return self._offices[person]

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text, as written."""
        return frozenset(word for block in self.blocks for word in WORD.findall(block.text))

    def is_like_a_name(self, word: str) -> bool:
        """Whether a word looks like somebody's name: a capital, then small letters, and no title or common word.

        A word that the text has in small letters too begins a sentence where it has a capital.
        """
        if len(word) < _FORENAME or not word.istitle() or key(word) in title_words(self.authority):
            return False
        return word.lower() not in self._words

    @cached_property
    def called(self) -> frozenset[str]:
        """All entities that anything in the text may name by more than a given name."""
        return frozenset(c for span in self.findings.names if span.form != "given" for c in span.candidates)

    @cached_property
    def day(self) -> str | None:
        """The first day that the document's date allows."""
        return first_day(self.document) or None

    @cached_property
    def country(self) -> str | None:
        """The country that the document is from, else the only one that its text names."""
        if self.document.place:
            return self.authority.country(self.document.place)
        named = {
            self.authority.country(entity.partition("/")[2])
            for entity in self.introduced
            if entity.startswith("places/")
        }
        return named.pop() if len(named) == 1 else None

    def text(self, span: NameSpan) -> str:
        """The text of the block in which a name stands."""
        return self.blocks[span.at.paragraph - 1].text

    def is_title(self, span: NameSpan) -> bool:
        """Whether a name stands in the title, or in the block that it was read from."""
        evidence = self.document.evidence.get("title")
        own = evidence and evidence.certainty == "stated" and evidence.paragraph == span.at.paragraph
        return bool(own) or self.blocks[span.at.paragraph - 1].kind == "heading"

    def is_alone(self, span: NameSpan) -> bool:
        """Whether a name is all that its block says, as a signature is."""
        return self.text(span).strip(" .,*") == span.at.quote.strip(" .,*")

    def is_cut_short(self, span: NameSpan) -> bool:
        """Whether a person's name is the beginning of another's, or of what is called after the person."""
        text, end = self.text(span), span.at.end
        if _NAMED_AFTER.match(text, end) or _DOUBLED.match(text, end):
            return True
        follows = _NEXT_WORD.match(text, end)
        if not follows or (span.at.paragraph, end + 1) in self._named_at:
            return False
        return text[span.at.start : end].isascii() and self.is_like_a_name(follows["word"])

    def is_a_persons(self, span: NameSpan) -> bool:
        """Whether the name of a place is a person's here, behind a title that no place bears, or that of `New Kant`."""
        if span.form != "name" or not span.candidates[0].startswith("places/"):
            return False
        before = _BEFORE.search(self.text(span)[max(0, span.at.start - _TITLE_REACH) : span.at.start])
        return bool(before and before["word"].rstrip(".").lower() in _PERSONS | _OTHER_PLACES)

    @cached_property
    def defined(self) -> dict[str, str]:
        """What abbreviations stand for where the text itself says so."""
        return {use.short: use.long for use in self.findings.abbreviations if use.basis == "defined"}

    def is_defined_otherwise(self, span: NameSpan) -> bool:
        """Whether the text says that an abbreviation stands for something else than what it may mean."""
        long = self.defined.get(span.at.quote)
        wanted = stems(long.replace("-", "")) if long else set()
        known = [own for c in span.candidates if (own := name_stems(c, self.authority))]
        alphabet = [own for own in known if any(map(is_latin, own)) or not any(map(is_latin, wanted))]
        return bool(wanted and alphabet) and all(len(wanted & s) < _ANOTHERS * len(wanted) for s in alphabet)

    def beside(self, span: NameSpan) -> tuple[bool, str | None]:
        """Whether `of` and a name follow a body or an office, or a place stands before it; and of which country."""
        text = self.text(span)
        of = _OF.match(text, span.at.end)
        for name in self._places.get(span.at.paragraph, ()):
            behind = of and 0 <= name.at.start - of.end() <= _REPUBLIC
            if behind or (name.at.end < span.at.start and not text[name.at.end : span.at.start].strip()):
                return True, self.authority.country(name.candidates[0].partition("/")[2])
        return of is not None, None

    @cached_property
    def _named_at(self) -> frozenset[tuple[int, int]]:
        """Where names of any kind begin."""
        return frozenset((name.at.paragraph, name.at.start) for name in self.findings.names)

    @cached_property
    def _people_at(self) -> frozenset[tuple[int, int]]:
        """Where persons' names begin."""
        names = (n for n in self.findings.names if n.candidates[0].startswith("people/") and n.form != "office")
        return frozenset((name.at.paragraph, name.at.start) for name in names)

    @cached_property
    def _places(self) -> dict[int, list[NameSpan]]:
        """The names of places, by paragraph."""
        grouped: dict[int, list[NameSpan]] = {}
        for name in self.findings.names:
            if name.candidates[0].startswith("places/"):
                grouped.setdefault(name.at.paragraph, []).append(name)
        return grouped

    def is_part_of_another(self, span: NameSpan, person: str) -> bool:
        """Whether a surname belongs to somebody else, or to what is called after somebody: `John Jarring`."""
        beside = self._beside.get(span.at) or self._look_beside(span)
        own = given_names(person, self.authority)
        if beside.initials:
            return bool(own) and not any(name[0] in beside.initials for name in own)
        if beside.forename:
            return not any(name.startswith(beside.forename) for name in alike_names(person, self.authority))
        return beside.is_another

    def _look_beside(self, span: NameSpan) -> Beside:
        """What stands beside a surname; kept, since it is asked for each that bears it."""
        text = self.text(span)
        near = _INITIALS_BEFORE.search(text, max(0, span.at.start - _MARKS), span.at.start)
        near = near or _INITIALS_BEHIND.match(text, span.at.end)
        if _NAMED_AFTER.match(text, span.at.end) or _REGNAL.match(text, span.at.end):
            beside = Beside(is_another=True)
        else:
            beside = Beside(initials=letters(near["first"])) if near else self._before(text, span.at.start)
        self._beside[span.at] = beside
        return beside

    def _before(self, text: str, start: int) -> Beside:
        """What the word before a surname is: an initial, a given name, or nothing of it."""
        reach = max(0, start - _TITLE_REACH)
        before = _BEFORE.search(text[reach:start])
        if not before or not before["word"][0].isupper():
            return Beside()
        at = reach + before.start()
        begins = at == 0 or _BEGINS.search(text[max(0, at - _MARKS) : at]) is not None
        word = before["word"]
        if _PATRONYMIC.search(word):
            return self._before(text, at)  # whose it is says the given name before it
        if _INITIAL.fullmatch(word):  # at the head of a line it is a label: `B. Aldane said`
            return Beside() if begins else Beside(initials=letters(word[0]))
        if word.endswith(".") or (begins and key(word) in _OPENERS) or not self.is_like_a_name(word):
            return Beside()
        return Beside(forename=alike(key(word).split("-")[0]))

    def goes_on(self, span: NameSpan) -> bool:
        """Whether what looks like a surname follows at once, as it follows a given name."""
        after = _AFTER.match(self.text(span), span.at.end)
        return bool(after and self.is_like_a_name(after["word"]))

    def is_office_alone(self, span: NameSpan) -> bool:
        """Whether an office stands for a person: no name beside it, no word that makes it another (`Deputy`)."""
        text = self.text(span)
        before = text[max(0, span.at.start - _TITLE_REACH) : span.at.start]
        if not _THE.search(before) and before.strip(" \n"):
            return False
        if _NOT_HIM.search(before) or _NAME_FOLLOWS.match(text, span.at.end):
            return False
        return not any((span.at.paragraph, span.at.end + n) in self._people_at for n in range(3))

    def held(self, person: str, words: str) -> bool:
        """Whether a person held such an office on the document's day, or ever, where that is not known."""
        entry = self.authority.get(person)
        said = stems(" ".join(word for word in words.split() if not word.isupper()))  # `CEC` stands for the body
        roles = entry.roles if isinstance(entry, Person) else []
        return any(said <= self._stems_of(role) and covers(role, self.day) for role in roles)

    def _stems_of(self, role: Role) -> set[str]:
        """The stems of an office, with those of the body that it is in, of its seat and of its country."""
        body = f"organisations/{role.at}"
        place = seat(body, self.authority)
        found = stems(role.title) | name_stems(body, self.authority)
        for around in {place, self.authority.country(place)} - {None}:
            found |= name_stems(f"places/{around}", self.authority)
        return found

    def countries_of(self, person: str) -> set[str | None]:
        """The countries of the bodies in which a person held an office."""
        entry = self.authority.get(person)
        roles = entry.roles if isinstance(entry, Person) else []
        return {self.authority.country(seat(f"organisations/{role.at}", self.authority)) for role in roles if role.at}

    def is_a_word(self, span: NameSpan) -> bool:
        """Whether a surname without a title may be a word: a month, or at the head of a sentence one in small letters.

        Whether it is such a word the text itself shows, by using it.
        """
        head = self.text(span)[max(0, span.at.start - _TITLE_REACH) : span.at.start]
        before = _BEFORE.search(head)
        if before and key(before["word"].rstrip(".")) in TITLES - _MONTHS:
            return False
        begins = not head or _BEGINS.search(head[-_MARKS:])
        return bool(begins and span.at.quote.lower() in self._words) or key(span.at.quote) in _MONTHS

    def title_before(self, span: NameSpan) -> str:
        """The capitalised words right before a name: `Deputy Foreign Minister`."""
        head = self.text(span)[max(0, span.at.start - _TITLE_REACH) : span.at.start]
        match = re.search(rf"((?:{CAPITAL}[\w’'-]*\s+(?:of\s+|for\s+)?)+)$", head)
        return match[1].strip() if match else ""
