"""Relations held against planted truth: quotations, reprints, recurring text.

A planted quotation is found where the document's `quotes` links cover at least half of it; only links count that lead
to an earlier document in which the same passage stands: the one that it was taken from, a copy of that, or another one
that quotes it. A `quotes` link is right where at least half of its span lies in a passage that the document shares by
planting with the document that it leads to, and that one is not the later one; within one family it is wrong, for
there the copies are reprints. Spans are counted without white space, so that broken lines do not matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from planted_truth import Holding, Origin, Quotation, Truth

from generator.model import Block, Link, Place, Record

_HALF = 0.5
_BINS = ((10, 14), (15, 24), (25, 49), (50, 999))
_CHARACTERS = 20
"""A wrong quotation that shares so many characters with a trap fell into it."""
Span = tuple[int, int]
"""First and last character in a document, white space not counted."""


@dataclass(slots=True)
class Tally:
    """Right and wrong ones, what was found and what was missed."""

    right: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    found: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By row of the table: `found` and `missed`."""
    show_wrong: list[str] = field(default_factory=list)
    show_missed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """Planted, and not to be found in the text of the records: a fault of the measure or of reading."""

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong.total(), 1)

    def recall(self, row: str) -> float:
        return self.found[row]["found"] / max(self.found[row].total(), 1)


class Squeezed:
    """A text without white space and in one case, and where each of its code points went."""

    def __init__(self, text: str) -> None:
        self.to: list[int] = []
        kept: list[str] = []
        for char in text:
            self.to.append(len(kept))
            if not char.isspace():
                kept.append(char.lower()[:1])
        self.to.append(len(kept))
        self.text = "".join(kept)


