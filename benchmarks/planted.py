"""An archive with planted truth: quotations, reprints, recurring text, and what looks like them and is none.

`plant(folder, corpus, documents, seed)` writes `content/` below a folder, and gives the truth. The same corpus, number
and seed give the same files, byte for byte. docs/benchmarks.md says what is planted, and how much of it.
"""

import random
from datetime import date, timedelta
from pathlib import Path

import planted_copies
import planted_quotations
from planted_text import Chain
from planted_truth import Publisher, Sentence, Sketch, Truth, told
from planted_world import BODIES, PUBLISHERS, World, write_authority

FIRST, LAST = date(1998, 1, 5), date(2012, 12, 20)
_COPIES, _QUOTING, _FORMS, _FOLLOWING, _SHORT = 0.08, 0.27, 0.04, 0.02, 0.04
"""Shares of the documents: copies, documents that quote, form letters, follow-ups, short ones under long furniture."""
_NAMED, _FORMULA, _DATED = 0.25, 0.3, 0.12
"""Shares of the documents with the long name of a body, a formula, a dated sentence of a set form."""
_RARE = 3
"""So many rare formulas has each body."""
_YEAR = 330
"""Days at least between two uses of a rare formula."""


class Planter:
    """The archive in the making."""

    def __init__(self, chain: Chain, seed: int) -> None:
        self.draw = random.Random(seed)
        self.chain = chain
        self.truth = Truth()
        self.world = World(chain, self.draw, self.truth)
        self._made = 0

    def sketch(
        self,
        publisher: Publisher,
        day: date,
        paragraphs: list[list[Sentence]],
        title: str = "",
        background: bool = False,
    ) -> Sketch:
        """A new document with the furniture of its publisher."""
        self._made += 1
        id = f"{day.year}/{publisher.id}-{day}-{self._made:05}"
        title = title or self.title()
        made = Sketch(id, day, publisher, title, paragraphs)
        made.head = self.world.heading() if self.draw.random() < 0.6 else ""
        made.columns = self.draw.choice((0, 0, 0, 72))
        made.tail = self.world.tail(made, background)
        self.truth.documents[id] = made
        return made

    def title(self) -> str:
        """A headline of up to fourteen words."""
        return self.chain.sentence(self.draw, 8, 14).rstrip(".!?,")

    def paragraph(self, fewest: int = 2, most: int = 5) -> list[Sentence]:
        return [self.world.sentence() for _ in range(self.draw.randint(fewest, most))]

    def prose(self, fewest: int = 3, most: int = 6) -> list[list[Sentence]]:
        """The paragraphs of a document, with what bodies and agencies always write strewn in."""
        made = [self.paragraph() for _ in range(self.draw.randint(fewest, most))]
        for share, sentence in ((_NAMED, self.world.with_name), (_FORMULA, self.world.formula)):
            if self.draw.random() < share:
                self.strew(made, sentence())
        return made

    def strew(self, paragraphs: list[list[Sentence]], sentence: Sentence) -> None:
        """Put a sentence into a paragraph, never at the very head of the text."""
        paragraph = self.draw.choice(paragraphs)
        paragraph.insert(self.draw.randint(1, len(paragraph)), sentence)

    def plain_day(self) -> date:
        return FIRST + timedelta(days=self.draw.randrange((LAST - FIRST).days))

    def plain_document(self) -> Sketch:
        made = self.sketch(self.draw.choice(PUBLISHERS), self.plain_day(), self.prose())
        if self.draw.random() < _DATED:
            self.strew(made.paragraphs, self.world.with_date(made.day + timedelta(days=self.draw.randint(3, 40))))
        return made

    def later(self, day: date, fewest: int, most: int) -> date:
        return day + timedelta(days=self.draw.randint(fewest, most))

    def other(self, *but: Publisher) -> Publisher:
        return self.draw.choice([publisher for publisher in PUBLISHERS if publisher not in but])


def plant(folder: Path, corpus: Path, documents: int = 3000, seed: int = 1) -> Truth:
    """Write the archive below `folder`; the words are learned from the texts below `corpus`."""
    planter = Planter(Chain(corpus), seed)
    share = {name: round(documents * part) for name, part in _parts().items()}
    originals = [planter.plain_document() for _ in range(documents - sum(share.values()))]
    statements = [sketch for sketch in originals if not sketch.publisher.agency]
    _name_titles(planter, originals)
    _rare_formulas(planter, originals)
    quoting = planted_quotations.plant(planter, statements, share["quoting"])
    planted_copies.forms(planter, share["forms"])
    planted_copies.followers(planter, originals, share["following"])
    planted_copies.short_ones(planter, share["short"])
    planted_copies.families(planter, [*originals, *quoting], share["copies"])
    write(folder, planter.truth)
    return planter.truth


def _parts() -> dict[str, float]:
    return {"copies": _COPIES, "quoting": _QUOTING, "forms": _FORMS, "following": _FOLLOWING, "short": _SHORT}


def _name_titles(planter: Planter, originals: list[Sketch]) -> None:
    """Have one document in twenty-five name the title of an earlier one."""
    for later in originals[::25]:
        earlier = planter.draw.choice([sketch for sketch in originals if sketch.day < later.day] or [later])
        if earlier is not later:
            words = f"The matter was dealt with in “{earlier.title}”, published on {told(earlier.day)}."
            planter.strew(later.paragraphs, Sentence(words, plain=False))
            planter.truth.traps.setdefault("title", []).append(earlier.title)


def _rare_formulas(planter: Planter, originals: list[Sketch]) -> None:
    """Formulas of one body, each in three to six of its documents, years apart: recurring text, no quotation."""
    for id, *_ in BODIES:
        own = sorted((s for s in originals if s.publisher.id == id), key=lambda s: (s.day, s.id))
        for _ in range(_RARE):
            words = planter.chain.sentence(planter.draw, 15, 30)
            planter.truth.traps.setdefault("rare formula", []).append(words)
            alone = planter.draw.random() < 1 / 3
            for sketch in _apart(own, planter.draw, planter.draw.randint(3, 6)):
                _say(sketch, words, alone)


def _apart(sketches: list[Sketch], draw: random.Random, number: int) -> list[Sketch]:
    """So many of the documents, each a year and more behind the one before."""
    chosen: list[Sketch] = []
    first = draw.randrange(max(len(sketches) // 3, 1))
    for sketch in sketches[first:]:
        if len(chosen) < number and (not chosen or (sketch.day - chosen[-1].day).days > _YEAR + draw.randrange(_YEAR)):
            chosen.append(sketch)
    return chosen


def _say(sketch: Sketch, words: str, alone: bool) -> None:
    """Put a rare formula behind a text, as a paragraph of its own or at the end of the last one."""
    if alone:
        sketch.paragraphs.append([])
    sketch.paragraphs[-1].append(Sentence(words, plain=False))


def write(folder: Path, truth: Truth) -> None:
    """Write the planted documents and their authority files."""
    for sketch in truth.documents.values():
        path = folder / "content/sources" / f"{sketch.id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sketch.printed(), encoding="utf-8")
    write_authority(folder / "content/authority")
