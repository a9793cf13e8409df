"""The frame of every page, as readers meet it: small, wide, light, dark, by keys, on paper, without JavaScript."""

import io
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from generator.cli import run_build

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from auditing import (
    COLOURS,
    axe_violations,
    chromium_of,
    documents_with_source,
    kinds_of_page,
    overweight,
    pages_of,
    strangers,
    too_wide,
)
from serving import served

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("reading room")]
DOCUMENT = "documents/2019/odihr-2019-06-10-preliminary/"
PHONE, TABLET, DESK = (360, 740), (768, 1024), (1440, 900)
ZOOMED = (320, 256)
"""What is left of 1280 × 1024 at 400 %, and no wider than the narrowest phone."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading") / "archive"
    for name in ("content", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    assert run_build(folder / "mkdocs.yml", jobs=2, full=True, as_of="2026-01-01") == 0
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site under the strict policy that `netlify.toml` sends: what breaks it is an error in the console."""
    with served(site) as at:
        yield at


@pytest.fixture(scope="module")
def browser() -> Iterator:
    with chromium_of(os.environ.get("CHROMIUM")) as browser:
        yield browser


@pytest.fixture
def open_page(browser) -> Iterator:
    contexts = []

    def opened(size: tuple[int, int] = DESK, **settings):
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda m: page.faults.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: page.faults.append(str(e)))
        return page

    yield opened
    for context in contexts:
        context.close()


def go(page, address: str) -> None:
    page.goto(address)
    if address.split("?")[0].endswith("/search/"):
        page.wait_for_selector("#r-search[data-ready]")


def size(page, wide: tuple[int, int]) -> None:
    page.set_viewport_size({"width": wide[0], "height": wide[1]})


def test_every_kind_of_page_at_every_width_light_and_dark(open_page, site: Path, address: str) -> None:
    page = open_page(reduced_motion="reduce")
    abroad = strangers(page)
    found: dict[str, object] = {}
    for kind, path in kinds_of_page(site).items():
        page.emulate_media(color_scheme="light")
        go(page, address + path)
        for wide in (PHONE, TABLET, DESK):
            size(page, wide)
            page.emulate_media(color_scheme="light")
            found[f"{kind} {wide} light"] = axe_violations(page)
            page.emulate_media(color_scheme="dark")
            found[f"{kind} {wide} dark"] = axe_violations(page, COLOURS)
            found[f"{kind} {wide} sideways"] = too_wide(page)
        size(page, ZOOMED)
        found[f"{kind} {ZOOMED} sideways"] = too_wide(page)
        found[f"{kind} console"] = [fault for fault in page.faults if "404" not in fault or kind != "404.html"]
        page.faults.clear()
    assert len(found) > 100
    assert {what: wrong for what, wrong in found.items() if wrong} == {}
    assert abroad == []


