"""The pages with pictures: what they draw and how names are escaped."""

import re
from dataclasses import replace
from xml.etree import ElementTree

from generator.authority import Authority, Event, Organisation, Person, Place
from generator.index import index
from generator.model import Evidence, Mention, Record
from generator.render import SiteNotes, render
from generator.render.links import Links
from generator.render.pictures import chronology_small, place_map
from generator.render.pictures.svg import element, number, path, text
from generator.render.site import Site
from tests.render.literal import record

HOSTILE = '"Old" & <b>New</b>\n\nBoard\u202e of the very long and many-worded kind that nobody ever cuts'
ENTRIES = {
    "organisations/board": Organisation(id="board", folder="organisations", name=HOSTILE),
    "organisations/wire": Organisation(id="wire", folder="organisations", name="Wire", abbreviation="W"),
    "people/p": Person(id="p", folder="people", name="Pia <i>"),
    "places/town": Place(id="town", folder="places", name="Town", latitude=42.5, longitude=74.6),
    "events/vote": Event(id="vote", folder="events", name="Vote <1>", date="2012-09-02", place="town"),
}
AUTHORITY = Authority(ENTRIES, {}, "")


def naming(given: Record, *keys: str) -> Record:
    return replace(given, mentions=tuple(Mention(key, None, "name", "stated", 1.0) for key in keys))


def archive(*more: Record) -> list[Record]:
    facts: dict[str, object] = {"publisher": "board", "events": ("vote",)}
    named = ("places/town", "people/p", "organisations/wire", "organisations/board")
    inferred = {"date": Evidence("event", "inferred")}
    return [
        naming(record("2012/a", "A.", day="2012-09-03", **facts), *named),  # type: ignore[arg-type]
        naming(record("2012/b", "B.", publisher="wire", span=("2012-01-01", "2012-12-31"), evidence=inferred), *named),
        *more,
    ]


def pages(records: list[Record]) -> dict[str, str]:
    made = render(records, index(records, AUTHORITY), AUTHORITY, SiteNotes("Archive"), {})
    assert made.errors == []
    return dict(made.pages)


