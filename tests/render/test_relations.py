"""What the pages show of relations: literal records in, Markdown out."""

import re
from dataclasses import replace

import pytest

from generator.address import anchors, comparison_page, document_page, synopsis_page
from generator.authority import Authority, Event, Kind, Mission, Organisation
from generator.index import index
from generator.model import Block, Document, Evidence, Link, Place, Record, Wanted
from generator.render import Rendered, SiteNotes, render

QUIET = "The campaign was quiet & fair. Candidates could speak freely, but the public broadcaster was late."
ENTRIES = {
    "organisations/watchers": Organisation(id="watchers", folder="organisations", name="League of Observers"),
    "organisations/wire": Organisation(id="wire", folder="organisations", name="Harbour Wire"),
    "kinds/statement": Kind(id="statement", folder="kinds", name="statement"),
    "kinds/final": Kind(id="final", folder="kinds", name="final report"),
    "kinds/interim": Kind(id="interim", folder="kinds", name="interim report"),
    "events/vote": Event(
        id="vote",
        folder="events",
        name="Vote",
        date="2012-09-02",
        missions=[Mission(of="watchers")],
        expects=["statement", "final", "interim"],
    ),
}


def record(id: str, *texts: str, links: tuple[Link, ...] = (), day: str = "2012-09-03", **facts: object) -> Record:
    blocks = tuple(Block(n, "paragraph", text) for n, text in enumerate(texts, 1))
    title = Evidence("title-line", "stated")
    given: dict[str, object] = {
        "title": f"Title of {id}",
        "date": day,
        "span": (day, day),
        "evidence": {"title": title},
    }
    document = Document(id, **given | facts)  # type: ignore[arg-type]
    return Record(document, blocks, anchors(texts), links=links)


def place(record: Record, words: str) -> Place:
    block = next(block for block in record.blocks if words in block.text)
    start = block.text.index(words)
    return Place(block.number, start, start + len(words), words)


def link(to: str, relation: str, at: Place | None = None, target_at: Place | None = None, **more: object) -> Link:
    return Link(to, relation, "words", "inferred", 0.9, "Its reason", at, target_at, **more)  # type: ignore[arg-type]


def rendered(*records: Record) -> Rendered:
    authority = Authority(ENTRIES, {}, "")
    made = render(records, index(records, authority), authority, SiteNotes("Archive"), {})
    assert made.errors == []
    return made


def page(made: Rendered, id: str) -> str:
    return made.pages[document_page(id)]


FIRST = record("2012/first", "STATEMENT", QUIET, "It was signed.", publisher="watchers", kind="statement")
SAID = "Candidates could speak freely, but the state broadcaster was late"


def quoting(id: str, day: str = "2012-09-05") -> Record:
    text = record(id, "News", f"The League said: “{SAID}!” [sic]", day=day, publisher="wire")
    said = place(FIRST, SAID.replace("state", "public"))
    return replace(text, links=(link("2012/first", "quotes", place(text, SAID), said),))


def test_a_quotation_is_marked_in_the_text_and_adds_no_words() -> None:
    made = page(rendered(FIRST, quoting("2012/news")), "2012/news")
    end = f"was late[](../first/index.md#{FIRST.anchors[1]}){{ .r-from aria-label="
    assert end in made
    assert "¶ 2" in made.partition(end)[2].partition("}")[0]


def test_the_quoted_paragraph_says_by_whom_and_leads_there() -> None:
    news = quoting("2012/news")
    made = page(rendered(FIRST, news), "2012/first")
    note = f"Quoted in [Title of 2012/news](../news/index.md#{news.anchors[1]}) (5 September 2012)\n{{: .r-quoted "
    assert note in made and made.index(note) > made.index("was late.\n[](")


def test_of_many_quotations_of_a_paragraph_three_are_named() -> None:
    made = page(rendered(FIRST, *(quoting(f"2012/n{n}", f"2012-09-1{n}") for n in range(5))), "2012/first")
    line = next(line for line in made.splitlines() if line.startswith("Quoted in"))
    assert line.startswith("Quoted in 5 documents: [Title of 2012/n0]") and line.count("](../n") == 3
    assert line.endswith("[and 2 more](#related)")


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


def test_several_references_to_one_document_are_one_entry_of_at_most_three_passages() -> None:
    text = record("2012/a", *(f"See the statement, number {n}." for n in range(5)), day="2012-09-01")
    links = tuple(link("2012/first", "refers-to", Place(n, 8, 17, "statement"), forward=True) for n in (3, 1, 2, 5, 4))
    made = rendered(FIRST, replace(text, links=links))
    group = page(made, "2012/a").partition("### Refers to")[2].partition("## How")[0]
    assert [int(n) for n in re.findall(r"¶ (\d)</a> here", group)] == [1, 2, 3]
    assert "and 2 more" in group and "issued later" in group
    assert group.count("[Title of 2012/first]") == 1
    assert "the [statement](../first/index.md){ .r-ref" in page(made, "2012/a")
    far = page(made, "2012/first").partition("### Referred to by")[2]
    assert "See the <b>statement</b>, number 0." in far and "issued later" not in far


