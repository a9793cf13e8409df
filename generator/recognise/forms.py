"""The written forms of an authority entry: those that it lists, and those that follow from them.

A person's name follows in other orders and with initials; a name from Cyrillic in other romanisations; a Cyrillic one
in its cases. What follows is told from what is listed, since it is a little less sure.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from generator.authority import Authority, Entry, Kind, Organisation, Person, Place, Topic
from generator.recognise.inflect import declined, head_declined, is_cyrillic
from generator.recognise.matchable import plain
from generator.romanise import cyrillic, is_eastern, romanised, spellings
from generator.text import vocabulary

_SLASH = re.compile(r"\s*/\s*")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")
_ROMAN = re.compile(r"[IVX]+\.?")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_RANKS = vocabulary(
    "mr mrs ms miss dr prof professor sir dame lord lady hon honourable rev reverend h.e he his her excellency"
    " general gen lieutenant lt colonel col major maj captain capt admiral adm brigadier brig commander marshal"
    " field air vice rear chief sergeant sgt ambassador amb senator sheikh shaikh prince princess king queen"
)
"""Honorifics and ranks that stand before a name in lists, and are no part of it."""
_PARTICLES = vocabulary("al el ibn bin abu van von der den de da di du la le y")
_MOST = 16


@dataclass(frozen=True, slots=True)
class Form:
    """Words that may name an entry."""

    words: str
    kind: str
    """`name`; `variant`, a spelling that follows from one; `initials`, `surname`, `office`, `generic`, `abbreviation`,
    `term`."""
    open: bool = False
    """Whether letters may follow that Kazakh or Kyrgyz puts behind a name."""


def forms(entry: Entry, eastern: bool = True) -> Iterator[Form]:
    """Each form under which a text may name `entry`, once.

    With `eastern`, names that end as Cyrillic ones do are looked for in Cyrillic too.
    """
    seen: set[tuple[str, str]] = set()
    for form in _all_forms(entry, eastern):
        if form.words and (form.words, form.kind) not in seen:
            seen.add((form.words, form.kind))
            yield form


def _all_forms(entry: Entry, eastern: bool) -> Iterator[Form]:
    if isinstance(entry, Topic | Kind):
        for words in (*_spellings(entry), *entry.terms):
            yield from _with_cases(words, "term", head_declined)
    elif isinstance(entry, Person):
        yield from _of_person(entry, eastern)
    else:
        decline = declined if isinstance(entry, Place) else head_declined
        for words in _spellings(entry):
            yield from _with_cases(words, "name", decline)
            if "/" in words:
                yield Form(_SLASH.sub(" / ", words), "name")
                yield Form(_SLASH.sub("/", words), "name")
    if isinstance(entry, Organisation) and entry.abbreviation:
        yield Form(entry.abbreviation, "abbreviation")


def _with_cases(words: str, kind: str, decline: object) -> Iterator[Form]:
    eastern = is_cyrillic(words)
    yield Form(words, kind, open=eastern)
    if eastern and callable(decline):
        yield from (Form(form, kind) for case in decline(words.split()) for form in case)


def _spellings(entry: Entry) -> Iterator[str]:
    yield entry.name
    yield from (words for names in entry.names.values() for words in names)
    yield from entry.also
    yield from (former.name for former in entry.former)


_OF = re.compile(r"^(?P<body>.+?)\s+of\s+(?:the\s+)?(?P<place>.+)$")


def generic_forms(entry: Entry, places: Container[str]) -> Iterator[Form]:
    """A body's name without its country: `Central Election Commission` of `Central Election Commission of Norland`."""
    if not isinstance(entry, Organisation):
        return
    for words in _spellings(entry):
        match = _OF.match(words)
        while match and plain(match["place"]).strip() not in places:
            longer = re.compile(rf"^(?P<body>{re.escape(match['body'])}\s+of\s+.+?)\s+of\s+(?:the\s+)?(?P<place>.+)$")
            match = longer.match(words)
        if match and len(match["body"].split()) > 1:
            yield Form(match["body"], "generic")


