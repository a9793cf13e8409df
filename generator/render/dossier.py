"""The dossier of an event: all that was issued on it by date and by body, and what such an event leaves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from generator import edtf
from generator.authority import Event
from generator.model import Record
from generator.render.lists import anchor_of, cards, title_link, when
from generator.render.site import Site
from generator.render.wants import Want
from generator.render.words import _
from generator.text import clip

_COLUMNS = 4
"""So many bodies have a column of their own; the others share one."""
_DAYS = 400
"""So far from an event a document that it leaves may be dated."""


def dossier(site: Site, page: str, event: Event) -> dict[str, Any]:
    """What the page of an event shows of it."""
    issued = site.by_event.get(event.id, ())
    shown = cards(site, page, ((record.document.id, None, None) for record in issued)) if len(issued) > 1 else []
    bodies = _columns(site, event, [site.by_id[card["id"]] for card in shown])
    return {
        "bodies": [_name(site, body)["name"] for body in bodies],
        "rows": list(_rows(site, shown, bodies)),
        "chain": [
            _step(site, page, event, kind, issued)
            for kind in event.expects
            if not site.authority.hides(f"kinds/{kind}")
        ],
    }


def _columns(site: Site, event: Event, shown: Sequence[Record]) -> list[str | None]:
    """The bodies of the documents that are shown: those of the event's missions, then those that issued most.

    None stands for all others together.
    """
    count = Counter(_body(site, record) for record in shown)
    count.pop(None, None)
    sent = [mission.of for mission in event.missions]
    rank = {body: n for n, body in reversed(list(enumerate(sent)))}
    most = sorted(count, key=lambda body: (rank.get(body or "", len(sent)), -count[body], body or ""))
    kept: list[str | None] = most[:_COLUMNS]
    return [*kept, None] if any(_body(site, record) not in kept for record in shown) else kept


def _body(site: Site, record: Record) -> str | None:
    """The body whose column a document stands in; none for one that nothing may name."""
    body = record.document.publisher or record.document.creator
    return None if any(site.authority.hides(f"{folder}/{body}") for folder in ("organisations", "people")) else body


def _name(site: Site, body: str | None) -> dict[str, str]:
    """The name of a body, and what it is called in short."""
    if body is None:
        return {"name": _("Others"), "short": _("Others")}
    entry = site.authority.get(f"organisations/{body}") or site.authority.get(f"people/{body}")
    name = entry.name if entry else body
    return {"name": name, "short": getattr(entry, "abbreviation", None) or name}


def _rows(site: Site, shown: Sequence[dict[str, Any]], bodies: Sequence[str | None]) -> Iterator[dict[str, Any]]:
    """A row for each date; a family stands once, at its first document."""
    by_date: dict[str, dict[str | None, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for card in shown:
        record = site.by_id[card["id"]]
        body = _body(site, record)
        column = body if body in bodies else None
        kind = site.authority.name(f"kinds/{record.document.kind}") if record.document.kind else ""
        other = _name(site, body) if body and column is None else None
        by_date[when(record)][column].append(card | {"title": clip(card["title"], 80), "kind": kind, "other": other})
    for date, cells in by_date.items():
        yield {
            "date": date,
            "cells": [{"body": _name(site, body) if body else None, "cards": cells.get(body, [])} for body in bodies],
        }


def _step(site: Site, page: str, event: Event, kind: str, issued: Sequence[Record]) -> dict[str, Any]:
    """One kind of document that such an event leaves: what there is of it, else what is known of it."""
    here = [(record.document.id, None, None) for record in issued if record.document.kind == kind]
    known = [] if here else [want for want in site.wants_on.get((event.id, kind), ()) if _fits(want, event)]
    return {
        "kind": site.authority.name(f"kinds/{kind}"),
        "issued": cards(site, page, here),
        "known": [_known(site, page, event, want) for want in known],
    }


def _fits(want: Want, event: Event) -> bool:
    """Whether a document that texts on an event speak of is one of that event, by its body and date."""
    missions = {mission.of for mission in event.missions}
    if want.publisher and missions and want.publisher not in missions:
        return False
    near = _near(want.date, event.date)
    return near or (near is None and want.publisher is not None)


def _near(date: str | None, of_event: str | None) -> bool | None:
    """Whether a date is near that of an event; None where one of them is not known."""
    days, held = edtf.span(date or ""), edtf.span(of_event or "")
    if not days or not held or None in (*days, *held):
        return None
    (first, last), (begin, end) = (map(str, span) for span in (days, held))
    return edtf.days_between(end, first) <= _DAYS and edtf.days_between(last, begin) <= _DAYS


def _known(site: Site, page: str, event: Event, want: Want) -> dict[str, Any]:
    """A document that is known and not held, and the first text on the event that speaks of it."""
    record, wanted = next((r, w) for r, w in want.cited if event.id in r.document.events)
    return {
        "words": want.words(site.authority),
        "link": site.links.to(page, "wanted/index.md", want.anchor),
        "cited": title_link(site, page, record.document.id, anchor_of(record, wanted.at)),
    }
