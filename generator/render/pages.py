"""The pages of which each site has one, and those whose number hangs on the size of the archive."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.render.by_date import documents
from generator.render.by_date import parts as parts_by_date
from generator.render.front import front_matter
from generator.render.home import home
from generator.render.indexes import letter_of, tags
from generator.render.pictures import PICTURES
from generator.render.register import is_split, letter_page, letters
from generator.render.sections import SECTIONS
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.wanted import wanted
from generator.render.words import _

Make = Callable[[Site, str], str]
"""Makes a page of the site at a path."""


def search(site: Site, page: str) -> str:
    """The search page; the script in the theme does the work."""
    link = site.links.to(page, "tags/index.md")
    return fill("search", front=front_matter(title=_("Search"), template="search.html", hide=["toc"]), tags=link)


FIXED: tuple[tuple[str, Make], ...] = (
    ("index.md", home),
    ("tags/index.md", tags),
    ("wanted/index.md", wanted),
    ("search/index.md", search),
    *PICTURES,
)
"""Each with its path."""


def growing(site: Site) -> dict[str, tuple[Make, frozenset[str]]]:
    """The pages of lists that are split where they are long, by path, each with its anchors."""
    made: dict[str, tuple[Make, frozenset[str]]] = {
        page: (documents, anchors) for page, anchors in parts_by_date(site).items()
    }
    for folder in SECTIONS:
        for one in letters(site, folder) if is_split(site, folder) else ():
            make = partial(_letter, folder=folder, id=one.id)
            made[letter_page(folder, one)] = make, frozenset({f"letter-{one.id}"})
    return made


def _letter(site: Site, page: str, folder: str, id: str) -> str:
    return letter_of(site, folder, next(one for one in letters(site, folder) if one.id == id))
