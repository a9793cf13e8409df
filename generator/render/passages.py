"""What the text of a document shows of its relations: references, where a quotation ends, by whom it is quoted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.address import document_page
from generator.model import DIRECTED, Link, Place, Record, label_of
from generator.render.certainty import surest
from generator.render.escape import attribute
from generator.render.lists import anchor_of, title_link
from generator.render.site import Site
from generator.render.words import _, n_
from generator.text import clip

_LISTED = 3
"""So many documents are named beside a paragraph that they quote."""

_WHOLE = frozenset({"quotes", "reprint-of", "version-of", "translation-of"})
"""Relations whose passage is the text itself: no words that refer to something, so they become no link."""


_CLOSING = re.compile(r"(?>(?:[.,;:!?…]*[\"'”’»“)\]]+)?[.!?…]*)(?!\w)")
"""Marks that close a quotation with the stop at its end; a comma alone goes on with the sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a block that becomes a link or an abbreviation."""

    start: int
    end: int
    before: str
    after: str
    rank: int
    """Of marks that overlap, the lowest rank wins, then the longest; an abbreviation may stand within a link."""


@dataclass(frozen=True, slots=True)
class InText:
    """What stands in and beside the blocks of one text, by the number of the block."""

    references: Mapping[int, Sequence[Mark]] = field(default_factory=dict)
    points: Mapping[int, Sequence[tuple[int, str]]] = field(default_factory=dict)
    """Where a quotation ends, and the sign there, as Markdown that adds no words."""
    notes: Mapping[int, str] = field(default_factory=dict)
    """A line below the block, as Markdown."""


NOTHING = InText()
"""Of a text that has to do with no other."""


def in_text(site: Site, record: Record, page: str) -> InText:
    """What the page of a record shows of its relations within the text."""
    references: dict[int, list[Mark]] = defaultdict(list)
    for link in record.links:
        if link.at and link.relation in DIRECTED and link.relation not in _WHOLE:
            target = _target(site, page, link)
            later = f" ({_('issued later')})" if link.forward else ""
            words = f"{_(label_of(link.relation))}: {_title(site, link.to)}{later}"
            after = f']({target}){{ .r-ref .r-{link.certainty} title="{attribute(words)}" }}'
            references[link.at.paragraph].append(Mark(link.at.start, link.at.end, "[", after, 0))
    return InText(references, _quotations(site, record, page), _quoted(site, record, page))


def _target(site: Site, page: str, link: Link) -> str:
    return site.links.to(page, document_page(link.to), anchor_of(site.by_id[link.to], link.target_at))


def _title(site: Site, id: str) -> str:
    return clip(site.title(site.by_id[id]), 100)


Quotation = tuple[Place, Link]
"""A passage that a text has from another one, and the link that says so."""


def _quotations(site: Site, record: Record, page: str) -> dict[int, list[tuple[int, str]]]:
    """The sign where a quotation ends; passages that overlap, as of copies of one text, have one together."""
    made: dict[int, list[tuple[int, str]]] = defaultdict(list)
    quotations = [(link.at, link) for link in record.links if link.relation == "quotes" and link.at]
    for several in _clusters(quotations):
        at, link = max(several, key=lambda one: (one[0].end - one[0].start, one[1].score))
        others = len({one.to for _place, one in several}) - 1
        where = f", ¶ {link.target_at.paragraph}" if link.target_at else ""
        said = _("Quoted: “{quote}” stands in {document}")
        said = said.format(quote=clip(at.quote, 60), document=f"{_title(site, link.to)}{where}")
        if others:
            said += n_(", and in {n} other document", ", and in {n} other documents", others).format(n=others)
        words = attribute(said)
        sure = surest(one.certainty for _place, one in several)
        sign = f'[]({_target(site, page, link)}){{ .r-from .r-{sure} aria-label="{words}" title="{words}" }}'
        text = record.blocks[at.paragraph - 1].text
        made[at.paragraph].append((_behind(text, max(one.end for one, _link in several)), sign))
    return made


def _behind(text: str, end: int) -> int:
    """Where the sign of a passage that ends there stands: behind the marks that close it, and the full stop."""
    closed = _CLOSING.match(text, end)
    return closed.end() if closed else end


def _clusters(quotations: Sequence[Quotation]) -> list[list[Quotation]]:
    """The quotations of a text, those together whose passages overlap."""
    made: list[list[Quotation]] = []
    paragraph = reach = 0
    for at, link in sorted(quotations, key=lambda one: (one[0].paragraph, one[0].start, one[0].end, one[1].to)):
        if at.paragraph == paragraph and at.start < reach:
            made[-1].append((at, link))
            reach = max(reach, at.end)
        else:
            made.append([(at, link)])
            paragraph, reach = at.paragraph, at.end
    return made


def _quoted(site: Site, record: Record, page: str) -> dict[int, str]:
    """By whom each paragraph is quoted."""
    by: dict[int, dict[str, Link]] = defaultdict(dict)
    for source, link in site.pointing_to.get(record.document.id, []):
        if link.relation == "quotes" and link.target_at:
            by[link.target_at.paragraph].setdefault(source, link)
    return {number: _by_certainty(_note(site, page, quoting), quoting.values()) for number, quoting in by.items()}


def _by_certainty(words: str, links: Iterable[Link]) -> str:
    """Words that the page hides where readers want only what is confirmed, if none of the links is."""
    return (
        f'<span class="r-inferred">{words}</span>' if surest(link.certainty for link in links) == "inferred" else words
    )


def _note(site: Site, page: str, quoting: Mapping[str, Link]) -> str:
    shown = [
        title_link(site, page, source, anchor_of(site.by_id[source], link.at))
        for source, link in list(quoting.items())[:_LISTED]
    ]
    if len(quoting) == 1:
        return _("Quoted in {document}").format(document=shown[0])
    left = len(quoting) - _LISTED
    others = n_("and {n} more", "and {n} more", left).format(n=left)
    more = f" · [{others}](#related-quoted-by)" if left > 0 else ""
    words = n_("Quoted in {n} document: {documents}", "Quoted in {n} documents: {documents}", len(quoting))
    listed: str = words.format(n=len(quoting), documents=" · ".join(shown))
    return listed + more
