"""Refers to: by number, symbol, address, title and mention; and what is wanted."""

import pytest

from generator.model import Block, Citation, Document, Evidence, Link, Mention, Place, Record
from generator.relate import relate
from generator.relate.by_address import normal
from generator.relate.by_symbol import normal as normal_symbol


def record(
    id: str,
    text: str = "Words.",
    *citations: Citation,
    day: str | None = "2012-01-01",
    mentions: tuple[Mention, ...] = (),
    heading: str = "",
    **facts: object,
) -> Record:
    title = str(facts.pop("title", f"Title {id}"))
    evidence = {"title": Evidence("heading", "stated", title, 1)}
    span = (day, day) if day else None
    document = Document(id, title=title, date=day, span=span, evidence=evidence, **facts)  # type: ignore[arg-type]
    blocks = (Block(1, "heading", heading or title), Block(2, "paragraph", text))
    return Record(document, blocks, ("p-1", "p-2"), mentions, citations=citations)


def cite(text: str, quote: str, form: str, **told: object) -> Citation:
    start = text.index(quote)
    return Citation(Place(2, start, start + len(quote), quote), form, **told)  # type: ignore[arg-type]


def references(*records: Record) -> list[tuple[str, str, str, bool]]:
    links = [(r.document.id, link) for r in relate(records)[0] for link in r.links if link.relation == "refers-to"]
    return [(id, link.to, link.basis, link.forward) for id, link in links]


def wanted(*records: Record) -> list[tuple[str, str | None]]:
    return [(r.document.id, want.named) for r in relate(records)[0] for want in r.wanted]


NUMBERS = "See Document 21 and vol. II, Document 3."
OF_21 = cite(NUMBERS, "Document 21", "number", number="21", document="d21")
OF_3 = cite(NUMBERS, "vol. II, Document 3", "number", number="vol. II, Document 3")


def test_a_number_leads_to_its_document_and_elsewhere_is_wanted() -> None:
    citing = record("d5", NUMBERS, OF_21, OF_3)
    assert wanted(citing) == [("d5", "d21"), ("d5", "vol. II, Document 3")]
    held = record("d21", day="2011-01-01")
    assert references(citing, held) == [("d5", "d21", "number", False)]
    assert wanted(citing, held) == [("d5", "vol. II, Document 3")]


def test_a_number_may_lead_to_a_later_document_and_says_so() -> None:
    assert references(record("d5", NUMBERS, OF_21), record("d21", day="2012-01-02")) == [("d5", "d21", "number", True)]


def test_its_own_number_and_a_document_that_is_withheld_are_no_references() -> None:
    (out,), problems = relate([record("d5", NUMBERS, OF_21)], frozenset({"d21"}))
    assert (out.links, out.wanted, problems) == ((), (), [])
    assert references(record("d21", NUMBERS, OF_21)) == []


SYMBOLS = "As in PC.DEC/1234, and Doc. 12884."
OF_SYMBOL = cite(SYMBOLS, "PC.DEC/1234", "symbol", number="PC.DEC/1234")


def test_a_symbol_leads_to_the_document_that_bears_it() -> None:
    citing = record("b", SYMBOLS, OF_SYMBOL)
    assert references(citing, record("a", symbol="pc.dec / 1234")) == [("b", "a", "symbol", False)]
    assert references(citing, record("a", symbol="Doc. 12884")) == [("b", "a", "symbol", False)]
    assert wanted(citing) == [("b", "PC.DEC/1234")]


def test_a_symbol_that_two_bear_leads_to_neither_and_its_own_is_none() -> None:
    two = record("a", symbol="PC.DEC/1234"), record("a2", symbol="PC.DEC/1234")
    citing = record("b", SYMBOLS, OF_SYMBOL)
    assert (references(citing, *two), wanted(citing, *two)) == ([], [])
    own = record("b", SYMBOLS, OF_SYMBOL, symbol="PC.DEC/1234")
    assert (references(own, two[0]), wanted(own)) == ([], [])


