import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.errors import SourceError
from generator.model import WITHHELD as MARK
from generator.read import Found, Withheld, curators_word, discover, read
from generator.read.blocks import blocks_of
from generator.read.front_matter import split

MARKS = set("#>*-_=~+• \t")


@given(st.text(alphabet=st.sampled_from(list("ab.#>*-_=1) \n\r\t—é")), max_size=200))
@example(">1\r\r)")
def test_blocks_are_the_words_of_the_text_in_order(text: str) -> None:
    at = 0
    squeezed = "".join(text.replace(">", "").split())
    for block in blocks_of(text):
        words = "".join(block.text.replace(">", "").split())
        found = squeezed.find(words, at)
        assert found >= 0
        assert set(squeezed[at:found]) <= MARKS
        at = found + len(words)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# A title\n\nBody\nof it", [("heading", "A title"), ("paragraph", "Body\nof it")]),
        ("**One\nTwo**", [("heading", "One\nTwo")]),
        ("- a\n- b", [("list", "- a"), ("list", "- b")]),
        ("1. a\n2. b", [("list", "1. a"), ("list", "2. b")]),
        ("> said\n> he", [("quotation", "said\nhe")]),
        ("---\n\n-\n\nx", [("paragraph", "x")]),
        (
            "a[1] b\n\n[1] c\n\nd\n\n[2] e",
            [("paragraph", "a[1] b"), ("note", "[1] c"), ("paragraph", "d"), ("paragraph", "[2] e")],
        ),
        (
            "a[1] b[2]\n\n[1] c\n\nd\n\n[2] e",
            [("paragraph", "a[1] b[2]"), ("note", "[1] c"), ("note", "d"), ("note", "[2] e")],
        ),
        (
            "a[1]\n\n[1] c\n\nb[2]\n\n[2] e",
            [("paragraph", "a[1]"), ("note", "[1] c"), ("paragraph", "b[2]"), ("note", "[2] e")],
        ),
        ("a[^1]\n\n[^1]: c", [("paragraph", "a[^1]"), ("note", "[^1]: c")]),
        ("[1] first\n\n[2] second", [("paragraph", "[1] first"), ("paragraph", "[2] second")]),
        (
            "Ships came in\n\nat noon, went\n\nout again in\n\nevening of the\n\nsame day.\n\nIt rained.",
            [
                ("paragraph", "Ships came in\nat noon, went\nout again in\nevening of the\nsame day."),
                ("paragraph", "It rained."),
            ],
        ),
        (
            "  It rained on that day in town, and\nthe ships that had come went out,\nthey say, at noon.\n"
            "  Then the sun came out over it,\nand they all went home to houses\nand slept until the evening.",
            [
                (
                    "paragraph",
                    "It rained on that day in town, and\nthe ships that had come went out,\nthey say, at noon.",
                ),
                (
                    "paragraph",
                    "Then the sun came out over it,\nand they all went home to houses\nand slept until the evening.",
                ),
            ],
        ),
    ],
)
def test_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    assert [(b.kind, b.text) for b in blocks_of(text)] == blocks


def test_a_form_feed_begins_a_page_and_a_paragraph_runs_over_it() -> None:
    made = blocks_of("It rained in the town and\n\fthe ships came in.\n\nThen it stopped.\n\fThey left.")
    assert [(b.number, b.text, b.page) for b in made] == [
        (1, "It rained in the town and\nthe ships came in.", 1),
        (2, "Then it stopped.", 2),
        (3, "They left.", 3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Name\tVotes\nAldane\t12\nOkoro\t9",
        "| Name | Votes |\n|---|---|\n| Aldane | 12 |",
        "Aldane     12\nOkoro      9",
    ],
)
def test_a_table_keeps_its_lines(text: str) -> None:
    (block,) = blocks_of(text)
    assert block.lines
    assert block.text == text


@pytest.mark.parametrize(
    "text",
    ["---\n\n## A\n\n---\n\nB", "---\nplain words\n---\nB", "---\n---\nB", "From: x\nDate: y\n\nB"],
)
def test_what_is_no_mapping_is_no_front_matter(text: str) -> None:
    assert split(text, "a.txt") == ({}, text, ())


