"""What texts speak of and the archive does not hold, gathered over all documents."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import edtf
from generator.authority import Authority
from generator.model import Record, Wanted
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
        kind = authority.name(f"kinds/{self.kind}") if self.kind else "" if self.named else "a document"
        date = edtf.humane(self.date) if self.date else ""
        return ", ".join(part for part in (body, kind, squeeze(self.named or ""), date) if part)


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
