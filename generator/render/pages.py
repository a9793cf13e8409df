"""The pages of which each site has one."""

from __future__ import annotations

from collections.abc import Callable

from generator.render.front import front_matter
from generator.render.home import home
from generator.render.indexes import documents, tags
from generator.render.pictures import PICTURES
from generator.render.site import Site
from generator.render.templating import fill
from generator.render.wanted import wanted


def search(site: Site, page: str) -> str:
    """The search page; the script in the theme does the work."""
    link = site.links.to(page, "tags/index.md")
    return fill("search", front=front_matter(title="Search", template="search.html", hide=["toc"]), tags=link)


FIXED: tuple[tuple[str, Callable[[Site, str], str]], ...] = (
    ("index.md", home),
    ("documents/index.md", documents),
    ("tags/index.md", tags),
    ("wanted/index.md", wanted),
    ("search/index.md", search),
    *PICTURES,
)
"""Each with its path."""
