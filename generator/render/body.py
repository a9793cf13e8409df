"""The text of a document as Markdown: its blocks, numbered, each mention and reference a link."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator

from generator.address import entity_page
from generator.authority import Authority
from generator.model import WITHHELD, Block, Mention, Record
from generator.render.escape import attribute, escape, inline
from generator.render.links import Links
from generator.render.naming import bare
from generator.render.passages import NOTHING, InText, Mark
from generator.render.speech import speech
from generator.render.words import _, language, later_, withheld
from generator.text import key

_WHY = {
    "abbreviation": later_("inferred from its short name"),
    "context": later_("inferred: the one that the text or its country leaves"),
    "curator": later_("the curator's word"),
    "event": later_("inferred: the only such event that the text is about"),
    "event-day": later_("from its day"),
    "given": later_("inferred: whom the text names in full"),
    "initials": later_("inferred from the initials"),
    "name": "",
    "office": later_("inferred: who held the office on that day"),
    "signature": later_("inferred: a name by itself"),
    "surname": later_("inferred: whom the text names in full"),
    "surname-alone": later_("inferred: the only one of that surname here"),
    "term": "",
    "title": later_("inferred from the title before the name"),
    "variant": later_("inferred from another spelling"),
}
"""How a mention was decided, in words for the reader."""


_ABBREVIATION = 3
"""The rank of an abbreviation."""

_BORE = later_("a name that it bore before")

_NOTE = re.compile(r"\[\^?(\d{1,3}|\*+|[a-z])\]")

_FOLDED = '<details class="r-recurring" markdown="1">\n<summary>{words}</summary>'

_TITLE_STANDS = 5
"""Within so many blocks a text repeats its title, if it does."""


def body(record: Record, page: str, links: Links, authority: Authority, in_text: InText = NOTHING) -> str:
    """The blocks of a record as Markdown, each with its anchor and number; recurring ones are folded.

    Args:
        record: the document.
        page: its page, from which links start.
        links: all pages that there are.
        authority: whom mentions name.
        in_text: what the text shows of other documents.
    """
    marks, spoken = _marks(record, page, links, authority), record.document.language
    made, page_of, folded, again = [], None, False, title_again(record)
    may_fold = not all(block.recurring for block in record.blocks)  # a text is never folded whole
    for block, anchor in zip(record.blocks, record.anchors, strict=True):
        if (block.recurring and may_fold) != folded:
            made.append("</details>" if folded else _FOLDED.format(words=_("Recurring text")))
            folded = not folded
        turned = block.page if block.page != page_of else None
        own = [*in_text.references.get(block.number, ()), *marks[block.number]]
        classes = " .r-title-again" if block.number == again else ""
        head = f"#{anchor} .r-p .r-{block.kind}{classes}{_sheet(block, turned, spoken)}"
        made.append(_block(block, anchor, head, own, sorted(in_text.points.get(block.number, ()))))
        if block.number in in_text.notes:
            made.append(f"{in_text.notes[block.number]}\n{{: .r-quoted }}")
        page_of = block.page
    return "\n\n".join([*made, *(["</details>"] if folded else [])])


def _marks(record: Record, page: str, links: Links, authority: Authority) -> dict[int, list[Mark]]:
    marks: dict[int, list[Mark]] = defaultdict(list)
    for number, mark in _notes(record):
        marks[number].append(mark)
    for mention in record.mentions:
        if mention.at and links.has(entity_page(mention.entity)):
            target = links.to(page, entity_page(mention.entity))
            title = attribute(_title(mention, authority))
            after = f']({target}){{ .r-{mention.entity.partition("/")[0]} .r-{mention.certainty} title="{title}" }}'
            entry = authority.get(mention.entity)
            if entry and mention.at.quote == getattr(entry, "abbreviation", None) != entry.name:
                short = f'<abbr title="{attribute(entry.name)}">'
                marks[mention.at.paragraph].append(
                    Mark(mention.at.start, mention.at.end, short, "</abbr>", _ABBREVIATION)
                )
            rank = 2 if mention.entity.startswith("topics/") else 1  # an event says more than its kind
            marks[mention.at.paragraph].append(Mark(mention.at.start, mention.at.end, "[", after, rank))
    for use in record.abbreviations:
        before = f'<abbr title="{attribute(use.long)}">'
        marks[use.at.paragraph].append(Mark(use.at.start, use.at.end, before, "</abbr>", _ABBREVIATION))
    return marks


def _title(mention: Mention, authority: Authority) -> str:
    """Who is meant, and how that is known."""
    said = [_(_BORE)] if _is_former(mention, authority) else []
    why = "; ".join([*said, *filter(None, [how(mention)])])
    return authority.name(mention.entity) + (f" ({why})" if why else "")


def _is_former(mention: Mention, authority: Authority) -> bool:
    """Whether the text has a name that the entity bore before, and bears no more."""
    entry = authority.get(mention.entity)
    said = key(mention.at.quote) if mention.at else ""
    names = {key(name) for former in entry.former for name in (former.name, bare(former.name))} if entry else set()
    return entry is not None and said != key(entry.name) and said in names


def how(mention: Mention) -> str:
    """How a mention was decided, in words; nothing where the text says the name itself."""
    if mention.certainty == "curated":
        return _(_WHY["curator"]) + (f": {mention.reason}" if mention.reason else "")
    words = _WHY.get(mention.basis, mention.certainty)
    return _(words) if words else ""


def _notes(record: Record) -> Iterator[tuple[int, Mark]]:
    """The marks of notes, each a link to the next note of that label; the note's own leads back to the paragraph."""
    waiting: dict[str, list[tuple[Block, str, re.Match[str]]]] = defaultdict(list)
    for block, anchor in zip(record.blocks, record.anchors, strict=True):
        own = _NOTE.match(block.text) if block.kind == "note" else None
        if own:
            marks = waiting.pop(own[1], [])
            for marked, _, mark in marks:
                yield marked.number, Mark(*mark.span(), "[", f"](#{anchor}){{ .r-note-mark }}", 0)
            if marks:
                yield block.number, Mark(*own.span(), "[", f"](#{marks[0][1]}){{ .r-note-mark }}", 0)
        for mark in _NOTE.finditer(block.text, own.end() if own else 0):
            waiting[mark[1]].append((block, anchor, mark))


