"""Of the documents on one event those nearest in time are shown, and the way to all."""

import re
from dataclasses import replace

from generator.model import Link, Record
from tests.render.literal import link, page, record, rendered


def on_event(n: int, *before: Record, **facts: object) -> Record:
    links = tuple(same(earlier.document.id) for earlier in before)
    return record(f"d{n}", f"News {n}.", day=f"2012-09-0{n}", events=("vote",), links=links, **facts)


def same(to: str, certainty: str = "stated") -> Link:
    return replace(link(to, "same-event"), basis="event:vote", certainty=certainty)


def several(n: int, **facts: object) -> list[Record]:
    made: list[Record] = []
    for day in range(1, n + 1):
        made.append(on_event(day, *made, **(facts if day in (2, 3) else {})))
    return made


def group(records: list[Record], id: str) -> str:
    return page(rendered(*records), id).partition("### Same event {: #related-same-event }")[2].partition("## How")[0]


def shown(text: str) -> list[str]:
    return re.findall(r"\[Title of (\w+)\]\([^)]*\)\{ \.r-doc \}", text)


def test_two_before_and_two_after_are_shown_and_the_way_to_all() -> None:
    made = group(several(9), "d5")
    assert shown(made) == ["d3", "d4", "d6", "d7"]
    assert made.count("[All 9 documents on Vote](../../events/vote/index.md#documents)") == 1
    assert "Its reason" not in made and "r-why" not in made
    assert shown(group(several(9), "d9")) == ["d7", "d8"]


def test_four_are_all_shown() -> None:
    assert shown(group(several(5), "d5")) == ["d1", "d2", "d3", "d4"]


def test_a_family_is_one_entry_its_first_and_the_own_family_none() -> None:
    assert shown(group(several(9, family="d2"), "d4")) == ["d1", "d2", "d5", "d6"]
    assert shown(group(several(4, family="d2"), "d3")) == ["d1", "d4"]


def test_what_is_inferred_says_so_and_the_word_of_the_curator_always_stands() -> None:
    first, other, *rest = several(9)
    last = rest[-1]
    said = Link(first.document.id, "same-event", "curator", "curated", 1.0, "Both are of the seventh day")
    links = tuple(same(one.to, "inferred") for one in last.links if one.to != "d1")
    made = group([first, other, *rest[:-1], replace(last, links=(*links, said))], last.document.id)
    assert shown(made) == ["d1", "d7", "d8"]
    assert re.findall(r'r-why r-(\w+)">(.*?)<', made) == [
        ("curated", "Both are of the seventh day"),
        ("inferred", "inferred"),
        ("inferred", "inferred"),
    ]