class Placed:
    """The text of each record, and where planted words stand in it; a passage may run over blocks."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._blocks: dict[str, dict[int, tuple[int, Squeezed]]] = {}
        self._text: dict[str, str] = {}
        for record in records:
            at, blocks = 0, {}
            for block in record.blocks:
                squeezed = Squeezed(block.text)
                blocks[block.number] = at, squeezed
                at += len(squeezed.text)
            self._blocks[record.document.id] = blocks
            self._text[record.document.id] = "".join(squeezed.text for _, squeezed in blocks.values())

    def find(self, document: str, text: str) -> Span | None:
        """The first place where a text stands."""
        wanted = Squeezed(text).text
        at = self._text.get(document, "").find(wanted)
        return (at, at + len(wanted)) if at >= 0 else None

    def of(self, document: str, place: Place) -> Span:
        """Where the span of a link lies."""
        begins, block = self._blocks[document][place.paragraph]
        return begins + block.to[place.start], begins + block.to[place.end]


def covered(span: Span, others: Iterable[Span]) -> float:
    """Which part of a span the others cover together."""
    start, end = span
    inside = {at for first, last in others for at in range(max(first, start), min(last, end))}
    return len(inside) / max(end - start, 1)


def quotations(records: Sequence[Record], truth: Truth) -> Tally:
    """Each `quotes` link judged, and each planted quotation looked for."""
    tally, placed = Tally(), Placed(records)
    held = _held(truth, placed, tally)
    family = {member: rank for rank, one in enumerate(truth.families) for member, _ in one.members}
    traps = _traps(truth)
    good: dict[str, list[tuple[Link, Origin]]] = defaultdict(list)
    for record in records:
        for link in record.links:
            if link.relation == "quotes":
                origin = _shared(record.document.id, link, held, placed, truth)
                same = family.get(record.document.id, -1) == family.get(link.to, -2)
                if origin and not same:
                    tally.right += 1
                    good[record.document.id].append((link, origin))
                else:
                    why = "within a family" if same else _trap(link, traps)
                    tally.wrong[why] += 1
                    tally.show_wrong.append(f"{record.document.id} > {link.to} ({why}): “{_quote(link)}”")
    for quotation in truth.quotations:
        _look(quotation, good, placed, tally)
    return tally


def _quote(link: Link) -> str:
    return " ".join(link.at.quote.split()) if link.at else "no place"


def _held(truth: Truth, placed: Placed, tally: Tally) -> dict[str, dict[Origin, list[tuple[Holding, Span]]]]:
    """What each document holds of each origin, with its place."""
    held: dict[str, dict[Origin, list[tuple[Holding, Span]]]] = defaultdict(lambda: defaultdict(list))
    for holding in truth.holdings.values():
        span = placed.find(holding.document, holding.text)
        if span:
            held[holding.document][holding.origin].append((holding, span))
        else:
            tally.lost.append(f"{holding.document}: {holding.text}")
    return held


def _shared(
    document: str,
    link: Link,
    held: Mapping[str, Mapping[Origin, list[tuple[Holding, Span]]]],
    placed: Placed,
    truth: Truth,
) -> Origin | None:
    """The origin that both documents of a link hold where the link stands; None if the other is the later one."""
    if not link.at or truth.documents[link.to].day > truth.documents[document].day:
        return None
    at = placed.of(document, link.at)
    for origin, own in held.get(document, {}).items():
        others = [holding for holding, _ in held.get(link.to, {}).get(origin, ())]
        spans = [s for h, s in own if any(o.start < h.end and h.start < o.end for o in others)]
        if spans and covered(at, spans) >= _HALF:
            return origin
    return None


def _traps(truth: Truth) -> dict[str, frozenset[str]]:
    """The planted traps by sort, as all their runs of so many characters."""
    furniture = dict.fromkeys(furniture.text for furniture in truth.furniture)
    sorts = {**truth.traps, "furniture": list(furniture)}
    return {sort: frozenset(run for text in texts for run in _runs(text)) for sort, texts in sorts.items()}


def _runs(text: str) -> list[str]:
    squeezed = Squeezed(text).text
    return [squeezed[at : at + _CHARACTERS] for at in range(max(len(squeezed) - _CHARACTERS + 1, 1))]


def _trap(link: Link, traps: Mapping[str, frozenset[str]]) -> str:
    """Which planted trap the wrong quotation fell into: the one that it shares most with."""
    runs = _runs(link.at.quote) if link.at else []
    shared = {sort: sum(run in known for run in runs) for sort, known in traps.items()}
    best = max(shared, key=lambda sort: shared[sort])
    return best if shared[best] else "other"


def _look(
    quotation: Quotation, good: Mapping[str, Sequence[tuple[Link, Origin]]], placed: Placed, tally: Tally
) -> None:
    holding = quotation.holding
    span = placed.find(holding.document, holding.text)
    if not span:
        return
    links = [link for link, origin in good.get(holding.document, ()) if origin == holding.origin]
    spans = [placed.of(holding.document, link.at) for link in links if link.at]
    verdict = "found" if covered(span, spans) >= _HALF else "missed"
    for row in rows(quotation):
        tally.found[row][verdict] += 1
    if verdict == "missed":
        marks = "in marks" if quotation.marks else "no marks"
        told = f"{quotation.how}, {quotation.case}, {marks}"
        tally.show_missed.append(f"{holding.document} > {holding.origin[0]} ({told}): “{holding.text}”")


def rows(quotation: Quotation) -> list[str]:
    """The rows of the table in which a quotation counts."""
    words = len(quotation.holding.text.split())
    low, high = next((low, high) for low, high in _BINS if words <= high)
    group = "exact" if quotation.how == "exact" else "altered by 1 to 3" if quotation.how[0] == "a" else "cut"
    size = f"{low} words and more" if high == 999 else f"up to {high} words"
    marks = "in quotation marks" if quotation.marks else "without marks"
    case = f"case: {quotation.case}"
    return list(dict.fromkeys(["all", group, quotation.how, marks, size, case]))


def reprints(records: Sequence[Record], truth: Truth) -> Tally:
    """Pairs of documents of one `family`, held against the pairs of one planted family."""
    tally = Tally()
    made: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if record.document.family:
            made[record.document.family].append(record.document.id)
    got = {frozenset(pair) for members in made.values() for pair in combinations(members, 2)}
    how = {}
    for family in truth.families:
        for (one, first), (other, second) in combinations(family.members, 2):
            how[frozenset((one, other))] = second if first == "first" else "two copies"
    tally.right = len(got & how.keys())
    for pair in sorted(map(sorted, got - how.keys())):
        why = _why_alike(frozenset(pair), truth)
        tally.wrong[why] += 1
        tally.show_wrong.append(f"{pair[0]} = {pair[1]} ({why})")
    for both, kind in how.items():
        verdict = "found" if both in got else "missed"
        for row in ("all", kind):
            tally.found[row][verdict] += 1
        if verdict == "missed" and kind != "two copies":
            tally.show_missed.append(f"{' = '.join(sorted(both))} ({kind})")
    return tally


def _why_alike(pair: frozenset[str], truth: Truth) -> str:
    groups = ((sort, group) for sort, all in truth.alike.items() for group in all)
    return next((sort for sort, group in groups if pair <= set(group)), "other")


def recurring(records: Sequence[Record], truth: Truth) -> Tally:
    """Blocks marked as recurring, held against planted furniture; a formula or a form's paragraph alone is neither."""
    tally = Tally()
    furniture = {(f.document, Squeezed(f.text).text): f.sort for f in truth.furniture}
    repeated = [
        Squeezed(text).text for sort in ("formula", "form letter", "rare formula") for text in truth.traps[sort]
    ]
    for record in records:
        for block in record.blocks:
            text = Squeezed(block.text).text
            sort = furniture.get((record.document.id, text))
            if sort:
                for row in ("all", sort):
                    tally.found[row]["found" if block.recurring else "missed"] += 1
                tally.right += block.recurring
            elif block.recurring and text not in repeated and not _is_heading(block, record, truth):
                tally.wrong[block.kind] += 1
                tally.show_wrong.append(f"{record.document.id}, {block.number}: “{' '.join(block.text.split())[:160]}”")
    return tally


def _is_heading(block: Block, record: Record, truth: Truth) -> bool:
    """Whether the block is the line over the title, which stands in very many documents."""
    return block.text.strip() == truth.documents[record.document.id].head
