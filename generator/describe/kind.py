"""The kind of document: a kind word of its own, the report that it is, or the habit of its publisher."""

from __future__ import annotations

from collections.abc import Iterator

from generator.authority import Kind
from generator.describe.claims import Claim, first_of, inferred, stated
from generator.describe.lines import is_text
from generator.describe.reading import Reading
from generator.model import NameSpan, Place
from generator.text import words


def claim(reading: Reading) -> Claim | None:
    """The kind of document, as an id of `kinds.yml`."""
    return first_of(rule(reading) for rule in RULES)


def kind_line(reading: Reading) -> Claim | None:
    """A kind word alone on a line of the head, or at the beginning or end of the title."""
    title = reading.claims.get("title")
    lines = [line for line in reading.head if _is_bare(reading, line)]
    if title and title.evidence.paragraph and title.evidence.certainty == "stated":
        lines += [line for line in reading.head if line.paragraph == title.evidence.paragraph]
    lines += [line for line in reading.head if not is_text(reading.block(line.paragraph))]
    for line in lines:
        for span in _kind_spans(reading, line):
            if _at_an_end(line.quote, span.at.quote):
                chosen = choose(reading, span.candidates)
                if chosen:
                    return stated(chosen, "kind-word", span.at)
    return None


def curated_title(reading: Reading) -> Claim | None:
    """A kind word at the beginning or end of a title that the curator gives."""
    title = reading.claims.get("title")
    if not title or title.evidence.certainty != "curated":
        return None
    fit = {
        kind.key
        for kind in _all(reading)
        for term in [kind.name, *kind.terms]
        if _at_an_end(str(title.value), term) and not kind.reports
    }
    chosen = choose(reading, tuple(sorted(fit)))
    return inferred(chosen, "title-word", None) if chosen else None


def report(reading: Reading) -> Claim | None:
    """The kind of texts that report what an informant says."""
    told = reading.claims.get("informant")
    kinds = [kind for kind in _all(reading) if kind.reports]
    if not told or len(kinds) != 1:
        return None
    evidence = told.evidence
    at = Place(evidence.paragraph or 1, 0, 0, evidence.quote or "") if evidence.quote else None
    return inferred(kinds[0].id, "reports-informant", at)


def habit(reading: Reading) -> Claim | None:
    """The one kind that the publisher is known to issue."""
    publisher = reading.value("publisher")
    kinds = [kind for kind in _all(reading) if publisher and publisher in kind.of]
    reports = [kind for kind in kinds if kind.reports]
    chosen = reports or kinds
    return inferred(chosen[0].id, "publisher-habit", None) if len(chosen) == 1 else None


RULES = (kind_line, curated_title, report, habit)


def choose(reading: Reading, candidates: tuple[str, ...]) -> str | None:
    """Of kinds that share a word, the one whose habit fits the publisher or creator, else the one of no body."""
    bodies = {reading.value("publisher"), reading.value("creator")} - {None}
    kinds = [kind for kind in _all(reading) if kind.key in candidates]
    own = [kind for kind in kinds if bodies & set(kind.of)]
    free = [kind for kind in kinds if not kind.of]
    unknown = [kind for kind in kinds if kind.of and not bodies]
    for group in (own, free, unknown):
        if group:
            return group[0].id if len(group) == 1 else None
    return None


def _all(reading: Reading) -> list[Kind]:
    return [entry for entry in reading.authority.folder("kinds") if isinstance(entry, Kind)]


def _kind_spans(reading: Reading, line: Place) -> Iterator[NameSpan]:
    for span in reading.names_in(line.paragraph):
        if span.candidates[0].startswith("kinds/") and line.start <= span.at.start < line.end:
            yield span


def _is_bare(reading: Reading, line: Place) -> bool:
    return any(span.at.quote == line.quote.strip(" ().:") for span in _kind_spans(reading, line))


def _at_an_end(line: str, term: str) -> bool:
    all_words, its = words(line), words(term)
    return bool(its) and (all_words[: len(its)] == its or all_words[-len(its) :] == its)
