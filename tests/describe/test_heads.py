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
    ],
)
def test_title_and_date(tmp_path: Path, text: str, title: str, date: str | None) -> None:
    path = tmp_path / "content/sources/a.txt"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    document = describe_file(path, Folders(tmp_path), Settings()).document
    if title == "[":
        assert document.evidence["title"].basis == "incipit"
    else:
        assert document.title == title
    assert document.date == date


def test_a_date_behind_the_day_of_capture_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "content/sources/a.txt"
    path.parent.mkdir(parents=True)
    path.write_text("FOR PRESS 14 SEPTEMBER 2030\n\n" + BODY, encoding="utf-8")
    path.with_suffix(".yml").write_text("captured: 2026-01-01", encoding="utf-8")
    assert describe_file(path, Folders(tmp_path), Settings()).document.date is None
