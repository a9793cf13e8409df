"""The facts of a document in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.authority import Authority
from generator.model import Document, Evidence, is_inferred
from generator.render.dates import in_words
from generator.render.languages import language_name
from generator.render.words import _, capital, later_, quoted, withheld
from generator.text import clip, key

BASIS_IN_WORDS = {
    "address-line": later_("from the address that stands by itself"),
    "according-to": later_("from “according to”"),
    "by-line": later_("from the line that says whose it is"),
    "capitals": later_("from a line in capitals"),
    "collection": later_("as for the whole collection"),
    "credit-line": later_("from the credit line"),
    "collection-year": later_("the year follows from the dates of its collection"),
    "curator": later_("the curator's word"),
    "date-label": later_("from the line that is labelled as its date"),
    "date-line": later_("from a line of its own"),
    "dateline": later_("from the dateline"),
    "day-again": later_("the year stands where the text prints the day again"),
    "days-nearby": later_("the year is that of the days that the text prints near it"),
    "event-day": later_("from the day of the event that the text prints"),
    "event-fit": later_("from kind of event, place and mission"),
    "event-year": later_("the year follows from the event"),
    "file-name": later_("from the name of the file"),
    "first-line": later_("from the first line"),
    "foot": later_("from the foot of the text"),
    "head-line": later_("from a line at its head"),
    "format": later_("as the file says of itself"),
    "given-out": later_("from the sentence that says when it was given out"),
    "head-year": later_("the year is that of the stamp at its head"),
    "heading": later_("from the heading"),
    "incipit": later_("the first words; the text bears no title"),
    "informed": later_("from who informed"),
    "issuer": later_("from the sentence that says who issued it"),
    "issue-year": later_("the year follows from the day on which this copy came out"),
    "kind-title": later_("from the line that begins with the word for its kind"),
    "kind-word": later_("from the word for its kind"),
    "letters": later_("from the words of the text"),
    "masthead": later_("from the masthead"),
    "numbered-line": later_("from its first line, which bears a number"),
    "press-service": later_("from the press service that it names"),
    "publisher-habit": later_("from what this publisher issues"),
    "reports-informant": later_("it reports what another body said"),
    "release-line": later_("from the line of release"),
    "stamp": later_("from the stamp on the first line"),
    "stamped-line": later_("from the line with the date stamp"),
    "subject-line": later_("from the line of the subject"),
    "symbol": later_("from its symbol"),
    "terms": later_("from its terms"),
    "title-day": later_("from the day in which its title ends"),
    "title-word": later_("from the title"),
    "told-days": later_("bounded by a day that the text tells of, or by the event to come"),
}
"""Each rule that reads a fact, in words for the reader."""


CERTAINTY = {
    "curated": later_("the curator's word"),
    "stated": later_("stated"),
    "inferred": later_("inferred"),
    "unknown": later_("unknown"),
}
"""How sure a fact is, in words for the reader."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts."""

    field: str
    """Under which the document and its evidence have it."""
    label: str
    value: str
    entity: str | None = None
    """The page that it leads to."""
    evidence: Evidence | None = None


def facts(document: Document, authority: Authority) -> Iterator[Fact]:
    """The facts that are known, in the order of the page."""
    why = document.evidence.get
    if document.title:
        yield Fact("title", _("Title"), withheld(document.title), evidence=why("title"))
    if document.date:
        yield Fact("date", _("Date"), in_words(document.date), evidence=why("date"))
    if document.published and document.published != document.date:
        yield Fact("published", _("Published"), in_words(document.published), evidence=why("published"))
    for field, label in _ENTITIES:
        key = entity_of(document, field, authority)
        if key:
            name = authority.name(key)
            key = key.replace("organisations/", "publishers/") if field == "publisher" else key
            yield Fact(field, _(label), name, key, why(field))
    for event in document.events:
        yield Fact("events", _("Event"), authority.name(f"events/{event}"), f"events/{event}", why("events"))
    for use in document.topics:
        topic = f"topics/{use.topic}"
        yield Fact("topics", _("Topic"), authority.name(topic), topic, why("topics"))
    if document.symbol:
        yield Fact("symbol", _("Symbol"), document.symbol, evidence=why("symbol"))
    if document.language:
        yield Fact("language", _("Language"), language_name(document.language), evidence=why("language"))


def provenance(document: Document) -> Iterator[Fact]:
    """What is known of where a document was found and of what may be done with it."""
    for field, label in _PROVENANCE:
        value = getattr(document, field)
        if value:
            words = in_words(value) if field == "captured" else str(value)
            yield Fact(field, _(label), words, evidence=document.evidence.get(field))


def entity_of(document: Document, field: str, authority: Authority) -> str | None:
    """The entity that a fact of a document names, by its key; the text of a body may be a person's."""
    value = getattr(document, field)
    if not value:
        return None
    entity = f"{_FOLDERS.get(field, 'organisations')}/{value}"
    person = f"people/{value}"
    is_person = field not in _FOLDERS and not authority.get(entity) and authority.get(person)
    return person if is_person else entity


_FOLDERS = {"place": "places", "kind": "kinds", "collection": "collections"}
_ENTITIES = (
    ("place", later_("Place")),
    ("kind", later_("Kind")),
    ("creator", later_("Creator")),
    ("publisher", later_("Publisher")),
    ("informant", later_("Informant")),
    ("republisher", later_("Republished by")),
    ("collection", later_("Collection")),
)
_PROVENANCE = (
    ("original", later_("Original")),
    ("archived", later_("Archived")),
    ("captured", later_("Saved")),
    ("reference_code", later_("Reference code")),
    ("rights", later_("Rights")),
    ("licence", later_("Licence")),
)


def summary(document: Document, authority: Authority) -> str:
    """What it is in one line: kind, body, place, date."""
    kind = authority.name(f"kinds/{document.kind}") if document.kind else _("document")
    body = authority.name(f"organisations/{document.publisher}") if document.publisher else None
    place = authority.name(f"places/{document.place}") if document.place else None
    parts = [capital(kind), body, place, date_in_words(document)]
    return " · ".join(part for part in parts if part)


def date_in_words(document: Document) -> str:
    """The date with a word where it is inferred."""
    words = in_words(document.date)
    return _("{date} (inferred)").format(date=words) if document.date and is_inferred(document) else words


def title_of(document: Document, authority: Authority) -> str:
    """The title; an incipit in brackets; kind and date where none may be shown."""
    evidence = document.evidence.get("title")
    if document.title is None:
        kind = authority.name(f"kinds/{document.kind}") if document.kind else _("Document")
        return f"[{kind}, {date_in_words(document)}]"
    title = withheld(document.title)
    return f"[{title}]" if evidence and evidence.basis == "incipit" else title


def why(evidence: Evidence, value: str = "") -> str:
    """The evidence of a fact in words: certainty, rule, quote; its paragraph is a link of its own.

    Args:
        evidence: why the fact is believed.
        value: the fact, so that a quote of the same words is not given again.
    """
    rule = _(BASIS_IN_WORDS.get(evidence.basis, evidence.basis))
    if evidence.certainty == "curated":
        return rule
    says = evidence.quote and key(evidence.quote) != key(value)
    quote = ": " + quoted(withheld(clip(evidence.quote or "", 120))) if says else ""
    return f"{_(CERTAINTY[evidence.certainty])}, {rule}{quote}"
