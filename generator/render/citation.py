"""A document's citations: the forms of `generator/citing.py` with the words of the item put in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from babel.dates import get_month_names

from generator import edtf
from generator.citing import ACCESSED, ADDRESS, DAY, STYLES, YEAR, Forms, shape_of
from generator.csl import Item, When, item_of
from generator.model import Record
from generator.render.escape import html_text
from generator.render.languages import is_language
from generator.render.metadata import head_tags, json_ld
from generator.render.site import Site
from generator.render.words import _

NAMES = {"chicago": "Chicago", "apa": "APA", "mla": "MLA", "gost": "ГОСТ Р 7.0.5"}
"""What the styles call themselves."""

_DATE = re.compile(rf"(?:(?:{DAY} )?Jan(?:uary|\.) (?:{DAY}, )?)?{YEAR}(?:, January(?: {DAY})?)?")
_WORD = re.compile(
    r"Q(?P<name>[a-z]+)q(?P<close>(?:</em>)?)(?P<stop>[.,]?)"
    rf"|{re.escape(ADDRESS)}|{re.escape(ACCESSED)}"
)
_ABBREVIATED = re.compile(r"(?:\.\.|\b\w\.|\.\w+\.)$")
_UNDATED = {"gost": "[б. г.]"}
_ACCESSED = '<span class="r-accessed">дд.мм.гггг</span>'
"""The day on which somebody reads it, which a page that lasts does not know: a script puts it in, or the reader."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as the page prints it."""

    style: str
    name: str
    lang: str
    html: str
    """With `em` for italics and `bdi lang` for a title in another language."""


def how_to_cite(site: Site, record: Record) -> dict[str, Any]:
    """What the page says under "How to cite": the citations, and what a reader must know of the date."""
    item = item_of(record.document, site.cited, site.archive)
    return {
        "document": citations(item, site.forms),
        "paragraph": citations(item, site.forms, paragraph=True) if record.blocks else [],
        "note": _note(item.when),
    }


def _note(when: When) -> str | None:
    if not when.edtf:
        return _("The document bears no date with a year.")
    if not when.plain_words:
        return _("A date in square brackets is not printed in the document: it was inferred, or is uncertain.")
    return None


def for_machines(site: Site, record: Record, summary: str) -> dict[str, Any]:
    """What the front matter carries for the head of the page."""
    item = item_of(record.document, site.cited, site.archive)
    return {
        "head": head_tags(record.document, item, site.archive, summary),
        "ld": json_ld(record.document, item, site.archive, site.cited),
    }


BRACE = "\ue000"
"""Stands for an opening brace in the words of a document, where a citation has places to fill."""


def citations(item: Item, forms: Forms, *, paragraph: bool = False) -> list[Citation]:
    """The citations of a document; for a paragraph with `{n}`, `{quote}` and `{address}` where these belong."""
    made = []
    for style in STYLES:
        lang = "ru" if style == "gost" else "en"
        form = forms.of(shape_of(item, style, paragraph))
        form = _of_abstract(form, style) if paragraph and item.is_abstract else form
        form = _dated(forms, form, item, style)
        made.append(Citation(style, NAMES[style], lang, _filled(form, item, lang, style, paragraph)))
    return made


_QUOTE = re.compile(r"(?P<quote>\S\{quote\}\S )(?:\((?P<text>.*?)\)\. )?(?P<entry>.*)")


def _of_abstract(form: str, style: str) -> str:
    """The form for words of the archive, not of whose document it is: they are its abstract."""

    def said(match: re.Match[str]) -> str:
        text = f"(abstract of {match['text']}). " if match["text"] else ""
        return f"{match['quote']}{text}{whose}{match['entry']}"

    whose = "Реферат (словами архива) документа: " if style == "gost" else "Abstract (the archive’s own words) of: "
    return _QUOTE.sub(said, form, count=1)


def _dated(forms: Forms, form: str, item: Item, style: str) -> str:
    """The form with the date put in: in square brackets where it is no fact, in words where it is no single date."""
    when = item.when

    def said(match: re.Match[str]) -> str:
        if not when.edtf:
            return _UNDATED.get(style, "n.d.")
        if not when.parts:
            words = _in_russian(when) if style == "gost" else html_text(when.words or "")
            return _at_head(words) if _SENTENCE.search(match.string[: match.start()]) else words
        year, *rest = when.parts
        text = match[0].replace(DAY, str(rest[1])) if len(rest) > 1 else match[0]
        if style == "gost" and item.is_of_a_day and rest:
            text = f"{text}. {_day_in_russian(rest)}"
        if "Jan" in text:
            text = text.replace(forms.month(style, 1), forms.month(style, rest[0]))
        return _bracketed(text.replace(YEAR, str(year)), when, style)

    return _DATE.sub(said, form).replace("n.d..", "n.d.")


_SENTENCE = re.compile(r"\.[”»]?(?:</em>)? $")
"""What a sentence has ended before."""


