"""What must always hold: what an earlier build knows changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Record
from generator.relate import Memo, features_of, relate
from generator.text import vocabulary
from tests.relate.make import record

WORDS = st.sampled_from(
    sorted(vocabulary("ships came late and nobody on the quay had seen Aldane or three boxes of salt"))
)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
RECORDS = st.lists(st.tuples(st.lists(TEXTS, min_size=1, max_size=3), st.integers(1, 9)), min_size=1, max_size=6).map(
    lambda given: [record(f"r{n}", *texts, day=f"2012-01-0{day}") for n, (texts, day) in enumerate(given)]
)


@settings(max_examples=40, deadline=None)
@given(RECORDS, st.integers(0, 5))
def test_one_more_document_gives_what_a_full_build_gives(records: list[Record], more: int) -> None:
    features = {r.document.id: features_of(r) for r in records}
    memo = Memo()
    relate(records[: max(1, len(records) - more)], features=features, memo=memo)
    again = relate(records, features=features, memo=Memo(memo.used, memo.sorted))
    assert again == relate(records)


def test_two_documents_of_one_text_stay_two_in_what_is_kept() -> None:
    words = "Aldane boxes Aldane and boxes Aldane and and and Aldane"
    copies = [record(f"r{n}", "Aldane", "Aldane Aldane", f"Aldane {words}", day="2012-01-01") for n in (1, 2)]
    records = [record("r0", words, day="2012-01-02"), *copies]
    memo = Memo()
    made = relate(records, memo=memo)
    assert relate(records, memo=Memo(memo.used, memo.sorted)) == made


@settings(max_examples=40, deadline=None)
@given(RECORDS)
def test_links_lead_to_words_that_stand_there(records: list[Record]) -> None:
    by_id = {r.document.id: r for r in records}
    for made in relate(records)[0]:
        for link in made.links:
            for place, of in ((link.at, made), (link.target_at, by_id[link.to])):
                if place:
                    assert of.blocks[place.paragraph - 1].text[place.start : place.end] == place.quote
            if link.relation == "similar":
                assert sum(other.relation == "similar" for other in made.links) <= 8


def test_the_order_in_which_records_come_changes_nothing() -> None:
    text = "ships came late and nobody on the quay had seen the three boxes of salt that Aldane had sent from home"
    records = [record(f"r{n}", f"{text} {n}", day=f"2012-0{n + 1}-01") for n in range(4)]
    straight = {r.document.id: r for r in relate(records)[0]}
    assert {r.document.id: r for r in relate(records[::-1])[0]} == straight


def test_another_day_is_another_pair() -> None:
    about = (
        "The board sits in the old mill and is read to by two clerks who have been sworn in for that purpose alone. "
        * 3
    )
    texts = [
        f"Number {n} came early to the town of Lumen and stayed for as long as the ice allowed it to." for n in range(3)
    ]

    def made(day: str) -> list[Record]:
        others = [record(f"x{n}", text, about, day=f"2012-0{n + 2}-01", publisher="b") for n, text in enumerate(texts)]
        first = record("a", "Notice to all who come by boat that the gate is shut at nine.", about, publisher="b")
        return [*others, first, record("b", first.blocks[0].text, about, day=day, publisher="b")]

    memo = Memo()
    relate(made("2012-01-05"), memo=memo)
    assert relate(made("2012-12-05"), memo=Memo(memo.used, memo.sorted)) == relate(made("2012-12-05"))
