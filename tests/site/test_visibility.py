"""`no-page` and `never-link` are obeyed in pages, data and search."""

from hashlib import sha256
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


def test_what_the_curator_says_of_a_document_names_nothing_that_is_never_linked(tmp_path: Path) -> None:
    hide = "\n  visibility: never-link"
    bodies = AUTHORITY["organisations"].replace("vote-board:", "vote-board:" + hide)
    authority = {**AUTHORITY, "organisations": bodies, "people": PEOPLE}
    front = "---\ntitle: Count\npublisher: vote-board\ncreator: never-bo\n---\n"
    text = front + "The Board of Elections of Norland counted.\n"
    by_line = "Statement by Bo Never\n\nThe count of the Board of Elections of Norland was slow.\n"
    folder = write_archive(tmp_path / "a", {"a.txt": text, "b.txt": by_line}, authority)
    assert build(folder) == 0
    page = (folder / "site/documents/a/index.html").read_text(encoding="utf-8")
    assert page.count("Board of Elections") == 1  # the words of the text
    for file in (file for file in (folder / "site").rglob("*") if file.is_file()):
        shown = file.read_bytes()
        assert b"vote-board" not in shown and b"never-bo" not in shown, file


def test_the_file_beside_a_page_is_the_text_without_the_curators_word(tmp_path: Path) -> None:
    body = "# Count\n\nThe League of Observers counted.\n"
    front = "---\nrelations: [{to: zanzibar, relation: corrects, note: quixotic}]\n---\n"
    sources = {"a.md": front + body, "zanzibar.txt": "Count.\n", "zanzibar.yml": "access: hidden\n", "b.txt": body}
    folder = write_archive(tmp_path / "a", sources)
    assert build(folder) == 0
    documents = folder / "site/documents"
    assert (documents / "a/source.md.txt").read_text(encoding="utf-8") == body
    assert sha256(body.encode()).hexdigest() in (documents / "a/index.html").read_text(encoding="utf-8")
    assert (documents / "b/source.txt").read_text(encoding="utf-8") == body
    for file in (file for file in (folder / "site").rglob("*") if file.is_file()):
        shown = file.read_bytes()
        assert b"zanzibar" not in shown and b"quixotic" not in shown, file


def test_a_second_text_whose_front_matter_cannot_be_read_is_told_and_not_published(tmp_path: Path) -> None:
    sources = {"a.md": "# Count\n\nAll was counted.\n", "a.txt": "---\nrelations: [zanzibar\n---\nCount.\n"}
    folder = write_archive(tmp_path / "a", sources)
    assert build(folder) == 1
    assert not (folder / "site/documents/a/source.txt").exists()
