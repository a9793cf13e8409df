"""Replies to, corrects, supersedes, part of: words that say so right before a reference that was resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Link, Place, Record
from generator.relate.archive import Archive, Found
from generator.relate.citing import before

_REACH = 160
_SENTENCE = re.compile(r"(?:[.!?;]\s+|\n\s*\n)")
_BETWEEN = (
    r"(?:\s+(?:the|your|our|its|their|his|her|a|an|that|said|joint|first|second|third|previous|earlier|above-mentioned"
    r"|letter|note|text|document|doc\.|decision|resolution|order|decree|statement|report|paper|no\.|№|dated|of|от"
    r"|ваш\w*|его|её|их|письм\w+|нот[аыуе]|документ\w*|решени\w+|постановлени\w+|заявлени\w+|доклад\w*"
    r"|(?-i:[^\W\d_a-zа-яё])[\w./’'-]*))*[\s“„«\"‘(]*$"
)
"""What may stand between the words that say it and the reference: articles, possessives, names."""
_WE = r"(?:we|i|it|мы|он[оа]?)"
_THIS = (
    r"(?:(?:this|the present|the following|настоящ\w+|данн\w+|эт\w{1,2})(?:\s+[\w-]+){0,3}?|" + _WE + r")"
    r"(?:\s+(?:is|also|hereby|which|являет\w+|an?|the))*\s*"
)
"""What this document may call itself, as the subject of a sentence."""


@dataclass(frozen=True, slots=True)
class _Cue:
    relation: str
    verbs: str
    pattern: re.Pattern[str]
    subject: bool = True
    """Whether this document must be the subject; else a beginning of the text may also do, or a word like `your`."""


def _cue(relation: str, verbs: str, subject: bool = True) -> _Cue:
    return _Cue(relation, verbs, re.compile(rf"(?:^|(?<=\W))(?P<cue>{verbs}){_BETWEEN}", re.IGNORECASE), subject)


_CUES = (
    _cue("replies-to", r"(?:replies|responds) to|answers|is (?:a|in) (?:reply|response) to|отвечает на"),
    _cue(
        "replies-to",
        r"in (?:reply|response|answer) to|(?:refers? to|referring to|with reference to|reference is made to"
        r"|thank you for) your|в ответ на|ссылаясь на ваш\w*",
        subject=False,
    ),
    _cue("corrects", r"corrects|исправляет"),
    _cue(
        "corrects",
        r"correction (?:to|of)|corrigendum to|errat(?:um|a) (?:to|in)|исправлени[ея] (?:к|в)",
        subject=False,
    ),
    _cue("supersedes", r"supersedes|replaces|cancels(?: and replaces)?|заменяет|отменяет"),
    _cue("supersedes", r"in (?:replacement|place) of|взамен", subject=False),
    _cue("part-of", r"(?:forms? (?:an (?:integral )?)?|is )part of|является частью|составляет часть"),
    _cue(
        "part-of",
        r"(?:annex|appendix|addendum|attachment|enclosure)(?: (?:no\.? )?\w{1,4})? to"
        r"|приложени[ея](?: №? ?\d+)? к",
        subject=False,
    ),
)
_ANY_CUE = re.compile("|".join(cue.verbs for cue in _CUES), re.IGNORECASE)
"""Hardly a sentence has one: the others are looked at once."""
_PASSIVE = re.compile(
    rf"^{_THIS}(?:(?:is|was|has been|were|are)\s+)?(?:(?P<supersedes>superseded|replaced|cancelled|заменен\w*"
    rf"|отменен\w*)|(?P<corrects>corrected|исправлен\w*)|(?P<replies_to>answered))(?:\s+by)?{_BETWEEN}",
    re.IGNORECASE,
)
_HEAD = 2
"""So many paragraphs behind the title a text may still say what it is."""


def relate(archive: Archive, found: Found) -> None:
    """Beside a reference, what the words before it say that this document does to the other.

    `this was superseded by …` says it of the other document, whose record then holds the link.
    """
    for source, link in list(found.links):
        if link.relation != "refers-to" or not link.at:
            continue
        record = archive.by_id[source]
        sentence = _sentence(record, link.at)
        for relation in _active(record, link.at, sentence):
            found.add(source, _said(link.to, relation, link.at, None))
        passive = _PASSIVE.search(sentence)
        if passive:
            relation = next(name for name, words in passive.groupdict().items() if words).replace("_", "-")
            found.add(link.to, _said(source, relation, None, link.at))


def _said(to: str, relation: str, at: Place | None, target_at: Place | None) -> Link:
    return Link(to, relation, "said", "stated", 0.95, "Its text says so", at, target_at)


def _sentence(record: Record, at: Place) -> str:
    """The beginning of the sentence in which a reference stands."""
    return _SENTENCE.split(before(record, at, _REACH))[-1].lstrip()


def _active(record: Record, at: Place, sentence: str) -> Iterator[str]:
    for cue in _CUES if _ANY_CUE.search(sentence) else ():
        match = cue.pattern.search(sentence)
        if match and _is_this(record, at, sentence[: match.start("cue")], cue, sentence[match.start("cue") :]):
            yield cue.relation
            return


def _is_this(record: Record, at: Place, subject: str, cue: _Cue, said: str) -> bool:
    """Whether it is this document that does it: it says so, its issuer does, or it stands at its head."""
    if re.fullmatch(rf"\W*{_THIS}", subject, re.IGNORECASE) or _is_issuer(
        record, at, subject, cue.relation == "replies-to" and not cue.subject
    ):
        return True
    if cue.subject or subject.strip(' \n"“«(*_'):
        return False
    title = record.document.evidence.get("title")
    at_head = at.paragraph <= (title.paragraph if title and title.paragraph else 1) + _HEAD
    return at_head or bool(re.search(r"\byour\b|\bваш", said, re.IGNORECASE))


def _is_issuer(record: Record, at: Place, subject: str, in_reply: bool) -> bool:
    """Whether the subject of the sentence is the body whose document this is."""
    own = {f"organisations/{body}" for body in (record.document.publisher, record.document.creator) if body}
    named = subject.strip().removeprefix("The ").removeprefix("the ")
    issuers = [m.at.quote for m in record.mentions if m.entity in own and m.at and m.at.paragraph == at.paragraph]
    return any(named == issuer or (in_reply and named.startswith(issuer)) for issuer in issuers)
