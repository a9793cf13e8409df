"""Indexes as trees: what is part of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.collation import sort_key
from generator.render.dates import in_words
from generator.render.register import entry_of, line
from generator.render.site import Site
from generator.render.words import _, n_

Node = dict[str, Any]
_BARE: Node = {"title": "", "link": "", "count": 0, "also": "", "about": "", "nested": []}
_FEW = 3


def tree(site: Site, page: str, folder: str) -> list[Node]:
    """The lines of an index, each below what it is part of; empty where nothing is part of anything."""
    if folder == "kinds":
        return kinds(site, page)
    field = _UPWARD.get(folder)
    return _by_field(site, page, folder, field) if field else []


_UPWARD = {"topics": "broader", "publishers": "part_of", "collections": "part_of"}
"""The indexes that are trees, and the field that names what a heading is part of."""


def _by_field(site: Site, page: str, folder: str, field: str) -> list[Node]:
    below: dict[str | None, list[str]] = defaultdict(list)
    known = set(site.indexes.folders[folder])
    waiting = list(known)
    while waiting:
        key = waiting.pop()
        above = _above(site, folder, key, field)
        below[above].append(key)
        if above and above not in known:
            known.add(above)
            waiting.append(above)
    return _grown(site, page, below, None) if set(below) - {None} else []


def _above(site: Site, folder: str, key: str, field: str) -> str | None:
    """What a heading is directly part of, as far as that may be named; a ring of parts is cut."""
    seen, outer = {key}, getattr(entry_of(site, key), field, None)
    while outer:
        above = f"{folder}/{outer}"
        entry = entry_of(site, above)
        if above in seen or entry is None:
            return None
        if entry.visibility != "never-link" and not _leads_back(site, folder, above, field, key):
            return above
        seen.add(above)
        outer = getattr(entry, field, None)
    return None


def _leads_back(site: Site, folder: str, start: str, field: str, key: str) -> bool:
    """Whether a way upward comes back to where it began, or turns in a ring."""
    seen, at = {key}, start
    while at not in seen:
        seen.add(at)
        outer = getattr(entry_of(site, at), field, None)
        if not outer:
            return False
        at = f"{folder}/{outer}"
    return True


def _grown(site: Site, page: str, below: dict[str | None, list[str]], above: str | None) -> list[Node]:
    nodes = []
    for key in sorted(below.get(above, ()), key=_order(site)):
        nodes.append(_node(site, page, key) | {"nested": _grown(site, page, below, key)})
    return nodes


def _order(site: Site) -> Callable[[str], tuple[object, ...]]:
    def order(key: str) -> tuple[object, ...]:
        entry = entry_of(site, key)
        return sort_key(entry.filed_under if entry else key, site.notes.language), key

    return order


def _node(site: Site, page: str, key: str) -> Node:
    """A line; of what has no documents of its own, and so no page, the name alone."""
    if key in site.indexes.entities:
        made = line(site, page, key)
    else:
        entry = entry_of(site, key)
        made = _BARE | {"title": entry.name if entry else key}
    return made | {"about": _about(entry_of(site, key)) or made["about"]}


def _about(entry: Any) -> str:
    """Of a collection its level and dates."""
    dates = getattr(entry, "dates", None)
    parts = (getattr(entry, "level", None), in_words(dates) if dates else None)
    return ", ".join(part for part in parts if part)


def kinds(site: Site, page: str) -> list[Node]:
    """The kinds of document below the body whose habit each is, those of several or of any body last."""
    of: dict[str, list[str]] = defaultdict(list)
    for key in site.indexes.folders["kinds"]:
        bodies = _bodies(site, key)
        of[bodies[0] if len(bodies) == 1 else _SEVERAL if bodies else _ANY].append(key)
    return list(_by_body(site, page, of)) if set(of) - {_ANY} else []


_SEVERAL, _ANY = "~1", "~2"
"""Stand for a body; no key of one begins so."""


def _by_body(site: Site, page: str, of: dict[str, list[str]]) -> Iterator[Node]:
    order, words = _order(site), {_SEVERAL: _("Of several bodies"), _ANY: _("Of any body")}
    for body in sorted(of, key=lambda body: (body if body in words else "", order(body))):
        nested = [line(site, page, key) for key in of[body]]
        if body == _SEVERAL:
            nested = [node | {"about": _named(site, key)} for node, key in zip(nested, of[body], strict=True)]
        link = site.entity_link(page, body) or ""
        yield _BARE | {"title": words.get(body) or site.authority.name(body), "link": link, "nested": nested}


def _named(site: Site, key: str) -> str:
    """The bodies of a kind, where they are few."""
    bodies = _bodies(site, key)
    if len(bodies) > _FEW:
        return n_("of {n} body", "of {n} bodies", len(bodies)).format(n=len(bodies))
    return ", ".join(map(site.authority.name, bodies))


def _bodies(site: Site, key: str) -> Sequence[str]:
    found = (f"organisations/{body}" for body in getattr(entry_of(site, key), "of", ()))
    return [body for body in found if site.authority.links(body)]
