"""The title: a heading, a line in capitals, the first line that looks like one, else the incipit."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from generator.describe.claims import Claim, first_of, inferred, stated
from generator.describe.lines import (
    NOTE_MARK,
    is_letterhead,
    is_prose,
    is_release,
    is_rubric,
    is_salutation,
    is_text,
    order_of,
    place_of,
    without_time,
)
from generator.describe.reading import Reading
from generator.model import Place
from generator.text import clip, in_capitals, squeeze

_STAMP = re.compile(r"\s*(?:date[:\s]+)?\d{4}-\d\d-\d\d[T\s][\d:]*\s*(?=\S)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:No\. ?)?\d{1,4}\.\s+[^\W\d_a-z]")
_INCIPIT = 80
_LONGEST = 300
_SAMPLE = 2000
_RUBRIC_WORDS = 3
_OVERLINE_WORDS = 4
_WORDS = re.compile(r"[^\W\d_]{3,}")
_RUBRIC_BEFORE = re.compile(
    r"\s*(?:for (?:the )?(?:press|media)|(?:press|media|news) (?:release|statement)|from the press office|embargo)"
    r"[.:\s–—-]+",
    re.IGNORECASE,
)
_STATEMENT_BY = re.compile(
    r"(?:(?:joint|press|second reading) )*(?:statement|speech|address|message|remarks|broadcast) (?:by|from|to)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^\W\d_]+:\s")
_BEGINS = re.compile(r"(?:The|An?|In|On|At|His|Her|I|We|It|This|That|Today|Mr|Mrs|Ms|Dr|Sir)\b")
"""Words with which a sentence begins, and hardly the second line of a name."""
_ANY_WORD = re.compile(r"[^\W\d_]+")
_MOST_LINES = 4
_GOES_ON = re.compile(r"(?:\b(?:of|the|and|to|in|on|for|by|with|at|a)|[-–—,&/:])\s*$", re.IGNORECASE)


def claim(reading: Reading) -> Claim | None:
    """The title of the document, with the rule that found it."""
    found = first_of(rule(reading) for rule in RULES)
    return replace(found, value=squeeze(NOTE_MARK.sub("", found.value))) if found else None


def date_stamp(reading: Reading) -> Claim | None:
    """`date 2022-06-14 OSCE commends…`: what follows the stamp on the first line."""
    if not reading.source.blocks or not reading.head:
        return None
    line = reading.head[0]
    match = _STAMP.match(line.quote)
    if not match:
        return None
    rest = place_of(reading.block(line.paragraph), line.start + match.end(), line.end)
    return stated(squeeze(rest.quote), "stamped-line", rest)


def numbered(reading: Reading) -> Claim | None:
    """The first line where it bears a number of its own, as in an edition: `85. Oral Message From …`."""
    first = reading.head[0] if reading.head else None
    if not first or not _NUMBERED.match(first.quote) or is_prose(reading.block(first.paragraph)):
        return None
    if any(day.at.start == first.start for day in reading.dates_in(first.paragraph)):  # `15. April 2010`
        return None
    listed = any(block.kind == "list" for block in reading.source.blocks[first.paragraph : first.paragraph + 2])
    return None if listed else stated(squeeze(first.quote), "numbered-line", first)


def subject(reading: Reading) -> Claim | None:
    """The subject of a mail-like head: `From: … / To: … / Subject: …`."""
    found = reading.labelled.get("subject")
    return stated(squeeze(found.quote), "subject-line", found) if found else None


def heading(reading: Reading) -> Claim | None:
    """A heading, its lines joined, less those that only say when or what kind."""
    for block in reading.source.blocks[:8]:
        if block.kind == "heading":
            lines = [line for line in reading.head if line.paragraph == block.number and not _is_fact(reading, line)]
            if lines:
                title = squeeze(" ".join(line.quote for line in lines))
                return stated(title, "heading", place_of(block, lines[0].start, lines[-1].end))
    return None


def capitals(reading: Reading) -> Claim | None:
    """The first run of lines of the head in capitals, joined within their block, without a letterhead above it."""
    if in_capitals(" ".join(block.text for block in reading.source.blocks[:20])[:_SAMPLE]):
        return None  # a telex: capitals tell nothing there
    lines = [line for line in _above_dateline(reading) if in_capitals(line.quote)]
    for paragraph in sorted({line.paragraph for line in lines}):
        run = [line for line in lines if line.paragraph == paragraph]
        released = _is_behind_release(reading, run[0])
        run = run if released else _without_letterhead(run)
        words = squeeze(" ".join(line.quote for line in run))
        if len(words.split()) > (not released):
            place = place_of(reading.block(paragraph), run[0].start, run[-1].end)
            return stated(" ".join([words, *_continued(reading, run[-1])]), "capitals", place)
    return None


def _is_behind_release(reading: Reading, line: Place) -> bool:
    """Whether a line stands below the line of release, where no letterhead is."""
    rubrics = [rubric for rubric in reading.head if is_release(rubric.quote)]
    return any(order_of(line) > order_of(rubric) for rubric in rubrics)


def _continued(reading: Reading, last: Place) -> list[str]:
    """The lines right below a title that say whose statement or speech it is, or on which it goes on (`… FORD AND`)."""
    below = [line for line in reading.head if order_of(line) > order_of(last)]
    if not below or not (_STATEMENT_BY.match(below[0].quote) or _GOES_ON.search(last.quote)):
        return []
    width = max(len(line.quote) for line in reading.head)
    taken = below[:1]
    for line in below[1:_MOST_LINES]:
        full = len(taken[-1].quote) >= 0.7 * width and _is_title_case(line.quote) and not _BEGINS.match(line.quote)
        goes_on = _GOES_ON.search(taken[-1].quote) and not (taken[-1].quote.endswith(",") and _BEGINS.match(line.quote))
        if not (full or goes_on):
            break
        taken.append(line)
    return [squeeze(line.quote) for line in taken]


def _is_title_case(line: str) -> bool:
    """Whether hardly a word of it is small, as in a title or a name, and unlike running text."""
    words = _ANY_WORD.findall(line)
    small = [word for word in words if word[0].islower()]
    return 3 * len(small) <= len(words)


def _without_letterhead(run: list[Place]) -> list[Place]:
    """The lines less those at their head that are an office or a country alone: of one or two words, and closed."""
    while run and is_letterhead(run[0].quote) and not _GOES_ON.search(run[0].quote):
        run = run[1:]
    return run


def _without_day(reading: Reading, line: Place) -> str:
    day = reading.bare_date(line)
    return without_time(line.quote.replace(day.at.quote, " ")) if day else line.quote


def kind_title(reading: Reading) -> Claim | None:
    """A line of the head that begins with a word for a kind of document: `Letter dated 9 February from …`."""
    for line in _title_lines(reading):
        begins = any(
            span.at.start == line.start and span.candidates[0].startswith("kinds/")
            for span in reading.names_in(line.paragraph)
        )
        if begins and len(line.quote.split()) > _OVERLINE_WORDS and not is_text(reading.block(line.paragraph)):
            return stated(squeeze(line.quote), "kind-title", line)
    return None


def kind_heading(reading: Reading) -> Claim | None:
    """A heading that says of what kind the text is and no more, where nothing better stands there."""
    block = next((block for block in reading.source.blocks[:3] if block.kind == "heading"), None)
    return stated(squeeze(block.text), "heading", place_of(block, 0, len(block.text))) if block else None


def first_line(reading: Reading) -> Claim | None:
    """The first line that looks like a title; a rubric of a few words above a longer one is passed over.

    A title set on several lines of one block is joined.
    """
    lines = _above_dateline(reading)
    lines = [line for line in lines if not is_letterhead(line.quote)] or lines
    if any(is_salutation(line.quote) for line in reading.head):
        # Above the salutation of a letter stand addresses, of a speech perhaps what it is.
        lines = [line for line in lines if len(line.quote.split()) > _OVERLINE_WORDS]
    if not lines:
        return None
    first = lines[0]
    if len(reading.source.blocks) == 1 and first.quote.rstrip().endswith("."):
        return None  # a text of one sentence is its own beginning, not its title
    if len(lines) > 1 and _is_overline(first, lines[1]) and not is_text(reading.block(lines[1].paragraph)):
        first = lines[1]
    block = reading.block(first.paragraph)
    if is_letterhead(first.quote):
        return None  # the last capitals, or the incipit, are nearer
    dated = next((d.at for d in reading.datelines if d.at.paragraph == block.number and d.whole), None)
    if "\n" in block.text and is_text(block) and not dated:
        return None  # a line cut out of the text
    if not block.lines and not dated:
        words = [squeeze(first.quote), *(_continued(reading, first) if not is_prose(block) else ())]
        return stated(" ".join(words), "first-line", first)
    own = [line for line in lines if line.paragraph == first.paragraph]
    last = list(takewhile(lambda line: line == first or not reading.bare_date(line), own))[-1]
    return stated(squeeze(block.text[first.start : last.end]), "first-line", place_of(block, first.start, last.end))


def short_capitals(reading: Reading) -> Claim | None:
    """A word or two in capitals, the last of them above the text, where nothing better stands there."""
    lines = [line for line in _above_dateline(reading) if in_capitals(line.quote)]
    return stated(squeeze(lines[-1].quote), "capitals", lines[-1]) if lines else None


def incipit(reading: Reading) -> Claim | None:
    """The first words of a text that bears no title; what stands above its first paragraph is no part of it."""
    if not reading.source.blocks:
        return None
    block = next((block for block in reading.source.blocks if is_text(block)), reading.source.blocks[0])
    return inferred(clip(block.text, _INCIPIT), "incipit", Place(block.number, 0, 0, clip(block.text, _INCIPIT)))


RULES = (
    date_stamp,
    numbered,
    subject,
    heading,
    capitals,
    kind_title,
    kind_heading,
    first_line,
    short_capitals,
    incipit,
)


def _above_dateline(reading: Reading) -> list[Place]:
    """The lines that may be a title: those behind a line of release, else above the first dateline, else all."""
    lines = _title_lines(reading)
    released = _release(reading, lines)
    behind = [line for line in lines if released and order_of(line) > order_of(released)]
    if any(not is_text(reading.block(line.paragraph)) for line in behind):
        return behind
    first = next((order_of(line.at) for line in reading.datelines), None)
    above = [line for line in lines if first and order_of(line) < first]
    return above or lines


def _release(reading: Reading, lines: list[Place]) -> Place | None:
    """The line of release, or a line with hardly more than a day, below scraps of a letterhead."""
    rubrics = [line for line in reading.head if is_release(line.quote)]
    rubrics += [reading.release_line[0]] if reading.release_line else []
    if rubrics:
        return max([*rubrics, *(line for line in reading.head if reading.bare_date(line))], key=order_of)
    dated = next((line for line in reading.head if reading.bare_date(line)), None)
    above = [line for line in lines if dated and order_of(line) < order_of(dated)]
    return dated if all(len(line.quote.split()) <= _RUBRIC_WORDS for line in above) else None


def _title_lines(reading: Reading) -> list[Place]:
    """The lines of the head that may be a title: no prose, no dateline, no kind alone."""
    lines = []
    for line in reading.head:
        if is_salutation(line.quote):
            break
        if is_prose(reading.block(line.paragraph)) and line.quote.rstrip()[-1:] in ".:;,!":
            break
        if len(line.quote) > _LONGEST:
            break
        line = _behind_rubric(reading, line)
        if not _is_fact(reading, line) and not is_rubric(line.quote) and _is_legible(line.quote):
            lines.append(line)
    return lines


def _behind_rubric(reading: Reading, line: Place) -> Place:
    """What stands behind the rubric on one line with it: `FOR PRESS: VISIT OF THE KING`."""
    rubric = _RUBRIC_BEFORE.match(line.quote)
    if not rubric or (reading.release_line and reading.release_line[0] == line):
        return line
    rest = place_of(reading.block(line.paragraph), line.start + rubric.end(), line.end)
    return rest if in_capitals(rest.quote) and len(_WORDS.findall(rest.quote)) > 1 else line


def _is_fact(reading: Reading, line: Place) -> bool:
    """Whether a line says only when, where, by whom, or of what kind."""
    whole = {(d.at.paragraph, d.at.start) for d in reading.datelines if d.whole}
    if (line.paragraph, line.start) in whole or (
        reading.bare_date(line) and is_letterhead(_without_day(reading, line))
    ):
        return True
    bare = line.quote.strip(" ().:")
    return any(
        span.candidates[0].startswith("kinds/") and len(span.at.quote) == len(bare) and span.at.quote == bare
        for span in reading.names_in(line.paragraph)
    )


def _is_legible(line: str) -> bool:
    """Whether a line has a whole word, and is not what a scanner makes of a coat of arms (`IJ~ j USTh LIA`)."""
    letters = sum(char.isalpha() for char in line)
    whole = [w for w in _ANY_WORD.findall(line) if w.islower() or w.istitle() or w.isupper()]
    most = sum(map(len, whole)) >= 0.5 * letters
    return letters >= 0.45 * len(line.replace(" ", "")) and most and any(len(word) > 2 for word in whole)


def _is_overline(first: Place, second: Place) -> bool:
    return (
        first.paragraph != second.paragraph
        and len(first.quote.split()) <= _OVERLINE_WORDS
        and (
            len(second.quote.split()) > 2 * len(first.quote.split())
            or in_capitals(first.quote) > in_capitals(second.quote)
        )
        and second.quote.rstrip()[-1:] not in ".!?"
        and not _LABELLED.match(second.quote)
    )