def test_front_matter_and_text_below_it() -> None:
    word, text, _ = split("---\ntitle: T\npublish_file: false\n---\n\nB\n", "a")
    assert word == {"title": "T", "publish_file": False}
    assert text.strip() == "B"


def test_fields_of_other_programs_are_told_and_passed_over() -> None:
    text = "---\ntitle: T\nlayout: post\ntags:\n  - a\n  - b\ndate: 2019-06-12 10:00:00 +0600\n---\nB"
    word, body, faults = split(text, "a.md")
    assert (word, body.strip()) == ({"title": "T", "date": "2019-06-12"}, "B")
    assert [(fault.line, fault.what) for fault in faults] == [
        (3, "`layout` is no field of a document"),
        (4, "`tags` is no field of a document"),
    ]


def test_a_mapping_that_knows_none_of_our_fields_is_text() -> None:
    text = "---\nKabul: quiet\nHerat: shelling reported\n---\nThe rest."
    assert split(text, "a.txt") == ({}, text, ())


@pytest.mark.parametrize(
    ("front", "line", "what"),
    [
        ("title: [", 3, "is no YAML"),
        ("title: a\nacces: b", 3, "`acces` is no field"),
        ("date: soon", 2, "is no date in EDTF"),
        ("title: a\naccess: maybe", 3, "must be one of"),
        ("open_from: 2030", 2, "is no day"),
        ("redact: Ann", 2, "must be a list"),
    ],
)
def test_broken_front_matter_is_told_with_its_line(front: str, line: int, what: str) -> None:
    with pytest.raises(SourceError) as fault:
        split(f"---\n{front}\n---\nB", "a.txt")
    assert fault.value.line == line
    assert what in str(fault.value)


def source(tmp_path: Path, text: str, withheld: Withheld = Withheld(), id: str = "a"):  # noqa: B008
    path = tmp_path / "content" / "sources" / "a.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    found = Found(id, path, curators_word(path, tmp_path / "content"))
    return read(found, tmp_path / "content", withheld)


def test_redaction_takes_every_form(tmp_path: Path) -> None:
    text = "---\ntitle: What IVÁN p. said\n---\n\nIván  P. spoke.\n\nIva\u0301n\nP. again, IVAN P.\n"
    found = source(tmp_path, text, Withheld("open", ("Iván P.",)))
    assert [b.text for b in found.blocks] == [f"{MARK} spoke.", f"{MARK} again, {MARK}"]
    assert found.curated["title"] == f"What {MARK} said"
    assert found.redacted and all(b.withheld for b in found.blocks)


@pytest.mark.parametrize(("quote", "id"), [("Olga", "a"), ("Ivan P.", "2021/ivan-p-story"), ("", "a")])
def test_redaction_fails_closed(tmp_path: Path, quote: str, id: str) -> None:
    with pytest.raises(SourceError) as fault:
        source(tmp_path, "Ivan P. spoke.", Withheld("open", (quote,)), id)
    assert "held back" in str(fault.value)
    assert not quote or quote not in str(fault.value)


def test_redaction_of_the_original_address(tmp_path: Path) -> None:
    text = "---\noriginal: https://x.example/olga-k\n---\nOlga K spoke."
    with pytest.raises(SourceError):
        source(tmp_path, text, Withheld("open", ("olga-k",)))


@pytest.mark.parametrize(
    ("raw", "what"), [(b"", "empty"), (b" \n", "empty"), (b"a\x00b", "binary"), (bytes(range(128, 256)), "encoding")]
)
def test_bytes_that_are_no_text(tmp_path: Path, raw: bytes, what: str) -> None:
    path = tmp_path / "content" / "sources" / "a.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    found, problems = discover(path.parent, tmp_path / "content")
    assert not found and what in str(problems[0])


