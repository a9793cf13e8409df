"""What stands at the head of a document in two lines: what it is, and the way that it came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Document, Record, is_inferred
from generator.render.dates import in_words
from generator.render.escape import attribute, inline
from generator.render.facts import date_in_words, entity_of, why
from generator.render.naming import borne
from generator.render.site import Site
from generator.render.words import _, capital


@dataclass(frozen=True, slots=True)
class Step:
    """One hand that a text went through."""

    entity: str | None
    """Its key; None where only the day is known."""
    words: str
    """As Markdown."""
    inferred: bool = False
    """Whether the machine alone says that it came through this hand."""


@dataclass(frozen=True, slots=True)
class Way:
    """From whom to whom a text came until it was kept."""

    words: str
    """As Markdown; empty where nobody is known."""
    inferred: bool
    """Whether nothing of it stands but by inference."""

    def __bool__(self) -> bool:
        return bool(self.words)


def what_it_is(site: Site, record: Record, page: str) -> str:
    """Kind, body, place and date in one line of Markdown, each a link, what was inferred with its sign."""
    document = record.document
    fields = {
        "kind": _named(site, document, page, "kind", at_head=True) or _("Document"),
        "publisher": _named(site, document, page, "publisher") + _then(site, document, "publisher"),
        "place": _named(site, document, page, "place") + _then(site, document, "place"),
        "date": inline(date_in_words(document)),
    }
    return _joined(" · ", [(words, is_inferred(document, field)) for field, words in fields.items() if words])


def way(site: Site, record: Record, page: str) -> Way:
    """From whom to whom a text came until it was kept; one step where one hand is known."""
    steps: list[Step] = []
    for step in _steps(site, record.document, page):
        if steps and step.entity and steps[-1].entity == step.entity:
            steps.pop()  # the later of two says the day
        steps.append(step)
    if all(step.inferred for step in steps):  # then the line is hidden as a whole
        return Way(" → ".join(step.words for step in steps), bool(steps))
    return Way(_joined(" → ", [(step.words, step.inferred) for step in steps]), False)


def _joined(sign: str, parts: Sequence[tuple[str, bool]]) -> str:
    """The parts with a sign between them; what was inferred takes its sign along where the reader hides it."""
    sure = next((n for n, (_words, inferred) in enumerate(parts) if not inferred), len(parts) - 1)
    made = ""
    for n, (words, inferred) in enumerate(parts):
        part = f"{words}{sign}" if n < sure else f"{sign}{words}" if n > sure else words
        made += _unsure(part) if inferred else part
    return made


def _unsure(words: str) -> str:
    return f'<span class="r-inferred">{words}</span>'


def _steps(site: Site, document: Document, page: str) -> Iterator[Step]:
    date = _day(document, "date", date_in_words(document)) if document.date else ""
    if document.informant:
        yield _step(site, document, page, "informant", "")
    if document.creator:
        yield _step(site, document, page, "creator", "" if document.publisher else date)
    if document.publisher:
        yield _step(site, document, page, "publisher", date)
    elif document.informant and not document.creator:  # whom a report asked did not issue it
        yield Step(None, inline(_("publisher not known")) + date, is_inferred(document, "informant"))
    came_out = in_words(document.published) if document.published and document.published != document.date else ""
    if document.republisher:
        day = _day(document, "published", came_out) if came_out else ""
        yield _step(site, document, page, "republisher", day)
    elif came_out:
        words = inline(_("this copy came out {date}").format(date=came_out))
        yield Step(None, words + _sign(document, "published"), is_inferred(document, "published"))
    if document.captured:
        yield Step(None, inline(_("saved {date}").format(date=in_words(document.captured))))


def _day(document: Document, field: str, day: str) -> str:
    words = f", {inline(day)}{_sign(document, field) if field != 'date' else ''}"  # words say it of the date
    return _unsure(words) if is_inferred(document, field) else words


def _step(site: Site, document: Document, page: str, field: str, date: str) -> Step:
    entity, words = entity_of(document, field, site.authority), _named(site, document, page, field)
    then = _then(site, document, field) if entity != entity_of(document, "publisher", site.authority) else ""
    return Step(entity, words + then + date, is_inferred(document, field))


def _then(site: Site, document: Document, field: str) -> str:
    """Behind a name the one that was borne on the day of the document, where that was another."""
    entity = entity_of(document, field, site.authority)
    entry = site.authority.get(entity) if entity and not site.authority.hides(entity) else None
    name = borne(entry, document.span)
    return inline(" " + _("(then: {name})").format(name=name)) if name else ""


def _named(site: Site, document: Document, page: str, field: str, at_head: bool = False) -> str:
    """What a fact names, as a link where that has a page; empty where nothing is known."""
    entity = entity_of(document, field, site.authority)
    if not entity or site.authority.hides(entity):
        return ""
    name = site.authority.name(entity)
    words = inline(capital(name) if at_head else name)
    link = site.entity_link(page, entity)
    linked = f"[{words}]({link})" if link else words
    return linked + _sign(document, field)


def _sign(document: Document, field: str) -> str:
    """The sign of an inferred fact, which leads to its evidence."""
    if not is_inferred(document, field):
        return ""
    said = attribute(why(document.evidence[field]))
    return f'[◇](#why-{field}){{ .r-sign title="{said}" aria-label="{attribute(_("inferred"))}" }}'
