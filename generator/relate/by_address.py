"""Refers to: the web address of another document's original stands in the text."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from generator.model import Citation, Record, Wanted
from generator.relate.archive import Archive, Found
from generator.relate.citing import refer, refers

_SCHEME = re.compile(r"^[a-z]+:/*(?:www\.)?", re.IGNORECASE)
_TRACKING = re.compile(r"(?:utm_.*|fbclid|gclid|yclid|mc_cid|mc_eid)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$")
_BEHIND = ".,;:!?'\"’”»)]}>"
_PARTS = 2
"""An address of fewer parts behind its host is of a section, not of a document."""


def relate(archive: Archive, found: Found) -> None:
    """Link each address to the one document whose original it is.

    An address that is not held is wanted only where the archive has documents of the same host, and it is as deep as a
    document's: most addresses are those of web pages, not of documents.
    """
    held: dict[str, set[str]] = {}
    for record in archive.records:
        for address in filter(None, (record.document.original, record.document.archived)):
            held.setdefault(normal(address), set()).add(record.document.id)
    depths: dict[str, int] = {}
    for address in held:
        host = _host(address)
        depths[host] = min(depths.get(host, 99), _depth(address))
    for record, citation in archive.citations["address"]:
        _resolve(archive, found, record, citation, held, depths)


def _resolve(
    archive: Archive,
    found: Found,
    record: Record,
    citation: Citation,
    held: dict[str, set[str]],
    depths: dict[str, int],
) -> None:
    own, address = record.document.id, normal(citation.address or "")
    documents = held.get(address, set())
    if own in documents:
        return
    to = found.one_of(documents)
    if to:
        reason = "Its text gives the address of the original"
        refer(archive, found, record, refers(to, "address", "stated", 0.99, reason, citation.at))
    elif not documents and _depth(address) >= max(_PARTS, depths.get(_host(address), 99)):
        found.want(own, Wanted(citation.at, None, None, None, citation.address))


def _host(address: str) -> str:
    return address.partition("/")[0].partition("?")[0]


def _depth(address: str) -> int:
    return len([part for part in re.split(r"[/?]", address)[1:] if part])


def normal(address: str) -> str:
    """An address without what makes no difference.

    That is the scheme, `www.`, a slash at the end, a name like `index.html`, a place in the page, marks that only count
    visitors, how letters are encoded, and punctuation of the sentence that it stands in.
    """
    bare = _SCHEME.sub("", address.strip().rstrip(_BEHIND))
    try:
        parts = urlsplit(f"//{bare}")
    except ValueError:
        return bare.casefold()
    query = [(n, v) for n, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(n)]
    path = _INDEX.sub("", unquote(parts.path).casefold()).rstrip("/")
    made = f"{parts.netloc.casefold().removesuffix(':80').removesuffix(':443')}{path}"
    return f"{made}?{urlencode(sorted(query)).casefold()}" if query else made
