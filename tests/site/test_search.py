"""The search in headless Chromium: what is found, what narrows it, how it is used, and what it does with bad input."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.terms import folded, sound, stems, words
from tests.conftest import build, write_archive

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from auditing import chromium_of
from serving import served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search")]

LANGUAGES = ("en", "ru", "kk", "ky", "tr", "de", "fr", "es")
PEOPLE = """tokayev:
  name: Kassym-Jomart Tokayev
  names: {ru: [Касым-Жомарт Токаев], kk: [Қасым-Жомарт Тоқаев]}
gisladottir:
  name: Ingibjörg Sólrún Gísladóttir
"""
SOURCES = {
    "first.txt": "Calm on the islands\n\nKassym-Jomart Tokayev came to the harbour.\n\n"
    "The head of OSCE/ODIHR saw boats.\n",
    "first.yml": "date: 2012-09-03\npublisher: watchers\nkind: statement\n",
    "second.txt": "News from Łódź\n\nBoats were counted twice, said Ingibjörg Sólrún Gísladóttir of the mission.\n",
    "second.yml": "date: 2015-05-06\npublisher: harbour-wire\n",
    "third.txt": "Выборы на островах\n\nНаблюдатели видели лодки и считали голоса на всех участках до самой ночи.\n",
    "third.yml": "language: ru\ndate: 2016-01-02\n",
    "fifth.txt": "Masters/Crews of the north\n\n"
    "The cafe\u0301-cre\u0300me of the captain stood in the cabin < C++ not far from us.\n",
    "fifth.yml": "date: 2016-01-03\n",
    "fourth.txt": "A letter of old days\n\nNothing but boats, boats and harbour weather.\n",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = write_archive(tmp_path_factory.mktemp("search") / "archive", SOURCES)
    people = folder / "content/authority/people.yml"
    people.write_text((people.read_text(encoding="utf-8") if people.exists() else "") + PEOPLE, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[en, ru, kk, ky, tr]", "[en, ru, kk, ky, tr, de, fr, es]"), encoding="utf-8")
    assert build(folder) == 0
    with served(folder / "site", {}) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with chromium_of(os.environ.get("CHROMIUM")) as browser:
        yield browser


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.errors = []
    page.on("console", lambda m: page.errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: page.errors.append(str(e)))
    yield page
    assert page.errors == []
    context.close()


def asked(page, address: str, query: str) -> list[str]:
    page.goto(f"{address}search/?{query}")
    page.wait_for_selector("#r-search[data-ready=true]")
    return found(page)


def found(page) -> list[str]:
    """The ids of the documents found, in order."""
    heads = page.locator(".r-result h2 a").evaluate_all("(all) => all.map((a) => a.pathname)")
    return [head.strip("/").rpartition("/")[2] for head in heads]


def typed(page, text: str) -> None:
    with done_anew(page):
        page.locator("#r-query").fill(text)


@contextmanager
def done_anew(page) -> Iterator[None]:
    """Wait until what is done within has been answered."""
    turn = int(page.get_attribute("#r-search", "data-turn"))
    yield
    page.wait_for_function("(turn) => Number(document.getElementById('r-search').dataset.turn) > turn", arg=turn)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("Токаева", {"first"}),
        ("Тоқаевтың", {"first"}),
        ("Tokaev", {"first"}),
        ("Gisladottir", {"second"}),
        ("Гисладоттир", {"second"}),
        ("Lodz", {"second"}),
        ("counting", {"second"}),
        ("лодках", {"third"}),
        ("boat", {"first", "second", "fourth"}),
    ],
)
def test_forms_and_other_spellings(page, address: str, query: str, ids: set[str]) -> None:
    assert set(asked(page, address, f"q={query}")) == ids


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("harbour weather", 1),
        ("boats counted", 0),
        ("of OSCE", 1),
        ("of ODIHR", 0),
        ("of OSCE/ODIHR saw", 1),
        ("islands Kassym", 0),
        ("Masters/Crews of the north", 1),
        ("masters of the north", 0),
        ("osce/odihr, saw", 1),
        ("C++ not far", 1),
        ("cabin < C++", 1),
        ("cabin < not", 0),
        ("cafe-creme of", 1),
        ("café-crème of the captain", 1),
    ],
)
def test_a_phrase_is_taken_literally(page, address: str, phrase: str, count: int) -> None:
    asked(page, address, f'q="{phrase}"')
    assert page.get_attribute("#r-search", "data-count") == str(count)


def test_a_question_finds_what_has_most_of_its_words_and_the_page_says_so(page, address: str) -> None:
    ids = asked(page, address, "q=who counted all the boats in the harbour on a sunny Wednesday?")
    assert ids and page.inner_text(".r-status") == "No document has all these words."
    assert "with some of these words" in page.inner_text(".r-some")
    assert "“sunny” stands in no document." in page.inner_text(".r-hint")


def test_a_result_leads_to_the_paragraph_where_its_words_are_marked(page, address: str) -> None:
    asked(page, address, "q=Токаева")
    assert page.locator(".r-passage mark").all_inner_texts() == ["Kassym-Jomart", "Tokayev"]
    page.locator(".r-passage a").first.click()
    page.wait_for_selector("mark.r-found")
    assert "#p-" in page.url
    assert page.locator("mark.r-found").all_inner_texts() == ["Kassym-Jomart Tokayev"]


def test_what_is_marked_is_what_was_found(page, address: str) -> None:
    asked(page, address, "q=captain")
    assert page.locator(".r-passage mark").all_inner_texts() == ["captain"], (
        "cabin has the same stem by Turkish endings"
    )
    asked(page, address, "q=café")
    assert page.locator(".r-passage mark").all_inner_texts() == ["café"]
    asked(page, address, 'q="of the captain"')
    page.locator(".r-passage a").first.click()
    page.wait_for_selector("mark.r-found")
    assert page.locator("mark.r-found").all_inner_texts() == ["of the captain"]


def test_facets_years_and_order_stand_in_the_address(page, address: str) -> None:
    assert asked(page, address, "q=boats&sort=newest") == ["second", "first", "fourth"]
    assert asked(page, address, "q=boats&sort=oldest") == ["first", "second", "fourth"]
    assert asked(page, address, "q=boats&from=2013") == ["second"]
    assert asked(page, address, "year=undated") == ["fourth"]
    assert (
        asked(page, address, "publisher=harbour-wire") == asked(page, address, "publisher=Harbour+Wire") == ["second"]
    )
    page.wait_for_selector("#r-search[data-facets]")
    with done_anew(page):
        page.locator("input[name=publisher][value=harbour-wire]").click()
    assert len(found(page)) == 5 and "publisher" not in page.url
    page.wait_for_function("document.querySelectorAll('.r-histogram span').length == 5")
    page.locator(".r-histogram span").first.click()
    page.wait_for_function("document.querySelectorAll('.r-result').length == 1")
    assert "from=2012&to=2012" in page.url


def test_confirmed_only_holds_here_too(page, address: str) -> None:
    page.goto(address)
    page.evaluate("localStorage.setItem('r-confirmed', 'true')")
    asked(page, address, "q=boats")
    page.wait_for_selector("#r-search[data-facets]")
    sure = page.locator("fieldset label").all_inner_texts()
    page.evaluate("localStorage.setItem('r-confirmed', 'false')")
    asked(page, address, "q=boats")
    page.wait_for_selector("#r-search[data-facets]")
    assert set(sure) < set(page.locator("fieldset label").all_inner_texts())


def test_keys(page, address: str) -> None:
    page.goto(address + "documents/first/")
    page.keyboard.press("/")
    page.keyboard.type("boats")
    page.keyboard.press("Enter")
    page.wait_for_selector("#r-search[data-ready=true]")
    assert len(found(page)) == 3
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") == page.locator(".r-result h2 a").first.inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "r-query"
    page.keyboard.press("Escape")
    assert page.input_value("#r-query") == ""


def test_paper_tells_what_was_asked(page, address: str) -> None:
    asked(page, address, "q=boats&from=2012&to=2015&publisher=harbour-wire")
    page.wait_for_selector("#r-search[data-facets]")
    page.emulate_media(media="print")
    assert page.locator("#r-query").is_visible() and page.input_value("#r-query") == "boats"
    assert page.locator(".r-year-fields input").evaluate_all("all => all.map((one) => one.checkVisibility())") == [
        True,
        True,
    ]
    assert page.locator(".r-facets fieldset label:visible").all_inner_texts() == ["Harbour Wire\n(1)"]
    page.emulate_media(media="screen")


def test_an_arrow_waits_for_the_answer(page, address: str) -> None:
    asked(page, address, "q=harbour")
    page.locator("#r-query").fill("Łódź")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.activeElement.closest('.r-result')")
    assert page.evaluate("document.activeElement.textContent") == "News from Łódź"


def test_a_slash_leads_to_the_field_from_a_tick_too(page, address: str) -> None:
    asked(page, address, "q=boats")
    page.wait_for_selector("#r-search[data-facets]")
    page.locator("input[name=publisher]").first.focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "r-query"
    assert page.input_value("#r-query") == "boats"


def test_a_link_with_confirmed_only_changes_nothing_else(page, address: str) -> None:
    asked(page, address, "q=boats&confirmed=true")
    assert page.locator(".r-sure input").is_checked()
    assert page.evaluate("localStorage.getItem('r-confirmed')") is None
    asked(page, address, "q=boats")
    assert not page.locator(".r-sure input").is_checked()


@pytest.mark.parametrize(
    ("label", "start"), [("CSV", "\ufeff"), ("BibTeX", "@"), ("RIS", "TY  - "), ("texts", "Calm on the islands")]
)
def test_the_results_as_files(page, address: str, label: str, start: str) -> None:
    asked(page, address, "q=boats&sort=oldest")
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith(start)
    if label != "BibTeX":
        assert "Calm on the islands" in text and "A letter of old days" in text
    assert "\ue000" not in text


@pytest.mark.parametrize("word", ["onion", "theology", "sugar", "Szczecin", "inert", "tokayed", "kasymer"])
def test_a_word_that_stands_nowhere_is_not_found_by_its_beginning(page, address: str, word: str) -> None:
    assert asked(page, address, f"q={word}") == []
    assert f"“{word}” stands in no document." in page.inner_text(".r-hint")


def test_what_is_found_by_its_sound_says_so(page, address: str) -> None:
    assert asked(page, address, "q=Гисладоттир") == ["second"]
    assert "“Гисладоттир” is not written so here" in page.inner_text(".r-hint")


@pytest.mark.parametrize("query", ["The Harbour And The Boats", "HARBOUR AND BOATS", "harbour And boats"])
def test_small_words_with_a_capital_stay_small(page, address: str, query: str) -> None:
    assert set(asked(page, address, f"q={query}")) == {"first", "second", "fourth"}  # the second is of the Harbour Wire
    assert page.get_attribute("#r-search", "data-count") == "3"


def test_a_word_with_one_that_stands_nowhere_is_found_among_those_with_some(page, address: str) -> None:
    assert len(asked(page, address, "q=boats xylophone")) == 3
    assert page.inner_text(".r-status") == "No document has all these words."


def test_what_there_is_not_narrows_nothing(page, address: str) -> None:
    assert len(asked(page, address, "q=boats&person=nobody&kind=__proto__&from=abc&sort=x")) == 3


def test_without_a_hit_within_the_filters_the_other_values_still_show(page, address: str) -> None:
    assert asked(page, address, "q=boats&from=1950&to=1951") == []
    page.wait_for_selector("#r-search[data-facets]")
    assert page.locator(".r-histogram i").count() == 5
    page.get_by_role("button", name="Clear all").click()
    page.wait_for_function("document.querySelectorAll('.r-result').length == 3")


def test_back_from_a_document_the_search_is_as_it_was(page, address: str) -> None:
    asked(page, address, "q=boats")
    page.wait_for_selector("#r-search[data-facets]")
    page.locator("input[name=publisher]").first.click()
    page.wait_for_function("location.search.includes('publisher')")
    page.locator(".r-passage a").first.click()
    page.wait_for_selector(".r-text")
    page.go_back()
    page.wait_for_selector("#r-search[data-ready=true]")
    assert "publisher" in page.url and len(found(page)) == 1
    page.go_back()
    page.wait_for_function("document.querySelectorAll('.r-result').length == 3")


def test_nothing_found_says_what_to_try(page, address: str) -> None:
    assert asked(page, address, "q=xyzzy&from=1990") == []
    hint = page.inner_text(".r-hint")
    assert "“xyzzy” stands in no document." in hint and "Choose fewer filters." in hint


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "boats " * 1700,
        '"boats',
        'boats ”“ « » ""',
        "🚤⛵ boats 👨‍👩‍👧",
        "مرحبا ‮boats",
        "\\ ( [ { * + ? ^ $ | } ] )",
        "a" * 9000,
        "%00 \u0000 \ufffd",
        "x'" + "нанда" * 40 + "ж",
        "constructor __proto__ toString",
    ],
    ids=["script", "long", "open", "marks", "emoji", "right-to-left", "signs", "one-word", "null", "endings", "names"],
)
def test_bad_input_does_no_harm(page, address: str, text: str) -> None:
    asked(page, address, "")
    typed(page, text)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#r-search img").count() == 0


def test_without_scripts_the_page_says_so_and_leads_to_the_indexes(browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "search/")
    assert "Search needs JavaScript" in page.inner_text("main")
    page.get_by_role("link", name="All headings").click()
    assert page.url.endswith("/tags/")
    context.close()


WORDS = """Tokayev's Kazakistan'daki ЕҚЫҰ-ның O’Brien co-author Алма-Ата Łódź Gísladóttir Straße İstanbul Токаева
Қазақстандағы Кыргызстандын Бишкектеги seçimlerinde elections observing generously skies dying Жээнбеков Джапаров
Haraszti Domański Мюллер uçağa Ağrı'nın комиссиясына сайлауының ΣΊΣΥΦΟΣ naïve 24.kg U.S. 10,061 x1 ﬁne ЁЖ эхо thé
выборов"""


def test_the_browser_makes_the_terms_that_the_index_has(page, address: str) -> None:
    page.goto(address)
    made = page.evaluate(
        """async (text) => {
          const { wordsOf, folded, stems, sound } = await import(new URL("assets/terms.js", document.baseURI));
          const heard = (word) => stems(word).map((cut) => sound(cut.slice(0, -1)));
          return wordsOf(text).map(([word]) => [word, folded(word), stems(word), heard(word)]);
        }""",
        WORDS,
    )
    here = [
        [w, folded(w), list(stems(w, LANGUAGES)), [sound(s[:-1]) for s in stems(w, LANGUAGES)]] for w in words(WORDS)
    ]
    assert made == here


def test_no_name_of_the_index_reaches_the_pages(address: str, page) -> None:
    page.goto(address + "documents/first/")
    assert "ǂ" not in page.content() and "\ue000" not in page.content()
    assert json.loads(page.evaluate("fetch('document.json').then((one) => one.text())"))["id"] == "first"
