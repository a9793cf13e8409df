"""The shipped archive in a real browser."""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import run_build
from tests.conftest import build, write_archive

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from auditing import chromium_of
from serving import served

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("shipped")
    for name in ("mkdocs.yml", "content", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    copy = folder / "archive"
    copy.mkdir()
    import shutil

    for name in ("content", "overrides"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    assert run_build(copy / "mkdocs.yml", jobs=2, full=True, as_of="2026-01-01") == 0
    with served(copy / "site", {}) as address:
        yield address


CALM = "Voting was calm, said the League of Observers on the presidential election of 2 September 2012 in Norland."
RELATED = {
    "first.txt": f"Voting was calm\n\n{CALM}\n\nIt was signed at the harbour.\n\nWrite to the League.\n",
    "copy.txt": f"Voting was calm\n\n{CALM.replace('calm', 'very calm')}\n\nWrite to the League.\n",
    "copy.yml": "relations: [{to: first, relation: reprint-of}]\npublisher: harbour-wire\ndate: 2012-09-04\n",
    "again.txt": f"Voting was calm\n\n{CALM}\n\nSo said the herald.\n\nWrite to the League.\n",
    "again.yml": "relations: [{to: first, relation: reprint-of}]\npublisher: vote-board\ndate: 2012-09-05\n",
    "other.txt": "Rain\n\nIt rained in Norland.\n",
}


@pytest.fixture(scope="module")
def related(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A first document with two copies, the last paragraph recurring."""
    folder = write_archive(tmp_path_factory.mktemp("related") / "archive", RELATED)
    relate = pipeline.relate

    def as_found(*arguments):
        records, problems = relate(*arguments)
        made = []
        for record in records:
            blocks = tuple(replace(block, recurring=block.text.startswith("Write to")) for block in record.blocks)
            family = "first" if record.document.id in ("first", "copy", "again") else None
            made.append(replace(record, blocks=blocks, document=replace(record.document, family=family)))
        return made, problems

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "relate", as_found)
        assert build(folder) == 0
    with served(folder / "site", {}) as address:
        yield address


@pytest.fixture(scope="module")
def quoted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A letter that speaks of one document in four paragraphs."""
    said = (f"On day {n} we follow LOO/PLAN/7 as it stands." for n in range(1, 5))
    sources = {
        "plan.txt": "The plan\n\nObservers will go to all islands.\n",
        "plan.yml": "symbol: LOO/PLAN/7\ndate: 2012-08-01\n",
        "letter.txt": "\n\n".join(("A letter", *said)),
        "letter.yml": "symbol: LOO/LETTER/8\ndate: 2012-08-09\n",
    }
    folder = write_archive(tmp_path_factory.mktemp("quoted") / "archive", sources)
    assert build(folder) == 0
    with served(folder / "site", {}) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with chromium_of(os.environ.get("CHROMIUM")) as browser:
        yield browser


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["desktop", "phone"])
def page(browser, request):
    context = browser.new_context(viewport={"width": request.param[0], "height": request.param[1]})
    page = context.new_page()
    page.errors = []
    page.on("console", lambda m: page.errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: page.errors.append(str(e)))
    yield page
    assert page.errors == []
    context.close()


def test_from_home_through_search_to_a_person_and_another_document(page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Search").first.click() if page.viewport_size["width"] > 1000 else page.goto(
        address + "search/"
    )
    page.wait_for_selector("#r-search[data-ready=true]")
    page.locator("#r-search input[type=search]").fill("ballot stuffing")
    result = page.locator(".r-result:has(mark) a").first
    result.wait_for()
    result.click()
    page.wait_for_selector(".r-text")
    assert "ballot stuffing" in page.inner_text(".r-text")
    first = page.url
    page.locator(".r-text a.r-people").first.click()
    page.wait_for_selector("#documents")
    others = [a for a in page.locator("a.r-doc").all() if first.split("#")[0] not in a.evaluate("a => a.href")]
    others[0].click()
    page.wait_for_selector(".r-text")
    assert page.url.split("#")[0] != first.split("#")[0]


def test_filters_hold_in_the_address(page, address: str) -> None:
    page.goto(address + "search/?year=2019&kind=news+report")
    page.wait_for_selector("#r-search[data-ready=true]")
    assert page.locator("input[name=year][value='2019']").is_checked()
    n = int(page.inner_text(".r-status").split()[0])
    assert 3 <= n <= 10


def test_no_page_is_wider_than_the_screen(page, address: str) -> None:
    for path in ("", "documents/2019/odihr-2019-06-10-preliminary/", "people/", "tags/", "search/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_any_of_two_years_and_the_address_of_a_paragraph(page, address: str) -> None:
    page.goto(address + "search/?year=2019&year=2021")
    page.wait_for_selector("#r-search[data-ready=true]")
    both = int(page.inner_text(".r-status").split()[0])
    page.goto(address + "search/?year=2019")
    page.wait_for_selector("#r-search[data-ready=true]")
    assert both > int(page.inner_text(".r-status").split()[0]) > 0
    page.goto(address + "documents/2019/odihr-2019-06-10-preliminary/")
    page.locator(".r-n").nth(1).click()
    assert "#p-" in page.url


def test_search_counts_what_the_index_lists(page, address: str) -> None:
    page.goto(address + "search/?place=Bishkek")
    page.wait_for_selector("#r-search[data-ready=true]")
    page.wait_for_selector("#r-search[data-facets]")
    found = page.inner_text(".r-status").split()[0]
    assert page.locator("label", has_text="Bishkek").first.text_content().endswith(f"({found})")
    page.goto(address + "places/bishkek/")
    assert f"({found})" in page.inner_text("#documents")


def test_recurring_text_opens_where_the_address_points_into_it(page, related: str) -> None:
    page.goto(related + "documents/first/")
    folded = page.locator("details.r-recurring .r-p")
    assert folded.count() == 1 and not folded.is_visible()
    anchor = folded.get_attribute("id")
    page.goto(related + "documents/other/")
    page.goto(related + f"documents/first/#{anchor}")
    page.wait_for_selector("details.r-recurring[open]")
    assert folded.is_visible()


def test_recurring_text_is_printed(page, related: str) -> None:
    page.goto(related + "documents/first/")
    page.emulate_media(media="print")
    shown = "getComputedStyle(document.querySelector('.r-recurring'), '::details-content').contentVisibility"
    assert page.evaluate(shown) == "visible"


def test_search_shows_a_family_as_one_card_and_counts_its_documents(page, related: str) -> None:
    page.goto(related + "search/?q=calm")
    page.wait_for_selector("#r-search[data-ready=true]")
    assert page.inner_text(".r-status") == "3 found"
    assert page.locator(".r-result").count() == 1
    assert page.locator(".r-result .r-copies a").count() == 2
    assert page.inner_text(".r-result .r-copies").startswith("One of 3 copies of the same text; also found: ")
    page.locator("#r-search input[type=search]").fill("signed")
    page.wait_for_function("document.querySelector('.r-status').textContent == '1 found'")
    page.wait_for_selector("#r-search[data-ready=true]")
    assert page.locator(".r-result .r-copies a").count() == 0


def test_the_card_of_a_family_is_headed_by_the_copy_that_is_found_and_names_the_first(page, related: str) -> None:
    page.goto(related + "search/?q=herald")
    page.wait_for_selector("#r-search[data-ready=true]")
    assert page.inner_text(".r-status") == "1 found"
    assert page.inner_text(".r-result .r-copies").startswith("One of 3 copies of the same text; the first: ")
    assert "herald" in page.inner_text(".r-result mark")
    assert page.locator(".r-copies a").get_attribute("href") == related + "documents/first/"
    page.locator(".r-result a").first.click()
    page.wait_for_url(re.compile(r".*/documents/(?!first)\w+/\?find=herald#p-"))


def test_a_card_has_date_and_publisher(page, address: str) -> None:
    page.goto(address + "search/?year=2019&kind=news+report")
    page.wait_for_selector("#r-search[data-ready=true]")
    facts = page.locator(".r-result .r-meta").all_inner_texts()
    assert facts and all("2019" in words for words in facts)
    assert "news report · New Europe · Astana · 16 May 2019" in facts


def test_what_recurs_is_found_and_is_no_passage_beside_another(page, related: str) -> None:
    page.goto(related + "search/?q=write+calm")
    page.wait_for_selector("#r-search[data-ready=true]")
    passages = page.locator(".r-passage").all_inner_texts()
    assert passages and all("calm" in words and "Write" not in words for words in passages)


def test_two_copies_side_by_side_and_one_below_the_other_on_a_phone(page, related: str) -> None:
    page.goto(related + "documents/copy/")
    page.get_by_role("link", name="Compare").first.click()
    page.wait_for_selector("td ins")
    page.wait_for_load_state()  # scripts that still put their controls in would move one cell between two looks
    assert page.locator("td ins").all_inner_texts() == ["very"]
    left, right = page.locator("tr:has(td ins) td").all()
    assert (left.bounding_box()["y"] == right.bounding_box()["y"]) == (page.viewport_size["width"] > 1000)
    for path in ("documents/first/synopsis.1/", "documents/copy/", "events/norland-2012/", "wanted/"):
        page.goto(related + path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_a_phone_says_that_a_synopsis_goes_on_to_the_right(page, related: str) -> None:
    page.goto(related + "documents/first/synopsis.1/")
    wider = page.locator(".r-synopsis").evaluate("frame => frame.scrollWidth > frame.clientWidth")
    assert page.locator(".r-sideways").is_visible() == wider == (page.viewport_size["width"] < 1000)


def test_further_passages_open(page, quoted: str) -> None:
    page.goto(quoted + "documents/letter/")
    further = page.locator("details.r-more .r-passage")
    assert further.count() == 1 and not further.is_visible()
    page.get_by_text("and 1 more").click()
    assert further.is_visible()
    assert page.locator("#related-refers-to ~ ul").first.locator("> li").count() == 1


NEWS = "documents/2022/kazinform-2022-05-25-ref-ram-news/"


def test_whom_a_document_names_stands_beside_it_or_in_a_drawer_without_scripts(browser, address: str) -> None:
    for width in (1280, 390):
        page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=False)
        page.goto(address + NEWS)
        person = page.get_by_role("link", name="Roman Vassilenko").first
        if width == 1280:
            text, column = page.locator(".r-text").bounding_box(), page.locator(".r-side").bounding_box()
            assert column["x"] >= text["x"] + text["width"] and column["y"] == pytest.approx(text["y"], abs=4)
            assert not page.locator(".r-drawer").is_visible()
        else:
            assert not page.locator(".r-named").is_visible()
            page.locator(".r-drawer").focus()
            page.keyboard.press("Enter")
            assert page.locator(".r-named").is_visible()
            page.keyboard.press("Escape")
            assert not page.locator(".r-named").is_visible()
            page.locator(".r-drawer").click()
        person.click()
        page.wait_for_url(address + "people/vassilenko-roman/")
        page.close()


def test_a_sign_opens_its_evidence_by_key_and_by_address(page, address: str) -> None:
    page.goto(address + NEWS)
    evidence = page.locator("#why-date")
    assert not evidence.is_visible()
    sign = page.locator("details:has(#why-date) > summary")
    sign.focus()
    page.keyboard.press("Enter")
    assert evidence.is_visible() and evidence.inner_text().startswith("stated, from the stamp on the first line")
    assert sign.inner_text().strip() == "stated" and sign.bounding_box()["width"] >= 24 <= sign.bounding_box()["height"]
    assert not page.locator("#why-kind").is_visible()
    page.locator(".r-summary .r-sign").click()
    assert page.locator("#why-kind").is_visible()


def test_on_paper_a_document_is_text_and_citation_alone(page, address: str) -> None:
    page.goto(address + NEWS)
    page.emulate_media(media="print", color_scheme="dark")
    for shown in (".r-print", "h1", ".r-summary", ".r-way", ".r-text .r-n", "#cite", ".r-citation"):
        assert page.locator(shown).first.is_visible(), shown
    hidden = (".r-header", ".r-footer", ".md-skip", ".r-side", ".r-sequence", ".r-near", "#about", "#related")
    for shown in (*hidden, ".r-facts", ".r-provenance"):
        assert not page.locator(shown).first.is_visible(), shown
    assert page.locator(".r-summary .r-sign").is_visible() and page.get_by_text("◇ inferred").is_visible()
    assert page.locator(".r-text p").first.evaluate("p => getComputedStyle(p).color") == "rgb(0, 0, 0)"
    linked = page.locator(".r-text a, .r-summary a").evaluate_all(
        "all => all.map(a => getComputedStyle(a).textDecorationLine)"
    )
    assert set(linked) == {"none"}
