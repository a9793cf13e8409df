"""The tags in the head of a document: what Zotero's translator "Embedded Metadata" makes of them."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml

from generator.csl import Archive
from generator.render.front import front_matter
from generator.render.metadata import Tag, head_tags, json_ld
from tests.cited import ARCHIVE, AUTHORITY, document, item

THEME = Path(__file__).parents[2] / "overrides"


def tags_of(archive: Archive = ARCHIVE, **facts: object) -> list[Tag]:
    return head_tags(document(**facts), item(archive, **facts), archive, "In one line")


def zotero(tags: list[Tag]) -> dict[str, Any]:
    """What the translator takes: type, creators, date (its source of 2024-06-13, and the RDF translator's)."""
    by_name = dict(tags)
    by_report = "citation_technical_report_institution" in by_name
    author = by_name.get("citation_author", "")
    family, comma, given = author.partition(",")
    first, _, last = author.rpartition(" ")
    return {
        "type": "report" if by_report else by_name["z:itemType"],
        "title": by_name.get("citation_title") or by_name["DC.title"],
        "author": ((family, given.strip()) if comma else (last, first)) if author else None,
        "date": by_name.get("citation_publication_date") or by_name.get("DC.date"),
        "language": by_name.get("citation_language"),
        "url": by_name.get("citation_public_url"),
        "in": by_name.get("prism.publicationName"),
    }


@pytest.mark.parametrize(
    ("facts", "taken"),
    [
        ({"kind": "release"}, {"type": "document", "author": ("Board of Elections", ""), "date": "2012/09/03"}),
        ({"kind": "final-report"}, {"type": "report", "author": ("Board of Elections", "")}),
        ({"kind": "wire-report", "publisher": "wire"}, {"type": "newspaperArticle", "in": "Harbour Wire"}),
        ({"kind": "letter", "creator": "lund"}, {"type": "document", "author": ("Lund", "Ada Maria")}),
        ({"publisher": None}, {"author": None, "title": "Vote count observed", "language": "en"}),
        ({"publisher": "secret"}, {"author": None, "url": "https://a.example/documents/2012/a/"}),
        ({"title": None}, {"title": "[Statement]"}),
        ({"date": "XXXX-05-15"}, {"date": None}),
        ({"date": "2012-09-03", "evidence": {}}, {"date": None}),
    ],
)
def test_what_zotero_takes(facts: dict[str, object], taken: dict[str, object]) -> None:
    found = zotero(tags_of(**facts))
    assert {name: found[name] for name in taken} == taken


@pytest.mark.parametrize("kind", ["release", "final-report", "wire-report", "letter", "resolution", "page", None])
def test_nothing_is_a_journals_article(kind: str | None) -> None:
    names = {name for name, _ in tags_of(kind=kind)}
    assert "citation_journal_title" not in names
    assert ("citation_title" in names) == ("citation_technical_report_institution" in names)


@pytest.mark.parametrize(
    ("creator", "author"),
    [
        ("lund", {"@type": "Person", "name": "Ada Lund"}),
        ("osei", {"@type": "Person", "name": "Kofi Osei"}),
        ("cik", {"@type": "Organization", "name": "Центральная избирательная комиссия"}),
        ("A name as printed", {"name": "A name as printed"}),
    ],
)
def test_who_is_a_person_and_who_a_body_their_entries_say(creator: str, author: dict[str, str]) -> None:
    of, by = ({name: "wire", other: creator} for name, other in (("publisher", "creator"), ("creator", "publisher")))
    made = json.loads(json_ld(document(**of), item(**of), ARCHIVE, AUTHORITY))
    assert made["author"] == author and made["publisher"] == {"@type": "Organization", "name": "Harbour Wire"}
    assert json.loads(json_ld(document(**by), item(**by), ARCHIVE, AUTHORITY))["publisher"] == author


def test_an_archive_without_an_address_gives_none() -> None:
    tags = dict(tags_of(Archive("A"), original="http://b.example/"))
    assert not {"og:url", "citation_public_url", "DC.identifier"} & set(tags)


def test_json_ld_says_what_is_known_and_closes_no_script() -> None:
    facts = {"kind": "wire-report", "publisher": "wire", "title": "</script><b>", "original": "https://b.example/1"}
    text = json_ld(document(**facts), item(**facts), ARCHIVE, AUTHORITY)
    assert "<" not in text
    assert json.loads(text) == {
        "@context": "https://schema.org",
        "@type": ["NewsArticle", "ArchiveComponent"],
        "@id": "https://a.example/documents/2012/a/",
        "url": "https://a.example/documents/2012/a/",
        "name": "</script><b>",
        "headline": "</script><b>",
        "author": {"@type": "Organization", "name": "Harbour Wire"},
        "datePublished": "2012-09-03",
        "inLanguage": "en",
        "genre": "Dispatch",
        "isBasedOn": "https://b.example/1",
        "isPartOf": [{"@type": "WebSite", "name": "Lumen Archive", "url": "https://a.example/"}],
        "holdingArchive": {"@type": "ArchiveOrganization", "name": "Lumen Archive"},
    }


NASTY = "A \"b\" 'c' & </script> <i> {{ 7*7 }} \u0085\u2028 \x07 \\u003c 😀"


def test_whatever_a_title_holds_the_head_has_its_words_and_no_markup() -> None:
    tags, ld = tags_of(title=NASTY), json_ld(document(title=NASTY), item(title=NASTY), ARCHIVE, AUTHORITY)
    meta = yaml.safe_load(front_matter(title="T", head=tags, ld=ld).strip("-\n"))
    source = (THEME / "document.html").read_text()
    block = re.search(r"{% block extrahead %}(.*?){% endblock %}", source, re.S)
    assert block
    template = jinja2.Environment().from_string(block[1].replace("{{ super() }}", ""))
    head = template.render(page={"meta": meta})
    plain = " ".join(re.sub(r"[\x07\u0085]", " ", NASTY).split())
    assert unescape(re.findall(r'name="DC.title" content="([^"]*)"', head)[0]) == plain
    assert head.count("<script") == head.count("</script>") == 1 and "<i>" not in head
    script = head.partition('ld+json">')[2].partition("</script>")[0]
    assert json.loads(script)["name"] == plain


def test_the_name_of_the_site_and_what_is_said_of_it_stand_whole() -> None:
    head = (THEME / "base.html").read_text().partition("<!doctype")[0]
    template = jinja2.Environment().from_string(head + "{{ name }}|{{ title }}|{{ about }}")
    config = {"site_name": "Letters & <Papers>", "site_description": "Of <b>1755</b>"}
    meta = {"title": "A &lt;b&gt;", "description": "Letter &lt;1&gt;"}
    said = "Letters &amp; &lt;Papers&gt;"
    assert template.render(config=config, page=None) == f"{said}||Of &lt;b&gt;1755&lt;/b&gt;"
    assert template.render(config=config, page={"meta": meta}) == f"{said}|A &lt;b&gt;|Letter &lt;1&gt;"
    assert "striptags" not in "".join(
        line for name in ("document.html", "partials/header.html") for line in named_lines(THEME / name)
    )


def named_lines(path: Path) -> list[str]:
    return [line for line in path.read_text().splitlines() if "config.site_name" in line]


def test_the_title_of_a_page_has_no_control_characters() -> None:
    meta = yaml.safe_load(front_matter(title="Bell\x07 \x1b[1m\u202eback", description="a\u2066b").strip("-\n"))
    assert (meta["title"], meta["description"]) == ("Bell [1mback", "ab")
