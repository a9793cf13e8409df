"""The words of the interface in the languages of its catalogues."""

import pytest

from generator.model import Evidence
from generator.render.dates import in_words
from generator.render.facts import why
from generator.render.languages import language_name
from generator.render.words import capital, speaking, told, withheld
from tests.render.catalogues import LANGUAGES, catalogue, words_of_the_interface


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing(language: str) -> None:
    held = catalogue(language)
    missing = []
    for words in dict.fromkeys(words_of_the_interface()):
        message = held.get(words if isinstance(words, str) else words[0])
        said = [message.string] if message and isinstance(message.string, str) else message.string if message else [""]
        if not all(said):
            missing.append(words)
    assert not missing, "run `make catalogues`, and translate these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_the_same(language: str) -> None:
    import re

    for message in catalogue(language):
        if not message.id or not message.string or not any(message.string):
            continue
        asked = set(re.findall(r"{\w*}", message.id if isinstance(message.id, str) else message.id[1]))
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        for string in strings:
            assert set(re.findall(r"{\w*}", string)) <= asked, message.id
        assert set(re.findall(r"{\w*}", strings[-1])) == asked, message.id


@pytest.mark.parametrize(
    ("language", "date", "words"),
    [
        ("ru", "2021-01-19", "19 января 2021\u202fг."),
        ("kk", "2021-01-19", "2021\u202fж. 19 қаңтар"),
        ("ky", "2021-01", "2021-ж., январь"),
        ("tr", "2021-01-19", "19 Ocak 2021"),
        ("en", "2021-01-19", "19 January 2021"),
        ("en", "XXXX-05-15", "15 May, year unknown"),
        ("ru", "XXXX-05-15", "15 мая, год неизвестен"),
        ("ru", "1755-XX-06", "6-е число неизвестного месяца, 1755"),
        ("ru", "175X-11-06", "6 ноября, 1750-е годы"),
        ("kk", "1755-XX-06", "белгісіз айдың 6-күні, 1755"),
        ("ky", "1755-XX-06", "белгисиз айдын 6-күнү, 1755"),
        ("tr", "1755-XX-06", "bilinmeyen bir ayın 6. günü, 1755"),
        ("tr", "1XXX-11-XX", "Kasım, 1000 ile 1999 arasında"),
        ("ru", "[1755..1756,1758]", "между 1755 и 1756, либо 1758"),
    ],
)
def test_dates(language: str, date: str, words: str) -> None:
    with speaking(language):
        assert in_words(date) == words


def test_languages() -> None:
    with speaking("ru"):
        assert (language_name("kk"), language_name("xx")) == ("казахский", "xx")
    assert language_name("ky") == "Kyrgyz"


def test_reasons_keep_their_figures() -> None:
    with speaking("ru"):
        words = told("14 words, word for word")
    assert words.startswith("14 ") and "word" not in words
    assert told("It {is} “so”") == "It {is} “so”"


def test_words_quoted_in_a_reason_bear_the_marks_of_the_language() -> None:
    reason = "Its text names the body, the kind and the date: “the report of May”"
    assert told(reason) == reason
    with speaking("ru"):
        assert told(reason).endswith("«the report of May»")
    evidence = Evidence("heading", "stated", "Count of “votes”", 1)
    assert why(evidence).endswith(": “Count of “votes””")
    with speaking("ru"):
        assert why(evidence).endswith(": «Count of “votes”»")


def test_the_mark_of_withholding_speaks_the_language_of_the_site() -> None:
    spoken = {"en": "[name withheld]", "ru": "[имя скрыто]", "tr": "[ad gizlendi]"}
    for language, mark in spoken.items():
        with speaking(language):
            assert withheld("Then [name withheld] spoke.") == f"Then {mark} spoke."


def test_a_capital_is_that_of_the_language() -> None:
    assert (capital("interim report"), capital("ölçü"), capital("")) == ("Interim report", "Ölçü", "")
    with speaking("tr"):
        assert capital("ihtiyaç raporu") == "İhtiyaç raporu"


def test_no_words_are_no_words_in_any_language() -> None:
    with speaking("ru"):
        assert told("") == ""
