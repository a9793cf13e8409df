"""Saved web pages: the main text, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.edtf import MONTHS, compose
from generator.model import Block
from generator.read.limited import limited
from generator.read.parsed import Parsed, Unreadable
from generator.read.plain import decode
from generator.read.tree import blocks_of_tree

_HEAD = 4000
_SOME = 5
"""Words that every page may have beside its text."""
_PUBLISHED = re.compile(
    r"<(?:meta|time)\b(?![^>]*modif)[^>]*>|\"date(?:Published|Created)\"\s*:\s*\"[^\"]{0,40}\"", re.IGNORECASE
)
_SAVED_FROM = re.compile(r"<!--(?:(?!-->)[\s\S])*?(?:saved from url=\(\d+\)|\n\s*url:\s*)(?P<url>https?://[^\s>]+)")
_SAVED_ON = re.compile(
    r"<!--(?:(?!-->)[\s\S])*?saved date:\s*\w+\s+(?P<month>[A-Za-z]{3})\w*\s+(?P<day>\d{1,2})\s+(?P<year>\d{4})"
)
_SAID = {"title": "title", "date": "published", "url": "original", "sitename": "publisher"}
"""What trafilatura finds in a page's head, and the field that it is."""


def read(raw: bytes, path: str) -> Parsed:
    """The main text of a page without menus and advertisements.

    Raises:
        Unreadable: there is no text in it, or it takes too much to read.
    """
    import trafilatura  # noqa: F401  loaded here, once, so that each child process shares it

    text, _ = decode(raw)
    parsed: Parsed = limited(_main_text, text)
    return parsed


def _main_text(markup: str) -> Parsed:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    blocks = blocks_of_tree(found.body) if found is not None and found.body is not None else ()
    if not blocks:
        raise Unreadable("holds no text that could be told from its menus", "give the text as .txt beside it")
    facts = found.as_dict()
    said = {field: str(facts[name]) for name, field in _SAID.items() if facts.get(name)}
    if not _says_published(markup, said.get("published", "")):
        said.pop("published", None)  # read from a footer or an address: nobody says that it came out then
    if "." in said.get("publisher", "") and " " not in said.get("publisher", ""):
        said.pop("publisher")  # the name of a host is no body
    return Parsed(blocks, said | _saved(markup), notes=_left_out(markup, blocks))


def _left_out(markup: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """How much of the page was taken for menus, so that nobody thinks that all of it is here."""
    from lxml import html

    page = html.document_fromstring(markup.encode("utf-8", "surrogatepass"), parser=html.HTMLParser(encoding="utf-8"))
    for element in page.xpath("//script|//style|//noscript|//template|//head"):
        element.drop_tree()
    there = len(page.text_content().split())
    taken = sum(len(block.text.split()) for block in blocks)
    if there - taken < _SOME:
        return ()
    return (f"{there - taken} of the {there} words of the page were taken for menus and are in the file alone",)


def _says_published(markup: str, day: str) -> bool:
    """Whether the page's own metadata give the day on which it came out."""
    return bool(day) and any(day in match[0] for match in _PUBLISHED.finditer(markup))


def _saved(markup: str) -> dict[str, str]:
    """From where and when a browser or SingleFile saved the page, by the comment that they leave at its head."""
    head = markup[:_HEAD]
    address, day = _SAVED_FROM.search(head), _SAVED_ON.search(head)
    said = {"original": address["url"]} if address else {}
    short = [name[:3] for name in MONTHS]
    known = day and day["month"] in short
    on = compose(int(day["year"]), short.index(day["month"]) + 1, int(day["day"])) if day and known else None
    return said | ({"captured": on} if on else {})
