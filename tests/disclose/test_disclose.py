from dataclasses import replace

from generator.address import anchors
from generator.authority import Authority
from generator.disclose import disclose
from generator.model import Block, Document, Evidence, Link, Mention, Place, Record, SourceFile, TopicUse

BLOCKS = tuple(Block(n, "paragraph", text) for n, text in enumerate(["One.", "Two Ann.", "Three.", "Four Ann."], 1))
RECORD = Record(
    Document(
        "a",
        title="One",
        topics=(TopicUse("t", ("two",), 0.5),),
        source=SourceFile("sources/a.txt", "0" * 64),
        evidence={"title": Evidence("incipit", "inferred", "One", 1), "kind": Evidence("letters", "inferred")},
    ),
    BLOCKS,
    anchors(b.text for b in BLOCKS),
    mentions=(Mention("people/ann", Place(4, 5, 8, "Ann"), "name", "stated", 0.9),),
    links=(Link("b", "refers-to", "title", "stated", 0.9, "words", Place(2, 0, 3, "Two")),),
)


def public(access: str, record: Record = RECORD) -> Record:
    mine = replace(record, document=replace(record.document, access=access))
    other = Record(Document("b"), (), ())
    return disclose([mine, other], Authority())[0]


def test_open_is_all() -> None:
    record = public("open")
    assert (record.blocks, record.links, record.mentions) == (BLOCKS, RECORD.links, RECORD.mentions)
    assert record.document.source


def test_extract_is_what_speaks_with_gaps_marked() -> None:
    record = public("extract")
    assert [(b.number, b.text, b.gap) for b in record.blocks] == [
        (1, "One.", False),
        (2, "Two Ann.", False),
        (3, "Four Ann.", True),
    ]
    assert record.mentions[0].at == Place(3, 5, 8, "Ann")
    assert record.document.source is None


def test_metadata_has_no_words_of_the_text() -> None:
    record = public("metadata")
    assert record.blocks == () and record.document.title is None
    assert record.mentions[0].at is None and record.links[0].at is None and record.links[0].to == "b"
    assert record.document.topics[0].terms == ()
    assert all(e.quote is None for e in record.document.evidence.values())


def test_a_link_to_what_is_not_there_is_gone() -> None:
    assert disclose([RECORD], Authority())[0].links == ()


def test_a_redacted_text_has_no_file() -> None:
    withheld = replace(RECORD, blocks=(replace(BLOCKS[0], withheld=True), *BLOCKS[1:]))
    assert public("open", withheld).document.source is None


def linked(relation: str, holder: str, target: str, at: int = 2, target_at: int | None = 4) -> tuple[Link, Record]:
    """The public form of a link between two texts of these accesses, and its record; only blocks 2 and 4 speak."""
    there = Place(target_at, 0, 4, "Four") if target_at else None
    link = Link("b", relation, "words", "inferred", 0.9, "its reason", Place(at, 0, 3, "Two"), there)
    mine = replace(RECORD, document=replace(RECORD.document, access=holder), links=(link,))
    other = replace(RECORD, document=Document("b", access=target), links=())
    record = disclose([mine, other], Authority())[0]
    return record.links[0], record


def test_a_passage_at_the_far_end_is_shown_where_its_block_is_published() -> None:
    assert linked("refers-to", "open", "extract")[0].target_at == Place(1, 0, 4, "Four")
    unpublished, _ = linked("refers-to", "open", "extract", target_at=3)
    assert unpublished.target_at is None and unpublished.at


def test_a_quotation_of_what_is_not_published_shows_neither_end() -> None:
    hidden, _ = linked("quotes", "open", "extract", target_at=3)
    assert (hidden.at, hidden.target_at, hidden.reason) == (None, None, "")
    shown, _ = linked("quotes", "open", "extract", target_at=4)
    assert shown.at and shown.target_at and shown.reason
    assert linked("quotes", "open", "open", target_at=None)[0].at


def test_of_a_text_of_which_only_facts_are_published_a_link_has_relation_and_target_alone() -> None:
    for holder, target in (("metadata", "open"), ("open", "metadata")):
        link, _ = linked("quotes", holder, target)
        assert (link.relation, link.to, link.at, link.target_at, link.reason) == ("quotes", "b", None, None, "")
    link, _ = linked("refers-to", "metadata", "open")
    assert (link.at, link.target_at) == (None, None)


def in_family(family: str | None, *ids: str) -> dict[str, str | None]:
    days = {id: f"2012-01-0{n}" for n, id in enumerate(sorted(ids, reverse=True), 1)}
    records = [Record(Document(id, family=family, span=(days[id], days[id])), (), ()) for id in ids]
    return {record.document.id: record.document.family for record in disclose(records, Authority())}


def test_a_family_is_called_after_its_first_document_that_is_published() -> None:
    assert in_family("a", "a", "b", "c") == {"a": "a", "b": "a", "c": "a"}
    assert in_family("a", "b", "c") == {"b": "c", "c": "c"}  # c is the earlier one
    assert in_family("a", "b") == {"b": None}
    assert in_family("a", "a") == {"a": None}
    assert in_family(None, "a", "b") == {"a": None, "b": None}
