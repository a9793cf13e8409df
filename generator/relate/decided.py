"""The curator's decisions about relations, applied again at each build: confirm, reject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.decisions import NAME, RelationDecision
from generator.errors import SourceError
from generator.model import MUTUAL, Link, Place, Record
from generator.relate.archive import Archive, Found
from generator.relate.citing import is_later

_EITHER_WAY = (*MUTUAL, "reprint-of", "version-of", "translation-of")
"""Relations of which the curator need not know in which of the two records they are kept."""

_REASON = "The curator says so"

Held = tuple[str, Link]


def decide(archive: Archive, found: Found, decisions: Sequence[RelationDecision]) -> None:
    """Change the links that were found as the curator decided, and report what fits no more.

    What is said of a document that is withheld is left alone: it is no bad input.
    """
    if not decisions:
        return
    told = {document for decision in decisions for document in (decision.document, decision.to)}
    before = [held for held in found.links if held[0] in told]
    links = list(before)
    for decision in decisions:
        if {decision.document, decision.to} & archive.withheld or decision.document not in archive.by_id:
            continue  # a document that is not there is reported where all decisions are
        meant = [held for held in links if _is_meant(held, decision)]
        fault = _fault(archive, decision, bool(meant))
        if fault:
            remedy = "mend it, or remove the decision"
            found.problems.append(SourceError(f"content/{NAME}", decision.line, fault, remedy))
            continue
        links = [held for held in links if held not in meant]
        if decision.do == "confirm":
            links += _confirmed(meant, decision) if meant else _added(archive, decision)
    found.change([held for held in before if held not in links], [held for held in links if held not in before])


def _fault(archive: Archive, decision: RelationDecision, is_found: bool) -> str | None:
    if decision.to not in archive.by_id:
        return f"there is no document `{decision.to}` to decide about"
    if decision.quote and not _places(archive.by_id[decision.document], decision.quote):
        return f"“{decision.quote}” does not stand so in {decision.document} any more"
    if decision.do == "reject" and not is_found:
        return f"no link `{decision.relation}` of {decision.document} and {decision.to} was found that it could reject"
    return None


def _is_meant(held: Held, decision: RelationDecision) -> bool:
    source, link = held
    if link.relation != decision.relation or not _quoted(link, decision, source):
        return False
    pair = (source, link.to)
    asked = (decision.document, decision.to)
    return pair == asked or (decision.relation in _EITHER_WAY and pair == asked[::-1])


def _quoted(link: Link, decision: RelationDecision, source: str) -> bool:
    at = link.at if source == decision.document else link.target_at
    return decision.quote is None or bool(at and (decision.quote in at.quote or at.quote in decision.quote))


def _confirmed(meant: Sequence[Held], decision: RelationDecision) -> list[Held]:
    reason = decision.reason or _REASON
    return [(source, replace(link, certainty="curated", score=1.0, reason=reason)) for source, link in meant]


def _added(archive: Archive, decision: RelationDecision) -> list[Held]:
    """The link that was not found: at each place of the quote, or at none."""
    source, to, relation = decision.document, decision.to, decision.relation
    if relation in MUTUAL and archive.rank[to] > archive.rank[source]:
        source, to = to, source  # kept in the later one
    places: Sequence[Place | None] = [None]
    if decision.quote and source == decision.document:
        places = _places(archive.by_id[source], decision.quote)
    later = relation == "refers-to" and is_later(archive.by_id[to], archive.by_id[source])
    reason = decision.reason or _REASON
    return [(source, Link(to, relation, "curator", "curated", 1.0, reason, at, forward=later)) for at in places]


def _places(record: Record, quote: str) -> list[Place]:
    """Where words stand in a text."""
    return [
        Place(block.number, at, at + len(quote), quote) for block in record.blocks for at in _starts(block.text, quote)
    ]


def _starts(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + len(quote))
