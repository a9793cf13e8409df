"""The finding aid of a collection, by the areas of ISAD(G)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator import edtf
from generator.address import entity_page
from generator.authority import Authority, Collection
from generator.render.backlinks import backlinks
from generator.render.dates import in_words
from generator.render.entry import Desk, above
from generator.render.escape import inline
from generator.render.site import Site
from generator.render.words import _, n_


def finding_aid(site: Site, page: str, entry: Any, count: int) -> dict[str, Any]:
    """What the page of a collection shows over its documents: the areas that have something in them, its parts."""
    desk = Desk(site, page)
    areas = [
        {"id": id, "title": title, "facts": [{"label": label, "values": values} for label, values in facts if values]}
        for id, title, facts in _areas(desk, entry, count)
    ]
    return {
        "areas": [area for area in areas if area["facts"]],
        "tree": _tree(desk, entry, frozenset([entry.key])),
        "over": desk.inline(above(site.authority, entry, "part_of"), " › "),
    }


_Facts = Sequence[tuple[str, Sequence[str]]]
"""Each label with what stands under it."""


def _areas(desk: Desk, entry: Collection, count: int) -> Iterator[tuple[str, str, _Facts]]:
    """The areas of ISAD(G): id, title, facts."""
    yield "identity", _("Identity"), _identity(entry, count)
    content = ((_("Scope and content"), _text(entry.scope)), (_("Arrangement"), _text(entry.arrangement)))
    yield "content", _("Content and structure"), content
    yield "access", _("Access and use"), _use(desk.site.authority, entry)


def _identity(entry: Collection, count: int) -> _Facts:
    return (
        (_("Reference code"), _text(entry.reference_code)),
        (_("Title"), _text(entry.name)),
        (_("Dates"), _text(_dates(entry.dates))),
        (_("Level"), _text(entry.level)),
        (_("Extent"), _text(entry.extent)),
        (_("Held here"), [n_("{n} document", "{n} documents", count).format(n=count)]),
    )


def _use(authority: Authority, entry: Collection) -> _Facts:
    return (
        (_("Access"), _text(_access(authority, entry))),
        (_("Rights"), _text(entry.rights)),
        (_("Licence"), _text(entry.licence)),
    )


def _text(words: str | None) -> list[str]:
    return [inline(words)] if words else []


def _dates(dates: str | None) -> str | None:
    return in_words(dates) if dates and edtf.valid(dates) else dates


def _access(authority: Authority, entry: Collection) -> str | None:
    """What may be seen of its documents, as it says itself, else what it is part of."""
    said = [
        getattr(authority.get(key), "access", None) for key in [entry.key, *above(authority, entry, "part_of")[::-1]]
    ]
    word = next((access for access in said if access), None)
    return _ACCESS[word]() if word in _ACCESS else None


_ACCESS: dict[str, Callable[[], str]] = {
    "open": lambda: _("open: the whole text of each document"),
    "extract": lambda: _("extracts: the passages that matter alone"),
    "metadata": lambda: _("descriptions: no text is published"),
}


def _tree(desk: Desk, entry: Any, seen: frozenset[str]) -> list[dict[str, Any]]:
    """Its parts that hold documents, in the order of the authority file, each with its own."""
    indexed = desk.site.indexes.entities
    return [
        {
            "link": desk.site.links.href(desk.page, entity_page(part.key)),
            "code": part.reference_code or "",
            "title": part.name,
            "level": part.level or "",
            "dates": _dates(part.dates) or "",
            "count": len(indexed[part.key].documents),
            "parts": _tree(desk, part, seen | {part.key}),
        }
        for part in backlinks(desk.site.authority).under.get(entry.key, ())
        if isinstance(part, Collection) and part.key in indexed and part.key not in seen
    ]
