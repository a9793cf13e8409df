"""The axis of time and what stands on it."""

from datetime import date

from generator.figures import Cell, Chronology, Lane, Mark
from generator.render.pictures.coverage import rows_of, shade
from generator.render.pictures.lanes import axis_of, heaps, levels, middle
from generator.render.pictures.scale import axis, day_of, thinned


def test_the_smallest_bins_that_are_few_enough() -> None:
    spans = {
        (date(2012, 1, 1), date(2012, 2, 1)): ("day", 32),
        (date(2012, 1, 20), date(2012, 12, 2)): ("month", 12),
        (date(1999, 3, 1), date(2023, 8, 1)): ("quarter", 99),
        (date(1950, 1, 1), date(2020, 12, 31)): ("year", 71),
        (date(1821, 5, 5), date(2020, 1, 1)): ("5", 41),
        (date(1, 1, 1), date(9999, 12, 31)): ("100", 100),
    }
    assert {span: (made.unit, len(made.starts)) for span in spans if (made := axis(*span, 110))} == spans


def test_bins_and_what_they_are_called() -> None:
    years = axis(date(1821, 5, 5), date(2020, 1, 1), 110)
    assert (years.starts[0], years.label(0), years.end) == (date(1820, 1, 1), "1820–1824", date(2025, 1, 1))
    assert years.bin_of(date(1824, 12, 31)) == 0 and years.bin_of(date(1825, 1, 1)) == 1
    assert years.bin_of(date(1700, 1, 1)) == 0 and years.bin_of(date(2100, 1, 1)) == 40
    quarters = axis(date(2000, 2, 1), date(2020, 1, 1), 110)
    assert (quarters.label(1), quarters.at(date(2000, 1, 1)), quarters.at(date(2000, 4, 1))) == ("4–6/2000", 0, 1)
    months = axis(date(2012, 1, 20), date(2012, 12, 2), 110)
    assert months.label(1) == "February 2012"
    assert [words for _, words in quarters.ticks()][:2] == ["2000", "2001"]


def test_where_the_middle_of_a_day_lies() -> None:
    quarters = axis(date(2000, 2, 1), date(2020, 1, 1), 110)
    assert quarters.noon(date(2000, 1, 1)) == 0.5 / 91 and quarters.noon(date(2000, 6, 30)) == 1 + 90.5 / 91
    assert axis(date(2012, 1, 1), date(2012, 1, 9), 110).noon(date(2012, 1, 3)) == 2.5


def test_what_would_touch_stands_on_another_level() -> None:
    assert levels([0, 3, 8, 11, 9], 8) == [0, 1, 0, 1, 2] and levels([], 8) == []


def test_ticks_that_would_touch_are_left_out() -> None:
    ticks = axis(date(1950, 1, 1), date(1953, 12, 31), 5).ticks()
    assert [words for _, words in thinned(ticks, lambda bin: bin * 25.0, 40)] == ["1950", "1952"]


def test_the_year_nought_is_on_the_axis() -> None:
    assert day_of("0000-01-01") == date(1, 1, 1)


def test_a_mark_stands_in_the_middle_of_the_days_that_its_date_allows() -> None:
    sure, wide = Mark("a", "2012-03-01", "2012-03-01"), Mark("b", "2012-01-01", "2012-12-31", True)
    assert middle(wide) == date(2012, 7, 1)
    made = axis_of(Chronology(bodies=(Lane(None, (sure, wide)),)), 5)
    assert made and (made.unit, len(made.starts)) == ("month", 5)
    stacked = heaps((sure, wide, sure), made)
    assert [(len(heap.sure), len(heap.inferred), heap.height) for heap in stacked] == [(2, 0, 2), (0, 1, 1)]
    assert axis_of(Chronology()) is None


def test_gaps_are_rows_and_long_ones_are_one() -> None:
    one = (Cell(1, 0),)
    rows = [(first, last) for first, last, _ in rows_of({1999: one, 2001: one, 2010: one})]
    assert rows == [(1999, 1999), (2000, 2000), (2001, 2001), (2002, 2009), (2010, 2010)]


def test_many_years_are_put_together_by_ten() -> None:
    rows = list(rows_of({year: (Cell(1, 1),) for year in range(1801, 1901)}))
    assert rows[0] == (1800, 1809, [Cell(9, 9)]) and rows[-1] == (1900, 1909, [Cell(1, 1)]) and len(rows) == 11


def test_shades() -> None:
    assert [shade(n, 100) for n in (0, 1, 5, 30, 60, 100)] == [0, 1, 1, 3, 4, 5]


def test_the_last_day_that_there_is_has_its_bin() -> None:
    for first in (date(9999, 12, 1), date(9990, 1, 1), date(1, 1, 1)):
        made = axis(first, date(9999, 12, 31), 60)
        assert made.starts[-1] <= date(9999, 12, 31)
