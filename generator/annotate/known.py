"""What the authority files say of an entity, in the forms in which a text is held against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.authority import Authority, Organisation, Person, Role
from generator.romanise import romanised
from generator.text import key, vocabulary

_STEM = 5
_SMALL_WORDS = vocabulary("the of and for in at")
TITLES = vocabulary(
    "mr mrs ms miss dr prof professor sir dame lord lady president minister prime foreign secretary ambassador"
    " general colonel major captain admiral marshal king queen prince princess sheikh senator congressman"
    " chairman chairwoman chairperson chair director deputy vice acting former assistant under special chief head"
    " speaker judge justice governor mayor commissioner representative permanent counselor counsellor attorney"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec sec secy amb gen lt"
    " col president президент министр посол генерал председатель премьер господин госпожа г депутат секретарь"
    " төраға министрі президенті төрага bakan başkan cumhurbaşkanı sayın"
)
WORD = re.compile(r"[^\W\d_]+")


def letters(initial: str) -> frozenset[str]:
    """An initial folded, in Latin too."""
    return frozenset((key(initial), romanised(key(initial))[:1]))


def alike(name: str) -> str:
    """A folded given name in Latin letters, none of them double: Касым is Kassym."""
    return re.sub(r"(.)\1", r"\1", romanised(name))


@lru_cache(maxsize=1 << 16)
def given_names(person: str, authority: Authority) -> frozenset[str]:
    """The folded given names of a person."""
    entry = authority.get(person)
    if not isinstance(entry, Person):
        return frozenset()
    names = (entry.name, *entry.also, *(name for several in entry.names.values() for name in several))
    surname = key(entry.sort.split(",")[0]) if entry.sort else key(entry.name.split()[-1])
    words = {word for name in names for word in WORD.findall(key(name))}
    return frozenset(words - set(WORD.findall(surname)))


@lru_cache(maxsize=1 << 16)
def alike_names(person: str, authority: Authority) -> frozenset[str]:
    """The given names of a person in one spelling for all scripts."""
    return frozenset(map(alike, given_names(person, authority)))


@lru_cache(maxsize=1)
def title_words(authority: Authority) -> frozenset[str]:
    """The folded words of offices, bodies and places: what may stand before a surname and is no given name."""
    words = {*_words_of_titles(authority), *map(key, authority.abbreviations)}
    plurals = {f"{word.removesuffix('y')}ies" if word.endswith("y") else f"{word}s" for word in words | TITLES}
    return frozenset(words | plurals) | TITLES


def _words_of_titles(authority: Authority) -> Iterator[str]:
    for entry in authority.entries.values():
        if isinstance(entry, Person):
            told = [role.title for role in entry.roles] + [entry.about or ""]
        elif entry.folder in ("organisations", "places", "events"):
            told = [entry.name, *entry.also]
        else:
            continue
        yield from (word for text in told for word in WORD.findall(key(text)))


def stems(words: str) -> set[str]:
    """The beginnings of the words that count: a chairman is a chairperson."""
    return {word[:_STEM] for word in WORD.findall(key(words)) if word not in _SMALL_WORDS}


def name_stems(entity: str, authority: Authority) -> set[str]:
    """The beginnings of all words in the names of an entity."""
    entry = authority.get(entity)
    names = (entry.name, *entry.also, *(n for several in entry.names.values() for n in several)) if entry else ()
    return {stem for name in names for stem in stems(name.replace("-", ""))}


def is_latin(word: str) -> bool:
    """Whether a folded word is in Latin letters."""
    return word[:1].isascii()


def covers(role: Role, day: str | None) -> bool:
    """Whether an office was held on a day; its ends may be a year or a month."""
    return not day or ((role.from_ or "") <= day and (not role.to or day[: len(role.to)] <= role.to))


def offices(person: str, authority: Authority, day: str | None) -> Iterable[str]:
    """The offices that a person held on a day, folded; all, where no day is known."""
    entry = authority.get(person)
    if not isinstance(entry, Person):
        return
    yield from (key(role.title) for role in entry.roles if covers(role, day))
    if entry.about:
        yield key(entry.about)


def seat(body: str, authority: Authority) -> str | None:
    """The place where a body sits."""
    entry = authority.get(body)
    return entry.place if isinstance(entry, Organisation) else None
