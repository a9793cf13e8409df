"""Registers, trees, events by year, the list by date, and long ones on several pages."""

import re
from dataclasses import replace

import pytest

from generator.authority import Authority, Collection, Event, Kind, Organisation, Person, Place, Topic
from generator.index import index
from generator.model import Document, Evidence, Mention, Record, TopicUse
from generator.render import Rendered, SiteNotes, by_date, register, render
from tests.render.literal import record


def mentioning(id: str, *entities: str, day: str = "2012-09-03", **facts: object) -> Record:
    mentions = tuple(Mention(entity, None, "name", "stated", 1.0) for entity in entities)
    return replace(record(id, f"Words of {id}.", day=day, **facts), mentions=mentions)


def person(id: str, name: str, sort: str | None = None, **more: object) -> Person:
    return Person(id=id, folder="people", name=name, sort=sort, **more)


def body(id: str, name: str, **more: object) -> Organisation:
    return Organisation(id=id, folder="organisations", name=name, **more)


def made(entries: list, *records: Record, language: str = "en") -> Rendered:
    authority = Authority({entry.key: entry for entry in entries}, {}, "")
    notes = SiteNotes("Archive", language=language)
    result = render(records, index(records, authority, language), authority, notes, {})
    assert result.errors == []
    return result


def listed(page: str) -> list[str]:
    """The lines with their indentation, and the headings."""
    found = re.findall(r"^(## .*?) \{|^( *- )\[?([^\]<{(]+?)\]?(?: <|\(|$)", page, re.M)
    return [head or dash + words for head, dash, words in found]


PEOPLE = [
    person("o", "Mira Öz", "Öz, Mira", names={"ru": ["Мира Оз"]}, also=["Öz Mira", "M. Oz"]),
    person("a", "Ben Aldane", "Aldane, Ben"),
    person("z", "Ann Ozzo", "Ozzo, Ann"),
    person("j", "Юлия Жук", "Жук, Юлия"),
]
NAMED = mentioning("d", *(one.key for one in PEOPLE))


def test_people_stand_as_in_a_register_under_their_letters() -> None:
    page = made(PEOPLE, NAMED).pages["people/index.md"]
    assert listed(page) == ["## A", "- Aldane, Ben", "## O", "- Öz, Mira", "- Ozzo, Ann", "## Ж", "- Жук, Юлия"]
    assert "## A {: #letter-a }" in page and "## Ж {: #letter-0436 }" in page


def test_letters_follow_the_language_of_the_site() -> None:
    page = made(PEOPLE, NAMED, language="tr").pages["people/index.md"]
    assert [line for line in listed(page) if line.startswith("##")] == ["## A", "## O", "## Ö", "## Ж"]
    assert listed(made(PEOPLE, NAMED, language="ru").pages["people/index.md"])[0] == "## Ж"


def test_other_names_are_there_for_the_filter_but_none_that_says_nothing_new() -> None:
    page = made(PEOPLE, NAMED).pages["people/index.md"]
    assert re.findall(r'data-also="(.*?)"', page) == ["M&#46; Oz; Мира Оз"]


def test_a_name_cannot_break_out_of_its_line() -> None:
    bad = person("b", 'A" onx="1 <b>](x)', also=['q" {: .x } <i>'])
    page = made([bad], mentioning("d", bad.key)).pages["people/index.md"]
    assert "<b>](x)" not in page and "{: .x }" not in page and "<i>" not in page


def test_a_long_index_has_a_page_for_each_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "SPLIT", 3)
    pages = made(
        [*PEOPLE, person("letter", "Letter")],
        replace(NAMED, mentions=(*NAMED.mentions, Mention("people/letter", None, "name", "stated", 1.0))),
    ).pages
    front = pages["people/index.md"]
    assert "[**O**](letter/o/index.md){: .r-part }" in front and "Öz, Mira – Ozzo, Ann" in front
    assert "Öz, Mira](" not in front
    assert listed(pages["people/letter/o/index.md"]) == ["## O", "- Öz, Mira", "- Ozzo, Ann"]
    assert "(../../o/index.md)" in pages["people/letter/o/index.md"]
    assert "people/letter/0436/index.md" in pages and "people/letter/index.md" in pages
    assert "[**O**](../people/letter/o/index.md)" in pages["tags/index.md"]


def test_trees_name_what_has_no_documents_but_not_what_is_never_named() -> None:
    fonds = Collection(id="f", folder="collections", name="All papers", level="fonds", dates="1999/2004")
    series = Collection(id="s", folder="collections", name="Press", part_of="f")
    hidden = Topic(id="h", folder="topics", name="Secret", visibility="never-link")
    topics = [Topic(id="t", folder="topics", name="Voting"), hidden]
    topics += [Topic(id="u", folder="topics", name="Booths", broader="t")]
    topics += [Topic(id="v", folder="topics", name="Ink", broader="h")]
    uses = tuple(TopicUse(one.id, ("x",), 1.0) for one in topics)
    pages = made([fonds, series, *topics], record("d", "Words.", collection="s", topics=uses)).pages
    assert listed(pages["collections/index.md"]) == ["- All papers", "    - Press"]
    assert '<span class="r-aside">fonds, 1999 – 2004</span>' in pages["collections/index.md"]
    assert listed(pages["topics/index.md"]) == ["- Ink", "- Voting", "    - Booths"]
    assert not [page for page, text in pages.items() if "Secret" in text and "documents/d/" not in page]


