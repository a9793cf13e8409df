from generator.model import Citation, Document, Mention, Place, Record
from generator.relate import relate


def record(id: str, date: str, place: str, event: str = "", cites: str | None = None) -> Record:
    at = Place(1, 0, 4, "text")
    citation = Citation(at, "description", publishers=("odi",), kinds=("report",), date=cites)
    document = Document(
        id, date=date, span=(date, date), publisher="odi", kind="report", events=(event,) if event else ()
    )
    mention = Mention(f"places/{place}", at, "name", "stated", 0.9)
    return Record(document, (), (), mentions=(mention,), citations=(citation,) if cites else ())


def references(*records: Record) -> list[tuple[str, str]]:
    return [(r.document.id, k.to) for r in relate(records)[0] for k in r.links if k.relation == "refers-to"]


def test_publisher_kind_and_date_find_the_one_document() -> None:
    assert references(record("a", "2011-05-04", "x"), record("b", "2012-01-01", "x", cites="2011-05-04")) == [
        ("b", "a")
    ]


def test_two_that_fit_stay_open() -> None:
    two = record("a", "2011-05-04", "x"), record("a2", "2011-05-04", "x")
    assert references(*two, record("b", "2012-01-01", "x", cites="2011-05-04")) == []


def test_a_report_on_another_country_is_not_meant_but_wanted() -> None:
    records = record("a", "2011-05-04", "x"), record("b", "2012-01-01", "y", cites="2011-05-04")
    assert references(*records) == []
    assert [w.date for r in relate(records)[0] for w in r.wanted] == ["2011-05-04"]


def test_a_common_event_is_enough() -> None:
    records = record("a", "2011-05-04", "x", "e"), record("b", "2012-01-01", "y", "e", cites="2011-05-04")
    assert references(*records) == [("b", "a")]


def test_never_a_document_that_did_not_exist_yet() -> None:
    assert references(record("a", "2013-05-04", "x"), record("b", "2012-01-01", "x", cites="2013-05-04")) == []


def test_a_day_without_a_year_is_the_last_before_the_document() -> None:
    assert references(record("a", "2011-05-04", "x"), record("b", "2012-01-01", "x", cites="XXXX-05-04")) == [
        ("b", "a")
    ]
    assert references(record("a", "2010-05-04", "x"), record("b", "2012-01-01", "x", cites="XXXX-05-04")) == []
