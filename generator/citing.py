"""Citations in the printed styles, by Typst, whose library (hayagriva) knows CSL and carries the styles.

Typst is shown words that stand for the item's own, and gives the form of a citation: order, punctuation, type face,
names of months. The same form serves all items of one shape, so that an archive needs some dozens of them, and no
title is ever read as markup.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.csl import Item, When
from generator.store import Kept, kept

STYLES = ("chicago", "apa", "mla", "gost")
"""The printed styles, in the order of the page."""

_CSL = {
    "chicago": ("chicago-notes", '"en", region: "US"', "[para. {n}]"),
    "apa": ("apa", '"en", region: "US"', "[para. {n}]"),
    "mla": ("mla", '"en", region: "US"', "[par. {n}]"),
    "gost": ("gost-r-705-2008-numeric", '"ru"', ""),
}
"""For each its name in Typst, the language of its labels, and how it calls a paragraph."""

ADDRESS = "https://q.example/q"
YEAR, DAY, ACCESSED = "2999", "28", "27.12.2998"
"""What stands in a form for the address, the year, the day, and the day of access."""
_MONTH = re.compile(rf"(?<={YEAR}, )[^\W\d]+|[^\W\d]+\.?(?= {YEAR})")
_TAGS = re.compile(r"<(?!/?em>)[^>]*>")
_NUMBER = re.compile(r'<span class="prefix">.*?</span>|<sup\b.*?</sup>')


@dataclass(frozen=True, slots=True)
class Shape:
    """What of an item decides the form of its citation."""

    style: str
    paragraph: bool
    """Whether a paragraph is cited, with its words."""
    type: str
    """Typst's own: `misc`, `report`, `article` (of a newspaper), `web`."""
    author: str | None
    """Empty for a body, the given names of a person, None where there is none."""
    precision: int
    """How much of the date is printed: nothing, the year, the month too, the day too."""
    fields: tuple[str, ...]
    """Which other fields there are."""
    month: int = 1
    """Always January, but where the name of a month is asked for."""


def shape_of(item: Item, style: str, paragraph: bool) -> Shape:
    """The shape of an item in a style."""
    precision = _precision(item.when, style)
    type = "report" if item.type == "report" else "article" if item.is_signed else "misc"
    is_gost = style == "gost"
    there = {
        "genre": item.genre_ru if is_gost else item.genre if _says_genre(item, style) else None,
        "number": item.number,
        "publisher": None if item.is_signed else item.publisher,
        "paper": item.paper if item.is_signed else item.archive if is_gost else None,
        "archive": None if is_gost else item.archive,
        "location": item.location,
        "address": "{address}" if paragraph else item.url,
    }
    given = re.sub(r"[^\w .'’-]", "", item.author.given) if item.author else None
    fields = tuple(name for name, value in there.items() if value)
    return Shape(style, paragraph, "web" if is_gost else type, given, precision, fields)


def _says_genre(item: Item, style: str) -> bool:
    """Whether the kind is printed: of a report with its number alone; APA has no place for it without an author."""
    if item.type == "document":
        return item.author is not None or style != "apa"
    return item.type == "report" and item.number is not None


def _precision(when: When, style: str) -> int:
    if not when.edtf and style == "mla":
        return 0  # the others have words for it, which stand for the year
    return max(1, len(when.parts if style != "gost" else when.parts[:1]))


@dataclass(slots=True)
class Forms:
    """The forms of citations, each made once."""

    kept: Kept = field(default_factory=Kept)
    """Those of an earlier build of the same program."""
    _made: dict[Shape, str] = field(default_factory=dict)
    """Those that this build asked for."""
    _months: dict[tuple[str, int], str] = field(default_factory=dict)

    def of(self, shape: Shape) -> str:
        """The form for a shape, as HTML without any tag but `em`."""
        if shape not in self._made:
            self._made[shape] = self.kept.get(shape, lambda: make_form(shape))
        return self._made[shape]

    def month(self, style: str, number: int) -> str:
        """What a style calls a month."""
        if (style, number) not in self._months:
            found = _MONTH.search(self.of(Shape(style, False, "misc", "", 2, ("address",), number)))
            self._months[style, number] = found[0] if found else ""
        return self._months[style, number]


@contextmanager
def kept_forms(cache: Path, full: bool) -> Iterator[Forms]:
    """The forms that the last build of the same program used, and afterwards those of this one; `full` forgets them."""
    with kept(cache / "citations.sqlite", full) as forms:
        yield Forms(forms)


def make_form(shape: Shape) -> str:
    """Let Typst make a form."""
    style, language, _ = _CSL[shape.style]
    entry = json.dumps(json.dumps({"a": _entry(shape)}, ensure_ascii=False), ensure_ascii=False)
    cite = _cite(shape)
    source = (
        f"#set text(lang: {language})\n{cite}\n"
        f'#bibliography(bytes({entry}), full: true, style: "{style}", title: none)\n'
    )
    made: str = _compiler().compile(source.encode(), format="html").decode()
    return _taken(shape, " ".join(made.partition("<body>")[2].partition("</body>")[0].split()))


@lru_cache(maxsize=1)
def _compiler() -> Any:
    """One compiler for all; it looks at no font of the machine, so that its output is the same everywhere."""
    import typst  # 81 MB: only where a form is new

    return typst.Compiler(ignore_system_fonts=True)


def _cite(shape: Shape) -> str:
    paragraph = _CSL[shape.style][2]
    return f"#cite(<a>, supplement: {paragraph})" if shape.paragraph and paragraph else ""


def _entry(shape: Shape) -> dict[str, Any]:
    """The entry of a shape in Typst's format, with words that stand for the item's."""
    date = (YEAR, f"{shape.month:02}", DAY)[: shape.precision]
    made: dict[str, Any] = {"type": shape.type, "title": "Qtitleq"}
    if date:
        made["date"] = "-".join(date)
    if shape.author is not None:
        person = {"name": "Qfamilyq", "given-name": shape.author}
        made["author"] = person if shape.author else {"name": "Qauthorq"}
    for name, key in (("genre", "genre"), ("publisher", "publisher"), ("archive", "archive")):
        if name in shape.fields:
            made[key] = f"Q{name}q"
    if "location" in shape.fields:
        made["archive-location"] = "Qlocationq"
    if "number" in shape.fields:
        made["serial-number"] = {"serial": "Qnumberq"}
    if "paper" in shape.fields:
        made["parent"] = {"type": "newspaper" if shape.type == "article" else "web", "title": "Qpaperq"}
    if "address" in shape.fields:
        accessed = {"date": "2998-12-27"} if shape.style == "gost" else {}
        made["url"] = {"value": ADDRESS} | accessed
    return made


def _taken(shape: Shape, body: str) -> str:
    """What of Typst's page is the citation: the entry, and before it what stands in the text; in Chicago the note."""
    text, _, rest = body.partition("<section")
    entry, _, notes = rest.partition("</section>")
    entry = _plain(entry.partition(">")[2])
    if not shape.paragraph:
        return entry
    if shape.style == "chicago":
        return f"“{{quote}}” {_plain(notes)}"
    if shape.style == "gost":
        return f"«{{quote}}» {entry} Абз. {{n}}."
    return f"“{{quote}}” {_plain(text)}. {entry}"


def _plain(made: str) -> str:
    plain = html.unescape(_TAGS.sub("", _NUMBER.sub("", made))).strip()
    return plain.replace(f"{YEAR},)", f"{YEAR})")  # APA with a year alone
