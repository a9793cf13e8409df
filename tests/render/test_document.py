"""The page of a document: its text, its facts, its side column, and the language of each."""

import re
from dataclasses import replace

import pytest
from markdown import markdown

from generator.model import Evidence, Mention, Record, TopicUse
from generator.render.body import title_again
from generator.render.speech import speech
from tests.render.literal import FIRST, link, page, place, quoting, record, rendered


@pytest.mark.parametrize(
    ("language", "around", "said"),
    [
        (None, "en", ""),
        ("en", "en", ""),
        ("ru", "en", 'lang="ru"'),
        ("ar", "en", 'lang="ar" dir="rtl"'),
        ("ug", "fa", 'lang="ug"'),
        ("en", "fa", 'lang="en" dir="ltr"'),
        ("zh-Hant", "en", 'lang="zh-Hant"'),
        ("xx", "en", ""),
        ('ru" onclick="x', "en", ""),
    ],
)
def test_speech(language: str | None, around: str, said: str) -> None:
    assert speech(language, around) == said


def test_the_address_of_the_original_is_one_that_html_allows() -> None:
    made = page(rendered(record("a", "Words.", original='https://b.example/a?b=1&c=<d>"|100%')), "a")
    assert made.count('href="https://b.example/a?b=1&amp;c=%3Cd%3E%22%7C100%25"') == 2


def test_title_and_text_say_their_language_and_the_page_does_not() -> None:
    made = page(rendered(record("a", "سلام", language="fa", title="سلام")), "a")
    assert '\n# سلام {: lang="fa" dir="rtl" }\n' in made
    assert '<div class="r-text" lang="fa" dir="rtl" markdown="1">' in made
    assert "\nlang:" not in made


def test_passages_and_titles_in_lists_say_their_language() -> None:
    quotes = quoting("2012/news")
    made = rendered(FIRST, replace(quotes, document=replace(quotes.document, language="ar")))
    listed = page(made, "2012/first").partition("### Quoted by")[2]
    assert "[Title of 2012/news](../news/index.md#" in listed
    assert '{ .r-doc lang="ar" dir="rtl" }' in listed and '<span class="r-passage" lang="ar" dir="rtl">' in listed
    at_paragraph = next(line for line in page(made, "2012/first").splitlines() if "Quoted in " in line[:40])
    assert '){ lang="ar" dir="rtl" } (5 September 2012)' in at_paragraph


def test_a_paragraph_that_repeats_the_title_is_whole_but_quiet() -> None:
    one = record("a", "12 May", "Title  of A", "Title of a")
    assert title_again(one) == 2
    made = page(rendered(one), "a")
    assert made.count(".r-title-again") == 1 and re.search(r"\nTitle +of A\n.*\n\{: #p-\w+ \.r-p [^}]*again", made)
    assert title_again(record("a", "Title of a[1]")) == 1
    assert title_again(record("a", *"bcdef", "Title of a")) is None
    assert title_again(record("a", "Title of a.", title=None)) is None


def with_evidence(one: Record, **evidence: Evidence) -> Record:
    return replace(one, document=replace(one.document, evidence={**one.document.evidence} | evidence))


def test_evidence_opens_at_its_fact_and_gives_no_quote_that_is_the_fact() -> None:
    one = with_evidence(
        record("a", "Title of a", "Of 3 September."),
        title=Evidence("heading", "stated", "TITLE of a", 1),
        date=Evidence("dateline", "stated", "Of 3 September", 2),
    )
    made = page(rendered(one), "a")
    opened = '<details class="r-why r-stated"><summary><span>stated</span></summary>'
    title, date = (anchor for anchor in one.anchors)
    assert f'{opened}<span id="why-title">stated, from the heading <a href="#{title}">¶ 1</a></span></details>' in made
    said = "stated, from the dateline: “Of 3 September”"
    assert f'{opened}<span id="why-date">{said} <a href="#{date}">¶ 2</a></span></details>' in made


def test_the_side_column_gives_all_reasons_of_an_entity_behind_one_sign() -> None:
    one = record("a", "The Board of Elections, the BOE and the board met.")
    spans = [
        ("Board of Elections", "name", "stated"),
        ("BOE", "abbreviation", "inferred"),
        ("board", "context", "inferred"),
    ]
    mentions = tuple(
        Mention("organisations/board", place(one, words), basis, sure, 0.9) for words, basis, sure in spans
    )
    one = replace(one, mentions=mentions, document=replace(one.document, publisher="board"))
    side = page(rendered(one), "a").partition('<div class="r-named"')[2].partition('<div class="r-main"')[0]
    assert side.count("<small>3×</small>") == 1
    assert side.count("<details") == 1
    assert "inferred from its short name: “BOE”" in side and "leaves: “board”" in side


def test_a_topic_is_a_fact_only_where_the_side_column_has_it_not() -> None:
    one = record("a", "Words.", topics=(TopicUse("unlisted", ("words",), 0.5),))
    made = page(rendered(one), "a")
    assert len(re.findall(r"<dd[^>]*>unlisted", made)) == 1


def test_details_within_lists_become_valid_html() -> None:
    news = record("2012/n", "News", day="2012-09-04", links=(link("2012/first", "refers-to"),), events=("vote",))
    one = with_evidence(news, events=Evidence("event-fit", "inferred", "News", 1))
    made = page(rendered(FIRST, one), "2012/n").partition("---\n\n")[2]
    html = markdown(made, extensions=["attr_list", "md_in_html", "tables", "toc"])
    assert "<p><details" not in html and "markdown=" not in html
    for tag in ("div", "details", "dl", "nav", "dd", "ul"):
        assert len(re.findall(f"<{tag}[ >]", html)) == html.count(f"</{tag}>"), tag
    assert html.rstrip().endswith("</div>\n</div>\n</div>")
