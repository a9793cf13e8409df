"""All copies of one text in columns, sentence by sentence: what each left out, added, changed of the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.address import document_page, synopsis_page
from generator.model import Record
from generator.render import changes, pairing
from generator.render.dates import in_words
from generator.render.escape import attribute, inline
from generator.render.front import front_matter
from generator.render.kin import comparable
from generator.render.lists import body_of, has_own_day, of_version
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _
from generator.text import LOWER, key

COPIES = 5
"""So many copies stand beside the first on one page: with it six columns."""

_END = re.compile(rf"(?:(?<!\b\w)\.|[!?…])[.!?…]*[\"'”’»)\]]*\s+(?=[^{LOWER}\s])")
"""Where a sentence ends: at a stop, unless a single letter (an initial) stands before or a small one behind."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document."""

    text: str
    paragraph: int
    anchor: str
    first: bool
    """Whether it is the first of its paragraph."""


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph in order; together they are all its words."""
    ends = [match.end() for match in _END.finditer(text)]
    parts = (text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True))
    return [part for part in parts if part]


def parts(members: Sequence[Record]) -> int:
    """How many pages the synopsis of these documents has."""
    return -(-(len(members) - 1) // COPIES) if members else 0


def synopsis(site: Site, members: Sequence[Record], part: int) -> str:
    """One page, from 1, of the synopsis of `members`, of which the first is what the others are held against."""
    first, copies = members[0], members[1:][(part - 1) * COPIES : part * COPIES]
    page = synopsis_page(first.document.id, part)
    columns = [_sentences(record) for record in (first, *copies)]
    title = _("Synopsis: {title}").format(title=site.title(first))
    rows = [_row(site, page, (first, *copies), row) for row in table(columns)]
    others = [
        {"n": n, "link": site.links.to(page, synopsis_page(first.document.id, n))} for n in range(1, parts(members) + 1)
    ]
    return fill(
        "synopsis",
        front=front_matter(title=title, hide=["toc"]),
        title=title,
        heads=[_head(site, page, record) for record in (first, *copies)],
        rows=rows,
        part=part,
        parts=others if len(others) > 1 else [],
    )


def _sentences(record: Record) -> list[Sentence]:
    return [
        Sentence(text, block.number, anchor, n == 0)
        for block, anchor in comparable(record)
        for n, text in enumerate(sentences(block.text))
    ]


def table(columns: Sequence[Sequence[Sentence]]) -> Iterator[list[Sentence | None]]:
    """The rows: each sentence of the first column with those that answer to it, and what copies added, where it stands.

    What several copies added at one place in the same words is one row.
    """
    first, *others = columns
    answers: list[dict[int, Sentence]] = [{} for _ in others]
    added: list[dict[str, dict[int, Sentence]]] = [{} for _ in range(len(first) + 1)]
    for n, column in enumerate(others):
        found = {j: i for i, j in pairing.pairs([s.text for s in first], [s.text for s in column])}
        slot = 0
        for j, sentence in enumerate(column):
            if j in found:
                answers[n][found[j]] = sentence
                slot = found[j] + 1
            else:
                added[slot].setdefault(key(sentence.text), {})[n] = sentence
    for i in range(len(first) + 1):
        for row in added[i].values():
            yield [None, *(row.get(n) for n in range(len(others)))]
        if i < len(first):
            yield [first[i], *(answer.get(i) for answer in answers)]


def _head(site: Site, page: str, record: Record) -> dict[str, str]:
    named = body_of(site, record) or site.title(record)
    is_version = record.document.id in site.kin.versions and has_own_day(record)
    words = f"{named}, {of_version(record) if is_version else in_words(record.document.date)}"
    return {"words": words, "link": site.links.to(page, document_page(record.document.id))}


def _row(site: Site, page: str, members: Sequence[Record], row: Sequence[Sentence | None]) -> list[dict[str, str]]:
    base = row[0]
    return [
        _cell(site, page, record, base, own, n == 0) for n, (record, own) in enumerate(zip(members, row, strict=True))
    ]


def _cell(
    site: Site, page: str, record: Record, base: Sentence | None, own: Sentence | None, is_base: bool
) -> dict[str, str]:
    if own is None:
        return {"how": "none" if is_base or base is None else "gone", "words": "", "number": ""}
    number = ""
    if own.first:
        target = site.links.to(page, document_page(record.document.id), own.anchor)
        name = attribute(_("Paragraph {n}").format(n=own.paragraph))
        number = f'[]({target}){{ .r-n aria-label="{name}" data-n="{own.paragraph}" }}'
    if base is None:
        return {"how": "added", "words": f"<ins>{inline(own.text)}</ins>", "number": number}
    if is_base or changes.same(base.text, own.text):
        return {"how": "base" if is_base else "same", "words": inline(own.text), "number": number}
    return {"how": "changed", "words": changes.whole(base.text, own.text), "number": number}
