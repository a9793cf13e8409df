"""What came before and after a document in the events that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.edtf import is_before
from generator.model import Record
from generator.render.certainty import under
from generator.render.days import day_of, is_sure_day
from generator.render.lists import dated, document_line
from generator.render.site import Site
from generator.render.words import _


def sequences(site: Site, record: Record, page: str) -> Iterator[dict[str, Any]]:
    """For each event of a dated document its neighbours among the documents on that event."""
    if not record.document.span:
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
    """The documents next to a record of those that can be told from it in time; none of its own copies and versions."""
    family = record.document.family
    told = [r for r in chronology if r is record or (_is_told(r, record) and not _is_kin(r, family))]
    at = told.index(record)
    return (told[at - 1] if at else None), (told[at + 1] if at + 1 < len(told) else None)


def _is_told(one: Record, other: Record) -> bool:
    """Whether one is before the other, or both are of one day; what overlaps in any other way has no order."""
    days, of_other = one.document.span, other.document.span
    return is_before(days, of_other) or is_before(of_other, days) or _share_day(one, other)


def _share_day(one: Record, other: Record) -> bool:
    return day_of(one) is not None and day_of(one) == day_of(other)


def _is_kin(record: Record, family: str | None) -> bool:
    return family is not None and record.document.family == family


def _line(site: Site, page: str, record: Record, other: Record, label: str) -> dict[str, Any]:
    """A neighbour with the word for where it stands; of two that bear one day none is before the other."""
    shared = _share_day(record, other)
    if shared:
        label = _("Same day") if is_sure_day(record) and is_sure_day(other) else _("About the same time")
    line = document_line(site, page, other.document.id)
    return line | {"label": label, "short": _short(site, other), "is_apart": not shared}


def _short(site: Site, record: Record) -> str:
    """A neighbour in few words: what its body is called for short, and its date."""
    publisher = site.authority.get(f"organisations/{record.document.publisher}")
    body = getattr(publisher, "abbreviation", None) or (publisher.name if publisher else record.document.publisher)
    return ", ".join(filter(None, [body, dated(site, record)]))
