from generator.annotate.corrections import correct, unfit
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


def test_what_fits_nothing_is_told() -> None:
    never_linked = Person(id="ivan", folder="people", name="Ivan", visibility="never-link")
    authority = Authority({"people/ann": ANN, "people/ivan": never_linked})
    also = {"The Chair": "people/nobody", "Kant": "people/ivan", "The Table": "people/ann", "": "people/ann"}
    told = [fault.what.partition(": ")[2] for fault in unfit(source({"never": ["Nobody"], "also": also}), authority)]
    assert told == [
        "also`: there is no entity `people/nobody`",
        "also`: `people/ivan` is never to be linked",
        "also`: “The Table” stands nowhere in the text",
        "also`: “” stands nowhere in the text",
        "never`: “Nobody” stands nowhere in the text",
    ]
    assert correct([], source({"also": also}), authority) == ()


def test_of_words_within_words_the_longer_count() -> None:
    word = {"also": {"Chair": "people/bob", "The Chair": "people/ann"}}
    bob = Person(id="bob", folder="people", name="Bob")
    made = correct([], source(word), Authority({"people/ann": ANN, "people/bob": bob}))
    assert [(m.entity, m.at.quote) for m in made if m.at] == [("people/ann", "The  Chair")]


def test_without_a_word_nothing_changes() -> None:
    kant = Mention("places/kant", Place(1, 15, 19, "Kant"), "name", "stated", 0.9)
    assert correct([kant], source({}), Authority()) == (kant,)
