"""Names in the language of the reader lead; the archive's own stay known."""

from generator.authority import Authority, Person
from generator.localised import in_language


def person(**fields: object) -> Person:
    return Person.model_validate({"id": "okoro-ben", "folder": "people", "name": "Ben Okoro", **fields})


def test_the_name_in_a_language_leads_and_the_other_stays() -> None:
    own = Authority({"people/okoro-ben": person(sort="Okoro, Ben", names={"ru": ["Бен Окоро"]}, also=["B. Okoro"])})
    local = in_language(own, "ru")
    entry = local.get("people/okoro-ben")
    assert local.name("people/okoro-ben") == "Бен Окоро"
    assert entry and (entry.sort, entry.also) == (None, ["Ben Okoro", "B. Okoro"])
    assert own.name("people/okoro-ben") == "Ben Okoro"


def test_where_no_name_is_in_it_all_is_as_it_was() -> None:
    own = Authority({"people/okoro-ben": person(names={"ru": ["Бен Окоро"]})})
    assert in_language(own, "tr") is own