def test_likeness_is_told_by_names_and_words() -> None:
    reason = "organisations/watchers|organisations/wire|kinds/final|14 rare words in common"
    near = replace(link("2012/first", "similar"), reason=reason)
    made = page(rendered(FIRST, record("2012/near", "News", links=(near,))), "2012/near")
    told = "inferred: Both name League of Observers, Harbour Wire and final report; 14 rare words in common"
    assert told in made.partition("### Similar")[2]


def test_recurring_blocks_are_folded_and_kept_out_of_search_but_never_a_whole_text() -> None:
    blocks = tuple(replace(block, recurring=block.number > 1) for block in FIRST.blocks)
    made = page(rendered(replace(FIRST, blocks=blocks)), "2012/first")
    folded = made.partition('<details class="r-recurring" data-pagefind-ignore="all" markdown="1">')[2]
    assert folded.partition("</details>")[0].count(".r-paragraph") == 2
    assert made.count("<details") == made.count("</details>") == 1
    whole = tuple(replace(block, recurring=True) for block in FIRST.blocks)
    assert "<details" not in page(rendered(replace(FIRST, blocks=whole)), "2012/first")


def family() -> tuple[Record, Record, Record]:
    first = replace(FIRST, document=replace(FIRST.document, family="2012/first"))
    taken = (link("2012/first", "reprint-of"),)
    facts = {"family": "2012/first", "publisher": "wire", "links": taken}
    cut = record("2012/cut", "NEWS", QUIET.replace(" & fair", ""), day="2012-09-04", **facts)  # type: ignore[arg-type]
    late = record("2012/late", QUIET, "It was signed.", "More news.", day="2012-09-06", **facts)  # type: ignore[arg-type]
    return first, cut, late


def test_lists_show_a_family_as_one_card_and_count_its_documents() -> None:
    made = rendered(*family())
    for name in ("documents/index.md", "index.md", "years/2012/index.md"):
        listed = made.pages[name]
        assert listed.count("{ .r-doc }") == 1 and "[Title of 2012/first]" in listed
        assert "+ 2 copies: [Harbour Wire, 4 September 2012](" in listed
    assert "## Documents (3)" in made.pages["years/2012/index.md"]
    wire = made.pages["organisations/wire/index.md"]
    assert "[Title of 2012/cut]" in wire and "+ 1 copy: [Harbour Wire, 6 September 2012](" in wire
    assert 'data-pagefind-meta="family[data-family]" data-family="2012/first"' in page(made, "2012/late")


def test_the_head_of_a_copy_and_of_the_first() -> None:
    made = rendered(*family())
    assert "\nReprinted in 2 copies · [Synopsis](synopsis.1/index.md)\n" in page(made, "2012/first")
    assert (
        "\nA copy of [Title of 2012/first](../first/index.md), first issued by League of Observers on "
        "3 September 2012 · [Compare](compare.to/2012/first/index.md) · [Synopsis](../first/synopsis.1/index.md)\n"
    ) in page(made, "2012/cut")


def test_without_the_text_that_it_was_taken_from_a_copy_is_only_called_the_same() -> None:
    first, cut, late = family()
    late = replace(late, links=(), document=replace(late.document, family="2012/cut"))
    cut = replace(cut, links=(), document=replace(cut.document, family="2012/cut"))
    made = rendered(cut, late)
    assert "The same text as [Title of 2012/cut]" in page(made, "2012/late")
    assert "The same text stands in 1 other document" in page(made, "2012/cut")
    assert "first issued" not in page(made, "2012/late") + page(made, "2012/cut")
    assert first.document.title not in made.pages["documents/index.md"]


def test_a_comparison_marks_what_differs() -> None:
    made = rendered(*family()).pages[comparison_page("2012/cut", "2012/first")]
    assert "The campaign was quiet &#38; <del>fair.</del> Candidates" in made
    assert "<del>STATEMENT</del>" in made and "<ins>NEWS</ins>" in made and "<del>It was signed.</del>" in made
    assert 'data-pagefind-ignore="all"' in made
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
    assert set(compared) == {comparison_page("2012/late", "2012/first"), synopsis_page("2012/first", 1)}
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
    assert "+ 2 versions" in made.pages["documents/index.md"]


def test_translations_stand_side_by_side_each_in_its_language() -> None:
    english = record("en", "It was calm.", "There were 412 of them.", language="en")
    russian = record("ru", "Было тихо.", "Их было 412.", language="ru", links=(link("en", "translation-of"),))
    made = rendered(english, russian)
    assert "Also in Russian: [Title of ru](../ru/index.md) · [Side by side](../ru/compare.to/en/index.md)" in page(
        made, "en"
    )
    assert "Also in English: [Title of en](../en/index.md) · [Side by side](compare.to/en/index.md)" in page(made, "ru")
    row = next(line for line in made.pages[comparison_page("ru", "en")].splitlines() if "412 of" in line)
    assert row.index('lang="en"') < row.index("Их было 412.") < row.index('lang="ru"')


