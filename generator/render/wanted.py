"""The page of what documents speak of and the archive does not hold."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import Any

from generator.address import document_page
from generator.collation import sort_key
from generator.model import Place
from generator.render.front import front_matter
from generator.render.lists import anchor_of, document_line
from generator.render.register import WORTH_FILTERING, filter_words
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.wants import Want
from generator.render.words import _, n_

_SHOWN = 3
"""So many of the documents that speak of one stand with their passage; the others are folded."""


def wanted(site: Site, page: str) -> str:
    """What documents speak of and the archive does not hold: by the body that issued it, the most often named first."""
    groups = [_group(site, page, name, of_body) for name, of_body in _by_body(site).items()]
    title, count = _("Wanted"), len(site.wants)
    words = filter_words() if count >= WORTH_FILTERING else None
    return fill(
        "wanted",
        front=front_matter(title=title, template="register.html" if words else None, hide=["toc"]),
        title=title,
        summary=n_("{n} document is wanted.", "{n} documents are wanted.", count).format(n=count)
        if count
        else _("None at present."),
        words=words,
        groups=groups,
        jumps=[{"label": one["title"], "link": f"#{one['id']}", "here": False} for one in groups],
    )


def _by_body(site: Site) -> dict[str, list[Want]]:
    """By the name of the body, in the order of the alphabet; what no body is known of stands last."""
    found: dict[str, list[Want]] = defaultdict(list)
    for want in site.wants:
        found[_body(site, want)].append(want)
    language = site.notes.language
    return dict(sorted(found.items(), key=lambda item: (not item[0], sort_key(item[0], language))))


def _body(site: Site, want: Want) -> str:
    return site.authority.name(f"organisations/{want.publisher}") if want.publisher else ""


def _group(site: Site, page: str, body: str, of_body: list[Want]) -> dict[str, Any]:
    return {
        "title": body or _("Body not known"),
        "id": f"b-{hashlib.sha256(body.encode()).hexdigest()[:8]}",
        "items": [_item(site, page, body, want) for want in of_body],
    }


def _item(site: Site, page: str, body: str, want: Want) -> dict[str, Any]:
    words, often = want.words(site.authority), len(want.cited)
    cited = _cited(site, page, want)
    return {
        "words": words.removeprefix(f"{body}, ") if body else words,
        "anchor": want.anchor,
        "id": want.id,
        "what": want.what,
        "often": n_("{n} time", "{n} times", often).format(n=often),
        "cited": cited[:_SHOWN],
        "more": cited[_SHOWN:],
    }


def _cited(site: Site, page: str, want: Want) -> list[dict[str, Any]]:
    """The documents that speak of it, each with its first passage and the numbers of the paragraphs of the others."""
    places: dict[str, list[Place]] = {}
    for record, said in want.cited:
        places.setdefault(record.document.id, []).extend([said.at] if said.at else [])
    made = []
    for id, several in places.items():
        record, first = site.by_id[id], several[0] if several else None
        others = [(at.paragraph, site.links.to(page, document_page(id), anchor_of(record, at))) for at in several[1:]]
        made.append(document_line(site, page, id, first, anchor_of(record, first)) | {"others": dict(others)})
    return made