def drawn(page: str) -> list[ElementTree.Element]:
    """The pictures of a page, which are well-formed."""
    return [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", page, re.S)]


def test_all_pictures_are_well_formed_whatever_names_are_like() -> None:
    made = pages(archive())
    for name in ("chronology", "map", "network"):
        page = made[f"{name}/index.md"]
        assert drawn(page), name
        assert "<b>New" not in page and "<i>" not in page and " style=" not in page and "\n\nBoard" not in page
    assert "&lt;b&gt;New&lt;/b&gt;" in made["network/index.md"]


def test_the_chronology_tells_a_day_a_span_and_an_inference_apart_and_leads_to_its_documents() -> None:
    lying, upright = drawn(pages(archive())["chronology/index.md"])[-2:]
    assert (lying.get("class"), upright.get("class")) == ("r-lying", "r-upright")
    links = {link.get("href"): link for link in lying.iter("a")}
    assert links["../documents/2012/a/"].get("class") == "r-dot"
    inferred = links["../documents/2012/b/"]
    assert inferred.get("class") == "r-dot r-inferred"
    assert inferred.find("circle").get("class") == "r-hollow" and inferred.find("path") is not None  # type: ignore[union-attr]
    assert links["../events/vote/"].findtext("title") == "Vote <1>"
    assert {link.get("href") for link in upright.iter("a")} == {href for href in links if href != "../places/town/"}


def test_a_mark_stands_at_its_very_day_and_none_hides_another() -> None:
    days = {"a": "2012-03-31", "b": "2012-04-01", "c": "2012-04-20", "d": "2012-06-20", "e": "2012-06-20"}
    far = record("z", "Z.", day="2035-01-01", publisher="wire")
    near = [record(id, "X.", day=day, publisher="wire") for id, day in days.items()]
    page = pages([*near, far])["chronology/index.md"]
    found = {link.get("href", "")[13:-1]: link.find("circle") for link in drawn(page)[-2].iter("a")}
    x = {id: float(found[id].get("cx")) for id in days}  # type: ignore[arg-type,union-attr]
    y = {id: float(found[id].get("cy")) for id in days}  # type: ignore[arg-type,union-attr]
    assert x["a"] < x["b"] < x["c"] < x["d"] == x["e"]
    assert len({y["a"], y["b"], y["c"]}) == 3 and y["d"] != y["e"]
    assert "Each mark leads to its document or event." in page and "each bar" not in page
    years = [text.text for text in drawn(page)[-2].iter("text")]
    assert "2012" in years and "2034" in years


def test_where_dots_would_overlap_there_are_bars_of_what_is_sure_and_what_is_inferred() -> None:
    inferred = {"date": Evidence("event", "inferred")}
    many = [record(f"2013/x{n}", "X.", day="2013-05-05", publisher="wire") for n in range(30)]
    many += [record(f"2013/y{n}", "Y.", day="2013-05-05", publisher="wire", evidence=inferred) for n in range(10)]
    page = pages(archive(*many))["chronology/index.md"]
    assert "Where there are too many for marks, each bar leads to its year." in page
    lying = drawn(page)[-2]
    bars = [
        (bar.get("class"), bar.get("href"), bar.findtext("title"))
        for bar in lying.iter("a")
        if bar.find("rect") is not None
    ]
    assert ("r-bar", "../years/2013/", "Wire, May 2013: 30 documents") in bars
    assert ("r-bar r-inferred", "../years/2013/", "Wire, May 2013: 10 documents") in bars


def test_bins_of_many_years_lead_to_their_row_in_the_table() -> None:
    old = [record(f"1800/x{n}", "X.", day=f"18{n // 2:02}-05-05", publisher="wire") for n in range(18)]
    page = pages(archive(*old))["chronology/index.md"]
    assert 'href="#from-1800"' in page and '<tr id="from-1800">' in page
    assert '1800–1804<br><a href="../years/1800/">1800</a> <a href="../years/1801/">' in page


def test_an_archive_without_dates_places_or_names_says_so() -> None:
    made = pages([record("a", "A.", span=None, date=None)])
    assert "No document is dated yet." in made["chronology/index.md"]
    assert '<a href="../years/undated/">1 document</a> cannot be placed in time.' in made["chronology/index.md"]
    assert "No place that the documents name has coordinates yet" in made["map/index.md"]
    assert "No text names two people or bodies yet." in made["network/index.md"]
    assert "There are no documents yet." in pages([])["coverage/index.md"]


def test_the_map_has_a_circle_with_a_link_for_each_place_and_words_for_the_others() -> None:
    for picture in drawn(pages(archive())["map/index.md"]):
        (link,) = picture.iter("a")
        assert (link.get("href"), link.findtext("title")) == ("../places/town/", "Town: 2 documents")
        assert picture.get("role") == "group" and picture.get("aria-label") == "Places on a map"


def test_a_circle_at_the_edge_of_the_world_is_whole_and_a_place_without_room_is_named_below() -> None:
    where = {"edge": (-16.8, -179.9), "london": (51.5, -0.1), "tokyo": (35.7, 139.7), "rome": (41.9, 12.5)}
    where |= {f"near{n}": (51.5 + n / 50, -0.1 + n / 50) for n in range(20)}
    entries = {
        f"places/{id}": Place(id=id, folder="places", name=id.title(), latitude=lat, longitude=lon)
        for id, (lat, lon) in where.items()
    }
    far = [naming(record(f"x{n}", "X."), "places/edge", "places/tokyo", "places/london") for n in range(60)]
    authority, records = Authority(entries, {}, ""), [naming(record("a", "A."), *entries), *far]
    made = render(records, index(records, authority), authority, SiteNotes("Archive"), {}).pages["map/index.md"]
    broad, _, tall = made.partition('<div class="r-tall">')
    for sheet in (broad, tall):
        (picture,) = drawn(sheet)
        width = float((picture.get("viewBox") or "").split()[2])
        for circle in picture.iter("circle"):
            x, r = float(circle.get("cx") or 0), float(circle.get("r") or 0)
            assert r <= x <= width - r
        listed = set(re.findall(r">(\w+)</a> <small>", sheet.partition("</svg>")[2].partition("</div>\n\n")[0]))
        named = {text.text for text in picture.iter("text")}
        assert listed and listed | named == {id.title() for id in where} and not listed & named


def test_a_phone_gets_a_map_as_high_as_wide_of_the_middle_alone_and_the_others_below() -> None:
    where = {"town": (43, 77), "lake": (42.5, 77.4), "hill": (41, 74), "far": (48, 16)}
    entries = {
        f"places/{id}": Place(id=id, folder="places", name=id.title(), latitude=lat, longitude=lon)
        for id, (lat, lon) in where.items()
    }
    near = [naming(record(f"x{n}", "X."), "places/town", "places/lake", "places/hill") for n in range(4)]
    authority, records = Authority(entries, {}, ""), [naming(record("a", "A."), *entries), *near]
    made = render(records, index(records, authority), authority, SiteNotes("Archive"), {}).pages["map/index.md"]
    tall = made.partition('<div class="r-tall">')[2]
    (picture,) = drawn(tall)
    _, _, width, height = map(float, (picture.get("viewBox") or "").split())
    assert width == 360 and height >= 0.9 * width
    assert {text.text for text in picture.iter("text")} == {"Town", "Lake", "Hill"}
    outside = tall.partition("Outside the map:")[2].partition("</ul>")[0]
    assert '<a href="../places/far/">Far</a>' in outside


def test_pairs_stand_in_a_table_and_short_names_tell_the_whole_ones() -> None:
    page = pages(archive())["network/index.md"]
    assert '<a href="../organisations/wire/" title="Wire">W</a>' in page
    assert page.index("<table") < page.index("<svg")


def test_the_network_has_a_picture_for_phones_with_fewer_and_larger_marks_and_a_way_to_the_table() -> None:
    bodies = [f"organisations/body-{n:02}" for n in range(30)]
    entries = {key: Organisation(id=key[14:], folder="organisations", name=key[14:].title()) for key in bodies}
    records = [naming(record(f"x{n}", f"Text {n}."), *bodies[n : n + 3]) for n in range(28)]
    records += [naming(record(f"y{n}", f"Words {n}."), *bodies[n : n + 3]) for n in range(28)]
    authority = Authority(entries, {}, "")
    page = render(records, index(records, authority), authority, SiteNotes("Archive"), {}).pages["network/index.md"]
    broad, tall = drawn(page)
    least = [min(float(mark.get("width") or 0) for mark in one.iter("rect")) for one in (broad, tall)]
    assert len(list(broad.iter("rect"))) == 30 and len(list(tall.iter("rect"))) == 20
    assert least[1] / 360 > 2 * least[0] / 960  # as shares of the widths that both have on one screen
    assert '<a href="#pairs">' in page and '<table id="pairs"' in page
    below = page.partition('<div class="r-tall">')[2].partition("</svg>")[2]
    listed = set(re.findall(r">(Body-\d+)</a>", below))
    named = {text.text for text in tall.iter("text")}
    assert len(listed | named) == 20 and not listed & named


def test_coverage_is_a_table_with_heads_and_gaps() -> None:
    page = pages(archive(record("2015/z", "Z.", day="2015-01-01", publisher="wire")))["coverage/index.md"]
    publishers = page.partition("Publishers by year")[2]
    assert '<tr><th scope="row"><a href="../years/2012/">2012</a></th>' in publishers
    cells = re.findall(r"<td class=.r-shade-5.>(.*?)</td>", publishers.partition(">2012<")[2].partition("</tr>")[0])
    assert sorted(cells) == ["1", '<small class="r-inferred">◇1</small>']
    assert publishers.count('<tr class="r-none"><th scope="row">') == 2


def site(records: list[Record]) -> Site:
    indexes = index(records, AUTHORITY)
    there = ["index.md", "chronology/index.md", "years/2012/index.md", "places/town/index.md"]
    return Site(records, indexes, AUTHORITY, SiteNotes("Archive"), Links(dict.fromkeys(there, frozenset())))


def test_the_small_chronology_and_the_small_map() -> None:
    given = site(archive())
    small, *signs = drawn(chronology_small(given, "index.md"))
    key = re.findall(r"</svg> ([^<]+)</li>", chronology_small(given, "index.md"))
    assert key == ["documents", "inferred", "event"] and len(signs) == len(key)
    tops = [float(box.get("y") or 0) for box in small.iter("rect")]
    assert min(tops) >= 1  # a frame is half outside of its box
    assert {link.get("href") for link in small.iter("a")} == {"years/2012/"}
    assert small.get("preserveAspectRatio") == "none"
    assert chronology_small(site([]), "index.md") == ""
    (locator,) = drawn(place_map(given, "places/town"))
    assert locator.get("role") == "img" and locator.get("aria-label") == "Town on a map"
    assert place_map(given, "places/none") == "" and place_map(given, "people/p") == ""


def test_elements() -> None:
    assert element("a", "x", href='"&<', class_=None) == '<a href="&quot;&amp;&lt;">x</a>'
    assert [number(n) for n in (1.0, -0.04, 2.25, -1.5)] == ["1", "0", "2.2", "-1.5"]
    assert path([(0, 0), (5, 0), (5, 0), (5, -3)], True) == "M0 0l5 0 0 -3z" and path([(1, 1), (1, 1)]) == ""
    assert text(1, 2, "One two three", longest=9) == '<text x="1" y="2"><title>One two three</title>One two…</text>'
