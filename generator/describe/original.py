"""The address of the original: a web address that stands alone, or behind a word for source."""

from __future__ import annotations

import re

from generator.describe.claims import Claim, stated
from generator.describe.reading import Reading

_LABEL = re.compile(
    r"^(?:original|source|url|link|available at|address|источник|оригинал|kaynak|түпнуска)?\s*:?\s*<?$", re.IGNORECASE
)


def claim(reading: Reading) -> Claim | None:
    """The one address that a block of its own gives; two different ones decide nothing."""
    found = {}
    for citation in reading.findings.citations:
        if citation.form == "address" and citation.address:
            text = reading.block(citation.at.paragraph).text
            alone = text[citation.at.end :].strip(" >.\n") == ""
            if alone and _LABEL.match(text[: citation.at.start].strip()):
                found[citation.address] = citation.at
    if len(found) != 1:
        return None
    ((address, at),) = found.items()
    return stated(address, "address-line", at)
