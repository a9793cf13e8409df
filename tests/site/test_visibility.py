"""`no-page` and `never-link` are obeyed in pages, data and search."""

from pathlib import Path

from tests.conftest import AUTHORITY, build, write_archive

PEOPLE = """
quiet-ada:
  name: Ada Quiet
  visibility: no-page
never-bo:
  name: Bo Never
  visibility: never-link
aldane-mira:
  name: Mira Aldane
"""
EVENTS = AUTHORITY["events"].replace("head: aldane-mira", "head: never-bo")


def test_visibility(tmp_path: Path) -> None:
    text = "Ada Quiet, Bo Never and Mira Aldane spoke of the presidential election of 2 September 2012 in Norland.\n"
    authority = {**AUTHORITY, "people": PEOPLE, "events": EVENTS}
    folder = write_archive(tmp_path / "a", {"a.txt": text}, authority)
    assert build(folder) == 0
    site = folder / "site"
    page = (site / "documents/a/index.html").read_text(encoding="utf-8")
    assert "people/aldane-mira" in page
    assert "quiet-ada" not in page
    for file in [*site.rglob("*.html"), *site.rglob("*.json*"), *site.rglob("*.xml")]:
        assert "never-bo" not in file.read_text(encoding="utf-8"), file
    assert not (site / "people/quiet-ada").exists()
    assert '"people/quiet-ada"' in (site / "data/documents.jsonl").read_text(encoding="utf-8")  # matched
    assert "quiet-ada" not in (site / "data/entities.jsonl").read_text(encoding="utf-8")
    event = (site / "events/norland-2012/index.html").read_text(encoding="utf-8")
    assert "led by" not in event


def test_events_bodies_and_topics_that_are_never_linked_are_named_nowhere(tmp_path: Path) -> None:
    hide = "\n  visibility: never-link"
    events = AUTHORITY["events"].replace("norland-2012:", "norland-2012:" + hide)
    places = AUTHORITY["places"] + "x9-bay:\n  name: Hidden Bay\n  visibility: never-link\n"
    bodies = AUTHORITY["organisations"] + "bay-office: {name: Bay Office, place: x9-bay}\n"
    authority = {**AUTHORITY, "events": events, "places": places, "organisations": bodies}
    text = "The Bay Office and Hidden Bay.\n\nThe presidential election of 2 September 2012 in Norland was calm.\n"
    folder = write_archive(tmp_path / "a", {"a.txt": text}, authority)
    assert build(folder) == 0
    for file in [*(folder / "site").rglob("*.html"), *(folder / "site").rglob("*.json*")]:
        shown = file.read_text(encoding="utf-8")
        assert "x9-bay" not in shown, file
        assert "norland-2012" not in shown, file
