"""What stands at the head of a document: its copies, and what corrected it or one of its family."""

from dataclasses import replace

import pytest

from generator.model import Record
from tests.render.literal import FIRST, QUIET, family, link, page, record, rendered


def test_the_head_of_a_copy_and_of_the_first() -> None:
    made = rendered(*family())
    assert (
        "\nReprinted in 2 copies: [Harbour Wire, 4 September 2012](../cut/index.md) · "
        "[Harbour Wire, 6 September 2012](../late/index.md) · [Synopsis](synopsis.1/index.md)\n"
    ) in page(made, "2012/first")
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
    assert "The same text stands in 1 other document: [Harbour Wire, 6 September 2012](" in page(made, "2012/cut")
    assert "first issued" not in page(made, "2012/late") + page(made, "2012/cut")
    assert first.document.title not in made.pages["documents/index.md"]


@pytest.mark.parametrize(("relation", "said"), [("corrects", "corrected"), ("supersedes", "superseded")])
def test_what_was_corrected_or_superseded_says_so_at_its_head(relation: str, said: str) -> None:
    note = replace(link("2012/first", relation), reason="it was <421>", certainty="curated")
    made = page(rendered(FIRST, record("2012/fix", "No.", day="2012-09-07", links=(note,))), "2012/first")
    words = (
        f"This document was {said} by [Title of 2012/fix](../fix/index.md) (7 September 2012). It was &#60;421&#62;."
    )
    assert made.index(words) < made.index("STATEMENT")


def test_a_correction_found_in_a_text_is_named_without_a_reason() -> None:
    fix = record("2012/fix", "No.", day="2012-09-07", links=(link("2012/first", "corrects"),))
    made = page(rendered(FIRST, fix), "2012/first")
    assert "This document was corrected by [Title of 2012/fix](../fix/index.md) (7 September 2012).\n" in made


def test_a_correction_reaches_all_copies() -> None:
    first, cut, late = family()
    made = rendered(
        first, cut, late, record("2012/fix", "No.", day="2012-09-07", links=(link("2012/first", "corrects"),))
    )
    by = "was corrected by [Title of 2012/fix](../fix/index.md) (7 September 2012).\n"
    for id in ("2012/cut", "2012/late"):
        assert page(made, id).count(f"The text of which this is a copy {by}") == 1
    made = rendered(
        first, cut, late, record("2012/fix", "No.", day="2012-09-07", links=(link("2012/cut", "corrects"),))
    )
    assert f"\nA copy of this text {by}" in page(made, "2012/first")
    assert f"\nAnother copy of this text {by}" in page(made, "2012/late")
    assert "Another copy" not in page(made, "2012/cut") and f"This document {by}" in page(made, "2012/cut")


def test_a_later_version_that_corrects_the_first_is_named_there_alone() -> None:
    first = record("p1", QUIET, family="p1", captured="2012-09-03")
    links = (link("p1", "version-of"), link("p1", "supersedes"))
    facts = {"family": "p1", "captured": "2012-09-08"}
    made = rendered(first, record("p2", QUIET, links=links, **facts))  # type: ignore[arg-type]
    assert "This document was superseded by [Title of p2]" in page(made, "p1")
    assert "superseded" not in page(made, "p2").partition("## About")[0]


def alike(id: str, day: str, **facts: object) -> Record:
    return record(id, QUIET, day=day, family="2012/first", links=(link("2012/first", "reprint-of"),), **facts)


def test_one_copy_is_named_and_compared() -> None:
    first = family()[0]
    made = page(rendered(first, alike("2012/b", "2012-09-04", publisher="wire")), "2012/first")
    assert (
        "\nReprinted once, by [Harbour Wire, 4 September 2012](../b/index.md) · "
        "[Compare](../b/compare.to/2012/first/index.md)\n"
    ) in made


def test_of_many_copies_three_are_named_and_the_others_listed_below() -> None:
    copies = [alike(f"2012/c{n}", f"2012-09-0{n}") for n in range(4, 9)]
    made = page(rendered(family()[0], *copies), "2012/first")
    line = next(line for line in made.splitlines() if line.startswith("Reprinted in 5 copies: [Title of 2012/c4, "))
    assert line.count("](../c") == 3 and " and [2 more](#related-reprinted-as) · " in line
    assert "### Reprinted as {: #related-reprinted-as }" in made


def test_of_copies_of_one_day_none_is_called_the_first() -> None:
    first, same = family()[0], alike("2012/b", "2012-09-03", publisher="wire")
    later = alike("2012/late", "2012-09-06", publisher="press")
    made = rendered(first, same, later)
    head = next(line for line in page(made, "2012/first").splitlines() if line.startswith("Issued on the same day"))
    assert head == (
        "Issued on the same day by [Harbour Wire, 3 September 2012](../b/index.md) · "
        "Reprinted once, by [press, 6 September 2012](../late/index.md) · [Synopsis](synopsis.1/index.md)"
    )
    assert (
        "\nThe same text was issued by League of Observers on the same day: [Title of 2012/first](../first/index.md) · "
    ) in page(made, "2012/b")
    assert "first issued by League of Observers and Harbour Wire on 3 September 2012" in page(made, "2012/late")


def test_the_curator_may_know_which_of_one_day_was_the_first() -> None:
    taken = replace(link("2012/first", "reprint-of"), certainty="curated")
    same = replace(alike("2012/b", "2012-09-03", publisher="wire"), links=(taken,))
    made = rendered(family()[0], same)
    assert "A copy of [Title of 2012/first](../first/index.md), first issued by" in page(made, "2012/b")
    assert "\nReprinted once, by [Harbour Wire, 3 September 2012]" in page(made, "2012/first")
