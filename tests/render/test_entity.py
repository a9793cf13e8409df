"""The pages of people, bodies, places, collections, years: what they say, and how they go on over several pages."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.authority import Authority, Collection, Event, Mission, Organisation, Person
from generator.authority import Place as PlaceEntry
from generator.index import index
from generator.localised import in_language
from generator.model import Mention, Place, Record
from generator.render import Rendered, SiteNotes, render
from tests.render.literal import record

ENTRIES = (
    Person(
        id="mira",
        folder="people",
        name="Mira Aldane",
        names={"ru": ["Мира Алдан"], "tr": ["Mira *Aldan*"]},
        former=[{"name": "Mira New", "from": "2000"}, {"name": "Mira Quay", "to": "1999"}],
        roles=[{"title": "Head", "at": "watchers", "from": "2012"}, {"title": "Clerk", "from": "2001", "to": "2003"}],
        same_as={"wikidata": "Q42", "A <b> & *c*": "7"},
    ),
    Person(id="ben", folder="people", name="Ben Okoro", roles=[{"title": "Spy", "at": "watchers"}]),
    Person(
        id="gone", folder="people", name="Gone", roles=[{"title": "Ghost", "at": "watchers"}], visibility="never-link"
    ),
    Organisation(id="watchers", folder="organisations", name="League of Observers", abbreviation="LOO"),
    Organisation(id="branch", folder="organisations", name="Branch", part_of="watchers", place="port"),
    PlaceEntry(id="norland", folder="places", name="Norland"),
    PlaceEntry(id="port", folder="places", name="Port", within="norland", latitude=-16.85, longitude=-179),
    Event(id="old", folder="events", name="Old vote", date="2008", place="norland"),
    Event(
        id="vote",
        folder="events",
        name="Vote",
        date="2012-09-02",
        place="norland",
        missions=[Mission(of="watchers", head="mira"), Mission(of="watchers", head="gone")],
    ),
    Event(id="new", folder="events", name="New vote", date="2017", place="norland"),
    Collection(id="all", folder="collections", name="All", reference_code="A", access="extract", scope="*Papers*"),
    Collection(id="press", folder="collections", name="Press", part_of="all", level="series"),
)


def naming(id: str, *entities: str, **facts: object) -> Record:
    made = record(id, "Words.", **facts)  # type: ignore[arg-type]
    mentions = tuple(Mention(entity, Place(1, 0, 5, "Words"), "name", "stated", 1.0) for entity in entities)
    return replace(made, mentions=mentions)


def pages(*records: Record, language: str = "en", more: Sequence[Event] = ()) -> Rendered:
    authority = Authority({entry.key: entry for entry in (*ENTRIES, *more)}, {}, "")
    made = render(
        records,
        index(records, in_language(authority, language), language),
        authority,
        SiteNotes("Archive", language=language),
        {},
    )
    assert made.errors == []
    return made


def facts_of(page: str) -> dict[str, list[str]]:
    found = re.findall(r"<dt>(.*?)</dt>\n((?:<dd.*?</dd>\n)+)", page)
    return {label: re.findall(r"<dd.*?>(.*)</dd>", values) for label, values in found}


def test_a_person_has_offices_and_names_in_order_of_time_with_their_languages() -> None:
    page = pages(naming("a", "people/mira", "organisations/watchers", events=("vote",))).pages["people/mira/index.md"]
    facts = facts_of(page)
    link = "[League of Observers](../../organisations/watchers/index.md)"
    assert facts["A &lt;b&gt; &amp; &#42;c&#42;"] == ["7"]
    assert facts["Offices"] == ["Clerk <small>2001 – 2003</small>", f"Head, {link} <small>from 2012</small>"]
    assert facts["Missions led"] == ["[Vote](../../events/vote/index.md) <small>LOO</small>"]
    assert facts["Former names"] == ["Mira Quay <small>until 1999</small>", "Mira New <small>from 2000</small>"]
    assert facts["In other languages"] == [
        '<bdi lang="ru">Мира Алдан</bdi> <small>Russian</small>',
        '<bdi lang="tr">Mira &#42;Aldan&#42;</bdi> <small>Turkish</small>',
    ]
    assert 'href="https://www.wikidata.org/entity/Q42"' in facts["Wikidata"][0]
    assert "Also written" not in facts and "r-names" not in page


def test_the_name_in_the_language_of_the_site_is_the_title_and_the_archives_stands_under_it() -> None:
    page = pages(naming("a", "people/mira"), language="ru").pages["people/mira/index.md"]
    assert "# Мира Алдан\n\nMira Aldane\n{: .r-names }" in page


def test_a_body_has_its_parts_and_who_held_office_in_it_but_nobody_whom_nothing_may_name() -> None:
    made = pages(naming("a", "people/ben", "organisations/watchers", "organisations/branch", "places/port"))
    facts = facts_of(made.pages["organisations/watchers/index.md"])
    assert facts["Parts"] == ["[Branch](../branch/index.md)"]
    assert facts["Who held office"] == [
        "[Ben Okoro](../../people/ben/index.md), Spy",
        "Mira Aldane, Head <small>from 2012</small>",
    ]
    branch = facts_of(made.pages["organisations/branch/index.md"])
    assert branch["Part of"] == ["[League of Observers](../watchers/index.md)"]
    assert "Ghost" not in "".join(made.pages.values())


def test_a_place_has_what_lies_within_it_and_an_event_those_around_it() -> None:
    made = pages(
        naming("a", "places/norland", "places/port", "organisations/branch"),
        *(naming(event, events=(event,)) for event in ("old", "vote", "new")),
    )
    norland, port = made.pages["places/norland/index.md"], made.pages["places/port/index.md"]
    assert "## Within it {: #inside }\n\n" in norland and "- [Port](../port/index.md)" in norland
    assert norland.index("[Old vote]") < norland.index("[Vote]") < norland.index("[New vote]")
    assert facts_of(port)["Within"] == ["[Norland](../norland/index.md)"]
    assert "Bodies here" in port and "Within it" not in port
    vote = made.pages["events/vote/index.md"]
    assert (
        'Before: [Old vote](../old/index.md){ rel="prev" } · After: [New vote](../new/index.md){ rel="next" }' in vote
    )
    assert facts_of(vote)["Missions"] == ["League of Observers, led by Mira Aldane", "League of Observers"]
    assert "After:" not in made.pages["events/new/index.md"]


def test_an_event_whose_time_overlaps_or_is_not_known_is_neither_before_nor_after() -> None:
    vague = {"feast": "XXXX-05-15", "congress": "201X", "fair": None, "same": "2012-09-02", "later": "2018/2019"}
    ids = ("old", "vote", *vague)
    events = [Event(id=id, folder="events", name=id, date=date, place="norland") for id, date in vague.items()]
    made = pages(*(naming(id, events=(id,)) for id in ids), more=events)
    vote = made.pages["events/vote/index.md"]
    assert "Before: [Old vote](../old/index.md)" in vote and "After: [later](../later/index.md)" in vote
    assert "Before: [Old vote]" in made.pages["events/congress/index.md"]
    assert "After:" not in made.pages["events/congress/index.md"]
    assert not any("r-around" in made.pages[f"events/{id}/index.md"] for id in ("feast", "fair"))


def test_a_collection_is_a_finding_aid_with_its_tree_and_the_access_that_it_inherits() -> None:
    made = pages(naming("a", collection="press", reference_code="A/1"), naming("b", collection="all"))
    top, press = made.pages["collections/all/index.md"], made.pages["collections/press/index.md"]
    assert facts_of(top) == {
        "Reference code": ["A"],
        "Title": ["All"],
        "Held here": ["2 documents"],
        "Scope and content": ["&#42;Papers&#42;"],
        "Access": ["extracts: the passages that matter alone"],
    }
    assert '<li><a href="../press/">Press</a> <small>series, 1 document</small></li>' in top
    assert facts_of(press)["Access"] == facts_of(top)["Access"]
    assert "Part of [All](../all/index.md)" in press and "## Parts of this collection" not in press
    assert '- <span class="r-code">A/1</span> [Title of a]' in press
    assert "## Content and structure" not in press


def test_a_year_leads_to_those_before_and_behind_it_that_have_documents() -> None:
    days = ("2008-01-01", "2012-01-01", "2013-05-05")
    made = pages(*(naming(f"d{n}", day=day, span=(day, day)) for n, day in enumerate(days)), naming("u", span=None))
    page = made.pages["years/2012/index.md"]
    assert '← [2008](../2008/index.md){ rel="prev" } · [2013](../2013/index.md){ rel="next" } →' in page
    assert "r-around" not in made.pages["years/undated/index.md"]


def test_a_position_is_told_as_degrees() -> None:
    page = pages(naming("a", "places/port")).pages["places/port/index.md"]
    assert '<dt>Position</dt>\n<dd markdown="span">16.85° S, 179° W</dd>' in page
    russian = pages(naming("a", "places/port"), language="ru").pages["places/port/index.md"]
    assert "16,85° ю. ш., 179° з. д." in russian


def test_the_chart_counts_a_document_in_each_year_and_tells_what_is_undated() -> None:
    made = pages(
        naming("a", "people/mira", span=("2011-12-01", "2012-01-31")),
        naming("b", "people/mira", span=("2012-01-01", "2012-01-01")),
        naming("c", "people/mira", "people/ben", span=None),
    )
    page = made.pages["people/mira/index.md"]
    rows = re.findall(r'<tr><th scope="row"><a href="(.*?)">(\d+)</a></th><td>(\d+)</td></tr>', page)
    assert rows == [("../../years/2011/", "2011", "1"), ("../../years/2012/", "2012", "2")]
    assert '<figcaption><a href="../../years/undated/">and 1 undated or uncertain</a></figcaption>' in page
    figure = page.partition("<figure")[2].partition("</figure>")[0]
    assert figure.rstrip().endswith("</figcaption>")  # HTML wants it first or last
    assert "</figure>\n\n<details" in page
    assert "is counted in each" in page
    assert "r-bars" not in made.pages["people/ben/index.md"]
    assert '<li><a href="../ben/">Ben Okoro</a> <small>1</small></li>' in page


def many(count: int) -> list[Record]:
    days = (f"{1900 + n // 12}-{n % 12 + 1:02}-01" for n in range(count))
    return [naming(f"d{n:03}", "people/mira", day=day, span=(day, day)) for n, day in enumerate(days)]


def documents_on(page: str) -> list[str]:
    return re.findall(r"documents/(d\d+)/index\.md", page.partition("{: #documents }")[2])


def test_two_hundred_and_fifty_documents_stand_on_three_pages_each_once() -> None:
    made = pages(*many(250), naming("undated", "people/mira", span=None))
    first, second, third = (made.pages[f"people/mira/{part}index.md"] for part in ("", "page.2/", "page.3/"))
    listed = [documents_on(page) for page in (first, second, third)]
    assert [len(part) for part in listed] == [100, 100, 50]
    assert [*listed[0], *listed[1], *listed[2]] == [f"d{n:03}" for n in range(250)]
    assert "(../../../documents/d100/index.md#" in second
    assert '"Mira Aldane – page 2"' in second and "1 May 1908 – 1 August 1916" in second
    assert '<a rel="prev" href="../">' in second and '<a rel="next" href="../page.3/">' in second
    assert '<a href="./" aria-current="page">2 <small>1908 – 1916</small></a>' in second
    assert "r-bars" in first and "r-bars" not in second and "<dl" not in second
    assert 'rel="prev"' not in first and 'rel="next"' not in third
    titles = re.findall(r'^title: "(.*)"$', "\n".join(made.pages.values()), re.M)
    assert len(titles) == len(set(titles))


def test_a_family_is_never_split_and_a_hundred_documents_stand_on_one_page() -> None:
    records = many(101)
    assert "people/mira/page.2/index.md" not in pages(*records[:100]).pages
    family = [
        replace(r, document=replace(r.document, family="d099")) if r.document.id in ("d099", "d100") else r
        for r in records
    ]
    made = pages(*family)
    assert len(documents_on(made.pages["people/mira/index.md"])) == 99
    assert documents_on(made.pages["people/mira/page.2/index.md"]) == ["d099", "d100"]
