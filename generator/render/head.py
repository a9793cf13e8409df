"""What stands at the head of a document that has kin: copies, versions, translations, and what corrected it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.address import comparison_page, document_page, synopsis_page
from generator.model import DIRECTED, Link, Record
from generator.render.dates import in_words
from generator.render.escape import inline
from generator.render.kin import is_of_one_day, saved
from generator.render.languages import language_name
from generator.render.lists import body_of, copy_link, title_link
from generator.render.relations import group_anchor
from generator.render.site import Site
from generator.render.speech import speech
from generator.render.words import _, later_, n_

_DONE = {
    "corrects": later_("{what} was corrected by {document}."),
    "supersedes": later_("{what} was superseded by {document}."),
}
_NAMED = 3
"""So many copies are named at the head of their first document."""


def notices(site: Site, record: Record, page: str) -> Iterator[str]:
    """What a reader must know before the text: that another document corrected or superseded it, or a copy of it."""
    own = {record.document.id}
    for source, link in site.pointing_to.get(record.document.id, []):
        if link.relation in _DONE:
            own.add(source)
            yield _notice(site, page, _("This document"), source, link)
    for member in site.kin.family_of(record.document.id):
        for source, link in site.pointing_to.get(member.document.id, []):
            if link.relation in _DONE and source not in own and member is not record:
                own.add(source)
                yield _notice(site, page, _as_kin(site, record, member), source, link)


def _as_kin(site: Site, record: Record, member: Record) -> str:
    """What a member of its family is to a document, as the subject of a sentence."""
    if member in site.kin.versions.get(record.document.id, ()):
        return _("Another version of this page")
    first = site.kin.family_of(record.document.id)[0]
    if member is first:
        return _("The text of which this is a copy")
    return _("A copy of this text") if record is first else _("Another copy of this text")


def _notice(site: Site, page: str, what: str, source: str, link: Link) -> str:
    note = _note(link.reason) if link.certainty == "curated" else ""  # else the other document says no more
    return _(_DONE[link.relation]).format(what=what, document=title_link(site, page, source)) + note


def _note(reason: str) -> str:
    words = reason[:1].upper() + reason[1:]
    return f" {inline(words)}{'' if reason.endswith(('.', '!', '?')) else '.'}" if reason else ""


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
    """The copies by name: those of the same day, of which none is known to be taken from the other, and those later."""
    compare = _compare(site, page, copies[0].document.id, record.document.id, _("Compare")) if len(copies) == 1 else []
    reprinted = any(link.relation == "reprint-of" for copy in copies for link in copy.links)
    equal = [copy for copy in copies if is_of_one_day(copy, record)] if reprinted else []
    later = [copy for copy in copies if copy not in equal]
    issued = _by_day(record, _("Issued on the same day by"), _("Issued under the same date by")) + " "
    said = [issued + _named(site, page, record, equal)] if equal else []
    if later:
        said.append(f"{_times(len(later), reprinted)} {_named(site, page, record, later)}")
    return _listed([*said, *compare, *_synopsis(site, page, record.document.id)])


def _times(n: int, reprinted: bool) -> str:
    if not reprinted:
        words = n_("The same text stands in {n} other document:", "The same text stands in {n} other documents:", n)
    else:
        words = n_("Reprinted once, by", "Reprinted in {n} copies:", n)
    return words.format(n=n)


def _named(site: Site, page: str, record: Record, copies: list[Record]) -> str:
    """The first of these copies, and how many more there are."""
    shown = [copy_link(site, page, copy.document.id) for copy in copies[:_NAMED]]
    words = " · ".join(f"[{inline(one['words'])}]({one['link']})" for one in shown)
    if len(copies) <= _NAMED:
        return words
    more, label = _("{n} more").format(n=len(copies) - _NAMED), DIRECTED["reprint-of"][1]
    listed = any(link.relation == "reprint-of" for _, link in site.pointing_to.get(record.document.id, []))
    linked = f"[{more}](#{group_anchor(label)})" if listed else more
    return _("{some} and {more}").format(some=words, more=linked)


def _copy_of(site: Site, record: Record, page: str, first: Record) -> str:
    """The first document is called that only where the text was found to be taken from one of its family."""
    family = site.kin.family_of(record.document.id)
    ids = {member.document.id for member in family}
    is_copy = any(link.relation == "reprint-of" and link.to in ids for link in record.links)
    target = f"[{inline(site.title(first))}]({site.links.to(page, document_page(first.document.id))})"
    if is_copy and is_of_one_day(record, first):
        words = f"{_same_day(site, first)} {target}"
    elif is_copy:
        firsts = [first, *(m for m in family[1:] if is_of_one_day(m, first))]
        words = _("A copy of {document}").format(document=target) + _issued(site, firsts)
    else:
        words = _("The same text as {document}").format(document=target)
    compare = _compare(site, page, record.document.id, first.document.id, _("Compare"))
    return _listed([words, *compare, *_synopsis(site, page, first.document.id)])


def _same_day(site: Site, first: Record) -> str:
    body = body_of(site, first)
    if not body:
        on_day = _("The same text was issued on the same day:")
        return _by_day(first, on_day, _("The same text was issued under the same date:"))
    on_day = _("The same text was issued by {body} on the same day:")
    words = _by_day(first, on_day, _("The same text was issued by {body} under the same date:"))
    return words.format(body=inline(body))


def _issued(site: Site, firsts: list[Record]) -> str:
    """By whom and when a text was first issued; several may have done so on one day."""
    bodies = list(dict.fromkeys(filter(None, (inline(body_of(site, first)) for first in firsts))))
    date = in_words(firsts[0].document.date) if firsts[0].document.date else ""
    some = ", ".join(bodies[:-1])
    by = _("{some} and {more}").format(some=some, more=bodies[-1]) if some else "".join(bodies)
    if by and date:
        return _(", first issued by {body} on {date}").format(body=by, date=date)
    if by:
        return _(", first issued by {body}").format(body=by)
    return _(", first issued on {date}").format(date=date) if date else ""


def _by_day(record: Record, on_day: str, under_date: str) -> str:
    """The words for a date that is one day, or for one that is longer or open."""
    first, last = record.document.span or (None, None)
    return on_day if first == last else under_date


def _version_of(site: Site, record: Record, page: str, versions: tuple[Record, ...]) -> str:
    """All versions of a page; the one before each is what it is compared with."""
    shown = []
    for before, version in zip((None, *versions), versions, strict=False):
        day = inline(in_words(saved(version)))
        target = site.links.to(page, document_page(version.document.id))
        words = f"**{day}** " + _("(this one)") if version is record else f"[{day}]({target})"
        changed = _compare(site, page, version.document.id, before.document.id, _("what changed")) if before else []
        shown.append(words + (f" – {changed[0]}" if changed else ""))
    count = n_("{n} version of this page:", "{n} versions of this page:", len(versions)).format(n=len(versions))
    return _listed([f"{count} {shown[0]}", *shown[1:]])


def _also_in(site: Site, record: Record, page: str) -> Iterator[str]:
    for other in site.kin.translations[record.document.id]:
        if other is not record:
            own = speech(other.document.language, site.notes.language)
            target = site.links.to(page, document_page(other.document.id))
            title = f"[{inline(site.title(other))}]({target}){f'{{ {own} }}' if own else ''}"
            ids = record.document.id, other.document.id
            words = _("Side by side")
            compare = _compare(site, page, *ids, words) or _compare(site, page, *ids[::-1], words)
            language = _("Also in {language}:").format(language=inline(language_name(other.document.language)))
            yield _listed([f"{language} {title}", *compare])


def _compare(site: Site, page: str, id: str, other: str, words: str) -> list[str]:
    target = comparison_page(id, other)
    return [f"[{words}]({site.links.to(page, target)})"] if site.links.has(target) else []


def _synopsis(site: Site, page: str, first: str) -> list[str]:
    target = synopsis_page(first, 1)
    return [f"[{_('Synopsis')}]({site.links.to(page, target)})"] if site.links.has(target) else []


def _listed(parts: list[Any]) -> str:
    return " · ".join(parts)
