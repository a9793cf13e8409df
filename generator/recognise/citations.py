"""Spans that speak of another document, as data for `relate`, which finds out which one is meant.

Web addresses, symbols, numbers in an archive, quoted titles; descriptions by body, kind and date; and kinds of document
that are spoken of as known (`the preliminary conclusions`, `its interim report`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from generator.model import Block, Citation, DateSpan, NameSpan, Place
from generator.symbols import SYMBOL

_ADDRESS = re.compile(r"https?://[^\s<>\"'“”«»]+[^\s<>\"'“”«».,;:!?)\]]", re.IGNORECASE)
_QUOTED = re.compile(r"[“«\"](?P<title>[^“”«»\"\n]{12,200})[”»\"]")
_FEWEST_WORDS = 3
_ENTITLED = re.compile(
    r"\s*,?\s*(?:(?:entitled|titled|called|headed|under the (?:title|heading)|под (?:названием|заголовком)"
    r"|озаглавленн\w+)\s*:?\s*)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[^.!?;]{0,40}")
_REACH = 100
_FAR = 400
"""Code points within which names are looked at: the reach, and a long name."""
_ARTICLE = 24
_KNOWN = re.compile(
    r"\b(?:the|its|their|his|her|our|this|that|said|above-mentioned|своё?м?|свое[йего]\w*|эт\w{1,2}|их|данн\w+|бұл|бул|bu|осы)"
    r"\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"(?:['’]s?\s+(?:[\w-]+\s+){0,2}|\s+)|.*\bits\s+(?:[\w-]+\s+){0,2}", re.DOTALL)
_ITS = re.compile(r"\bits\b")
_OWNED = re.compile(
    r"\s+(?:of|by|from|issued by)\s+(?:the\s+)?|\s+(?=[А-ЯЁ])|.{0,60}\b(?:by|from)\s+(?:the\s+)?", re.DOTALL
)

Span = TypeVar("Span", NameSpan, DateSpan, Citation)


def find_citations(
    blocks: Sequence[Block], names: Sequence[NameSpan], dates: Sequence[DateSpan], numbers: Sequence[Citation] = ()
) -> Iterator[Citation]:
    """The citations of a text, block by block; `numbers` are those by the archive's own numbering."""
    names_at, dates_at, numbers_at = _by_block(names), _by_block(dates), _by_block(numbers)
    for block in blocks:
        yield from _addresses(block)
        yield from _symbols(block)
        yield from numbers_at[block.number]
        yield from _quoted_titles(block, names_at[block.number])
        dated = (
            list(_descriptions(block, names_at[block.number], dates_at[block.number])) if dates_at[block.number] else []
        )
        yield from dated
        yield from _mentions(block, names_at[block.number], dated)


def _by_block(spans: Iterable[Span]) -> dict[int, list[Span]]:
    grouped: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        grouped[span.at.paragraph].append(span)
    return grouped


def _addresses(block: Block) -> Iterator[Citation]:
    for match in _ADDRESS.finditer(block.text):
        yield Citation(_place(block, *match.span()), "address", address=match[0])


def _symbols(block: Block) -> Iterator[Citation]:
    for match in SYMBOL.finditer(block.text) if "/" in block.text else ():
        end = match.end() - (match[0].endswith(")") and "(" not in match[0])
        yield Citation(_place(block, match.start(), end), "symbol", number=block.text[match.start() : end])


def _mentions(block: Block, names: Sequence[NameSpan], dated: Sequence[Citation]) -> Iterator[Citation]:
    """A kind of document behind an article or a possessive, where no date stands with it."""
    taken = [(citation.at.start, citation.at.end) for citation in dated]
    for kind in names:
        if not kind.candidates[0].startswith("kinds/"):
            continue
        known = _KNOWN.search(block.text[max(0, kind.at.start - _ARTICLE) : kind.at.start])
        if known and not any(first <= kind.at.start < last for first, last in taken):
            kinds = tuple(candidate.partition("/")[2] for candidate in kind.candidates)
            yield Citation(kind.at, "mention", publishers=_bodies_near(block.text, kind, names), kinds=kinds)


