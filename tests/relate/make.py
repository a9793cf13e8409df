"""Records for the tests of relations, from literals."""

from generator.address import anchors
from generator.model import Block, Document, Evidence, Mention, Place, Record
from generator.relate import relate


def record(
    id: str,
    *texts: str,
    day: str | None = "2012-01-01",
    publisher: str | None = None,
    title: str | None = None,
    names: tuple[str, ...] = (),
    **facts: object,
) -> Record:
    """A record of paragraphs; `names` are entities that its first paragraph names by one letter each."""
    blocks = tuple(Block(number, "paragraph", text) for number, text in enumerate(texts, 1))
    evidence = {"title": Evidence("first-line", "stated", title, 1)} if title else {}
    span = (day, day) if day else None
    document = Document(id, title=title, date=day, span=span, publisher=publisher, evidence=evidence, **facts)  # type: ignore[arg-type]
    mentions = tuple(Mention(name, Place(1, 0, 1, texts[0][:1]), "name", "stated", 0.9) for name in names)
    return Record(document, blocks, anchors(texts), mentions)


def links(*records: Record, relation: str) -> list[tuple[str, str]]:
    """Who is linked to whom by a relation."""
    return [(r.document.id, k.to) for r in relate(records)[0] for k in r.links if k.relation == relation]
