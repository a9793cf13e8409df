"""The terms of a search: which forms of a word meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.terms import folded, sound, stem, stems, surname, terms_of, terms_of_names, words

LANGUAGES = ("en", "ru", "kk", "ky", "tr")


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("election", "elections")),
        ("en", ("observe", "observed", "observing")),
        ("ru", ("выборы", "выборов", "выборам")),
        ("ru", ("комиссия", "комиссии", "комиссию")),
        ("kk", ("Қазақстан", "Қазақстанда", "Қазақстанның", "Казакстан")),
        ("kk", ("Тоқаев", "Тоқаевтың", "Тоқаевқа")),
        ("ky", ("Кыргызстан", "Кыргызстандын", "Кыргызстанда")),
        ("ky", ("Бишкек", "Бишкекте", "Бишкектеги")),
        ("tr", ("Kazakistan", "Kazakistanda", "Kazakistandan")),
        ("tr", ("seçim", "seçimler", "seçimlerinde")),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: tuple[str, ...]) -> None:
    assert len({stem(folded(form), language) for form in forms}) == 1


def test_letters_that_keyboards_lack_are_those_that_stand_for_them() -> None:
    assert [folded(word) for word in ("Łódź", "Gísladóttir", "Straße", "Ёлкин", "Қаңтар", "İstanbul")] == [
        "lodz",
        "gisladottir",
        "strasse",
        "елкин",
        "кантар",
        "istanbul",
    ]


def test_no_row_of_endings_takes_long() -> None:
    assert next(words("x'" + "нанда" * 400 + "ж")) == "x"


def test_an_ending_behind_an_apostrophe_or_a_hyphen_is_no_word() -> None:
    assert list(words("Tokayev's Kazakistan'daki ЕҚЫҰ-ның O’Brien co-author Алма-Ата l’ONU")) == [
        *("Tokayev", "Kazakistan", "ЕҚЫҰ", "O", "Brien", "co", "author", "Алма", "Ата", "l", "ONU")
    ]


def test_cases_of_a_russian_surname() -> None:
    assert {surname(form) for form in ("токаев", "токаева", "токаеву", "токаевым")} == {"токаев"}
    assert surname("мир") is None


@pytest.mark.parametrize(
    "names",
    [
        ("Tokayev", "Tokaev", "Toqaev", "Токаев"),
        ("Japarov", "Zhaparov", "Жапаров", "Джапаров"),
        ("Gísladóttir", "Гисладоттир"),
        ("Murphy", "Мерфи"),
        ("Haraszti", "Харасти"),
    ],
)
def test_spellings_of_a_name_sound_alike(names: tuple[str, ...]) -> None:
    assert len({sound(folded(name)) for name in names}) == 1 and sound(folded(names[0]))


def test_a_short_name_or_a_figure_has_no_sound() -> None:
    assert sound("osh") is None
    assert sound("b52") is None


def test_terms_of_a_text_are_stems_and_the_sounds_of_names() -> None:
    assert sorted(terms_of("The elections in Łódź", "en")) == ["electǂ", "ladsǀ", "lodzǂ"]


def test_names_of_which_the_machine_alone_says_so_are_marked_and_have_no_sound() -> None:
    made = terms_of_names(["Tokayev"], LANGUAGES, confirmed=False)
    assert made == ["tokayevǁǃ", "tokayevǂǃ"]
    assert "takavǀ" in terms_of_names(["Tokayev"], LANGUAGES, confirmed=True)


def test_a_query_has_the_stem_of_each_language_that_writes_its_letters() -> None:
    assert set(stems("Токаева", LANGUAGES)) >= {"токаеваǂ", "токаевǂ", "токаевǁ"}
    assert "electǂ" in stems("elections", LANGUAGES)


@given(st.text(max_size=60))
def test_whatever_the_text_terms_are_made(text: str) -> None:
    for term in terms_of(text, "ru"):
        assert term[-1] in "ǂǁǀ" and not any(map(str.isspace, term))
