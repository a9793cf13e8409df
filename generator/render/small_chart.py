"""The chronology in small: a bar for the documents of each year, a mark where events lie; SVG without a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.address import entity_page
from generator.render.days import events_by_day
from generator.render.escape import html_text
from generator.render.site import Site
from generator.render.words import _, n_

_WIDTH, _HEIGHT, _MARKS = 720, 64, 8
_WIDEST = 12


def small_chart(site: Site, page: str) -> str:
    """A figure of the documents by year as HTML; empty for fewer than three years.

    The bars lead to the years for those who point; the line below leads all others to the table of years.
    """
    counts = _counts(site)
    if len(counts) < 3:
        return ""
    first, last = min(counts), max(counts)
    label = html_text(_("Documents by year; underlined: years with events"))
    link = html_text(site.links.to(page, entity_page("years")).removesuffix("index.md"))
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT + _MARKS}" preserveAspectRatio="none"'
    caption = f'<span>{first}</span> <a href="{link}">{label}</a> <span>{last}</span>'
    drawn = [f'<svg {size} aria-hidden="true">', *_bars(site, page, counts), "</svg>"]
    return "\n".join(['<figure class="r-small-chart">', *drawn, f"<figcaption>{caption}</figcaption>", "</figure>"])


def _counts(site: Site) -> dict[int, int]:
    keys = (key for key in site.indexes.folders["years"] if key != "years/undated")
    return {int(key.partition("/")[2]): len(site.indexes.entities[key].documents) for key in keys}


def _bars(site: Site, page: str, counts: dict[int, int]) -> Iterator[str]:
    events = Counter(day[:4] for day in events_by_day(site))
    first, most = min(counts), max(counts.values())
    step = _WIDTH / (max(counts) - first + 1)
    wide = min(step * 0.72, _WIDEST)
    for year, count in sorted(counts.items()):
        height = max(1.5, count / most * _HEIGHT)
        words = html_text(n_("{year}: {n} document", "{year}: {n} documents", count).format(year=year, n=count))
        link = html_text(site.links.to(page, entity_page(f"years/{year}")).removesuffix("index.md"))
        across = f'x="{(year - first + 0.5) * step - wide / 2:.1f}" width="{wide:.1f}"'
        bar = f'<rect {across} y="{_HEIGHT - height:.1f}" height="{height:.1f}"/>'
        mark = f'<rect class="r-mark" {across} y="{_HEIGHT + 4}" height="3"/>' if events[str(year)] else ""
        yield f'<a href="{link}" tabindex="-1"><title>{words}</title>{bar}{mark}</a>'
