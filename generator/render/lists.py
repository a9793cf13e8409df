"""A document in a list: title, date, body, the passage that matters there; copies of one text as one card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.address import document_page
from generator.model import Block, Place, Record
from generator.render.dates import in_words
from generator.render.escape import inline
from generator.render.facts import date_in_words
from generator.render.kin import saved
from generator.render.site import Site
from generator.render.speech import speech
from generator.render.words import _, n_, withheld
from generator.text import clip

_PASSAGE = 220
_LONGEST = 360
"""Code points of a passage that are shown beside it, and of itself."""

Listed = tuple[str, Place | None, str | None]
"""A document's id, the passage that matters, and the anchor of its paragraph."""


def document_line(site: Site, page: str, id: str, at: Place | None = None, anchor: str | None = None) -> dict[str, Any]:
    """A document as lists show it."""
    record = site.by_id[id]
    return {
        "id": id,
        "title": site.title(record),
        "speech": speech(record.document.language, site.notes.language),
        "link": site.links.to(page, document_page(id), anchor),
        "date": dated(site, record),
        "body": body_of(site, record),
        "passage": passage(record, at) if at else None,
        "copies": [],
        "copies_are": "",
        "certainty": "",
    }


def when(record: Record) -> str:
    """The date in words; of an undated document the day on which it was saved."""
    document = record.document
    if document.captured and not document.date:
        return _("saved {day}").format(day=in_words(document.captured))
    return date_in_words(document)


def dated(site: Site, record: Record) -> str:
    """The same; of a version of a page also the day on which it was saved, since all may bear one date."""
    document, words = record.document, when(record)
    is_version = record.document.id in site.kin.versions
    return f"{words}, {of_version(record)}" if is_version and document.date and has_own_day(record) else words


def has_own_day(record: Record) -> bool:
    """Whether it is known when a version was saved or came out."""
    return bool(record.document.captured or record.document.published)


def of_version(record: Record) -> str:
    """What tells a version from the others of its page, in words: `saved 21 March 2023`."""
    words = _("saved {day}") if record.document.captured else _("as of {day}")
    return words.format(day=in_words(saved(record)))


def body_of(site: Site, record: Record) -> str:
    """The name of the body that issued a document; empty where none is known."""
    key = f"organisations/{record.document.publisher}"
    return site.authority.name(key) if record.document.publisher and not site.authority.hides(key) else ""


def title_link(site: Site, page: str, id: str, anchor: str | None = None) -> str:
    """A link to a document in a sentence, as Markdown: its title, and its date."""
    record = site.by_id[id]
    title = inline(clip(site.title(record), 100))
    own = speech(record.document.language, site.notes.language)
    language = f"{{ {own} }}" if own else ""
    return f"[{title}]({site.links.to(page, document_page(id), anchor)}){language} ({inline(dated(site, record))})"


def anchor_of(record: Record, at: Place | None) -> str | None:
    """The anchor of the paragraph of a passage."""
    return record.anchors[at.paragraph - 1] if at else None


def cards(site: Site, page: str, listed: Iterable[Listed]) -> list[dict[str, Any]]:
    """A list in its order, each family once: its first document that is listed, with links to the others."""
    families: dict[str, list[Listed]] = {}
    for one in listed:
        families.setdefault(family_key(site, one[0]), []).append(one)
    return [_card(site, page, members) for members in families.values()]


def family_key(site: Site, id: str) -> str:
    """The first document of the family of a document; itself where it has none."""
    family = site.kin.family_of(id)
    return family[0].document.id if family else id


def _card(site: Site, page: str, members: list[Listed]) -> dict[str, Any]:
    rank = {record.document.id: n for n, record in enumerate(site.kin.family_of(members[0][0]))}
    face, *others = sorted(members, key=lambda one: rank.get(one[0], 0))
    versions = {record.document.id for record in site.kin.versions.get(face[0], ())}
    word = "version" if all(other[0] in versions for other in others) else "copy"
    return document_line(site, page, *face) | {
        "copies": [copy_link(site, page, *other) for other in others],
        "copies_are": counted(len(others), word) if others else "",
    }


def copy_link(site: Site, page: str, id: str, at: Place | None = None, anchor: str | None = None) -> dict[str, str]:
    """A copy as its first document names it: its body and day, and where it leads."""
    record = site.by_id[id]
    named = body_of(site, record) or clip(site.title(record), 60)
    is_version = id in site.kin.versions and has_own_day(record)
    day = of_version(record) if is_version else when(record)
    return {"words": f"{named}, {day}", "link": site.links.to(page, document_page(id), anchor)}


def counted(n: int, word: str) -> str:
    """A number with its word, as `1 copy`, `3 copies`."""
    words = {
        "copy": n_("{n} copy", "{n} copies", n),
        "document": n_("{n} document", "{n} documents", n),
        "other document": n_("{n} other document", "{n} other documents", n),
        "time": n_("{n} time", "{n} times", n),
        "version": n_("{n} version", "{n} versions", n),
    }
    return words[word].format(n=n)


def passage(record: Record, at: Place) -> tuple[str, str, str]:
    """The words around a span: before, itself, behind."""
    before, itself, behind = _around(record.blocks[at.paragraph - 1], at)
    if len(before) > _PASSAGE // 2:
        cut = before[-(_PASSAGE // 2) :]
        before = "…" + (cut.partition(" ")[2] or cut)
    if len(itself) > _LONGEST:
        return before, clip(itself, _LONGEST), ""
    return before, itself, clip("x" + behind, _PASSAGE)[1:]


def _around(block: Block, at: Place) -> tuple[str, str, str]:
    parts = block.text[: at.start], block.text[at.start : at.end], block.text[at.end :]
    before, itself, behind = map(withheld, parts) if block.withheld else parts
    return before, itself, behind


def marked(record: Record, places: Sequence[Place]) -> str:
    """A passage as Markdown with each of these spans of one paragraph marked; long words between them are cut."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((at.start, at.end) for at in places):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    text, number = record.blocks[places[0].paragraph - 1].text, places[0].paragraph
    parts = [passage(record, Place(number, *span, text[slice(*span)])) for span in spans]
    made = inline(parts[0][0])
    for n, (_start, end) in enumerate(spans):
        behind = parts[n][2] if n + 1 == len(spans) else _between(text[end : spans[n + 1][0]])
        made += f"<b>{inline(parts[n][1])}</b>{inline(behind)}"
    return made


def _between(text: str) -> str:
    if len(text) <= _PASSAGE:
        return text
    half = _PASSAGE // 2
    return f"{clip('x' + text[:half], half)[1:]} {text[-half:].partition(' ')[2]}"
