"""Replies to, corrects, supersedes, part of: what words beside a reference say."""

import pytest

from generator.model import Block, Citation, Document, Evidence, Mention, Place, Record
from generator.relate import relate


def said(
    text: str, *, publisher: str | None = None, subject: str = "", paragraph: int = 6
) -> list[tuple[str, str, str]]:
    """The relations of a text that cites the symbol A/B/1, with the document that holds each."""
    start = text.index("A/B/1")
    citation = Citation(Place(paragraph, start, start + 5, "A/B/1"), "symbol", number="A/B/1")
    blocks = tuple(Block(n, "paragraph", text if n == paragraph else "Words.") for n in range(1, paragraph + 1))
    named = Place(paragraph, text.find(subject), text.find(subject) + len(subject), subject)
    mentions = (Mention("organisations/board", named, "name", "stated", 0.95),) if subject else ()
    evidence = {"title": Evidence("heading", "stated", "Words.", 1)}
    document = Document(
        "b", title="B", date="2012-01-01", span=("2012-01-01",) * 2, publisher=publisher, evidence=evidence
    )
    citing = Record(document, blocks, (), mentions, citations=(citation,))
    other = Record(Document("a", title="A", date="2011-01-01", span=("2011-01-01",) * 2, symbol="A/B/1"), (), ())
    links = [(r.document.id, link) for r in relate([citing, other])[0] for link in r.links]
    assert ("b", "refers-to", "a") in [(id, link.relation, link.to) for id, link in links]
    assert all((link.basis, link.certainty) == ("said", "stated") for _, link in links if link.relation != "refers-to")
    return [(id, link.relation, link.to) for id, link in links if link.relation != "refers-to"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("In reply to your letter A/B/1 we state the facts.", "replies-to"),
        ("With reference to your A/B/1, we state the facts.", "replies-to"),
        ("This note replies to the ODI's document A/B/1.", "replies-to"),
        ("В ответ на Ваше письмо A/B/1 сообщаем.", "replies-to"),
        ("This note corrects A/B/1.", "corrects"),
        ("Настоящий документ исправляет A/B/1.", "corrects"),
        ("The present decision supersedes the decision of the Board A/B/1.", "supersedes"),
        ("The present decision supersedes A/B/1.", "supersedes"),
        ("It cancels and replaces document A/B/1.", "supersedes"),
        ("Настоящее решение отменяет A/B/1.", "supersedes"),
        ("This paper forms an integral part of A/B/1.", "part-of"),
        ("The minister spoke in reply to criticism in A/B/1.", None),
        ("The decree supersedes A/B/1.", None),
        ("Annex 2 to A/B/1 lists them.", None),
        ("This note corrects slips. See A/B/1.", None),
        ("It replaces the chairman, as A/B/1 tells.", None),
    ],
)
def test_words_before_a_reference(text: str, relation: str | None) -> None:
    assert said(text) == ([("b", relation, "a")] if relation else [])


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Corrigendum to A/B/1", "corrects"),
        ("Erratum to document A/B/1", "corrects"),
        ("Annex 2 to A/B/1", "part-of"),
        ("Приложение № 2 к A/B/1", "part-of"),
    ],
)
def test_what_a_document_is_stands_at_its_head(text: str, relation: str) -> None:
    assert said(text, paragraph=2) == [("b", relation, "a")]
    assert said(text, paragraph=6) == []


def test_the_issuer_may_be_the_subject_and_another_body_not() -> None:
    text = "The Board answers the ODI's A/B/1."
    assert said(text, publisher="board", subject="Board") == [("b", "replies-to", "a")]
    assert said(text, publisher="wire", subject="Board") == []


def test_what_was_superseded_is_told_in_the_record_of_the_other() -> None:
    assert said("This decision was superseded by A/B/1.") == [("a", "supersedes", "b")]
    assert said("The decision was superseded by A/B/1.") == []
