"""Passages of earlier documents that later ones take over, in the ways in which reports do."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planted_text import altered, cut
from planted_truth import Holding, Quotation, Sentence, Sketch
from planted_world import BODIES, lowered

if TYPE_CHECKING:
    from planted import Planter

_BINS = ((10, 14), (15, 24), (25, 49), (50, 80))
"""Words of a passage; each bin is as likely."""
_HOWS = (
    *(["exact"] * 4),
    *(("cut, with …", "cut, silently", "altered by 1", "altered by 2", "altered by 3") * 2),
)
_FEWEST_FOR = {"cut, with …": 20, "cut, silently": 20, "altered by 1": 10, "altered by 2": 15, "altered by 3": 20}
"""Words that a passage has at least before it is changed so: of ten words three changed leave nothing to know it by."""
_IN_MARKS = (
    "“{q}”, {person} said.",
    "The statement reads: “{q}”",
    "“{q}”, according to the {name}.",
    "{person} told reporters: “{q}”",
    "It was noted that “{low}”.",
)
_BARE = (
    "{person} stressed that {low}.",
    "According to the {name}, {low}.",
    "It was noted that {low}.",
    "{q}.",
    "The report adds that {low}.",
)


def plant(planter: Planter, statements: list[Sketch], documents: int) -> list[Sketch]:
    """So many documents that quote; each case has its share of them."""
    made: list[Sketch] = []
    while len(made) < documents:
        room = documents - len(made)
        draw = planter.draw.random()
        if draw < 0.55:
            made += _one(planter, statements)
        elif draw < 0.75:
            made += _two_statements(planter, statements)
        elif draw < 0.82 and room >= 3:
            made += _several_reports(planter, statements, min(room, planter.draw.randint(3, 8)))
        elif draw < 0.94:
            made += _of_a_quotation(planter, made)
        else:
            made += _half(planter, statements)
    for report in made:
        if planter.draw.random() < 0.7:
            report.paragraphs.append(planter.paragraph())
    return made


def _report(planter: Planter, *sources: Sketch) -> Sketch:
    """A document that will quote: mostly of another publisher, within four months, at times years later."""
    latest = max(sources, key=lambda source: source.day)
    soon = planter.draw.random() < 0.9
    day = planter.later(latest.day, *((1, 120) if soon else (200, 1500)))
    own = not soon and planter.draw.random() < 0.5
    publisher = latest.publisher if own else planter.other(*(source.publisher for source in sources))
    return planter.sketch(publisher, day, planter.prose(2, 4))


def _one(planter: Planter, statements: list[Sketch]) -> Iterator[Sketch]:
    source = planter.draw.choice(statements)
    report = _report(planter, source)
    _quote(planter, report, source, "one")
    yield report


def _two_statements(planter: Planter, statements: list[Sketch]) -> Iterator[Sketch]:
    first = planter.draw.choice(statements)
    near = [s for s in statements if s is not first and abs((s.day - first.day).days) < 400] or statements
    second = planter.draw.choice(near)
    report = _report(planter, first, second)
    _quote(planter, report, first, "two statements")
    if second is not first:
        _quote(planter, report, second, "two statements")
    yield report


def _several_reports(planter: Planter, statements: list[Sketch], number: int) -> Iterator[Sketch]:
    """Reports of several publishers within three weeks; half of such groups take the same passage, exactly or not."""
    source = planter.draw.choice(statements)
    passage = _passage(source, planter.draw) if planter.draw.random() < 0.5 else None
    used = [source.publisher]
    for _ in range(number):
        publisher = planter.other(*used)
        used.append(publisher)
        report = planter.sketch(publisher, planter.later(source.day, 1, 21), planter.prose(2, 4))
        _quote(planter, report, source, "several reports", passage)
        yield report


def _of_a_quotation(planter: Planter, reports: list[Sketch]) -> Iterator[Sketch]:
    """A report that takes from a report what that took from a statement; it never saw the statement."""
    known = [quotation for quotation in planter.truth.quotations if quotation.case in ("one", "two statements")]
    if not known:
        return
    holding = planter.draw.choice(known).holding
    source = planter.truth.documents[holding.document]
    report = _report(planter, source)
    _place(planter, report, holding.origin, holding.start, holding.end, holding.text, "exact", "of a quotation")
    yield report


def _half(planter: Planter, statements: list[Sketch]) -> Iterator[Sketch]:
    """A report, as long as the statement, that gives half of its paragraphs in marks: quotations, no reprint."""
    source = planter.draw.choice([s for s in statements if len(s.paragraphs) >= 4])
    report = _report(planter, source)
    report.paragraphs += [planter.paragraph() for _ in range(max(2, len(source.paragraphs) // 2 - 1))]
    numbers = planter.draw.sample(range(1, len(source.paragraphs)), len(source.paragraphs) // 2)
    for number in sorted(numbers):
        words = [sentence.text for sentence in source.paragraphs[number] if sentence.plain]
        text = " ".join(words)
        start = source.paragraph(number).find(text)
        if start >= 0 and len(text.split()) >= 10:
            planter.truth.hold_own(source, number)
            first = len(source.paragraph(number)[:start].split())
            last = first + len(text.split())
            holding = _noted(report, (source.id, number), first, last, text, planter)
            report.paragraphs.insert(holding.paragraph, [Sentence(f"“{text}”", plain=False)])
            planter.truth.quotations.append(Quotation(holding, "exact", True, "half a statement"))
    planter.truth.alike.setdefault("half a statement", []).append((source.id, report.id))
    yield report


def _passage(source: Sketch, draw: random.Random) -> tuple[int, int, int]:
    """A paragraph of a document, and the first and last word of a passage in it: sentences, or a part of one."""
    while True:
        fewest, most = draw.choice(_BINS)
        number = draw.randrange(len(source.paragraphs))
        bounds = _bounds(source.paragraphs[number])
        first = draw.choice([at for at, plain in bounds if plain] or [0])
        ends = [end for end, plain in _ends(source.paragraphs[number], first) if plain]
        fit = [end for end in ends if fewest <= end - first <= most]
        if fit:
            return number, first, draw.choice(fit)
        if ends and ends[-1] - first >= fewest and draw.random() < 0.5:  # part of a sentence
            return number, first, first + draw.randint(fewest, min(most, ends[-1] - first))


def _bounds(paragraph: list[Sentence]) -> list[tuple[int, bool]]:
    """Where each sentence begins, in words, and whether it is plain."""
    made, at = [], 0
    for sentence in paragraph:
        made.append((at, sentence.plain))
        at += len(sentence.text.split())
    return made


def _ends(paragraph: list[Sentence], first: int) -> Iterator[tuple[int, bool]]:
    """The ends of sentences from a word on, as far as all are plain."""
    at = 0
    for sentence in paragraph:
        begins, at = at, at + len(sentence.text.split())
        if begins >= first:
            if not sentence.plain:
                return
            yield at, True


def _quote(
    planter: Planter, report: Sketch, source: Sketch, case: str, passage: tuple[int, int, int] | None = None
) -> None:
    draw = planter.draw
    number, first, last = passage or _passage(source, draw)
    words = source.paragraph(number).split()[first:last]
    how = draw.choice([how for how in _HOWS if len(words) >= _FEWEST_FOR.get(how, 0)])
    text = " ".join(words).rstrip(".,;:–- ")
    if how.startswith("altered"):
        text = altered(text, int(how[-1]), planter.chain, draw)
    elif how.startswith("cut"):
        text = cut(text, draw.choice(("…", "[…]", "...")) if how == "cut, with …" else "", draw)
    _place(planter, report, planter.truth.hold_own(source, number), first, last, text, how, case)


def _place(
    planter: Planter, report: Sketch, origin: tuple[str, int], first: int, last: int, text: str, how: str, case: str
) -> None:
    """Put a passage into a paragraph of other words, in marks or without."""
    draw = planter.draw
    text = text.rstrip(".,;:–- ")
    marks = draw.random() < 0.6
    holding = _noted(report, origin, first, last, text, planter)
    frame = draw.choice(_IN_MARKS if marks else _BARE)
    fill = {"q": text, "low": lowered(text), "person": planter.world.person(), "name": draw.choice(BODIES)[1]}
    around = [planter.world.sentence(), Sentence(frame.format(**fill), plain=False), planter.world.sentence()]
    report.paragraphs.insert(holding.paragraph, around)
    planter.truth.quotations.append(Quotation(holding, how, marks, case))


def _noted(report: Sketch, origin: tuple[str, int], first: int, last: int, text: str, planter: Planter) -> Holding:
    """The passage behind all others of the report, so that their numbers hold."""
    return planter.truth.hold(Holding(report.id, origin, first, last, text, len(report.paragraphs)))
