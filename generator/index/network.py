"""Which people and bodies texts name together, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from generator.authority import Authority
from generator.figures import Network, Pair
from generator.model import Record

_NAMED = 300
"""Pairs are sought among so many, those that most texts name: the pairs that are named most are among them."""
_PAIRS = 1000
_SURE = ("stated", "curated")


def network(records: Sequence[Record], authority: Authority) -> Network:
    """The pairs that most texts name together; copies and versions of one text are one text."""
    texts = _texts(records, authority)
    weights = Counter(key for named in texts.values() for key in named)
    kept = {key for key, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_NAMED]}
    together = _pairs(kept & named.keys() for named in texts.values())
    sure = _pairs({key for key in kept & named.keys() if named[key]} for named in texts.values())
    most = sorted(together, key=lambda pair: (-together[pair], pair))[:_PAIRS]
    return Network(tuple(Pair(*pair, together[pair], sure[pair]) for pair in most), dict(sorted(weights.items())))


def _texts(records: Sequence[Record], authority: Authority) -> dict[str, dict[str, bool]]:
    """For each text the people and bodies named in it outside its furniture, and whether it names them surely."""
    texts: dict[str, dict[str, bool]] = {}
    public = {key for key, entry in authority.entries.items() if entry.visibility == "public"}
    for record in sorted(records, key=lambda record: record.document.id):
        named = texts.setdefault(record.document.family or record.document.id, {})
        furniture = {block.number for block in record.blocks if block.recurring}
        for mention in record.mentions:
            counts = mention.entity in public and mention.entity.startswith(("people/", "organisations/"))
            if counts and not (mention.at and mention.at.paragraph in furniture):
                named[mention.entity] = named.get(mention.entity, False) or mention.certainty in _SURE
    return texts


def _pairs(several: Iterable[set[str]]) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for keys in several:
        found.update(combinations(sorted(keys), 2))
    return found
