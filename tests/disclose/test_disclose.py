from dataclasses import replace

from generator.address import anchors
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
    return disclose([mine, other])[0]


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
    assert disclose([RECORD])[0].links == ()


def test_a_redacted_text_has_no_file() -> None:
    withheld = replace(RECORD, blocks=(replace(BLOCKS[0], withheld=True), *BLOCKS[1:]))
    assert public("open", withheld).document.source is None
