"""The order of headings and the letter that each stands under, by the language of the site."""

import pytest

from generator.collation import letter, sort_key


def in_order(language: str, words: str) -> str:
    return " ".join(sorted(words.split(), key=lambda word: sort_key(word, language)))


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("en", "9a Åa “Ata” Can Çan Cz Iğdır Ilıca İzmir Łódź Lz Øre Oz Şa Ta Ёлка Жук"),
        ("tr", "Can Cz Çan Da Hz Iğdır Ilıca İzmir Oz Öz Sz Şa Ta Zü"),
        ("ru", "9 Елка Ёлка Ель Жук Anna Ωmega"),
        ("kk", "Ая Әа Бә Ка Қа Уа Ұя Үй Фа Ыз Ылғал Ірі Ьа"),
        ("ky", "Ня Ңы Оя Өз Уя Үй Anna"),
        ("sv", "Zz Åa Äa Öa"),
    ],
)
def test_order(language: str, ordered: str) -> None:
    assert in_order(language, " ".join(reversed(ordered.split()))) == ordered


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("en", {"İzmir": "I", "ıl": "I", "Çan": "C", "Łódź": "L", "Øre": "O", "Ёлка": "Е", "Йод": "Й", "“Ata”": "A"}),
        ("tr", {"izmir": "İ", "Iğdır": "I", "ıl": "I", "Çan": "Ç", "Can": "C", "Łódź": "L"}),
        ("kk", {"Ұя": "Ұ", "Ірі": "І", "Ёлка": "Е"}),
        ("en", {"9 a": "0–9", "—": "…", "": "…"}),
    ],
)
def test_letter(language: str, letters: dict[str, str]) -> None:
    assert {words: letter(words, language) for words in letters} == letters


def test_headings_of_one_letter_stand_together() -> None:
    words = ("Çan Can Åa Aa Łódź Lz Şa Sz ıa İa Iz Ёа Еб Öz Oz Üa Ua", "Æa 9 “B” Ba")
    several = " ".join(words).split()
    for language in ("en", "tr", "ru", "kk", "sv", "pl"):
        heads = [letter(word, language) for word in sorted(several, key=lambda word: sort_key(word, language))]
        runs = [head for n, head in enumerate(heads) if n == 0 or heads[n - 1] != head]
        assert len(runs) == len(set(runs)), language
