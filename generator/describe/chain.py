"""The way a text came: creator → publisher → informant → republisher."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.authority import Entry, Kind, Organisation
from generator.describe.claims import Claim, first_of, inferred, stated
from generator.describe.format import site
from generator.describe.lines import is_prose, is_salutation, place_of, sentence_at
from generator.describe.reading import Reading
from generator.model import Block, NameSpan
from generator.text import words

_CREDIT = re.compile(
    r"^(?:text|story|report|source|автор|источник|текст|kaynak|metin)\b",
    re.IGNORECASE,
)
_CREDIT_LENGTH = 120
_AT_ONCE = 4
_TOLD = re.compile(r",[^,]*\b(?:told|said|says|reported|reports|according to)\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:source|источник|kaynak|дереккөз|булак)\s?:\s*(?P<body>[^\W\d_][\w .'’&-]{1,50}?)\s*(?:\||$)", re.IGNORECASE
)
_ISSUED = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:today\s+|has\s+)?(?:issued|published|released|announced|adopted|presented|circulated|posted)\b"
)
_INFORMED = re.compile(r"\s*(?:has\s+)?(?:informed|informs|reported|reports|said|says|announced|told)\b")
_CLOSED = re.compile(r"\s*(?:[.\n]|on\b|$)")
_CLAUSE = re.compile(r",\s+(?:the\s+)?$", re.IGNORECASE)
_ACCORDING = re.compile(
    r"\b(?:according to|learned from|learnt from|citing|with reference to|reported by)\s+(?:the\s+)?", re.IGNORECASE
)
_PRESS_SERVICE = re.compile(
    r"(?:\bthe (?:press[- ](?:service|office)|information department) of|\bпресс-служб\w+|\bпресс-центр\w*)"
    r"\s+(?P<body>(?:the )?[^,.;]{3,80})",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"(?:.*\s)?(?:statement|speech|address|message|remarks|broadcast|letter|memorandum|telegram|airgram|note|despatch"
    r"|report|press release|communiqu\w|заявление|обращение|выступление|речь|письмо)\s+(?:by|of|from)\s+(?:the\s+)?$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands before the name of whose text it is: `Statement by`, `Telegram From the`."""
_HINT = re.compile("[Pp]ress[- ][so]|[Ii]nformation dep|ресс-[сц]")
"""What every press service has in its name, found faster than the whole."""
_BODY_END = re.compile(
    r"(?<!\s)\s+(?:has|have|had|is|was|informed|informs|reported|reports|said|says|announced|told|on)\b"
)
_SMALL = frozenset(words("the a an of and in for country s country's republic national"))


def publisher(reading: Reading) -> Claim | None:
    """Who issued this text."""
    return first_of(rule(reading) for rule in PUBLISHER)


def agency(reading: Reading) -> Claim | None:
    """The agency in a dateline: `Kabar (19 January 2021)`, `VIENNA. KAZINFORM -`."""
    for line in reading.datelines:
        if line.agency:
            return stated(reading.organisation(line.agency), "dateline", line.at)
        if line.unlisted_agency:
            return stated(line.unlisted_agency.quote, "dateline", line.at)
    return None


def credit(reading: Reading) -> Claim | None:
    """A line of credit at the end, `Text and pictures by …`, or in the head, `Source: …`."""
    for block in reading.source.blocks[-3:]:
        if len(block.text) <= _CREDIT_LENGTH and _CREDIT.match(block.text):
            bodies = {reading.organisation(span) for span in reading.names_in(block.number)} - {None}
            if len(bodies) == 1:
                return stated(bodies.pop(), "credit-line", place_of(block, 0, len(block.text)))
    for line in reading.head:
        match = _SOURCE.match(line.quote)
        if match:
            at = place_of(
                reading.block(line.paragraph), line.start + match.start("body"), line.start + match.end("body")
            )
            known = {reading.organisation(s) for s in reading.names_in(line.paragraph) if s.at.start == at.start} - {
                None
            }
            return stated(known.pop() if known else at.quote, "credit-line", line)
    return None


def masthead(reading: Reading) -> Claim | None:
    """The body in the title of a text that says of what kind it is, where such texts are its habit."""
    for kind_span in _bare_kinds(reading):
        for line in reading.head:
            for span in reading.names_in(line.paragraph):
                body = reading.organisation(span) if line.start <= span.at.start < line.end else None
                if body and any(body in kind.of for kind in _kinds(reading, kind_span)):
                    return stated(body, "masthead", line)
    return None


def issuer(reading: Reading) -> Claim | None:
    """The subject of the first sentence, where it says that a body issued something."""
    for block in _opening(reading):
        start = max((d.at.end for d in reading.datelines if d.at.paragraph == block.number), default=0)
        _, end = sentence_at(block.text, start, start)
        told = _TOLD.search(block.text[start:end])  # somebody reports it: then somebody else published the report
        for span in reading.names_in(block.number) if not told else ():
            subject = 0 <= span.at.start - start <= _AT_ONCE and _ISSUED.match(block.text, span.at.end)
            body = reading.organisation(span) if subject else None
            if body:
                return inferred(body, "issuer", place_of(block, span.at.start, span.at.end))
    return None


