"""The pages of entities as they are published: each link leads somewhere, and search knows of none of them."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import build, write_archive

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    head = "---\ntitle: Note {n}\ndate: {year}-03-01\ncollection: press\n---\n"
    text = "Mira Aldane called on Ben Okoro in Port Lumen about matter {n}.\n"
    notes: dict[str, str | bytes] = {
        f"{1900 + n % 4}/note-{n}.md": (head + text).format(n=n, year=1900 + n % 4) for n in range(101)
    }
    folder = write_archive(tmp_path_factory.mktemp("notes") / "archive", notes)
    assert build(folder) == 0
    return folder / "site"


def test_every_link_of_an_entity_page_leads_to_a_file(site: Path) -> None:
    pages = [
        page for folder in ("people", "places", "years", "collections") for page in site.glob(f"{folder}/**/*.html")
    ]
    assert site / "people/aldane-mira/page.2/index.html" in pages
    for page in pages:
        for href in re.findall(r'<a\b[^>]*?\bhref="([^"#:]+)', page.read_text(encoding="utf-8")):
            target = page.parent / unescape(href)
            assert (target / "index.html" if href.endswith("/") or target.is_dir() else target).is_file(), (page, href)


def test_search_counts_each_document_once(site: Path) -> None:
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    assert sum(language["page_count"] for language in entry["languages"].values()) == 101
