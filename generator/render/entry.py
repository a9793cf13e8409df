"""What an authority entry says, as the lines at the head of its page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.address import entity_page, relative
from generator.authority import Authority, Person, Role
from generator.render.dates import in_words
from generator.render.escape import inline
from generator.render.site import Site


def entry_lines(site: Site, page: str, entry: Any) -> Iterator[tuple[str, str]]:
    """What the authority entry says, line by line, as Markdown."""
    names = [name for several in entry.names.values() for name in several]
    if names or entry.also:
        yield "Also", inline(" · ".join(dict.fromkeys([*entry.also, *names])))
    for former in entry.former:
        yield "Former name", inline(former.name + _years(former))
    for role in getattr(entry, "roles", []):
        at = f"organisations/{role.at}" if role.at and not site.authority.hides(f"organisations/{role.at}") else ""
        at = at and _entity_link(site, page, at)
        yield "Role", inline(role.title) + (f", {at}" if at else "") + inline(_years(role))
    for label, field, folder in _ENTRY_FIELDS:
        value = getattr(entry, field, None)
        if value and not (folder and site.authority.hides(f"{folder}/{value}")):
            yield label, _entity_link(site, page, f"{folder}/{value}") if folder else inline(_shown(field, value))
    for mission in getattr(entry, "missions", []):
        named = mission.head and site.authority.links(f"people/{mission.head}")
        head = _entity_link(site, page, f"people/{mission.head}") if named else ""
        if site.authority.hides(f"organisations/{mission.of}"):
            continue
        words = _entity_link(site, page, f"organisations/{mission.of}")
        yield (
            "Mission",
            words + (f", {inline(mission.kind)}" if mission.kind else "") + (f", led by {head}" if head else ""),
        )
    if entry.folder == "organisations":
        yield from _office_holders(site, page, entry)
    for where, id in entry.same_as.items():
        yield where.capitalize(), inline(id)


def _office_holders(site: Site, page: str, body: Any) -> Iterator[tuple[str, str]]:
    """Who held which office in a body, in the order of the years."""
    held = _holders(site.authority).get(body.id, [])
    for person, role in sorted(held, key=lambda item: (item[1].from_ or item[1].to or "", item[0].id)):
        yield "Office", f"{inline(role.title)}: {_entity_link(site, page, person.key)}{inline(_years(role))}"


@lru_cache(maxsize=1)
def _holders(authority: Authority) -> dict[str, list[tuple[Person, Role]]]:
    """Whom each body had in which office: gathered once, since every body asks."""
    held: dict[str, list[tuple[Person, Role]]] = defaultdict(list)
    for person in authority.folder("people"):
        if isinstance(person, Person) and authority.links(person.key):
            for role in person.roles:
                if role.at:
                    held[role.at].append((person, role))
    return held


_ENTRY_FIELDS = (
    ("Abbreviation", "abbreviation", None),
    ("Date", "date", None),
    ("Place", "place", "places"),
    ("Part of", "part_of", "organisations"),
    ("Within", "within", "places"),
    ("Broader", "broader", "topics"),
    ("Address", "address", None),
    ("Level", "level", None),
    ("Dates", "dates", None),
    ("Extent", "extent", None),
    ("Scope", "scope", None),
    ("Arrangement", "arrangement", None),
)


def _shown(field: str, value: str) -> str:
    return in_words(value) if field == "date" else value


def _years(named: Any) -> str:
    if not named.from_ and not named.to:
        return ""
    if named.from_ == named.to:
        return f" ({in_words(named.from_)})"
    return f" ({in_words(named.from_) if named.from_ else ''}–{in_words(named.to) if named.to else ''})"


def _entity_link(site: Site, page: str, key: str) -> str:
    """A link to an entity that has a page, else its name."""
    name = inline(site.authority.name(key))
    target = entity_page(key)
    return f"[{name}]({relative(page, target)})" if site.links.has(target) else name
