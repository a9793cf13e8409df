"""What the pages show of relations: literal records in, Markdown out."""

import re
from dataclasses import replace

import pytest

from generator.address import comparison_page, document_page, synopsis_page
from generator.model import Place, Record
from tests.render.literal import FIRST, QUIET, SAID, family, link, page, place, quoting, record, rendered


def test_a_quotation_is_marked_in_the_text_and_adds_no_words() -> None:
    made = page(rendered(FIRST, quoting("2012/news")), "2012/news")
    end = f"was late!”[](../first/index.md#{FIRST.anchors[1]}){{ .r-from .r-inferred aria-label="
    assert end in made
    assert "¶ 2" in made.partition(end)[2].partition("}")[0]


def test_the_quoted_paragraph_says_by_whom_and_leads_there() -> None:
    news = quoting("2012/news")
    made = page(rendered(FIRST, news), "2012/first")
    note = (
        f"Quoted in [Title of 2012/news](../news/index.md#{news.anchors[1]}) (5 September 2012)</span>\n{{: .r-quoted "
    )
    assert note in made and made.index(note) > made.index("was late.\n[](")


def test_of_many_quotations_of_a_paragraph_three_are_named() -> None:
    made = page(rendered(FIRST, *(quoting(f"2012/n{n}", f"2012-09-1{n}") for n in range(5))), "2012/first")
    line = next(line for line in made.splitlines() if "Quoted in 5" in line)
    assert (
        line.startswith('<span class="r-inferred">Quoted in 5 documents: [Title of 2012/n0]')
        and line.count("](../n") == 3
    )
    assert line.endswith("[and 2 more](#related-quoted-by)</span>")
    assert "### Quoted by {: #related-quoted-by }" in made


def test_both_ends_list_the_quotation_with_what_it_changed_and_both_paragraphs() -> None:
    news = quoting("2012/news")
    made = rendered(FIRST, news)
    changed = "but the <del>public</del> <ins>state</ins> broadcaster"
    quotes = page(made, "2012/news").partition("### Quotes")[2]
    assert changed in quotes and f'<a href="#{news.anchors[1]}">¶ 2</a> here' in quotes
    assert f"[¶ 2](../first/index.md#{FIRST.anchors[1]}) there" in quotes and "inferred: Its reason" in quotes
    assert f"[Title of 2012/first](../first/index.md#{FIRST.anchors[1]}){{ .r-doc }}" in quotes
    quoted = page(made, "2012/first").partition("### Quoted by")[2]
    assert changed in quoted and f"[¶ 2](../news/index.md#{news.anchors[1]}) there" in quoted


def test_passages_that_overlap_have_one_sign() -> None:
    news = quoting("2012/news")
    copy = record("2012/copy", "STATEMENT", QUIET, day="2012-09-04")
    longer = place(news, f"said: “{SAID}")
    news = replace(news, links=(*news.links, link("2012/copy", "quotes", longer, place(copy, QUIET))))
    made = page(rendered(FIRST, copy, news), "2012/news")
    assert made.count("{ .r-from") == 1 and "and in 1 other document" in made
    assert f"../copy/index.md#{copy.anchors[1]}" in made.partition("{ .r-from")[0].rpartition("[](")[2]


def test_several_references_to_one_document_are_one_entry_of_three_passages_and_more_to_open() -> None:
    text = record("2012/a", *(f"See the statement, number {n}." for n in range(5)), day="2012-09-01")
    links = tuple(link("2012/first", "refers-to", Place(n, 8, 17, "statement"), forward=True) for n in (3, 1, 2, 5, 4))
    made = rendered(FIRST, replace(text, links=links))
    group = page(made, "2012/a").partition("### Refers to")[2].partition("## How")[0]
    shown, summary, folded = group.partition("<summary>and 2 more</summary>")
    assert [int(n) for n in re.findall(r"¶ (\d)</a> here", shown)] == [1, 2, 3]
    assert [int(n) for n in re.findall(r"¶ (\d)</a> here", folded.partition("</details>")[0])] == [4, 5]
    assert summary and "issued later" in shown and group.count("inferred: Its reason") == 1
    assert group.count("[Title of 2012/first]") == 1
    assert "the [statement](../first/index.md){ .r-ref" in page(made, "2012/a")
    far = page(made, "2012/first").partition("### Referred to by")[2]
    assert "See the <b>statement</b>, number 0." in far and "issued later" not in far


