"""Jinja2 over the templates of pages."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.render.escape import attribute, element_text, inline, web_address
from generator.render.words import _, n_


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.render"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        auto_reload=False,  # else each page asks the disk whether its template has changed
    )
    environment.globals |= {"_": _, "n_": n_}
    environment.filters |= {"md": inline, "attr": attribute, "html": element_text, "web": web_address}
    return environment


def fill(template: str, **values: Any) -> str:
    """A page as Markdown: the template of that name with these values."""
    return _environment().get_template(f"{template}.md.j2").render(**values)
