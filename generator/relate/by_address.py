"""Refers to: the web address of another document's original stands in the text."""

from __future__ import annotations

import re

from generator.model import Link
from generator.relate.archive import Archive, Found

_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


def relate(archive: Archive, found: Found) -> None:
    """Link each address in a text to the document whose original it is; an address of two documents links to none."""
    held: dict[str, set[str]] = {}
    for record in archive.records:
        if record.document.original:
            held.setdefault(normal(record.document.original), set()).add(record.document.id)
    for record in archive.records:
        for citation in record.citations:
            documents = held.get(normal(citation.address), set()) if citation.address else set()
            if len(documents) == 1:
                reason = "Its text gives the address of the original"
                to = next(iter(documents))
                link = Link(to, "refers-to", "address", "stated", 0.99, reason, citation.at)
                found.add(record.document.id, link)


def normal(address: str) -> str:
    """An address without what makes no difference: scheme, `www.`, a slash at the end."""
    return _SCHEME.sub("", address.strip()).rstrip("/").casefold()
