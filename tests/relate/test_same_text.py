"""Versions of a page and translations of a text."""

from dataclasses import replace

from generator.model import Record
from generator.relate import relate
from tests.relate.make import links, record

TEXT = "The board of elections opens its doors at nine and asks whoever comes to bring a paper with the name on it."


def saved(id: str, day: str, text: str = TEXT, address: str = "https://board.example/doors") -> Record:
    made = record(id, text, day=None)
    return replace(made, document=replace(made.document, original=address, captured=day))


def test_the_same_address_on_another_day_is_a_version_of_the_one_before() -> None:
    pages = saved("c", "2012-03-01", TEXT + " On Fridays at ten."), saved("a", "2012-01-01"), saved("b", "2012-02-01")
    assert links(*pages, relation="version-of") == [("c", "b"), ("b", "a")]
    assert [r.document.family for r in relate(pages)[0]] == ["a", "a", "a"]


def test_of_one_day_they_are_copies() -> None:
    pages = saved("a", "2012-01-01"), saved("b", "2012-01-01")
    assert links(*pages, relation="version-of") == []


def test_another_text_at_an_address_or_a_host_alone_is_no_version() -> None:
    other = "Boats leave the quay whenever the tide allows them to, and not before, as every child here knows."
    assert links(saved("a", "2012-01-01"), saved("b", "2012-02-01", other), relation="version-of") == []
    hosts = (
        saved("a", "2012-01-01", address="https://board.example/"),
        saved("b", "2012-02-01", address="board.example"),
    )
    assert links(*hosts, relation="version-of") == []


ENGLISH = "On 5 May 1,214 of 2,309 observers went to 77 towns. They saw 418 boards open late, and 39 never did."
RUSSIAN = "5 мая 1,214 из 2,309 наблюдателей были в 77 городах. 418 комиссий открылись поздно, а 39 не открылись."


def test_publisher_day_names_and_figures_propose_a_translation() -> None:
    names = ("people/aldane", "places/lumen")
    one = record("en", ENGLISH, publisher="watchers", names=names, language="en")
    other = record("ru", RUSSIAN, publisher="watchers", names=names, language="ru", day="2012-01-02")
    assert links(one, other, relation="translation-of") == [("ru", "en")]
    assert (
        links(one, replace(other, document=replace(other.document, publisher="wire")), relation="translation-of") == []
    )


def test_two_that_fit_alike_propose_none() -> None:
    one = record("en", ENGLISH, publisher="watchers", language="en")
    others = [record(f"ru{n}", RUSSIAN, publisher="watchers", language="ru") for n in range(2)]
    assert links(one, *others, relation="translation-of") == []


def test_other_figures_are_another_text() -> None:
    one = record("en", ENGLISH, publisher="watchers", language="en")
    text = RUSSIAN.replace("1,214", "87").replace("2,309", "112").replace("418", "3").replace("39", "2")
    assert links(one, record("ru", text, publisher="watchers", language="ru"), relation="translation-of") == []
