"""Two documents side by side, paragraph by paragraph: a copy with the first, a version with the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.address import comparison_page, document_page, synopsis_page
from generator.model import Block, Record
from generator.render import changes, pairing, translated
from generator.render.dates import in_words
from generator.render.escape import attribute, inline
from generator.render.front import front_matter
from generator.render.kin import comparable
from generator.render.languages import is_language, language_name
from generator.render.lists import body_of, of_version
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.words import _


def _title(how: str) -> str:
    return {"copy": _("Comparison"), "version": _("What changed"), "translation": _("Side by side")}[how]


Pieces = Sequence[tuple[Block, str]]
"""The blocks that take part, with their anchors."""


def comparison(site: Site, record: Record, other: Record, how: str) -> str:
    """The page that shows `other`, the earlier one or the original, on the left and `record` on the right."""
    page = comparison_page(record.document.id, other.document.id)
    sides = [_Side(site, page, other), _Side(site, page, record)]
    texts = [[block.text for block, _ in side.pieces] for side in sides]
    rows = translated.rows(*texts) if how == "translation" else pairing.rows(*texts)
    cells = _beside if how == "translation" else _compared
    made = [cells(row, *sides) for row in rows]
    title = f"{_title(how)}: {site.title(record)}"
    family = record.document.family
    synopsis = synopsis_page(family, 1) if family and how == "copy" else None
    return fill(
        "compare",
        front=front_matter(title=title, hide=["toc"]),
        title=title,
        how=how,
        heads=[side.head(how) for side in sides],
        rows=made,
        differ=sum(not row["same"] for row in made),
        left_out=any(len(side.pieces) < len(side.record.blocks) for side in sides),
        synopsis=site.links.to(page, synopsis) if synopsis and site.links.has(synopsis) else None,
    )


class _Side:
    """One of the two documents."""

    def __init__(self, site: Site, page: str, record: Record) -> None:
        self.site, self.page, self.record = site, page, record
        self.pieces: Pieces = tuple(comparable(record))

    def head(self, how: str) -> dict[str, Any]:
        """The title of the column: the body, the language or the day, and where it leads."""
        document = self.record.document
        body, date = body_of(self.site, self.record), in_words(document.date)
        if how == "translation":
            words = f"{language_name(document.language)}: {self.site.title(self.record)}"
        elif how == "version":
            words = f"{body or self.site.title(self.record)}, {of_version(self.record)}"
        else:
            words = f"{body or self.site.title(self.record)}, {date}"
        return {"words": words, "link": self.site.links.to(self.page, document_page(document.id))}

    def text(self, which: Sequence[int]) -> str:
        """The words of some paragraphs as one text."""
        return f" {_BREAK} ".join(self.pieces[n][0].text for n in which)

    def numbers(self, which: Sequence[int]) -> str:
        """Links to these paragraphs, as Markdown."""
        target = document_page(self.record.document.id)
        made = []
        for n in which:
            block, anchor = self.pieces[n]
            name = attribute(_("Paragraph {n}").format(n=block.number))
            label = f'aria-label="{name}" data-n="{block.number}"'
            made.append(f"[]({self.site.links.to(self.page, target, anchor)}){{ .r-n {label} }}")
        return " ".join(made)

    def language(self, which: Sequence[int]) -> str:
        """The language of a cell as an attribute; empty where none is known."""
        own = self.pieces[which[0]][0].language if which else None
        language = own or self.record.document.language
        return f' lang="{language}"' if is_language(language) else ""


_BREAK = "\u2029"
"""Unicode's own sign between paragraphs, where several stand in one cell."""


def _compared(row: pairing.Row, first: _Side, second: _Side) -> dict[str, Any]:
    """A row with its differences marked."""
    one, other = first.text(row[0]), second.text(row[1])
    left, right = changes.beside(one, other)
    return _row(row, first, second, left, right, same=changes.same(one, other) if one and other else False)


def _beside(row: pairing.Row, first: _Side, second: _Side) -> dict[str, Any]:
    """A row of a text and its translation."""
    return _row(row, first, second, inline(first.text(row[0])), inline(second.text(row[1])), same=False)


def _row(row: pairing.Row, first: _Side, second: _Side, left: str, right: str, *, same: bool) -> dict[str, Any]:
    sides = ((first, row[0], left), (second, row[1], right))
    return {
        "cells": [
            {
                "numbers": side.numbers(which),
                "words": words.replace(_BREAK, "<br>"),
                "lang": side.language(which),
            }
            for side, which, words in sides
        ],
        "same": same,
    }
