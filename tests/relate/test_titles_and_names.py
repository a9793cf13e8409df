from generator.model import Block, Document, Evidence, Mention, Place, Record
from generator.relate import relate


def record(id: str, title: str, text: str, *entities: str, day: str = "2012-01-01") -> Record:
    at = Place(2, 0, 1, "x")
    blocks = (Block(1, "heading", title), Block(2, "paragraph", text))
    evidence = {"title": Evidence("heading", "stated", title, 1)}
    document = Document(id, title=title, date=day, span=(day, day), evidence=evidence)
    mentions = tuple(Mention(entity, at, "name", "stated", 0.95) for entity in entities)
    return Record(document, blocks, ("p-1", "p-2"), mentions)


def links(*records: Record) -> list[tuple[str, str, str]]:
    return [(r.document.id, link.relation, link.to) for r in relate(records)[0] for link in r.links]


def test_the_exact_title_of_another_document() -> None:
    first = record("a", "Report on the counting of the votes", "Words.")
    assert links(first, record("b", "Answer", "It recalls the report on the Counting of the votes of May.")) == [
        ("b", "refers-to", "a")
    ]
    assert links(first, record("b", "Answer", "It recalls the report on the counting of the votesx.")) == []


def test_a_title_that_two_bear_links_to_neither() -> None:
    two = (
        record("a", "Report on the counting of the votes", "Words."),
        record("a2", "Report on the counting of the votes", "Others."),
    )
    assert links(*two, record("b", "Answer", "It recalls the Report on the counting of the votes.")) == []


def test_two_rare_names_in_common_are_likeness_and_one_is_none() -> None:
    others = [record(f"x{n}", f"T{n}", "Words.", f"people/p{n}") for n in range(6)]
    first = record("a", "One", "Words.", "people/x", "people/y")
    assert ("b", "similar", "a") in links(*others, first, record("b", "Two", "W.", "people/x", "people/y"))
    assert links(*others, first, record("b", "Two", "W.", "people/x", "people/z")) == []
