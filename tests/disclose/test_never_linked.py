from generator.authority import Authority, Entry, Event, Kind, Organisation, Person, Topic
from generator.disclose import disclose
from generator.model import Document, Evidence, Mention, Record, TopicUse, Wanted

HIDDEN: list[Entry] = [
    Organisation(id="board", folder="organisations", name="Secret Board", also=["The Board"], visibility="never-link"),
    Person(id="rey", folder="people", name="Ivan Rey", visibility="never-link"),
    Person(id="wire", folder="people", name="Wire", visibility="never-link"),
    Kind(id="paper", folder="kinds", name="paper", visibility="never-link"),
    Event(id="vote", folder="events", name="Vote", visibility="never-link"),
    Topic(id="ballot", folder="topics", name="ballot", visibility="never-link"),
]
SHOWN: list[Entry] = [
    Organisation(id="wire", folder="organisations", name="Wire"),
    Person(id="shy", folder="people", name="Shy", visibility="no-page"),
]
AUTHORITY = Authority({entry.key: entry for entry in (*HIDDEN, *SHOWN)})
CURATED = Evidence("curator", "curated")


def public(**facts: object) -> Record:
    named = dict.fromkeys(facts, CURATED)
    document = Document("a", access="metadata", **facts, evidence=named)  # type: ignore[arg-type]
    mentions = (Mention("people/rey", None, "name", "stated", 0.9), Mention("people/shy", None, "name", "stated", 0.9))
    wanted = (Wanted(None, "board", "paper", "2012"),)
    return disclose([Record(document, (), (), mentions=mentions, wanted=wanted)], AUTHORITY)[0]


def test_no_fact_names_what_is_never_linked_whoever_said_it() -> None:
    document = public(publisher="board", creator="rey", kind="paper", informant="wire", events=("vote",)).document
    assert (document.publisher, document.creator, document.kind, document.events) == (None, None, None, ())
    assert document.informant == "wire"
    assert set(document.evidence) == {"informant", "events"}
    assert public(topics=(TopicUse("ballot", ("ballots",), 0.5),)).document.topics == ()


def test_its_name_as_printed_is_no_fact_either() -> None:
    assert public(publisher="the  board").document.publisher is None
    assert public(republisher="Secret Board").document.republisher is None
    assert public(publisher="Another Board").document.publisher == "Another Board"


def test_no_mention_and_no_want_leads_to_it() -> None:
    record = public()
    assert [mention.entity for mention in record.mentions] == ["people/shy"]
    assert record.wanted == (Wanted(None, None, None, "2012"),)
