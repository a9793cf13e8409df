"""Each format: its text, what it says of itself, and what is refused in a line."""

import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html as lxml_html
from PIL import Image

from generator.read import discover
from generator.read.files import READERS, Found, read
from generator.read.image import anew
from generator.read.limited import limited
from generator.read.parsed import Parsed, Unreadable
from generator.read.tree import blocks_of_tree
from generator.read.withhold import Withheld

RUSSIAN = "Миссия наблюдателей сообщила, что выборы в Норландии прошли спокойно и без нарушений.\n" * 3
PAGE = """<html lang="en"><head><title>Harbour opens | Harbour Wire</title>
<meta property="og:title" content="Harbour opens"><meta property="og:site_name" content="Harbour Wire">
<meta property="article:published_time" content="2012-08-21"><link rel="canonical" href="https://wire.example/1"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Harbour opens</h1>
<p>The harbour of Port Lumen was opened on Tuesday by the minister, who spoke for an hour about ships and men.</p>
<blockquote><p>Never has there been so long a speech in this town, said an old sailor who had come to see it.</p>
</blockquote><ul><li>One crane was built of steel from abroad.</li><li>Two piers were built of wood.</li></ul>
<script>alert(1)</script></article><footer>Copyright, contact, imprint</footer></body></html>"""
WORD = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>A letter</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve">Words </w:t></w:r><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del>'
    "<w:r><w:t>that stay.</w:t></w:r></w:p></w:body></w:document>"
)
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
MAIL = b"""From: Mira Aldane <mira@wire.example>
To: editor@wire.example
Subject: The harbour
Date: Tue, 21 Aug 2012 10:00:00 +0000
Content-Type: text/plain; charset=utf-8

The harbour was opened.

It rained.
"""


def word(document: str = WORD) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as parts:
        for name, text in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", document)):
            parts.writestr(name, text)
    return target.getvalue()


