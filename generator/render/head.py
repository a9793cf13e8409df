"""What stands at the head of a document that has kin: copies, versions, translations, and what corrected it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import edtf
from generator.address import comparison_page, document_page, synopsis_page
from generator.model import Record
from generator.render.escape import inline
from generator.render.kin import saved
from generator.render.languages import language_name
from generator.render.lists import body_of, counted, title_link
from generator.render.site import Site

_DONE = {"corrects": "corrected", "supersedes": "superseded"}


def notices(site: Site, record: Record, page: str) -> Iterator[str]:
    """What a reader must know before the text: that another document corrected or superseded it."""
    for source, link in site.pointing_to.get(record.document.id, []):
        if link.relation in _DONE:
            yield f"This document was {_DONE[link.relation]} by {title_link(site, page, source)}.{_note(link.reason)}"


def _note(reason: str) -> str:
    return f" {inline(reason)}{'' if reason.endswith(('.', '!', '?')) else '.'}" if reason else ""


def kin_lines(site: Site, record: Record, page: str) -> Iterator[str]:
    """Its copies, versions and translations, a line of Markdown each."""
    versions = site.kin.versions.get(record.document.id, ())
    family = site.kin.family_of(record.document.id)
    if family and record is family[0]:
        same_page = {record.document.id, *(version.document.id for version in versions)}
        copies = [member for member in family if member.document.id not in same_page]
        yield from [_first_of(site, record, page, copies)] if copies else []
    elif family and not any(version is family[0] for version in versions):
        yield _copy_of(site, record, page, family[0])
    if versions:
        synopsis = _synopsis(site, page, family[0].document.id) if family and family[0] in versions else []
        yield _listed([_version_of(site, record, page, versions), *synopsis])
    if record.document.id in site.kin.translations:
        yield from _also_in(site, record, page)


def _first_of(site: Site, record: Record, page: str, copies: list[Record]) -> str:
    reprinted = any(link.relation == "reprint-of" for copy in copies for link in copy.links)
    words = f"Reprinted in {counted(len(copies), 'copy')}" if reprinted else _elsewhere(len(copies))
    return _listed([words, *_synopsis(site, page, record.document.id)])


def _elsewhere(n: int) -> str:
    return f"The same text stands in {counted(n, 'other document')}"


def _copy_of(site: Site, record: Record, page: str, first: Record) -> str:
    """The first document is called that only where the text was found to be taken from one of its family."""
    family = {member.document.id for member in site.kin.family_of(record.document.id)}
    is_copy = any(link.relation == "reprint-of" and link.to in family for link in record.links)
    body, date = body_of(site, first), edtf.humane(first.document.date) if first.document.date else ""
    target = site.links.to(page, document_page(first.document.id))
    words = f"{'A copy of' if is_copy else 'The same text as'} [{inline(site.title(first))}]({target})"
    if is_copy and (body or date):
        words += ", first issued" + (f" by {inline(body)}" if body else "") + (f" on {date}" if date else "")
    compare = _compare(site, page, record.document.id, first.document.id, "Compare")
    return _listed([words, *compare, *_synopsis(site, page, first.document.id)])


def _version_of(site: Site, record: Record, page: str, versions: tuple[Record, ...]) -> str:
    """All versions of a page; the one before each is what it is compared with."""
    shown = []
    for before, version in zip((None, *versions), versions, strict=False):
        day = inline(edtf.humane(saved(version)))
        target = site.links.to(page, document_page(version.document.id))
        words = f"**{day}** (this one)" if version is record else f"[{day}]({target})"
        changed = _compare(site, page, version.document.id, before.document.id, "what changed") if before else []
        shown.append(words + (f" – {changed[0]}" if changed else ""))
    return _listed([f"{counted(len(versions), 'version')} of this page: {shown[0]}", *shown[1:]])


def _also_in(site: Site, record: Record, page: str) -> Iterator[str]:
    for other in site.kin.translations[record.document.id]:
        if other is not record:
            title = f"[{inline(site.title(other))}]({site.links.to(page, document_page(other.document.id))})"
            ids = record.document.id, other.document.id
            compare = _compare(site, page, *ids, "Side by side") or _compare(site, page, *ids[::-1], "Side by side")
            yield _listed([f"Also in {inline(language_name(other.document.language))}: {title}", *compare])


def _compare(site: Site, page: str, id: str, other: str, words: str) -> list[str]:
    target = comparison_page(id, other)
    return [f"[{words}]({site.links.to(page, target)})"] if site.links.has(target) else []


def _synopsis(site: Site, page: str, first: str) -> list[str]:
    target = synopsis_page(first, 1)
    return [f"[Synopsis]({site.links.to(page, target)})"] if site.links.has(target) else []


def _listed(parts: list[Any]) -> str:
    return " · ".join(parts)
