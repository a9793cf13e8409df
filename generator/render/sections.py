"""The indexes and what they are called."""

from __future__ import annotations

from generator.render.words import later_

SECTIONS = {
    "people": later_("People"),
    "organisations": later_("Organisations"),
    "places": later_("Places"),
    "events": later_("Events"),
    "topics": later_("Topics"),
    "publishers": later_("Publishers"),
    "kinds": later_("Kinds of document"),
    "collections": later_("Collections"),
    "years": later_("Years"),
}
"""The indexes and what they are called."""
