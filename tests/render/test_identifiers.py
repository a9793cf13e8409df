import pytest

from generator.render.identifiers import identifier


@pytest.mark.parametrize(
    ("register", "value", "made"),
    [
        ("wikidata", "Q42", ("Wikidata", '<a href="https://www.wikidata.org/entity/Q42" rel="external">Q42</a>')),
        ("wikidata", 'Q42" onclick="x', ("Wikidata", 'Q42" onclick="x')),
        ("Local", "<b>7</b> [x](y)", ("Local", "&#60;b&#62;7&#60;/b&#62; &#91;x&#93;(y)")),
        ("web", "javascript:alert(1)", ("Web", "javascript:alert(1)")),
        (
            "web",
            "https://example.org/a_b?x=1&y=2",
            (
                "Web",
                '<a href="https://example.org/a&#95;b?x=1&amp;y=2" rel="external">https://example.org/a&#95;b?x=1&#38;y=2</a>',
            ),
        ),
    ],
)
def test_an_identifier_is_a_link_only_where_its_address_is_sure(register, value, made) -> None:
    assert identifier(register, value) == made
