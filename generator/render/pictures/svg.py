"""The few elements of SVG that the pictures use; whatever comes from a name is escaped here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.address import entity_page, entry_key
from generator.render.escape import html_text
from generator.render.site import Site
from generator.text import clip

Attribute = str | float | None


def element(name: str, *content: str, **attributes: Attribute) -> str:
    """An element with what is in it, which is markup already; `_` in names of attributes stands for a hyphen.

    A trailing `_` is dropped (`class_`), and an attribute without value is left out.
    """
    given = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    inner = "".join(content)
    return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"


def _name(key: str) -> str:
    return key if key in ("viewBox", "preserveAspectRatio") else key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return plain(value) if isinstance(value, str) else number(value)


def plain(words: str) -> str:
    """Words as content or value, on one line: a blank line would end the HTML that Markdown passes on."""
    return html_text(" ".join(words.split()))


def number(value: float) -> str:
    """A number with one decimal at most."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def picture(
    width: float,
    height: float,
    name: str,
    *content: str,
    class_: str = "",
    role: str = "group",
    stretched: bool = False,
) -> str:
    """A picture that scales, under a name.

    It is a group, whose links can be reached; what is in an `img` is hidden from those who cannot see it.
    """
    box, ratio = f"0 0 {number(width)} {number(height)}", "none" if stretched else None
    given = {"viewBox": box, "preserveAspectRatio": ratio, "role": role, "aria_label": name}
    return element("svg", *content, class_=class_ or None, **given)


def text(x: float, y: float, words: str, *, longest: int = 60, **attributes: Attribute) -> str:
    """Words at a point, cut at `longest`; those that were cut are told whole."""
    shown = clip(words, longest)
    whole = element("title", plain(words)) if shown != words else ""
    return element("text", whole, plain(shown), x=x, y=y, **attributes)


def link(href: str, title: str, *content: str, class_: str | None = None) -> str:
    """A link around shapes, named by its title."""
    return element("a", element("title", plain(title)), *content, href=href, class_=class_)


def path(points: Iterable[Sequence[int]], closed: bool = False) -> str:
    """A line through whole points as the data of a path, each from the one before."""
    steps: list[str] = []
    at: Sequence[int] | None = None
    for point in points:
        x, y = point
        if at is None:
            steps.append(f"M{x} {y}l")
        elif point != at:
            step = f"{x - at[0]} {y - at[1]}"
            steps.append(step if steps[-1].endswith("l") or step.startswith("-") else f" {step}")
        at = point
    return "".join(steps) + ("z" if closed else "") if len(steps) > 1 else ""


def address(site: Site, page: str, target: str, anchor: str | None = None) -> str:
    """The address of another page as HTML wants it: the folder, since Markdown does not mend links in raw HTML."""
    file, mark, fragment = site.links.to(page, target, anchor).partition("#")
    return (file.removesuffix("index.md") or "./") + mark + fragment


def entity_address(site: Site, page: str, key: str) -> str | None:
    """The address of an entity's page; None where it has none, or may not be named."""
    target = entity_page(key)
    named = not site.authority.hides(entry_key(key))
    return address(site, page, target) if named and site.links.has(target) else None


def linked(site: Site, page: str, key: str, words: str) -> str:
    """Words in HTML, as a link where the entity has a page."""
    href = entity_address(site, page, key)
    return element("a", plain(words), href=href) if href else plain(words)