def pdf(*pages: str, paint: str = "") -> bytes:
    """A small PDF with a text layer."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    parts = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>endobj",
    ]
    parts.append("3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj")
    for n, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET {paint}" if text else ""
        parts.append(
            f"{4 + 2 * n} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {5 + 2 * n} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>endobj"
        )
        parts.append(f"{5 + 2 * n} 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj")
    made, table = "%PDF-1.4\n", "0000000000 65535 f \n"
    for part in parts:
        table += f"{len(made):010} 00000 n \n"
        made += part + "\n"
    count = len(parts) + 1
    trailer = f"trailer<</Root 1 0 R/Size {count}>>\nstartxref\n{len(made)}\n%%EOF"
    return f"{made}xref\n0 {count}\n{table}{trailer}".encode()


def picture(**more: object) -> bytes:
    target = BytesIO()
    Image.new("RGB", (8, 4), "red").save(target, "JPEG", **more)
    return target.getvalue()


def parsed(ending: str, raw: bytes) -> Parsed:
    return READERS[ending](raw, "a" + ending)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "mac-cyrillic"])
def test_text_in_any_encoding(encoding: str) -> None:
    made = parsed(".txt", RUSSIAN.encode(encoding))
    assert made.blocks[0].text == RUSSIAN.strip()
    assert bool(made.notes) == (encoding not in ("utf-8", "utf-8-sig"))


def test_mojibake_is_told_and_left_as_it_is() -> None:
    wrong = "Ingibjörg Gísladóttir".encode().decode("cp1252")
    made = parsed(".txt", wrong.encode())
    assert made.blocks[0].text == wrong
    assert "Ã" in made.notes[0] and "ö" in made.notes[0]


def test_a_web_page() -> None:
    made = parsed(".html", PAGE.encode())
    texts = [block.text for block in made.blocks]
    assert any(text.startswith("The harbour of Port Lumen was opened") for text in texts)
    assert "One crane was built of steel from abroad." in texts
    assert not any("Home" in text or "imprint" in text or "alert" in text for text in texts)
    assert {block.kind for block in made.blocks} >= {"paragraph", "quotation", "list"}
    assert made.said == {
        "title": "Harbour opens",
        "published": "2012-08-21",
        "original": "https://wire.example/1",
        "publisher": "Harbour Wire",
    }


def test_a_word_document_without_what_was_struck_out() -> None:
    made = parsed(".docx", word())
    assert [block.text for block in made.blocks] == ["A letter", "Words that stay."]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Gözlemci heyeti, seçimlerin sakin geçtiğini bildirdi; şeffaf bir seçim oldu.", "cp1254"),
        ("Pozorovatelská mise uvedla, že volby proběhly klidně a bez porušení zákona, řekl předseda.", "cp1250"),
        ("Норландия Республикасының Орталық сайлау комиссиясы хабарлады.", "kz1048"),
        ("Привет, мир", "cp1251"),
        ("Привет, мир", "koi8-r"),
        ("Привет, мир", "cp866"),
        ("naïve café, he said", "cp1252"),
        ("The EU’s “free” vote – a review of £5 million, 20 °C, 3½ years © 2010", "cp1252"),
        ("Oświadczenie rządu", "cp1250"),
        ("Erklärung gemäß", "cp850"),
        ("日本政府は本日、選挙監視団の派遣を発表した。" * 3, "shift_jis"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    assert parsed(".txt", text.encode(encoding)).blocks[0].text == text


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- saved from url=(0026)https://wire.example/saved -->", {"original": "https://wire.example/saved"}),
        (
            "<!--\n Page saved with SingleFile\n url: https://wire.example/2\n saved date: Tue Jan 05 2021 10:00\n-->",
            {"original": "https://wire.example/2", "captured": "2021-01-05"},
        ),
        ("", {"original": "https://wire.example/1"}),
    ],
)
def test_a_saved_page_says_whence_and_when(comment: str, said: dict[str, str]) -> None:
    made = parsed(".html", PAGE.replace("<html", comment + "<html", 1).encode()).said
    assert {name: made[name] for name in ("original", "captured") if name in made} == said


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "Миссия сообщила, что выборы прошли спокойно.".encode("koi8-r"),
            "Миссия сообщила, что выборы прошли спокойно.",
        ),
        ("Ships came in.".encode("utf-16-le"), "Ships came in."),
        ("Суда пришли.".encode("utf-16-be"), "Суда пришли."),
        (b"Ships came in.\x1a", "Ships came in."),
        (
            b"Ships\x07 came in, and went out again on the same day.",
            "Ships\x07 came in, and went out again on the same day.",
        ),
    ],
)
def test_texts_as_old_machines_left_them(raw: bytes, text: str) -> None:
    assert parsed(".txt", raw).blocks[0].text == text


def test_a_mail_whose_lines_were_broken_by_its_program() -> None:
    head = b"Subject: x\nContent-Type: text/plain; charset=utf-8; format=flowed"
    assert parsed(".eml", head + b"\n\nThe code of \nconduct.\n").blocks[0].text == "The code of conduct."
    assert parsed(".eml", head + b"; delsp=yes\n\nThe code of con \nduct.\n").blocks[0].text == "The code of conduct."


def test_a_mail_in_an_unknown_charset_is_read_by_its_letters() -> None:
    mail = b"Subject: x\nContent-Type: text/plain; charset=x-unknown\n\nCaf\xe9 au lait.\n"
    assert parsed(".eml", mail).blocks[0].text == "Café au lait."


def test_a_mail_of_several_texts_gives_them_all() -> None:
    mail = (
        b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: text/plain\n\nFirst.\n--b\nContent-Type: text/plain\n\nCaf\xc3\xa9.\n"
        b'--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\nThird.\n--b--\n'
    )
    made = parsed(".eml", mail)
    assert [(block.number, block.text) for block in made.blocks] == [(1, "First."), (2, "Café.")]
    assert made.notes == ("has attachments that are not read: a.txt",)


def test_word_shows_its_fields_and_hides_what_is_hidden() -> None:
    runs = (
        '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>5 May 2015</w:t></w:r></w:fldSimple>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p></w:body>"
    )
    made = parsed(".docx", word(WORD.replace("</w:body>", runs)))
    assert made.blocks[-1].text == "5 May 2015"
    assert not any("secret" in block.text for block in made.blocks)


def test_a_page_says_when_it_came_out_only_in_its_metadata() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2012-08-21">', "")
    assert "published" not in parsed(".html", page.replace("Copyright", "Last updated 3 March 2018").encode()).said


def test_a_table_of_a_page_keeps_rows_and_cells() -> None:
    table = "<table><tr><th>Name</th><th>Votes</th></tr><tr><td>Mira Aldane</td><td>12</td></tr></table></article>"
    made = parsed(".html", PAGE.replace("</article>", table).encode())
    assert [block.text for block in made.blocks if block.kind == "table"] == ["Name\tVotes\nMira Aldane\t12"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Mira<br/>Aldane", "Mira Aldane"),
        ("<p>A</p><p>B</p>", "A B"),
        ("<ul><li>one</li><li>two</li></ul>", "one two"),
        ("a <b>b</b>c", "a bc"),
    ],
)
def test_a_cell_keeps_its_words_apart(cell: str, text: str) -> None:
    table = lxml_html.fromstring(f"<div><table><tr><td>{cell}</td><td>x</td></tr></table></div>")
    assert [block.text for block in blocks_of_tree(table)] == [f"{text}\tx"]


def test_two_breaks_part_paragraphs() -> None:
    page = lxml_html.fromstring("<div><p>One<br/>line.<br/><br/>Two.</p></div>")
    assert [block.text for block in blocks_of_tree(page)] == ["One\nline.", "Two."]


def test_a_page_says_how_much_of_it_was_left_out() -> None:
    footer = "Copyright of the wire, contact by mail, imprint, terms of use, privacy, cookies, jobs, and more"
    (note,) = parsed(".html", PAGE.replace("Copyright", footer).encode()).notes
    assert "were taken for menus" in note


def test_notes_of_a_word_document_bear_their_labels() -> None:
    notes = WORD.split("<w:body>")[0].replace("w:document", "w:footnotes") + (
        '<w:footnote w:id="2"><w:p><w:r><w:t>The log.</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Of 1990.</w:t></w:r></w:p></w:footnote>"
        '<w:footnote w:id="3"><w:p><w:r><w:t>At noon.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p></w:body>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": WORD.replace("</w:p></w:body>", marks),
        "word/_rels/document.xml.rels": RELATIONS.replace('officeDocument"', 'footnotes"').replace(
            "word/document", "footnotes"
        ),
        "word/footnotes.xml": notes,
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    made = parsed(".docx", target.getvalue())
    assert [(block.kind, block.text) for block in made.blocks[1:]] == [
        ("paragraph", "Words that stay.[1][2]"),
        ("note", "[1] The log.\nOf 1990."),
        ("note", "[2] At noon."),
    ]


def test_a_pdf_keeps_its_pages() -> None:
    made = parsed(".pdf", pdf("Words of the first page.", "Words of the second."))
    assert [(block.text, block.page) for block in made.blocks] == [
        ("Words of the first page.", 1),
        ("Words of the second.", 2),
    ]


def test_a_pdf_without_a_text_layer_asks_for_a_transcript() -> None:
    made = parsed(".pdf", pdf(""))
    assert made.blocks == ()
    assert "transcript" in made.notes[0]


def test_a_mail_gives_its_text_and_of_the_headers_subject_and_day() -> None:
    made = parsed(".eml", MAIL)
    assert [block.text for block in made.blocks] == ["The harbour was opened.", "It rained."]
    assert made.said == {"title": "The harbour", "published": "2012-08-21"}


def test_a_picture_loses_its_metadata() -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif[0x0112] = 6
    raw = picture(exif=exif)
    assert b"taken at home" in raw
    made = anew(raw, ".jpg")
    assert b"taken at home" not in made
    assert Image.open(BytesIO(made)).size == (4, 8)


@pytest.mark.parametrize(
    ("ending", "raw", "what"),
    [
        (".pdf", b"%PDF-1.4 cut off", "damaged"),
        (".docx", b"\xd0\xcf\x11\xe0 an old file", "password"),
        (".docx", word()[:200], "damaged"),
        (".docx", word("<w:document><unclosed>"), "damaged"),
        (".html", b"<html><body></body></html>", "no text"),
        (".eml", b"Subject: x\nContent-Type: image/png\n\nabc", "without a body"),
        (".jpg", b"no picture", "no picture"),
        (".txt", b"x" * (21 * 2**20), "21 MB"),
    ],
)
def test_what_cannot_be_read(ending: str, raw: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        parsed(ending, raw)


def sleep_long() -> None:
    time.sleep(60)


def fill_memory() -> int:
    return len(bytearray(2**31))


def test_a_conversion_may_take_no_more_than_its_share() -> None:
    with pytest.raises(Unreadable, match="time or memory"):
        limited(sleep_long, seconds=1)
    with pytest.raises(Unreadable, match="memory"):
        limited(fill_memory, megabytes=100)


def test_files_that_differ_in_the_ending_are_one_document(tmp_path: Path) -> None:
    sources = tmp_path / "content/sources"
    sources.mkdir(parents=True)
    (sources / "a.txt").write_text("Words.")
    (sources / "a.pdf").write_bytes(pdf("Words."))
    (sources / "a.jpg").write_bytes(picture())
    (sources / "a.eml").write_bytes(MAIL)
    found, problems = discover(sources, tmp_path / "content")
    assert not problems
    source = read(found[0], tmp_path / "content", Withheld())
    assert [file.path for file in source.files] == ["sources/a.pdf", "sources/a.jpg"]
    chosen = read(Found("a", found[0].path, {"publish_file": True}, found[0].others), tmp_path / "content", Withheld())
    assert len(chosen.files) == 3


def test_a_table_of_metadata(tmp_path: Path) -> None:
    sources = tmp_path / "content/sources"
    sources.mkdir(parents=True)
    for name in ("a.txt", "b.txt"):
        (sources / name).write_text("Words.")
    (sources / "b.yml").write_text("title: The curator's")
    (sources / "metadata.csv").write_text(
        "filename,Dublin Core:Title,dcterms:date,rightsstatement,Colour\n"
        "a.txt,First,2012-05,CC BY 4.0,red\nb.txt,Second,soon,,\n"
    )
    found, problems = discover(sources, tmp_path / "content")
    assert [dict(f.curated) for f in found] == [
        {"title": "First", "date": "2012-05", "licence": "CC BY 4.0"},
        {"title": "The curator's"},
    ]
    assert str(problems[0]).startswith("content/sources/metadata.csv:3: `soon` is no date")


def test_a_picture_that_is_none_costs_the_picture_alone(tmp_path: Path) -> None:
    sources = tmp_path / "content/sources"
    sources.mkdir(parents=True)
    (sources / "a.txt").write_text("Words.")
    (sources / "a.jpg").write_bytes(b"no picture")
    (found,), _ = discover(sources, tmp_path / "content")
    source = read(found, tmp_path / "content", Withheld())
    assert source.files == ()
    assert [(fault.path, fault.what) for fault in source.faults] == [
        ("content/sources/a.jpg", "is no picture, or is damaged or too large")
    ]


def test_a_picture_in_the_colours_of_print_is_converted() -> None:
    target = BytesIO()
    Image.new("CMYK", (4, 4)).save(target, "TIFF")
    assert Image.open(BytesIO(anew(target.getvalue(), ".tif"))).mode == "RGB"


def test_a_table_of_metadata_with_bad_rows(tmp_path: Path) -> None:
    sources = tmp_path / "content/sources"
    sources.mkdir(parents=True)
    (sources / "a.txt").write_text("Words.")
    (sources / "metadata.csv").write_text("filename,title,source\na.txt,T,box 5,more\n", encoding="utf-8")
    (found,), problems = discover(sources, tmp_path / "content")
    assert found.curated == {"title": "T"}
    assert [problem.line for problem in problems] == [2, 2]
