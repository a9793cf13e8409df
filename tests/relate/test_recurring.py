from generator.model import Record
from generator.relate import relate
from tests.relate.make import record

ABOUT = "The Harbour Wire is read in forty towns and has its office above the fish market since the great fire."
NEWS = (
    "Ships came in late today and the pilots spoke of ice beyond the second lighthouse, where no one had seen any. "
    "Corn will be dear, and the mills stand idle until the wind turns to the west again.",
    "A bell was cast in the yard of the new church, in front of children and a bishop who had come on a mule. "
    "It rang once, was found too high by a tone, and went back to the fire.",
    "Snow fell in the hills, so that the post was carried by men with long boards under their feet, slowly. "
    "Two letters got wet, and one of them could still be read by the judge.",
    "The ferry has a new captain, who was a cook before, and still bakes for all that cross over at dawn. "
    "Whoever pays in eggs gets a cake with them on the way home.",
)


def furniture(*records: Record) -> list[list[int]]:
    return [[block.number for block in r.blocks if block.recurring] for r in relate(records)[0]]


def test_what_a_publisher_prints_below_each_text() -> None:
    records = [record(f"r{n}", text, ABOUT, day=f"2012-0{n + 1}-01", publisher="wire") for n, text in enumerate(NEWS)]
    assert furniture(*records) == [[2], [2], [2], [2]]


def test_names_days_and_figures_may_vary_in_it() -> None:
    contact = "For more about this until {} May call the press desk and ask for Miss {} under number {}."
    fills = ((3, "Aldane", 112), (14, "Okoro", 340), (20, "Brennick", 561), (29, "Corvale", 999))
    records = [
        record(f"r{n}", text, contact.format(*fill), day=f"2012-0{n + 1}-01", publisher="wire")
        for n, (text, fill) in enumerate(zip(NEWS, fills, strict=True))
    ]
    assert furniture(*records) == [[2], [2], [2], [2]]


def test_what_many_quote_within_days_does_not_recur() -> None:
    records = [record(f"r{n}", text, ABOUT, day=f"2012-01-0{n + 1}", publisher=f"p{n}") for n, text in enumerate(NEWS)]
    assert furniture(*records) == [[], [], [], []]


def test_a_text_of_nothing_else_stays_as_it_is() -> None:
    records = [record(f"r{n}", ABOUT, day=f"2012-0{n + 1}-01", publisher="wire") for n in range(4)]
    assert furniture(*records) == [[], [], [], []]


def test_the_title_is_no_furniture() -> None:
    records = [
        record(f"r{n}", ABOUT, text, day=f"2012-0{n + 1}-01", publisher="wire", title=ABOUT)
        for n, text in enumerate(NEWS)
    ]
    assert furniture(*records) == [[], [], [], []]


def test_numbered_clauses_are_text() -> None:
    clause = "3. Dismisses the remainder of what the applicant asked for, and keeps the costs with those who had them."
    records = [record(f"r{n}", text, clause, day=f"2012-0{n + 1}-01", publisher="court") for n, text in enumerate(NEWS)]
    assert furniture(*records) == [[], [], [], []]


def test_what_a_dozen_undated_texts_have_at_their_foot() -> None:
    fills = ("salt", "bread", "wool", "iron", "glass", "paper", "timber", "copper", "honey", "linen", "leather", "clay")
    records = [
        record(f"r{w}", f"{NEWS[n % 4]} {w} " + " ".join([w, "came"] * 9), ABOUT, day=None) for n, w in enumerate(fills)
    ]
    assert furniture(*records) == [[2]] * 12
