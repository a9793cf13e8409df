"""Families of reprints in the ways in which agencies make them, and what looks like a reprint and is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planted_text import altered, misread, retyped
from planted_truth import Family, Holding, Publisher, Sentence, Sketch, told
from planted_world import PUBLISHERS

if TYPE_CHECKING:
    from planted import Planter

Texts = list[list[Sentence]]
_LEAST = 120
"""Words that a text has at least whose copies are planted."""


def families(planter: Planter, heads: list[Sketch], documents: int) -> None:
    """So many copies, one to seven of a text, each of another publisher and within ten days of the first."""
    left = documents
    for head in planter.draw.sample([h for h in heads if h.words() >= _LEAST], len(heads) // 2):
        if left <= 0:
            return
        number = min(left, planter.draw.choice((1, 1, 1, 2, 2, 3, 4, 5, 7)))
        left -= number
        used = [head.publisher]
        members = [(head.id, "first")]
        for _ in range(number):
            publisher = planter.other(*used)
            used.append(publisher)
            how = planter.draw.choice(list(_HOW))
            copy = planter.sketch(publisher, planter.later(head.day, 0, 10), [list(p) for p in head.paragraphs])
            copy.title = head.title if how != "headline" else copy.title
            members.append((_changed(planter, head, copy, how).id, how))
        planter.truth.families.append(Family(tuple(members)))


def _changed(planter: Planter, head: Sketch, copy: Sketch, how: str) -> Sketch:
    """The copy changed in its way, with what it holds of its first and of others noted."""
    kept = _HOW[how](copy, planter)
    for holding in [h for h in planter.truth.holdings.values() if h.document == head.id]:
        if holding.paragraph in kept and holding.origin[0] != head.id:
            text = copy.paragraph(kept[holding.paragraph])
            held = Holding(copy.id, holding.origin, holding.start, holding.end, text, kept[holding.paragraph])
            planter.truth.hold(held)
    for number, at in kept.items():
        planter.truth.hold_own(head, number)
        words = len(head.paragraph(number).split())
        planter.truth.hold(Holding(copy.id, (head.id, number), 0, words, copy.paragraph(at), at))
    return copy


def _as_it_is(copy: Sketch, planter: Planter) -> dict[int, int]:
    """Nothing is changed but the dateline; gives where each paragraph of the first went."""
    return {number: number for number in range(len(copy.paragraphs))}


def _cut(copy: Sketch, planter: Planter) -> dict[int, int]:
    """The end is cut: 60 to 95 % of the words stay."""
    keep = round(copy.words() * planter.draw.uniform(0.6, 0.95))
    kept: Texts = []
    for paragraph in copy.paragraphs:
        words = " ".join(sentence.text for sentence in paragraph).split()[:keep]
        keep -= len(words)
        if words:
            kept.append([Sentence(" ".join(words), plain=False)])
    copy.paragraphs = kept
    return _as_it_is(copy, planter)


def _added(copy: Sketch, planter: Planter) -> dict[int, int]:
    """A paragraph of the copy's own stands behind one of the first's."""
    at = planter.draw.randint(1, len(copy.paragraphs))
    before = len(copy.paragraphs)
    copy.paragraphs.insert(at, planter.paragraph(2, 3))
    return {number: number + (number >= at) for number in range(before)}


def _altered(copy: Sketch, planter: Planter) -> dict[int, int]:
    """One word differs at each of three to eight places."""
    places = planter.draw.randint(3, 8)
    numbers = [planter.draw.randrange(len(copy.paragraphs)) for _ in range(places)]
    _rewrite(copy, lambda text, at: altered(text, numbers.count(at), planter.chain, planter.draw))
    return _as_it_is(copy, planter)


def _retyped(copy: Sketch, planter: Planter) -> dict[int, int]:
    """Other lines, quotation marks, dashes and white space."""
    _rewrite(copy, lambda text, _: retyped(text, planter.draw))
    copy.columns = planter.draw.choice((58, 66, 76))
    return _as_it_is(copy, planter)


def _misread(copy: Sketch, planter: Planter) -> dict[int, int]:
    """One to two of a hundred characters are wrong, as after reading a scan."""
    share = planter.draw.uniform(0.01, 0.02)
    _rewrite(copy, lambda text, _: misread(text, share, planter.draw))
    return _as_it_is(copy, planter)


def _rewrite(copy: Sketch, change: Callable[[str, int], str]) -> None:
    texts = [copy.paragraph(number) for number in range(len(copy.paragraphs))]
    copy.paragraphs = [[Sentence(change(text, at), plain=False)] for at, text in enumerate(texts)]


_HOW: dict[str, Callable[[Sketch, Planter], dict[int, int]]] = {
    "dateline": _as_it_is,
    "headline": _as_it_is,
    "cut at the end": _cut,
    "paragraph added": _added,
    "words altered": _altered,
    "typography": _retyped,
    "misread": _misread,
}
"""Each kind of copy, and what it does."""

_OPENINGS = (
    "The office has received the application of {name} and has entered it in the register{more}.",
    "Notice is hereby given that {name} has been admitted as an observer{more}.",
    "{name} is informed that the request for accreditation was examined{more}.",
    "By this decision {name} is appointed a member of the local commission{more}.",
)
_MORE = ("", " on {date} under number {number}")
"""What a letter names beside a person or a place: nothing, or a date and a number."""


def forms(planter: Planter, documents: int) -> None:
    """Letters of one form, five to nine of each, that differ in a name, or in a name, a date and a number."""
    left = documents
    while left > 0:
        number = min(left, planter.draw.randint(5, 9))
        left -= number
        publisher = planter.draw.choice([p for p in PUBLISHERS if not p.agency])
        opening = planter.draw.choice(_OPENINGS) + " " + planter.chain.sentence(planter.draw)
        rest = [planter.paragraph(1, 2) for _ in range(planter.draw.randint(1, 4))]
        more = planter.draw.choice(_MORE)
        first = planter.plain_day()
        made = []
        for rank in range(number):
            day = first + timedelta(days=rank * planter.draw.randint(20, 300))
            made.append(_letter(planter, opening, rest, more, publisher, day).id)
        planter.truth.alike.setdefault("form letters", []).append(tuple(made))
        parts = re.split(r"\{\w+\}\.?", opening)
        texts = [*parts, *(" ".join(sentence.text for sentence in paragraph) for paragraph in rest)]
        planter.truth.traps.setdefault("form letter", []).extend(text for text in texts if len(text.split()) > 4)


def _letter(planter: Planter, opening: str, rest: Texts, more: str, publisher: Publisher, day: date) -> Sketch:
    draw = planter.draw
    name = draw.choice((planter.world.person(), f"the municipality of {draw.choice(_TOWNS)}"))
    detail = more.format(date=told(planter.plain_day()), number=draw.randint(100, 9999))
    text = opening.format(name=name, more=detail)
    paragraphs = [[Sentence(text[0].upper() + text[1:], plain=False)], *(list(p) for p in rest)]
    return planter.sketch(publisher, day, paragraphs, title=f"Notice to {name}")


_TOWNS = ("Alvesta", "Brennick", "Corvale", "Dornhagen", "Estrel", "Fenmore", "Grunvik", "Halden", "Isper", "Jaskow")


def followers(planter: Planter, originals: list[Sketch], documents: int) -> None:
    """Documents that open with the paragraph with which an earlier one of their publisher opened, and then go on."""
    for earlier in planter.draw.sample(originals, min(documents, len(originals))):
        text = earlier.paragraph(0)
        later = planter.sketch(earlier.publisher, planter.later(earlier.day, 5, 60), planter.prose())
        later.paragraphs.insert(0, [Sentence(text, plain=False)])
        origin = planter.truth.hold_own(earlier, 0)
        planter.truth.hold(Holding(later.id, origin, 0, len(text.split()), text, 0))
        planter.truth.alike.setdefault("same opening", []).append((earlier.id, later.id))


def short_ones(planter: Planter, documents: int) -> None:
    """Documents of a paragraph of their own above three or four of furniture."""
    made: dict[str, list[str]] = {}
    for _ in range(documents):
        publisher = planter.draw.choice(PUBLISHERS[:3])
        core = [planter.paragraph(2, 3)]
        made.setdefault(publisher.id, []).append(
            planter.sketch(publisher, planter.plain_day(), core, background=True).id
        )
    planter.truth.alike.setdefault("short above furniture", []).extend(tuple(ids) for ids in made.values())
