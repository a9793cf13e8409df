import pytest

from generator.model import Block, DateSpan, NameSpan, Place
from generator.recognise.citations import find_citations


def spans(text: str) -> tuple[list[NameSpan], list[DateSpan]]:
    names = []
    for words, entity in (("ODI", "organisations/odi"), ("Board", "organisations/board"), ("report", "kinds/report")):
        start = text.find(words)
        if start >= 0:
            names.append(NameSpan(Place(1, start, start + len(words), words), (entity,), "name"))
    start = text.index("4 May 2011")
    return names, [DateSpan(Place(1, start, start + 10, "4 May 2011"), "2011-05-04")]


@pytest.mark.parametrize(
    ("text", "publishers"),
    [
        ("the ODI's report of 4 May 2011", ("odi",)),
        ("the ODI's first interim report of 4 May 2011", ("odi",)),
        ("ODI report, 4 May 2011", ("odi",)),
        ("the ODI presented in Warsaw its report of 4 May 2011", ("odi",)),
        ("the report of 4 May 2011 by the ODI", ("odi",)),
        ("the Board answers the observers' report of 4 May 2011", ()),
        ("the ODI met. The report of 4 May 2011", ()),
    ],
)
def test_whose_document_is_spoken_of(text: str, publishers: tuple[str, ...]) -> None:
    names, dates = spans(text)
    found = [c for c in find_citations([Block(1, "paragraph", text)], names, dates) if c.form == "description"]
    assert [c.publishers for c in found] == [publishers]


KIND = "preliminary conclusions"


@pytest.mark.parametrize(
    ("text", "form", "quotes"),
    [
        ("See PC.DEC/1234 and A/RES/75/1; TCP/IP is none.", "symbol", ["PC.DEC/1234", "A/RES/75/1"]),
        ("See Document 21; an archive that sets no numbering has none.", "number", []),
        ("(UN doc. S/RES/248)", "symbol", ["S/RES/248"]),
        ("See https://a.example/b.", "address", ["https://a.example/b"]),
        (f"They spoke of the {KIND} of the mission.", "mention", [KIND]),
        (f"It published its first {KIND} then.", "mention", [KIND]),
        (f"There were {KIND} before.", "mention", []),
    ],
)
def test_spans_that_speak_of_another_document(text: str, form: str, quotes: list[str]) -> None:
    at = text.find(KIND)
    kind = NameSpan(Place(1, at, at + len(KIND), KIND), ("kinds/preliminary-statement",), "term")
    found = find_citations([Block(1, "paragraph", text)], [kind] if at >= 0 else [], [])
    assert [c.at.quote for c in found if c.form == form] == quotes
    for citation in find_citations([Block(1, "paragraph", text)], [kind] if at >= 0 else [], []):
        assert text[citation.at.start : citation.at.end] == citation.at.quote


@pytest.mark.parametrize(
    ("between", "kinds"), [(", entitled ", ("report",)), (" ", ("report",)), (" of the board said: ", ())]
)
def test_the_kind_that_introduces_a_title(between: str, kinds: tuple[str, ...]) -> None:
    text = f"The report{between}“On the state of things” was long."
    kind = NameSpan(Place(1, 4, 10, "report"), ("kinds/report",), "term")
    found = [c for c in find_citations([Block(1, "paragraph", text)], [kind], []) if c.form == "quoted-title"]
    assert [(c.at.quote, c.kinds) for c in found] == [("On the state of things", kinds)]
