"""An archive of two letters in which readers can report, and a page in it with the markup of citations."""

from pathlib import Path

import lxml.html
from playwright.sync_api import Route

from tests.conftest import build, write_archive

URL = "https://islands.example/archive/"
LETTER = f"{URL}documents/letter/"
SECOND = (
    "Mira Aldane of the League of Observers came to Port Lumen on 1 September 2012. Aldane thanked the minister, "
    "who said: “Voting was calm & fair.”"
)
THIRD = (
    "Ben Okoro stayed at the harbour, 100 % sure of the vote-count, and {n} more with him: he wrote, day by day, what "
    "each of the twelve stations had told him."
)
SOURCES = {
    "letter.txt": "\n\n".join(
        ("A letter from the islands", SECOND, THIRD.replace("the harbour", "the\nharbour"), "End.\n")
    ),
    "letter.yml": "date: 2012-09-03\npublisher: watchers\nkind: statement\n",
    "short.txt": "Counting goes on\n\nThe BOE counts.\n",
    "short.yml": "date: 2012-09-04\n",
    "wire.txt": "News from the harbour\n\nMira Aldane has left Port Lumen.\n",
    "wire.yml": "date: 2012-09-05\npublisher: harbour-wire\n",
    "guess.txt": "The chair goes\n\nBen Okoro of Port Lumen and the head of the League spoke.\n\nOkoro left.\n",
    "guess.yml": "date: 2012-09-06\nkind: news-report\n",
}
REPORT = "{correct: 'https://forms.example/fix?archive=islands', protect: 'mailto:care@islands.example'}"


def write(folder: Path, report_to: str = REPORT) -> Path:
    """The archive, built; without an address no reader can report."""
    write_archive(folder, SOURCES)
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace('site_url: ""', f"site_url: {URL}")
    extra = f"\n      report_to: {report_to}" if report_to else ""
    settings.write_text(text.replace("      access: open", f"      access: open{extra}"), encoding="utf-8")
    assert build(folder) == 0
    return folder


CITED = """<div class="r-cite"><dl class="r-cite-list">
<dt>Chicago</dt><dd><p class="r-citation" data-style="chicago">League, “A letter,” 2012.</p></dd>
<dt>GOST</dt>
<dd><p class="r-citation" data-style="gost">League. A letter (<span class="r-accessed">day</span>).</p></dd>
</dl>
<p><a href="cite.bib">BibTeX</a></p>
<template class="r-cite-paragraph" data-style="chicago">“{quote}” League, “A letter,” ¶ {n}, {address}.</template>
<template class="r-cite-paragraph" data-style="gost">«{quote}» League. A letter. Абз. {n}. URL: {address}.</template>
</div>"""


def with_citations(route: Route) -> None:
    """The page with just these citations, in the markup that the scripts expect."""
    answer = route.fetch()
    page = lxml.html.fromstring(answer.text())
    for old in page.xpath(OLD):
        old.drop_tree()
    page.xpath("//article")[0].append(lxml.html.fromstring(CITED))
    html = lxml.html.tostring(page, encoding="unicode", doctype="<!doctype html>")
    route.fulfill(response=answer, body=html)


OLD = "//*[contains(concat(' ', @class, ' '), ' r-cite ') or contains(concat(' ', @class, ' '), ' r-citation ')]"
