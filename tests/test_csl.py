import pytest

from generator.csl import Archive, Name, When, as_csl, issued, name_of, type_of
from generator.model import Evidence
from tests.cited import AUTHORITY, STATED, item


@pytest.mark.parametrize(
    ("kind", "type"),
    [
        ("final-report", "report"),
        ("report-notice", "document"),
        ("wire-report", "article-newspaper"),
        ("bulletin", "article-newspaper"),
        ("release", "document"),
        ("letter", "document"),
        ("interim-report", "report"),  # no entry: the words of the id
        ("news-report", "article-newspaper"),
        (None, "document"),
    ],
)
def test_the_noun_of_a_kind_gives_its_type(kind: str | None, type: str) -> None:
    assert type_of(kind, AUTHORITY) == type


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("board", Name("Board of Elections", folder="organisations")),
        ("lund", Name("Ada Lund", "Lund", "Ada Maria", "people")),
        ("osei", Name("Kofi Osei", folder="people")),
        ("A body as  printed", Name("A body as printed")),
        ("secret", None),
        (None, None),
    ],
)
def test_names(id: str | None, name: Name | None) -> None:
    assert name_of(id, AUTHORITY) == name


def test_a_letter_as_csl() -> None:
    given = {"creator": "lund", "publisher": "wire", "kind": "letter", "symbol": "7", "reference_code": "RG 1"}
    assert as_csl(item(original="http://b.example/x", **given)) == {
        "id": "2012/a",
        "type": "document",
        "title": "Vote count observed",
        "author": [{"family": "Lund", "given": "Ada Maria"}],
        "issued": {"date-parts": [[2012, 9, 3]]},
        "publisher": "Harbour Wire",
        "genre": "Letter",
        "number": "7",
        "language": "en",
        "URL": "https://a.example/documents/2012/a/",
        "archive": "Lumen Archive",
        "archive_location": "RG 1",
        "note": "Original: http://b.example/x",
    }


def test_without_an_address_of_its_own_the_archive_gives_that_of_the_original() -> None:
    assert as_csl(item(Archive("A"), original="http://b.example/x"))["URL"] == "http://b.example/x"
    assert "note" not in as_csl(item(Archive("A"), original="http://b.example/x"))
    assert "URL" not in as_csl(item(Archive("A"), original="box 7"))


def test_a_title_that_is_withheld_or_none_says_so() -> None:
    assert item(title=None).title == "[Statement]"
    assert item(title=None, kind=None).title == "[Document]"
    assert item(evidence=STATED | {"title": Evidence("incipit", "inferred")}).title == "[Vote count observed]"


def test_a_title_in_a_citation_turns_no_words_behind_it_and_has_no_control_characters() -> None:
    assert item(title="Bell \x07 and\x1b \u202eback").title == "Bell and back"
    assert item(creator="A name\u2067 as\x07 printed").author == Name("A name as printed")


def test_news_is_of_its_paper_and_a_kind_ends_where_its_noun_does() -> None:
    news = as_csl(item(kind="wire-report", publisher="wire"))
    assert (news["type"], news["container-title"], news["author"]) == (
        "article-newspaper",
        "Harbour Wire",
        [{"literal": "Harbour Wire"}],
    )
    assert (item(kind="release").genre, item(kind="release").genre_ru) == ("Press release", "Пресс-релиз")


def test_a_day_of_no_known_month_is_told_in_the_note() -> None:
    words = "5th of an unknown month, 2021"
    assert When("2021-XX-05", False).note == f"The date is inferred, the document does not state it: {words}."
    assert When("2021-XX-05", True).note == f"The document bears the date {words}."
    assert When("2021-XX-05", True).facts == (2021,) and When("2021-XX", True).note is None


@pytest.mark.parametrize(
    "date", ["1755-11~/1756", "1755-11-01?/1755-11-05", "{1755-11-01~,1755-11-05}", "{1755%,1757}"]
)
def test_a_date_that_is_uncertain_at_its_beginning_is_no_fact(date: str) -> None:
    when = When(date, True)
    assert not when.is_fact and when.plain_words is None and (when.words or "").startswith("[")
    assert issued(when) is None and (when.note or "").startswith("The date is uncertain: ")
