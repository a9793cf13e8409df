"""Which words speak of an event that the document is about: `the presidential election of 9 June`, `the referendum`.

The kind of event stands in the text as a topic. With the event's day beside it the words name the event; alone,
behind an article, they mean the only event of that kind that the document is about, unless another day or country
stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator import edtf
from generator.authority import Authority, Event
from generator.model import Block, DateSpan, Document, Findings, Mention, NameSpan, Place

_BESIDE = 40
"""Code points between the kind of event and its day."""
_BETWEEN = re.compile(r"[^.!?;:]*")
_THE = re.compile(
    r"\b(?:the|this|these|its|these)\s+(?:(?:early|snap|upcoming|forthcoming|last|recent)\s+)?$", re.IGNORECASE
)
_OTHER_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_DATED, _ALONE = 0.9, 0.85
"""Scores: by day, and by kind alone."""


def events_named(
    document: Document, findings: Findings, authority: Authority, blocks: Sequence[Block]
) -> Iterator[Mention]:
    """A mention for each span that means one of the document's events."""
    public = [id for id in document.events if authority.links(f"events/{id}")]
    events = [e for id in public if isinstance(e := authority.get(f"events/{id}"), Event) and e.date]
    if not events:
        return
    for span in findings.names:
        fit = [event for event in events if f"topics/{event.kind}" in span.candidates]
        if fit:
            text = blocks[span.at.paragraph - 1].text
            known = _is_known(span, document, blocks)
            yield from _by_day(span, fit, findings.dates, text) or _alone(span, fit, findings, authority, text, known)


def _by_day(span: NameSpan, events: Sequence[Event], dates: Sequence[DateSpan], text: str) -> list[Mention]:
    """The event whose day stands beside its kind, before it or behind."""
    here = (day for day in dates if day.at.paragraph == span.at.paragraph)
    for day in sorted(here, key=lambda day: max(day.at.start - span.at.end, span.at.start - day.at.end)):
        start, end = min(span.at.start, day.at.start), max(span.at.end, day.at.end)
        between = text[min(span.at.end, day.at.end) : max(span.at.start, day.at.start)]
        fit = [event for event in events if _is_day_of(day.edtf, event)]
        if len(fit) == 1 and len(between) <= _BESIDE and _BETWEEN.fullmatch(between):
            whole = day.edtf[:4].isdecimal()
            end += text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")"
            at = Place(span.at.paragraph, start, end, text[start:end])
            return [Mention(fit[0].key, at, "event-day", "stated" if whole else "inferred", _DATED)]
    return []


def _alone(
    span: NameSpan, events: Sequence[Event], findings: Findings, authority: Authority, text: str, known: bool
) -> list[Mention]:
    """The only event of that kind, where an article says that it is known and nothing says that it is another one."""
    before, behind = text[max(0, span.at.start - _BESIDE) : span.at.start], text[span.at.end : span.at.end + _BESIDE]
    if len(events) != 1 or not known or _OTHER_YEAR.search(before[-12:] + behind.split(".")[0]):
        return []
    near = [
        n for n in findings.names if n.at.paragraph == span.at.paragraph and 0 <= n.at.start - span.at.end <= _BESIDE
    ]
    places = {c.partition("/")[2] for n in near for c in n.candidates if c.startswith("places/")}
    if any(events[0].place not in authority.surroundings(place) for place in places):
        return []
    return [Mention(events[0].key, span.at, "event", "inferred", _ALONE)]


def _is_known(span: NameSpan, document: Document, blocks: Sequence[Block]) -> bool:
    """Whether an article says that the event is known, or it stands in the title, which has none."""
    block, title = blocks[span.at.paragraph - 1], document.evidence.get("title")
    is_own = title is not None and title.paragraph == block.number and span.at.end <= len(title.quote or "")
    in_title = block.kind == "heading" or is_own
    return in_title or _THE.search(block.text[max(0, span.at.start - _BESIDE) : span.at.start]) is not None


def _is_day_of(day: str, event: Event) -> bool:
    """Whether a printed day, with a year or without, is one of an event's."""
    members = re.split(r"[,/]|\.\.", (event.date or "").strip("{}[]"))
    return any(edtf.is_day(member) and (day == member or day == f"XXXX{member[4:]}") for member in members)
