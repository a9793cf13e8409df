"""The ground floor: text, edtf, address, yamlfile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf
from generator.address import anchors, document_id, relative
from generator.render.dates import in_words
from generator.text import clip, fold, key, slug
from generator.yamlfile import YamlFault, read_yaml


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ingibjörg  Sólrún\nGísladóttir", "ingibjorg solrun gisladottir"),
        ("Nur‑Sultan’s", "nur-sultan's"),
        ("Йошкар ЁЛКА", "йошкар ёлка"),
        ("e\u0301a", "ea"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert key(text) == folded


@given(st.text())
def test_folded_spans_lead_back_into_the_text(text: str) -> None:
    folded = fold(text)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[at] in fold(text[start:end]).text or folded.text[at] == " "


@pytest.mark.parametrize(
    ("date", "span"),
    [
        ("2021-01-19", ("2021-01-19", "2021-01-19")),
        ("2021-02", ("2021-02-01", "2021-02-28")),
        ("156X", ("1560-01-01", "1569-12-31")),
        ("XXXX-05-15", None),
        ("[2015-03-24..2015-04-26]", ("2015-03-24", "2015-04-26")),
        ("[..2015-04-26]", (None, "2015-04-26")),
        ("{1999-10-10,1999-10-24}", ("1999-10-10", "1999-10-24")),
        ("2004-02-30", None),
        ("2020/2019", None),
        ("[1755..1756,1758]", ("1755-01-01", "1758-12-31")),
        ("[1755,soon,1758]", None),
    ],
)
def test_span(date: str, span: object) -> None:
    assert edtf.span(date) == span


@pytest.mark.parametrize(
    ("date", "fits"),
    [("XXXX-05-15", True), ("XXXX-02-30", False), ("2004-02-30", False), ("soon", False), ("2015-03~", True)],
)
def test_valid(date: str, fits: bool) -> None:
    assert edtf.valid(date) is fits


def test_years_of_an_open_span_is_the_known_end() -> None:
    assert edtf.years((None, "2015-04-26")) == (2015,)
    assert edtf.years(("2014-12-30", "2016-01-02")) == (2014, 2015, 2016)


def test_a_date_of_very_many_years_says_nothing_of_any_of_them() -> None:
    assert edtf.sure_years(edtf.span("1XXX")) == () and len(edtf.years(edtf.span("1XXX"))) == 1000
    assert edtf.sure_years(edtf.span("199X")) == tuple(range(1990, 2000))
    assert edtf.sure_years(("1990-01-01", "2019-12-31")) and not edtf.sure_years(("1990-01-01", "2020-01-01"))


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2021-01-19", "19 January 2021"),
        ("XXXX-05-15", "15 May, year unknown"),
        ("[2015-03-24..2015-04-26]", "between 24 March 2015 and 26 April 2015"),
        ("[2015-03-24..]", "not before 24 March 2015"),
        ("156X", "1560s"),
        ("15XX~", "about between 1500 and 1599"),
        (None, "undated"),
        ("[1755,1757,1758]", "1755 or 1757 or 1758"),
        ("[1755..1756,1758]", "between 1755 and 1756, or 1758"),
        ("[1755,1758..]", "1755, or not before 1758"),
        ("{1755..1757}", "1755–1757 (each)"),
        ("{1755..1756,1758}", "1755–1756 (each), and 1758"),
        ("{1755-11-01..1755-11-05}", "1 November 1755 – 5 November 1755 (each)"),
        ("1755-XX-06", "6th of an unknown month, 1755"),
        ("XXXX-XX-22", "22nd of an unknown month, year unknown"),
        ("175X-11-06", "6 November, 1750s"),
        ("175X-11", "November, 1750s"),
        ("1XXX-11-XX", "November, between 1000 and 1999"),
        ("1755-11-XX?", "probably November 1755"),
        ("1755-XX-XX", "1755"),
    ],
)
def test_in_words(date: str | None, words: str) -> None:
    assert in_words(date) == words
    assert edtf.humane(date) == words


@pytest.mark.parametrize(
    ("path", "id"),
    [("2021/Kabar 2021-01-19.txt", "2021/kabar-2021-01-19"), ("Выборы/Łódź (1).md", "vybory/lodz-1")],
)
def test_document_id(path: str, id: str) -> None:
    assert document_id(path) == id


def test_anchors_fold_white_space_and_count_repetitions() -> None:
    first, second, third = anchors(["One  two", "One\ntwo", "three"])
    assert first.startswith("p-") and len(first) == 8
    assert second == f"{first}-2"
    assert third != first


def test_relative() -> None:
    assert relative("documents/2021/a/index.md", "people/x/index.md") == "../../../people/x/index.md"


def test_slug_and_clip() -> None:
    assert slug("Тоқаев’s “Łódź”") == "toqaevs-lodz"
    assert clip("one two three", 9) == "one two…"


def test_yaml_keeps_what_is_written() -> None:
    data, lines, duplicates = read_yaml("a: NO\nb: 0123\nc: 12:30:00\nd: 1976-13-40\na: twice\ne:\n")
    assert data == {"a": "NO", "b": "0123", "c": "12:30:00", "d": "1976-13-40", "e": None}
    assert lines[("d",)] == 4
    assert duplicates == [(("a",), 5)]


@pytest.mark.parametrize("text", ["a: [1", "a: b: c", "\tx", "[" * 200])
def test_yaml_faults_know_their_line(text: str) -> None:
    with pytest.raises(YamlFault) as fault:
        read_yaml(text)
    assert fault.value.line >= 1


def test_an_alias_in_yaml_may_stand_for_a_word_alone() -> None:
    assert read_yaml("a: &x one\nb: *x\n")[0] == {"a": "one", "b": "one"}
    with pytest.raises(YamlFault, match="alias"):
        read_yaml("a: &a [x, x]\nb: [*a, *a]\n")


def test_there_is_no_year_0_and_no_half_of_a_character() -> None:
    assert edtf.span("0000") is None and edtf.span("0000/2000") is None
    assert edtf.span("000X") == ("0001-01-01", "0009-12-31")
    assert read_yaml('a: "x \\ud83d\\ude00"\nb: "\\ud83d"\n')[0] == {"a": "x 😀", "b": "�"}
