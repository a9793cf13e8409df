import pytest

from generator.model import Block
from generator.recognise.languages import LanguageFinder
from generator.settings import Settings

EN = "The mission of observers said that the vote had been calm, and thanked the commission for its help."
RU = "Миссия наблюдателей сообщила, что голосование прошло спокойно, и поблагодарила комиссию за помощь."
KK = "Байқаушылар миссиясы дауыс беру тыныш өткенін хабарлап, комиссияға көмегі үшін алғыс айтты."
KY = "Байкоочулар миссиясы добуш берүү тынч өткөнүн билдирип, комиссияга жардамы үчүн ыраазычылык айтты."
TR = "Gözlemci heyeti oylamanın sakin geçtiğini bildirdi ve yardımı için kurula teşekkür etti."
NAMES = "Mira Aldane, Tess Okoro"


def blocks(*texts: str) -> list[Block]:
    return [Block(number, "paragraph", text) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("texts", "main", "each"),
    [
        ((EN, RU, EN, NAMES), "en", ("en", "ru", "en", None)),
        ((KK, KK, EN), "kk", ("kk", "kk", "en")),
        ((KY, TR, KY), "ky", ("ky", "tr", "ky")),
        (("12", "—"), None, (None, None)),
    ],
)
def test_the_language_of_each_block(texts: tuple[str, ...], main: str | None, each: tuple[str | None, ...]) -> None:
    finder = LanguageFinder(Settings(languages=("en", "ru", "kk", "ky", "tr")))
    assert finder.find(blocks(*texts)) == (main, each)


def test_an_archive_of_one_language_may_hold_a_text_in_another_script() -> None:
    finder = LanguageFinder(Settings(languages=("en",)))
    assert finder.find(blocks(EN))[0] == "en"
    assert finder.find(blocks(RU))[0] == "ru"
    french = (
        "La mission d'observation a constaté que le scrutin s'était déroulé dans le calme, et a remercié la commission."
    )
    assert finder.find(blocks(french))[0] == "fr"
