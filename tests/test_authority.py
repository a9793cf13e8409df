import json
from pathlib import Path

import pytest

from generator.authority import MODELS, read_authority, schema
from generator.errors import AuthorityError


def authority(tmp_path: Path, **files: str):
    for name, text in files.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return read_authority(tmp_path, tmp_path)


def test_an_invalid_entry_is_left_out_alone(tmp_path: Path) -> None:
    found, problems = authority(tmp_path, people="a:\n  name: Ann\nb:\n  name: Bob\n  colour: red\nc: {sort: C}\n")
    assert set(found.entries) == {"people/a"}
    assert [str(p) for p in problems] == [
        "people.yml:5: `b`: colour: is no field of such an entry (column 3): mend it; the entry is left out",
        "people.yml:6: `c`: name: is missing (column 1): mend it; the entry is left out",
    ]


def test_broken_yaml_stops_with_status_2(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError) as fault:
        authority(tmp_path, people="a: [")
    assert fault.value.status == 2


def test_a_name_of_two_is_reported_and_both_stay(tmp_path: Path) -> None:
    found, problems = authority(tmp_path, people="a:\n  name: Ann Lee\nb:\n  name: Bea\n  also: [ann lee]\n")
    assert set(found.entries) == {"people/a", "people/b"}
    assert "claimed by `a` and `b`" in str(problems[0])
    assert str(problems[0]).startswith("people.yml:3: ")


def test_dangling_reference(tmp_path: Path) -> None:
    _, problems = authority(tmp_path, places="a:\n  name: A\n  within: nowhere\n")
    assert "there is no `nowhere` in places.yml" in str(problems[0])


def test_an_event_date_must_be_edtf(tmp_path: Path) -> None:
    found, problems = authority(tmp_path, events="a:\n  name: A\n  date: soon\n")
    assert not found.entries
    assert str(problems[0]).startswith("events.yml:3: ")


def test_abbreviations(tmp_path: Path) -> None:
    found, _ = authority(tmp_path, abbreviations="EOM: Mission\nPC:\n  - {long: Council, within: x}\n  - Other\n")
    assert [e.long for e in found.abbreviations["PC"]] == ["Council", "Other"]


def test_the_schemas_for_editors_are_those_of_the_program() -> None:
    folder = Path(__file__).parents[1] / "docs/schema"
    for name in MODELS:
        published = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        assert published == schema(name), f"run `regesta schema {name} > docs/schema/{name}.json`"


def test_a_schema_has_the_fields_of_an_entry_as_they_are_written() -> None:
    fields = schema("people")["additionalProperties"]["properties"]
    assert {"name", "sort", "names", "also", "roles", "visibility"} <= set(fields)
    assert not {"id", "folder"} & set(fields)
    assert {"from", "to"} <= set(schema("people")["$defs"]["Role"]["properties"])


def test_an_id_is_the_name_of_a_page(tmp_path: Path) -> None:
    text = '"../../evil": {name: Evil}\n"a b": {name: Two}\nindex: {name: Three}\ngood-1: {name: Good}\n'
    found, problems = authority(tmp_path, people=text)
    assert set(found.entries) == {"people/good-1"}
    assert [problem.line for problem in problems] == [1, 2, 3]


def test_the_days_of_an_office_are_dates(tmp_path: Path) -> None:
    chairs = (
        "a: {name: Ann, roles: [{title: Chair, from: Sometime}]}",
        "b: {name: Bob, roles: [{title: Chair, from: 2016}]}",
    )
    text = "\n".join(chairs)
    found, problems = authority(tmp_path, people=text)
    assert found.entries["people/b"].roles[0].from_ == "2016"
    assert str(problems[0]).startswith("people.yml:1: `a`: roles.0.from: `Sometime` is no date in EDTF: write `2019`")


def test_an_abbreviation_has_letters_and_words(tmp_path: Path) -> None:
    found, problems = authority(tmp_path, abbreviations='"": Empty\nA: {long: [x]}\nB: Big\n')
    assert set(found.abbreviations) == {"B"}
    assert [problem.line for problem in problems] == [1, 2]
