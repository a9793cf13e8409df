from pathlib import Path

import pytest

from generator.authority import read_authority
from generator.errors import AuthorityError


def authority(tmp_path: Path, **files: str):
    for name, text in files.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return read_authority(tmp_path, tmp_path)


def test_an_invalid_entry_is_left_out_alone(tmp_path: Path) -> None:
    found, problems = authority(tmp_path, people="a:\n  name: Ann\nb:\n  name: Bob\n  colour: red\nc: {sort: C}\n")
    assert set(found.entries) == {"people/a"}
    assert [str(p).split(": ")[0] for p in problems] == ["people.yml:5", "people.yml:6"]


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
