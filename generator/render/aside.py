"""What stands beside the documents of an entity: how many by year, who is named with it, of which kinds they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator import edtf
from generator.address import entity_page, entry_key
from generator.model import Document
from generator.render.pictures.years import Bar, years_chart
from generator.render.site import Site
from generator.render.words import _


def by_year(site: Site, page: str, heading: Any) -> dict[str, Any] | None:
    """The chart of its documents by year with what its table says; None for one document, or where all are undated."""
    if len(heading.documents) < 2:
        return None
    touched = [edtf.sure_years(site.by_id[o.document].document.span) for o in heading.documents]
    counts = Counter(year for years in touched for year in years)
    if not counts:
        return None
    bars = [Bar(year, counts[year], site.links.href(page, entity_page(f"years/{year}"))) for year in sorted(counts)]
    undated = sum(not years for years in touched)
    return {
        "picture": years_chart(bars, _("Documents by year")),
        "bars": bars,
        "undated": undated,
        "undated_link": site.links.href(page, entity_page("years/undated")) if undated else "",
        "twice": any(len(years) > 1 for years in touched),
    }


def named_with(site: Site, page: str, key: str) -> dict[str, Any] | None:
    """The people and bodies that occur with it, and those that are left out since they occur nearly everywhere."""
    found = site.indexes.together.neighbours.get(key, ())
    titles = (("people", _("People")), ("organisations", _("Organisations")))
    groups = [
        {"title": title, "items": [_item(site, page, n.key, n.documents) for n in found if n.key.startswith(folder)]}
        for folder, title in titles
    ]
    groups = [group for group in groups if group["items"]]
    itself = entry_key(key)
    left_out = [_item(site, page, other, 0) for other in site.indexes.together.everywhere if other != itself]
    return {"groups": groups, "left_out": left_out} if groups else None


def _item(site: Site, page: str, key: str, count: int) -> dict[str, Any]:
    link = site.links.href(page, entity_page(key))
    return {"title": site.indexes.entities[key].title, "link": link, "count": count}


_KINDS: tuple[tuple[str, Callable[[], str], Callable[[Document], str | None]], ...] = (
    ("kinds", lambda: _("Kinds of document"), lambda document: document.kind),
    ("publishers", lambda: _("Publishers"), lambda document: document.publisher),
)
_SHOWN = 12


def sorts(site: Site, page: str, heading: Any) -> Iterator[dict[str, Any]]:
    """Of which kinds its documents are, and who published them, where that is more than one thing to say."""
    for folder, title, field in _KINDS:
        if heading.key.startswith(folder + "/"):
            continue
        found = (field(site.by_id[o.document].document) for o in heading.documents)
        counts = Counter(f"{folder}/{value}" for value in found if value)
        items = _first(site, page, [item for item in counts.items() if item[0] in site.indexes.entities])
        if len(items) > 1:
            yield {"title": title(), "items": items}


def _first(site: Site, page: str, counted: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    ranked = sorted(counted, key=lambda item: (-item[1], item[0]))[:_SHOWN]
    return [_item(site, page, key, count) for key, count in ranked]
