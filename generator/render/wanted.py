"""The page of what documents speak of and the archive does not hold."""

from __future__ import annotations

from typing import Any

from generator.address import document_page
from generator.model import Place
from generator.render.front import front_matter
from generator.render.lists import anchor_of, counted, document_line
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.wants import Want


def wanted(site: Site, page: str) -> str:
    """What documents speak of and the archive does not hold."""
    items = [
        {
            "words": want.words(site.authority),
            "anchor": want.anchor,
            "id": want.id,
            "what": want.what,
            "often": counted(len(want.cited), "time"),
            "cited": _cited(site, page, want),
        }
        for want in site.wants
    ]
    return fill("wanted", front=front_matter(title="Wanted", hide=["toc"]), items=items)


def _cited(site: Site, page: str, want: Want) -> list[dict[str, Any]]:
    """The documents that speak of it, each with its first passage and the numbers of the paragraphs of the others."""
    places: dict[str, list[Place]] = {}
    for record, wanted in want.cited:
        places.setdefault(record.document.id, []).extend([wanted.at] if wanted.at else [])
    made = []
    for id, several in places.items():
        record, first = site.by_id[id], several[0] if several else None
        others = [(at.paragraph, site.links.to(page, document_page(id), anchor_of(record, at))) for at in several[1:]]
        made.append(document_line(site, page, id, first, anchor_of(record, first)) | {"others": dict(others)})
    return made
