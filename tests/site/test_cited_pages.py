"""What a built page says in its head, and the files beside it."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import build, write_archive

STATED = """---
title: 'The <b>"count"</b> & {{ 7*7 }}'
publisher: watchers
date: 2012-09-03
---
The League of Observers said that the count was calm.
"""
UNDATED = "The rain & the poll\n\nPort Lumen, 15 May\n\nThe League of Observers said on 15 May that it rained."


@pytest.mark.slow
def test_the_head_of_a_page_and_the_files_beside_it(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", {"2012/stated.md": STATED, "undated.txt": UNDATED})
    assert build(folder) == 0
    page = (folder / "site/documents/2012/stated/index.html").read_text()
    head = page.partition("</head>")[0]
    tags = {name: unescape(content) for name, content in re.findall(r'<meta \w+="([^"]+)" content="([^"]*)">', head)}
    assert tags["DC.title"] == tags["og:title"] == 'The <b>"count"</b> & {{ 7*7 }}'
    assert (tags["DC.date"], tags["citation_publication_date"]) == ("2012-09-03", "2012/09/03")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', head, re.S)
    assert data and json.loads(data[1])["datePublished"] == "2012-09-03"
    for name in re.findall(r'<link rel="(?:alternate|describedby)" type="[^"]*" href="([^"]*)"', head):
        assert (folder / "site/documents/2012/stated" / name).is_file(), name
    undated = (folder / "site/documents/undated/index.html").read_text()
    assert "DC.date" not in undated and "datePublished" not in undated and "citation_publication_date" not in undated
    assert not re.search(r"<time\b", undated)  # Zotero would take any for the date
    assert '"issued"' not in (folder / "site/documents/undated/cite.json").read_text()
    assert re.search(r'data-style="chicago" lang="en">[^\n]* n\.d\. ', undated)
