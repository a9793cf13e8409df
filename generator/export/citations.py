"""A document for reference managers: BibTeX, RIS and CSL-JSON, as `docs/citing.md` says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.csl import Item, When, as_csl

_RIS_TYPES = {"report": "RPRT", "article-newspaper": "NEWS", "document": "GEN"}
_TEX = {
    **{char: f"\\{char}" for char in "{}$&%#_"},
    **{"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"},
}
_TEX_CHARS = re.compile(r"[\\{}$&%#_~^]")
_UNSAFE = re.compile(r"[{}\\\s]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Field = tuple[str, str | None]
"""A name and its value."""


def csl_json(item: Item) -> str:
    """The item as CSL-JSON: a list of one."""
    return json.dumps([as_csl(item)], ensure_ascii=False, indent=1) + "\n"


def bibtex(item: Item) -> str:
    """The item as BibTeX, in UTF-8; a body as author stands in two pairs of braces, so that none takes it apart."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _bibtex_fields(item) if value)
    key = re.sub(r"[^\w:.+-]", "-", item.id.replace("/", ":"))
    return f"@{'techreport' if item.type == 'report' else 'misc'}{{{key},\n{fields}}}\n"


def _bibtex_fields(item: Item) -> Iterator[Field]:
    author = item.author
    if author:
        person = f"{_tex(author.family)}, {_tex(author.given)}"
        yield "author", f"{{{person}}}" if author.family else f"{{{{{_tex(author.literal)}}}}}"
    yield "title", f"{{{{{_tex(item.title)}}}}}"
    is_report = item.type == "report"
    yield "institution" if is_report else "publisher", _braced(_issuer(item))
    yield "howpublished", _braced(item.paper)
    yield from _bibtex_date(item.when)
    yield "type", None if item.paper else _braced(item.genre)
    yield "number", _braced(item.number)
    yield "language", _braced(item.language)
    yield "url", item.url and f"{{{_UNSAFE.sub(_percent, item.url)}}}"
    yield "note", _braced(". ".join(filter(None, (_held(item), item.note))))


def _issuer(item: Item) -> str | None:
    """The body that a report comes from; of anything else who issued it, where that is not the author."""
    if item.paper:
        return None
    return item.publisher or (item.author.literal if item.author and item.type == "report" else None)


def _held(item: Item) -> str | None:
    return ", ".join(filter(None, (item.archive, item.location))) or None


def _bibtex_date(when: When) -> Iterator[Field]:
    """Year, month and day of a fact, or words for what else is stated; the rest is in the note."""
    if when.facts:
        year, *rest = when.facts
        yield "year", f"{{{year:04}}}"
        yield "month", _MONTHS[rest[0] - 1] if rest else None
        yield "day", f"{{{rest[1]}}}" if len(rest) > 1 else None
    else:
        yield "year", _braced(when.plain_words)


def _percent(match: re.Match[str]) -> str:
    return f"%{ord(match[0]):02X}"


def _tex(text: str) -> str:
    return _TEX_CHARS.sub(lambda match: _TEX[match[0]], _CONTROL.sub(" ", text))


def _braced(text: str | None) -> str | None:
    return f"{{{_tex(text)}}}" if text else None


def ris(item: Item) -> str:
    """The item as RIS; a date that is no fact is in a note, since its fields take figures alone."""
    lines = [("TY", _RIS_TYPES[item.type]), *_ris_fields(item), ("ER", "")]
    return "".join(f"{tag}  - {_CONTROL.sub(' ', value)}\r\n" for tag, value in lines if value is not None)


def _ris_fields(item: Item) -> Iterator[Field]:
    author = item.author
    yield "AU", (f"{author.family}, {author.given}" if author.family else author.literal) if author else None
    yield "TI", item.title
    yield "T2", item.paper
    if item.when.facts:
        year, *rest = item.when.facts
        yield "PY", f"{year:04}"
        yield "DA", f"{'/'.join([f'{year:04}', *(f'{part:02}' for part in rest)])}{'/' * (3 - len(rest))}"
    yield "PB", _issuer(item)
    yield "M3", None if item.paper else item.genre
    yield "SN" if item.type == "report" else "M1", item.number
    yield "LA", item.language
    yield "UR", item.url
    yield "DB", item.archive
    yield "AV", item.location
    stated = None if item.when.facts else item.when.plain_words  # an interval, a decade
    yield "N1", " ".join(filter(None, (stated and f"Date: {stated}.", item.note))) or None
