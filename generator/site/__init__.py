"""From `build/docs` to `site/`: MkDocs and Material make the pages, split over the cores; Pagefind the search index."""

from __future__ import annotations

from generator.site.build import Share, build_site, forget, remove_made, take_share
from generator.site.search import Indexing

__all__ = ["Indexing", "Share", "build_site", "forget", "remove_made", "take_share"]
