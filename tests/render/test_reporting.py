"""Where readers report, and how little a request for protection says."""

from urllib.parse import parse_qs, urlsplit

from generator.authority import Authority
from generator.index import index
from generator.render import SiteNotes, render
from tests.render.literal import ENTRIES, FIRST, page

QUIET_PLACE = "https://care.example/ask?from=site#form"


def made(report_to: dict[str, str], url: str | None = "https://archive.example/") -> str:
    authority = Authority(ENTRIES, {}, "")
    notes = SiteNotes("Archive", url=url, report_to=report_to)
    return page(render([FIRST], index([FIRST], authority), authority, notes, {}), "2012/first")


def test_nothing_is_offered_where_no_address_is_set() -> None:
    assert "r-report" not in made({})


def test_one_way_alone() -> None:
    text = made({"correct": "https://fix.example/"})
    assert 'data-report="correct"' in text and 'data-report="protect"' not in text
    assert 'href="https://fix.example/?document=https%3A%2F%2Farchive.example%2Fdocuments%2F2012%2Ffirst%2F"' in text


def test_a_letter_keeps_what_its_address_says_and_writes_spaces_out() -> None:
    text = made({"correct": "mailto:fix@archive.example?cc=two@archive.example"})
    link = text.partition('<a href="mailto:')[2].partition('"')[0].replace("&amp;", "&")
    assert "+" not in link
    asked = parse_qs(urlsplit(f"mailto:{link}").query)
    assert asked["cc"] == ["two@archive.example"] and asked["subject"] == ["A mistake in a document"]
    assert asked["body"] == ["Document: https://archive.example/documents/2012/first/\n\n"]


def test_a_request_for_protection_says_which_document_and_no_more() -> None:
    link = made({"protect": QUIET_PLACE}).partition('<p class="r-report"')[2].partition('href="')[2].partition('"')[0]
    parts = urlsplit(link.replace("&amp;", "&"))
    assert parse_qs(parts.query) == {"from": ["site"], "document": ["https://archive.example/documents/2012/first/"]}
    assert parts.fragment == "form"
