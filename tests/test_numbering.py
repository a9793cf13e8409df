import pytest

from generator.errors import SettingsError
from generator.numbering import Numbering, read_numberings
from generator.settings import settings_from


def test_the_settings_hold_them_in_order() -> None:
    given = [{"pattern": r"vol\. \w+, No\. \d+", "to": None}, {"pattern": r"No\. (?P<n>\d+)", "to": "d{n:04}"}]
    assert settings_from({"references": given}).references == (
        Numbering(r"vol\. \w+, No\. \d+", None),
        Numbering(r"No\. (?P<n>\d+)", "d{n:04}"),
    )
    assert settings_from({}).references == ()


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("Document", "it is no mapping"),
        ({"pattern": "a(?P<n>1)"}, "`to` is missing"),
        ({"pattern": "a(?P<n>1)", "to": "{n}", "from": 1}, "it knows no `from`"),
        ({"pattern": 5, "to": "{n}"}, "`pattern` must be words"),
        ({"pattern": "a(", "to": "{n}"}, "`pattern` is no regular expression"),
        ({"pattern": "a(?P<n>1)", "within": "[", "to": "{n}"}, "`within` is no regular expression"),
        ({"pattern": "a", "to": "{n}"}, "`pattern` has no group"),
        ({"pattern": "a(?P<n>1)", "to": "{volume}-{n}"}, "cannot be filled: there is no group `volume`"),
        ({"pattern": "a(?P<n>1)", "to": "{n:c}"}, "cannot be filled"),
        ({"pattern": "a(?P<n>1)", "to": "{n:0999999999}"}, "cannot be filled"),
        ({"pattern": "a(?P<n>1)", "to": "{n.__class__}"}, "cannot be filled"),
        ({"pattern": r"\b(?P<n>)", "to": "{n}"}, "matches nothing at all"),
        ({"pattern": "a(?P<n>1)", "to": "{n:q}"}, "cannot be filled"),
        ({"pattern": "a(?P<n>1)", "to": "{n"}, "cannot be filled"),
        ({"pattern": "a(?P<n>1)", "to": " "}, "makes no id"),
        ({"pattern": r"(?P<n>\d*)", "to": "{n}"}, "matches nothing at all"),
        ({"pattern": "supra", "step": -1, "to": "{n}"}, "`within` has the group `n`"),
        ({"pattern": "supra", "step": "one", "to": "{n}"}, "`step` must be a whole number"),
    ],
)
def test_one_that_cannot_be_used_is_told_in_one_line(entry: object, what: str) -> None:
    with pytest.raises(SettingsError) as fault:
        read_numberings([{"pattern": r"No\. (?P<n>\d+)", "to": "d{n}"}, entry])
    told = str(fault.value)
    assert told.startswith("mkdocs.yml:1: `references`, entry 2: ")
    assert what in told
    assert "\n" not in told
    assert fault.value.status == 2


def test_a_setting_that_is_no_list() -> None:
    with pytest.raises(SettingsError, match="is no list"):
        read_numberings({"pattern": "a"})


def test_a_list_of_numbers_is_no_endless_repeat() -> None:
    pattern = r"Documents? (?P<n>\d+(?:(?:, |,? and |[–-])\d+)*)"
    assert read_numberings([{"pattern": pattern, "to": "d{n:04}"}])[0].pattern == pattern