def test_two_references_in_one_paragraph_are_one_passage_with_both_marked() -> None:
    text = record("2012/a", "See the statement; that text is final.", day="2012-09-05")
    links = tuple(link("2012/first", "refers-to", place(text, words)) for words in ("that text", "the statement"))
    made = rendered(FIRST, replace(text, links=links))
    passage = '<span class="r-passage">See <b>the statement</b>; <b>that text</b> is final.</span>'
    for id in ("2012/a", "2012/first"):
        assert page(made, id).count('class="r-passage"') == page(made, id).count(passage) == 1


def test_each_passage_has_its_own_reason_below_it() -> None:
    news = quoting("2012/news")
    signed = record("2012/news", *(block.text for block in news.blocks), "It was signed.", day="2012-09-05")
    other = replace(
        link("2012/first", "quotes", place(signed, "It was signed"), place(FIRST, "It was signed")), reason="3"
    )
    made = page(rendered(FIRST, replace(signed, links=(*news.links, other))), "2012/news").partition("### Quotes")[2]
    first, second = re.findall(r'class="r-passage">(.*?)</span>.*?<small class="r-why r-inferred">(.*?)</small>', made)
    assert first[1] == "inferred: Its reason" and "state</ins>" in first[0]
    assert second == ("It was signed", "inferred: 3")
    assert made.count("inferred: Its reason") == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('They said "it was calm and fair."', 'fair."[]'),
        ("They said “it was calm and fair”.", "fair”.[]"),
        ("They said «it was calm and fair», and left.", "fair»[], and"),
        ("They said it was calm and fair, and left.", "fair[], and"),
        ("They said it was calm and fair.5 of them left.", "fair[].5"),
        ("They said it was calm and fair", "fair[]"),
    ],
)
def test_the_sign_stands_behind_the_marks_that_close_the_quotation(text: str, shown: str) -> None:
    news = record("2012/news", text, day="2012-09-05")
    at = place(news, "it was calm and fair")
    made = page(rendered(FIRST, replace(news, links=(link("2012/first", "quotes", at),))), "2012/news")
    line = next(line for line in made.splitlines() if ".r-from" in line)
    assert shown in re.sub(r"\([^)]*\)\{[^}]*\}", "", line)


def test_likeness_is_told_by_names_and_words() -> None:
    reason = "organisations/watchers|organisations/wire|kinds/final|14 rare words in common"
    near = replace(link("2012/first", "similar"), reason=reason)
    made = page(rendered(FIRST, record("2012/near", "News", links=(near,))), "2012/near")
    told = "inferred: Both name League of Observers, Harbour Wire and final report; 14 rare words in common"
    assert told in made.partition("### Similar")[2]


def test_recurring_blocks_are_folded_and_kept_out_of_search_but_never_a_whole_text() -> None:
    blocks = tuple(replace(block, recurring=block.number > 1) for block in FIRST.blocks)
    made = page(rendered(replace(FIRST, blocks=blocks)), "2012/first")
    folded = made.partition('<details class="r-recurring" markdown="1">')[2]
    assert folded.partition("</details>")[0].count(".r-paragraph") == 2
    assert made.count("r-recurring") == 1 and made.count("<details") == made.count("</details>")
    whole = tuple(replace(block, recurring=True) for block in FIRST.blocks)
    assert "r-recurring" not in page(rendered(replace(FIRST, blocks=whole)), "2012/first")


def test_lists_show_a_family_as_one_card_and_count_its_documents() -> None:
    made = rendered(*family())
    for name in ("documents/index.md", "index.md", "years/2012/index.md"):
        listed = made.pages[name]
        assert listed.count("{ .r-doc }") == 1 and "[Title of 2012/first]" in listed
        assert "+ 2 copies: [Harbour Wire, 4 September 2012](" in listed
    assert "## Documents (3)" in made.pages["years/2012/index.md"]
    wire = made.pages["organisations/wire/index.md"]
    assert "[Title of 2012/cut]" in wire and "+ 1 copy: [Harbour Wire, 6 September 2012](" in wire


def test_a_comparison_marks_what_differs() -> None:
    made = rendered(*family()).pages[comparison_page("2012/cut", "2012/first")]
    assert "The campaign was quiet &#38; <del>fair.</del> Candidates" in made
    assert "<del>STATEMENT</del>" in made and "<ins>NEWS</ins>" in made and "<del>It was signed.</del>" in made
    assert f"../../../../first/index.md#{FIRST.anchors[1]}" in made


def test_a_synopsis_has_a_column_for_each_copy() -> None:
    made = rendered(*family()).pages[synopsis_page("2012/first", 1)]
    signed = next(line for line in made.splitlines() if line.startswith("| It was signed."))
    assert "*left out* { .r-cell .r-gone }" in signed and "It was signed. [](" in signed.rpartition("left out")[2]
    assert "<ins>More news.</ins>" in made


