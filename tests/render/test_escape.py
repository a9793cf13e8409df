"""Text in, page, text out: the same."""

import html
import html.parser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authority import Authority
from generator.model import Block, Document, Mention, Place, Record
from generator.render.body import body
from generator.render.escape import element_text, web_address
from generator.render.front import front_matter
from generator.render.links import Links

EXTENSIONS = ["attr_list", "md_in_html", "tables", "footnotes", "admonition", "def_list", "abbr", "toc", "fenced_code"]


class Words(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []
        self.numbers = 0

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if {("class", "r-n"), ("href", "#p-000000")} <= set(attrs):
            self.numbers += 1
            return
        self.tags.append(tag)
        if tag == "br":
            self.found.append(" ")


def page_of(text: str) -> Words:
    record = Record(Document("a"), (Block(1, "paragraph", text),), ("p-000000",))
    made = body(record, "documents/a/index.md", Links({}), Authority())
    words = Words()
    words.feed(markdown.markdown(f'<div markdown="1">\n\n{made}\n\n</div>', extensions=EXTENSIONS))
    words.close()
    return words


NASTY = list("ab1 .\n*_`[](){}<>&#!|~^=+-:\\\"'/$@;%é\u00a0—")


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=st.sampled_from(NASTY), min_size=1, max_size=60).filter(lambda t: bool(t.strip())))
def test_text_in_is_text_out(text: str) -> None:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    text = "\n".join(lines)
    page = page_of(text)
    assert "".join("".join(page.found).split()) == "".join(text.split())
    assert set(page.tags) <= {"div", "p", "br"}
    assert page.numbers == 1


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "# no heading",
        "1. no list",
        "    no code",
        "*[HTML]: no abbreviation",
        "[^1]: no footnote",
        "!!! note",
        "{: #x onclick=alert(1) }",
        "Term\n:   no definition",
        "| a | b |\n|---|---|",
        "http://a.example/_b_*c*",
        "&lt;b&gt; &#65; &amp;",
        "a\u2028b",
        "[[[[[[[[[[[[[[[[[[[[",
    ],
)
def test_nothing_of_a_source_becomes_markup(text: str) -> None:
    page = page_of(text)
    assert "".join("".join(page.found).split()) == "".join(text.split())
    assert set(page.tags) <= {"div", "p", "br"}


def test_control_characters_are_shown() -> None:
    assert "".join(page_of("a\x02b\x03c").found).strip() == "a\u2402b\u2403c"


def test_plain_prose_stays_readable() -> None:
    record = Record(Document("a"), (Block(1, "paragraph", "The Board (BOE) met at 10:05; 5% came."),), ("p-0",))
    assert body(record, "p", Links({}), Authority()).startswith("The Board (BOE) met at 10:05; 5% came.\n[](#p-0){ ")


def test_front_matter_takes_only_what_is_allowed_and_escapes_it() -> None:
    made = front_matter(title='A <b> "x"\n---\nevil: 1', template="document.html", evil="x")
    assert made == '---\ntitle: "A &lt;b&gt; &quot;x&quot; --- evil: 1"\ntemplate: "document.html"\n---\n\n'


def test_an_exclamation_mark_before_a_name_makes_no_picture_of_it() -> None:
    block = Block(1, "paragraph", "Vote!Wire and Wire!")
    mention = Mention("organisations/w", Place(1, 5, 9, "Wire"), "name", "stated", 0.9)
    links = Links({"documents/a/index.md": frozenset(), "organisations/w/index.md": frozenset()})
    record = Record(Document("a"), (block,), ("p-1",), (mention,))
    made = body(record, "documents/a/index.md", links, Authority({}, {}, ""))
    assert made.startswith("Vote&#33;[Wire](")


@pytest.mark.parametrize("words", ["[click](javascript:alert(1))", "![x](https://evil.example/t.png)", "**b** `c` <i>"])
def test_words_in_an_element_within_markdown_are_just_these_words(words: str) -> None:
    made = markdown.markdown(f'Text <span class="r-meta">{element_text(words)}</span>', extensions=EXTENSIONS)
    assert "<a" not in made and "<img" not in made and "<strong" not in made
    assert words in "".join(html.unescape(made).split("\n"))


@pytest.mark.parametrize(
    ("address", "made"),
    [
        ("https://b.example/a%20b?c=é#d", "https://b.example/a%20b?c=é#d"),
        ("https://b.example/<a>[1] {x}\\^`", "https://b.example/%3Ca%3E%5B1%5D%20%7Bx%7D%5C%5E%60"),
        ("http://[::1]/100%", "http://[::1]/100%25"),
        ("box 7", "box%207"),
    ],
)
def test_an_address_of_the_web_holds_nothing_that_none_may(address: str, made: str) -> None:
    assert web_address(address) == made
