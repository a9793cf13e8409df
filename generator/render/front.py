"""Front matter of a page: from an allow-list, escaped, since Material prints `title` and `description` as they are."""

from __future__ import annotations

import html
import json

from generator.text import legible

_ALLOWED = ("title", "description", "template", "lang", "hide")
_FOR_MACHINES = ("head", "ld")
"""Pairs of `meta` and JSON-LD: given as they are, since `document.html` escapes them."""


def front_matter(**fields: object) -> str:
    """The front matter of a page; JSON strings are YAML strings too."""
    lines = []
    for name in _ALLOWED:
        value = fields.get(name)
        if value:
            safe = html.escape(legible(value)) if isinstance(value, str) else value
            lines.append(f"{name}: {json.dumps(safe, ensure_ascii=False)}")
    lines += [f"{name}: {json.dumps(fields[name], ensure_ascii=False)}" for name in _FOR_MACHINES if fields.get(name)]
    return "\n".join(["---", *lines, "---", "", ""])
