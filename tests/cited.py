"""Documents of each kind to be cited, and the entities that they name; all made up."""

from generator.authority import Authority, Entry, Kind, Organisation, Person
from generator.csl import Archive, Item, item_of
from generator.model import Document, Evidence


def _kind(id: str, name: str, **more: object) -> Kind:
    return Kind(id=id, folder="kinds", name=name, **more)  # type: ignore[arg-type]


_ENTRIES: list[Entry] = [
    _kind("release", "press release of a harbour board", names={"ru": ["пресс-релиз"]}),
    _kind("statement", "statement"),
    _kind("final-report", "final report"),
    _kind("report-notice", "notice on a final report"),
    _kind("wire-report", "dispatch", reports=True),
    _kind("telegram", "telegram"),
    _kind("resolution", "resolution"),
    _kind("letter", "letter"),
    _kind("page", "web page"),
    _kind("bulletin", "Mitteilung", cited_as="news"),
    Organisation(id="board", folder="organisations", name="Board of Elections"),
    Organisation(id="wire", folder="organisations", name="Harbour Wire"),
    Organisation(id="cik", folder="organisations", name="Центральная избирательная комиссия"),
    Organisation(id="secret", folder="organisations", name="The Secret Board", visibility="never-link"),
    Person(id="lund", folder="people", name="Ada Lund", sort="Lund, Ada Maria"),
    Person(id="osei", folder="people", name="Kofi Osei"),
]
AUTHORITY = Authority({entry.key: entry for entry in _ENTRIES}, {}, "")
ARCHIVE = Archive("Lumen Archive", "https://a.example/")
STATED = {"title": Evidence("heading", "stated"), "date": Evidence("date-line", "stated")}


def document(**facts: object) -> Document:
    given: dict[str, object] = {"title": "Vote count observed", "date": "2012-09-03", "language": "en"}
    given |= {"kind": "statement", "publisher": "board", "evidence": STATED}
    return Document("2012/a", **given | facts)  # type: ignore[arg-type]


def item(archive: Archive = ARCHIVE, **facts: object) -> Item:
    return item_of(document(**facts), AUTHORITY, archive)


def dated(date: str | None, certainty: str = "stated") -> Item:
    return item(date=date, evidence=STATED | {"date": Evidence("rule", certainty)})


DATES = (
    ("a stated day", "2021-01-19", "stated"),
    ("a stated month", "2021-01", "stated"),
    ("a stated year", "2021", "stated"),
    ("a day without a year", "XXXX-05-15", "stated"),
    ("a day whose year is inferred", "2019-05-15", "inferred"),
    ("an inferred month", "2019-05", "inferred"),
    ("an inferred year", "2019", "inferred"),
    ("between two days", "[2019-04-01..2019-06-09]", "inferred"),
    ("between two years", "[2018..2019]", "inferred"),
    ("not after a day", "[..2019-06-09]", "inferred"),
    ("not before a day", "[2019-06-09..]", "inferred"),
    ("one of two years", "[2019,2021]", "stated"),
    ("an interval of days", "2021-01-10/2021-01-12", "stated"),
    ("an interval of years", "2019/2021", "stated"),
    ("an open interval", "2019/..", "stated"),
    ("a decade", "156X", "stated"),
    ("an inferred century", "15XX", "inferred"),
    ("about a year", "2021~", "stated"),
    ("perhaps a day", "2021-01-19?", "stated"),
    ("perhaps about a year", "2021%", "stated"),
    ("uncertain at its beginning", "2021-01~/2022", "stated"),
    ("two days, one uncertain", "{2021-01-10~,2021-01-12}", "stated"),
    ("one of several years", "[2018..2019,2021]", "stated"),
    ("each of several years", "{2019..2021}", "stated"),
    ("a day of a decade", "201X-01-19", "stated"),
    ("a day of no known month", "2021-XX-19", "stated"),
    ("no day known of a month", "2021-01-XX", "stated"),
    ("a curated day", "2021-01-19", "curated"),
    ("nothing", None, "unknown"),
)
"""Each way in which a date may be known: in words, in EDTF, how certain. `docs/citing.md` has a line for each."""