@pytest.mark.parametrize("symbol", ["PC.DEC/1234", "pc.dec / 1234", "PC.DEC/1234 "])
def test_symbols_without_what_makes_no_difference(symbol: str) -> None:
    assert normal_symbol(symbol) == "pc.dec/1234"


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example/x/y",
        "https://www.a.example/x/y/",
        "HTTPS://A.example/X/y#part",
        "https://a.example/x/y?utm_source=mail&utm_medium=x",
        "https://a.example/x/%79/index.html",
        "https://a.example/x/y).",
        "https://a.example:443/x/y?fbclid=1",
    ],
)
def test_addresses_without_what_makes_no_difference(address: str) -> None:
    assert normal(address) == "a.example/x/y"


def test_what_an_address_asks_for_makes_a_difference() -> None:
    assert normal("https://a.example/x?id=1&b=2") == normal("https://a.example/x?b=2&id=1")
    assert normal("https://a.example/x?id=1") != normal("https://a.example/x?id=2")


ADDRESSES = "At https://a.example/news/2 and https://a.example/ and https://b.example/news/3."
OF_ADDRESSES = [
    cite(ADDRESSES, quote, "address", address=quote)
    for quote in ("https://a.example/news/2", "https://a.example/", "https://b.example/news/3")
]


def test_an_address_is_wanted_where_it_may_be_that_of_a_document() -> None:
    one = record("a", original="http://www.a.example/news/1")
    citing = record("b", ADDRESSES, *OF_ADDRESSES)
    assert wanted(one, citing) == [("b", "https://a.example/news/2")]
    two = record("a", original="http://www.a.example/news/2", day="2013-01-01")
    assert references(two, citing) == [("b", "a", "address", True)]
    assert wanted(two, citing) == []


def test_a_title_never_leads_to_a_document_that_was_not_there_yet() -> None:
    citing = record("b", "It recalls the report on the counting of the votes.")
    assert references(record("a", title="Report on the counting of the votes", day="2012-01-02"), citing) == []
    assert references(record("a", title="Report on the counting of the votes"), citing) == [("b", "a", "title", False)]


def named(quote: str, paragraph: int, entity: str) -> Mention:
    return Mention(entity, Place(paragraph, 0, len(quote), quote), "name", "stated", 0.95)


def test_a_title_that_is_the_name_of_a_body_is_not_meant_by_it() -> None:
    name = "Board of Elections"
    first = record("a", title=name, mentions=(named(name, 1, "organisations/board"),))
    assert references(first, record("b", "Board of Elections members met.")) == []
    plain = record("a", title=name)
    mention = named(name, 2, "organisations/board")
    assert references(plain, record("b", f"{name} members met.", mentions=(mention,))) == []
    assert references(first, record("b", "They read “Board of Elections”.")) == [("b", "a", "title", False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The report entitled “On the vote in May” is lost.", ["On the vote in May"]),
        ("The report “On the vote in May” is lost.", ["On the vote in May"]),
        ("A paper, entitled “On the vote in May,” is lost.", ["On the vote in May"]),
        ("In a statement “On we go and never rest”", []),
        ("The report “On we go and never rest.”", []),
        ("In a statement “on we go and never rest”", []),
        ("She called it “On the vote in May” then.", []),
    ],
)
def test_a_title_that_is_not_held_is_wanted_where_a_kind_introduces_it(text: str, found: list[str]) -> None:
    inner = text[text.index("“") + 1 : text.index("”")]
    citing = record("b", text, cite(text, inner, "quoted-title"))
    assert [name for _, name in wanted(citing)] == found


def test_what_is_wanted_resolves_when_the_document_is_added() -> None:
    text = "The report “On the vote in May” is lost."
    citing = record("b", text, cite(text, "On the vote in May", "quoted-title"))
    added = record("a", title="On the vote in May", day="2011-01-01")
    assert references(added, citing) == [("b", "a", "title", False)]
    assert wanted(added, citing) == []


