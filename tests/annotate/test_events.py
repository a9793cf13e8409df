"""Which words speak of an event: each row a text about two votes, and the spans that lead to one of them."""

import pytest

from generator.annotate.events import events_named
from generator.authority import Authority, Entry, Event, Place, Topic
from generator.model import Block, Document, Source, SourceFile
from generator.recognise import Recogniser
from generator.settings import Settings

ENTRIES: list[Entry] = [
    Event(id="v1", folder="events", name="V1", kind="vote", date="2012-09-02", place="norland"),
    Event(id="r1", folder="events", name="R1", kind="poll", date="{2012-06-05,2012-06-19}", place="norland"),
    Topic(id="vote", folder="topics", name="presidential election"),
    Topic(id="poll", folder="topics", name="referendum"),
    Place(id="norland", folder="places", name="Norland"),
    Place(id="lumen", folder="places", name="Lumen", within="norland"),
    Place(id="sudland", folder="places", name="Sudland"),
]
AUTHORITY = Authority({entry.key: entry for entry in ENTRIES})
RECOGNISER = Recogniser(AUTHORITY, Settings())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The presidential election of 2 September 2012 was calm.",
            ["presidential election of 2 September 2012 v1 event-day stated"],
        ),
        (
            "It is to take place on 2 September this year, the presidential election.",
            ["2 September this year, the presidential election v1 event-day inferred"],
        ),
        (
            "A 5 June referendum, and a referendum on 19 June 2012.",
            ["5 June referendum r1 event-day inferred", "referendum on 19 June 2012 r1 event-day stated"],
        ),
        ("Referendum\n(19 June 2012)", ["Referendum\n(19 June 2012) r1 event-day stated"]),
        ("They praised the early presidential election in Lumen.", ["presidential election v1 event inferred"]),
        ("They praised the presidential election in Sudland.", []),
        ("They spoke of the 2005 presidential election.", []),
        ("They spoke of the presidential election of 2005.", []),
        ("A presidential election is no referendum.", []),
        ("The presidential election. On 2 September it rained.", ["presidential election v1 event inferred"]),
    ],
)
def test_events(text: str, found: list[str]) -> None:
    block = Block(1, "paragraph", text)
    findings = RECOGNISER.recognise(Source("a", SourceFile("a", ""), (block,), {}, "open", False))
    made = events_named(Document("a", events=("r1", "v1")), findings, AUTHORITY, (block,))
    assert [f"{m.at.quote} {m.entity.partition('/')[2]} {m.basis} {m.certainty}" for m in made if m.at] == found


def test_a_document_of_no_event_has_none() -> None:
    block = Block(1, "paragraph", "The presidential election of 2 September 2012 was calm.")
    findings = RECOGNISER.recognise(Source("a", SourceFile("a", ""), (block,), {}, "open", False))
    assert list(events_named(Document("a"), findings, AUTHORITY, (block,))) == []
