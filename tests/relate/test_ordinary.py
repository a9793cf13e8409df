"""The most ordinary ways in which a text speaks of another."""

from dataclasses import replace

from generator.model import Citation, Place, Record
from generator.relate import relate
from tests.relate.make import links, record


def citing(made: Record, form: str, quote: str, **told: object) -> Record:
    """The record, which speaks of a document with these words of its first paragraph."""
    start = made.blocks[0].text.index(quote)
    at = Place(1, start, start + len(quote), quote)
    return replace(made, citations=(*made.citations, Citation(at, form, **told)))  # type: ignore[arg-type]


def wanted(*records: Record) -> list[str | None]:
    return [want.date for r in relate(records)[0] for want in r.wanted]


STATEMENT = record("s", "Words.", day="2012-03-13", publisher="odi", kind="statement", events=("vote",))


def report(text: str, quote: str, publisher: str = "odi", **told: object) -> Record:
    made = record("r", text, day="2012-05-01", publisher=publisher, kind="report", events=("vote",))
    return citing(made, "description", quote, kinds=("statement",), **told)


def test_without_a_body_it_is_the_texts_own_bodys_else_the_only_one_on_the_event() -> None:
    words = "It follows the statement of 13 March 2012."
    own = report(words, "statement of 13 March 2012", date="2012-03-13")
    assert links(STATEMENT, own, relation="refers-to") == [("r", "s")]
    other = report(words, "statement of 13 March 2012", "wire", date="2012-03-13")
    assert links(STATEMENT, other, relation="refers-to") == [("r", "s")]
    elsewhere = replace(other, document=replace(other.document, events=("other",)))
    assert links(STATEMENT, elsewhere, relation="refers-to") == []
    second = replace(STATEMENT, document=replace(STATEMENT.document, id="s2", publisher="board"))
    assert links(STATEMENT, second, other, relation="refers-to") == []
    assert wanted(own, elsewhere) == []


def test_what_the_body_issued_on_that_day_under_another_word_is_not_wanted() -> None:
    text = "The ODI's bulletin of 13 March 2012 said so."
    made = record("r", text, day="2012-05-01", publisher="wire")
    made = citing(
        made, "description", "bulletin of 13 March 2012", kinds=("bulletin",), publishers=("odi",), date="2012-03-13"
    )
    assert wanted(made) == ["2012-03-13"]
    assert wanted(STATEMENT, made) == []


def test_the_statement_is_the_one_that_the_text_quotes() -> None:
    said = "Candidates spoke freely in the squares, but lists of voters were kept from those who asked to see them."
    held = record("s", said, day="2012-03-13", publisher="odi", kind="preliminary-statement")
    text = f"The hall was full. “{said}”, the Statement says, and nobody in the hall had an answer to that at the time."
    made = citing(record("r", text, day="2012-03-14", publisher="wire"), "mention", "Statement", kinds=("statement",))
    assert links(held, made, relation="refers-to") == [("r", "s")]


def test_an_interim_report_does_not_take_up_a_final_report() -> None:
    final = record("f", "Words.", day="2012-03-01", publisher="odi", kind="final-report")
    text = "The ODI's final report of 1 March 2012 came. The interim report says less."
    made = citing(record("r", text, day="2012-05-01", publisher="wire"), "description", "final report of 1 March 2012",
                  publishers=("odi",), kinds=("final-report",), date="2012-03-01")  # fmt: skip
    made = citing(made, "mention", "interim report", kinds=("interim-report",))
    assert [link.at and link.at.quote for link in relate([final, made])[0][1].links] == ["final report of 1 March 2012"]


def test_a_title_that_the_text_itself_has_not_is_known_too() -> None:
    title = "Drawing the Lines: Districts of Norland since the Great Fire"
    held = record("s", "A study in forty pages.", day="2011-01-01", title=None)
    held = replace(held, document=replace(held.document, title=title))
    made = citing(record("r", f"A study entitled “{title}” was read."), "quoted-title", title)
    assert links(held, made, relation="refers-to") == [("r", "s")]


def test_a_symbol_with_a_word_and_few_figures() -> None:
    held = record("s", "Words.", day="2011-01-01", symbol="Decision No. 214")
    assert links(held, record("r", "By Decision No. 214 the board closed."), relation="refers-to") == [("r", "s")]
    assert links(held, record("r", "By Decision No. 2145 the board closed."), relation="refers-to") == []


def test_one_more_text_does_not_change_what_makes_texts_alike() -> None:
    names = tuple(f"people/p{n}" for n in range(2))
    some = [record(f"x{n}", f"Words {n}.", names=(f"places/x{n}",)) for n in range(8)]
    pair = [record("a", "One.", names=names), record("b", "Two.", names=names, day="2012-01-02")]
    before = relate([*some, *pair])[0]
    after = relate([*some, *pair, record("y", "More.", names=("places/y",))])[0]
    assert before == after[:-1]


def test_your_letter_is_none_of_ones_own() -> None:
    text = "In reply to your letter of 20 March 2012 we state the facts."
    own, yours = (record(id, "Words.", day="2012-03-20", publisher=id, kind="letter") for id in ("senate", "union"))
    made = record("r", text, day="2012-03-27", publisher="senate", kind="letter")
    made = citing(made, "description", "letter of 20 March 2012", kinds=("letter",), date="2012-03-20")
    assert links(own, yours, made, relation="replies-to") == [("r", "union")]
    assert links(own, made, relation="refers-to") == []


def test_a_title_leads_to_the_copy_that_bears_it() -> None:
    text = (
        "The panel shut the door on all who had come to hear it and then read out a list that no one had asked for. "
        * 2
    )
    first = record("a", "Another head of it here", text, title="Another head of it here", day="2011-01-01")
    copy = record("b", "The list that no one asked for", text, title="The list that no one asked for", day="2011-01-02")
    made = record("c", "So said our article “The list that no one asked for” then.")
    assert links(first, copy, relation="reprint-of") == [("b", "a")]
    assert links(first, copy, made, relation="refers-to") == [("c", "b")]
