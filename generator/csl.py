"""A document as an item of a bibliography, under the names of CSL (Citation Style Language): what every citation says.

What is not a fact never looks like one: `When` says which dates may stand as they are, `docs/citing.md` what each form
of citation prints for the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator import edtf
from generator.authority import Authority, Kind, Person
from generator.model import Document
from generator.text import legible, squeeze

_PART = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_FACTS = ("stated", "curated")


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive that holds the documents."""

    name: str
    url: str | None = None
    """Its address, with or without the last slash."""
    holds_abstracts: bool = False
    """Whether its texts are its own abstracts of the documents, so that a quotation is of the archive."""

    def address(self, id: str) -> str | None:
        """The lasting address of a document; None where the archive does not know its own."""
        return f"{self.url.rstrip('/')}/documents/{id}/" if self.url else None


@dataclass(frozen=True, slots=True)
class Name:
    """Whose text it is."""

    literal: str
    """The name of a body, or of a person as it is said."""
    family: str = ""
    given: str = ""
    """Of a person whose entry has `sort`."""
    folder: str = ""
    """`people` or `organisations`, as its entry says; empty for a name that no entry has."""


@dataclass(frozen=True, slots=True)
class When:
    """The date of a document, as far as a citation may say it."""

    edtf: str | None
    """EDTF; None where not even a year is known."""
    stated: bool = False
    """Whether the document or the curator says it; else it is inferred, and stands in square brackets."""
    printed: str | None = None
    """What the document bears where that has no year: `XXXX-05-15`."""

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day of a single date, as far as they are known; empty for an interval, a set, a decade."""
        return _parts(self.edtf.rstrip("~?%")) if self.edtf else ()

    @property
    def qualifier(self) -> str:
        """`~` for about, `?` for perhaps, `%` for both, behind the whole; empty without any."""
        return self.edtf[-1] if self.edtf and self.edtf[-1] in "~?%" else ""

    @property
    def facts(self) -> tuple[int, ...]:
        """The same parts where they may stand as a fact; else empty."""
        return self.parts if self.is_fact else ()

    @property
    def is_fact(self) -> bool:
        """Whether it may stand as it is: stated, no part of it uncertain, and not one of several."""
        return bool(self.stated and self.edtf and self.edtf[0] != "[" and not edtf.is_uncertain(self.edtf))

    @property
    def interval(self) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """Both ends of an interval that is stated, where both are single dates."""
        first, slash, last = (self.edtf or "").partition("/")
        ends = _parts(first), _parts(last)
        return ends if slash and self.stated and all(ends) else None

    @property
    def words(self) -> str | None:
        """The date in English, in square brackets where it is no fact; None where there is none."""
        if not self.edtf:
            return None
        text = _interval(self.edtf) or edtf.humane(self.edtf)
        return text if self.is_fact else f"[{text}]"

    @property
    def plain_words(self) -> str | None:
        """The same where it is stated, and so has no brackets; else None."""
        return self.words if self.words and not self.words.startswith("[") else None

    @property
    def note(self) -> str | None:
        """What a reader must be told of the date beside it; None where it is a fact."""
        if self.printed or (self.is_fact and _bears_day_of_no_month(self.edtf)):
            return f"The document bears the date {edtf.humane(self.printed or self.edtf)}."
        if self.edtf and self.words and not self.stated:
            return f"The date is inferred, the document does not state it: {self.words[1:-1]}."
        if self.words and not self.plain_words:
            return f"The date is uncertain: {self.words[1:-1]}."
        return None


def _bears_day_of_no_month(date: str | None) -> bool:
    """Whether a date says a day that its parts cannot: `1755-XX-06`."""
    return date is not None and re.fullmatch(r"\d{4}-XX-\d\d", date) is not None


@lru_cache(maxsize=8192)
def _parts(date: str) -> tuple[int, ...]:
    match = _PART.fullmatch(date)
    if not match or not edtf.valid(date):
        return ()
    known = [part for part in match.groups() if part]
    return tuple(int(part) for part in (known[: known.index("XX")] if "XX" in known else known))


def _interval(date: str) -> str | None:
    """`A/B` in words."""
    first, slash, last = date.partition("/")
    if not slash:
        return None
    if first in ("", "..") or last in ("", ".."):
        return f"until {edtf.humane(last)}" if first in ("", "..") else f"since {edtf.humane(first)}"
    begun, ended = _parts(first), _parts(last)
    if len(begun) == len(ended) == 3 and begun[:2] == ended[:2]:
        return f"{begun[2]}–{edtf.humane(last)}"
    return f"{first}–{last}" if len(begun) == len(ended) == 1 else f"{edtf.humane(first)} – {edtf.humane(last)}"


@dataclass(frozen=True, slots=True)
class Item:
    """A document as an item of a bibliography."""

    id: str
    type: str
    """`report`, `article-newspaper` or `document`: CSL's own names; a journal's article is none of ours."""
    title: str
    when: When
    is_described: bool = False
    """Whether the title only says what it is, since it has none that may be shown."""
    author: Name | None = None
    """Whose text it is: the creator, else who issued it."""
    publisher: str | None = None
    """Who issued it, where that is another."""
    paper: str | None = None
    """Of a news report the paper or agency."""
    genre: str | None = None
    """Its kind in words."""
    genre_ru: str | None = None
    """The same in Russian, where `kinds.yml` has it."""
    number: str | None = None
    """Its symbol."""
    language: str | None = None
    url: str | None = None
    """Its lasting address here; where the archive has none, that of the original."""
    archive: str | None = None
    location: str | None = None
    """The reference code within the archive."""
    original: str | None = None
    """The address that the original had."""
    is_of_a_day: bool = False
    """Whether it is news or a press release, which GOST dates by the day."""
    is_abstract: bool = False
    """Whether the text that the archive holds is its own abstract of the document."""

    @property
    def is_signed(self) -> bool:
        """Whether it is a news report of another than the paper or agency itself."""
        return self.paper is not None and self.author is not None and self.author.literal != self.paper

    @property
    def note(self) -> str | None:
        """What has no field of its own: what the date is not, and where the original was."""
        original = f"Original: {self.original}" if self.original and self.original != self.url else None
        return " ".join(filter(None, (self.when.note, original))) or None


def item_of(document: Document, authority: Authority, archive: Archive) -> Item:
    """The item of a document that may be published."""
    author = name_of(document.creator, authority) or name_of(document.publisher, authority)
    publisher = name_of(document.publisher, authority)
    type = type_of(document.kind, authority)
    original = document.original if (document.original or "").startswith(("http://", "https://")) else None
    return Item(
        id=document.id,
        type=type,
        title=_title(document, authority),
        when=when(document),
        is_described=document.title is None,
        author=author,
        publisher=publisher.literal if publisher and publisher != author else None,
        paper=publisher.literal if publisher and type == "article-newspaper" else None,
        genre=_genre(document.kind, authority) if document.title is not None else None,
        genre_ru=_genre(document.kind, authority, "ru") if document.title is not None else None,
        number=document.symbol,
        language=document.language,
        url=archive.address(document.id) or original,
        archive=archive.name or None,
        location=document.reference_code,
        original=document.original,
        is_of_a_day=type == "article-newspaper" or _is_for_the_press(document.kind, authority),
        is_abstract=archive.holds_abstracts,
    )


def when(document: Document) -> When:
    """The date of a document; what no evidence states is inferred."""
    date, evidence = document.date, document.evidence.get("date")
    if not date or edtf.span(date) is None:
        return When(None, printed=date if date and edtf.valid(date) and date != "XXXX" else None)
    return When(date, evidence is not None and evidence.certainty in _FACTS)


def name_of(id: str | None, authority: Authority) -> Name | None:
    """A body or person as an author; None where the entry forbids to name it."""
    if not id:
        return None
    is_person = not authority.get(f"organisations/{id}") and authority.get(f"people/{id}")
    key = f"{'people' if is_person else 'organisations'}/{id}"
    if authority.hides(key):
        return None
    entry, name = authority.get(key), legible(authority.name(key))
    folder = entry.folder if entry else ""
    family, comma, given = (entry.sort or "").partition(",") if isinstance(entry, Person) else ("", "", "")
    is_parted = comma and family.strip()
    return Name(name, squeeze(family), squeeze(given), folder) if is_parted else Name(name, folder=folder)


def _title(document: Document, authority: Authority) -> str:
    """The title; an incipit, and the kind where no title may be shown, in square brackets."""
    evidence = document.evidence.get("title")
    if document.title is None:
        kind = authority.name(f"kinds/{document.kind}") if document.kind else "document"
        return f"[{kind[:1].upper()}{kind[1:]}]"
    title = legible(document.title)
    return f"[{title}]" if evidence and evidence.basis == "incipit" else title


_HEAD = re.compile(r"\s+(?:of|on|by|to|from|for|about|in|at)\s.*")
_REPORTS = frozenset({"report", "study", "survey", "handbook", "assessment", "review"})


def type_of(kind: str | None, authority: Authority) -> str:
    """CSL's type for a kind of document: as its entry says (`cited_as`), else by the noun that its name turns on."""
    entry = authority.get(f"kinds/{kind}")
    if isinstance(entry, Kind) and entry.cited_as:
        return "article-newspaper" if entry.cited_as == "news" else entry.cited_as
    if isinstance(entry, Kind) and entry.reports:
        return "article-newspaper"
    for before, noun in _nouns(kind, authority):
        if "news" in before or noun in ("article", "news"):
            return "article-newspaper"
        if noun in _REPORTS:
            return "report"
    return "document"


