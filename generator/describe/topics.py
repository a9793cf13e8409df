"""Topics, by the terms of `topics.yml` that the text uses."""

from __future__ import annotations

from collections import defaultdict

from generator.describe.claims import Claim, inferred
from generator.describe.reading import Reading
from generator.model import TopicUse
from generator.text import key


def claim(reading: Reading) -> Claim | None:
    """Each topic that the text names, with its terms; the score grows with each use and never reaches one."""
    uses: dict[str, list[str]] = defaultdict(list)
    for span in reading.findings.names:
        for candidate in span.candidates:
            if candidate.startswith("topics/"):
                uses[candidate.partition("/")[2]].append(key(span.at.quote))
    topics = tuple(
        TopicUse(topic, tuple(sorted(set(terms))), round(1 - 0.5 ** len(terms), 2)) for topic, terms in uses.items()
    )
    ordered = tuple(sorted(topics, key=lambda use: (-use.score, use.topic)))
    return inferred(ordered, "terms", None) if ordered else None