TWICE = "It recalls ODI's preliminary statement of 4 May 2011. The Statement was long."
FULLER = cite(
    TWICE, "preliminary statement of 4 May 2011", "description", publishers=("odi",), kinds=("ps",), date="2011-05-04"
)
AGAIN = cite(TWICE, "Statement", "mention", kinds=("statement",))
FIRST = record("a", day="2011-05-04", publisher="odi", kind="ps")


def test_a_mention_takes_up_what_was_spoken_of_more_fully() -> None:
    assert references(FIRST, record("b", TWICE, FULLER, AGAIN)) == [
        ("b", "a", "publisher+kind+date", False),
        ("b", "a", "mention", False),
    ]
    assert references(FIRST, record("b", TWICE, AGAIN)) == []


def test_two_that_were_spoken_of_leave_a_mention_open() -> None:
    text = "ODI's statement of 4 May 2011 and its statement of 5 May 2011. The statement was long."
    several = [
        cite(
            text, f"statement of {d} May 2011", "description", publishers=("odi",), kinds=("ps",), date=f"2011-05-0{d}"
        )
        for d in (4, 5)
    ]
    start = text.rindex("statement")
    mention = Citation(Place(2, start, start + 9, "statement"), "mention", kinds=("ps",))
    second = record("a2", day="2011-05-05", publisher="odi", kind="ps")
    found = references(FIRST, second, record("b", text, *several, mention, kind="news"))
    assert [basis for _, _, basis, _ in found] == ["publisher+kind+date"] * 2


@pytest.mark.parametrize(
    ("text", "facts", "found"),
    [
        ("We told so in our interim report.", {"publisher": "odi"}, ["a"]),
        ("We told so in our interim report.", {"publisher": "board"}, []),
        ("We told so in our interim report.", {"publisher": "odi", "events": ("f",)}, []),
        ("We told so in our interim report.", {"publisher": "odi", "kind": "ir"}, []),
        ("We told so in our interim report.", {"publisher": "odi", "day": "2010-01-01"}, []),
        ("We told so in our interim report.", {"publisher": "odi", "day": None}, []),
        ("We will tell so in our interim report.", {"publisher": "odi"}, []),
        ("We told so in this interim report.", {"publisher": "odi"}, []),
        ("We told so in the interim report.", {"publisher": "odi"}, []),
    ],
)
def test_a_mention_leads_to_the_one_document_that_fits(text: str, facts: dict[str, object], found: list[str]) -> None:
    first = record("a", day="2011-05-04", publisher="odi", kind="ir", events=("e",))
    told: dict[str, object] = {"events": ("e",), "kind": "news"} | facts
    citing = record("b", text, cite(text, "interim report", "mention", kinds=("ir",)), **told)  # type: ignore[arg-type]
    assert [to for _, to, _, _ in references(first, citing)] == found


def test_two_that_fit_leave_a_mention_open_unless_one_is_a_copy() -> None:
    text = "We told so in our interim report."
    mention = cite(text, "interim report", "mention", kinds=("ir",))
    citing = record("b", text, mention, publisher="odi", events=("e",))
    first, second = (record(i, day="2011-05-04", publisher="odi", kind="ir", events=("e",)) for i in ("a", "a2"))
    assert references(first, second, citing) == []
    copy = Record(second.document, second.blocks, second.anchors, relations=({"to": "a", "relation": "reprint-of"},))
    assert references(first, copy, citing) == [("b", "a", "mention", False)]


def test_a_place_refers_but_once() -> None:
    text = "See “Report on the counting of the votes”, Document 21."
    number = Citation(Place(2, 4, len(text) - 1, text[4:-1]), "number", number="21", document="d21")
    held = record("d21", title="Other words here"), record("a", title="Report on the counting of the votes")
    assert references(record("b", text, number), *held) == [("b", "d21", "number", False)]


def test_links_are_links() -> None:
    (out, _), _ = relate([record("d5", NUMBERS, OF_21), record("d21", day="2011-01-01")])
    assert out.links[0] == Link(
        "d21", "refers-to", "number", "stated", 0.99, "Its text gives the number of the document", OF_21.at
    )
