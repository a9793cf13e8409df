"""What flows from stage to stage: small frozen values, and nothing that acts.

Offsets (`start`, `end`) count code points in the text of one block; `paragraph` is a block's number, from 1.
Entities are named by their page: `people/kazakbaev-ruslan`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WITHHELD = "[name withheld]"
"""What stands in the place of withheld words."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text as published: a paragraph, a heading, an item of a list, a quotation, a note."""

    number: int
    """From 1, in the order of the text."""
    kind: str
    """`heading`, `paragraph`, `list`, `quotation`, `table` or `note`."""
    text: str
    """The words as they stand in the source, with their line breaks, less the marks of structure."""
    lines: bool = False
    """Whether the line breaks mean something (a title set on lines, an address, verse)."""
    ruled: bool = False
    """Whether a rule stood before it in the source."""
    gap: bool = False
    """Whether something before it is not published."""
    withheld: bool = False
    """Whether it holds a mark of withholding."""
    page: int | None = None
    """The page of the source that it begins on, where the source has pages."""
    language: str | None = None
    """Its language (ISO 639-1) where that is another than the document's."""
    recurring: bool = False
    """Whether it is furniture that recurs over the archive: contacts, "About …", share buttons."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that a document came in."""

    path: str
    """Below `content/`: `sources/2021/a.txt`."""
    sha256: str
    """Of its bytes, less front matter: of what is published; hexadecimal."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of a document's input that could not be used, where the rest could."""

    path: str
    line: int
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Source:
    """What `read` makes of the files of one document."""

    id: str
    """The document's id: `2021/kabar-2021-01-19`."""
    file: SourceFile
    """Where the text came from."""
    blocks: tuple[Block, ...]
    """The text, without what is withheld."""
    curated: Mapping[str, Any]
    """The curator's word: front matter and sidecar, under the names of the data format."""
    access: str
    """`open`, `extract` or `metadata`."""
    redacted: bool
    """Whether words were withheld: then no file, path or hash is published."""
    said: Mapping[str, str] = field(default_factory=dict)
    """What the format itself says: HTML's meta, a mail's subject and day."""
    files: tuple[SourceFile, ...] = ()
    """Other files of the document, that may be published beside it."""
    notes: tuple[str, ...] = ()
    """What the curator should know: how the file was decoded, what it lacks."""
    faults: tuple[Fault, ...] = ()
    """What of its files could not be used."""


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a document's text."""

    paragraph: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A span that may name one of several entities."""

    at: Place
    candidates: tuple[str, ...]
    """All entities that it may name, sorted."""
    form: str
    """By what it may: `name`, `variant` (a spelling that follows from one), `initials`, `surname`, `given`,
    `abbreviation`, `generic` (a body's name without its country), `office` or `term`."""
    weaker: tuple[str, ...] = ()
    """Entities that the same words name by a less sure form: a town's name may be a person's surname."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date expression in the text."""

    at: Place
    edtf: str
    """As printed: `XXXX-05-15` where no year stands there."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation and what it stands for, at one of its uses."""

    short: str
    long: str
    at: Place
    basis: str
    """`defined` in this text, or known from the `list` of abbreviations."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A span that speaks of another document."""

    at: Place
    form: str
    """`address`, `symbol`, `number` (`Document 21`), `quoted-title`, `description` (body, kind and date) or `mention`
    (`the preliminary conclusions`: a kind that is spoken of as known)."""
    address: str | None = None
    number: str | None = None
    """The symbol, or the number as printed."""
    publishers: tuple[str, ...] = ()
    """Organisations that may be meant as its publisher (ids without folder)."""
    kinds: tuple[str, ...] = ()
    """Kinds of document that the words may mean."""
    date: str | None = None
    """EDTF, as printed."""
    document: str | None = None
    """The id that the archive's own numbering gives to a `number`; None where that says that it is not held here."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What `recognise` saw in a text, undecided."""

    names: tuple[NameSpan, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    citations: tuple[Citation, ...] = ()
    language: str | None = None
    """The language of most of the text (ISO 639-1)."""
    languages: tuple[str | None, ...] = ()
    """For each block its own language, where that is sure."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact is believed."""

    basis: str
    """The rule that read it."""
    certainty: str
    """`curated`, `stated`, `inferred` or `unknown`."""
    quote: str | None = None
    """The words in the text that say it."""
    paragraph: int | None = None
    """Where they stand."""


@dataclass(frozen=True, slots=True)
class TopicUse:
    """A topic of a document, and the words that showed it."""

    topic: str
    terms: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Document:
    """The facts about one document. What is not known is None."""

    id: str
    title: str | None = None
    date: str | None = None
    """EDTF: the date that the document bears."""
    published: str | None = None
    """EDTF: when this copy came out."""
    captured: str | None = None
    """EDTF: when it was saved."""
    span: tuple[str | None, str | None] | None = None
    """First and last day that `date` allows."""
    place: str | None = None
    place_printed: str | None = None
    creator: str | None = None
    publisher: str | None = None
    informant: str | None = None
    republisher: str | None = None
    kind: str | None = None
    language: str | None = None
    symbol: str | None = None
    original: str | None = None
    archived: str | None = None
    collection: str | None = None
    reference_code: str | None = None
    events: tuple[str, ...] = ()
    topics: tuple[TopicUse, ...] = ()
    family: str | None = None
    """The id of the first document of its family: copies and versions of one text."""
    access: str = "open"
    rights: str | None = None
    licence: str | None = None
    source: SourceFile | None = None
    files: tuple[SourceFile, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity, decided."""

    entity: str
    at: Place | None
    """None where the text is not published."""
    basis: str
    """How it was decided: `name`, `variant`, `initials`, `abbreviation`, `surname` (of one named in full),
    `surname-alone`, `given`, `signature`, `title`, `office`, `term`, `event-day`, `event`, `context` (what the text or
    its country leaves) or `curator`."""
    certainty: str
    score: float
    reason: str | None = None
    """Who decided it and why, in the curator's words."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation from the document that holds it to another one."""

    to: str
    relation: str
    basis: str
    certainty: str
    score: float
    reason: str
    """In words, for the reader."""
    at: Place | None = None
    target_at: Place | None = None
    """The passage of the other document that is meant: the words quoted."""
    forward: bool = False
    """Whether it refers to a document of a later date, as editors' notes do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that the text speaks of and the archive does not hold."""

    at: Place | None
    publisher: str | None
    kind: str | None
    date: str | None
    named: str | None = None
    """The symbol, number, title or address by which the text names it."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only the curator can settle."""

    document: str
    what: str
    at: Place
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One document with all that is known of it: what the later stages hand on."""

    document: Document
    blocks: tuple[Block, ...]
    anchors: tuple[str, ...]
    """One for each block, in order."""
    mentions: tuple[Mention, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    citations: tuple[Citation, ...] = ()
    relations: tuple[Mapping[str, Any], ...] = ()
    """What the curator says of it and others: `{to, relation, note}`."""
    publish_file: bool = True
    links: tuple[Link, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    """What the curator should know of its file."""
    faults: tuple[Fault, ...] = ()
    """What of its files could not be used."""


def published(document: Document) -> tuple[SourceFile, ...]:
    """The files that are published beside a document's page, the one that gives its text first."""
    return (*((document.source,) if document.source else ()), *document.files)


def first_day(document: Document) -> str:
    """The first day that a document's date allows; empty where nothing tells."""
    span = document.span
    return (span[0] or span[1] or "") if span else ""


def is_inferred(document: Document, field: str = "date") -> bool:
    """Whether a fact of a document is what the machine inferred."""
    evidence = document.evidence.get(field)
    return evidence is not None and evidence.certainty == "inferred"


DIRECTED = {
    "refers-to": ("Refers to", "Referred to by"),
    "quotes": ("Quotes", "Quoted by"),
    "reprint-of": ("Reprint of", "Reprinted as"),
    "version-of": ("Version of", "Other version"),
    "translation-of": ("Translation of", "Translated as"),
    "replies-to": ("Replies to", "Answered by"),
    "reports-on": ("Reports on", "Reported by"),
    "corrects": ("Corrects", "Corrected by"),
    "supersedes": ("Supersedes", "Superseded by"),
    "part-of": ("Part of", "Has part"),
}
"""Each directed relation with its label and its inverse label."""

MUTUAL = {"same-event": "Same event", "similar": "Similar"}
"""Relations that hold both ways; stored in the later document."""


def label_of(relation: str) -> str:
    """What a relation is called in the document that holds it."""
    return DIRECTED[relation][0] if relation in DIRECTED else MUTUAL[relation]


ENTITY_KINDS = ("people", "organisations", "places", "events", "topics", "kinds", "collections")
"""The authority files, which are also the folders of the entities' pages."""


ENTITY_FACTS: Mapping[str, str] = {
    **{"place": "places", "kind": "kinds"},
    **dict.fromkeys(("creator", "publisher", "informant", "republisher"), "organisations"),
}
"""The facts of a document that name one entity by its id, each with the folder of the entity."""
