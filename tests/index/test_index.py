from generator.authority import Authority, Event, Organisation, Person
from generator.index import index
from generator.model import Document, Mention, Place, Record

ENTRIES = {
    "people/z": Person(id="z", folder="people", name="Ömer Zed"),
    "people/o": Person(id="o", folder="people", name="Ólöf Orr", sort="Orr, Ólöf"),
    "people/p": Person(id="p", folder="people", name="Pia Pan", sort="Pan, Pia"),
    "people/n": Person(id="n", folder="people", name="No Page", visibility="no-page"),
    "organisations/w": Organisation(id="w", folder="organisations", name="Wire"),
}


def record(id: str, day: str | None, *people: str, **facts: str) -> Record:
    mentions = tuple(Mention(f"people/{p}", Place(1, 0, 1, "x"), "name", "stated", 1.0) for p in people)
    return Record(Document(id, date=day, span=(day, day) if day else None, **facts), (), ("p-1",), mentions)  # type: ignore[arg-type]


def test_headings_in_collation_order_and_documents_by_date() -> None:
    records = [record("b", "2012-01-01", "p", "o"), record("a", "2013-01-01", "p", "n"), record("c", None, "z")]
    made = index(records, Authority(ENTRIES, {}, ""))
    assert made.folders["people"] == ("people/z", "people/o", "people/p")
    assert [o.document for o in made.entities["people/p"].documents] == ["b", "a"]
    assert made.folders["years"] == ("years/2012", "years/2013", "years/undated")


def test_a_document_of_a_date_of_very_many_years_stands_under_none_of_them() -> None:
    documents = [Document("a", span=("1000-01-01", "1999-12-31")), Document("b", span=("1990-01-01", "1991-12-31"))]
    made = index([Record(one, (), ()) for one in documents], Authority(ENTRIES, {}, ""))
    assert made.folders["years"] == ("years/1990", "years/1991", "years/undated")
    assert [o.document for o in made.entities["years/undated"].documents] == ["a"]
    assert made.figures.chronology.undated == 1


def test_bodies_and_a_person_whose_text_it_is() -> None:
    made = index([record("a", "2013-01-01", republisher="w", creator="p")], Authority(ENTRIES, {}, ""))
    assert made.folders["organisations"] == ("organisations/w",)
    assert made.folders["people"] == ("people/p",)


def test_an_event_of_which_only_the_end_is_known_stands_by_it() -> None:
    dates = {"open": "[..2012-01-01]", "early": "2011-05-01", "late": "2013-05-01", "none": None}
    entries = {f"events/{id}": Event(id=id, folder="events", name=id, date=date) for id, date in dates.items()}
    records = [record(id, None, events=(id,)) for id in dates]  # type: ignore[arg-type]
    assert index(records, Authority(entries, {}, "")).folders["events"] == (
        "events/none",
        "events/early",
        "events/open",
        "events/late",
    )
