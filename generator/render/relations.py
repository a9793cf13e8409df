"""What a document has to do with others, as its page lists it: by relation, both directions, with the passages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.address import comparison_page, document_page
from generator.model import DIRECTED, ENTITY_KINDS, MUTUAL, Link, Place, Record
from generator.render import changes
from generator.render.escape import inline
from generator.render.kin import in_time
from generator.render.lists import anchor_of, document_line, marked
from generator.render.site import Site
from generator.render.speech import speech
from generator.render.together import Others, nearest, ways
from generator.render.words import _, told
from generator.text import clip

_PASSAGES = 3
"""So many passages of one document are shown under a relation, the others when asked for."""
_QUOTE = 360
"""Code points of a quotation that changed nothing, as it is shown."""

_COMPARED = ("reprint-of", "version-of", "translation-of")

_ORDER = [label for pair in DIRECTED.values() for label in pair] + list(MUTUAL.values())


def relations(site: Site, record: Record, page: str) -> Iterator[dict[str, Any]]:
    """The groups under `Related documents`, each with its label, its anchor and one entry for each other document."""
    groups: dict[str, Others] = {}
    for link in record.links:
        label = DIRECTED[link.relation][0] if link.relation in DIRECTED else MUTUAL[link.relation]
        groups.setdefault(label, {}).setdefault(link.to, []).append((link, True))
    for source, link in site.pointing_to.get(record.document.id, []):
        label = DIRECTED[link.relation][1] if link.relation in DIRECTED else MUTUAL[link.relation]
        groups.setdefault(label, {}).setdefault(source, []).append((link, False))
    for label in sorted(groups, key=_ORDER.index):
        others, made = groups[label], {"title": _(label), "anchor": group_anchor(label)}
        if label == MUTUAL["same-event"]:
            yield made | {"entries": nearest(site, record, page, others), "ways": list(ways(site, page, others))}
        else:
            yield made | {"entries": _entries(site, record, page, label, others), "ways": []}


def group_anchor(label: str) -> str:
    """The anchor of a group under `Related documents`."""
    return f"related-{label.lower().replace(' ', '-')}"


def _entries(site: Site, record: Record, page: str, label: str, others: Others) -> list[dict[str, Any]]:
    ordered = list(others.items())
    if label != MUTUAL["similar"]:  # these stand by how similar they are
        ordered.sort(key=lambda item: in_time(site.by_id[item[0]]))
    return [_entry(site, record, page, *other) for other in ordered]


def _entry(site: Site, record: Record, page: str, other: str, links: list[tuple[Link, bool]]) -> dict[str, Any]:
    """The other end: it leads to the first passage there; with the passages, and why each is believed."""
    far = site.by_id[other]
    link, ours = max(links, key=lambda one: one[0].score)
    ordered = sorted(links, key=lambda one: _where(one[0].at))
    shown = [one for several in _by_passage(ordered) if (one := _passage(site, page, record, far, several))["words"]]
    reasons = _unsaid(site, shown, [link for link, _ in ordered])
    first = _ends(*ordered[0])[1]
    pair = (record.document.id, other) if ours else (other, record.document.id)
    return document_line(site, page, other, anchor=anchor_of(far, first)) | {
        "passages": shown[:_PASSAGES],
        "more": shown[_PASSAGES:],
        "reasons": reasons,
        "forward": any(link.forward and ours for link, ours in links),
        "compare": _comparison(site, page, *pair) if link.relation in _COMPARED else None,
    }


def _by_passage(links: list[tuple[Link, bool]]) -> list[list[tuple[Link, bool]]]:
    """The links in order; those together that lie in one paragraph and mean one paragraph, but each quotation alone."""
    groups: dict[tuple[int, ...], list[tuple[Link, bool]]] = {}
    for n, (link, ours) in enumerate(links):
        ends = [at.paragraph if at else 0 for at in (link.at, link.target_at)]
        groups.setdefault((n + 1, 0) if link.relation == "quotes" else (0, *ends), []).append((link, ours))
    return list(groups.values())


def _unsaid(site: Site, shown: list[dict[str, Any]], links: list[Link]) -> list[dict[str, str]]:
    """The reasons of the links that have no passage; where all passages have one in common, it is said here once."""
    every = {(words, link.certainty): None for link in links if (words := reason(site, link))}
    if len(every) == 1 and links[0].relation != "quotes":
        for one in shown:
            one["reasons"] = []
    said = {(r["words"], r["certainty"]) for one in shown for r in one["reasons"]}
    return [{"words": words, "certainty": certainty} for words, certainty in every if (words, certainty) not in said]


def _comparison(site: Site, page: str, holder: str, other: str) -> str | None:
    """The link to the page that compares the two documents of a relation, if there is one."""
    target = comparison_page(holder, other)
    return site.links.to(page, target) if site.links.has(target) else None


def _where(at: Place | None) -> tuple[int, int]:
    return (at.paragraph, at.start) if at else (0, 0)


def _ends(link: Link, ours: bool) -> tuple[Place | None, Place | None]:
    """The passage here and the passage there of a link that we hold, or of one that leads to us."""
    return (link.at, link.target_at) if ours else (link.target_at, link.at)


def _passage(site: Site, page: str, record: Record, far: Record, several: list[tuple[Link, bool]]) -> dict[str, Any]:
    """One passage with all places of a relation in it: its words as Markdown, the paragraphs at both ends, and why."""
    here, there = _ends(*several[0])
    why = {(words, link.certainty): None for link, _ in several if (words := reason(site, link))}
    return {
        "words": _words(record, far, several),
        "speech": _speech(site, record, far, several[0]),
        "here": here.paragraph if here else None,
        "here_link": f"#{anchor_of(record, here)}",
        "there": there.paragraph if there else None,
        "there_link": site.links.to(page, document_page(far.document.id), anchor_of(far, there)) if there else None,
        "reasons": [{"words": words, "certainty": certainty} for words, certainty in why],
    }


def _words(record: Record, far: Record, several: list[tuple[Link, bool]]) -> str:
    """A quotation with what it changed; of others the passage at the far end, else the one that speaks of it."""
    link = several[0][0]
    if link.relation == "quotes" and link.at:
        if not link.target_at or changes.same(link.target_at.quote, link.at.quote):
            return inline(clip(link.at.quote, _QUOTE))
        return changes.within(link.target_at.quote, link.at.quote)
    ends = [_ends(*one) for one in several]
    at_far = ends[0][1] is not None
    places = [at for one in ends if (at := one[1] if at_far else one[0])]
    return marked(far if at_far else record, places) if places else ""


def _speech(site: Site, record: Record, far: Record, one: tuple[Link, bool]) -> str:
    """The language of a passage: of a quotation that of the text which quotes, else of the end that is shown."""
    link, ours = one
    there = _ends(link, ours)[1]
    shown = (record if ours else far) if link.relation == "quotes" else far if there else record
    return speech(shown.document.language, site.notes.language)


def reason(site: Site, link: Link) -> str:
    """Why a link is believed, with how sure that is, in words; empty where nothing may be said."""
    words = _reason(site, link)
    if link.certainty == "curated" or not words:
        return words
    certainty = {"stated": _("stated"), "inferred": _("inferred")}.get(link.certainty, link.certainty)
    return f"{certainty}: {words}"


def _reason(site: Site, link: Link) -> str:
    if link.relation == "similar":
        return _likeness(site, link.reason.split("|"))
    return link.reason if link.certainty == "curated" else told(link.reason)


def _likeness(site: Site, parts: list[str]) -> str:
    """What two documents have in common: entities by their keys, and words, parted by `|`."""
    names = [site.authority.name(part) for part in parts if part.partition("/")[0] in ENTITY_KINDS]
    words = [part for part in parts if part and part.partition("/")[0] not in ENTITY_KINDS]
    if names[1:]:
        names = [_("{first} and {second}").format(first=", ".join(names[:-1]), second=names[-1])]
    named = [_("Both name {names}").format(names=name) for name in names]
    return "; ".join([*named, *map(told, words)])
