"""What all references have in common: whether their target may be later, and one reference at a place."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Link, Place, Record, first_day
from generator.relate.archive import Archive, Found, last_day


def refer(archive: Archive, found: Found, source: Record, link: Link) -> None:
    """Keep a reference that names its target, marked where that is of a later date.

    Nothing is kept where the text speaks of another document at the same place, by what was looked at before.
    """
    id = source.document.id
    if link.to != id and not (link.at and found.cites(id, link.at)):
        found.add(id, replace(link, forward=is_later(archive.by_id[link.to], source)))


def is_later(target: Record, source: Record) -> bool:
    """Whether a document was not there yet when another was written: its first day is after the other's last."""
    last = last_day(source)
    return bool(last and first_day(target.document) > last)


def refers(to: str, basis: str, certainty: str, score: float, reason: str, at: Place) -> Link:
    """A reference to a document."""
    return Link(to, "refers-to", basis, certainty, score, reason, at)


def text_of(record: Record, at: Place) -> str:
    """The text of the block that a place is in; empty for a document without text."""
    return record.blocks[at.paragraph - 1].text if at.paragraph <= len(record.blocks) else ""


def before(record: Record, at: Place, reach: int) -> str:
    """The text of its block right before a place, at most `reach` code points."""
    return text_of(record, at)[max(0, at.start - reach) : at.start]
