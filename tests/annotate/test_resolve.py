"""Who is meant: each row a text, and the mentions that it must have, by quote, entity and basis."""

import pytest

from generator.annotate import annotate
from generator.authority import Authority, Entry, Organisation, Person, Place, Role
from generator.describe import describe
from generator.model import Record, Source, SourceFile
from generator.read.blocks import blocks_of
from generator.recognise import Recogniser
from generator.settings import Settings


def person(id: str, name: str, sort: str, about: str = "", roles: list[Role] | None = None, **more: object) -> Entry:
    given = {"id": id, "folder": "people", "name": name, "sort": sort, "about": about or None, "roles": roles or []}
    return Person.model_validate(given | more)


ENTRIES: list[Entry] = [
    person("aldane", "Mira T. Aldane", "Aldane, Mira T."),
    person("ben", "Ben Okoro", "Okoro, Ben", "President of Norland"),
    person("tess", "Tess Okoro", "Okoro, Tess", "Secretary of the Board"),
    person("kai", "General Kai Lund", "Lund, General Kai"),
    person("rex", "Faris ibn Rex", "Rex, Faris ibn", "King of Sudland"),
    person("kant", "Immanuel Kant", "Kant, Immanuel"),
    person("hidden", "Ada Quist", "Quist, Ada", visibility="never-link"),
    person("orlov", "Ivan Orlov", "Orlov, Ivan", names={"ru": ["Иван Орлов"]}),
    Place(id="norland", folder="places", name="Norland"),
    Place(id="sudland", folder="places", name="Sudland"),
    Place(id="lumen", folder="places", name="Lumen", within="norland"),
    Place(id="kanttown", folder="places", name="Kant", within="sudland"),
    Organisation(
        id="board-n", folder="organisations", name="Board of Votes of Norland", abbreviation="BOV", place="lumen"
    ),
    Organisation(
        id="board-s", folder="organisations", name="Board of Votes of Sudland", abbreviation="BOV", place="kanttown"
    ),
]
AUTHORITY = Authority({entry.key: entry for entry in ENTRIES})
RECOGNISER = Recogniser(AUTHORITY, Settings())


def annotated(text: str) -> Record:
    source = Source("a", SourceFile("sources/a.txt", ""), blocks_of(text), {}, "open", False)
    findings = RECOGNISER.recognise(source)
    return annotate(source, describe(source, findings, AUTHORITY, Settings()), findings, AUTHORITY)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Mira Aldane spoke. Aldane left.", ["Mira Aldane aldane variant", "Aldane aldane surname"]),
        ("Aldane left. Mira T. Aldane came.", ["Aldane aldane surname", "Mira T. Aldane aldane name"]),
        ("They met Aldane on Monday.", ["Aldane aldane surname-alone"]),
        ("They met John Aldane on Monday.", []),
        ("They met J. Aldane on Monday.", []),
        ("They met M. Aldane on Monday.", ["M. Aldane aldane initials"]),
        ("They met M. T. Aldane and M.T. Aldane.", ["M. T. Aldane aldane initials", "M.T. Aldane aldane initials"]),
        ("B. Aldane said so.", ["Aldane aldane surname-alone"]),
        ("In the Aldane Library they sat.", []),
        ("ALDANE, MIRA T., came.", ["ALDANE, MIRA T. aldane name"]),
        (
            "They went to see Mira\nAldane in her own house, and then in Al-\ndane's other house, as they said to all.",
            ["Mira\nAldane aldane variant", "Al-\ndane aldane surname"],
        ),
        ("Okoro came.", []),
        ("Ben Okoro came. Okoro left.", ["Ben Okoro ben name", "Okoro ben surname"]),
        ("Ben Okoro and Tess Okoro came. Okoro left.", ["Ben Okoro ben name", "Tess Okoro tess name"]),
        ("They saw President Okoro. Okoro left.", ["Okoro ben surname", "Okoro ben surname"]),
        ("To President Okoro\n\nThey met.", []),
        ("They met General Lund.", ["Lund kai surname-alone"]),
        ("King Faris came. They met Faris.", ["Faris rex title", "Faris rex given"]),
        ("Faris came.", []),
        ("They met Lund.\n\nKai", ["Lund kai surname-alone", "Kai kai signature"]),
        ("They went to Kant.", ["Kant kanttown name"]),
        ("Immanuel Kant came. They met Kant.", ["Immanuel Kant kant name"]),
        ("Ada Quist came. They met Quist.", []),
        ("Lumen, 3 May 2012 – The BOV met.", ["Lumen lumen name", "BOV board-n context"]),
        ("The BOV met.", []),
        (
            "The BOV, the Board of Votes of Sudland, met.",
            ["BOV board-s context", "Board of Votes of Sudland board-s name"],
        ),
        ("In Norland the Board of Votes met.", ["Norland norland name", "Board of Votes board-n context"]),
        ("Встреча с Иваном Орловым. Орлова ждали.", ["Иваном Орловым orlov name", "Орлова orlov surname"]),
        ("They met Orlov.", ["Orlov orlov surname-alone"]),
        ("They met Lund Aldane B. Lambert.", []),
        ("Drafted by Aldane M. Lambert.", []),
        ("They met Ben Okoro-Meyer and Ben Okoro Lambert.", []),
        ("At the Ben Okoro School they met.", []),
        ("Иван Орлов пришел. Были П.С. Орлов и Орлов П.С.", ["Иван Орлов orlov name"]),
        ("Иван Орлов пришел. Был И.С. Орлов.", ["Иван Орлов orlov name", "Орлов orlov surname"]),
        ("They saw President Lumen and Mr. Kant.", ["Kant kant surname-alone"]),
        ("King Faris came. Faris II came.", ["Faris rex title"]),
        (
            "Lumen, 3 May 2012 – The BOV of Sudland met.",
            ["Lumen lumen name", "BOV board-s context", "Sudland sudland name"],
        ),
        ("Lumen, 3 May 2012 – The Board of Votes of Ruritania met.", ["Lumen lumen name"]),
        ("Lumen, 3 May 2012 – The Bank of Vines (BOV) met. The BOV left.", ["Lumen lumen name"]),
        ("Они были с Иваном Орловым Люмен.", ["Иваном Орловым orlov name"]),
        ("Иван Петрович Орлов пришел.", ["Орлов orlov surname-alone"]),
        ("Пётр Петрович Орлов пришел.", []),
        ("Ben Okoro Norland left.", ["Ben Okoro ben name", "Norland norland name"]),
        ("They went to New Norland.", []),
        (
            "Lumen, 3 May 2012 – The Board of Votes of Norland of Sudland met.",
            ["Lumen lumen name", "Sudland sudland name"],
        ),
        ("They met on rex and orlov days. Orlov trees are green.", []),
    ],
)
def test_mentions(text: str, mentions: list[str]) -> None:
    found = annotated(text).mentions
    assert [f"{m.at.quote} {m.entity.partition('/')[2]} {m.basis}" for m in found if m.at] == mentions


