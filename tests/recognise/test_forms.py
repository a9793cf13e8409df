"""The forms of names in each language and script: text, and the mentions that must be found in it."""

import pytest

from generator.authority import Authority, Entry, Organisation, Person, Place
from generator.model import Block
from generator.recognise.names import NameFinder

ENTRIES: list[Entry] = [
    Person(
        id="toraev",
        folder="people",
        name="Askar-Bolat Torayev",
        sort="Torayev, Askar-Bolat",
        names={"ru": ["Аскар-Болат Тораев"], "kk": ["Асқар-Болат Тораев"]},
    ),
    Person(id="orlova", folder="people", name="Nurai Orlova", sort="Orlova, Nurai", names={"ru": ["Нурай Орлова"]}),
    Person(id="polski", folder="people", name="Jan Polski", sort="Polski, Jan", names={"ru": ["Ян Польский"]}),
    Person(id="sol", folder="people", name="Ingibjörg Sól Gísla", sort="Gísla, Ingibjörg Sól"),
    Person(id="latin", folder="people", name="Sadyr Zhakupov", sort="Zhakupov, Sadyr"),
    Person(id="double", folder="people", name="Pedro Castro Ruz", sort="Castro Ruz, Pedro"),
    Organisation(
        id="ministry",
        folder="organisations",
        name="Ministry of Ships",
        names={"ru": ["Министерство судов Норландии"], "kk": ["Кеме министрлігі"]},
    ),
    Organisation(
        id="board",
        folder="organisations",
        name="Board of Votes",
        names={"ru": ["Центральная судовая комиссия"], "ky": ["Борбордук кеме комиссиясы"]},
    ),
    Place(id="lumen", folder="places", name="Lumen", names={"ru": ["Люмен"], "tr": ["Lümen"]}),
    Place(id="alania", folder="places", name="Alania", names={"ru": ["Алания"]}),
]
FINDER = NameFinder(Authority({entry.key: entry for entry in ENTRIES}), ("en", "ru", "kk", "ky", "tr"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Встреча с Аскар-Болатом Тораевым; слова Тораева.", ["Аскар-Болатом Тораевым toraev", "Тораева toraev"]),
        (
            "Нурай Орловой и Нурай Орлову ждали, Орловой нет.",
            ["Нурай Орловой orlova", "Нурай Орлову orlova", "Орловой orlova"],
        ),
        ("К Яну Польскому и с Яном Польским.", ["Яну Польскому polski", "Яном Польским polski"]),
        ("Тораевтың сөзі, Тораевқа, Тораевпен.", ["Тораевтың toraev", "Тораевқа toraev", "Тораевпен toraev"]),
        ("Аскар-Болат Тораевдин сөзү", ["Аскар-Болат Тораевдин toraev"]),
        ("Torayev'in ve Torayev’e", ["Torayev toraev", "Torayev toraev"]),
        (
            "Askar-Bolat Toraev, A. Torayev, TORAYEV Askar-Bolat, Torayev, Askar-Bolat",
            [
                "Askar-Bolat Toraev toraev",
                "A. Torayev toraev",
                "TORAYEV Askar-Bolat toraev",
                "Torayev, Askar-Bolat toraev",
            ],
        ),
        ("Ingibjorg Sol Gisla, INGIBJÖRG GÍSLA", ["Ingibjorg Sol Gisla sol", "INGIBJÖRG GÍSLA sol"]),
        ("Jakupov, Жакупов, Жакупова", ["Jakupov latin", "Жакупов latin", "Жакупова latin"]),
        ("Castro left", ["Castro double"]),
        ("Министерства судов Норландии, министерство судов", ["Министерства судов Норландии ministry"]),
        ("Кеме министрлігінің", ["Кеме министрлігінің ministry"]),
        (
            "Центральной судовой комиссией, Центральную судовую комиссию",
            ["Центральной судовой комиссией board", "Центральную судовую комиссию board"],
        ),
        ("Борбордук кеме комиссиясынын", ["Борбордук кеме комиссиясынын board"]),
        ("в Люмене, из Алании, Lümen'de", ["Люмене lumen", "Алании alania", "Lümen lumen"]),
        ("Тораевщина, Torayevian, torayev, люменский", []),
    ],
)
def test_forms(text: str, found: list[str]) -> None:
    spans = FINDER.find(Block(1, "paragraph", text))
    assert [f"{s.at.quote} {s.candidates[0].partition('/')[2]}" for s in spans] == found
