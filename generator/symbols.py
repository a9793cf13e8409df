"""Symbols of documents: the forms in which bodies number their papers."""

from __future__ import annotations

import re

SYMBOL = re.compile(
    r"(?<![\w./-])(?=[\w./()-]{0,40}\d)"
    r"(?:[A-Z]{1,8}(?:[.-][A-Z]{2,8})+(?:/[A-Z\d][\w()-]*)+|[A-Z]{1,8}(?:/[A-Z\d][\w()-]*){2,})(?![\w/])"
)
"""`PC.DEC/1234`, `ODIHR.GAL/12/24`, `A/RES/75/1`: capitals, then parts behind strokes, a figure among them."""
