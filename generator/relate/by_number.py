"""Refers to: a number of the archive's own numbering, which the settings turn into the id of a document."""

from __future__ import annotations

from generator.model import Wanted
from generator.relate.archive import Archive, Found
from generator.relate.citing import refer, refers


def relate(archive: Archive, found: Found) -> None:
    """Link each number to its document; what is not held is wanted under its id, or under the words that name it."""
    for record, citation in archive.citations["number"]:
        own, to = record.document.id, citation.document
        if to == own or to in archive.withheld:
            continue
        if to in archive.by_id:
            reason = "Its text gives the number of the document"
            refer(archive, found, record, refers(to, "number", "stated", 0.99, reason, citation.at))
        else:
            found.want(own, Wanted(citation.at, None, None, None, to or citation.number))
