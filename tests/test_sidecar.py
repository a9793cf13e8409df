from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from tests.conftest import build, write_archive

TEXT = "Harbour of Norland opens\n\nPort Lumen, 21 August 2012\n\nMira Aldane spoke of ships and of men for an hour.\n"


def write(folder: Path) -> str:
    source = folder / "content/sources/a.txt"
    done = CliRunner().invoke(main, ["describe", "--write", str(source), "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    assert source.read_text(encoding="utf-8") == TEXT
    return source.with_suffix(".yml").read_text(encoding="utf-8")


def test_facts_stand_in_the_sidecar_as_unconfirmed(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", {"a.txt": TEXT})
    written = write(folder)
    assert "title: Harbour of Norland opens\n" in written
    assert "date: '2012-08-21'\n" in written
    assert "- date\n" in written
    assert write(folder) == written
    assert build(folder) == 0
    assert '"certainty": "curated"' not in (folder / "site/data/documents.jsonl").read_text(encoding="utf-8")


def test_the_curators_word_and_comments_stay(tmp_path: Path) -> None:
    kept = "# mine\ntitle: The harbour   # so it is called\n"
    folder = write_archive(tmp_path / "archive", {"a.txt": TEXT, "a.yml": kept})
    written = write(folder)
    assert written.startswith(kept)
    assert "- title\n" not in written
    sidecar = folder / "content/sources/a.yml"
    sidecar.write_text(written.replace("- date\n", "").replace("2012-08-21", "2012-08-20"), encoding="utf-8")
    assert "date: '2012-08-20'\n" in write(folder)
    assert build(folder) == 0
    assert '"date": "2012-08-20"' in (folder / "site/data/documents.jsonl").read_text(encoding="utf-8")
