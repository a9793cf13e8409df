"""Heads of scanned, wrapped and mailed texts: what is the title, and which day is the document's."""

from pathlib import Path

import pytest

from generator.pipeline import describe_file
from generator.settings import Folders, Settings

BODY = "The harbour of Port Lumen was opened on Tuesday by the minister, who\nspoke about ships and men for an hour.\n"


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("FOR PRESS 14 SEPTEMBER 1976\nOPENING OF THE HARBOUR\n" + BODY, "OPENING OF THE HARBOUR", "1976-09-14"),
        (
            "NORLAND\nPRIME MINISTER\nFOR MEDIA SUNDAY, 24 AUGUST, 1980\nHARBOUR TALK\n" + BODY,
            "HARBOUR TALK",
            "1980-08-24",
        ),
        ("Embargoed until 12:01am, 24 December 2005\n\n2005 MESSAGE\n\n" + BODY, "2005 MESSAGE", "2005-12-24"),
        (
            "OPENING OF THE NEW HARBOUR\n\n" + BODY + "\nPORT LUMEN: 16th May, 1963. P. M.",
            "OPENING OF THE NEW HARBOUR",
            "1963-05-16",
        ),
        (
            "Report on the Harbour\n\nLumen, May 17, 1968, 1-3:15 p.m.\n\nSUBJECT\n\n" + BODY,
            "Report on the Harbour",
            "1968-05-17",
        ),
        (BODY, "[", None),
        (
            "From: Mira Aldane\nTo: all\nSubject: The harbour\nDate: Tue, 21 Aug 2012 10:00\n\n" + BODY,
            "The harbour",
            "2012-08-21",
        ),
        ("Von: Amt\nBetreff: Der Hafen\nDatum: 3. Mai 1990\n\n" + BODY, "Der Hafen", "1990-05-03"),
        (
            "85. Note From the Board to the League[1]\n\nPort Lumen, undated.\n\nTHE SHIPS OF THE LEAGUE\n\n" + BODY,
            "85. Note From the Board to the League",
            None,
        ),
        (
            "Memorandum of a Talk, Board of Ships, Port Lumen, May 28, 1956, 5 p.m.[1]\n\nSUBJECT\n\nShips\n\n" + BODY,
            "Memorandum of a Talk, Board of Ships, Port Lumen, May 28, 1956, 5 p.m.",
            "1956-05-28",
        ),
        ("The election of 9 June 2019\n\n" + BODY, "The election of 9 June 2019", None),
        (
            "693.9/3–52: Telegram\n\nNo. 536\n\nThe Envoy in Norland to the Board\n\n"
            "[Port Lumen,] March 1, 1952.[1]\n\n"
            "secret\n\n" + BODY,
            "The Envoy in Norland to the Board",
            "1952-03-01",
        ),
        ("Opening\n\n" + BODY + "\n" + BODY.strip() + " PORT LUMEN, 17th November, 1963.", "Opening", "1963-11-17"),
        (
            "The harbour\n\nThe Board issued the following statement on 1 May 1997.\n\n" + BODY,
            "The harbour",
            "1997-05-01",
        ),
        ("STATEMENT BY THE MINISTER ON THE\nHARBOUR AT PORT LUMEN, 12 MAY 1977\n" + BODY, None, "1977-05-12"),
        ("FOR PRESS: VISIT OF THE QUEEN\n" + BODY, "VISIT OF THE QUEEN", None),
        (
            "Home > News > Releases\n\nThe harbour opens\n\nPublished: Thursday, 9 May 2019\n\n" + BODY,
            None,
            "2019-05-09",
        ),
        ("Port Lumen, 3 March 2010\n\nDear Minister,\n\n" + BODY, "[", "2010-03-03"),
        ("Ships come and go\nSource: Lumen Wire| 2021-11-28 15:04:05\n\n" + BODY, "Ships come and go", "2021-11-28"),
        ("Ships leave early\nKai Lund May 6, 2021\n\n" + BODY, "Ships leave early", "2021-05-06"),
        ("Ada Quist\n\nBorn: 12 April 1971, Port Lumen\n\n" + BODY, "Ada Quist", None),
        ("Call for papers\n\nDeadline: 1 September 2015\n\n" + BODY, "Call for papers", None),
        ("Rules of the vote\n\n" + BODY + "\nElection Day is 9 June 2019.", "Rules of the vote", None),
        ("Parliamentary elections, 5 July 2009\n\n" + BODY, "Parliamentary elections, 5 July 2009", None),
        (
            "BOARD OF SHIPS\n\nPARLIAMENTARY ELECTIONS\n20 November 2016\n\nREPORT ON THE VOTE\n\nPort Lumen\n"
            "23 September 2016\n\n" + BODY,
            None,
            "2016-09-23",
        ),
        ("EMBARGOED UNTIL 4 JUNE 2009\n\nShips\n\nPort Lumen, 2 June 2009 – " + BODY, "Ships", "2009-06-02"),
        ("Lumen, 25 October (7 November) 1917\n\nTo all ships\n\n" + BODY, "To all ships", "1917-10-25"),
        ("LAW ON SHIPS\n\nAdopted in the year of the great storm\n\n" + BODY, "LAW ON SHIPS", None),
        ("INFO ALL SHIPS\nSUBJECT: A QUIET DAY\n\n" + BODY, "A QUIET DAY", None),
        ("The harbour\n\nMonday, 3 May 1999\n\nFOR PRESS 4 MAY 1999\n\n" + BODY, None, "1999-05-04"),
    ],
)
def test_title_and_date(tmp_path: Path, text: str, title: str, date: str | None) -> None:
    path = tmp_path / "content/sources/a.txt"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    document = describe_file(path, Folders(tmp_path), Settings()).document
    if title == "[":
        assert document.evidence["title"].basis == "incipit"
    elif title:
        assert document.title == title
    assert document.date == date


def test_a_date_behind_the_day_of_capture_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "content/sources/a.txt"
    path.parent.mkdir(parents=True)
    path.write_text("FOR PRESS 14 SEPTEMBER 2030\n\n" + BODY, encoding="utf-8")
    path.with_suffix(".yml").write_text("captured: 2026-01-01", encoding="utf-8")
    assert describe_file(path, Folders(tmp_path), Settings()).document.date is None


def test_a_day_in_figures_that_may_be_read_the_other_way_is_inferred(tmp_path: Path) -> None:
    path = tmp_path / "content/sources/a.txt"
    path.parent.mkdir(parents=True)
    for written, certainty in (("05/07/2004", "inferred"), ("25/07/2004", "stated"), ("05.07.2004", "stated")):
        path.write_text(f"The harbour opens\n\n{written}\n\n{BODY}", encoding="utf-8")
        assert describe_file(path, Folders(tmp_path), Settings()).document.evidence["date"].certainty == certainty
