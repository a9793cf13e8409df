from generator.authority import Authority, Expansion, Person
from generator.model import Block, Document, Mention, Place, Record
from generator.recognise.suggest import suggest
from generator.sidecar import suggestions_in_yaml
from generator.yamlfile import read_yaml

ALDANE = Person(id="aldane", folder="people", name="Mira Aldanov", sort="Aldanov, Mira")
TEXTS = (
    "Envoy Kai Lundgren met the Board of Ships in Port Lumen. Lundgren thanked the Board of Ships.",
    "They saw Kai Lundgren. However, thirty came. Thirty left. In Quay they met Mira Aldanoff and Mira Aldanoff.",
    "На встрече был Кай Лундгрен, и Мира Алданова.",
)


def records() -> list[Record]:
    made = []
    for number, text in enumerate(TEXTS):
        block = Block(1, "paragraph", text)
        at = text.find("Port Lumen")
        mentions = (
            (Mention("places/lumen", Place(1, at, at + 10, "Port Lumen"), "name", "stated", 1.0),) if at > 0 else ()
        )
        made.append(Record(Document(f"d{number}"), (block,), ("p-1",), mentions))
    return made


def test_suggestions() -> None:
    found = {s.name: s for s in suggest(records(), Authority({ALDANE.key: ALDANE}))}
    assert "Port Lumen" not in found
    assert "Thirty" not in found
    assert (found["Kai Lundgren"].count, len(found["Kai Lundgren"].documents)) == (4, 3)
    assert (found["Kai Lundgren"].kind, found["Board of Ships"].kind) == ("people", "organisations")
    assert found["Mira Aldanoff"].resembles == ("people/aldane",)


def test_what_is_no_name_or_explained_is_not_suggested() -> None:
    text = (
        "In XYZ they met the King in Middle Quay, in Quay’s Records Office and in Quay; then Minister Orna Vell came."
    )
    block = Block(1, "paragraph", f"{text} {text} Сен сөзі бар.")
    authority = Authority(abbreviations={"XYZ": (Expansion("Ex"),)})
    found = {s.name: s.kind for s in suggest([Record(Document("a"), (block,), ("p-1",))], authority, least=1)}
    assert found == {
        "Middle Quay": "places",
        "Quay’s Records Office": "organisations",
        "Quay": "places",
        "Orna Vell": "people",
    }


def test_they_can_be_moved_into_an_authority_file() -> None:
    text = suggestions_in_yaml(suggest(records(), Authority()))
    data, _, _ = read_yaml(text)
    assert data["lundgren-kai"]["name"] == "Kai Lundgren"
    assert data["lundgren-kai"]["sort"] == "Lundgren, Kai"
    assert data["board-of-ships"] == {"name": "Board of Ships"}
    assert "# d0: " in text
