"""Which events a text is about: each row a text, its day or kind, and the events that it belongs to."""

import pytest

from generator.authority import Authority, Entry, Event, Kind, Mission, Organisation, Person, Place, Topic
from generator.describe import describe
from generator.model import Block, Document, Source, SourceFile
from generator.recognise import Recogniser
from generator.settings import Settings

CHAIN = ["needs", "interim", "preliminary", "final"]
ALDANE, BREC = ([Mission(of="watch", head=head)] for head in ("aldane", "brec"))


def vote(id: str, kind: str, date: str, place: str = "norland", missions: list[Mission] | None = None) -> Event:
    return Event(
        id=id, folder="events", name=id, kind=kind, date=date, place=place, missions=missions or [], expects=CHAIN
    )


ENTRIES: list[Entry] = [
    vote("spring", "parliament", "2012-03-04"),
    vote("summer", "parliament", "2012-04-15", missions=BREC),  # six weeks later
    vote("leader", "president", "2014-05-11", missions=ALDANE),
    vote("question", "poll", "2014-05-11"),  # on the same day
    vote("first", "president", "2017-02-05"),
    vote("second round", "president", "2017-02-26"),
    vote("south", "parliament", "2012-03-04", "sudland"),
    vote("south-late", "president", "2014-05-18", "sudland"),
    vote("assembly", "assembly", "{2019-06-02,2019-06-16}"),  # a word, no topic
    Topic(id="parliament", folder="topics", name="parliamentary elections", terms=["парламентские выборы"]),
    Topic(id="president", folder="topics", name="presidential election"),
    Topic(id="poll", folder="topics", name="referendum"),
    Topic(id="harbour", folder="topics", name="harbour works"),
    Place(id="norland", folder="places", name="Norland", names={"ru": ["Норландия"]}),
    Place(id="lumen", folder="places", name="Lumen", within="norland"),
    Place(id="sudland", folder="places", name="Sudland"),
    Place(id="sud-harbour", folder="places", name="Sud Harbour", within="sudland"),
    Person(id="aldane", folder="people", name="Mira Aldane"),
    Person(id="brec", folder="people", name="Otto Brec"),
    Organisation(id="watch", folder="organisations", name="League of Observers"),
    Organisation(id="board", folder="organisations", name="Board of Ships", place="sud-harbour"),
    Kind(id="needs", folder="kinds", name="needs assessment report"),
    Kind(id="interim", folder="kinds", name="interim report"),
    Kind(id="preliminary", folder="kinds", name="preliminary statement"),
    Kind(id="final", folder="kinds", name="final report"),
]
AUTHORITY = Authority({entry.key: entry for entry in ENTRIES})
RECOGNISER = Recogniser(AUTHORITY, Settings())


def described(text: str, **curated: object) -> Document:
    blocks = tuple(Block(number, "paragraph", part) for number, part in enumerate(text.split("\n\n"), 1))
    source = Source("a", SourceFile("sources/a.txt", "0" * 64), blocks, curated, "open", False)
    return describe(source, RECOGNISER.recognise(source), AUTHORITY, Settings())


def events(text: str, **curated: object) -> list[str]:
    return list(described(text, **curated).events)


@pytest.mark.parametrize(
    ("text", "date", "found"),
    [
        # six weeks apart: the tense chooses
        ("The parliamentary elections in Norland were held in good order.", "2012-03-14", ["spring"]),
        ("The parliamentary elections in Norland will soon be held.", "2012-04-02", ["summer"]),
        ("He spoke of the upcoming parliamentary elections in Norland.", "2012-04-02", ["summer"]),
        ("В Норландии прошли парламентские выборы.", "2012-03-14", ["spring"]),
        ("Норландия: предстоящие парламентские выборы.", "2012-04-02", ["summer"]),
        # no word for the side: the nearest, where the other is much further away
        ("They spoke of the parliamentary elections in Norland.", "2012-03-09", ["spring"]),
        ("They spoke of the parliamentary elections in Norland.", "2012-04-12", ["summer"]),
        ("They spoke of the parliamentary elections in Norland.", "2012-03-25", []),
        ("They spoke of the parliamentary elections in Norland.", "2012-07-20", []),
        # the words say that it is another vote than the only one near
        ("They spoke of the upcoming presidential election in Norland.", "2014-08-01", []),
        ("The presidential election in Norland took place in calm.", "2014-03-01", []),
        # what was done ahead of a vote is told of after it, too
        ("They trained ahead of the presidential election in Norland.", "2014-08-01", ["leader"]),
        ("They trained ahead of the parliamentary elections in Norland.", "2012-03-30", ["summer"]),
        ("They trained ahead of the parliamentary elections in Norland.", "2012-03-20", []),
        ("A report on the presidential election in Norland will be published.", "2014-05-20", ["leader"]),
        # days, whole and in part
        ("On the parliamentary elections of 15 April 2012 in Norland.", "2012-03-09", ["summer"]),
        ("The parliamentary elections on 15 April in Norland.", "2012-03-09", ["summer"]),
        ("They stayed in Norland from 12 to 16 April 2012 for the parliamentary elections.", "2012", ["summer"]),
        # a round
        ("The second round of the presidential election in Norland.", "2017-02-15", ["second round"]),
        # an event may last several days; its kind may be a word
        ("The assembly in Norland was held.", "2019-06-20", ["assembly"]),
        ("The assembling in Norland was held.", "2019-06-20", []),
    ],
)
def test_by_time(text: str, date: str, found: list[str]) -> None:
    assert events(text, date=date) == found