def test_a_month_is_no_surname() -> None:
    may = person("may", "Ann May", "May, Ann")
    authority = Authority({may.key: may})
    blocks = blocks_of("In May they met. They wrote to Mrs. May.")
    source = Source("a", SourceFile("sources/a.txt", ""), blocks, {}, "open", False)
    findings = Recogniser(authority, Settings()).recognise(source)
    found = annotate(source, describe(source, findings, authority, Settings()), findings, authority).mentions
    assert [m.at.start for m in found if m.at] == [36]


def test_what_may_be_two_persons_is_a_question() -> None:
    (question,) = annotated("Ben Okoro and Tess Okoro came. Okoro left.").questions
    assert question.candidates == ("people/ben", "people/tess")
    assert question.at.start == 31


def test_each_span_is_where_its_words_stand() -> None:
    record = annotated("Gen. Kai  Lund, Mira\nT. Aldane, and the Board of Votes of Norland's  men.")
    for mention in record.mentions:
        assert mention.at
        assert record.blocks[0].text[mention.at.start : mention.at.end] == mention.at.quote
    assert len(record.mentions) == 3


OFFICES = [
    person(
        "ada", "Ada Berg", "Berg, Ada", roles=[{"title": "President of Norland", "from": "2010", "to": "2014-05-01"}]
    ),
    person("bo", "Bo Dahl", "Dahl, Bo", roles=[{"title": "President of Norland", "from": "2014-05-01"}]),
    person("cy", "Cy Falk", "Falk, Cy", roles=[{"title": "Minister of Foreign Affairs", "at": "ministry"}]),
    person(
        "eva",
        "Eva Dorn",
        "Dorn, Eva",
        roles=[
            {"title": "Foreign Minister", "from": "2010", "to": "2014"},
            {"title": "Prime Minister", "from": "2015"},
        ],
    ),
    person("di", "Di Holm", "Holm, Di", roles=[{"title": "Chairman of the Board of Votes of Norland", "from": "2011"}]),
    Organisation(id="ministry", folder="organisations", name="Ministry of Ships", abbreviation="MOS"),
    Organisation(id="board-n", folder="organisations", name="Board of Votes of Norland", abbreviation="BOV"),
    Place(id="norland", folder="places", name="Norland"),
    Place(id="lumen", folder="places", name="Lumen", within="norland"),
]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Lumen, 3 May 2012 – They met the President of Norland.", ["President of Norland ada"]),
        ("Lumen, 3 May 2016 – They met the President of Norland.", ["President of Norland bo"]),
        ("They met the President of Norland.", []),
        ("Lumen, 3 May 2012 – Ada Berg came. The President left.", ["Ada Berg ada", "President ada"]),
        ("Lumen, 3 May 2016 – Ada Berg came. The President left.", ["Ada Berg ada"]),
        ("Lumen, 3 May 2012 – They met the President.", []),
        ("Lumen, 3 May 2012 – Ada Berg came. The Vice President left.", ["Ada Berg ada"]),
        ("Lumen, 3 May 2012 – Ada Berg came. The former President of Norland left.", ["Ada Berg ada"]),
        ("Cy Falk came. The Foreign Minister thanked them.", ["Cy Falk cy", "Foreign Minister cy"]),
        ("Foreign Minister Cy Falk came.", ["Cy Falk cy"]),
        (
            "Di Holm came. The BOV Chairman left; the Chairperson of the BOV spoke.",
            ["Di Holm di", "BOV Chairman di", "Chairperson of the BOV di"],
        ),
        (
            "Lumen, 3 May 2019 – Eva Dorn came. The Foreign Minister left. The Prime Minister spoke.",
            ["Eva Dorn eva", "Prime Minister eva"],
        ),
    ],
)
def test_offices(text: str, people: list[str]) -> None:
    authority = Authority({entry.key: entry for entry in OFFICES})
    source = Source("a", SourceFile("sources/a.txt", ""), blocks_of(text), {}, "open", False)
    findings = Recogniser(authority, Settings()).recognise(source)
    record = annotate(source, describe(source, findings, authority, Settings()), findings, authority)
    found = [m for m in record.mentions if m.at and m.entity.startswith("people/")]
    assert [f"{m.at.quote} {m.entity.partition('/')[2]}" for m in found if m.at] == people
