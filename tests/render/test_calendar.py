"""The calendar of a year, and the table of years by month."""

import re
from dataclasses import replace

from generator.authority import Authority
from generator.index import index
from generator.model import Evidence, Record
from generator.render import SiteNotes, by_date, pages
from generator.render.calendar import calendar
from generator.render.days import days_of_event
from generator.render.links import Links
from generator.render.site import Site
from tests.render.literal import ENTRIES, record, rendered

PAGE = "years/2012/index.md"


def spanning(id: str, first: str, last: str) -> Record:
    made = record(id, f"Words of {id}.")
    return replace(made, document=replace(made.document, date=f"{first}/{last}", span=(first, last)))


def site_of(*records: Record, language: str = "en") -> Site:
    authority = Authority(ENTRIES, {}, "")
    found = index(records, authority)
    there = {f"{key}/index.md": frozenset[str]() for key in found.entities}
    there |= {f"documents/{one.document.id}/index.md": frozenset() for one in records}
    site = Site(records, found, authority, SiteNotes("A", language=language), Links(there))
    there |= {page: anchors for page, (_make, anchors) in pages.growing(site).items()}
    return site


def months(html: str) -> dict[str, str]:
    return {re.search("<caption>(.*?)<", part)[1]: part for part in html.split('<div class="r-of-month')[1:]}  # type: ignore[index]


def test_days_lead_to_their_documents() -> None:
    one = record("one", "Words.", day="2012-09-03")
    site = site_of(one, record("two", "Words.", day="2012-10-01"), record("three", "Words.", day="2012-10-01"))
    found = months(calendar(site, PAGE, "2012"))
    assert list(found)[::11] == ["January", "December"] and len(found) == 12
    assert re.findall('href="(.*?)"', found["September"]) == ["../../documents/one/"]
    assert 'title="3 September: Title of one"' in found["September"]
    assert re.findall('href="(.*?)"', found["October"]) == ["../../documents/#day-2012-10-01"]
    assert 'title="1 October: 2 documents"' in found["October"]
    assert "href" not in found["January"] and site.links.errors == []
    assert found["September"].count("<td>") + found["September"].count("<td class") == 35


def of_certainty(made: Record, certainty: str) -> Record:
    evidence = {**made.document.evidence, "date": Evidence("date-line", certainty)}
    return replace(made, document=replace(made.document, evidence=evidence))


def test_a_day_that_is_inferred_is_counted_apart_and_bears_its_sign() -> None:
    alone = of_certainty(record("alone", "Words.", day="2012-05-03"), "inferred")
    beside = of_certainty(record("beside", "Words.", day="2012-09-03"), "inferred")
    html = calendar(site_of(alone, beside, record("sure", "Words.", day="2012-09-03")), PAGE, "2012")
    may, september = months(html)["May"], months(html)["September"]
    assert '<td>3<span class="r-inferred"><a class="r-day" href="../../documents/alone/"' in may
    assert "◇" in may and "r-of-1" not in may
    assert '<td class="r-of-1"><a class="r-day" href="../../documents/#day-2012-09-03"' in september
    assert '</small></a><span class="r-sign r-inferred" title="inferred: 1 document">◇</span></td>' in september
    assert html.count('<p class="r-noted r-inferred"><span class="r-sign">◇</span> inferred</p>') == 1


def test_a_day_that_is_uncertain_stands_in_words_below_the_month() -> None:
    unsure = record("unsure", "Words.", date="2012-05-03?", span=("2012-05-03", "2012-05-03"))
    about = of_certainty(record("about", "Words.", date="2012-05-04~", span=("2012-05-04", "2012-05-04")), "inferred")
    may = months(calendar(site_of(unsure, about), PAGE, "2012"))["May"]
    assert "r-day" not in may and "◇" not in may
    assert '<p class="r-noted">probably 3: <a href="../../documents/unsure/">Title of unsure</a></p>' in may
    assert '<p class="r-noted r-inferred">about 4: <a href="../../documents/about/">Title of about</a></p>' in may


def test_an_event_is_marked_by_a_sign_and_named_in_words() -> None:
    html = calendar(site_of(record("one", "Words.", day="2012-09-03", events=("vote",))), PAGE, "2012")
    september = months(html)["September"]
    assert '<td>2<span class="r-sign" title="Event">▲</span></td>' in september
    assert '▲</span> 2: <a href="../../events/vote/">Vote</a>' in september
    assert html.count("▲") == 2


def test_what_has_no_day_is_told_in_words() -> None:
    month, wide = spanning("m", "2012-05-01", "2012-05-31"), spanning("w", "2011-12-01", "2012-02-01")
    html = calendar(site_of(record("one", "Words."), month, wide), PAGE, "2012")
    assert "1 document of May has no day. 1 has no month that is sure." in html
    assert "href" not in months(html)["May"]


def test_the_week_and_the_names_are_those_of_the_language() -> None:
    found = months(calendar(site_of(record("one", "Words."), language="ru"), PAGE, "2012"))
    assert "сентябрь" in found and re.findall('abbr title="(.*?)"', found["сентябрь"])[0] == "понедельник"
    assert 'title="3 сентября: ' in found["сентябрь"]


def test_no_calendar_of_what_is_undated_or_has_no_day() -> None:
    site = site_of(spanning("m", "2012-05-01", "2012-05-31"))
    assert calendar(site, PAGE, "undated") == "" and calendar(site, PAGE, "2012") == ""


def test_the_days_of_events() -> None:
    def days(date: str) -> list[str]:
        return days_of_event(ENTRIES["events/vote"].model_copy(update={"date": date}))

    assert days("{1999-10-10,1999-10-24}") == ["1999-10-10", "1999-10-24"]
    assert days("2012-02-28/2012-03-01") == ["2012-02-28", "2012-02-29", "2012-03-01"]
    assert days("2012-01-01/2012-12-31") == ["2012-01-01", "2012-12-31"]
    assert days("[2012-05-01,2012-05-03]") == days("[2012-05-01..2012-05-03]") == []
    assert days("2012-05-01?") == []
    assert days("2012-05") == [] and days("XXXX-05-15") == []


def test_years_by_month_with_what_lies_between_them() -> None:
    made = rendered(
        record("a", "Words.", day="2009-03-01"),
        record("b", "Words.", day="2012-09-03", events=("vote",)),
        spanning("w", "2012-01-01", "2012-02-01"),
        replace(record("u", "Words."), document=replace(record("u").document, date=None, span=None)),
    )
    page = made.pages["years/index.md"]
    rows = [re.sub("<[^>]*>", "|", row) for row in re.findall("<tr.*?</tr>", page)]
    assert [re.findall(r"[^|]+", row) for row in rows][1:] == [
        ["2009", "1", "1"],
        ["2010–2011: none"],
        ["2012", "1", "▲", " 1 event", "1", "2"],
    ]
    assert "[1 document without a sure year](undated/index.md)" in page
    assert by_date.PAGE == 200
