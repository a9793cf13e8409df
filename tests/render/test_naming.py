"""Which name an entity bore when."""

import pytest

from generator.authority import Organisation
from generator.render.naming import bare, borne

FORMER = [
    {"name": "Office of Votes", "from": "1991", "to": "1999-06"},
    {"name": "Bureau of Votes (BV)", "from": "1999-07", "to": "2010-03-01"},
    {"name": "Board", "from": "2015", "to": "2015"},
]
BODY = Organisation.model_validate({"id": "a", "folder": "organisations", "name": "Board of Votes", "former": FORMER})


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("1992-01-01", "1999-05-31", "Office of Votes"),
        ("1999-06-02", "1999-06-02", None),  # in the month in which it ended
        ("1999-08-01", "2010-03-01", "Bureau of Votes"),
        ("1999-08-01", "2010-03-02", None),
        ("1991-05-05", "1991-05-05", None),  # perhaps before it began
        ("2020-01-01", "2020-01-01", None),
        ("2000-01-01", None, None),
    ],
)
def test_a_former_name_is_borne_only_on_days_that_it_surely_covers(
    first: str, last: str | None, name: str | None
) -> None:
    assert borne(BODY, (first, last)) == name


def test_without_an_entry_or_a_day_no_name_is_borne() -> None:
    assert borne(None, ("2000-01-01", "2000-01-01")) is None and borne(BODY, None) is None


def test_a_name_loses_what_stands_in_brackets_but_never_all() -> None:
    assert bare("Union of Observers (Union)") == "Union of Observers" and bare("(Union)") == "(Union)"
