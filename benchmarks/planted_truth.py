"""What was planted: documents as they are sketched, and the truth about them that the relations are held against."""

import textwrap
from dataclasses import dataclass, field
from datetime import date

Origin = tuple[str, int]
"""A paragraph by the document that had it first, and its number there from 0."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """One that issues documents."""

    id: str
    name: str
    city: str
    agency: bool = False
    """A news agency, which reprints and reports; else a body, which makes statements."""


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    plain: bool = True
    """Whether the chain made it for this document alone; a formula or a passage of another document is not plain."""


@dataclass(slots=True)
class Sketch:
    """A document before it is written."""

    id: str
    day: date
    publisher: Publisher
    title: str
    paragraphs: list[list[Sentence]]
    head: str = ""
    """A line over the title: `PRESS RELEASE`."""
    tail: list[str] = field(default_factory=list)
    """What its publisher puts under each of its documents."""
    columns: int = 0
    """Where the lines are broken; 0: one line a paragraph."""

    def paragraph(self, number: int) -> str:
        return " ".join(sentence.text for sentence in self.paragraphs[number])

    def words(self) -> int:
        return sum(len(self.paragraph(number).split()) for number in range(len(self.paragraphs)))

    def printed(self) -> str:
        """The whole file; day and publisher are the curator's word, so that relations alone are measured."""
        texts = [self.paragraph(number) for number in range(len(self.paragraphs))]
        texts[0] = f"{self._dateline()} – {texts[0]}"
        texts = [text for text in (self.head, self.title, *texts, *self.tail) if text]
        if self.columns:
            texts = [textwrap.fill(text, self.columns, break_on_hyphens=False) for text in texts]
        return f"---\ndate: {self.day}\npublisher: {self.publisher.id}\n---\n\n" + "\n\n".join(texts) + "\n"

    def _dateline(self) -> str:
        if self.publisher.agency:
            return f"{self.publisher.city.upper()}, {self.day.day} {self.day:%B} ({self.publisher.name})"
        return f"{self.publisher.city}, {told(self.day)}"


def told(day: date) -> str:
    """A day as it is printed: `4 May 2003`."""
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class Holding:
    """Words of one origin as they stand in one document."""

    document: str
    origin: Origin
    start: int
    end: int
    """Which words of the origin's paragraph."""
    text: str
    paragraph: int
    """Which of the document's paragraphs, from 0."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage that a document took from an earlier one, and that must be found."""

    holding: Holding
    how: str
    """`exact`, `cut, with …`, `cut, silently`, `altered by 1` to `3`."""
    marks: bool
    case: str
    """`one`, `two statements`, `several reports`, `of a quotation`, `half a statement`."""


@dataclass(frozen=True, slots=True)
class Family:
    """Copies of one text: document and kind of copy, the first one ahead."""

    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A block of text that recurs."""

    document: str
    text: str
    sort: str


@dataclass(slots=True)
class Truth:
    """All that was planted."""

    documents: dict[str, Sketch] = field(default_factory=dict)
    holdings: dict[tuple[str, Origin, int], Holding] = field(default_factory=dict)
    """By document, origin and first word."""
    quotations: list[Quotation] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    traps: dict[str, list[str]] = field(default_factory=dict)
    """Texts that stand in several documents and are no quotation, by sort."""
    alike: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    """Groups of documents that look like copies and are none, by sort."""

    def hold(self, holding: Holding) -> Holding:
        self.holdings[holding.document, holding.origin, holding.start] = holding
        return holding

    def hold_own(self, sketch: Sketch, number: int) -> Origin:
        """Note that a document's own paragraph was taken by others."""
        text = sketch.paragraph(number)
        self.hold(Holding(sketch.id, (sketch.id, number), 0, len(text.split()), text, number))
        return sketch.id, number
