import zipfile
from io import BytesIO
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.disclose import in_file, in_text
from generator.model import Block, Document, Record
from tests.conftest import write_archive
from tests.read.test_formats import MAIL, pdf, word


def found(text: str) -> list[str]:
    return list(in_text(Record(Document("a"), (Block(1, "paragraph", text),), ("p-1",))))


def test_what_betrays_someone_in_a_text() -> None:
    assert found("From: Mira <mira@wire.example>")[0] == "a: ¶ 1: mail header: From: Mira <mira@wire.example>"
    assert "telephone number: +996 312 62 05 05" in found("Call +996 312 62 05 05 at noon")[0]
    assert "telephone number" in found("Tel. (0312) 62-05-05")[0]
    assert "position" in found("They met at 42.8746, 74.5698.")[0]
    assert found("On 10 January 2021 it counted 11,861,000 voters in 10,061 precincts.") == []


def test_what_a_word_document_carries_beside_its_text() -> None:
    made = list(in_file("a.docx", word()))
    assert made == ["a.docx: tracked changes"]
    target = BytesIO(word())
    with zipfile.ZipFile(target, "a") as parts:
        parts.writestr("word/comments.xml", "<c/>")
    assert "a.docx: comments" in list(in_file("a.docx", target.getvalue()))


def test_text_under_a_black_bar() -> None:
    painted = pdf("Olga Kay spoke.", paint="0 0 0 rg 70 695 40 16 re f")
    assert any("text under a black bar on page 1: Olga" in line for line in in_file("a.pdf", painted))
    assert list(in_file("a.pdf", pdf("Olga Kay spoke."))) == []


def test_the_command_lists_what_would_be_published(tmp_path: Path) -> None:
    sources = {"a.eml": MAIL, "b.eml": MAIL, "b.yml": "publish_file: true\n"}
    folder = write_archive(tmp_path / "archive", sources, {})
    done = CliRunner().invoke(main, ["check", "--privacy", "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code == 1
    assert "sources/b.eml: mail header: From: Mira Aldane" in done.output
    assert "sources/a.eml" not in done.output
