from generator.annotate.corrections import correct
from generator.authority import Authority, Person
from generator.model import Block, Mention, Place, Source, SourceFile

ANN = Person(id="ann", folder="people", name="Ann")


def source(annotate: dict) -> Source:
    blocks = (Block(1, "paragraph", "The  Chair met Kant. The Chairman left."),)
    return Source("a", SourceFile("a", ""), blocks, {"annotate": annotate}, "open", False)


def test_never_and_also() -> None:
    kant = Mention("places/kant", Place(1, 15, 19, "Kant"), "name", "stated", 0.9)
    word = {"never": ["KANT"], "also": {"The Chair": "people/ann", "Chairman": "people/nobody"}}
    made = correct([kant], source(word), Authority({"people/ann": ANN}))
    assert [(m.entity, m.at.quote, m.certainty) for m in made if m.at] == [("people/ann", "The  Chair", "curated")]


def test_without_a_word_nothing_changes() -> None:
    kant = Mention("places/kant", Place(1, 15, 19, "Kant"), "name", "stated", 0.9)
    assert correct([kant], source({}), Authority()) == (kant,)
