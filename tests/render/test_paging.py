import pytest

from generator.render.paging import numbers


@pytest.mark.parametrize(
    ("current", "last", "shown"),
    [
        (2, 3, "1 2 3"),
        (9, 9, "1 2 3 4 5 6 7 8 9"),
        (1, 12, "1 2 3 0 12"),
        (4, 12, "1 2 3 4 5 0 12"),
        (6, 12, "1 0 5 6 7 0 12"),
        (12, 12, "1 0 10 11 12"),
    ],
)
def test_first_last_and_near_pages_are_named(current, last, shown) -> None:
    assert " ".join(map(str, numbers(current, last))) == shown
