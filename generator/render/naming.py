"""What an entity is called: in the reader's language, in others, in other spellings, and formerly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator import edtf
from generator.authority import Entry, Former
from generator.render.dates import in_words
from generator.render.escape import inline
from generator.render.languages import is_language, name_in
from generator.render.words import _

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


def own_names(entry: Entry, cited: Entry | None, language: str) -> str:
    """What stands under its title, as Markdown: the name by which it is cited, and others in the site's language."""
    others = [in_language(name, language) for name in entry.names.get(language, ()) if name != entry.name]
    return " · ".join([*([inline(cited.name)] if cited and cited.name != entry.name else []), *others])


def other_names(entry: Entry, language: str) -> list[str]:
    """Its names in other languages, as Markdown, a line for each language with what that is called."""
    return [
        " · ".join(in_language(name, code) for name in names) + f" <small>{inline(name_in(code, language))}</small>"
        for code, names in entry.names.items()
        if code != language and names
    ]


def former_names(entry: Entry) -> list[str]:
    """The names that it bore for a time, in order of time, as Markdown."""
    return [with_years(inline(former.name), former) for former in sorted(entry.former, key=in_order)]


def bare(name: str) -> str:
    """A name without what stands in brackets, where that leaves anything."""
    return _IN_BRACKETS.sub("", name).strip() or name


def borne(entry: Entry | None, days: tuple[str | None, str | None] | None) -> str | None:
    """The name that it surely bore on all of these days, where that is one former name, and not its name of today."""
    if not entry or not days or not all(days):
        return None
    names = {bare(former.name) for former in entry.former if _covers(former, days[0] or "", days[1] or "")}
    return names.pop() if len(names) == 1 and names != {entry.name} else None


def _covers(former: Former, first: str, last: str) -> bool:
    """Whether a name was borne from one day to another, whichever days its own dates may mean."""
    begun, ended = (edtf.span(day) if day else (None, None) for day in (former.from_, former.to))
    has_begun = not former.from_ or bool(begun and begun[1] and begun[1] <= first)
    return has_begun and bool(ended and ended[0] and last <= ended[0])


def in_language(name: str, code: str) -> str:
    """A name as Markdown, with its language, and its own direction."""
    lang = f' lang="{code}"' if is_language(code) else ""
    return f"<bdi{lang}>{inline(name)}</bdi>"


def in_order(named: Any) -> str:
    """Where something that held for a time stands: by its beginning, else its end."""
    return edtf.first(named.from_ or named.to)


def years(named: Any) -> str:
    """From when to when, in words: `2003 – 2006`, `from 2003`, `until 2006`; empty where nothing tells."""
    first, last = (in_words(day) if day else "" for day in (named.from_, named.to))
    if first and last:
        return first if first == last else f"{first} – {last}"
    if first:
        return _("from {day}").format(day=first)
    return _("until {day}").format(day=last) if last else ""


def with_years(words: str, named: Any) -> str:
    """Words as Markdown, behind them when they held."""
    when = years(named)
    return f"{words} <small>{inline(when)}</small>" if when else words


def all_names(entry: Entry) -> Iterator[str]:
    """All that an entity is and was called, in any language."""
    yield entry.name
    yield from filter(None, [getattr(entry, "abbreviation", None)])
    yield from entry.also
    yield from (name for several in entry.names.values() for name in several)
    yield from (former.name for former in entry.former)
