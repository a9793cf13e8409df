"""Datelines of wires and papers, with places and agencies that no authority file has."""

from pathlib import Path

import pytest

from generator.pipeline import describe_file
from generator.settings import Folders, Settings

BODY = "The harbour was opened on Tuesday by the minister, who spoke about ships and men for an hour.\n"


@pytest.mark.parametrize(
    ("head", "date", "place", "publisher"),
    [
        ("PORT LUMEN, June 9, 2019 (Harbour Wire) - ", "2019-06-09", "PORT LUMEN", "Harbour Wire"),
        ("PORT LUMEN (HW) - 10.01.2021 - ", "2021-01-10", "PORT LUMEN", "HW"),
        ("ЛУМЕН, 12 июня 2019 года. /ГАВАНЬ/. ", "2019-06-12", "ЛУМЕН", "ГАВАНЬ"),
        ("Лумен, 20-январь, 2021-жыл. /Кеме/. ", "2021-01-20", "Лумен", "Кеме"),
        ("LUMENWIRE.COM - ", None, None, "LUMENWIRE.COM"),
        ("Brize Hill Air Base, Norland, October 19, 1958.\n\n", "1958-10-19", "Brize Hill Air Base, Norland", None),
        ("[Lumen,] February 11, 1949.\n\n", "1949-02-11", "Lumen", None),
        ("[Lumen, undated.]\n\n", None, "Lumen", None),
        ("Lumen August 15, 1958—4 p.m.\n\n", "1958-08-15", "Lumen", None),
        ("Lumen, May 24 [23?], 1949.\n\n", "1949-05-24", "Lumen", None),
        ("Lumen, 11/01/2021 - 17:15, UNIQUE ID 2\n\n", "2021-01-11", "Lumen", None),
        ("Lumen, le 4 avril 2017\n\n", "2017-04-04", "Lumen", None),
        ("Ministry of Ships, Lumen, 5 June 1999\n\n", "1999-06-05", "Lumen", None),
        ("Received 3 June 1954\n\n", "1954-06-03", None, None),
        ("Mr. Smith, 4 May 1999\n\n", "1999-05-04", None, None),
        ("SC-12, 05.04.2021\n\n", "2021-04-05", None, None),
        ("Department of Ships, 5 June 1999\n\n", "1999-06-05", None, None),
    ],
)
def test_datelines(tmp_path: Path, head: str, date: str | None, place: str | None, publisher: str | None) -> None:
    path = tmp_path / "content/sources/a.txt"
    path.parent.mkdir(parents=True)
    path.write_text(f"The opening of the long harbour\n\n{head}{BODY}", encoding="utf-8")
    document = describe_file(path, Folders(tmp_path), Settings()).document
    assert (document.date, document.place_printed, document.publisher) == (date, place, publisher)


@pytest.mark.parametrize(
    ("text", "sidecar", "collections", "date", "basis"),
    [
        ("Lumen, May 3 (HW) - Ships.\n\nOn 3 May 1990 it rained.", "", "", "1990-05-03", "day-again"),
        ("Lumen, May 3 (HW) - Ships.", "published: 1991-05-09", "", "1991-05-03", "issue-year"),
        ("Lumen, December 30 (HW) - Ships.", "published: 1991-01-02", "", "1990-12-30", "issue-year"),
        ("Lumen, May 3 (HW) - Ships.\n\nOn 20 April 1992 it rained.", "", "", "1992-05-03", "days-nearby"),
        (
            "Lumen, May 3 (HW) - Ships.",
            "collection: c",
            "c: {name: C, dates: 1993-02/1993-09}",
            "1993-05-03",
            "collection-year",
        ),
        ("Lumen, May 3 (HW) - Ships.", "collection: c", "c: {name: C, dates: 1993/1995}", "XXXX-05-03", "dateline"),
        ("Lumen, May 3 (HW) - Ships.", "", "", "XXXX-05-03", "dateline"),
        ("Lumen, February 29 (HW) - Ships.", "published: 1991-03-02", "", "XXXX-02-29", "dateline"),
    ],
)
def test_a_day_gets_its_year_by_named_evidence(
    tmp_path: Path, text: str, sidecar: str, collections: str, date: str, basis: str
) -> None:
    path = tmp_path / "content/sources/a.txt"
    path.parent.mkdir(parents=True)
    path.write_text(f"The opening of the long harbour\n\n{text}", encoding="utf-8")
    if sidecar:
        path.with_suffix(".yml").write_text(sidecar, encoding="utf-8")
    if collections:
        (tmp_path / "content/authority").mkdir()
        (tmp_path / "content/authority/collections.yml").write_text(collections, encoding="utf-8")
    document = describe_file(path, Folders(tmp_path), Settings()).document
    assert (document.date, document.evidence["date"].basis) == (date, basis)


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("PC.DEC/1234", "PC.DEC/1234"),
        ("United Nations   A/75/745", "A/75/745"),
        ("ODI.GAL/12/24", "ODI.GAL/12/24"),
        ("DECISION No. 1234", "DECISION No. 1234"),
        ("Telegram 77", "Telegram 77"),
        ("and/or 2019", None),
        ("HTTP/1.1 is spoken here", None),
        ("P. M. No. 18/ 1959", "P. M. No. 18/ 1959"),
    ],
)
def test_symbols(tmp_path: Path, line: str, symbol: str | None) -> None:
    path = tmp_path / "content/sources/a.txt"
    path.parent.mkdir(parents=True)
    path.write_text(f"{line}\n\nThe opening of the long harbour\n\n{BODY}", encoding="utf-8")
    assert describe_file(path, Folders(tmp_path), Settings()).document.symbol == symbol
