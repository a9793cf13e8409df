"""What texts speak of and the archive does not hold, gathered over all documents."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.authority import Authority
from generator.model import Record, Wanted
from generator.render.dates import in_words
from generator.render.words import _, later_
from generator.text import key, squeeze

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Want:
    """One document that is wanted."""

    key: Key
    publisher: str | None
    kind: str | None
    date: str | None
    named: str | None
    cited: tuple[tuple[Record, Wanted], ...]
    """Each place that speaks of it, in the order of the documents given."""

    @property
    def anchor(self) -> str:
        """Its anchor on the page of what is wanted: the same as long as it is called the same."""
        return "w-" + hashlib.sha256("\0".join(self.key).encode()).hexdigest()[:8]

    def words(self, authority: Authority) -> str:
        """What it is, as far as texts say."""
        body = authority.name(f"organisations/{self.publisher}") if self.publisher else ""
        kind = authority.name(f"kinds/{self.kind}") if self.kind else "" if self.named else _("a document")
        date = in_words(self.date) if self.date else ""
        return ", ".join(part for part in (body, kind, self._called(), date) if part)

    def _called(self) -> str:
        """What texts call it: for an id of the archive's own numbering the words that give its number."""
        if not self.id:
            return squeeze(self.named or "")
        said = {squeeze(wanted.at.quote) for _, wanted in self.cited if wanted.at}
        worded = [quote for quote in said if any(map(str.isalpha, quote))]
        if worded:
            return min(worded, key=lambda quote: (len(quote), quote))
        return _("No. {number}").format(number=min(said)) if said else self.id

    @property
    def id(self) -> str | None:
        """The id that it will have, where the archive's own numbering gives one."""
        return self.named if any(_form(*one) == _OWN for one in self.cited) else None

    @property
    def what(self) -> str:
        """How texts name it, in words for the reader: `symbol`, `title`, …; of several ways the most frequent."""
        return _(_agreed(_form(*one) for one in self.cited) or later_("name"))


_OWN = later_("number in this archive")
_ADDRESS = re.compile(r"(?i:[a-z]+://|www\.)|[a-z][a-z\d-]*(?:\.[a-z\d-]+)+/")
_ID = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")
_QUOTED = re.compile(r"[\"'“«„‘]\s*$")


def _form(record: Record, wanted: Wanted) -> str:
    """How a text names what it wants, told from the words: the public record keeps no more of it."""
    named, at = wanted.named, wanted.at
    if not named:
        return later_("description")
    if _ADDRESS.match(named):
        return later_("web address")
    if not at:
        return later_("name")
    if _ID.fullmatch(named) and key(named) not in key(at.quote):
        return _OWN  # such a name stands in no text: the settings make it of a number
    if not any(map(str.isspace, named)) and any(map(str.isdigit, named)):
        return later_("symbol")
    return (
        later_("title")
        if _QUOTED.search(record.blocks[at.paragraph - 1].text[: at.start])
        else later_("number in a series")
    )


def key_of(wanted: Wanted) -> Key | None:
    """What makes two places speak of one document: the name that both give it, else body, kind and date.

    None where nothing is known of it, as where the words are not published.
    """
    if wanted.named:
        return "named", key(wanted.named)
    facts = (wanted.publisher or "", wanted.kind or "", wanted.date or "")
    return ("described", *facts) if any(facts) else None


def wants(records: Sequence[Record]) -> tuple[Want, ...]:
    """All that is wanted: the most often cited first, then by key."""
    found: dict[Key, list[tuple[Record, Wanted]]] = {}
    for record in records:
        for wanted in record.wanted:
            known = key_of(wanted)
            if known:
                found.setdefault(known, []).append((record, wanted))
    made = [_want(known, cited) for known, cited in found.items()]
    return tuple(sorted(made, key=lambda want: (-len(want.cited), want.key)))


def _want(known: Key, cited: list[tuple[Record, Wanted]]) -> Want:
    several = [wanted for _, wanted in cited]
    return Want(
        known,
        _agreed(wanted.publisher for wanted in several),
        _agreed(wanted.kind for wanted in several),
        _agreed(wanted.date for wanted in several),
        _agreed(wanted.named for wanted in several),
        tuple(cited),
    )


def _agreed(values: Iterable[str | None]) -> str | None:
    """What most places say; of as many the first in the alphabet."""
    count = Counter(value for value in values if value)
    return min(count, key=lambda value: (-count[value], value)) if count else None
