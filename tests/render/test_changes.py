import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from generator.render.changes import beside, same, whole, within


def test_what_differs_is_marked_on_its_side() -> None:
    left, right = beside(
        "The public broadcaster gave its time of day", "The state broadcaster gave time of day, all of it"
    )
    assert left == "The <del>public</del> broadcaster gave <del>its</del> time of day"
    assert right == "The <ins>state</ins> broadcaster gave time of day, <ins>all of it</ins>"


def test_nothing_of_a_source_becomes_markup() -> None:
    assert whole("a <b> c", "a *d* c") == "a &#42;<del>b&#62;</del> <ins>d&#42;</ins> c"
    assert beside("a", "<i>")[1] == "<ins>&#60;i&#62;</ins>"


def test_of_long_runs_that_were_kept_only_the_ends_beside_a_change_are_shown() -> None:
    kept = " ".join(f"w{n}" for n in range(100))
    made = within(f"{kept} old {kept}", f"{kept} new {kept}")
    assert "<del>old</del>" in made and "<ins>new</ins>" in made and len(made) < 260
    assert made.startswith(" … ") and made.endswith(" … ")


def test_case_accents_and_punctuation_are_no_change() -> None:
    assert same("The Vote, at last!", "the vote — at last")
    assert not same("The vote", "A vote")


words = st.text(alphabet="ab <>*_[]&|!{}.\n", max_size=30)


@given(words, words)
def test_each_side_has_all_its_words(first: str, second: str) -> None:
    left, right = beside(first, second)
    assert plain(left).split() == first.split() and plain(right).split() == second.split()
    kept = re.sub("<del>.*?</del>", "", whole(first, second))
    assert "".join(plain(kept).split()) == "".join(second.split())


def plain(markdown: str) -> str:
    return unescape(re.sub("</?(ins|del)>", "", markdown))
