"""Front matter of a page: from an allow-list, escaped, since Material prints `title` and `description` as they are."""

from __future__ import annotations

import html
import json

_ALLOWED = ("title", "description", "template", "lang", "hide")


def front_matter(**fields: object) -> str:
    """The front matter of a page; JSON strings are YAML strings too."""
    lines = []
    for name in _ALLOWED:
        value = fields.get(name)
        if value:
            safe = html.escape(" ".join(value.split())) if isinstance(value, str) else value
            lines.append(f"{name}: {json.dumps(safe, ensure_ascii=False)}")
    return "\n".join(["---", *lines, "---", "", ""])
