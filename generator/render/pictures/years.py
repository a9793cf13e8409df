"""Documents by year as a small chart of bars: for 1 year or for 100."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.render.escape import html_text
from generator.render.words import _, n_

_WIDTH, _TALL, _ABOVE, _BELOW = 260, 56, 14, 16
"""Of the picture; of the highest bar; of the room over it, for its number, and under it, for the years."""
_STEP = 16.0
"""From one bar to the next, where there is room."""
_LABEL = 40
"""So much room a year takes under the line."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


@dataclass(frozen=True, slots=True)
class Bar:
    """A year that has documents."""

    year: int
    count: int
    link: str
    """As HTML writes it."""


def years_chart(bars: Sequence[Bar], title: str) -> str:
    """The chart as SVG, on one line; `bars` are in order, at least one.

    Its links are no stops of the tab key, since the table that belongs under it has the same: so it is a `group`, not
    an `img`, whose links no reader of the screen would find.
    """
    first, last = bars[0].year, bars[-1].year
    step = min(_STEP, _WIDTH / (last - first + 1))
    most = max(bars, key=lambda bar: bar.count)
    height = _ABOVE + _TALL + _BELOW
    wide = step * (last - first + 1)
    parts = [
        f'<svg class="r-bars" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" role="group"',
        ' aria-labelledby="r-bars-title" aria-describedby="r-bars-desc">',
        f'<title id="r-bars-title">{html_text(title)}</title>',
        f'<desc id="r-bars-desc">{html_text(_described(bars, most))}</desc>',
        *(_bar(bar, step * (bar.year - first), step, most.count) for bar in bars),
        f'<path class="r-base" d="M0 {_ABOVE + _TALL + 0.5}H{_number(wide)}"/>',
        _most(most, step * (most.year - first + 0.5), wide),
        *(_year(words, x, anchor) for words, x, anchor in _ticks(first, last, step)),
        "</svg>",
    ]
    return "".join(parts)


def _described(bars: Sequence[Bar], most: Bar) -> str:
    if len(bars) == 1:
        return _words(most)
    return _("From {first} to {last}; most in {most}").format(first=bars[0].year, last=bars[-1].year, most=_words(most))


def _words(bar: Bar) -> str:
    return f"{bar.year}: " + n_("{n} document", "{n} documents", bar.count).format(n=bar.count)


def _bar(bar: Bar, x: float, step: float, most: int) -> str:
    """A bar, and over its whole column the area that can be hit."""
    tall = max(2.0, _TALL * bar.count / most)
    gap = step * 0.15 if step > 3 else 0
    words = html_text(_words(bar))
    return (
        f'<a href="{html_text(bar.link)}" tabindex="-1" aria-label="{words}"><title>{words}</title>'
        f'<rect class="r-hit" x="{_number(x)}" y="{_ABOVE}" width="{_number(step)}" height="{_TALL}"/>'
        f'<rect class="r-bar" x="{_number(x + gap)}" y="{_number(_ABOVE + _TALL - tall)}"'
        f' width="{_number(max(1.0, step - 2 * gap))}" height="{_number(tall)}"/></a>'
    )


def _most(most: Bar, x: float, wide: float) -> str:
    """The number over the highest bar, kept inside the picture."""
    edge = 4 * len(str(most.count))
    inside = min(max(x, edge), max(wide, 2 * edge) - edge)
    return f'<text x="{_number(inside)}" y="{_ABOVE - 4}" text-anchor="middle" aria-hidden="true">{most.count}</text>'


def _ticks(first: int, last: int, step: float) -> Iterator[tuple[str, float, str]]:
    """The years under the line: the ends, and round ones where there is room."""
    wide = step * (last - first + 1)
    if wide < 2 * _LABEL:
        yield str(first) if first == last else f"{first}–{last}", 0, "start"
        return
    yield str(first), 0, "start"
    every = next((n for n in _STEPS if n * step >= 1.25 * _LABEL), _STEPS[-1])
    for year in range(first - first % every + every, last, every):
        x = step * (year - first + 0.5)
        if 1.25 * _LABEL <= x <= wide - 1.25 * _LABEL:
            yield str(year), x, "middle"
    yield str(last), wide, "end"


def _year(words: str, x: float, anchor: str) -> str:
    y = _ABOVE + _TALL + _BELOW - 3
    return f'<text x="{_number(x)}" y="{y}" text-anchor="{anchor}" aria-hidden="true">{words}</text>'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
