"""What came before and after a document in its events."""

from dataclasses import replace

from generator import edtf
from generator.model import Evidence, Record
from tests.render.literal import page, record, rendered

VOTE = {"events": ("vote",)}


def on_vote(id: str, day: str, **facts: object) -> Record:
    return record(id, f"Words of {id}.", day=day, **VOTE | facts)  # type: ignore[arg-type]


def nav(made: str) -> str:
    return made.partition('<nav class="r-sequence"')[2].partition("</nav>")[0]


def near(made: str) -> str:
    return next((line for line in made.splitlines() if line.startswith("[Vote](")), "")


A, B, C = on_vote("a", "2012-09-01"), on_vote("b", "2012-09-02", publisher="board"), on_vote("c", "2012-09-03")


def test_the_neighbours_stand_at_head_and_foot() -> None:
    made = rendered(A, B, C)
    middle = page(made, "b")
    assert "- <small>Before</small> [Title of a](../a/index.md){ .r-doc }" in nav(middle)
    assert "- <small>After</small> [Title of c](../c/index.md){ .r-doc }" in nav(middle)
    assert near(middle).startswith("[Vote](../../events/vote/index.md): [← 1 September 2012](../a/index.md){ rel=")
    assert "[3 September 2012 →](../c/index.md)" in near(middle)
    assert "Before" not in nav(page(made, "a")) and "[BOE, 2 September 2012 →](../b/index.md)" in near(page(made, "a"))
    assert "After" not in nav(page(made, "c"))


def test_of_two_documents_of_one_day_none_is_before_the_other() -> None:
    made = rendered(A, on_vote("b", "2012-09-01"))
    for id in ("a", "b"):
        assert nav(page(made, id)).count("<small>Same day</small>") == 1
        assert "Before" not in nav(page(made, id)) and "After" not in nav(page(made, id))


def spanning(id: str, date: str) -> Record:
    made = on_vote(id, "2012-09-01")
    return replace(made, document=replace(made.document, date=date, span=edtf.span(date)))


def test_a_document_whose_time_overlaps_is_neither_before_nor_after() -> None:
    vague = spanning("v", "[2012..2014]")
    made = rendered(spanning("a", "2012~"), vague, spanning("c", "2013-05-01"), spanning("d", "2015"))
    assert "[Title of d]" in nav(page(made, "v")) and "<small>After</small>" in nav(page(made, "v"))
    assert nav(page(made, "v")).count("<small>") == 1
    assert "[Title of a]" in nav(page(made, "c")) and "[Title of v]" not in nav(page(made, "c"))
    assert nav(page(made, "a")).count("<small>After</small> [Title of c]") == 1


def test_texts_that_bear_no_day_are_not_of_one_day() -> None:
    made = rendered(spanning("a", "[2012..2014]"), spanning("b", "[2012..2014]"), spanning("c", "2012"))
    assert [nav(page(made, id)) for id in "abc"] == ["", "", ""]


def test_a_day_that_is_uncertain_or_inferred_is_about_the_same_time() -> None:
    evidence = {**B.document.evidence, "date": Evidence("nearest", "inferred")}
    inferred = on_vote("b", "2012-09-01", evidence=evidence)
    for made in (rendered(A, spanning("b", "2012-09-01?")), rendered(A, inferred)):
        assert "<small>About the same time</small> [Title of b]" in nav(page(made, "a"))
        assert "[1 September 2012 →]" not in near(page(made, "a")) and "→" not in near(page(made, "a"))


def test_undated_documents_and_copies_are_no_neighbours() -> None:
    copy = on_vote("copy", "2012-09-02", family="a")
    first = on_vote("a", "2012-09-01", family="a")
    undated = record("u", "Words.", date=None, span=None, **VOTE)  # type: ignore[arg-type]
    made = rendered(first, copy, C, undated)
    assert "[Title of c]" in nav(page(made, "a")) and "[Title of copy]" not in nav(page(made, "a"))
    assert "[Title of copy]" in nav(page(made, "c")) and "[Title of u]" not in nav(page(made, "c"))
    assert nav(page(made, "u")) == ""


def test_each_event_has_its_own() -> None:
    alone = record("d", "Words.")
    assert nav(page(rendered(A, alone), "d")) == "" and nav(page(rendered(A, alone), "a")) == ""


def test_neighbours_in_an_event_that_was_inferred_are_inferred() -> None:
    evidence = {**B.document.evidence, "events": Evidence("event-fit", "inferred")}
    made = rendered(A, replace(B, document=replace(B.document, evidence=evidence)))
    assert '<nav class="r-sequence r-inferred"' in page(made, "b") and ".r-near .r-inferred" in page(made, "b")
    assert "r-sequence r-inferred" not in page(made, "a") and ".r-near .r-inferred" not in page(made, "a")
