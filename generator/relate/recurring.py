"""Text that recurs over the archive: "About …", contacts, share buttons.

A block recurs where the same words, each figure counted alike, stand in three documents and more that are no copies of
one text. That is told from a statement which many quote by who and when: one publisher prints its furniture on three
days and more, at the head or foot of its texts; what several publishers print recurs over months.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile

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
"""Words that are left of a text where its furniture is folded on the page."""
_LONG = 8
"""Words of a block that says something by itself; a shorter one (`Share`, a signature) is furniture beside others."""
_PARAGRAPH = 25
"""Words of a block that is furniture also amid a text."""
_HALF, _QUARTER = 0.5, 0.25
"""The share of a publisher's texts in which a short block stands; one in which names, days and figures vary."""
_NEAR = 0.8
"""The share of a block's shingles that stand in furniture, where the block is furniture with a word changed."""

_Holder = tuple[int, int]
"""The number of a document, and the place of a block in it."""


def relate(archive: Archive, _: Found) -> None:
    """Tell in `texts.recurring` which blocks are furniture."""
    texts = archive.texts
    blocks = _repeated(texts, [features.blocks for features in texts.features])
    frames = _repeated(texts, [features.frames for features in texts.features])
    heads, feet = _edges(texts, {holder for holders in [*blocks, *frames] for holder in holders})
    edges = heads | feet
    flagged: dict[int, set[int]] = defaultdict(set)
    for holders in blocks:
        if _recurs(texts, holders, _share(holders, edges) >= _AT_EDGE):
            _flag(flagged, holders)
    for holders in frames:
        if _share(holders, feet) >= _AT_EDGE and _in_many(texts, _issuers(texts, holders), _QUARTER):
            _flag(flagged, holders)
    _add_near(texts, flagged)
    for number, places in flagged.items():
        texts.recurring[number] = _without_facts(texts, number, places)


def shown(texts: Texts, number: int) -> frozenset[int]:
    """The places (from 0) of the blocks that a page shows as furniture: none where hardly a text would be left."""
    places, starts = texts.recurring[number], texts.features[number].starts
    left = int(starts[-1]) - sum(int(starts[place + 1] - starts[place]) for place in places)
    return places if left >= _CORE else frozenset()


def _flag(flagged: dict[int, set[int]], holders: list[_Holder]) -> None:
    for number, place in holders:
        flagged[number].add(place)


def _share(holders: list[_Holder], edges: set[_Holder]) -> float:
    return sum(holder in edges for holder in holders) / len(holders)


def _issuers(texts: Texts, holders: list[_Holder]) -> Numbers:
    issuers: Numbers = texts.issuers[np.unique([number for number, _ in holders])]
    return issuers


def _repeated(texts: Texts, hashes_of: Sequence[Hashes]) -> list[list[_Holder]]:
    """The blocks of the same hash that stand in three documents and more, each with its holders."""
    hashes = np.concatenate([*hashes_of, _NONE])
    counts = np.array([len(own) for own in hashes_of], dtype=np.int64)
    numbers = np.repeat(np.arange(len(texts)), counts)
    places = np.arange(len(hashes)) - np.repeat(np.cumsum(counts) - counts, counts)
    order = np.argsort(hashes, kind="stable")
    order = order[np.searchsorted(hashes[order], 1) :]  # blocks that do not count have the hash 0
    first = np.flatnonzero(begins(hashes[order]))
    count = np.diff(np.append(first, len(order)))
    groups = (order[at : at + n] for at, n in zip(first[count >= _FEWEST], count[count >= _FEWEST], strict=True))
    holders = (list(zip(numbers[group].tolist(), places[group].tolist(), strict=True)) for group in groups)
    return [several for several in holders if len({number for number, _ in several}) >= _FEWEST]


def _edges(texts: Texts, repeated: set[_Holder]) -> tuple[set[_Holder], set[_Holder]]:
    """Of the repeated blocks those with nothing but such before them, and those with nothing but such behind."""
    heads: set[_Holder] = set()
    feet: set[_Holder] = set()
    for number in {number for number, _ in repeated}:
        places = np.flatnonzero(texts.features[number].blocks).tolist()
        for edge, run in ((heads, places), (feet, places[::-1])):
            edge.update(takewhile(repeated.__contains__, ((number, place) for place in run)))
    return heads, feet


def _recurs(texts: Texts, holders: list[_Holder], edge: bool) -> bool:
    numbers = np.unique([number for number, _ in holders])
    days, issuers = texts.days[numbers], texts.issuers[numbers]
    known = days[days >= 0]
    spread = int(known.max() - known.min()) if len(known) else 0
    length = _length(texts, holders[0])
    if length < _LONG:
        return edge and _in_many(texts, issuers, _HALF)
    if not edge and length < _PARAGRAPH:
        return False
    if len(numbers) >= (_SEVERAL if edge else _MANY) and spread >= _MONTHS:
        return True
    return any(_of_one_issuer(days[issuers == issuer], edge) for issuer in np.unique(issuers[issuers >= 0]))


def _length(texts: Texts, holder: _Holder) -> int:
    number, place = holder
    starts = texts.features[number].starts
    return int(starts[place + 1] - starts[place])


def _in_many(texts: Texts, issuers: Numbers, share: float) -> bool:
    """Whether a publisher of three holders and more prints it in such a share of its texts."""
    known, count = np.unique(issuers[issuers >= 0], return_counts=True)
    all_ = [int((texts.issuers == issuer).sum()) for issuer in known]
    return any(n >= _FEWEST and n >= share * m for n, m in zip(count.tolist(), all_, strict=True))


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


def _without_facts(texts: Texts, number: int, places: set[int]) -> frozenset[int]:
    """The blocks, less those that bear the document's facts, and headings with no furniture under them."""
    document, blocks = texts.records[number].document, texts.records[number].blocks
    facts = (document.evidence.get(name) for name in ("title", "date", "place", "published", "original", "symbol"))
    kept = places - {fact.paragraph - 1 for fact in facts if fact and fact.paragraph}
    return frozenset(place for place in kept if blocks[place].kind != "heading" or place + 1 in kept)
