"""The page of an event: who issued what and when, and what such an event leaves."""

import re
from dataclasses import replace

from generator.model import Wanted
from tests.render.literal import family, place, quoting, record, rendered


def test_an_event_shows_by_date_and_body_what_was_issued_and_the_gaps() -> None:
    first, cut, _ = (replace(r, document=replace(r.document, events=("vote",))) for r in family())
    spoken = Wanted(place(first, "signed"), "watchers", "final", "2012-11", None)
    far = Wanted(place(first, "signed"), "watchers", "interim", "2004", None)
    news = replace(quoting("2012/news"), links=())
    news = replace(news, document=replace(news.document, events=("vote",)))
    made = rendered(replace(first, wanted=(spoken, far)), cut, news)
    event = made.pages["events/vote/index.md"]
    rows = [line for line in event.splitlines() if line.startswith("| ")]
    assert rows[0] == "| Date | League of Observers | Harbour Wire |"
    assert rows[1].startswith("| 3 September 2012") and "[Title of 2012/first]" in rows[1] and "+ 1 copy" in rows[1]
    assert rows[2].startswith("| 5 September 2012") and rows[2].index("|  |") < rows[2].index("[Title of 2012/news]")
    steps = re.findall(r"^- \*\*(.+?)\*\* (.*)$", event.partition("{: #chain }")[2].partition("## Doc")[0], re.M)
    assert [kind for kind, _ in steps] == ["statement", "final report", "interim report"]
    assert "[Title of 2012/first]" in steps[0][1]
    assert (
        "known, not held here" in steps[1][1] and "[League of Observers, final report, November 2012](" in steps[1][1]
    )
    assert "none found" in steps[2][1]


def test_bodies_that_issued_least_share_a_column_and_are_named_in_it() -> None:
    facts = {"events": ("vote",)}
    issued = [record(f"d{n}", "A.", publisher=f"body{n % 5}", **facts) for n in range(9)]  # type: ignore[arg-type]
    event = rendered(*issued, record("none", "B.", **facts)).pages["events/vote/index.md"]  # type: ignore[arg-type]
    rows = [line for line in event.splitlines() if line.startswith("| ")]
    assert rows[0] == "| Date | body0 | body1 | body2 | body3 | Others |"
    others = rows[1].split(" | ")[-1]
    assert '<span class="r-other">body4</span> [Title of d4]' in others and "[Title of none]" in others


def test_the_bodies_of_the_missions_stand_first_and_a_body_of_copies_alone_has_no_column() -> None:
    first, cut, late = (replace(r, document=replace(r.document, events=("vote",))) for r in family())
    late = replace(late, document=replace(late.document, publisher="board"))
    others = [record(f"w{n}", f"News {n}.", publisher="press", events=("vote",), day="2012-09-01") for n in (1, 2)]
    event = rendered(first, cut, late, *others).pages["events/vote/index.md"]
    rows = [line for line in event.splitlines() if line.startswith("| ")]
    assert rows[0] == "| Date | League of Observers | press |"
    assert "+ 2 copies" in rows[2]


def test_a_body_has_its_whole_name_at_the_head_and_its_short_one_beside_each_document() -> None:
    facts = {"events": ("vote",), "publisher": "board"}
    issued = [record(f"d{n}", f"News {n}.", **facts) for n in (1, 2)]  # type: ignore[arg-type]
    event = rendered(*issued).pages["events/vote/index.md"]
    assert "| Date | Board of Elections |" in event
    assert '<span class="r-issuer"><abbr title="Board of Elections">BOE</abbr></span> [Title of d1]' in event
    assert event.index("## Who issued what and when") < event.index("## Documents (2)")
