"""From spans with candidates to mentions of one entity each.

`RULES` decide, in order. A full name of one entity is that entity. A surname stands for whom the text names in full;
else for the only one of that surname, unless what stands around it makes another name. An abbreviation, an office or a
body's name without its country stand for whom the document has introduced, or for the country's, on the document's
day. Where two fit, nothing is linked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.annotate.context import Context
from generator.annotate.known import seat
from generator.authority import Authority
from generator.model import Document, Findings, Mention, NameSpan, Source

_FOLDERS = ("people/", "organisations/", "places/", "events/", "topics/")
"""Kinds of document are facts, not mentions."""

SCORES = {
    "name": 0.98,
    "signature": 0.95,
    "abbreviation": 0.95,
    "term": 0.9,
    "context": 0.9,
    "surname": 0.89,
    "surname-alone": 0.89,
    "variant": 0.89,
    "given": 0.85,
    "initials": 0.85,
    "office": 0.85,
    "title": 0.75,
}
"""The share of links of each basis that is right, rounded down from what `benchmarks/annotate.py` finds.

What editors left untagged counts as wrong there, so that the true shares are higher; below 0.9 is what is not right in
97 of 100 by that count.
"""

_SURE = ("name", "term")
"""What the text says by itself; the rest is inferred."""

Choice = tuple[str, str]
"""The entity and the basis."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was decided, and what was not."""

    mentions: tuple[Mention, ...]
    open: tuple[NameSpan, ...]


def resolve(source: Source, document: Document, findings: Findings, authority: Authority) -> Resolution:
    """Decide each span in the order of the text."""
    context = Context(source.blocks, document, findings, authority)
    mentions: list[Mention] = []
    undecided: list[NameSpan] = []
    for found in findings.names:
        span = _as_person(found) if context.is_a_persons(found) else found
        if not span or not span.candidates[0].startswith(_FOLDERS):
            continue
        if _means_another(context, span):
            continue
        choice = next((made for rule in RULES.get(span.form, ()) if (made := rule(context, span))), None)
        if choice and authority.links(choice[0]):
            entity, basis = choice
            certainty = "stated" if basis in _SURE else "inferred"
            mentions.append(Mention(entity, span.at, basis, certainty, SCORES[basis]))
        elif not choice and _is_a_question(context, span):
            undecided.append(span)
    return Resolution(tuple(mentions), tuple(undecided))


def _means_another(context: Context, span: NameSpan) -> bool:
    """Whether what stands around a name, or what the text says of it, makes it another's."""
    folder = span.candidates[0].partition("/")[0]
    if span.form in ("name", "variant") and folder == "people":
        return context.is_cut_short(span)
    return span.form == "abbreviation" and context.is_defined_otherwise(span)


def _as_person(span: NameSpan) -> NameSpan | None:
    """The span as a surname, where a title before it says that it names no place."""
    people = tuple(entity for entity in span.weaker if entity.startswith("people/"))
    return replace(span, form="surname", candidates=people, weaker=()) if people else None


def _is_a_question(context: Context, span: NameSpan) -> bool:
    """Whether a curator could settle what a span means: several fit, and it is more than a word in common use."""
    if span.form in ("given", "office", "generic"):
        return False
    if span.form == "surname":
        return len(span.candidates) > 1 and not any(context.is_part_of_another(span, c) for c in span.candidates)
    return len(span.candidates) + len(span.weaker) > 1


def only(context: Context, span: NameSpan) -> Choice | None:
    """The only entity of that name; not a town where the text has introduced a person of that surname."""
    if len(span.candidates) > 1 or any(person in context.introduced for person in span.weaker):
        return None
    if span.candidates[0].startswith("organisations/") and _is_elsewheres(context, span):
        return None
    return span.candidates[0], span.form


def initials(context: Context, span: NameSpan) -> Choice | None:
    """By surname and initial, unless a surname follows: `Aldane B. Lambert` is a Lambert."""
    return None if context.goes_on(span) else only(context, span) or introduced(context, span)


