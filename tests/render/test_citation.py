"""The citation of each kind of document in each style, and that of a paragraph: the literals of `citations.yml`."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.citing import STYLES, Forms
from generator.csl import Archive
from generator.model import Evidence
from generator.render.citation import citations
from tests.cited import item
from tests.render.literal import page, record, rendered

FORMS = Forms()
SHORT = {
    "https://a.example/documents/2012/a/": "URL",
    '<span class="r-accessed">дд.мм.гггг</span>': "DAY",
    "Lumen Archive": "LA",
    "Vote count observed": "TITLE",
    "Board of Elections": "BOARD",
}


def shown(facts: dict[str, object], paragraph: bool = False) -> dict[str, str]:
    made = {}
    for citation in citations(item(**facts), FORMS, paragraph=paragraph):
        made[citation.style] = citation.html
        for words, short in SHORT.items():
            made[citation.style] = made[citation.style].replace(words, short)
    return made


Facts = dict[str, Any]

KINDS: dict[str, Facts] = yaml.safe_load((Path(__file__).parent / "citations.yml").read_text())


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_in_each_style(kind: str) -> None:
    assert shown(KINDS[kind]["facts"]) == KINDS[kind]["document"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "paragraph" in KINDS[kind]])
def test_a_paragraph_with_its_words(kind: str) -> None:
    assert shown(KINDS[kind]["facts"], paragraph=True) == KINDS[kind]["paragraph"]


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Who won?", "“Who won?” Statement."),
        ("Who won.", "“Who won.” Statement."),
        ("The U.S.", "“The U.S.” Statement."),
        ("He said “no!”", "“He said ‘no!’” Statement."),
        ("#let x = 1; \\u{41} {{quote} *bold*", "“#let x = 1; \\u{41} {{quote} *bold*.” Statement."),
        ("Qtitleq and 28 January 2999", "“Qtitleq and 28 January 2999.” Statement."),
    ],
)
def test_no_title_is_read_as_markup_and_no_stop_stands_twice(title: str, printed: str) -> None:
    assert printed in shown({"title": title})["chicago"]


def test_a_body_whose_name_ends_with_a_stop() -> None:
    assert shown({"publisher": "Ships Inc."})["chicago"].startswith("Ships Inc. “TITLE.”")


def test_without_an_address_a_paragraph_still_has_that_of_its_anchor() -> None:
    nowhere = replace(item(), url=None)
    assert citations(nowhere, FORMS)[1].html.endswith("[Statement]. Lumen Archive.")
    assert citations(nowhere, FORMS, paragraph=True)[1].html.endswith("[Statement]. Lumen Archive. {address}")


def test_the_page_prints_the_citations_and_hands_scripts_those_of_paragraphs() -> None:
    made = page(
        rendered(record("2012/a", "Some <words> of *it*.", title="A *b* & <c>", publisher="watchers")), "2012/a"
    )
    assert made.count('<p class="r-citation" data-style="') == len(STYLES)
    assert made.count('<template class="r-cite-paragraph" data-style="') == len(STYLES)
    assert "League of Observers. “A *b* &amp; &lt;c&gt;.” [September 3, 2012]. Archive." in made
    assert '<a href="cite.bib" download>BibTeX</a>' in made
    assert "A date in square brackets is not printed in the document" in made


def test_a_document_without_text_has_no_paragraph_to_cite() -> None:
    made = page(rendered(record("2012/a", access="metadata", title=None, kind="statement")), "2012/a")
    assert "r-cite-paragraph" not in made and '<p class="r-citation" data-style="mla"' in made
    assert "[Statement]." in made


@pytest.mark.parametrize(
    ("date", "certainty", "printed"),
    [
        ("2021-01-12", "stated", "LA. 2021. 12 января. URL"),
        ("2021-05", "stated", "LA. 2021. Май. URL"),
        ("2021", "stated", "LA. 2021. URL"),
        ("2021-01-12", "inferred", "LA. [2021. 12 января]. URL"),
        ("2021-01-12~", "stated", "LA. [ок. 2021. 12 января]. URL"),
        ("[2021-01-12..2021-02-01]", "inferred", "LA. [2021]. URL"),
        ("XXXX-05-15", "stated", "LA. [б. г.]. URL"),
    ],
)
@pytest.mark.parametrize("kind", ["release", "wire-report", "media-advisory"])
def test_news_bears_its_day_in_gost_too(kind: str, date: str, certainty: str, printed: str) -> None:
    assert printed in shown({"kind": kind, "date": date, "evidence": {"date": Evidence("rule", certainty)}})["gost"]


ABSTRACTS = Archive("Lumen Archive", "https://a.example/", holds_abstracts=True)


def test_a_paragraph_of_an_abstract_is_the_archives_own_words() -> None:
    of_whole = {citation.style: citation.html for citation in citations(item(ABSTRACTS), FORMS)}
    assert of_whole == {citation.style: citation.html for citation in citations(item(), FORMS)}
    made = {citation.style: citation.html for citation in citations(item(ABSTRACTS), FORMS, paragraph=True)}
    by = "Abstract (the archive’s own words) of:"
    assert made["chicago"].startswith(f"“{{quote}}” {by} Board of Elections, “Vote count observed,”")
    assert made["apa"].startswith(f"“{{quote}}” (abstract of Board of Elections, 2012, para. {{n}}). {by} Board of El")
    assert made["mla"].startswith(f"“{{quote}}” (abstract of Board of Elections, par. {{n}}). {by} Board of Elections.")
    assert made["gost"].startswith("«{quote}» Реферат (словами архива) документа: Board of Elections. ")
    unsigned = citations(item(ABSTRACTS, publisher=None), FORMS, paragraph=True)[2].html
    assert unsigned.startswith(f"“{{quote}}” (abstract of “Vote count observed,” par. {{n}}). {by} “Vote count")
