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
        ("the Board answers the observers' report of 4 May 2011", None),
        ("the ODI met. The report of 4 May 2011", None),
    ],
)
def test_whose_document_is_spoken_of(text: str, publishers: tuple[str, ...] | None) -> None:
    names, dates = spans(text)
    found = [c for c in find_citations([Block(1, "paragraph", text)], names, dates) if c.form == "description"]
    assert [c.publishers for c in found] == ([publishers] if publishers else [])
