"""The axis of time: bins of days, months, quarters, years or many years, whichever are few enough."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import cached_property

from generator.render.dates import in_words

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "5": 60, "10": 120, "25": 300, "50": 600, "100": 1200}
"""How many months a bin of each unit has, the smallest first."""

_FEW = 24
"""So many bins can each be called by its name."""


@dataclass(frozen=True)
class Axis:
    """A span of time cut into bins."""

    starts: tuple[date, ...]
    """The first day of each bin."""
    end: date
    """The day after the last one."""
    unit: str
    """`day`, or one of months and years."""

    @cached_property
    def _ordinals(self) -> list[int]:
        return [start.toordinal() for start in self.starts]

    def bin_of(self, day: date) -> int:
        """The bin of a day; of one that lies outside, the nearest."""
        return min(max(bisect_right(self._ordinals, day.toordinal()) - 1, 0), len(self.starts) - 1)

    def last_of(self, bin: int) -> date:
        """The last day of a bin."""
        return (self.starts[bin + 1] if bin + 1 < len(self.starts) else self.end) - timedelta(days=1)

    def at(self, day: date) -> float:
        """Where a day lies, counted in bins from the beginning."""
        bin = self.bin_of(day)
        length = (self.last_of(bin) - self.starts[bin]).days + 1
        return bin + min(max((day - self.starts[bin]).days / length, 0), 1)

    def noon(self, day: date) -> float:
        """Where the middle of a day lies."""
        bin = self.bin_of(day)
        return self.at(day) + 0.5 / ((self.last_of(bin) - self.starts[bin]).days + 1)

    def years_of(self, bin: int) -> range:
        """The years that a bin touches."""
        return range(self.starts[bin].year, self.last_of(bin).year + 1)

    def label(self, bin: int) -> str:
        """What a bin is called: `19 January 2021`, `January 2021`, `1/2021–3/2021`, `2021`, `1910–1919`."""
        start, last = self.starts[bin], self.last_of(bin)
        if self.unit in ("day", "month"):
            return in_words(start.isoformat()[: 10 if self.unit == "day" else 7])
        if self.unit == "quarter":
            return f"{start.month}–{last.month}/{start.year}"
        return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"

    @property
    def has_long_labels(self) -> bool:
        """Whether its ticks say the month, or the day."""
        return self.unit == "day" or (self.unit == "month" and len(self.starts) <= _FEW)

    def ticks(self) -> Iterator[tuple[int, str]]:
        """The bins at which something begins, with words for it: years, or months and days where these are few."""
        few = len(self.starts) <= _FEW
        for bin, start in enumerate(self.starts):
            if self.unit == "day" and (bin == 0 or start.day == 1 or few):
                yield bin, self.label(bin) if few else in_words(start.isoformat()[:7])
            elif self.unit == "month" and few:
                yield bin, self.label(bin)
            elif self.unit != "day" and start.month == 1:
                yield bin, str(start.year)


def axis(first: date, last: date, most: int) -> Axis:
    """The axis from one day to another with the smallest bins of which there are at most so many."""
    last = min(last, date.max - timedelta(days=1))  # each bin ends before a day that there is
    if (last - first).days < most:
        days = (last - first).days + 1
        return Axis(tuple(first + timedelta(days=n) for n in range(days)), last + timedelta(days=1), "day")
    for unit, months in _MONTHS.items():
        starts = [*_starts(first, last, months)]
        if len(starts) <= most + 1 or unit == "100":
            return Axis(tuple(starts[:-1]), starts[-1], unit)
    raise AssertionError("the last unit is always taken")


def _starts(first: date, last: date, months: int) -> Iterator[date]:
    """The first days of the bins, and the one after them."""
    number = max((first.year * 12 + first.month - 1) // months * months, 12)
    while number // 12 <= MAXYEAR:
        start = date(number // 12, number % 12 + 1, 1)
        yield start
        if start > last:
            return
        number += months
    yield date.max


def day_of(iso: str) -> date:
    """A day; the year 0, which this calendar has not, is the year 1."""
    year, month, day = (int(part) for part in iso.split("-"))
    return date(max(year, 1), month, day)


def thinned(ticks: Iterator[tuple[int, str]], place: Callable[[int], float], gap: float) -> Iterator[tuple[int, str]]:
    """The ticks that stand at least so far apart, from the first on."""
    last = float("-inf")
    for bin, words in ticks:
        if place(bin) - last >= gap:
            last = place(bin)
            yield bin, words