def test_discover(tmp_path: Path) -> None:
    sources = tmp_path / "content" / "sources"
    (sources / "2021").mkdir(parents=True)
    for name in ("2021/A b.txt", "2021/a-b.txt", "c.md", "c.txt", "d.xyz", "e.yml", "f.txt", "f.yml"):
        (sources / name).write_text("title: x" if name.endswith("yml") else "Words.", encoding="utf-8")
    (sources / "out.txt").symlink_to("/etc/hostname")
    found, problems = discover(sources, tmp_path / "content")
    assert [f.id for f in found] == ["2021/a-b", "c", "f"]
    assert found[2].curated == {"title": "x"}
    said = "\n".join(map(str, problems))
    assert "its id `2021/a-b` is taken" in said
    assert [path.name for path in found[1].others] == ["c.txt"]
    for name in ("d.xyz", "e.yml", "out.txt"):
        assert f"content/sources/{name}:1: " in said


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Сергей Йокк", "Сергей Йокк met Сергеи\u0306 И\u0306окк."),
        ("Yıldız Işık", "Yıldız Işık, YILDIZ IŞIK."),
        ("Zyxwv Qrst", "Zyxwv Qrst, Zy\u200bxwv Qrst, Zyxwv Qr-\nst."),
        ("O'Hara Kay", "O'Hara Kay and O`HARA  KAY and O′Hara\nKay."),
    ],
)
def test_withheld_words_in_any_form(tmp_path: Path, quote: str, text: str) -> None:
    made = source(tmp_path, text, Withheld("open", (quote,)))
    assert made.blocks[0].text.count(MARK) == text.count(",") + text.count(" met ") + text.count(" and ") + 1
    assert not re.search(r"[Йй]окк|Qr|IŞIK|[kK]ay", made.blocks[0].text, re.IGNORECASE)


@pytest.mark.parametrize(
    "text",
    [
        "Zyxwv Qrst spoke.\n\nThere Zyxwv\n\nQrst left.",
        "Zyxwv Qrst spoke.\n\nSource: http://x.example/zyxwv-qrst",
        "Zyxwv Qrst spoke.\n\nSource: http://x.example/Zyxwv%20Qrst",
        "---\narchived: http://x.example/zyxwv-qrst\n---\nZyxwv Qrst spoke.",
    ],
)
def test_what_still_spells_withheld_words_is_held_back(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match="held back"):
        source(tmp_path, text, Withheld("open", ("Zyxwv Qrst",)))


@pytest.mark.parametrize(
    "text",
    [
        "---\naccess: hidden\n\nWords.",
        "---\naccess: hidden\n...\nWords.",
        "\n---\naccess: hidden\n---\nWords.",
        "---\n# note\nAccess: hidden\n---\n- [Words.",
        "---\nopen-from: 2030-01-01\n---\nWords.",
    ],
)
def test_front_matter_that_is_meant_and_is_none_stops_its_document(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError):
        source(tmp_path, text)


def test_rules_of_a_text_are_no_front_matter(tmp_path: Path) -> None:
    assert source(tmp_path, "---\n\nWords of a text.\n\n---\nMore.").blocks[0].text == "Words of a text."


@pytest.mark.parametrize("name", ["a.yaml", "a.YML", "a.txt.yml"])
def test_what_is_nearly_a_sidecar_holds_its_text_back(tmp_path: Path, name: str) -> None:
    sources = tmp_path / "content" / "sources"
    sources.mkdir(parents=True)
    (sources / "a.txt").write_text("Words.")
    (sources / name).write_text("access: hidden")
    found, problems = discover(sources, tmp_path / "content")
    assert not found
    assert str(problems[0]).startswith(f"content/sources/{name}:1: ")


def test_redactions_of_front_matter_and_sidecar_both_hold(tmp_path: Path) -> None:
    path = tmp_path / "content" / "sources" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\nredact: [{quote: One}]\n---\nWords.")
    path.with_suffix(".yml").write_text("redact: [{quote: Two}]")
    assert curators_word(path, tmp_path / "content")["redact"] == [{"quote": "One"}, {"quote": "Two"}]
