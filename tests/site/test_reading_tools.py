"""Switches, previews, the menu of a paragraph, selected words, reports: in a real browser, by mouse and by keyboard."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.site import reading
from tests.site.reading import LETTER, SECOND, THIRD
from tests.site.test_browser import browser, served

__all__ = ["browser"]  # a fixture
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def islands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(reading.write(tmp_path_factory.mktemp("islands") / "archive") / "site", {}) as address:
        yield address


@pytest.fixture
def opened(browser) -> Iterator[Callable]:
    """Opens a page in a context of its own; none may log an error."""
    contexts, errors = [], []

    def opening(address: str, *, width: int = 1280, cited: bool = False, before: str = "", **options):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            permissions=["clipboard-read", "clipboard-write"],
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: errors.append(str(e)))
        if before:
            page.add_init_script(before)
        if cited:
            page.route("**/documents/letter/", reading.with_citations)
        page.goto(address)
        return page

    yield opening
    for context in contexts:
        context.close()
    assert errors == []


def copied(page, act: Callable[[], None]) -> str:
    """What is in the clipboard once the page says that it is."""
    page.evaluate("navigator.clipboard.writeText('')")
    act()
    page.wait_for_function("document.querySelector('.r-said').textContent")
    return page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")


def menu_of(page, n: int):
    page.get_by_role("button", name=f"Paragraph {n}: cite, link").click()
    return page.get_by_role("menu")


def anchor_of(page, n: int) -> str:
    return page.locator(f".r-n[data-n='{n}']").get_attribute("href")


SELECTED = (
    "() => { const { top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect(); return { top, bottom }; }"
)


def select(page, n: int, words: str, until: int | None = None, last: str = "") -> None:
    """Select words of a paragraph, or from these to the last ones of another paragraph."""
    page.evaluate(
        """([n, words, until, last]) => {
        const find = (n, words, end) => {
          const paragraph = document.querySelector(`.r-n[data-n="${n}"]`).closest(".r-p");
          const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode()); ) {
            const at = node.data.indexOf(words);
            if (at >= 0) return [node, end ? at + words.length : at];
          }
        };
        getSelection().setBaseAndExtent(...find(n, words), ...find(until, last, true));
        }""",
        [n, words, until or n, last or words],
    )


def test_confirmed_only_hides_what_the_machine_inferred_and_is_remembered(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    mention = page.locator(".r-text a.r-people.r-inferred")
    assert mention.get_attribute("href") and mention.evaluate("a => getComputedStyle(a, '::after').content") == '"◇"'
    switch = page.get_by_role("button", name="Confirmed only")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert mention.inner_text() == "Aldane"
    assert mention.get_attribute("href") is None and mention.get_attribute("title") is None
    assert mention.evaluate("a => getComputedStyle(a).textDecorationLine") == "none"
    assert mention.evaluate("a => getComputedStyle(a, '::after').content") == "none"
    assert page.locator(".r-text a.r-people.r-stated").first.get_attribute("href")
    page.goto(f"{islands}organisations/vote-board/")
    assert not page.locator(".r-doc").is_visible()
    assert page.get_by_text("All that stands here is unconfirmed, and hidden.").is_visible()
    assert page.locator(".r-switches [role=status]").inner_text() == "Unconfirmed, hidden: 1"
    page.get_by_role("button", name="Confirmed only").click()
    assert page.locator(".r-doc").is_visible() and page.locator(".r-all-hidden").count() == 0
    page.goto(f"{islands}organisations/watchers/")
    assert page.locator(".r-doc").first.is_visible()


def test_the_head_of_a_document_and_lists_heed_what_is_hidden(opened, islands: str) -> None:
    page = opened(f"{islands}documents/wire/")
    head = page.locator(".r-summary")
    assert head.inner_text() == "News report◇ · Harbour Wire · 5 September 2012"
    page.get_by_role("button", name="Confirmed only").click()
    assert head.inner_text() == "Harbour Wire · 5 September 2012"
    page.goto(f"{islands}kinds/news-report/")
    assert page.locator(".r-doc:visible").count() == 1
    assert page.get_by_text("1 of 2 documents shown").is_visible()
    page.get_by_role("button", name="Confirmed only").click()
    assert page.locator(".r-doc:visible").count() == 2 and page.get_by_text("documents shown").count() == 0


def test_without_marks_the_text_is_plain_and_comes_back_whole(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    before = page.inner_html(".r-text")
    page.get_by_role("button", name="Hide marks").click()
    marks = page.locator(".r-text a:not(.r-n)")
    assert marks.count() >= 4
    for mark in marks.all():
        assert mark.get_attribute("href") is None
        assert mark.evaluate("a => getComputedStyle(a).textDecorationLine") == "none"
    page.reload()
    assert page.get_by_role("button", name="Hide marks").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Hide marks").click()
    attributes = re.compile(r' (\S+?)="([^"]*)"')  # which come back in another order
    assert sorted(attributes.findall(page.inner_html(".r-text"))) == sorted(attributes.findall(before))


def test_what_is_switched_off_never_shows_even_before_the_scripts_run(opened, islands: str) -> None:
    page = opened(f"{islands}organisations/vote-board/")
    page.get_by_role("button", name="Confirmed only").click()
    page.route("**/assets/marks.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    assert page.locator(".r-switches button").count() == 0 and not page.locator(".r-doc").is_visible()


def test_where_the_browser_keeps_nothing_the_switches_work_for_the_page(opened, islands: str) -> None:
    refuse = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    page = opened(f"{islands}documents/letter/", before=refuse)
    page.get_by_role("button", name="Hide marks").click()
    assert page.get_by_role("button", name="Hide marks").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Hide marks").click()
    assert page.locator(".r-text a.r-people").first.get_attribute("href")


def test_pages_with_nothing_to_hide_have_no_switch(opened, islands: str) -> None:
    page = opened(f"{islands}about/")
    page.wait_for_selector(".r-said", state="attached")
    assert page.get_by_role("button", name="Hide marks").count() == 0


def test_a_preview_on_focus_is_closed_by_escape_and_gives_the_title_back(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    link = page.locator(".r-text a.r-people.r-inferred")
    title = link.get_attribute("title")
    page.keyboard.press("Tab")  # so that focus is seen as the keyboard's
    link.focus()
    card = page.get_by_role("tooltip")
    card.wait_for()
    assert card.locator(".r-preview-title").inner_text() == "Mira Aldane"
    assert card.locator(".r-preview-why").inner_text() == "inferred: whom the text names in full"
    assert link.get_attribute("aria-describedby") == card.get_attribute("id") and link.get_attribute("title") is None
    page.keyboard.press("Escape")
    assert card.count() == 0 and link.get_attribute("title") == title


def test_the_pointer_may_move_into_a_preview_and_nothing_moves_for_it(opened, islands: str) -> None:
    page = opened(f"{islands}people/aldane-mira/")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.locator("a.r-doc").first.hover()
    card = page.get_by_role("tooltip")
    card.wait_for()
    assert card.locator(".r-preview-words").inner_text() == SECOND
    assert page.evaluate("document.documentElement.scrollHeight") == height
    card.hover()
    page.wait_for_timeout(700)
    assert card.is_visible()
    page.mouse.move(2, 2)
    card.wait_for(state="detached")


def test_what_stands_low_opens_upwards(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    number = page.locator(".r-n[data-n='4']")
    page.set_viewport_size({"width": 1280, "height": round(number.bounding_box()["y"]) + 40})
    menu = menu_of(page, 4).bounding_box()
    assert menu["y"] + menu["height"] <= number.bounding_box()["y"]


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844), (390, 300)])
def test_the_menu_of_a_paragraph_leaves_its_words_in_sight(opened, islands: str, width: int, height: int) -> None:
    page = opened(f"{islands}documents/letter/", width=width)
    page.set_viewport_size({"width": width, "height": height})
    for n in (1, 3):
        menu = menu_of(page, n).bounding_box()
        words = page.locator(f".r-p:has(> .r-n[data-n='{n}'])").bounding_box()
        assert menu["y"] + menu["height"] <= words["y"] + 1 or menu["y"] >= words["y"] + words["height"]
        assert menu["y"] >= 0 and menu["y"] + menu["height"] <= height
        page.keyboard.press("Escape")


def test_on_a_phone_the_text_begins_in_the_upper_half(opened, islands: str) -> None:
    page = opened(f"{islands}documents/wire/", width=390)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator(".r-text").bounding_box()["y"] < 422
    assert page.locator(".r-summary").is_visible() and page.get_by_role("button", name="Named here").is_visible()


def test_no_preview_by_touch(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/", width=390, has_touch=True)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    page.locator(".r-text a.r-people").first.tap()
    page.wait_for_timeout(700)
    assert page.get_by_role("tooltip").count() == 0 and not [url for url in asked if url.endswith("/")]


@pytest.mark.parametrize("width", [1280, 360])
def test_the_menu_of_a_paragraph_copies_link_quotation_and_citation(opened, islands: str, width: int) -> None:
    page = opened(f"{islands}documents/letter/", width=width, cited=True)
    at = f"{LETTER}{anchor_of(page, 2)}"
    got = copied(page, lambda: menu_of(page, 2).get_by_text("Copy link").click())
    assert got == at and page.url.endswith(anchor_of(page, 2))
    got = copied(page, lambda: menu_of(page, 2).get_by_text("Copy quotation").click())
    assert got == f"“{SECOND}” League, “A letter,” ¶ 2, {at}."
    got = copied(page, lambda: menu_of(page, 3).get_by_text("Copy quotation").click())
    assert got == f"“{THIRD}” League, “A letter,” ¶ 3, {LETTER}{anchor_of(page, 3)}."
    got = copied(page, lambda: menu_of(page, 2).get_by_text("Copy citation").click())
    assert got == f"League, “A letter,” ¶ 2, {at}."
    menu_of(page, 4)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_without_a_template_the_citation_says_which_paragraph(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/", cited=True)
    page.evaluate("document.querySelectorAll('template.r-cite-paragraph').forEach((template) => template.remove())")
    at = f"{LETTER}{anchor_of(page, 2)}"
    got = copied(page, lambda: menu_of(page, 2).get_by_text("Copy citation").click())
    assert got == f"League, “A letter,” 2012, ¶ 2, {at}."
    got = copied(page, lambda: menu_of(page, 2).get_by_text("Copy quotation").click())
    assert got == f"“{SECOND}”\nLeague, “A letter,” 2012, ¶ 2, {at}."


def test_the_style_is_chosen_once_for_all_pages_and_paragraphs(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/", cited=True)
    assert page.get_by_text("League, “A letter,” 2012.").is_visible()
    page.get_by_label("Style").select_option("GOST")
    assert not page.get_by_text("League, “A letter,” 2012.").is_visible()
    page.reload()
    today = date.today().strftime("%d.%m.%Y")
    got = copied(page, lambda: page.get_by_role("button", name="Copy: GOST").click())
    assert got == f"League. A letter ({today})."
    got = copied(page, lambda: menu_of(page, 2).get_by_text("Copy citation").click())
    assert got == f"League. A letter. Абз. 2. URL: {LETTER}{anchor_of(page, 2)}."
    page.emulate_media(media="print")
    assert not page.get_by_text("League, “A letter,” 2012.").is_visible()
    assert page.get_by_text(f"League. A letter ({today}).").is_visible()


def test_a_file_of_a_reference_manager_is_copied(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/", cited=True)
    page.route("**/cite.bib", lambda route: route.fulfill(body="@misc{letter}\n"))
    assert copied(page, lambda: page.get_by_role("button", name="Copy: BibTeX").click()) == "@misc{letter}\n"


def test_where_the_clipboard_is_refused_the_old_way_is_taken(opened, islands: str) -> None:
    refuse = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }"
    page = opened(f"{islands}documents/letter/")
    page.evaluate(refuse)
    menu_of(page, 2).get_by_text("Copy link").click()
    page.get_by_text("Link copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{LETTER}{anchor_of(page, 2)}"


def test_selected_words_are_linked_quoted_and_cited(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/", cited=True)
    select(page, 3, "te-count, and {n} mo")
    bar = page.get_by_role("toolbar", name="Selected words")
    at = f"{LETTER}{anchor_of(page, 3)}"
    got = copied(page, lambda: bar.get_by_text("Copy link").click())
    assert got == f"{at}:~:text=vote%2Dcount%2C%20and%20%7Bn%7D%20more"
    got = copied(page, lambda: bar.get_by_text("Copy quotation").click())
    assert got == f"“te-count, and {{n}} mo” League, “A letter,” ¶ 3, {at}."
    got = copied(page, lambda: bar.get_by_text("Copy citation").click())
    assert got == f"League, “A letter,” ¶ 3, {at}."


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844), (390, 300)])
def test_the_tools_of_selected_words_leave_all_of_them_in_sight(opened, islands: str, width: int, height: int) -> None:
    page = opened(f"{islands}documents/letter/", width=width)
    page.set_viewport_size({"width": width, "height": height})
    for block in ("start", "end"):
        page.locator(".r-p").nth(2).evaluate("(p, block) => p.scrollIntoView({ block })", block)
        select(page, 2, "League of", 3, "100 % sure of")
        page.get_by_role("toolbar").wait_for()
        bar, words = page.get_by_role("toolbar").bounding_box(), page.evaluate(SELECTED)
        assert bar["y"] + bar["height"] <= words["top"] or bar["y"] >= words["bottom"]
        assert bar["y"] >= 0 and bar["y"] + bar["height"] <= height
        page.evaluate("getSelection().removeAllRanges()")
        page.get_by_role("toolbar").wait_for(state="detached")


def test_the_link_to_selected_words_leads_to_them(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    select(page, 2, "alm & fair", 3, "day by d")
    bar = page.get_by_role("toolbar", name="Selected words")
    got = copied(page, lambda: bar.get_by_text("Copy link").click())
    anchor, _, directive = urlsplit(got).fragment.partition(":~:text=")
    assert f"#{anchor}" == anchor_of(page, 2)
    start, end = map(unquote, directive.split(","))
    assert start == "calm & fair.”" and end == "he wrote, day by day"


def test_selected_words_by_keyboard_alone(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    select(page, 2, "Voting was calm")
    page.get_by_role("toolbar").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    got = copied(page, lambda: page.keyboard.press("Enter"))
    assert got.startswith("“Voting was calm”")
    page.keyboard.press("Escape")
    assert page.get_by_role("toolbar").count() == 0


def test_the_menu_by_keyboard_alone(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    for _ in range(80):
        page.keyboard.press("Tab")
        if (page.evaluate("document.activeElement.ariaLabel") or "").startswith("Paragraph 2:"):
            break
    assert page.evaluate("document.activeElement.matches(':focus-visible')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Copy link"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") == "Ask to remove or protect"
    page.keyboard.press("Escape")
    assert page.get_by_role("menu").count() == 0
    assert page.evaluate("document.activeElement.ariaLabel").startswith("Paragraph 2:")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert copied(page, lambda: page.keyboard.press("Enter")).startswith(f"“{SECOND}”")
    assert page.evaluate("document.activeElement.ariaLabel").startswith("Paragraph 2:")


def test_a_correction_says_where_and_what(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    link = menu_of(page, 2).get_by_text("Report a mistake here").get_attribute("href")
    assert link.startswith("https://forms.example/fix?")
    assert parse_qs(urlsplit(link).query) == {
        "archive": ["islands"],
        "document": [LETTER],
        "anchor": [anchor_of(page, 2).lstrip("#")],
        "quote": [SECOND],
    }


def test_a_correction_by_letter_says_the_same(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    letter = "mailto:fix@islands.example?subject=A%20mistake&body=Document%3A%20letter%0A%0A&cc=two@islands.example"
    page.evaluate("href => document.querySelector('[data-report=correct]').setAttribute('href', href)", letter)
    link = menu_of(page, 2).get_by_text("Report a mistake here").get_attribute("href")
    written = parse_qs(urlsplit(link).query)
    assert "+" not in link and written["cc"] == ["two@islands.example"]
    assert written["body"] == [f"Document: letter\n\n{LETTER}{anchor_of(page, 2)}\n\n“{SECOND}”\n\n"]


def test_who_asks_for_protection_repeats_nothing(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/")
    item = menu_of(page, 2).get_by_text("Ask to remove or protect")
    assert item.get_attribute("href") == page.locator("[data-report=protect]").get_attribute("href")
    letter = unquote(item.get_attribute("href"))
    assert letter == f"mailto:care@islands.example?subject=To remove or protect&body=Document: {LETTER}\n\n"
    assert "noreferrer" in item.get_attribute("rel")


def test_without_scripts_all_is_there_and_no_button_is_dead(opened, islands: str) -> None:
    page = opened(f"{islands}documents/letter/", java_script_enabled=False, cited=True)
    assert page.locator(".r-switches, .r-copy, .r-style, .r-tools").count() == 0
    number = page.locator(".r-n[data-n='2']")
    assert number.get_attribute("role") is None
    number.click()
    assert page.url.endswith(number.get_attribute("href"))
    assert page.locator("p.r-citation").count() == 2
    assert all(citation.is_visible() for citation in page.locator("p.r-citation").all())
    assert page.locator(".r-report a").count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_in_what_the_tools_show(opened, islands: str, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    def broken(*within: str) -> list[tuple[str, str]]:
        levels = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
        context = {"include": [[one] for one in within]}
        found = Axe().run(page, context=context, options={"runOnly": levels}).response["violations"]
        return [(one["id"], node["html"]) for one in found for node in one["nodes"]]

    page = opened(f"{islands}documents/letter/", width=width, cited=True, color_scheme=scheme)
    page.get_by_role("button", name="Confirmed only").click()
    assert broken(".r-switches", ".r-cite", ".r-report", ".r-text") == []
    copied(page, lambda: menu_of(page, 2).get_by_text("Copy link").click())
    menu_of(page, 3)
    assert broken(".r-tools", ".r-text", ".r-said") == []
    page.keyboard.press("Escape")
    page.locator(".r-text a.r-people").first.hover()
    page.get_by_role("tooltip").wait_for()
    assert broken(".r-preview") == []
