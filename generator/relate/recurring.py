"""Text that recurs over the archive: "About …", contacts, share buttons.

A block recurs where the same words, each figure counted alike, stand in three documents and more that are no copies of
one text. That is told from a statement which many quote by who and when: one publisher prints its furniture on three
days and more, at the head or foot of its texts; what several publishers print recurs over months.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from generator.relate.archive import Archive, Found
from generator.relate.features import RUN, Hashes
from generator.relate.texts import Numbers, Texts, begins

_FEWEST, _SEVERAL, _MANY = 3, 5, 12
"""Documents that hold a block: of one publisher; of several, at the edge of the text; anywhere in it."""
_MONTHS, _YEARS = 60, 730
"""Days between the first and the last of them."""
_AT_EDGE = 0.8
_CORE = 30
"""Words that a text keeps: where less is left, none of its blocks is taken for furniture."""
_LONG = 8
"""Words of a block that says something by itself; a shorter one (`Share`, a signature) is furniture beside others."""
_PARAGRAPH = 25
"""Words of a block that is furniture also amid a text."""
_HALF = 0.5
"""Or in so many of a publisher's texts."""
_NEAR = 0.8
"""The share of a block's shingles that stand in furniture, where the block is furniture with a word changed."""

_Holder = tuple[int, int]
"""The number of a document, and the place of a block in it."""


def relate(archive: Archive, _: Found) -> None:
    """Tell in `texts.recurring` which blocks are furniture."""
    texts = archive.texts
    repeated = _repeated(texts)
    edges = _edges(texts, {holder for holders in repeated for holder in holders})
    flagged: dict[int, set[int]] = defaultdict(set)
    for holders in repeated:
        if _recurs(texts, holders, sum(holder in edges for holder in holders)):
            for number, place in holders:
                flagged[number].add(place)
    _add_near(texts, flagged)
    for number, places in flagged.items():
        texts.recurring[number] = _bounded(texts, number, places)


def _repeated(texts: Texts) -> list[list[_Holder]]:
    """The blocks that stand in three documents and more, each with its holders."""
    each = [_of_text(texts, number) for number in range(len(texts))]
    hashes = np.concatenate([*each, _NONE])
    counts = np.array([len(own) for own in each], dtype=np.int64)
    numbers = np.repeat(np.arange(len(texts)), counts)
    places = np.arange(len(hashes)) - np.repeat(np.cumsum(counts) - counts, counts)
    order = np.argsort(hashes, kind="stable")
    order = order[np.searchsorted(hashes[order], 1) :]  # blocks without words have the hash 0
    first = np.flatnonzero(begins(hashes[order]))
    count = np.diff(np.append(first, len(order)))
    groups = (order[at : at + n] for at, n in zip(first[count >= _FEWEST], count[count >= _FEWEST], strict=True))
    holders = (list(zip(numbers[group].tolist(), places[group].tolist(), strict=True)) for group in groups)
    return [several for several in holders if len({number for number, _ in several}) >= _FEWEST]


def _of_text(texts: Texts, number: int) -> Hashes:
    """The hashes of a document's blocks, 0 for one without words and for a note, which belongs to its mark."""
    own = texts.features[number].blocks
    notes = [at for at, block in enumerate(texts.records[number].blocks) if block.kind == "note"]
    if notes:
        own = own.copy()
        own[notes] = 0
    return own


def _edges(texts: Texts, repeated: set[_Holder]) -> set[_Holder]:
    """Of the repeated blocks those with nothing but such before them, or nothing but such behind."""
    edges = set()
    for number in {number for number, _ in repeated}:
        places = [place for place, hash_ in enumerate(texts.features[number].blocks) if hash_]
        for run in (places, places[::-1]):
            for place in run:
                if (number, place) not in repeated:
                    break
                edges.add((number, place))
    return edges


