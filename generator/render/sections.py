"""The indexes and what they are called."""

from __future__ import annotations

SECTIONS = {
    "people": "People",
    "organisations": "Organisations",
    "places": "Places",
    "events": "Events",
    "topics": "Topics",
    "publishers": "Publishers",
    "kinds": "Kinds of document",
    "collections": "Collections",
    "years": "Years",
}
"""The indexes and what they are called."""
