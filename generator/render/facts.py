"""The facts of a document in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import edtf
from generator.authority import Authority
from generator.model import Document, Evidence
from generator.text import clip

BASIS_IN_WORDS = {
    "address-line": "from the address that stands by itself",
    "according-to": "from “according to”",
    "by-line": "from the line that says whose it is",
    "capitals": "from a line in capitals",
    "collection": "as for the whole collection",
    "credit-line": "from the credit line",
    "collection-year": "the year follows from the dates of its collection",
    "curator": "the curator's word",
    "date-label": "from the line that is labelled as its date",
    "date-line": "from a line of its own",
    "dateline": "from the dateline",
    "day-again": "the year stands where the text prints the day again",
    "days-nearby": "the year is that of the days that the text prints near it",
    "event-day": "from the day of the event that the text prints",
    "event-fit": "from kind of event, place and mission",
    "event-year": "the year follows from the event",
    "file-name": "from the name of the file",
    "first-line": "from the first line",
    "foot": "from the foot of the text",
    "head-line": "from a line at its head",
    "format": "as the file says of itself",
    "given-out": "from the sentence that says when it was given out",
    "head-year": "the year is that of the stamp at its head",
    "heading": "from the heading",
    "incipit": "the first words; the text bears no title",
    "informed": "from who informed",
    "issuer": "from the sentence that says who issued it",
    "issue-year": "the year follows from the day on which this copy came out",
    "kind-title": "from the line that begins with the word for its kind",
    "kind-word": "from the word for its kind",
    "letters": "from the words of the text",
    "masthead": "from the masthead",
    "numbered-line": "from its first line, which bears a number",
    "press-service": "from the press service that it names",
    "publisher-habit": "from what this publisher issues",
    "reports-informant": "it reports what another body said",
    "release-line": "from the line of release",
    "stamp": "from the stamp on the first line",
    "stamped-line": "from the line with the date stamp",
    "subject-line": "from the line of the subject",
    "symbol": "from its symbol",
    "terms": "from its terms",
    "title-day": "from the day in which its title ends",
    "title-word": "from the title",
    "told-days": "bounded by a day that the text tells of, or by the event to come",
}
"""Each rule that reads a fact, in words for the reader."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts."""

    label: str
    value: str
    entity: str | None
    """The page that it leads to."""
    evidence: Evidence | None
    filter: str | None = None
    """The search filter that it feeds."""


def facts(document: Document, authority: Authority) -> Iterator[Fact]:
    """The facts that are known, in the order of the page."""
    why = document.evidence.get
    if document.title:
        yield Fact("Title", document.title, None, why("title"))
    if document.date:
        yield Fact("Date", edtf.humane(document.date), None, why("date"))
    if document.published and document.published != document.date:
        yield Fact("Published", edtf.humane(document.published), None, why("published"))
    for label, field, folder, search in _ENTITIES:
        value = getattr(document, field)
        if value:
            key = f"{folder}/{value}"
            if folder == "organisations" and not authority.get(key) and authority.get(f"people/{value}"):
                key = f"people/{value}"  # whose text it is may be a person
            yield Fact(label, authority.name(key.replace("publishers", "organisations")), key, why(field), search)
    for event in document.events:
        yield Fact("Event", authority.name(f"events/{event}"), f"events/{event}", why("events"), "event")
    for topic in document.topics:
        yield Fact("Topic", authority.name(f"topics/{topic.topic}"), f"topics/{topic.topic}", why("topics"), "topic")
    for label, field in _PLAIN:
        value = getattr(document, field)
        if value:
            yield Fact(label, str(value), None, why(field))


_ENTITIES = (
    ("Place", "place", "places", "place"),
    ("Kind", "kind", "kinds", "kind"),
    ("Creator", "creator", "organisations", "organisation"),
    ("Publisher", "publisher", "publishers", "publisher, organisation"),
    ("Informant", "informant", "organisations", "organisation"),
    ("Republished by", "republisher", "organisations", "organisation"),
    ("Collection", "collection", "collections", None),
)
_PLAIN = (
    ("Symbol", "symbol"),
    ("Language", "language"),
    ("Captured", "captured"),
    ("Archived", "archived"),
    ("Reference code", "reference_code"),
    ("Rights", "rights"),
    ("Licence", "licence"),
)


def summary(document: Document, authority: Authority) -> str:
    """What it is in one line: kind, body, place, date."""
    kind = authority.name(f"kinds/{document.kind}") if document.kind else "document"
    body = authority.name(f"organisations/{document.publisher}") if document.publisher else None
    place = authority.name(f"places/{document.place}") if document.place else None
    parts = [kind[:1].upper() + kind[1:], body, place, date_in_words(document)]
    return " · ".join(part for part in parts if part)


def date_in_words(document: Document) -> str:
    """The date with a word where it is inferred."""
    evidence = document.evidence.get("date")
    words = edtf.humane(document.date)
    return f"{words} (inferred)" if document.date and evidence and evidence.certainty == "inferred" else words


def title_of(document: Document, authority: Authority) -> str:
    """The title; an incipit in brackets; kind and date where none may be shown."""
    evidence = document.evidence.get("title")
    if document.title is None:
        kind = authority.name(f"kinds/{document.kind}") if document.kind else "Document"
        return f"[{kind}, {date_in_words(document)}]"
    return f"[{document.title}]" if evidence and evidence.basis == "incipit" else document.title


def why(evidence: Evidence) -> str:
    """The evidence of a fact in words: certainty, rule, quote; its paragraph is a link of its own."""
    rule = BASIS_IN_WORDS.get(evidence.basis, evidence.basis)
    quote = f": “{clip(evidence.quote, 120)}”" if evidence.quote else ""
    return rule if evidence.certainty == "curated" else f"{evidence.certainty}, {rule}{quote}"
