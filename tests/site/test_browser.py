"""The shipped archive in a real browser."""

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import run_build

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


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
    handler = functools.partial(Quiet, directory=str(copy / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or None, args=arguments)
        yield browser
        browser.close()


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
    page.wait_for_selector("#r-search[data-ready]")
    page.locator("#r-search input[type=search]").fill("ballot stuffing")
    result = page.locator(".r-result a").first
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
    page.wait_for_selector("#r-search[data-ready]")
    assert page.locator("input[name=year][value='2019']").is_checked()
    n = int(page.inner_text(".r-status").split()[0])
    assert 3 <= n <= 10


def test_no_page_is_wider_than_the_screen(page, address: str) -> None:
    for path in ("", "documents/2019/odihr-2019-06-10-preliminary/", "people/", "tags/", "search/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_any_of_two_years_and_the_address_of_a_paragraph(page, address: str) -> None:
    page.goto(address + "search/?year=2019&year=2021")
    page.wait_for_selector("#r-search[data-ready]")
    both = int(page.inner_text(".r-status").split()[0])
    page.goto(address + "search/?year=2019")
    page.wait_for_selector("#r-search[data-ready]")
    assert both > int(page.inner_text(".r-status").split()[0]) > 0
    page.goto(address + "documents/2019/odihr-2019-06-10-preliminary/")
    page.locator(".r-n").nth(1).click()
    assert "#p-" in page.url


def test_search_counts_what_the_index_lists(page, address: str) -> None:
    page.goto(address + "search/?place=Bishkek")
    page.wait_for_selector("#r-search[data-ready]")
    found = page.inner_text(".r-status").split()[0]
    assert page.locator("label", has_text="Bishkek").first.text_content().endswith(f"({found})")
    page.goto(address + "places/bishkek/")
    assert f"({found})" in page.inner_text("#documents")
