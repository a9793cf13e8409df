from dataclasses import replace

import pytest

from generator.model import Block
from generator.relate import relate
from tests.relate.make import links, record

STATEMENT = (
    "The observers found that ballots were counted slowly and that several boards refused to give any copies away "
    "at noon."
)
BEFORE = "A report from the harbour says little about weather or fish."
BEHIND = "Nobody asked for coffee during those long hours of waiting."


def quoted(text: str, **facts: object) -> list[tuple[str, str]]:
    source = record("a", "Opening words of quite another kind.", STATEMENT, publisher="watchers")
    later = record("b", f"{BEFORE} {text} {BEHIND}", day="2012-01-03", **facts)  # type: ignore[arg-type]
    return links(source, later, relation="quotes")


def test_words_taken_over_literally() -> None:
    assert quoted(STATEMENT) == [("b", "a")]


@pytest.mark.parametrize(
    "text",
    [
        STATEMENT.replace("slowly", "late"),
        STATEMENT.replace("slowly ", "").replace("several", "many"),
        STATEMENT.replace("ballots were counted slowly and that ", ""),
        STATEMENT.replace("refused", "have always refused"),
    ],
)
def test_words_altered_or_cut(text: str) -> None:
    assert quoted(text) == [("b", "a")]


def test_the_link_tells_both_places() -> None:
    source = record("a", "Opening words of quite another kind.", STATEMENT)
    later = record("b", "First words.", f"{BEFORE} “{STATEMENT}” {BEHIND}", day="2012-01-03")
    link = next(link for link in relate([source, later])[0][1].links if link.relation == "quotes")
    assert link.at and link.target_at
    assert (link.at.paragraph, link.target_at.paragraph) == (2, 2)
    assert STATEMENT.startswith(link.at.quote) and len(link.at.quote) >= len(STATEMENT) - 1
    assert later.blocks[1].text[link.at.start : link.at.end] == link.at.quote
    assert link.basis == "words-in-marks"


def test_the_later_quotes_the_earlier_whatever_the_order_given() -> None:
    source = record("z", STATEMENT, day="2011-01-01")
    assert links(record("b", f"{BEFORE} {STATEMENT} {BEHIND}"), source, relation="quotes") == [("b", "z")]


def test_of_one_day_the_one_with_quotation_marks_quotes() -> None:
    plain, marked = record("b", STATEMENT + " " + BEHIND), record("a", f"{BEFORE} He said: “{STATEMENT}”")
    assert links(plain, marked, relation="quotes") == [("a", "b")]


def test_short_words_need_quotation_marks_or_nearness() -> None:
    few = "ballots were counted slowly in every village of the"
    source = record("a", f"It told that {few} northern province before noon.", publisher="watchers")

    def far(text: str) -> list[tuple[str, str]]:
        return links(source, record("b", text, day="2019-01-01"), relation="quotes")

    assert far(f"Elsewhere, {few} southern islands long after midnight.") == []
    assert far(f"Elsewhere, “{few}” southern islands long after midnight.") == [("b", "a")]


def test_names_are_no_quotation() -> None:
    name = "Standing Committee for the Regional Harbours of the Northern Isles and the Free City of Port Lumen"
    source = record("a", f"A note of the {name} came early.")
    assert links(source, record("b", f"Then the {name} was silent.", day="2012-01-02"), relation="quotes") == []


def test_a_set_phrase_of_many_texts_is_no_quotation() -> None:
    words = ("salt", "bread", "wool", "iron", "glass", "paper", "timber", "copper", "honey", "linen", "leather", "clay")
    phrase = "the views expressed in this report are those of its authors and bind no government whatever"
    others = [record(f"x{n}", f"Cargo of {w} left. {phrase}.", day=f"20{n + 10}-01-01") for n, w in enumerate(words)]
    last = [record(f"y{n}", f"Boats {n} {n}. {phrase}.", day=f"2013-0{n + 1}-01") for n in range(3)]
    assert links(*others, *last, relation="quotes") == []


def test_what_is_withheld_takes_part_in_no_quotation() -> None:
    hidden = replace(record("a", STATEMENT), blocks=(Block(1, "paragraph", STATEMENT, withheld=True),))
    assert links(hidden, record("b", STATEMENT, day="2012-01-02"), relation="quotes") == []


def test_for_the_same_words_the_earliest_is_the_source() -> None:
    first = record("a", f"Words of its own here. {STATEMENT}", day="2012-01-01")
    second = record("b", f"{BEFORE} {STATEMENT}", day="2012-01-02")
    third = record("c", f"{BEHIND} {STATEMENT}", day="2012-01-03")
    assert links(first, second, third, relation="quotes") == [("b", "a"), ("c", "a")]
