"""What texts speak of and the archive does not hold: how it is called."""

import re
from dataclasses import replace

import pytest

from generator.model import Place, Record, Wanted
from tests.render.literal import FIRST, page, place, record, rendered


def test_wanted_lists_each_document_once_the_most_often_cited_first() -> None:
    text = record("a", "See OBS/7 and the report. OBS/7 again.", "And obs/7.")
    once = Wanted(Place(1, 10, 20, "the report"), "watchers", "final", None)
    named = [Wanted(Place(1, n, n + 5, "OBS/7"), None, None, None, "OBS/7") for n in (4, 26)]
    other = Wanted(Place(2, 4, 9, "obs/7"), "wire", None, None, "obs/7")
    made = rendered(replace(text, wanted=(once, *named, other)))
    listed = made.pages["wanted/index.md"]
    assert re.findall(r"\*\*(.+?)\*\* <small>(.+?)</small>", listed) == [
        ("OBS/7", "symbol · 3 times"),
        ("final report", "description · 1 time"),
    ]
    assert listed.count("{ .r-doc }") == 2 and f"[¶ 2](../documents/a/index.md#{text.anchors[1]})" in listed
    anchor = re.search(r"\{: #(w-\w+) \.r-want \}", listed)
    assert anchor and f"[Harbour Wire, OBS/7](../../wanted/index.md#{anchor[1]})" in page(made, "a")


def test_of_a_text_that_is_not_published_nothing_unnamed_is_wanted() -> None:
    made = rendered(replace(FIRST, wanted=(Wanted(None, None, None, None),)))
    assert "None at present." in made.pages["wanted/index.md"]


def listed(text: Record, *wanted: Wanted) -> str:
    made = rendered(replace(text, wanted=wanted)).pages["wanted/index.md"]
    return next(line for line in made.splitlines() if line.startswith("**"))


def test_what_the_own_numbering_gives_is_called_as_the_text_does() -> None:
    text = record("vol/1", "See Documents 3 and 7, and Document 7 below.")
    bare, worded = (Wanted(place(text, words), None, None, None, "vol/d7") for words in ("7", "Document 7"))
    behind = '<small class="r-id">vol/d7</small> <small>number in this archive · '
    assert listed(text, bare) == f"**No. 7** {behind}1 time</small>"
    assert listed(text, bare, worded) == f"**Document 7** {behind}2 times</small>"
    assert "[Document 7](" in page(rendered(replace(text, wanted=(bare, worded))), "vol/1")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Rain at sea", "title"),
        ("A/RES/75/1", "symbol"),
        ("vol. II, Document 5", "number in a series"),
        ("https://loo.example/2012/a", "web address"),
    ],
)
def test_what_kind_of_name_a_text_gives_is_said(words: str, what: str) -> None:
    text = record("a", 'See "Rain at sea" and A/RES/75/1, vol. II, Document 5 or https://loo.example/2012/a')
    assert listed(text, Wanted(place(text, words), None, None, None, words)).endswith(f"<small>{what} · 1 time</small>")
