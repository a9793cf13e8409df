"""What came before and after a document in the events that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.model import Record, first_day
from generator.render.certainty import under
from generator.render.lists import dated, document_line
from generator.render.site import Site
from generator.render.words import _


def sequences(site: Site, record: Record, page: str) -> Iterator[dict[str, Any]]:
    """For each event of a dated document its neighbours among the documents on that event."""
    if not first_day(record.document):
        return
    for event in dict.fromkeys(record.document.events):
        key = f"events/{event}"
        before, after = _neighbours(record, site.by_event[event])
        if (before or after) and not site.authority.hides(key):
            yield {
                "event": site.authority.name(key),
                "link": site.entity_link(page, key),
                "before": _line(site, page, record, before, _("Before")) if before else None,
                "after": _line(site, page, record, after, _("After")) if after else None,
                "inferred": under([record], key) == "inferred",
            }


def _neighbours(record: Record, chronology: Sequence[Record]) -> tuple[Record | None, Record | None]:
    """The dated documents next to a record, none of its own copies and versions, which the head names."""
    family = record.document.family
    dated = [r for r in chronology if first_day(r.document) and (r is record or not _is_kin(r, family))]
    at = dated.index(record)
    return (dated[at - 1] if at else None), (dated[at + 1] if at + 1 < len(dated) else None)


def _is_kin(record: Record, family: str | None) -> bool:
    return family is not None and record.document.family == family


def _line(site: Site, page: str, record: Record, other: Record, label: str) -> dict[str, Any]:
    """A neighbour with the word for where it stands; of two that bear one day none is before the other."""
    same = first_day(record.document) == first_day(other.document)
    id = other.document.id
    return document_line(site, page, id) | {"label": _("Same day") if same else label, "short": _short(site, other)}


def _short(site: Site, record: Record) -> str:
    """A neighbour in few words: what its body is called for short, and its date."""
    publisher = site.authority.get(f"organisations/{record.document.publisher}")
    body = getattr(publisher, "abbreviation", None) or (publisher.name if publisher else record.document.publisher)
    return ", ".join(filter(None, [body, dated(site, record)]))