def test_what_is_withheld_or_recurs_or_not_open_is_in_no_comparison() -> None:
    first, cut, late = family()
    blocks = (*late.blocks[:1], replace(late.blocks[1], withheld=True), replace(late.blocks[2], recurring=True))
    closed = replace(cut, document=replace(cut.document, access="extract"))
    made = rendered(first, closed, replace(late, blocks=blocks))
    compared = {name: text for name, text in made.pages.items() if "compare.to" in name or "synopsis" in name}
    assert set(compared) == {comparison_page("2012/late", "2012/first")}
    assert all("More news" not in text and "NEWS" not in text for text in compared.values())
    assert f"late/index.md#{late.anchors[1]}" not in "".join(compared.values())
    assert "Compare" not in page(made, "2012/cut")


def test_versions_are_listed_by_the_day_on_which_they_were_saved() -> None:
    def version(n: int, of: int | None) -> Record:
        links = (link(f"p{of}", "version-of"),) if of else ()
        facts = {"date": None, "span": None, "captured": f"2012-08-0{n}", "family": "p1"}
        return record(f"p{n}", f"Vote from 7 to 2{n} hours.", links=links, **facts)  # type: ignore[arg-type]

    made = rendered(version(3, 1), version(1, None), version(2, 1))
    head = next(line for line in page(made, "p2").splitlines() if "versions of this page" in line)
    assert head == (
        "3 versions of this page: [1 August 2012](../p1/index.md) · **2 August 2012** (this one) – "
        "[what changed](compare.to/p1/index.md) · [3 August 2012](../p3/index.md) – "
        "[what changed](../p3/compare.to/p2/index.md) · [Synopsis](../p1/synopsis.1/index.md)"
    )
    assert "<del>22</del>" in made.pages[comparison_page("p3", "p2")]
    assert comparison_page("p3", "p1") in made.pages
    listed = made.pages["documents/index.md"]
    assert re.findall(r"\[(Title of p\d, saved \d August 2012)\]", listed) == [
        "Title of p2, saved 2 August 2012",
        "Title of p3, saved 3 August 2012",
    ]
    assert "+ 2 versions" in listed
    assert "| [Title of p1, saved 1 August 2012](" in made.pages[synopsis_page("p1", 1)]


def test_versions_of_one_date_are_told_apart_by_the_day_on_which_they_were_saved() -> None:
    first = record("p1", "Vote from 7 to 20 hours.", captured="2012-08-01", family="p1", publisher="wire")
    facts = {"captured": "2012-08-21", "family": "p1", "publisher": "wire"}
    again = record("p2", "Vote from 7 to 22 hours.", links=(link("p1", "version-of"),), **facts)  # type: ignore[arg-type]
    made = rendered(first, again)
    entry = '[Title of p2](../p2/index.md){ .r-doc } <span class="r-meta">3 September 2012, saved 21 August 2012'
    assert entry in page(made, "p1").partition("### Other version")[2]
    assert "+ 1 version: [Harbour Wire, saved 21 August 2012](" in made.pages["documents/index.md"]
    heads = next(line for line in made.pages[comparison_page("p2", "p1")].splitlines() if line.startswith("| ["))
    assert re.findall(r"\[(.*?)\]", heads) == [
        "Harbour Wire, saved 1 August 2012",
        "Harbour Wire, saved 21 August 2012",
    ]
    assert synopsis_page("p1", 1) not in made.pages and "Synopsis" not in page(made, "p1") + page(made, "p2")


def test_translations_stand_side_by_side_each_in_its_language() -> None:
    english = record("en", "It was calm.", "There were 412 of them.", language="en")
    russian = record("ru", "Было тихо.", "Их было 412.", language="ru", links=(link("en", "translation-of"),))
    made = rendered(english, russian)
    assert (
        'Also in Russian: [Title of ru](../ru/index.md){ lang="ru" } · [Side by side](../ru/compare.to/en/index.md)'
        in page(made, "en")
    )
    assert "Also in English: [Title of en](../en/index.md) · [Side by side](compare.to/en/index.md)" in page(made, "ru")
    row = next(line for line in made.pages[comparison_page("ru", "en")].splitlines() if "412 of" in line)
    assert row.index('lang="en"') < row.index("Их было 412.") < row.index('lang="ru"')


def test_no_address_of_a_comparison_is_that_of_another_page() -> None:
    ids = ["a", "a/b", "a/compare", "compare", "a/b/c", "a/compare-to/b", "b/c", "c"]
    pages = [comparison_page(id, other) for id in ids for other in ids]
    pages += [synopsis_page(id, part) for id in ids for part in (1, 2)] + [document_page(id) for id in ids]
    assert len(set(pages)) == len(pages)