def place_names(authority: Authority) -> frozenset[str]:
    """The folded names of all places."""
    return frozenset(plain(words).strip() for place in authority.folder("places") for words in _spellings(place))


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts."""

    given: tuple[str, ...]
    """Given and middle names and initials, in order."""
    surname: str

    @property
    def whole(self) -> str:
        """Given names and surname."""
        return " ".join((*self.given, self.surname))


def person_names(person: Person) -> list[PersonName]:
    """The names of a person, each in its parts; `sort` tells which part is the surname."""
    surname, _, rest = (part.strip() for part in (person.sort or "").partition(","))
    listed = [_parts(words, surname) for words in _spellings(person)]
    if surname and rest:
        given = [word for word in _SUFFIX.sub("", rest.split(",")[0]).split() if not _is_rank(word)]
        while given and plain(given[-1]).strip() in _PARTICLES:  # `Farra, Mohammed Hussein El`
            surname, given = f"{given[-1]} {surname}", given[:-1]
        listed.append(PersonName(tuple(given), surname))
    return list(dict.fromkeys(name for name in listed if name.surname))


def _parts(words: str, surname: str) -> PersonName:
    bare = _SUFFIX.sub("", words.strip())
    tokens = bare.split()
    while len(tokens) > 1 and _is_rank(tokens[0]):
        tokens = tokens[1:]
    size = len(surname.split())
    if surname and size < len(tokens) and plain(" ".join(tokens[-size:])) == plain(surname):
        return PersonName(tuple(tokens[:-size]), " ".join(tokens[-size:]))
    return PersonName(tuple(tokens[:-1]), tokens[-1] if tokens else "")


def _is_rank(word: str) -> bool:
    return word.strip(".,").lower() in _RANKS


def _of_person(person: Person, eastern: bool) -> Iterator[Form]:
    names = person_names(person)
    for words in _spellings(person):
        yield Form(words, "name" if len(words.split()) > 1 else "surname", open=is_cyrillic(words))
    for name in names:
        yield from _orders(name)
        yield from _surnames(name)
    yield from _across_scripts(names, eastern)


def _orders(name: PersonName) -> Iterator[Form]:
    """The name whole, without middle names, surname first, with initials, in its cases."""
    if not name.given:
        return
    first, surname = name.given[0], name.surname
    eastern = is_cyrillic(name.whole)
    yield Form(name.whole, "name", open=eastern)
    yield Form(f"{surname}, {' '.join(name.given)}", "name")
    yield Form(f"{surname} {' '.join(name.given)}", "variant")
    if not _INITIAL.fullmatch(first):
        yield Form(f"{first} {surname}", "variant", open=eastern)
    elif len(name.given) > 1:
        yield Form(f"{name.given[1]} {surname}", "variant")  # `Thomas Johnson` of `W. Thomas Johnson`
    initials = [f"{part[0]}." for part in name.given]
    for written in {" ".join(initials), "".join(initials), initials[0]}:
        yield Form(f"{written} {surname}", "initials", open=eastern)
        yield Form(f"{surname} {written}", "initials")
    if eastern:
        yield from (Form(form, "name") for case in declined([*name.given, surname]) for form in case)
        yield from (Form(f"{initials[0]} {form}", "initials") for case in declined([surname]) for form in case)


def _surnames(name: PersonName) -> Iterator[Form]:
    eastern = is_cyrillic(name.surname)
    yield Form(name.surname, "surname", open=eastern)
    if eastern:
        yield from (Form(form, "surname") for case in declined(name.surname.split()) for form in case)
    first, *rest = name.surname.split()
    if rest and plain(first).strip() in _PARTICLES:  # `El Farra` is `Farra` too
        yield Form(" ".join(rest), "surname")
    elif rest and first[0].isupper() and not _ROMAN.fullmatch(rest[0]):  # of a double surname the first is used
        yield Form(first, "surname")


def _across_scripts(names: Sequence[PersonName], eastern: bool) -> Iterator[Form]:
    """A name from Cyrillic in the other script, and in the other romanisations."""
    east = [name for name in names if is_cyrillic(name.whole)]
    if not (east or eastern):
        return
    latin = [name for name in names if not is_cyrillic(name.whole) and is_eastern(plain(name.surname).strip())]
    for name in east:
        surname = romanised(plain(name.surname).strip())
        given = [romanised(plain(part).strip()) for part in name.given[:1]]
        yield from _respelled(given, surname)
    for name in latin:
        surname, given = plain(name.surname).strip(), [plain(part).strip() for part in name.given[:1]]
        yield from _respelled(given, surname)
        if not east:
            yield from _in_cyrillic(given, surname)


def _respelled(given: Sequence[str], surname: str) -> Iterator[Form]:
    surnames = [surname, *spellings(surname)]
    yield from (Form(form.title(), "surname") for form in surnames)
    for first in filter(None, given):
        pairs: Iterable[tuple[str, str]] = product([first, *spellings(first)], surnames)
        yield from (Form(f"{a} {b}".title(), "variant") for a, b in list(pairs)[:_MOST])


def _in_cyrillic(given: Sequence[str], surname: str) -> Iterator[Form]:
    firsts = [cyrillic(first).title() for first in filter(None, given)]
    written = cyrillic(surname).title()
    for write in (str, _kazakh):
        yield from (form for first in firsts for form in _orders(PersonName((write(first),), write(written))))
        yield from _surnames(PersonName((), write(written)))


def _kazakh(name: str) -> str:
    """A Cyrillic name as Kazakh writes it: Токаев, Тоқаев."""
    return re.sub(r"к(?=[аоуы])", "қ", re.sub(r"К(?=[аоуы])", "Қ", name))
