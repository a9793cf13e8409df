from generator.authority import Authority, Organisation
from generator.model import Block
from generator.recognise.names import NameFinder

WIRE = {"organisations/w": Organisation(id="w", folder="organisations", name="wire")}


def test_a_word_in_a_web_address_names_nobody() -> None:
    block = Block(1, "paragraph", "The wire: <https://x.example/the-wire/1> and www.wire.example, a wire.")
    found = [span.at.start for span in NameFinder(Authority(WIRE, {}, "")).find(block)]
    assert found == [4, 65]
