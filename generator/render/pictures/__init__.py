"""Pictures where people would rather look: chronology, map, network, coverage."""

from generator.render.pictures.atlas import atlas_page
from generator.render.pictures.chronology import chronology_page
from generator.render.pictures.coverage import coverage_page
from generator.render.pictures.locator import place_map
from generator.render.pictures.network import network_page
from generator.render.pictures.small import chronology_small

__all__ = ["PICTURES", "chronology_small", "place_map"]

PICTURES = (
    ("chronology/index.md", chronology_page),
    ("map/index.md", atlas_page),
    ("network/index.md", network_page),
    ("coverage/index.md", coverage_page),
)
"""The pages, each with its path."""