def _recurs(texts: Texts, holders: list[_Holder], at_edge: int) -> bool:
    numbers = np.unique([number for number, _ in holders])
    days, issuers = texts.days[numbers], texts.issuers[numbers]
    known = days[days >= 0]
    spread = int(known.max() - known.min()) if len(known) else 0
    edge = at_edge >= _AT_EDGE * len(holders)
    length = _length(texts, holders[0])
    if length < _LONG:
        return edge and _in_most(texts, issuers)
    if not edge and length < _PARAGRAPH:
        return False
    if len(numbers) >= _MANY and spread >= _MONTHS:
        return True
    if len(numbers) >= _SEVERAL and spread >= _MONTHS and edge:
        return True
    return any(_of_one_issuer(days[issuers == issuer], edge) for issuer in np.unique(issuers[issuers >= 0]))


def _length(texts: Texts, holder: _Holder) -> int:
    number, place = holder
    starts = texts.features[number].starts
    return int(starts[place + 1] - starts[place])


def _in_most(texts: Texts, issuers: Numbers) -> bool:
    """Whether a publisher of three holders and more prints it in half of its texts."""
    known, count = np.unique(issuers[issuers >= 0], return_counts=True)
    all_ = [int((texts.issuers == issuer).sum()) for issuer in known]
    return any(n >= _FEWEST and n >= _HALF * m for n, m in zip(count.tolist(), all_, strict=True))


def _of_one_issuer(days: Numbers, edge: bool) -> bool:
    """Whether one publisher prints it again and again: on three days at the edge, over years anywhere."""
    on = np.unique(days[days >= 0])
    if len(on) < _FEWEST:
        return False
    return edge or int(on[-1] - on[0]) >= _YEARS


def _add_near(texts: Texts, flagged: dict[int, set[int]]) -> None:
    """Add the blocks next to furniture, or at the foot, that are furniture but for a word or two."""
    furniture = ((number, place) for number, places in flagged.items() for place in places)
    known = np.unique(np.concatenate([*(_runs(texts, *holder) for holder in furniture), _NONE]))
    if not len(known):
        return
    for number in _that_may_have(texts, flagged, known):
        places = np.flatnonzero(texts.features[number].blocks).tolist()
        for run in (places[::-1], places):
            for place in run:
                if place not in flagged.get(number, ()):
                    if not _stand_in(_runs(texts, number, place), known):
                        break
                    flagged[number].add(place)


def _that_may_have(texts: Texts, flagged: Mapping[int, set[int]], known: Hashes) -> list[int]:
    """The texts that have furniture, or whose first or last words are those of furniture."""
    ends = [features.shingles[[0, -1]] if len(features.shingles) else _TWO for features in texts.features]
    known_ends = _are_known(np.concatenate([*ends, _NONE]), known).reshape(-1, 2).any(axis=1)
    return sorted({*flagged, *np.flatnonzero(known_ends).tolist()})


_TWO = np.zeros(2, dtype=np.uint64)
_NONE = np.zeros(0, dtype=np.uint64)


def _stand_in(runs: Hashes, known: Hashes) -> bool:
    """Whether most shingles of a block are among the known ones, which are sorted."""
    if len(runs) < _LONG - RUN:
        return False
    return float(_are_known(runs, known).mean()) >= _NEAR


def _are_known(runs: Hashes, known: Hashes) -> NDArray[np.bool_]:
    at = np.minimum(np.searchsorted(known, runs), len(known) - 1)
    found: NDArray[np.bool_] = known[at] == runs
    return found


def _runs(texts: Texts, number: int, place: int) -> Hashes:
    """The shingles that begin and end within a block."""
    features = texts.features[number]
    start, end = features.starts[place : place + 2].tolist()
    return features.shingles[start : max(start, end - RUN + 1)]


def _bounded(texts: Texts, number: int, places: set[int]) -> frozenset[int]:
    """The blocks, less those that bear the document's facts; none where hardly a text would be left."""
    document, starts = texts.records[number].document, texts.features[number].starts
    facts = (document.evidence.get(name) for name in ("title", "date", "place", "published"))
    telling = {fact.paragraph - 1 for fact in facts if fact and fact.paragraph}
    blocks = texts.records[number].blocks
    kept = frozenset(places - telling)
    kept = frozenset(place for place in kept if blocks[place].kind != "heading" or place + 1 in kept)
    left = int(starts[-1]) - sum(int(starts[place + 1] - starts[place]) for place in kept)
    return kept if left >= _CORE else frozenset()