def _nouns(kind: str | None, authority: Authority) -> Iterator[tuple[list[str], str]]:
    """The noun that the name of a kind turns on, with the words before it; the same of its id."""
    entry = authority.get(f"kinds/{kind}")
    for words in filter(None, (entry.name if entry else None, (kind or "").replace("-", " "))):
        *before, noun = _HEAD.sub("", words.lower()).split() or [""]
        yield before, noun


def _is_for_the_press(kind: str | None, authority: Authority) -> bool:
    """Whether a kind is given out to the press: a press release, a media advisory."""
    return any({"press", "media"} & set(before) for before, _ in _nouns(kind, authority))


def _genre(kind: str | None, authority: Authority, language: str | None = None) -> str | None:
    """The kind in words, without what follows its noun: `Press release` for one "of a foreign ministry"."""
    entry = authority.get(f"kinds/{kind}")
    if language:
        names = entry.names.get(language) if entry else None
        words = names[0] if names else ""
    else:
        words = _HEAD.sub("", authority.name(f"kinds/{kind}")) if kind else ""
    return squeeze(words[:1].upper() + words[1:]) or None


def as_csl(item: Item) -> dict[str, Any]:
    """The item as CSL-JSON."""
    made: dict[str, Any] = {"id": item.id, "type": item.type, "title": item.title}
    if item.author:
        person = {"family": item.author.family, "given": item.author.given}
        made["author"] = [person if item.author.family else {"literal": item.author.literal}]
    issuer = item.publisher or (item.author.literal if item.author and item.type == "report" else None)
    is_news = item.type == "article-newspaper"
    made |= {"issued": issued(item.when), "publisher": None if is_news else issuer, "container-title": item.paper}
    made |= {"genre": None if is_news else item.genre, "number": item.number, "language": item.language}
    made |= {"URL": item.url, "archive": item.archive, "archive_location": item.location, "note": item.note}
    return {name: value for name, value in made.items() if value}


def issued(when: When) -> dict[str, Any] | None:
    """CSL's date: parts for what is stated, with `circa` for what is about; words where it has no single days.

    What is inferred is left to the note: CSL could say it in words, but Zotero reads the year out of them as a fact.
    """
    if when.interval:
        return {"date-parts": [list(end) for end in when.interval]}
    if when.stated and when.parts:
        return {"date-parts": [list(when.parts)]} | ({"circa": True} if when.qualifier else {})
    return {"literal": when.plain_words} if when.plain_words else None
