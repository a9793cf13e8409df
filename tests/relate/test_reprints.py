from unicodedata import normalize

import pytest

from generator.relate import relate
from tests.relate.make import links, record

BODY = (
    "The league of observers opened its office in the old harbour on Monday and sent twelve small teams to the isles.",
    "They will watch how lists of voters are drawn up, how candidates speak in the squares, and how ballots are kept.",
    "A first account is promised for the middle of next month, when the campaign reaches the northern shore.",
)


def family(*texts: tuple[str, ...]) -> list[tuple[str, str]]:
    records = [record(f"r{n}", *text, day=f"2012-01-0{n + 1}") for n, text in enumerate(texts)]
    return links(*records, relation="reprint-of")


@pytest.mark.parametrize(
    "copy",
    [
        BODY,
        BODY[:2],
        (*BODY, "Nothing else was heard from there until the evening boats came in."),
        ("HARBOUR WIRE, 2 January", *BODY),
        (" ".join(BODY),),
        tuple(text.replace("small", "little").replace("promised", "expected") for text in BODY),
    ],
)
def test_copies_cut_added_to_or_altered(copy: tuple[str, ...]) -> None:
    assert family(BODY, copy) == [("r1", "r0")]


def test_all_copies_lead_to_the_first_which_names_the_family() -> None:
    records = [record(f"r{n}", *BODY, day=f"2012-01-0{9 - n}") for n in range(3)]
    made = relate(records)[0]
    assert [r.document.family for r in made] == ["r2", "r2", "r2"]
    assert links(*records, relation="reprint-of") == [("r0", "r2"), ("r1", "r2")]
    assert links(*records, relation="quotes") == []


def test_forms_that_differ_in_a_name_are_no_copies() -> None:
    form = (
        "Notice is given that the town of {} was admitted as an observer. Its seat is in the second row, behind rails."
    )
    rest = "The clerk has entered it in the register and will send a printed copy of the rules before the next session."
    assert family((form.format("Corvale"), rest), (form.format("Jaskow"), rest)) == []


def test_texts_that_share_furniture_alone_are_no_copies() -> None:
    about = (
        "The Harbour Wire is read in forty towns and has its office above the fish market since the great fire. " * 3
    )
    news = (
        "Ships came in late today.",
        "Corn grew dear again.",
        "A bell was cast in spring.",
        "Snow fell in the hills.",
    )
    records = [record(f"r{n}", text * 6, about, day=f"201{n}-01-01", publisher="wire") for n, text in enumerate(news)]
    assert links(*records, relation="reprint-of") == []


def test_a_report_that_quotes_half_of_a_text_is_no_copy() -> None:
    own = (
        "Down at the quay nobody had heard of it, and the keeper of the light said that he would believe it in spring. "
    )
    assert family(BODY, (own * 2 + BODY[0], own.replace("quay", "mill"))) == []


def test_the_curators_copy_joins_a_family() -> None:
    said = {"to": "a", "relation": "reprint-of"}
    copy = record("b", "Quite other words.", day="2012-01-02")
    made = relate([record("a", *BODY), type(copy)(copy.document, copy.blocks, copy.anchors, relations=(said,))])[0]
    assert [r.document.family for r in made] == ["a", "a"]


def test_facts_that_the_curator_confirmed_make_no_form_of_a_copy() -> None:
    texts = [
        ("Observers come to town", "2 January 2012", *BODY),
        ("Twelve teams for the isles", "3 January 2012", *BODY),
    ]
    assert family(*texts) == [("r1", "r0")]


def test_another_name_at_each_place_is_a_form_however_it_is_spelled() -> None:
    form = (
        "The parliament has debated {0} at length and recalls what it said of {0} in spring. It is troubled by {0}.",
        "It calls on all who hold power to free those who were taken, and asks its president to send this text on.",
    )
    recital = (
        "Whereas {0} closed the reading room of its own library without a word to those who sat in it on that day."
    )
    one, other = ([line.format(name) for line in (form[0], recital, form[1])] for name in ("Tobupa", "Tibobu"))
    assert family(tuple(one), tuple(other)) == []


def test_families_that_meet_are_one_and_each_link_says_what_was_compared() -> None:
    longer = (*BODY, "The rest of it was told by a man who had lost his hat and would not say where or when he had.")
    records = [
        record("a", *BODY, day="2012-01-01"),
        record("b", *longer, day="2012-01-02"),
        record("c", *longer, "And so on, said the keeper of the light.", day="2012-01-03"),
    ]
    assert {r.document.family for r in relate(records)[0]} == {"a"}
    said = ({"to": "b", "relation": "reprint-of"}, {"to": "c", "relation": "reprint-of"})
    others = [record(id, f"Words of {id}.", day=f"2012-01-0{n}") for n, id in enumerate("bc", 1)]
    both = type(others[0])(record("x", "W.", day="2012-02-01").document, (), (), relations=said)
    assert [r.document.family for r in relate([*others, both])[0]] == ["b", "b", "b"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_another_normal_form_is_the_same_text(form: str) -> None:
    text = tuple(line.replace("o", "ö").replace("i", "ı").replace("a", "â") for line in BODY)
    assert family(text, tuple(normalize(form, line) for line in text)) == [("r1", "r0")]


def test_a_script_without_spaces() -> None:
    text = ("观察团星期一在旧港开设办事处，并向各岛派出十二个小组。他们将观察选民名单如何编制，候选人如何在广场讲话。",)
    assert family(text, (text[0] + "晚上没有别的消息。",)) == [("r1", "r0")]
