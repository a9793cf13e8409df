import re
from dataclasses import replace
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

from generator.address import anchors
from generator.authority import Authority, Organisation, Place
from generator.model import Abbreviation, Block, Document, Mention, Record
from generator.model import Place as At
from generator.render.body import body
from generator.render.links import Links
from generator.render.lists import passage
from generator.render.passages import InText, Mark
from generator.render.words import speaking


def record(*blocks: Block) -> Record:
    return Record(Document("a"), blocks, anchors(block.text for block in blocks))


def test_a_mark_leads_to_its_note_and_the_note_back() -> None:
    made = record(
        Block(1, "paragraph", "It rained.[1] The sun came.[2]"),
        Block(2, "note", "[1] In the morning.[2]"),
        Block(3, "note", "[2] At noon."),
    )
    text, first, second = body(made, "documents/a/index.md", Links({}), Authority()).split("\n\n")
    here, there, end = made.anchors
    assert (
        f"rained.[&#91;1&#93;](#{there}){{ .r-note-mark }} The sun came.[&#91;2&#93;](#{end}){{ .r-note-mark }}" in text
    )
    assert first.startswith(f"[&#91;1&#93;](#{here}){{ .r-note-mark }} In the morning.[&#91;2&#93;](#{end})")
    assert second.startswith(f"[&#91;2&#93;](#{here}){{ .r-note-mark }} At noon.")
    assert ".r-note" in second


def test_an_abbreviation_is_explained_within_a_link() -> None:
    made = record(Block(1, "paragraph", "The ABC and the XYZ met."))
    mention = Mention("places/b", At(1, 0, 7, "The ABC"), "abbreviation", "inferred", 0.9)
    uses = (
        Abbreviation("ABC", "A [Big] *City*", At(1, 4, 7, "ABC"), "list"),
        Abbreviation("XYZ", "Ex", At(1, 16, 19, "XYZ"), "list"),
    )
    made = Record(made.document, made.blocks, made.anchors, (mention,), uses)
    authority = Authority({"places/b": Place(id="b", folder="places", name="B")})
    links = Links({"places/b/index.md": frozenset()})
    shown = markdown(body(made, "documents/a/index.md", links, authority), extensions=["attr_list", "md_in_html"])
    assert (
        'The <abbr title="A &#91;Big&#93; &#42;City&#42;">ABC</abbr></a> and the <abbr title="Ex">XYZ</abbr>' in shown
    )


def test_a_block_in_another_language_says_so() -> None:
    made = record(Block(1, "paragraph", "Gözlemci heyeti", language="tr"))
    assert ' lang="tr"' in body(made, "documents/a/index.md", Links({}), Authority())


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab *_[]<>&.!#1\n-", max_size=12), min_size=3, max_size=5))
def test_the_words_of_the_page_are_those_of_the_source_around_each_mention(parts: list[str]) -> None:
    text = "x" + "Brussels".join(parts) + "x"
    places = [match.span() for match in re.finditer("Brussels", text)]
    mentions = tuple(Mention("places/b", At(1, *place, "Brussels"), "name", "stated", 1.0) for place in places)
    made = record(Block(1, "paragraph", text))
    made = Record(made.document, made.blocks, made.anchors, mentions)
    authority = Authority({"places/b": Place(id="b", folder="places", name="B")})
    links = Links({"places/b/index.md": frozenset()})
    shown = markdown(body(made, "documents/a/index.md", links, authority), extensions=["attr_list", "md_in_html"])
    assert unescape(re.sub("<[^>]+>", "", shown)).split() == text.split()


@settings(deadline=None)
@given(st.text(alphabet="ab *_[]<>&.!#1(){}\n-", min_size=1, max_size=40), st.data())
def test_signs_and_links_of_relations_add_no_words(text: str, data: st.DataObject) -> None:
    text = f"x{text}x"
    spots = data.draw(st.lists(st.integers(0, len(text)), max_size=4))
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))))
    reference = [Mark(start, end, "[", '](b.md){ .r-ref title="Refers to" }', 0)] if text[start:end].strip() else []
    points = [(spot, '[](b.md){ .r-from aria-label="Quoted" }') for spot in spots]
    made = record(Block(1, "paragraph", text))
    shown = body(made, "documents/a/index.md", Links({}), Authority(), InText({1: reference}, {1: points}))
    page = markdown(shown, extensions=["attr_list", "md_in_html"])
    assert "".join(unescape(re.sub("<[^>]+>", "", page)).split()) == "".join(text.split())
    assert page.count('class="r-from"') == len(spots)


def test_a_sign_within_a_link_stands_behind_it() -> None:
    made = record(Block(1, "paragraph", "In Brussels!"))
    mention = Mention("places/b", At(1, 3, 11, "Brussels"), "name", "stated", 1.0)
    made = Record(made.document, made.blocks, made.anchors, (mention,))
    authority = Authority({"places/b": Place(id="b", folder="places", name="B")})
    links = Links({"places/b/index.md": frozenset()})
    shown = body(made, "documents/a/index.md", links, authority, InText(points={1: [(7, "[](b.md){ .r-from }")]}))
    assert re.match(r"In \[Brussels\]\([^)]*\)\{[^}]*\}\[\]\(b\.md\)\{ \.r-from \}!", shown)


def test_the_mark_of_withholding_is_in_the_language_of_the_site_where_words_are_withheld() -> None:
    made = record(
        Block(1, "paragraph", "Then [name withheld] spoke.", withheld=True),
        Block(2, "paragraph", "The source has [name withheld] itself."),
    )
    with speaking("ru"):
        text = body(made, "documents/a/index.md", Links({}), Authority())
        assert passage(made, At(1, 0, 4, "Then")) == ("", "Then", " [имя скрыто] spoke.")
    assert 'Then <span lang="ru">&#91;имя скрыто&#93;</span> spoke.' in text
    assert "The source has &#91;name withheld&#93; itself." in text


def test_a_former_name_is_told_also_where_only_the_authority_file_has_brackets() -> None:
    former = [{"name": "Union of Observers (Union)", "from": "2009", "to": "2021"}]
    entry = {"id": "league", "folder": "organisations", "name": "League of Observers", "former": former}
    authority = Authority({"organisations/league": Organisation.model_validate(entry)})
    links = Links({"organisations/league/index.md": ""})
    for said, told in (("Union of Observers", True), ("Union of Observers (Union)", True), ("Observers", False)):
        made = record(Block(1, "paragraph", said))
        mention = Mention("organisations/league", At(1, 0, len(said), said), "name", "stated", 1.0)
        shown = body(replace(made, mentions=(mention,)), "documents/a/index.md", links, authority)
        assert ("a name that it bore before" in shown) is told