def _quoted_titles(block: Block, names: Sequence[NameSpan]) -> Iterator[Citation]:
    """Words in quotation marks that may be a title, with the kind of document that introduces them."""
    for match in _QUOTED.finditer(block.text):
        if len(match["title"].split()) >= _FEWEST_WORDS:
            kinds = (n for n in names if n.candidates[0].startswith("kinds/") and n.at.end <= match.start())
            last = max(kinds, key=lambda name: name.at.end, default=None)
            introduced = last and _ENTITLED.fullmatch(block.text[last.at.end : match.start()])
            yield Citation(
                _place(block, *match.span("title")), "quoted-title", kinds=_ids(last) if last and introduced else ()
            )


def _descriptions(block: Block, names: Sequence[NameSpan], dates: Sequence[DateSpan]) -> Iterator[Citation]:
    """`ODIHR's interim report of 23 December 2020`: kind, date soon behind it, body in the same sentence."""
    days = sorted(dates, key=lambda date: date.at.start)
    starts = [date.at.start for date in days]
    for kind in names:
        if kind.candidates[0].startswith("kinds/"):
            at = bisect_left(starts, kind.at.end)
            date = _date_behind(block.text, kind, days[at : at + 1])
            if date and not _is_of_event(kind, date, names):
                publishers = _bodies_near(block.text, kind, names)
                yield Citation(
                    _place(block, kind.at.start, date.at.end),
                    "description",
                    publishers=publishers,
                    kinds=tuple(candidate.partition("/")[2] for candidate in kind.candidates),
                    date=date.edtf,
                )


def _date_behind(text: str, kind: NameSpan, behind: Sequence[DateSpan]) -> DateSpan | None:
    first = behind[0] if behind else None
    if first and _BETWEEN.fullmatch(text[kind.at.end : first.at.start]):
        return first
    return None


def _is_of_event(kind: NameSpan, date: DateSpan, names: Sequence[NameSpan]) -> bool:
    """Whether the date is that of what the document is on: `its report on the elections of 23 April`."""
    between = (name for name in names if kind.at.end <= name.at.start < date.at.end)
    return any(name.candidates[0].startswith(("events/", "topics/")) for name in between)


def _bodies_near(text: str, kind: NameSpan, names: Sequence[NameSpan]) -> tuple[str, ...]:
    """The body whose document it is said to be: `ODIHR's interim report`, `… its report`, `report of the OSCE`."""
    # Names come in the order of the text: those far off need no look.
    near = names[
        bisect_left(names, kind.at.start - _FAR, key=_start) : bisect_left(names, kind.at.end + _FAR, key=_start)
    ]
    bodies = [name for name in near if name.candidates[0].startswith("organisations/")]
    before = [b for b in bodies if 0 <= kind.at.start - b.at.end <= _REACH and _one_sentence(text, b, kind)]
    behind = [b for b in bodies if 0 <= b.at.start - kind.at.end <= _REACH and _one_sentence(text, kind, b)]
    last = max(before, key=lambda b: b.at.end, default=None)
    first = min(behind, key=lambda b: b.at.start, default=None)
    if last and _OWNS.fullmatch(text[last.at.end : kind.at.start]):
        its = _ITS.search(text[last.at.end : kind.at.start])
        return tuple(sorted({id for body in before for id in _ids(body)})) if its else _ids(last)
    return _ids(first) if first and _OWNED.fullmatch(text[kind.at.end : first.at.start]) else ()


def _start(span: NameSpan) -> int:
    return span.at.start


def _ids(span: NameSpan) -> tuple[str, ...]:
    return tuple(candidate.partition("/")[2] for candidate in span.candidates)


def _one_sentence(text: str, first: NameSpan, second: NameSpan) -> bool:
    return not re.search(r"[.!?]\s", text[first.at.end : second.at.start])


def _place(block: Block, start: int, end: int) -> Place:
    return Place(block.number, start, end, block.text[start:end])
