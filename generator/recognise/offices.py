"""Offices by which a text may call those who held them: `the Foreign Minister`, `the CEC Chairman`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.authority import Authority, Entry, Organisation, Person, Role
from generator.recognise.forms import Form

_PARTS = re.compile(r"\s*;\s*|\s+and\s+(?=head\b)")
_OF = re.compile(r"^(?P<office>.+?)\s+of\s+(?:the\s+)?(?P<body>.+)$")
_SAME = {"Minister of Foreign Affairs": "Foreign Minister", "Minister for Foreign Affairs": "Foreign Minister"}
"""Two ways to write one office."""
_CHAIRS = ("Chairman", "Chairperson", "Chairwoman", "Chair")
_LONGEST = 90
_NOTHING_ALONE = ("Minister", "Secretary", "Head", "Member", "Leader", "Director")
"""Offices that say nothing without what they are of."""


def office_forms(entry: Entry, authority: Authority) -> Iterator[Form]:
    """The phrases that may stand for a person by an office that the authority file gives."""
    if isinstance(entry, Person):
        for role in entry.roles:
            for phrase in sorted(set(_phrases(role, authority))):
                if len(phrase) <= _LONGEST:
                    yield Form(phrase, "office")


def office_of(role: Role) -> list[str]:
    """The offices that one entry of `roles` names."""
    return [part for part in _PARTS.split(role.title) if part]


def _phrases(role: Role, authority: Authority) -> Iterator[str]:
    body = authority.get(f"organisations/{role.at}") if role.at else None
    for office in office_of(role):
        for written in _written(office):
            yield written
            match = _OF.match(written)
            if match:
                yield from _with_body(match["office"], _body_named(match["body"], authority))
                if match["office"][:1].isupper() and not match["office"].endswith(_NOTHING_ALONE):
                    yield match["office"]  # `the President`: whom the text has named
            if isinstance(body, Organisation):
                yield from _with_body(written, body)


def _written(office: str) -> Iterator[str]:
    """An office as it is written, and in the other ways."""
    yield office
    for long, short in _SAME.items():
        if office.startswith(long):
            yield office.replace(long, short, 1)
    for chair in _CHAIRS:
        if re.match(rf"{chair}\b", office):
            yield from (re.sub(rf"^{chair}\b", other, office) for other in _CHAIRS if other != chair)


def _with_body(office: str, body: Organisation | None) -> Iterator[str]:
    if body:
        yield f"{office} of the {body.name}"
        if body.abbreviation:
            yield f"{office} of the {body.abbreviation}"
            yield f"{body.abbreviation} {office}"


def _body_named(words: str, authority: Authority) -> Organisation | None:
    """The body of that name, in full or by another of its names."""
    return _bodies(authority).get(words)


@lru_cache(maxsize=1)
def _bodies(authority: Authority) -> dict[str, Organisation]:
    """The bodies by all their names, the first that bears one: gathered once, since every office asks."""
    bodies: dict[str, Organisation] = {}
    for entry in authority.folder("organisations"):
        if isinstance(entry, Organisation):
            for name in (entry.name, *entry.also, entry.abbreviation):
                if name:
                    bodies.setdefault(name, entry)
    return bodies
