from generator.annotate.resolve import resolve
from generator.authority import Authority, Person
from generator.model import Findings, NameSpan, Place

BEN, TESS = "people/okoro-ben", "people/okoro-tess"
AUTHORITY = Authority({k: Person(id=k.partition("/")[2], folder="people", name=k) for k in (BEN, TESS)})


def span(start: int, form: str, *candidates: str) -> NameSpan:
    return NameSpan(Place(1, start, start + 5, "Okoro"), candidates, form)


def test_a_surname_follows_its_full_name() -> None:
    found = resolve(Findings((span(0, "name", BEN), span(9, "surname", BEN, TESS))), AUTHORITY)
    assert [(m.entity, m.basis, m.certainty) for m in found.mentions] == [
        (BEN, "name", "stated"),
        (BEN, "surname", "inferred"),
    ]


def test_a_surname_before_any_full_name_stays_unlinked() -> None:
    found = resolve(Findings((span(0, "surname", BEN), span(9, "name", BEN))), AUTHORITY)
    assert [m.at.start for m in found.mentions if m.at] == [9]


def test_what_may_be_two_persons_stays_open() -> None:
    spans = (span(0, "name", BEN), span(9, "name", TESS), span(18, "surname", BEN, TESS))
    found = resolve(Findings(spans), AUTHORITY)
    assert len(found.mentions) == 2
    assert found.open == (spans[2],)


def test_never_link() -> None:
    hidden = Authority({BEN: Person(id="okoro-ben", folder="people", name="Ben", visibility="never-link")})
    assert resolve(Findings((span(0, "name", BEN),)), hidden).mentions == ()
