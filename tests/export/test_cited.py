"""BibTeX, RIS and CSL-JSON, read back by libraries that know them."""

import json

import bibtexparser
import pytest
import rispy

from generator.export.citations import bibtex, csl_json, ris
from tests.cited import DATES, dated, item

ADDRESS = "https://a.example/documents/2012/a/"


def tex(**facts: object) -> dict[str, str]:
    library = bibtexparser.parse_string(bibtex(item(**facts)))
    assert not library.failed_blocks and len(library.entries) == 1
    entry = library.entries[0]
    return {"entry": entry.entry_type, "key": entry.key} | {field.key: field.value for field in entry.fields}


def ris_of(**facts: object) -> dict[str, object]:
    (entry,) = rispy.loads(ris(item(**facts)))
    return dict(entry)


def test_a_report_in_bibtex() -> None:
    assert tex(kind="final-report", symbol="7/2012") == {
        "entry": "techreport",
        "key": "2012:a",
        "author": "{Board of Elections}",
        "title": "{Vote count observed}",
        "institution": "Board of Elections",
        "year": "2012",
        "month": "sep",
        "day": "3",
        "type": "Final report",
        "number": "7/2012",
        "language": "en",
        "url": ADDRESS,
        "note": "Lumen Archive",
    }


def test_a_letter_in_bibtex_has_a_person_as_author_and_keeps_its_characters() -> None:
    made = bibtex(item(kind="letter", creator="lund", publisher="wire", title="50 % of {votes} & #1 \\ _x_ ^ ~ $y$"))
    assert made.startswith("@misc{2012:a,\n  author = {Lund, Ada Maria},\n")
    assert "title = {{50 \\% of \\{votes\\} \\& \\#1 \\textbackslash{} \\_x\\_ \\textasciicircum{} " in made
    assert "  publisher = {Harbour Wire},\n" in made


@pytest.mark.parametrize(
    ("facts", "type"),
    [
        ({"kind": "final-report"}, "RPRT"),
        ({"kind": "wire-report", "publisher": "wire"}, "NEWS"),
        ({"kind": "telegram"}, "GEN"),
    ],
)
def test_ris_types(facts: dict[str, object], type: str) -> None:
    assert ris_of(**facts)["type_of_reference"] == type


def test_a_news_report_in_ris() -> None:
    found = ris_of(kind="wire-report", publisher="wire", original="http://b.example/1", title="One\nline\u2028only")
    assert found == {
        "type_of_reference": "NEWS",
        "authors": ["Harbour Wire"],
        "title": "One line only",
        "secondary_title": "Harbour Wire",
        "year": "2012",
        "date": "2012/09/03/",
        "language": "en",
        "urls": [ADDRESS],
        "name_of_database": "Lumen Archive",
        "notes": ["Original: http://b.example/1"],
    }


def test_csl_json_is_a_list_of_one() -> None:
    (found,) = json.loads(csl_json(item(title="Тоқаев “x”")))
    assert found["title"] == "Тоқаев “x”" and found["type"] == "document"


@pytest.mark.parametrize(("edtf", "certainty"), [(edtf, certainty) for _, edtf, certainty in DATES])
def test_every_kind_of_date_can_be_read_back(edtf: str | None, certainty: str) -> None:
    one = dated(edtf, certainty)
    library = bibtexparser.parse_string(bibtex(one))
    assert not library.failed_blocks
    (entry,) = rispy.loads(ris(one))
    assert [field.value for field in library.entries[0].fields if field.key == "title"] == ["{Vote count observed}"]
    assert entry["title"] == "Vote count observed"
    if one.when.note:
        assert one.when.note in " ".join(entry["notes"])
