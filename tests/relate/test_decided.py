"""The curator's decisions about relations."""

from generator.decisions import RelationDecision
from generator.model import Block, Citation, Document, Place, Record
from generator.relate import relate

TEXT = "See A/B/1, and again A/B/1."


def record(id: str, day: str, text: str = "Words.", *, symbol: str | None = None, event: str | None = None) -> Record:
    citations = tuple(
        Citation(Place(1, at, at + 5, "A/B/1"), "symbol", number="A/B/1")
        for at in range(len(text))
        if text.startswith("A/B/1", at)
    )
    document = Document(id, date=day, span=(day, day), symbol=symbol, events=(event,) if event else ())
    return Record(document, (Block(1, "paragraph", text),), ("p-1",), citations=citations)


FIRST = record("a", "2011-01-01", symbol="A/B/1", event="e")
SECOND = record("b", "2012-01-01", TEXT, event="e")


def decision(do: str, relation: str, document: str = "b", to: str = "a", quote: str | None = None) -> RelationDecision:
    return RelationDecision(do, document, relation, to, quote, 7, "asked (me)")


def related(
    *decisions: RelationDecision, withheld: frozenset[str] = frozenset()
) -> tuple[list[tuple[str, str, str, str]], list[str]]:
    records = [r for r in (FIRST, SECOND) if r.document.id not in withheld]
    out, problems = relate(records, withheld, decisions)
    links = [(r.document.id, link.relation, link.to, link.certainty) for r in out for link in r.links]
    return links, [str(problem) for problem in problems]


def test_what_is_rejected_is_gone() -> None:
    assert related(decision("reject", "refers-to")) == ([("b", "same-event", "a", "inferred")], [])


def test_a_mutual_relation_is_rejected_from_either_end() -> None:
    links, problems = related(decision("reject", "same-event", "a", "b"))
    assert ([relation for _, relation, _, _ in links], problems) == (["refers-to"] * 2, [])


def test_what_is_confirmed_is_the_curators_word() -> None:
    out, _ = relate([FIRST, SECOND], frozenset(), [decision("confirm", "refers-to")])
    links = [link for link in out[1].links if link.relation == "refers-to"]
    assert [(link.certainty, link.score, link.reason, link.basis) for link in links] == [
        ("curated", 1.0, "asked (me)", "symbol")
    ] * 2
    assert [link.at.start for link in links if link.at] == [4, 21]


def test_what_was_not_found_is_added_and_a_mutual_one_in_the_later_document() -> None:
    links, problems = related(decision("confirm", "reprint-of", quote="again"))
    assert ("b", "reprint-of", "a", "curated") in links
    assert problems == []
    links, _ = related(decision("confirm", "similar", "a", "b"))
    assert ("b", "similar", "a", "curated") in links


def test_one_place_alone_may_be_meant() -> None:
    links, problems = related(decision("reject", "refers-to", quote="A/B/1"))
    assert ([relation for _, relation, _, _ in links], problems) == (["same-event"], [])
    _, problems = related(decision("reject", "refers-to", quote="again"))
    assert len(problems) == 1


def test_what_fits_no_more_is_told_with_its_line() -> None:
    _, problems = related(
        decision("reject", "quotes"), decision("confirm", "quotes", to="x"), decision("confirm", "quotes", quote="gone")
    )
    assert problems == [
        "content/decisions.yml:7: no link `quotes` of b and a was found that it could reject: "
        "mend it, or remove the decision",
        "content/decisions.yml:7: there is no document `x` to decide about: mend it, or remove the decision",
        "content/decisions.yml:7: “gone” does not stand so in b any more: mend it, or remove the decision",
    ]


def test_a_document_that_is_withheld_is_no_bad_input() -> None:
    assert related(decision("confirm", "quotes"), withheld=frozenset({"a"})) == ([], [])


def test_a_decision_settles_what_is_wanted_at_its_words() -> None:
    first = record("a", "2011-01-01")
    out, _ = relate([first, SECOND], frozenset(), [decision("confirm", "refers-to", quote="See A/B/1")])
    assert [want.at.start for want in out[1].wanted if want.at] == [21]
