"""What the pictures show, from literal records."""

from generator.authority import Authority, Event, Organisation, Person, Place
from generator.figures import Cell, Lane, Mark, Pair
from generator.index import index
from generator.index.coverage import coverage
from generator.index.network import network
from generator.model import Block, Document, Evidence, Mention, Record
from generator.model import Place as Span

ENTRIES = {
    "organisations/w": Organisation(id="w", folder="organisations", name="Wire"),
    "organisations/h": Organisation(id="h", folder="organisations", name="Hidden", visibility="never-link"),
    "people/p": Person(id="p", folder="people", name="Pia"),
    "people/q": Person(id="q", folder="people", name="Quy"),
    "people/n": Person(id="n", folder="people", name="No Page", visibility="no-page"),
    "places/land": Place(id="land", folder="places", name="Land", latitude=10, longitude=20),
    "places/town": Place(id="town", folder="places", name="Town", within="land"),
    "events/vote": Event(id="vote", folder="events", name="Vote", date="{2012-09-02,2012-09-09}", place="town"),
    "events/kept": Event(id="kept", folder="events", name="Kept", date="2012-01-01", visibility="no-page"),
}
AUTHORITY = Authority(ENTRIES, {}, "")


def record(id: str, span: tuple[str | None, str | None] | None, certainty: str = "stated", **facts: object) -> Record:
    evidence = {"date": Evidence("dateline", certainty)}
    return Record(Document(id, span=span, evidence=evidence, **facts), (), ())  # type: ignore[arg-type]


def naming(id: str, *named: str, family: str | None = None, certainty: str = "stated") -> Record:
    mentions = tuple(Mention(key, Span(1, 0, 1, "x"), "name", certainty, 1.0) for key in named)
    return Record(Document(id, family=family), (Block(1, "paragraph", "x"),), ("p-1",), mentions)


def test_documents_stand_in_the_lane_of_their_body_and_events_in_that_of_their_country() -> None:
    records = [
        record("b", ("2012-09-03", "2012-09-03"), publisher="w", events=("vote", "kept")),
        record("a", (None, "2011-12-31"), "inferred", publisher="w"),
        record("c", ("2013-01-01", "2013-12-31"), publisher="h"),
        record("d", None, publisher="w"),
    ]
    made = index(records, AUTHORITY).figures.chronology
    assert made.bodies == (
        Lane("organisations/w", (Mark("a", "2011-12-31", "2011-12-31", True), Mark("b", "2012-09-03", "2012-09-03"))),
        Lane(None, (Mark("c", "2013-01-01", "2013-12-31"),)),
    )
    assert made.events == (Lane("places/land", (Mark("events/vote", "2012-09-02", "2012-09-09"),)),)
    assert made.undated == 1


def test_bodies_that_issued_least_share_a_lane() -> None:
    day = ("2012-09-03", "2012-09-03")
    records = [record(f"{body}-{n}", day, publisher=f"b{body}") for body in range(8) for n in range(9 - body)]
    made = index(records, AUTHORITY).figures.chronology
    assert [(lane.key, len(lane.marks)) for lane in made.bodies][4:] == [
        ("organisations/b4", 5),
        ("organisations/b5", 4),
        (None, 5),
    ]


def test_places_have_their_counts_and_one_without_coordinates_is_kept_apart() -> None:
    records = [naming("a", "places/land", "places/town"), naming("b", "places/land")]
    made = index(records, AUTHORITY).figures.atlas
    assert [(spot.key, spot.documents, spot.holds) for spot in made.spots] == [("places/land", 2, True)]
    assert made.unplaced == (("places/town", 1),)


def test_pairs_count_copies_once_and_say_what_hangs_on_an_inference() -> None:
    records = [
        naming("a", "people/p", "organisations/w", "people/n", family="a"),
        naming("a-copy", "people/p", "organisations/w", family="a", certainty="inferred"),
        naming("b", "people/p", "organisations/w", certainty="inferred"),
        naming("c", "people/p", "people/q", "places/land"),
    ]
    made = network(records, AUTHORITY)
    assert made.pairs == (Pair("organisations/w", "people/p", 2, 1), Pair("people/p", "people/q", 1, 1))
    assert made.weights == {"organisations/w": 2, "people/p": 3, "people/q": 1}


def test_what_recurs_at_the_edge_of_texts_brings_nobody_together() -> None:
    mentions = tuple(
        Mention(key, Span(n, 0, 1, "x"), "name", "stated", 1.0) for n, key in ((1, "people/p"), (2, "people/q"))
    )
    blocks = (Block(1, "paragraph", "x"), Block(2, "paragraph", "Contact: x", recurring=True))
    made = network([Record(Document("a"), blocks, ("p-1", "p-2"), mentions)], AUTHORITY)
    assert made.pairs == () and made.weights == {"people/p": 1}


def test_coverage_counts_a_document_in_each_year_that_it_touches() -> None:
    records = [
        record("a", ("2011-12-31", "2012-01-01"), kind="x"),
        record("b", ("2012-05-05", "2012-05-05"), "inferred", kind="x"),
        record("c", None),
    ]
    made = coverage(records, lambda document: document.kind)
    assert made.columns == ("x", None)
    assert made.rows == {2011: (Cell(1, 0), Cell()), 2012: (Cell(1, 1), Cell())}
    assert made.undated == (Cell(), Cell(1, 0))