def _at_head(words: str) -> str:
    """Words with a capital at their head, which an opening bracket may stand before."""
    return re.sub(r"^(\[?)(\w)", lambda match: match[1] + match[2].upper(), words)


def _bracketed(text: str, when: When, style: str) -> str:
    if when.facts:
        return text
    about = {"gost": "ок. "}.get(style, "ca. ") if when.qualifier in ("~", "%") else ""
    return f"[{about}{text}{'?' if when.qualifier in ('?', '%') else ''}]"


def _day_in_russian(rest: Sequence[int]) -> str:
    """Month, or day and month, behind the year: `3 сентября`; GOST dates news so."""
    if len(rest) > 1:
        return f"{rest[1]} {get_month_names('wide', 'format', 'ru')[rest[0]]}"
    return str(get_month_names("wide", "stand-alone", "ru")[rest[0]]).capitalize()


def _in_russian(when: When) -> str:
    """An interval, a set or a decade by its years, as GOST prints no more of a date."""
    date = when.edtf or ""
    plain = edtf.parts(date)
    text = _decade_in_russian(date[:4]) if plain and "X" in date[:4] else _years_in_russian(date)
    return text if when.is_fact else f"[{text}]"


def _decade_in_russian(date: str) -> str:
    known = date.rstrip("X")
    return f"{known}0-е" if len(known) == 3 else f"между {known.ljust(4, '0')} и {known.ljust(4, '9')}"


def _years_in_russian(date: str) -> str:
    first, last = (end and end[:4] for end in edtf.span(date) or (None, None))
    if first == last:
        return first or ""
    if not first or not last:
        return f"не ранее {first}" if first else f"не позднее {last}"
    if "," in date:
        return _listed_in_russian(date)
    return f"между {first} и {last}" if date[0] == "[" else f"{first}–{last}"


def _listed_in_russian(date: str) -> str:
    """A set by the years of its members: `1755, 1757 или 1758`."""
    several = [
        f"{date[0]}{first}..{last}{date[-1]}" if last is not None else first for first, last in edtf.members(date)
    ]
    told = list(dict.fromkeys(_years_in_russian(one) for one in several))
    return f" {'или' if date[0] == '[' else 'и'} ".join(filter(None, (", ".join(told[:-1]), told[-1])))


def _filled(form: str, item: Item, lang: str, style: str, paragraph: bool) -> str:
    """The form with the words of the item in place of those that stood for them."""
    address = "{address}" if paragraph else html_text(item.url or "")
    words = _words(item, style)

    def put(match: re.Match[str]) -> str:
        if not match["name"]:
            return _ACCESSED if match[0] == ACCESSED else address
        word, stop = _fitting(words[match["name"]], match)
        shown = html_text(word)
        if paragraph:  # else a `{n}` in a title would be filled in, too; `passage.js` turns it back
            shown = shown.replace("{", BRACE)
        if match["name"] == "title" and not item.is_described and item.language not in (None, lang):
            own = f' lang="{item.language}"' if is_language(item.language) else ""
            shown = f"<bdi{own}>{shown}</bdi>"
        return f"{shown}{match['close']}{stop}"

    return _WORD.sub(put, _undressed(form) if item.is_described else form)


def _undressed(form: str) -> str:
    """The form for what is described, not named: without quotation marks and italics."""
    return re.sub(r"“(Qtitleq[.,]?)”|<em>(Qtitleq)</em>", r"\1\2", form)


def _words(item: Item, style: str) -> dict[str, str]:
    """The words of the item by the names that stand for them."""
    return {
        "title": item.title,
        "author": item.author.literal if item.author else "",
        "family": item.author.family if item.author else "",
        "genre": (item.genre_ru if style == "gost" else item.genre) or "",
        "number": _number(item, style),
        "publisher": item.publisher or "",
        "paper": (item.paper if item.is_signed else item.archive) or "",
        "archive": item.archive or "",
        "location": item.location or "",
    }


def _number(item: Item, style: str) -> str:
    number = item.number or ""
    return f"№ {number}" if style == "gost" and not item.genre_ru and number[:1].isdigit() else number


def _fitting(word: str, match: re.Match[str]) -> tuple[str, str]:
    """A word as it fits there, and the stop behind it: no two stops, single quotation marks within double ones."""
    before, stop = match.string[: match.start()], match["stop"]
    if before.endswith("“"):
        word = _inner_quotes(word)
    if match["name"] == "genre" and before.rstrip("” ").endswith((",", ":")) and not word[1:2].isupper():
        word = word[:1].lower() + word[1:]
    if stop == "." and word.rstrip("”’»").endswith((".", "!", "?", "…")):
        stop = ""
    elif stop != "." and match["name"] == "title" and not _ABBREVIATED.search(word):
        word = word.removesuffix(".")
    return word, stop


def _inner_quotes(title: str) -> str:
    """A title within quotation marks has single ones itself."""
    return re.sub(r'"([^"]*)"', "‘\\1’", title.replace("“", "‘").replace("”", "’"))