def title_again(record: Record) -> int | None:
    """The number of the block at the head of a text that says no more than its title, which stands above it."""
    title = key(record.document.title or "")
    first = record.blocks[:_TITLE_STANDS]
    return next((block.number for block in first if title and key(_NOTE.sub("", block.text)) == title), None)


def _sheet(block: Block, turned: int | None, spoken: str | None) -> str:
    """What the attributes of a block say beside its classes; `turned` is the page of the source that begins with it."""
    own = speech(block.language, spoken)
    return f' data-n="{block.number}"{f" data-page={turned}" if turned else ""}{f" {own}" if own else ""}'


def _block(block: Block, anchor: str, head: str, marks: list[Mark], points: list[tuple[int, str]]) -> str:
    """A block with its attributes."""
    text, attributes = _marked(block, marks, points), f"{{: {head} }}"
    # The number is drawn by the style sheet: the words of the page stay those of the source.
    label = attribute(_("Paragraph {n}").format(n=block.number))
    number = f'[](#{anchor}){{ .r-n data-n="{block.number}" aria-label="{label}" }}'
    parts = ["\\[…\\]\n{: .r-gap }"] if block.gap else []
    parts += ["* * *"] if block.ruled and block.number > 1 else []
    if block.kind == "heading":
        line = text.replace("\n", " <br>") if block.lines else " ".join(text.split("\n"))
        parts.append(f"## {line} {number} {attributes}")
    else:
        # White space is shown as it is in a table, where a break would count twice.
        lines = text.replace("\n", "<br>\n") if block.lines and block.kind != "table" else text
        parts.append(f"{lines}\n{number}\n{attributes}")
    return "\n\n".join(parts)


def _marked(block: Block, marks: list[Mark], points: list[tuple[int, str]]) -> str:
    """The text of a block, escaped, with its marks; of two that overlap one, but abbreviations within links.

    A sign at a point within a mark stands behind that.
    """
    made, at, waiting = [], 0, deque(points)
    short = sorted((mark for mark in marks if mark.rank == _ABBREVIATION), key=_start)
    for mark in _apart(marks):
        made.append(_up_to(block, at, mark.start, waiting, mark.before == "["))
        near = short[bisect_left(short, mark.start, key=_start) : bisect_left(short, mark.end, key=_start)]
        within = [s for s in near if s.end <= mark.end] if mark.rank != _ABBREVIATION else []
        made.append(mark.before + _label(block, mark, within) + mark.after)
        at = mark.end
    made.append(_up_to(block, at, len(block.text), waiting, False))
    return "".join(made)


def _up_to(block: Block, start: int, end: int, waiting: deque[tuple[int, str]], link: bool) -> str:
    """Plain words between marks with the signs among them; `link` whether a link follows."""
    made, at = "", start
    while waiting and waiting[0][0] <= end:
        point, sign = waiting.popleft()
        made += _before_link(_plain(block, at, max(at, point))) + sign
        at = max(at, point)
    plain = _plain(block, at, end)
    return made + (_before_link(plain) if link else plain)


def _before_link(text: str) -> str:
    """`!` before a link would make a picture of it."""
    return text[:-1] + "&#33;" if text.endswith("!") else text


def _start(mark: Mark) -> int:
    return mark.start


def _label(block: Block, link: Mark, short: list[Mark]) -> str:
    """The words of a link, with the abbreviations among them."""
    made, at = "", link.start
    for mark in _apart(short):
        made += inline(block.text[at : mark.start])
        made += mark.before + inline(block.text[mark.start : mark.end]) + mark.after
        at = mark.end
    return made + inline(block.text[at : link.end])


def _plain(block: Block, start: int, end: int) -> str:
    at_line_start = start == 0 or block.text[start - 1] == "\n"
    plain = escape(block.text[start:end], line_start=at_line_start)
    return plain.replace(_WITHHELD, _mark_of_withholding()) if block.withheld else plain


_WITHHELD = inline(WITHHELD)


def _mark_of_withholding() -> str:
    """The mark in the language of the site, which need not be that of the text."""
    return f'<span lang="{language()}">{inline(withheld(WITHHELD))}</span>'


def _apart(marks: list[Mark]) -> Iterator[Mark]:
    """The marks that do not overlap, the more important and the longer first, in the order of the text."""
    chosen: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.rank, m.start - m.end, m.start)):
        at = bisect_left(chosen, mark.start, key=lambda m: m.start)
        free = at == len(chosen) or mark.end <= chosen[at].start
        if free and (at == 0 or chosen[at - 1].end <= mark.start):
            chosen.insert(at, mark)
    yield from chosen