PUBLISHER = (agency, credit, masthead, issuer, site)


def informant(reading: Reading) -> Claim | None:
    """Whom the text reports from; a letter, which salutes its reader, reports from nobody."""
    if any(is_salutation(line.quote) for line in reading.head):
        return None
    return first_of(rule(reading) for rule in INFORMANT)


def press_service(reading: Reading) -> Claim | None:
    """`the press service of the ministry`."""
    for block in (block for block in reading.source.blocks if _HINT.search(block.text)):
        for match in _PRESS_SERVICE.finditer(block.text):
            words_of = _BODY_END.split(match["body"])[0]
            body = _body_meant(reading, block, match.start("body"), match.start("body") + len(words_of))
            if body and body != reading.value("publisher"):
                return stated(
                    body, "press-service", place_of(block, match.start(), match.start("body") + len(words_of))
                )
    return None


def according(reading: Reading) -> Claim | None:
    """`according to X`."""
    for block in (block for block in reading.source.blocks if reading.names_in(block.number)):
        for match in _ACCORDING.finditer(block.text):
            span = next((s for s in reading.names_in(block.number) if s.at.start == match.end()), None)
            body = reading.organisation(span) if span else None
            if span and body and body != reading.value("publisher"):
                return stated(body, "according-to", place_of(block, match.start(), span.at.end))
    return None


def informed(reading: Reading) -> Claim | None:
    """A sentence that ends in `…, X informed`."""
    for block in reading.source.blocks:
        for span in reading.names_in(block.number):
            match = _INFORMED.match(block.text, span.at.end)
            if not match or not _CLOSED.match(block.text, match.end()):
                continue
            if _CLAUSE.search(block.text[max(0, span.at.start - 8) : span.at.start]) and reading.organisation(span):
                return stated(reading.organisation(span), "informed", place_of(block, span.at.start, match.end()))
    return None


INFORMANT = (press_service, according, informed)


def creator(reading: Reading) -> Claim | None:
    """Whose text it is: who is named so in its head, or the publisher of a text that bears its name and kind."""
    claim = reading.claims.get("publisher")
    return whose(reading) or (claim if claim and claim.evidence.basis == "masthead" else None)


def whose(reading: Reading) -> Claim | None:
    """The person or body behind `Statement by`, `Telegram From` in a line of the head."""
    for line in (line for line in reading.head if not is_prose(reading.block(line.paragraph))):
        for span in reading.names_in(line.paragraph):
            inside = line.start <= span.at.start < line.end and span.form in ("name", "variant")
            whose = {c for c in span.candidates if c.startswith(("people/", "organisations/"))}
            if inside and len(whose) == 1 and _WHOSE.fullmatch(line.quote[: span.at.start - line.start]):
                return stated(whose.pop().partition("/")[2], "by-line", line)
    return None


def republisher(reading: Reading) -> Claim | None:
    """Where this copy was found: the site that a page belongs to, where another body issued the text."""
    found = site(reading)
    return found if found and found.value != reading.value("publisher") else None


def _bare_kinds(reading: Reading) -> Iterator[NameSpan]:
    """The kinds of document that stand alone on a line of the head."""
    for line in reading.head:
        bare = line.quote.strip(" ().:")
        for span in reading.names_in(line.paragraph):
            if span.candidates[0].startswith("kinds/") and span.at.start >= line.start and span.at.quote == bare:
                yield span


def _kinds(reading: Reading, span: NameSpan) -> list[Kind]:
    entries: list[Entry | None] = [reading.authority.get(candidate) for candidate in span.candidates]
    return [entry for entry in entries if isinstance(entry, Kind)]


def _opening(reading: Reading) -> list[Block]:
    """The paragraphs in which a text says who speaks: the first two behind the head."""
    last = reading.head[-1].paragraph if reading.head else 1
    return list(reading.source.blocks[last - 1 : last + 1])


def _body_meant(reading: Reading, block: Block, start: int, end: int) -> str | None:
    """The body named between two offsets, or the one that a generic phrase there stands for."""
    for span in reading.names_in(block.number):
        body = reading.organisation(span) if start <= span.at.start and span.at.end <= end + 1 else None
        if body:
            return body
    return generic_body(reading, block.text[start:end])


def generic_body(reading: Reading, phrase: str) -> str | None:
    """The body behind `the country's foreign ministry`: one that the text names in full, else the dateline country's.

    All words of the phrase must stand in one of the body's names.
    """
    wanted = set(words(phrase)) - _SMALL
    bodies = [e for e in reading.authority.folder("organisations") if isinstance(e, Organisation)]
    fit = [body for body in bodies if wanted and any(wanted <= set(words(name)) for name in _names(body))]
    named = [body for body in fit if body.key in reading.named("organisations")]
    if not named:
        country = reading.authority.country(reading.value("place"))
        named = [body for body in fit if country and reading.authority.country(body.place) == country]
    return named[0].id if len(named) == 1 else None


def _names(body: Organisation) -> list[str]:
    return [body.name, *body.also, *(former.name for former in body.former)]
