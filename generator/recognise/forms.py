"""The written forms of an authority entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.authority import Entry, Kind, Organisation, Person, Topic

Form = tuple[str, str]
"""The words, and what they are: `name`, `abbreviation`, `surname` or `term`."""

_SLASH = re.compile(r"\s*/\s*")


def forms(entry: Entry) -> Iterator[Form]:
    """Each form under which a text may name `entry`."""
    kind = "term" if isinstance(entry, Topic | Kind) else "name"
    for words in _spellings(entry):
        yield words, kind
        if "/" in words:
            yield _SLASH.sub(" / ", words), kind
            yield _SLASH.sub("/", words), kind
    if isinstance(entry, Organisation) and entry.abbreviation:
        yield entry.abbreviation, "abbreviation"
    if isinstance(entry, Person) and entry.sort and "," in entry.sort:
        yield entry.sort.split(",")[0].strip(), "surname"


def _spellings(entry: Entry) -> Iterator[str]:
    yield entry.name
    yield from (words for names in entry.names.values() for words in names)
    yield from entry.also
    yield from (former.name for former in entry.former)
    if isinstance(entry, Topic | Kind):
        yield from entry.terms
