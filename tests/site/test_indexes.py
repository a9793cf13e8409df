"""The filter of an index in a real browser: in one page, and in an index of many letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.render import register
from tests.conftest import AUTHORITY, build, write_archive
from tests.site.test_browser import browser, page, served  # noqa: F401  (fixtures)

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

GIVEN = ("Mira", "Ben", "Tess", "Öykü", "Łucja")
FAMILY = ("Aldane", "Bakı", "Okoro", "Søren", "Zhuk")
NAMES = [(given, family) for family in FAMILY for given in GIVEN]
ENTRIES = "".join(
    f"{f'p{n}' if n else 'aldane-mira'}:\n  name: {given} {family}\n  sort: {family}, {given}\n"
    + ("  names: {ru: Бен Жук}\n" if n == 21 else "")
    for n, (given, family) in enumerate(NAMES)
)
TEXT = "A list\n\n" + "\n\n".join(f"{given} {family} came on 3 September 2012." for given, family in NAMES) + "\n"


def archive(folder: Path) -> Path:
    return write_archive(folder / "archive", {"list.txt": TEXT}, AUTHORITY | {"people": ENTRIES})


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = archive(tmp_path_factory.mktemp("whole"))
    assert build(folder) == 0
    with served(folder / "site", {}) as address:
        yield address


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = archive(tmp_path_factory.mktemp("split"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(register, "SPLIT", 10)
        assert build(folder) == 0
    with served(folder / "site", {}) as address:
        yield address


def left(page) -> list[str]:  # noqa: F811
    return [line.split(" = ")[0] for line in page.locator(".r-register li:visible a").all_inner_texts()]


def typed(page, words: str) -> list[str]:  # noqa: F811
    page.locator(".r-filter input").fill(words)
    page.wait_for_function("words => document.querySelector('.r-filter').dataset.ready === words", arg=words)
    return left(page)


def test_lines_are_left_in_any_spelling(page, whole: str) -> None:  # noqa: F811
    page.goto(whole + "people/")
    page.wait_for_selector(".r-filter input")
    assert len(left(page)) == len(NAMES)
    assert typed(page, "SOREN oyku") == ["Søren, Öykü"]
    assert page.locator(".r-filter [role=status]").inner_text() == "1 of 25 left."
    assert page.locator(".r-letter:visible h2").all_inner_texts() == ["S"]
    assert typed(page, "baki luc") == ["Bakı, Łucja"]
    assert typed(page, "жук") == ["Zhuk, Ben"]
    assert page.locator("[data-as]").get_attribute("data-as") == "Бен Жук"
    assert typed(page, "qqq") == []
    assert page.locator(".r-filter [role=status]").inner_text() == "Nothing fits: try fewer letters."
    page.locator(".r-filter input").press("Escape")
    page.wait_for_function("document.querySelector('.r-filter').dataset.ready === ''")
    assert len(left(page)) == len(NAMES) and page.locator("[data-as]").count() == 0


def test_an_index_of_many_letters_is_filtered_whole(page, split: str) -> None:  # noqa: F811
    page.goto(split + "people/")
    page.wait_for_selector(".r-filter input")
    assert left(page) == ["A", "B", "O", "S", "Z"]
    assert typed(page, "ben") == [f"{family}, Ben" for family in FAMILY]
    page.get_by_role("link", name="Okoro, Ben").click()
    page.wait_for_selector("h1")
    assert page.inner_text("h1").startswith("Ben Okoro")
    page.goto(split + "people/letter/o/")
    assert len(left(page)) == len(GIVEN) and page.locator("[aria-current=page]", has_text="O").count() == 1
    page.goto(split + "tags/")
    page.wait_for_selector(".r-filter input")
    assert typed(page, "norland okoro") == [] and "Okoro, Ben" in typed(page, "okoro")


def test_indexes_read_without_script(browser, split: str) -> None:  # noqa: F811
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(split + "people/")
    assert plain.locator(".r-filter:visible input").count() == 0
    plain.get_by_role("link", name="Z", exact=True).click()
    plain.wait_for_url("**/people/letter/z/")
    assert plain.locator(".r-register li").count() == len(GIVEN)
    plain.goto(split)
    assert not plain.locator(".r-ask").is_visible(), "search needs a script"
    context.close()
