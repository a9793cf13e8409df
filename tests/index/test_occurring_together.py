from generator.authority import Authority, Collection, Organisation, Person
from generator.index import index
from generator.index.together import together
from generator.model import Document, Mention, Place, Record


def counts(made, key):
    return [(n.key, n.documents) for n in made.neighbours[key]]


def test_people_and_bodies_are_counted_by_document_and_equals_stand_in_the_order_given() -> None:
    headings = {
        "people/z": ["1", "2", "3"],
        "people/a": ["2", "3"],
        "people/b": ["3", "1"],
        "organisations/w": ["1"],
        "places/p": ["3"],
    }
    made = together(headings, ["people/z", "people/b", "people/a", "organisations/w"])
    assert counts(made, "people/z") == [("people/b", 2), ("people/a", 2), ("organisations/w", 1)]
    assert counts(made, "places/p") == [("people/z", 1), ("people/b", 1), ("people/a", 1)]
    assert made.everywhere == ()


def test_twelve_people_and_twelve_bodies_are_kept() -> None:
    many = {f"{folder}/{n:02}": ["1"] for folder in ("people", "organisations") for n in range(15)}
    found = [key for key, _ in counts(together(many, list(many)), "people/00")]
    assert found == [f"people/{n:02}" for n in range(1, 13)] + [f"organisations/{n:02}" for n in range(12)]


def test_who_stands_in_more_than_half_of_twenty_documents_is_left_out_and_told() -> None:
    ids = [str(n) for n in range(20)]
    headings = {"people/most": ids[:11], "people/half": ids[:10], "years/2012": ids}
    made = together(headings, ["people/most", "people/half"])
    assert made.everywhere == ("people/most",)
    assert counts(made, "years/2012") == [("people/half", 10)]
    few = {key: documents[:19] for key, documents in headings.items()}
    assert together(few, ["people/most", "people/half"]).everywhere == ()


def test_a_publisher_does_not_occur_with_itself_and_who_has_no_page_with_nobody() -> None:
    entries = {
        "organisations/w": Organisation(id="w", folder="organisations", name="Wire"),
        "people/p": Person(id="p", folder="people", name="Pia", visibility="no-page"),
        "people/q": Person(id="q", folder="people", name="Quo"),
    }
    mentions = tuple(Mention(f"people/{p}", Place(1, 0, 1, "x"), "name", "stated", 1.0) for p in "pq")
    record = Record(Document("a", publisher="w"), (), ("p-1",), mentions)
    made = index([record], Authority(entries, {}, "")).together
    assert counts(made, "publishers/w") == [("people/q", 1)]
    assert counts(made, "people/q") == [("organisations/w", 1)]


def test_what_is_in_a_series_is_in_its_fonds_and_what_is_undated_stands_last() -> None:
    entries = {
        "collections/fonds": Collection(id="fonds", folder="collections", name="Fonds", part_of="series"),
        "collections/series": Collection(id="series", folder="collections", name="Series", part_of="fonds"),
    }
    undated = Record(Document("a", collection="series"), (), ())
    dated = Record(Document("b", collection="fonds", span=("2012-01-01", "2012-01-01")), (), ())
    made = index([undated, dated], Authority(entries, {}, ""))
    assert [o.document for o in made.entities["collections/fonds"].documents] == ["b", "a"]
