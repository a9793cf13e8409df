"""What a document has to do with others, as its page lists it: by relation, both directions, with the passages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.address import comparison_page, document_page
from generator.model import DIRECTED, ENTITY_KINDS, MUTUAL, Link, Place, Record
from generator.render import changes
from generator.render.escape import inline
from generator.render.kin import in_time
from generator.render.lists import anchor_of, document_line, passage
from generator.render.site import Site
from generator.text import clip

_PASSAGES = 3
"""So many passages of one document are shown under a relation."""
_QUOTE = 360
"""Code points of a quotation that changed nothing, as it is shown."""

_COMPARED = ("reprint-of", "version-of", "translation-of")

_ORDER = [label for pair in DIRECTED.values() for label in pair] + list(MUTUAL.values())


def relations(site: Site, record: Record, page: str) -> Iterator[dict[str, Any]]:
    """The groups under `Related documents`, each with its label and one entry for each other document."""
    groups: dict[str, dict[str, list[tuple[Link, bool]]]] = {}
    for link in record.links:
        label = DIRECTED[link.relation][0] if link.relation in DIRECTED else MUTUAL[link.relation]
        groups.setdefault(label, {}).setdefault(link.to, []).append((link, True))
    for source, link in site.pointing_to.get(record.document.id, []):
        label = DIRECTED[link.relation][1] if link.relation in DIRECTED else MUTUAL[link.relation]
        groups.setdefault(label, {}).setdefault(source, []).append((link, False))
    for label in sorted(groups, key=_ORDER.index):
        others = list(groups[label].items())
        if label != MUTUAL["similar"]:  # these stand by how similar they are
            others.sort(key=lambda item: in_time(site.by_id[item[0]]))
        yield {"title": label, "entries": [_entry(site, record, page, *other) for other in others]}


def _entry(site: Site, record: Record, page: str, other: str, links: list[tuple[Link, bool]]) -> dict[str, Any]:
    """The other end: it leads to the first passage there; with the passages and the reason."""
    far = site.by_id[other]
    link, ours = max(links, key=lambda one: one[0].score)
    ordered = sorted(links, key=lambda one: _where(one[0].at))
    shown = [one for each in ordered if (one := _passages(site, page, record, far, *each))["words"]]
    first = _ends(*ordered[0])[1]
    pair = (record.document.id, other) if ours else (other, record.document.id)
    return document_line(site, page, other, anchor=anchor_of(far, first)) | {
        "passages": shown[:_PASSAGES],
        "more": max(0, len(shown) - _PASSAGES),
        "reason": reason(site, link),
        "certainty": link.certainty,
        "forward": any(link.forward and ours for link, ours in links),
        "compare": _comparison(site, page, *pair) if link.relation in _COMPARED else None,
    }


def _comparison(site: Site, page: str, holder: str, other: str) -> str | None:
    """The link to the page that compares the two documents of a relation, if there is one."""
    target = comparison_page(holder, other)
    return site.links.to(page, target) if site.links.has(target) else None


def _where(at: Place | None) -> tuple[int, int]:
    return (at.paragraph, at.start) if at else (0, 0)


def _ends(link: Link, ours: bool) -> tuple[Place | None, Place | None]:
    """The passage here and the passage there of a link that we hold, or of one that leads to us."""
    return (link.at, link.target_at) if ours else (link.target_at, link.at)


def _passages(site: Site, page: str, record: Record, far: Record, link: Link, ours: bool) -> dict[str, Any]:
    """One place of a relation: its words as Markdown, and the paragraphs at both ends."""
    here, there = _ends(link, ours)
    return {
        "words": _words(record, far, link, ours),
        "here": here.paragraph if here else None,
        "here_link": f"#{anchor_of(record, here)}",
        "there": there.paragraph if there else None,
        "there_link": site.links.to(page, document_page(far.document.id), anchor_of(far, there)) if there else None,
    }


def _words(record: Record, far: Record, link: Link, ours: bool) -> str:
    """A quotation with what it changed; of others the passage at the far end, else the one that speaks of it."""
    here, there = _ends(link, ours)
    if link.relation == "quotes" and link.at:
        if not link.target_at or changes.same(link.target_at.quote, link.at.quote):
            return inline(clip(link.at.quote, _QUOTE))
        return changes.within(link.target_at.quote, link.at.quote)
    at, of = (there, far) if there else (here, record)
    if not at:
        return ""
    before, itself, behind = map(inline, passage(of, at))
    return f"{before}<b>{itself}</b>{behind}"


def reason(site: Site, link: Link) -> str:
    """Why a link is believed, with how sure that is, in words; empty where nothing may be said."""
    words = _reason(site, link)
    return words if link.certainty == "curated" or not words else f"{link.certainty}: {words}"


def _reason(site: Site, link: Link) -> str:
    if link.relation == "similar":
        return _likeness(site, link.reason.split("|"))
    if link.basis.startswith("event:"):
        return site.authority.name(f"events/{link.basis.partition(':')[2]}")
    return link.reason


def _likeness(site: Site, parts: list[str]) -> str:
    """What two documents have in common: entities by their keys, and words, parted by `|`."""
    names = [site.authority.name(part) for part in parts if part.partition("/")[0] in ENTITY_KINDS]
    words = [part for part in parts if part and part.partition("/")[0] not in ENTITY_KINDS]
    named = [f"Both name {' and '.join(filter(None, [', '.join(names[:-1]), names[-1]]))}"] if names else []
    return "; ".join([*named, *words])
