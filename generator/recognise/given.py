"""Given names that stand alone: as a signature, behind a sovereign's title, or of a person whom the text names in full.

Looked for apart from the other names: most given names are borne by many, and are found in every text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.authority import Authority, Person
from generator.model import Block, NameSpan, Place
from generator.recognise.forms import person_names
from generator.recognise.matchable import plain
from generator.text import CAPITAL

_LONGEST = 24
_TITLED = re.compile(
    r"\b(?:King|Queen|Prince|Princess|Sheikh|Shaikh|Emir|Amir|Sultan|Emperor|Empress|Shah|Pope|[Кк]орол[ьяюе]\w?|[Пп]ринц\w?)"
    rf"\s+(?P<name>{CAPITAL}[\w’'-]+)"
)
_TITLES = (
    "King ",
    "Queen ",
    "Prince",
    "Sheikh ",
    "Shaikh ",
    "mir ",
    "Sultan ",
    "Emp",
    "Shah ",
    "Pope ",
    "орол",
    "ринц",
)
_FULL = ("name", "variant", "initials")


class GivenNameFinder:
    """Finds given names where they may mean somebody."""

    def __init__(self, authority: Authority) -> None:
        """List who bears which given name."""
        bearers: dict[str, set[str]] = defaultdict(set)
        self._given: dict[str, frozenset[str]] = {}
        for entry in authority.folder("people"):
            if isinstance(entry, Person):
                firsts = {name.given[0] for name in person_names(entry) if name.given and "." not in name.given[0]}
                self._given[entry.key] = frozenset(firsts)
                for first in firsts:
                    bearers[plain(first).strip()].add(entry.key)
        self._bearers = {name: tuple(sorted(people)) for name, people in bearers.items()}

    def find(self, blocks: Sequence[Block], names: Sequence[NameSpan]) -> Iterator[NameSpan]:
        """The spans of given names, none within another name."""
        taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for name in names:
            taken[name.at.paragraph].append((name.at.start, name.at.end))
        full = {n.candidates[0] for n in names if n.form in _FULL and n.candidates[0].startswith("people/")}
        titled = [(block, place) for block in blocks for place in _titled(block)] if _titles_in(blocks) else []
        alone = [(block, place) for block in blocks for place in _alone(block)]
        for block, place in [*titled, *alone]:
            yield from self._span(block, *place, taken[block.number])
        introduced = full | {person for block, place in titled for person in self._named(block, *place)}
        yield from self._of_introduced(blocks, introduced, taken)

    def _span(self, block: Block, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[NameSpan]:
        people = self._named(block, start, end)
        if people and not any(first < end and start < last for first, last in taken):
            taken.append((start, end))
            yield NameSpan(Place(block.number, start, end, block.text[start:end]), people, "given")

    def _named(self, block: Block, start: int, end: int) -> tuple[str, ...]:
        return self._bearers.get(plain(block.text[start:end]).strip(), ())

    def _of_introduced(
        self, blocks: Sequence[Block], people: Iterable[str], taken: dict[int, list[tuple[int, int]]]
    ) -> Iterator[NameSpan]:
        firsts = sorted({name for person in people for name in self._given.get(person, ()) if len(name) > 2})
        if not firsts:
            return
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, firsts))})(?!\w)")
        for block in blocks:
            for match in pattern.finditer(block.text):
                yield from self._span(block, *match.span(), taken[block.number])


def _alone(block: Block) -> Iterator[tuple[int, int]]:
    """The only word of a block, as in a signature."""
    text = block.text.strip(" .,*\n")
    if 1 < len(text) <= _LONGEST and " " not in text and text[0].isupper():
        start = block.text.index(text)
        yield start, start + len(text)


def _titles_in(blocks: Sequence[Block]) -> bool:
    """Whether any such title stands in the text: most have none."""
    text = "\n".join(block.text for block in blocks)
    return any(title in text for title in _TITLES)


def _titled(block: Block) -> Iterator[tuple[int, int]]:
    yield from (match.span("name") for match in _TITLED.finditer(block.text))
