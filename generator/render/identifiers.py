"""What others call an entity: `same_as`, with the address of each identifier whose register is known."""

from __future__ import annotations

import re

from generator.render.escape import element_text, inline

_REGISTERS = {
    "wikidata": ("Wikidata", r"[QPL]\d+", "https://www.wikidata.org/entity/{}"),
    "geonames": ("GeoNames", r"\d+", "https://www.geonames.org/{}"),
    "viaf": ("VIAF", r"\d+", "https://viaf.org/viaf/{}"),
    "gnd": ("GND", r"[\dX-]+", "https://d-nb.info/gnd/{}"),
    "isni": ("ISNI", r"\d{15}[\dX]", "https://isni.org/isni/{}"),
    "orcid": ("ORCID", r"(?:\d{4}-){3}\d{3}[\dX]", "https://orcid.org/{}"),
    "ror": ("ROR", r"0[a-z\d]{8}", "https://ror.org/{}"),
    "lcnaf": ("LCNAF", r"[a-z]{1,2}\d+", "https://id.loc.gov/authorities/names/{}"),
    "osm": ("OpenStreetMap", r"(?:node|way|relation)/\d+", "https://www.openstreetmap.org/{}"),
    "getty": ("Getty TGN", r"\d+", "https://vocab.getty.edu/tgn/{}"),
}
"""By the key in `same_as`: the name of the register, the form of its identifiers, and their address."""

_ADDRESS = re.compile(r"https?://[\w.~:/?#@!$&+,;=%-]+")


def identifier(register: str, value: str) -> tuple[str, str]:
    """What the register is called, and the identifier as Markdown: a link where its address is sure, else plain."""
    name, form, address = _REGISTERS.get(register.lower(), (register[:1].upper() + register[1:], None, ""))
    if form and re.fullmatch(form, value, re.ASCII):
        return name, _outward(address.format(value), value)
    return name, _outward(value, value) if _ADDRESS.fullmatch(value) else inline(value)


def _outward(address: str, words: str) -> str:
    return f'<a href="{element_text(address)}" rel="external">{inline(words)}</a>'
