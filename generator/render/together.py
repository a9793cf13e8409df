"""Same event: of the documents on one event those nearest in time, and the way to all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.address import entity_page
from generator.model import Link, Record
from generator.render.escape import inline
from generator.render.kin import in_time
from generator.render.lists import document_line
from generator.render.site import Site
from generator.render.words import _, n_, told

_NEAR = 2
"""So many documents before and after are shown."""
_FEW = 4
"""So many are shown whenever they are."""

Others = dict[str, list[tuple[Link, bool]]]
"""The other documents of a relation, each with its links and whether they are ours."""


def nearest(site: Site, record: Record, page: str, others: Others) -> list[dict[str, Any]]:
    """The entries that are shown, by date: a family once, at its first document here; our own family not at all."""
    own = {member.document.id for member in site.kin.family_of(record.document.id)}
    shown: dict[str, Link] = {}
    for event in _events(others):
        of = {id: link for id, links in others.items() if id not in own for link, _ in links if link.basis == event}
        shown |= {id: of[id] for id in _near(record, _faces(site, of))}
    # What only the curator says is of no event, and always stands here.
    shown |= {id: link for id, links in others.items() for link, _ in links if not link.basis.startswith("event:")}
    return [_entry(site, page, id, shown[id]) for id in sorted(shown, key=lambda id: in_time(site.by_id[id]))]


def ways(site: Site, page: str, others: Others) -> Iterator[str]:
    """For each event the link to all documents on it, as Markdown."""
    for event in _events(others):
        key = f"events/{event.partition(':')[2]}"
        if site.links.has(entity_page(key)):
            count = len(site.indexes.entities[key].documents)
            words = n_("{n} document on {event}", "All {n} documents on {event}", count)
            words = inline(words.format(n=count, event=site.authority.name(key)))
            yield f"[{words}]({site.links.to(page, entity_page(key))}#documents)"


def _events(others: Others) -> list[str]:
    """The events that links name, as these name them."""
    found = (link.basis for links in others.values() for link, _ in links)
    return list(dict.fromkeys(basis for basis in found if basis.startswith("event:")))


def _faces(site: Site, of: dict[str, Link]) -> list[Record]:
    """The documents by date, of each family the first that is among them."""
    faces: dict[str, Record] = {}
    for id in of:
        family = site.kin.family_of(id)
        face = next((member for member in family if member.document.id in of), site.by_id[id])
        faces[face.document.id] = face
    return sorted(faces.values(), key=in_time)


def _near(record: Record, faces: Sequence[Record]) -> list[str]:
    if len(faces) > _FEW:
        before = [face for face in faces if in_time(face) < in_time(record)]
        faces = [*before[-_NEAR:], *faces[len(before) :][:_NEAR]]
    return [face.document.id for face in faces]


def _entry(site: Site, page: str, id: str, link: Link) -> dict[str, Any]:
    """A document; the event stands below all of them, so that here only what is not sure is said."""
    said = link.reason if not link.basis.startswith("event:") else ""
    reason = told(said) or (_("inferred") if link.certainty == "inferred" else "")
    return document_line(site, page, id) | {
        "passages": [],
        "more": [],
        "reasons": [{"words": reason, "certainty": link.certainty}] if reason else [],
        "forward": False,
        "compare": None,
    }
