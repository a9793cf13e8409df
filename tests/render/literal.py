"""Literal records of a small archive with relations, and the pages made of them."""

from collections.abc import Mapping
from dataclasses import replace

from generator.address import anchors, document_page
from generator.authority import Authority, Event, Kind, Mission, Organisation
from generator.index import index
from generator.model import Block, Document, Evidence, Link, Place, Record
from generator.render import Rendered, SiteNotes, render

QUIET = "The campaign was quiet & fair. Candidates could speak freely, but the public broadcaster was late."
ENTRIES = {
    "organisations/watchers": Organisation(id="watchers", folder="organisations", name="League of Observers"),
    "organisations/wire": Organisation(id="wire", folder="organisations", name="Harbour Wire"),
    "organisations/board": Organisation(
        id="board", folder="organisations", name="Board of Elections", abbreviation="BOE"
    ),
    "kinds/statement": Kind(id="statement", folder="kinds", name="statement"),
    "kinds/final": Kind(id="final", folder="kinds", name="final report"),
    "kinds/interim": Kind(id="interim", folder="kinds", name="interim report"),
    "events/vote": Event(
        id="vote",
        folder="events",
        name="Vote",
        date="2012-09-02",
        missions=[Mission(of="watchers")],
        expects=["statement", "final", "interim"],
    ),
}


def record(id: str, *texts: str, links: tuple[Link, ...] = (), day: str = "2012-09-03", **facts: object) -> Record:
    blocks = tuple(Block(n, "paragraph", text) for n, text in enumerate(texts, 1))
    title = Evidence("title-line", "stated")
    given: dict[str, object] = {
        "title": f"Title of {id}",
        "date": day,
        "span": (day, day),
        "evidence": {"title": title},
    }
    document = Document(id, **given | facts)  # type: ignore[arg-type]
    return Record(document, blocks, anchors(texts), links=links)


def place(record: Record, words: str) -> Place:
    block = next(block for block in record.blocks if words in block.text)
    start = block.text.index(words)
    return Place(block.number, start, start + len(words), words)


def link(to: str, relation: str, at: Place | None = None, target_at: Place | None = None, **more: object) -> Link:
    return Link(to, relation, "words", "inferred", 0.9, "Its reason", at, target_at, **more)  # type: ignore[arg-type]


def rendered(*records: Record) -> Rendered:
    authority = Authority(ENTRIES, {}, "")
    made = render(records, index(records, authority), authority, SiteNotes("Archive"), {})
    assert made.errors == []
    return made


def searched(*records: Record) -> Mapping[str, str]:
    """What the search index is made from, by its path."""
    authority, files = Authority(ENTRIES, {}, ""), dict[str, str]()
    render(records, index(records, authority), authority, SiteNotes("Archive"), {}, searchable=files.update)
    return files


def page(made: Rendered, id: str) -> str:
    return made.pages[document_page(id)]


FIRST = record("2012/first", "STATEMENT", QUIET, "It was signed.", publisher="watchers", kind="statement")
SAID = "Candidates could speak freely, but the state broadcaster was late"


def quoting(id: str, day: str = "2012-09-05") -> Record:
    text = record(id, "News", f"The League said: “{SAID}!” [sic]", day=day, publisher="wire")
    said = place(FIRST, SAID.replace("state", "public"))
    return replace(text, links=(link("2012/first", "quotes", place(text, SAID), said),))


def family() -> tuple[Record, Record, Record]:
    first = replace(FIRST, document=replace(FIRST.document, family="2012/first"))
    taken = (link("2012/first", "reprint-of"),)
    facts = {"family": "2012/first", "publisher": "wire", "links": taken}
    cut = record("2012/cut", "NEWS", QUIET.replace(" & fair", ""), day="2012-09-04", **facts)  # type: ignore[arg-type]
    late = record("2012/late", QUIET, "It was signed.", "More news.", day="2012-09-06", **facts)  # type: ignore[arg-type]
    return first, cut, late