def test_a_ring_of_parts_is_no_tree_without_end() -> None:
    ring = [body("a", "A", part_of="b"), body("b", "B", part_of="a"), body("c", "C", part_of="a")]
    records = [record(f"d{n}", "Words.", publisher=one.id) for n, one in enumerate(ring)]
    assert sorted(listed(made(ring, *records).pages["publishers/index.md"]))[-3:] == ["- A", "- B", "- C"]


def test_kinds_stand_below_the_one_body_whose_habit_they_are() -> None:
    def kind(id: str, *of: str) -> Kind:
        return Kind(id=id, folder="kinds", name=f"kind {id}", of=list(of))

    kinds = [kind("one", "a"), kind("two", "a", "b"), kind("none")]
    records = [record(f"d{n}", "Words.", kind=one.id) for n, one in enumerate(kinds)]
    page = made([body("a", "Agency"), body("b", "Board"), *kinds], *records).pages["kinds/index.md"]
    assert listed(page) == [
        "- Agency",
        "    - kind one",
        "- Of several bodies",
        "    - kind two",
        "- Of any body",
        "    - kind none",
    ]
    assert '<span class="r-aside">Agency, Board</span>' in page


def test_events_by_year_with_place_and_kind() -> None:
    def event(id: str, date: str | None) -> Event:
        return Event(id=id, folder="events", name=f"Vote {id}", date=date, place="norland", kind="poll")

    place = Place(id="norland", folder="places", name="Norland")
    events = [event("b", "2012-09-02"), event("a", "2012-01-01"), event("c", None)]
    page = made([place, *events], record("d", "Words.", events=("a", "b", "c"))).pages["events/index.md"]
    assert re.findall(r"^## (.*?) \{|\[(Vote .)\]", page, re.M) == [
        ("2012", ""),
        ("", "Vote a"),
        ("", "Vote b"),
        ("No date", ""),
        ("", "Vote c"),
    ]
    assert '<span class="r-when">2 September</span>' in page
    assert '<span class="r-aside">Norland · poll</span>' in page


def dated(id: str, date: str | None, certainty: str = "stated", **facts: object) -> Record:
    evidence = {"title": Evidence("title-line", "stated"), "date": Evidence("dateline", certainty)}
    made = record(id, f"Words of {id}.", evidence=evidence, **facts)
    span = (date, date) if date else None
    return replace(made, document=replace(made.document, date=date, span=span))


def test_all_documents_by_date_on_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_date, "PAGE", 2)
    records = [dated("a", "2012-01-01"), dated("b", "2012-01-01", "curated"), dated("c", "2012-02-01", "inferred")]
    pages = made([], *records, dated("u", None)).pages
    first, second = pages["documents/index.md"], pages["documents/page.2/index.md"]
    assert re.findall(r"\[Title of (.)\]", first) == ["a", "b"] and re.findall(r"\[Title of (.)\]", second) == [
        "c",
        "u",
    ]
    assert "## 2012 {: #y-2012 }" in first and "## Undated {: #undated }" in second
    assert "[Undated](page.2/index.md#undated)" in first and "[2012](../index.md#y-2012)" in second
    assert first.count('id="day-2012-01-01"') == 1
    assert "r-sure r-stated" in first and "r-sure r-curated" in first and "r-sure r-inferred" in second


def test_one_document_and_none() -> None:
    assert "documents/page.2/index.md" not in made([], dated("a", "2012-01-01")).pages
    empty = made([])
    assert "There are no documents yet" in empty.pages["documents/index.md"]
    assert "None at present" in empty.pages["wanted/index.md"]
    assert "nothing under this heading" in empty.pages["people/index.md"]
    assert "r-picture" not in empty.pages["index.md"]


def test_copies_of_one_text_stand_once_in_the_list() -> None:
    first = dated("a", "2012-01-01", family="a")
    copy = dated("b", "2012-03-01", family="a")
    page = made([], first, copy, dated("c", "2012-02-01")).pages["documents/index.md"]
    assert re.findall(r"\[Title of (.)\]\([^)]*\)\{ \.r-doc", page) == ["a", "c"]
    assert "+ 1 copy" in page


def test_home_has_events_the_latest_first_and_a_search_that_needs_no_script() -> None:
    events = [Event(id=str(y), folder="events", name=f"Vote of {y}", date=f"{y}-09-02") for y in (2012, 2017, 2030)]
    page = made(events, record("d", "Words.", day="2017-09-03", events=("2012", "2017", "2030"))).pages["index.md"]
    assert re.findall(r"\[Vote of (\d+)\]", page) == ["2030", "2017", "2012"]
    assert page.count("later than all documents") == 1
    assert '<form class="r-ask" action="search/" method="get"' in page and 'name="q"' in page
    assert Document("x").title is None
