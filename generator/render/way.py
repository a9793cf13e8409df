"""What stands at the head of a document in two lines: what it is, and the way that it came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Document, Record
from generator.render.dates import in_words
from generator.render.escape import attribute, inline
from generator.render.facts import date_in_words, entity_of, why
from generator.render.site import Site
from generator.render.words import _, capital


@dataclass(frozen=True, slots=True)
class Step:
    """One hand that a text went through."""

    entity: str | None
    """Its key; None where only the day is known."""
    words: str
    """As Markdown."""


def what_it_is(site: Site, record: Record, page: str) -> str:
    """Kind, body, place and date in one line of Markdown, each a link, what was inferred with its sign."""
    document = record.document
    kind = _named(site, document, page, "kind", at_head=True) or _("Document")
    parts = [kind, _named(site, document, page, "publisher"), _named(site, document, page, "place")]
    return " · ".join(part for part in [*parts, inline(date_in_words(document))] if part)


def way(site: Site, record: Record, page: str) -> list[str]:
    """From whom to whom a text came until it was kept, each step as Markdown; one step where one hand is known."""
    steps: list[Step] = []
    for step in _steps(site, record.document, page):
        if steps and step.entity and steps[-1].entity == step.entity:
            steps.pop()  # the later of two says the day
        steps.append(step)
    return [step.words for step in steps]


def _steps(site: Site, document: Document, page: str) -> Iterator[Step]:
    date = f", {inline(date_in_words(document))}" if document.date else ""
    first = [field for field in ("informant", "creator") if getattr(document, field)]
    for field in first:
        is_last = not document.publisher and field == first[-1]
        yield _step(site, document, page, field, date if is_last else "")
    if document.publisher:
        yield _step(site, document, page, "publisher", date)
    came_out = in_words(document.published) if document.published and document.published != document.date else ""
    sign = _sign(document, "published")
    if document.republisher:
        yield _step(site, document, page, "republisher", f", {inline(came_out)}{sign}" if came_out else "")
    elif came_out:
        yield Step(None, inline(_("this copy came out {date}").format(date=came_out)) + sign)
    if document.captured:
        yield Step(None, inline(_("saved {date}").format(date=in_words(document.captured))))


def _step(site: Site, document: Document, page: str, field: str, date: str) -> Step:
    return Step(entity_of(document, field, site.authority), _named(site, document, page, field) + date)


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
    evidence = document.evidence.get(field)
    if not evidence or evidence.certainty != "inferred":
        return ""
    said = attribute(why(evidence))
    return f'[◇](#why-{field}){{ .r-sign title="{said}" aria-label="{attribute(_("inferred"))}" }}'
