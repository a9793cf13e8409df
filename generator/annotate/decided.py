"""The curator's decisions about mentions, applied again at each build: reject, identify, confirm, split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.annotate.corrections import overlap, places
from generator.decisions import NAME, Decision
from generator.model import Block, Fault, Mention, Place


def decide(
    mentions: Sequence[Mention], blocks: Sequence[Block], decisions: Sequence[Decision], split: Mapping[str, str]
) -> tuple[tuple[Mention, ...], tuple[Fault, ...]]:
    """The mentions as the curator decided, in order, and the decisions that fit no more."""
    made = [replace(m, entity=split[m.entity], certainty="curated") if m.entity in split else m for m in mentions]
    faults = []
    for decision in decisions:
        meant = _meant(list(_places(decision, blocks)), made)
        if not meant:
            what = f"“{decision.quote}” does not stand so in {decision.document} any more"
            faults.append(Fault(f"content/{NAME}", decision.line, what, "mend the quote, or remove the decision"))
        elif decision.do != "identify" and not any(_is_of(m, place, decision) for m in made for place in meant):
            what = f"nothing is linked on “{decision.quote}” in {decision.document} that it could {decision.do}"
            faults.append(Fault(f"content/{NAME}", decision.line, what, "mend it, or remove the decision"))
        for place in meant:
            made = _APPLY[decision.do](made, place, decision)
    ordered = sorted(made, key=lambda m: (m.at.paragraph, m.at.start) if m.at else (0, 0))
    return tuple(ordered), tuple(faults)


def decided_places(decisions: Sequence[Decision], blocks: Sequence[Block]) -> Iterator[Place]:
    """Where something was decided: these words are no open question."""
    return (place for decision in decisions for place in _places(decision, blocks))


def _places(decision: Decision, blocks: Sequence[Block]) -> Iterator[Place]:
    return places(decision.quote, blocks, decision.before, decision.after)


def _meant(found: list[Place], mentions: Sequence[Mention]) -> list[Place]:
    """The places less those within a longer mention: who speaks of `CEC` does not mean `CEC of Norland`.

    Where the quote stands nowhere else, the longer mention is meant.
    """
    apart = [
        place
        for place in found
        if not any(m.at and overlap(m.at, place) and m.at.end - m.at.start > place.end - place.start for m in mentions)
    ]
    return apart or found


def _is_of(mention: Mention, place: Place, decision: Decision) -> bool:
    return overlap(mention.at, place) and decision.entity in (None, mention.entity)


def _reject(mentions: list[Mention], place: Place, decision: Decision) -> list[Mention]:
    return [m for m in mentions if not _is_of(m, place, decision)]


def _identify(mentions: list[Mention], place: Place, decision: Decision) -> list[Mention]:
    kept = [m for m in mentions if not overlap(m.at, place)]
    return [*kept, Mention(str(decision.entity), place, "curator", "curated", 1.0, decision.reason)]


def _confirm(mentions: list[Mention], place: Place, decision: Decision) -> list[Mention]:
    return [
        replace(m, certainty="curated", score=1.0, reason=decision.reason) if _is_of(m, place, decision) else m
        for m in mentions
    ]


_APPLY = {"reject": _reject, "identify": _identify, "confirm": _confirm}
