import re
from itertools import pairwise
from xml.etree import ElementTree

from generator.render.pictures.years import Bar, years_chart

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*bars: Bar):
    return ElementTree.fromstring(
        years_chart(bars, "By year").replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')
    )


def test_each_year_is_a_link_with_its_number_and_no_stop_of_the_tab_key() -> None:
    chart = drawn(Bar(2012, 3, "../../years/2012/"), Bar(2014, 1, "../../years/2014/?a&b"))
    links = chart.findall(f"{SVG}a")
    assert [(a.get("href"), a.get("aria-label"), a.get("tabindex")) for a in links] == [
        ("../../years/2012/", "2012: 3 documents", "-1"),
        ("../../years/2014/?a&b", "2014: 1 document", "-1"),
    ]
    assert chart.find(f"{SVG}desc").text == "From 2012 to 2014; most in 2012: 3 documents"
    ids = {element.get("id") for element in chart.iter()}
    assert {chart.get("aria-labelledby"), chart.get("aria-describedby")} <= ids


def test_one_year_has_one_bar_with_its_year_and_number() -> None:
    chart = drawn(Bar(2012, 7, "x"))
    assert [text.text for text in chart.findall(f"{SVG}text")] == ["7", "2012"]
    assert chart.find(f"{SVG}desc").text == "2012: 7 documents"


def test_a_hundred_years_stay_in_the_picture_and_their_labels_apart() -> None:
    chart = drawn(*(Bar(year, year % 7 + 1, "x") for year in range(1921, 2021)))
    width = float(chart.get("width"))
    for rect in chart.iter(f"{SVG}rect"):
        assert float(rect.get("x")) >= 0 and float(rect.get("x")) + float(rect.get("width")) <= width + 0.01
        assert float(rect.get("width")) >= 1
    years = [t for t in chart.findall(f"{SVG}text") if re.fullmatch(r"\d{4}", t.text)]
    assert [t.text for t in years] == ["1921", "1940", "1960", "1980", "2000", "2020"]
    middles = [float(t.get("x")) for t in years]
    assert all(b - a >= 40 for a, b in pairwise(middles))
