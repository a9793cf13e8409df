"""The whole way on a small archive: pages, data, bad input, withheld words, and builds that must be alike."""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.site import build as site_build
from tests.conftest import AUTHORITY, SOURCES, build, write_archive
from tests.read.test_formats import MAIL, PAGE, pdf, picture, word

REGESTA = Path(sys.executable).parent / "regesta"
MKDOCS = Path(sys.executable).parent / "mkdocs"


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def everything_under(folder: Path) -> str:
    """All that is published, the search index unpacked, as one text."""
    texts = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            raw = path.read_bytes()
            texts.append((gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8", "replace"))
            texts.append(path.as_posix())
    return "\n".join(texts)


def regesta(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([REGESTA, *arguments], cwd=folder, capture_output=True, text=True)


def test_pages(quirks: Path) -> None:
    page = (quirks / "site/documents/2012/wire/index.html").read_text(encoding="utf-8")
    for words in (
        'href="../../../people/aldane-mira/"',
        "SHA-256",
        hashlib.sha256(SOURCES["2012/wire.txt"].encode()).hexdigest(),
        "Harbour Wire (20 August 2012)",
        "Referred to by",
    ):
        assert words in page
    assert (quirks / "site/documents/2012/wire/source.txt").read_bytes() == SOURCES["2012/wire.txt"].encode()
    person = (quirks / "site/people/aldane-mira/index.html").read_text(encoding="utf-8")
    assert "../../documents/2012/wire/#p-" in person
    assert not (quirks / "site/people/okoro-ben").exists()
    assert (quirks / "site/years/2012/index.html").exists()
    assert (quirks / "site/data/links.jsonl").stat().st_size


def test_what_is_hidden_after_a_build_that_was_stopped_is_not_left_in_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_archive(tmp_path / "archive", {"first.txt": "First\n\nBoats came to the harbour of the island.\n"})
    assert build(folder) == 0
    secret = folder / "content/sources/secret.txt"
    secret.write_text("Second\n\nA word that nobody should read.\n", encoding="utf-8")
    render = site_build._render

    def stopped(*arguments: Any) -> None:
        render(*arguments)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(site_build, "_render", stopped)
        build(folder)
    assert (folder / "site/documents/secret/index.html").exists()
    secret.with_suffix(".yml").write_text("access: hidden\n", encoding="utf-8")
    assert build(folder) == 0
    assert not (folder / "site/documents/secret").exists()
    assert (folder / "site/documents/first/index.html").exists()


@pytest.mark.slow
def test_plain_mkdocs_split_and_incremental_builds_are_alike(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", SOURCES)
    assert build(folder, full=True) == 0
    full = tree(folder / "site")

    source = folder / "content/sources/2012/wire.txt"
    source.write_text(SOURCES["2012/wire.txt"] + "\nOne more line about the vote.\n", encoding="utf-8")
    extra = folder / "content/sources/2013/new.txt"
    extra.parent.mkdir()
    extra.write_text(
        "A new text\n\nMira Aldane came back to Norland in 2013, and Ben Okoro with her.\n", encoding="utf-8"
    )
    assert build(folder) == 0
    assert tree(folder / "site") != full
    assert (folder / "site/people/okoro-ben/index.html").exists()
    source.write_text(SOURCES["2012/wire.txt"], encoding="utf-8")
    extra.unlink()
    assert build(folder) == 0
    assert tree(folder / "site") == full

    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"}
    done = subprocess.run([MKDOCS, "build", "--strict"], cwd=folder, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert tree(folder / "site") == full

    extra.write_text("A pangolin of Mira Aldane.\n", encoding="utf-8")
    subprocess.run([MKDOCS, "build", "--quiet"], cwd=folder, check=True, env=environment)
    extra.with_suffix(".yml").write_text("access: hidden", encoding="utf-8")
    assert build(folder) == 0
    assert tree(folder / "site") == full


@pytest.mark.slow
def test_withheld_words_stand_nowhere(tmp_path: Path) -> None:
    sources = {
        "open.txt": "Report on the harbour\n\nBen Okoro met Ivan Petrenko in Norland.\n",
        "open.yml": 'redact: [{quote: "Ivan Petrenko", reason: safety}]\n',
        "secret.md": "---\naccess: hidden\ntitle: Zanzibarine papers\n---\n\nQuixotical words of Ben Okoro.\n",
        "later.md": "---\nopen_from: 2030-01-01\n---\n\nEmbargoed syzygy of Norland.\n",
        "cut.md": "---\naccess: extract\ntitle: Cut\n---\n\nBen Okoro spoke.\n\nHypnagogic.\n\nBen Okoro left.\n",
        "facts.md": "---\naccess: metadata\n---\n\nPalimpsestic text of Ben Okoro.\n",
        "held.txt": "Mira Aldane and the pangolin.\n",
        "held.yml": "redact: [{quote: armadillo}]\n",
        "held-id.txt": "Otto Pangolin was heard in Norland.\n",
        "held-id.yml": "redact: [{quote: Pangolin}]\nevents: [pangolin-hearing-2012]\n",
        "points.md": "---\nrelations: [{to: secret, relation: corrects}]\n---\n\nA text that points, by Tess Okoro.\n",
    }
    folder = write_archive(tmp_path / "archive", sources)
    done = regesta(folder, "build", "--as-of", "2026-01-01")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 2
    assert "content/sources/held.txt:1: the document is held back" in done.stderr
    assert "content/sources/held-id.txt:1: the document is held back" in done.stderr
    assert "armadillo" not in done.stderr
    published = everything_under(folder / "site").casefold()
    for secret_word in (
        "petrenko",
        "zanzibarine",
        "quixotical",
        "syzygy",
        "hypnagogic",
        "palimpsestic",
        "pangolin",
        "armadillo",
    ):
        assert secret_word not in published, secret_word
    secret = hashlib.sha256(sources["open.txt"].encode()).hexdigest()
    assert secret not in published
    assert "[name withheld]" in published
    assert not (folder / "site/documents/secret").exists()
    assert regesta(folder, "build", "--as-of", "2030-01-02").returncode == 1
    assert "syzygy" in everything_under(folder / "site")


@pytest.mark.slow
def test_bad_input_is_told_and_the_rest_is_built(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", SOURCES)
    sources = folder / "content/sources"
    (sources / "empty.txt").write_bytes(b"")
    (sources / "binary.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    (sources / "broken.md").write_text("---\ntitle: a\ndate: [\n---\nText\n", encoding="utf-8")
    (sources / "2012/WIRE.txt").write_text("Another of one id.\n", encoding="utf-8")
    people = folder / "content/authority/people.yml"
    people.write_text(
        AUTHORITY["people"] + "bad:\n  name: B\n  colour: red\ntwin:\n  name: Twin\n  also: [Mira Aldane]\n",
        encoding="utf-8",
    )
    done = regesta(folder, "build")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    for start in (
        "content/sources/empty.txt:1: is empty: ",
        "content/sources/binary.txt:1: ",
        "content/sources/broken.md:",
        "content/authority/people.yml:13: `bad`: colour: ",
        "content/authority/people.yml:14: the name “mira aldane” is claimed by ",
    ):
        assert any(line.startswith(start) for line in lines), (start, lines)
    assert any("its id `2012/wire` is taken" in line for line in lines)
    assert "Traceback" not in done.stderr
    assert (folder / "site/documents/2012/stamped/index.html").exists()

    people.write_text("a: [", encoding="utf-8")
    before = tree(folder / "site")
    done = regesta(folder, "build")
    assert done.returncode == 2
    assert done.stderr.startswith("content/authority/people.yml:")
    assert tree(folder / "site") == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("build", "-f", "nowhere.yml"), "there is no archive here"), (("build", "--as-of", "soon"), "`soon` is no day")],
)
def test_wrong_commands(quirks: Path, arguments: tuple[str, ...], said: str) -> None:
    done = regesta(quirks, *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_describe_and_check(quirks: Path) -> None:
    done = regesta(quirks, "describe", "content/sources/2012/wire.txt")
    assert done.returncode == 0
    assert "2012-08-20  [stated: dateline “Harbour Wire (20 August 2012)” ¶ 3]" in done.stdout
    done = regesta(quirks, "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_empty_archive_is_built(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", {}, {})
    assert build(folder) == 0
    assert (folder / "site/index.html").exists()


@pytest.mark.slow
def test_the_shipped_archive_builds_strictly(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    for name in ("content", "overrides"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([MKDOCS, "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    plain = tree(tmp_path / "site")
    assert regesta(tmp_path, "build", "--full", "--jobs", "2").returncode == 0
    assert tree(tmp_path / "site") == plain


@pytest.mark.slow
def test_every_format_becomes_a_page(tmp_path: Path) -> None:
    sources = {
        "page.html": PAGE.encode(),
        "letter.docx": word(),
        "mail.eml": MAIL,
        "paper.pdf": pdf("Words of the first page.", "Words of the second."),
        "scan.jpg": picture(),
        "both.txt": b"Report on the harbour\n\nIt is open.\n",
        "both.pdf": pdf("Report"),
        "broken.pdf": b"%PDF-1.4 cut off",
    }
    folder = write_archive(tmp_path / "archive", sources)
    done = regesta(folder, "build")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "content/sources/broken.pdf:1: is no PDF, or is damaged or protected by a password: "
        "save it again without a password, or give its text as .txt beside it"
    ]
    documents = folder / "site/documents"
    beside = {
        p.relative_to(documents).as_posix() for p in documents.rglob("*") if p.name.startswith(("source", "pict"))
    }
    assert beside == {
        "page/source.html.txt",
        "paper/source.pdf",
        "scan/picture.jpg",
        "both/source.txt",
        "both/source.pdf",
    }
    assert 'src="picture.jpg"' in (documents / "scan/index.html").read_text(encoding="utf-8")
    assert 'data-page="2"' in (documents / "paper/index.html").read_text(encoding="utf-8")
    published = everything_under(folder / "site")
    assert "mira@wire.example" not in published
    assert "struck out" not in published
