"""The page of a person, body, place, event, topic, publisher, kind, collection or year."""

from __future__ import annotations

from typing import Any

from generator.address import entity_page
from generator.authority import Event
from generator.render.certainty import of_card
from generator.render.dossier import dossier
from generator.render.entry import entry_lines
from generator.render.front import front_matter
from generator.render.lists import cards
from generator.render.sections import SECTIONS
from generator.render.site import Site
from generator.render.templating import fill


def entity(site: Site, heading: Any) -> str:
    """The page of a person, body, place, event, topic, publisher, kind, collection or year."""
    page = entity_page(heading.key)
    folder = heading.key.partition("/")[0]
    entry = site.authority.get(heading.key.replace("publishers/", "organisations/", 1))
    gathered = dossier(site, page, entry) if isinstance(entry, Event) else None
    return fill(
        "entity",
        front=front_matter(
            title=heading.title,
            description=f"{SECTIONS[folder]}: {heading.title}",
            hide=["toc"] if gathered and gathered["rows"] else None,  # the table wants the whole width
        ),
        title=heading.title,
        section=SECTIONS[folder],
        section_link=site.links.to(page, entity_page(folder)),
        about=getattr(entry, "about", None),
        lines=list(entry_lines(site, page, entry)) if entry else [],
        dossier=gathered,
        count=len(heading.documents),
        documents=[
            card | {"certainty": of_card(site, card["id"], heading.key)}
            for card in cards(site, page, ((o.document, o.passage, o.anchor) for o in heading.documents))
        ],
    )
