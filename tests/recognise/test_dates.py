import pytest

from generator.model import Block
from generator.recognise.dates import DateFinder
from generator.settings import Settings


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("l8 June 196O", "1960-06-18"),
        ("19 Jan. 2021", "2021-01-19"),
        ("19-Jan-2021", "2021-01-19"),
        ("June 28. 1963", "1963-06-28"),
        ("April 15,1960, 3 p.m.", "1960-04-15"),
        ("October, 14, 1965", "1965-10-14"),
        ("July 71969", "1969-07-07"),
        ("April 3/4, 1957", "1957-04-03/1957-04-04"),
        ("8th-10th May 1945", "1945-05-08/1945-05-10"),
        ("30 May – 2 June 1960", "1960-05-30/1960-06-02"),
        ("30 December 1999 – 2 January 2000", "1999-12-30/2000-01-02"),
        ("this 24th day of June, 2010", "2010-06-24"),
        ("2021/01/19", "2021-01-19"),
        ("06/25/2019", "2019-06-25"),
        ("3.XII.1918", "1918-12-03"),
        ("19 января 2021 года", "2021-01-19"),
        ("14–15 января 2021 г.", "2021-01-14/2021-01-15"),
        ("в январе 2021 года", "2021-01"),
        ("2022 жылғы 5 маусымда", "2022-06-05"),
        ("2021-жылдын 10-январында", "2021-01-10"),
        ("10 Ocak 2021", "2021-01-10"),
        ("10 KASIM 2021", "2021-11-10"),
        ("30 Nisan 2021", "2021-04-30"),
        ("NİSAN 2021", "2021-04"),
        ("10 Ocak'ta", "XXXX-01-10"),
        ("1er janvier 2010", "2010-01-01"),
        ("1 de mayo de 2001", "2001-05-01"),
        ("I May 2004", "2004-05"),
        ("No. 10 January 5, 1990", "1990-01-05"),
    ],
)
def test_printed_date(printed: str, edtf: str) -> None:
    found = list(DateFinder(Settings()).find(Block(1, "paragraph", printed)))
    assert [date.edtf for date in found] == [edtf]


@pytest.mark.parametrize(
    "printed",
    [
        "31 February 2021",
        "5 September 4043",
        "you may 12 times",
        "the 12 may have",
        "1967-68",
        "10.5.20",
        "10 Kasim 2021",
    ],
)
def test_what_is_no_date(printed: str) -> None:
    assert not list(DateFinder(Settings()).find(Block(1, "paragraph", printed)))


def test_and_joins_no_days_of_two_months() -> None:
    found = DateFinder(Settings()).find(Block(1, "paragraph", "on 9 June and 19 July 2019"))
    assert [date.edtf for date in found] == ["XXXX-06-09", "2019-07-19"]