@pytest.mark.parametrize(("relation", "said"), [("corrects", "corrected"), ("supersedes", "superseded")])
def test_what_was_corrected_or_superseded_says_so_at_its_head(relation: str, said: str) -> None:
    note = replace(link("2012/first", relation), reason="It was <421>", certainty="curated")
    made = page(rendered(FIRST, record("2012/fix", "No.", day="2012-09-07", links=(note,))), "2012/first")
    words = (
        f"This document was {said} by [Title of 2012/fix](../fix/index.md) (7 September 2012). It was &#60;421&#62;."
    )
    assert made.index(words) < made.index("STATEMENT")


def test_an_event_shows_by_date_and_body_what_was_issued_and_the_gaps() -> None:
    first, cut, _ = (replace(r, document=replace(r.document, events=("vote",))) for r in family())
    spoken = Wanted(place(first, "signed"), "watchers", "final", "2012-11", None)
    far = Wanted(place(first, "signed"), "watchers", "interim", "2004", None)
    news = replace(quoting("2012/news"), links=())
    news = replace(news, document=replace(news.document, events=("vote",)))
    made = rendered(replace(first, wanted=(spoken, far)), cut, news)
    event = made.pages["events/vote/index.md"]
    rows = [line for line in event.splitlines() if line.startswith("| ")]
    assert rows[0] == "| Date | League of Observers | Harbour Wire |"
    assert rows[1].startswith("| 3 September 2012") and "[Title of 2012/first]" in rows[1] and "+ 1 copy" in rows[1]
    assert rows[2].startswith("| 5 September 2012") and rows[2].index("|  |") < rows[2].index("[Title of 2012/news]")
    steps = re.findall(r"^- \*\*(.+?)\*\* (.*)$", event.partition("{: #chain }")[2].partition("## Doc")[0], re.M)
    assert [kind for kind, _ in steps] == ["statement", "final report", "interim report"]
    assert "[Title of 2012/first]" in steps[0][1]
    assert (
        "known, not held here" in steps[1][1] and "[League of Observers, final report, November 2012](" in steps[1][1]
    )
    assert "none found" in steps[2][1]


def test_bodies_that_issued_least_share_a_column_and_are_named_in_it() -> None:
    facts = {"events": ("vote",)}
    issued = [record(f"d{n}", "A.", publisher=f"body{n % 5}", **facts) for n in range(9)]  # type: ignore[arg-type]
    event = rendered(*issued, record("none", "B.", **facts)).pages["events/vote/index.md"]  # type: ignore[arg-type]
    rows = [line for line in event.splitlines() if line.startswith("| ")]
    assert rows[0] == "| Date | body0 | body1 | body2 | body3 | Others |"
    others = rows[1].split(" | ")[-1]
    assert '<span class="r-other">body4</span> [Title of d4]' in others and "[Title of none]" in others


def test_wanted_lists_each_document_once_the_most_often_cited_first() -> None:
    text = record("a", "See OBS/7 and the report. OBS/7 again.", "And obs/7.")
    once = Wanted(Place(1, 10, 20, "the report"), "watchers", "final", None)
    named = [Wanted(Place(1, n, n + 5, "OBS/7"), None, None, None, "OBS/7") for n in (4, 26)]
    other = Wanted(Place(2, 4, 9, "obs/7"), "wire", None, None, "obs/7")
    made = rendered(replace(text, wanted=(once, *named, other)))
    listed = made.pages["wanted/index.md"]
    assert re.findall(r"\*\*(.+?)\*\* <small>(.+?)</small>", listed) == [
        ("Harbour Wire, OBS/7", "3 times"),
        ("League of Observers, final report", "1 time"),
    ]
    assert listed.count("{ .r-doc }") == 2 and f"[¶ 2](../documents/a/index.md#{text.anchors[1]})" in listed
    anchor = re.search(r"\{: #(w-\w+) \.r-want \}", listed)
    assert anchor and f"[Harbour Wire, OBS/7](../../wanted/index.md#{anchor[1]})" in page(made, "a")


def test_of_a_text_that_is_not_published_nothing_unnamed_is_wanted() -> None:
    made = rendered(replace(FIRST, wanted=(Wanted(None, None, None, None),)))
    assert "None at present." in made.pages["wanted/index.md"]


def test_no_address_of_a_comparison_is_that_of_another_page() -> None:
    ids = ["a", "a/b", "a/compare", "compare", "a/b/c", "a/compare-to/b", "b/c", "c"]
    pages = [comparison_page(id, other) for id in ids for other in ids]
    pages += [synopsis_page(id, part) for id in ids for part in (1, 2)] + [document_page(id) for id in ids]
    assert len(set(pages)) == len(pages)