TAB_STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']"
STOP = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const box = e.getClientRects()[0] ?? new DOMRect(), style = getComputedStyle(e);
  const inside = e.contains(document.elementFromPoint(
    Math.min(Math.max(box.x + Math.min(box.width / 2, 8), 0), innerWidth - 1),
    Math.min(Math.max(box.y + Math.min(box.height / 2, 8), 0), innerHeight - 1)));
  return { html: e.outerHTML.slice(0, 120), seen: box.width > 0 && box.height > 0 && inside,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 };
}"""


@pytest.mark.parametrize("wide", [PHONE, DESK], ids=["phone", "desk"])
def test_a_walk_through_a_document_by_tab(open_page, address: str, wide: tuple[int, int]) -> None:
    page = open_page(wide, reduced_motion="reduce")
    go(page, address + DOCUMENT)
    stops = []
    for _ in range(600):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    assert "Skip to content" in stops[0]["html"]
    assert [stop["html"] for stop in stops if not (stop["seen"] and stop["ring"])] == []
    assert len(stops) == len([e for e in page.locator(TAB_STOPS).all() if e.is_visible()])


def test_a_skip_link_leads_past_the_side_column(open_page, address: str) -> None:
    page = open_page(DESK)
    go(page, address + DOCUMENT)
    page.get_by_role("link", name="Skip to the text").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.r-main')")


def test_the_skip_link_leads_past_the_header(open_page, address: str) -> None:
    page = open_page()
    go(page, address + DOCUMENT)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


@pytest.mark.parametrize(("button", "panel"), [("Menu", "#r-nav"), ("On this page", "#r-toc")])
def test_panels_on_a_phone_by_keys(open_page, address: str, button: str, panel: str) -> None:
    page = open_page(PHONE)
    go(page, address + "cite/")
    assert not page.locator(panel).is_visible()
    opener = page.get_by_role("button", name=button)
    opener.focus()
    page.keyboard.press("Enter")
    assert page.locator(panel).is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(f"!!document.activeElement.closest('{panel}')")
    page.keyboard.press("Escape")
    assert not page.locator(panel).is_visible()
    assert opener.evaluate("button => button === document.activeElement")


def test_the_panel_of_contents_closes_where_it_leads(open_page, address: str) -> None:
    page = open_page(PHONE)
    go(page, address + "cite/")
    page.get_by_role("button", name="On this page").click()
    page.locator("#r-toc a").last.click()
    assert not page.locator("#r-toc").is_visible()
    assert "#" in page.url


def test_a_menu_on_a_desk_by_keys(open_page, address: str) -> None:
    page = open_page()
    go(page, address)
    name = page.locator(".r-nav summary", has_text="Indexes")
    name.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="All headings").first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(".r-nav details[open]").count() == 0
    assert name.evaluate("summary => summary === document.activeElement")
    page.keyboard.press("Enter")
    page.locator("h1").click()
    assert page.locator(".r-nav details[open]").count() == 0


def test_colours_are_chosen_by_keys_and_remembered(open_page, address: str) -> None:
    page = open_page(color_scheme="dark")
    go(page, address)
    paper = "getComputedStyle(document.body).backgroundColor"
    night = page.evaluate(paper)
    button = page.get_by_role("button", name="Colours: as on this device")
    button.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="Colours: light").is_visible()
    day = page.evaluate(paper)
    assert day != night
    go(page, address + DOCUMENT)
    assert page.evaluate(paper) == day
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="Colours: light").press("Enter")
    assert page.evaluate(paper) == night
    page.get_by_role("button", name="Colours: dark").press("Enter")
    assert page.evaluate(paper) == day
    assert page.evaluate("localStorage.getItem('r-scheme')") is None


def test_without_javascript(open_page, site: Path, address: str) -> None:
    page = open_page(java_script_enabled=False, color_scheme="dark")
    for kind, path in kinds_of_page(site).items():
        page.goto(address + path)
        dead = "button:not([popovertarget]), input, select, textarea"
        assert [e.evaluate("e => e.outerHTML") for e in page.locator(dead).all() if e.is_visible()] == [], kind
    page.goto(address + DOCUMENT)
    for words in ("ballot stuffing", "Urszula Gacek", "10 June 2019", "SHA-256"):
        assert words in (page.text_content("main") or "")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(28, 32, 37)"
    size(page, PHONE)
    page.get_by_role("button", name="Menu").click()
    page.locator("#r-nav").get_by_role("link", name="Documents").click()
    assert page.url == address + "documents/"


def printed(page) -> str:
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4")))
    words = " ".join(sheet.extract_text() for sheet in reader.pages)
    return " ".join(unicodedata.normalize("NFKC", words).split())


def test_on_paper(open_page, site: Path, address: str) -> None:
    page = open_page(color_scheme="dark")
    go(page, address + DOCUMENT)
    paper = printed(page)
    for words in ("ballot stuffing", "Statement of Preliminary Findings", "https://regesta.example.org/" + DOCUMENT):
        assert words.replace(" ", "") in paper.replace(" ", "")
    assert re.search(r"\b1 / \d+\b", paper)
    for kind in ("people/…", "people", "documents", "events/…"):
        go(page, address + kinds_of_page(site)[kind])
        paper = printed(page)
        assert page.inner_text("h1").split()[0] in paper
        assert ("https://regesta.example.org/" + kinds_of_page(site)[kind]) in paper.replace(" ", "")
        assert "Skip to content" not in paper and "On this page" not in paper and "Colophon" not in paper
        assert re.search(r"\b1 / \d+\b", paper)


def test_nothing_inline_and_every_page_with_a_title_a_language_and_one_heading(site: Path) -> None:
    seen = 0
    for path in pages_of(site):
        page = path.read_text(encoding="utf-8")
        assert not re.search(r"<[^>]* (style|on[a-z]+)=", page), path
        assert not re.search(r"<script(?![^>]*(\bsrc=|application/(ld\+)?json))", page), path
        assert not re.search(r"<style", page), path
        assert len(re.findall(r"<h1[ >]", page)) == 1, path
        assert re.search(r'<html lang="[a-z]', page) and re.search(r'<meta name="description" content="[^"]', page), (
            path
        )
        seen += 1
    assert seen > 200


def test_a_document_weighs_little_more_than_its_text(site: Path) -> None:
    median, worst = overweight(documents_with_source(site))
    assert 0 < median <= worst <= 12 * 1024
