"""Where a reader reports what is wrong with a document, or asks that something be removed or protected.

`report_to` in `mkdocs.yml` sets an address for each, of `https:` or `mailto:`. What it is given:

| | `https:`, as parameters of the query | `mailto:` |
|---|---|---|
| `correct` | `document`: the address of the page | `subject`, and the same address in `body` |
| `correct`, at a paragraph (by script) | also `anchor` (`p-1f0c9a`), `quote` (to 500 characters) | the same in `body` |
| `protect` | `document` alone | `subject` without any word of the document, the address in `body` |

Whoever asks for protection must not have to repeat what harms: so there is no quotation, no anchor and no title in it,
wherever on the page it is asked, and the browser is told to send no referrer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from generator.render.site import Site
from generator.render.words import _


@dataclass(frozen=True, slots=True)
class Report:
    """A way to report."""

    way: str
    """`correct` or `protect`."""
    words: str
    """What the link says."""
    link: str
    """The address, with the document in it."""


def reports(site: Site, id: str) -> list[Report]:
    """The ways in which readers may report the document `id`; none where `report_to` sets none."""
    address = f"{(site.notes.url or '').rstrip('/')}/documents/{id}/"
    return [
        Report(way, words, _address(site.notes.report_to[way], subject, address))
        for way, words, subject in _ways()
        if way in site.notes.report_to
    ]


def _ways() -> Iterator[tuple[str, str, str]]:
    """Each way with the words of its link and the subject of a letter."""
    yield "correct", _("Report a mistake in this document"), _("A mistake in a document")
    yield "protect", _("Ask to remove or protect something"), _("To remove or protect")


def _address(to: str, subject: str, document: str) -> str:
    parts = urlsplit(to)
    given = parse_qsl(parts.query, keep_blank_values=True)
    if parts.scheme == "mailto":
        # In a letter `+` is a plus sign, so that a space must be written out.
        body = _("Document: {address}").format(address=document) + "\n\n"
        query = urlencode([*given, ("subject", subject), ("body", body)], quote_via=quote)
    else:
        query = urlencode([*given, ("document", document)])
    return parts._replace(query=query).geturl()