@pytest.mark.parametrize(
    ("kind", "date", "found"),
    [
        ("interim", "2012-02-20", ["spring"]),
        ("interim", "2012-04-07", ["summer"]),
        ("preliminary", "2012-03-05", ["spring"]),
        ("preliminary", "2012-04-16", ["summer"]),
        ("final", "2012-06-20", []),  # of either vote
        ("final", "2012-04-10", ["spring"]),  # the other is still to come
        ("needs", "2012-01-20", []),
        ("needs", "2012-03-20", ["summer"]),
    ],
)
def test_by_the_kind_of_document(kind: str, date: str, found: list[str]) -> None:
    assert events("On the parliamentary elections in Norland.", date=date, kind=kind) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The referendum of 11 May 2014 in Norland.", ["question"]),
        ("The referendum in Norland of 11 May; a presidential election will follow in 2019.", ["question"]),
        ("The presidential election and the referendum of 11 May 2014 in Norland.", ["leader", "question"]),
        (
            "The presidential election of 5 February 2017 in Norland compared with the referendum of 11 May 2014.",
            ["first", "question"],
        ),
        ("The parliamentary elections of 4 March 2012 and 15 April 2012 in Norland.", ["spring", "summer"]),
    ],
)
def test_votes_of_different_kinds_on_one_day_and_documents_about_several(text: str, found: list[str]) -> None:
    assert events(text, date="2014-05-20" if "2014" in text or "11 May" in text else "2012-05-01") == found


@pytest.mark.parametrize(
    ("text", "date", "found"),
    [
        # what the text names comes before where it was written and before the seat of a body
        ("Sud Harbour, 9 March 2012 – The parliamentary elections in Norland were held.", "2012-03-09", ["spring"]),
        ("The Board of Ships on the parliamentary elections of 4 March 2012 in Norland.", "2012-03-09", ["spring"]),
        ("The Board of Ships on the parliamentary elections of 4 March 2012.", "2012-03-09", ["south"]),
        ("Sud Harbour, 9 March 2012 – The parliamentary elections were held.", "2012-03-09", ["south"]),
        ("The parliamentary elections were held.", "2012-03-09", []),
        # two places named alike, and nothing that chooses
        ("The parliamentary elections in Norland and in Sudland.", "2012-03-05", []),
        ("The presidential election of 18 May 2014 in Sudland, a week after Norland's.", "2014-06-01", ["south-late"]),
    ],
)
def test_by_place(text: str, date: str, found: list[str]) -> None:
    assert events(text, date=date) == found


@pytest.mark.parametrize(
    ("text", "date", "found"),
    [
        # where no kind is named, the head of a mission may stand for it
        ("The mission to Norland that Mira Aldane led has left.", "2014-06-30", ["leader"]),
        ("The mission to Norland that Mira Aldane led has left.", "2015-06-30", []),
        ("Mira Aldane bought a house in Norland.", "2014-06-30", []),
        ("The mission that Mira Aldane led has left.", "2014-06-30", []),
        ("The mission to Norland that Mira Aldane led has seen the parliamentary elections.", "2014-06-30", []),
        # and so may the day of a paper, however late the text is
        ("In Norland they discussed the preliminary statement of 5 March 2012.", "2013-09-01", ["spring"]),
        ("In Norland they discussed the preliminary statement of 20 March 2012.", "2013-09-01", []),
        ("In Norland they discussed the final report of 1 August 2014.", "2015-09-01", []),  # two votes on the day
        ("In Norland they discussed the final report of 10 April 2012.", "2013-09-01", ["spring"]),
        ("In Norland they discussed the final report of 20 June 2012.", "2013-09-01", []),
        ("In Norland they discussed the interim report of 20 June 2012.", "2013-09-01", []),
        # a paper of another vote does not outdo the vote at hand
        (
            "The upcoming presidential election in Norland. The final report of 10 April 2012 is old.",
            "2017-01-30",
            ["first"],
        ),
    ],
)
def test_what_stands_for_the_kind(text: str, date: str, found: list[str]) -> None:
    assert events(text, date=date) == found


@pytest.mark.parametrize(
    ("text", "certainty", "quote"),
    [
        ("On the parliamentary elections of 4 March 2012 in Norland.", "stated", "4 March 2012"),
        ("The upcoming parliamentary elections in Norland.", "inferred", "parliamentary elections"),
        ("In Norland: the preliminary statement of 5 March 2012.", "inferred", "preliminary statement of 5 March 2012"),
    ],
)
def test_evidence_quotes_the_words(text: str, certainty: str, quote: str) -> None:
    evidence = described(text, date="2012-02-20").evidence["events"]
    assert (evidence.certainty, evidence.quote, evidence.paragraph) == (certainty, quote, 1)


def test_the_curator_has_the_last_word() -> None:
    assert events("The parliamentary elections of 4 March 2012 in Norland.", events=["leader"]) == ["leader"]
    assert events("The parliamentary elections of 4 March 2012 in Norland.", events=[]) == []