def introduced(context: Context, span: NameSpan) -> Choice | None:
    """The only one of several that the text names in full."""
    if _is_elsewheres(context, span):
        return None
    fit = [entity for entity in (*span.candidates, *span.weaker) if entity in context.introduced]
    return (fit[0], "context") if len(fit) == 1 and fit[0] in span.candidates else None


def of_the_country(context: Context, span: NameSpan) -> Choice | None:
    """The only one of several bodies that sits in the country that the document is from, or speaks of alone."""
    bodies = [c for c in span.candidates if c.startswith("organisations/")]
    said, country = context.beside(span)
    country = country if said else context.country
    if not country or len(bodies) < len(span.candidates):
        return None
    fit = [b for b in bodies if context.authority.country(seat(b, context.authority)) == country]
    return (fit[0], "context") if len(fit) == 1 else None


def _is_elsewheres(context: Context, span: NameSpan) -> bool:
    """Whether a body's short name has another country beside it than those of the bodies that bear it."""
    said, country = context.beside(span)
    seats = {context.authority.country(seat(c, context.authority)) for c in span.candidates}
    if span.form in ("generic", "office"):
        return said and country not in seats
    return span.form in ("abbreviation", "name") and country is not None and None not in seats and country not in seats


def by_title(context: Context, span: NameSpan) -> Choice | None:
    """The only one of several persons whose office is the title before the name: `President Aldane`."""
    person = context.titled(span)
    return (person, "title") if person else None


def surname(context: Context, span: NameSpan) -> Choice | None:
    """Whom of that surname the text names in full; of two that share it none in a heading, which may mean the other."""
    fit = [person for person in span.candidates if person in context.introduced]
    in_doubt = len(span.candidates) > 1 and context.is_title(span)
    if len(fit) != 1 or in_doubt or context.is_part_of_another(span, fit[0]):
        return None
    return fit[0], "surname"


def surname_alone(context: Context, span: NameSpan) -> Choice | None:
    """The only person of that surname in the archive."""
    if len(span.candidates) > 1 or context.is_part_of_another(span, span.candidates[0]):
        return None
    if context.is_a_word(span):
        return None
    return None if context.goes_on(span) else (span.candidates[0], "surname-alone")


def signature(context: Context, span: NameSpan) -> Choice | None:
    """A given name that stands by itself, of the one whose surname the text knows too."""
    fit = [person for person in span.candidates if person in context.called]
    return (fit[0], "signature") if len(fit) == 1 and context.is_alone(span) else None


def given(context: Context, span: NameSpan) -> Choice | None:
    """The given name of the only one whom the text names in full, or by title, where no surname follows it."""
    fit = [person for person in span.candidates if person in context.introduced]
    if len(fit) != 1 or context.goes_on(span) or context.is_part_of_another(span, fit[0]):
        return None
    return fit[0], "given"


def office(context: Context, span: NameSpan) -> Choice | None:
    """Who held an office on the document's day: the only one whom the text names, else the only one that there was.

    Without a name in the text, the office must say of what it is (`President of Norland`), and the day be known.
    """
    if not context.is_office_alone(span):
        return None
    said, country = context.beside(span)
    holders = [person for person in span.candidates if context.held(person, span.at.quote)]
    if said:  # `Minister of Foreign Affairs of Sudland`
        holders = [person for person in holders if country and country in context.countries_of(person)]
    named = [person for person in holders if person in context.introduced]
    if len(named) == 1:
        return named[0], "office"
    says_of_what = len(span.at.quote.split()) > 2
    return (holders[0], "office") if len(holders) == 1 and says_of_what and context.day and not named else None


RULES: dict[str, tuple[Callable[[Context, NameSpan], Choice | None], ...]] = {
    "name": (only, introduced, by_title, of_the_country),
    "variant": (only, introduced, by_title),
    "initials": (initials, by_title),
    "abbreviation": (only, introduced, of_the_country),
    "generic": (introduced, of_the_country),
    "surname": (surname, by_title, surname_alone),
    "given": (by_title, signature, given),
    "office": (office,),
    "term": (only, introduced),
}
"""For each form of name the rules in the order in which they are tried."""
