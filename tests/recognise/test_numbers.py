import pytest

from generator.errors import SettingsError
from generator.model import Block
from generator.numbering import Numbering
from generator.recognise.numbers import NumberFinder

LIST = r"\d+(?:(?:, and |, | and |[–-])\d+)*"
OTHER = Numbering(rf"vol\. [IVXLC]+, Documents? {LIST}", None)
OWN = Numbering(rf"Documents? (?P<n>{LIST})", "{volume}-d{n:04}", r"(?P<volume>.+)-d\d+")
BEFORE = Numbering(r"\b[Ss]upra\b", "{volume}-d{n:04}", r"(?P<volume>.+)-d(?P<n>\d+)", -1)
FINDER = NumberFinder([OTHER, OWN, BEFORE])


def found(text: str, document: str = "v20-d0005") -> list[tuple[str, str | None]]:
    block = Block(1, "paragraph", text)
    citations = list(FINDER.find([block], document))
    assert all(text[c.at.start : c.at.end] == c.at.quote for c in citations)
    return [(c.at.quote, c.document) for c in citations]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("See Document 21.", [("Document 21", "v20-d0021")]),
        ("See Documents 12 and 21.", [("Documents 12", "v20-d0012"), ("21", "v20-d0021")]),
        ("See Documents 39–41.", [("Documents 39", "v20-d0039"), ("41", "v20-d0041")]),
        ("See Documents 166–8.", [("Documents 166", "v20-d0166"), ("8", "v20-d0168")]),
        (
            "Documents 12, 21, and 30 tell.",
            [("Documents 12", "v20-d0012"), ("21", "v20-d0021"), ("30", "v20-d0030")],
        ),
        ("See\nDocument\n  21, here", [("Document\n  21", "v20-d0021")]),
        ("In 21 documents.", []),
        ("See vol. XVIII, Document 3.", [("vol. XVIII, Document 3", None)]),
        (
            "vol. XX, Documents 3 and 4; Document 5",
            [("vol. XX, Documents 3 and 4", None), ("Document 5", "v20-d0005")],
        ),
        ("See footnote 2, supra, and Document 3.", [("supra", "v20-d0004"), ("Document 3", "v20-d0003")]),
    ],
)
def test_numbers_lists_ranges_and_other_volumes(text: str, citations: list[tuple[str, str | None]]) -> None:
    assert found(text) == citations


def test_within_reads_the_whole_id_of_the_citing_document() -> None:
    assert found("Document 21", "a/b-d1") == [("Document 21", "a/b-d0021")]
    assert found("Document 21", "a/letter") == []
    assert found("Document 21", "a-d1-annex") == []


def test_what_is_not_in_the_archive_is_named_as_the_text_names_it() -> None:
    (citation,) = FINDER.find([Block(3, "note", "vol.\nXVIII, Document 3")], "v20-d0005")
    assert (citation.number, citation.document, citation.at.paragraph) == ("vol. XVIII, Document 3", None, 3)


def test_without_a_setting_there_is_no_numbering() -> None:
    assert list(NumberFinder([]).find([Block(1, "paragraph", "Document 21")], "v20-d0005")) == []


def test_a_pattern_that_takes_without_end_is_told_with_its_place_in_the_list() -> None:
    finder = NumberFinder([OWN, Numbering(r"(a|aa)+(?P<n>\d)$", "d{n}")])
    with pytest.raises(SettingsError, match="entry 2: it takes more than 2 seconds"):
        list(finder.find([Block(1, "paragraph", "a" * 5000 + "!")], "x"))


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Documents 139–1", ["v20-d0139", "v20-d0001"]),
        ("Documents 3–3", ["v20-d0003"]),
        ("Document 12345678901234567890", []),
    ],
)
def test_odd_numbers(text: str, documents: list[str]) -> None:
    assert [document for _, document in found(text)] == documents
