"""What must hold over the stages together: withholding fails closed, and no link leads out of the archive."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.plugin import today
from tests.conftest import build, write_archive
from tests.site.test_build import everything_under

KAY = {"people": "olga-kay:\n  name: Olga Kay\n  also: [O. Kay]\n"}


@pytest.mark.parametrize(
    ("sources", "authority", "secret"),
    [
        ({"a.txt": "Olga Kay spoke.", "a.yml": "redact: [{quote: Olga Kay}]\noriginal: http://x/olga-kay"}, {}, "olga"),
        ({"a.txt": "Olga Kay spoke.", "a.yml": "redact: [{quote: Olga Kay}]\ncreator: olga-kay"}, {}, "olga"),
        ({"a.txt": "Olga Kay spoke. O. Kay left.", "a.yml": "redact: [{quote: Olga Kay}]"}, KAY, "olga"),
        ({"a.txt": "Pangolins.", "a.yml": "collection: papers"}, {}, "pangolin"),
        (
            {"a.txt": "Pangolins.", "a.yml": "collection: papers"},
            {"collections": "papers:\n  name: P\n  access: hiden\n"},
            "pangolin",
        ),
    ],
)
def test_a_document_is_held_back(
    tmp_path: Path, sources: dict[str, str], authority: dict[str, str], secret: str
) -> None:
    folder = write_archive(tmp_path / "archive", {**sources, "b.txt": "Another text.\n"}, authority)
    assert build(folder) == 1
    assert secret not in everything_under(folder / "site").casefold()
    assert (folder / "site/documents/b/index.html").exists()


def test_a_part_of_a_hidden_collection_is_hidden(tmp_path: Path) -> None:
    authority = {"collections": "all:\n  name: A\n  access: hidden\nsome:\n  name: S\n  part_of: all\n"}
    folder = write_archive(
        tmp_path / "a", {"a.txt": "Pangolins.", "a.yml": "collection: some", "b.txt": "B."}, authority
    )
    assert build(folder) == 0
    assert "pangolin" not in everything_under(folder / "site").casefold()


def test_a_redaction_and_a_file_without_words_stand_side_by_side(tmp_path: Path) -> None:
    sources = {"a.txt": "Olga Kay spoke.", "a.yml": "redact: [{quote: Olga Kay}]", "b.txt": "---\n\n-"}
    folder = write_archive(tmp_path / "archive", sources, {})
    assert build(folder) == 1
    assert (folder / "site/documents/a/index.html").exists()


def test_links_out_of_the_archive_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("armadillo", encoding="utf-8")
    (tmp_path / "outside.md").write_text("armadillo", encoding="utf-8")
    folder = write_archive(tmp_path / "archive", {"b.txt": "Another text.\n"}, {})
    for name in ("pages/host.txt", "pages/host.md", "sources/b.yml"):
        (folder / "content" / name).symlink_to(tmp_path / f"outside.{'md' if name.endswith('md') else 'txt'}")
    assert build(folder) == 1
    assert "armadillo" not in everything_under(folder / "site")


def test_pages_by_hand_keep_opening_lines_and_the_sitemap_is_ours(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", {"b.txt": "Another text.\n"}, {})
    (folder / "content/pages/about.md").write_text("From: the curator\nDate: today\n\nWords.\n", encoding="utf-8")
    assert build(folder) == 0
    assert "From: the curator" in (folder / "site/about/index.html").read_text(encoding="utf-8")
    assert not (folder / "site/sitemap.xml").exists()
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace('site_url: ""', "site_url: https://x.example/"), encoding="utf-8")
    assert build(folder) == 0
    assert "<loc>https://x.example/about/</loc>" in (folder / "site/sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ["dates: {order: dmy}", "dates: {from: soon}", "languages: [English]"])
def test_settings_that_cannot_be_used(tmp_path: Path, line: str) -> None:
    folder = write_archive(tmp_path / "archive", {"b.txt": "Another text.\n"}, {})
    config = folder / "mkdocs.yml"
    kept = [old for old in config.read_text().splitlines() if not old.strip().startswith(line.split(":")[0] + ":")]
    at = kept.index("  - regesta:") + 1
    config.write_text("\n".join([*kept[:at], f"      {line}", *kept[at:]]), encoding="utf-8")
    done = CliRunner().invoke(main, ["build", "-f", str(config)])
    assert done.exit_code == 2
    assert done.output.startswith("mkdocs.yml:1: ")


def test_a_bad_day_for_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    folder = write_archive(tmp_path / "archive", {"b.txt": "Another text.\n"}, {})
    assert CliRunner().invoke(main, ["build", "-f", str(folder / "mkdocs.yml")]).exit_code == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today() == "1970-01-01"


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    about = tmp_path / "content/pages/about.md"
    about.parent.mkdir(parents=True)
    about.write_text("Mine.", encoding="utf-8")
    assert CliRunner().invoke(main, ["init", str(tmp_path)]).exit_code == 0
    assert about.read_text(encoding="utf-8") == "Mine."


def test_describe_knows_the_id_and_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", {"2012/w.txt": "Title of it\n\nWords.\n", "p.xyz": "x"}, {})
    config = ["-f", str(folder / "mkdocs.yml")]
    done = CliRunner().invoke(main, ["describe", "--json", str(folder / "content/sources/2012/w.txt"), *config])
    assert '"id": "2012/w"' in done.output
    refused = CliRunner().invoke(main, ["describe", str(folder / "content/sources/p.xyz"), *config])
    assert refused.exit_code == 1
    assert "cannot be read" in refused.output
