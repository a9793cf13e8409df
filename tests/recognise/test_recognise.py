from pathlib import Path
from unicodedata import normalize

import pytest

from generator.authority import Authority, Expansion, read_authority
from generator.model import Block, SourceFile
from generator.model import Source as SourceText
from generator.recognise import Recogniser
from generator.recognise.abbreviations import AbbreviationFinder, expansion
from generator.recognise.dates import DateFinder
from generator.settings import Settings


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Kabar (19 January 2021)", ["2021-01-19"]),
        ("Nur-Sultan15 May , 12:51", ["XXXX-05-15"]),
        ("on March 24.", ["XXXX-03-24"]),
        ("date 2022-06-14 Title", ["2022-06-14"]),
        ("June 5, 2022 and 7th of July 2021", ["2022-06-05", "2021-07-07"]),
        ("20.01.2021", ["2021-01-20"]),
        ("31 February 2021", []),
        ("5–7 June 2019", ["2019-06-05/2019-06-07"]),
        ("in May 2015", ["2015-05"]),
        ("12 июня 2019 года", ["2019-06-12"]),
        ("2022 жылғы 5 маусым", ["2022-06-05"]),
        ("2021-жылдын 10-январында", ["2021-01-10"]),
        ("9 Haziran 2019'da", ["2019-06-09"]),
        ("Marchers 5 and maybe 7", []),
        ("3 June 4043", []),
    ],
)
def test_dates(text: str, dates: list[str]) -> None:
    finder = DateFinder(Settings(last_year=2100))
    assert [found.edtf for found in finder.find(Block(1, "paragraph", text))] == dates


def test_month_first_order() -> None:
    finder = DateFinder(Settings(date_order="month-day"))
    assert [d.edtf for d in finder.find(Block(1, "paragraph", "09.06.2019"))] == ["2019-09-06"]


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("OTS", "the Secretariat of the Organization of Turkic States ", "Organization of Turkic States"),
        ("CEC", "members of the Central Election Commission ", "Central Election Commission"),
        (
            "ОБСЕ",
            "Организация по безопасности и сотрудничеству в Европе ",
            "Организация по безопасности и сотрудничеству в Европе",
        ),
        ("XYZ", "nothing of the kind ", None),
    ],
)
def test_schwartz_hearst(short: str, before: str, long: str | None) -> None:
    assert expansion(short, before) == long


AUTHORITY = {
    "people": "lee-ann:\n  name: Ann Lee\n  sort: Lee, Ann\nstrauss:\n  name: Franz Strauß\n"
    + normalize("NFD", "riain:\n  name: Sinéad Ó Riain\n"),
    "organisations": "who:\n  name: World Health Office\n  abbreviation: WHO\nab:\n  name: A/B Office\n",
    "places": "lodz:\n  name: Łęczna Sólrún\nkant:\n  name: Kant\ncity:\n  name: Kant City\n",
    "topics": "vote:\n  name: early voting\n",
}


@pytest.fixture
def recogniser(tmp_path: Path) -> Recogniser:
    for name, text in AUTHORITY.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return Recogniser(read_authority(tmp_path, tmp_path)[0], Settings())


def names(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    source = SourceText("a", SourceFile("a", ""), (Block(1, "paragraph", text),), {}, "open", False)
    return [(n.at.quote, n.candidates[0]) for n in recogniser.recognise(source).names]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ANN\nLEE's words", [("ANN\nLEE", "people/lee-ann")]),
        ("Kant City, not Kantian", [("Kant City", "places/city")]),
        ("who says WHO", [("WHO", "organisations/who")]),
        ("Leczna", []),
        ("Łęczna Solrun15 May", [("Łęczna Solrun", "places/lodz")]),
        ("the A / B Office", [("A / B Office", "organisations/ab")]),
        ("Early Voting", [("Early Voting", "topics/vote")]),
        ("ann lee", []),
        ("Ann.Lee@example.org wrote", []),
        ("www.example.org/Lee and Ann Lee", [("Ann Lee", "people/lee-ann")]),
        ("Franz Strauß, Sinéad Ó Riain", [("Franz Strauß", "people/strauss"), ("Sinéad Ó Riain", "people/riain")]),
    ],
)
def test_names(recogniser: Recogniser, text: str, found: list[tuple[str, str]]) -> None:
    assert names(recogniser, text) == found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the Board of Northern Ships (BNS) met", {"BNS": "Board of Northern Ships"}),
        ("Центральная избирательная комиссия (ЦИК) сообщила", {"ЦИК": "Центральная избирательная комиссия"}),
        ("Орталық сайлау комиссиясы (ОСК) хабарлады", {"ОСК": "Орталық сайлау комиссиясы"}),
        ("Orta Seçim Kurulu (OSK) bildirdi", {"OSK": "Orta Seçim Kurulu"}),
        ("the Board of Ships (hereinafter referred to as the BoS)", {"BoS": "Board of Ships"}),
        ("Комиссия Северных Судов (далее – КСС)", {"КСС": "Комиссия Северных Судов"}),
        ("long-term observers (LTOs); an LTO", {"LTOs": "long-term observers", "LTO": "long-term observers"}),
        ("VOM (Vote Observation Mission) came", {"VOM": "Vote Observation Mission"}),
        ("the Ministry (Minister X) met", {}),
        ("Geneva (GVA) is far", {}),
    ],
)
def test_definitions_of_abbreviations(text: str, meant: dict[str, str]) -> None:
    source = SourceText("a", SourceFile("a", ""), (Block(1, "paragraph", text),), {}, "open", False)
    assert {use.short: use.long for use in AbbreviationFinder(Authority()).find(source)} == meant


def test_of_two_definitions_the_one_before_counts() -> None:
    text = "The CEC met. Central Vote Office (CVO), then CVO; Council of Village Owners (CVO), then CVO."
    source = SourceText("a", SourceFile("a", ""), (Block(1, "paragraph", text),), {}, "open", False)
    office, council = "Central Vote Office", "Council of Village Owners"
    assert [use.long for use in AbbreviationFinder(Authority()).find(source)] == [office, office, council, council]


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("NEA/IAI and US-UK talks, APCs", ["NEA", "US", "APC"]),
        ("the Fonmin and FONMIN, reftel and Reftel", ["Fonmin", "FONMIN", "reftel", "Reftel"]),
        ("USA, NEAT, 5US", []),
        ("ChiComs and ChiCom", ["ChiComs", "ChiCom"]),
    ],
)
def test_abbreviations_of_the_list(text: str, shorts: list[str]) -> None:
    listed = {s: (Expansion("x"),) for s in ("NEA", "US", "APC", "FonMin", "reftel", "ChiCom(s)")}
    source = SourceText("a", SourceFile("a", ""), (Block(1, "paragraph", text),), {}, "open", False)
    assert [use.short for use in AbbreviationFinder(Authority(abbreviations=listed)).find(source)] == shorts
