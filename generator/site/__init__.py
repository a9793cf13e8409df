"""From `build/docs` to `site/`: MkDocs and Material make the pages, split over the cores; Pagefind the search index."""

from __future__ import annotations

from generator.site.build import Share, build_site, forget, remove_made, take_share, theme_folder
from generator.site.lean import FRAME, lean
from generator.site.search import Indexing

__all__ = ["FRAME", "Indexing", "Share", "build_site", "forget", "lean", "remove_made", "take_share", "theme_folder"]
