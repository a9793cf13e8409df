import json

from generator.address import source_name
from generator.authority import Authority, Person
from generator.csl import Archive
from generator.export import export
from generator.model import Block, Document, Record, SourceFile


def test_every_file_of_a_document() -> None:
    source = SourceFile("sources/a.md", "0" * 64)
    record = Record(Document("a", title="T", creator="p", source=source), (Block(1, "paragraph", "Words."),), ("p-1",))
    authority = Authority({"people/p": Person(id="p", folder="people", name="Pia")}, {}, "")
    made = dict(export([record], authority, Archive("Archive"), lambda _: b"# Words."))
    assert made["documents/a/source.md.txt"] == b"# Words."
    assert json.loads(made["data/documents.jsonl"])["title"] == "T"
    assert json.loads(made["data/paragraphs.jsonl"])["anchor"] == "p-1"
    assert json.loads(made["data/entities.jsonl"])["id"] == "people/p"
    assert made["data/links.jsonl"] == b""


def test_nothing_that_runs_in_a_browser_is_served_as_it_is() -> None:
    assert source_name("sources/a.SVG") == "source.svg.txt"
    assert source_name("sources/a.txt") == "source.txt"
