"""Text that recurs over the archive: "About …", contacts, share buttons.

A block recurs where the same words, each figure counted alike, stand in three documents and more that are no copies of
one text. That is told from a statement which many quote by who and when: one publisher prints its furniture on three
days and more, at the head or foot of its texts; what several publishers print recurs over months.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.relate.archive import Archive, Found
from generator.relate.features import RUN, Hashes
from generator.relate.shared import NO_NUMBERS, NONE, Numbers, are_in, begins, unique
from generator.relate.texts import Texts

_FEWEST, _SEVERAL, _MANY = 3, 5, 12
"""Documents that hold a block: of one publisher; of several, at the edge of the text; anywhere in it."""
_MONTHS, _YEARS = 60, 730
"""Days between the first and the last of them."""
_AT_EDGE = 0.8
_ITEM = re.compile(r"\W{0,3}(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)]\s", re.IGNORECASE)
"""The beginning of a numbered paragraph, which is text: resolutions and judgments repeat their clauses."""
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


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The blocks of all texts, one behind the other: what is told of each stands in arrays of this order."""

    number: Numbers
    """Of each block its text."""
    first: Numbers
    """Of each text where its blocks begin, and at the end how many there are."""
    starts: Numbers
    """Of each block the number of words of its text before it."""
    ends: Numbers
    hashes: Hashes
    """Of its words; 0 where it has none, and for a note."""
    frames: Hashes
    """Of its words without names and figures; 0 where hardly any are left."""


def _blocks(texts: Texts) -> _Blocks:
    each = texts.features
    count = np.array([len(features.blocks) for features in each], dtype=np.int64)
    return _Blocks(
        np.repeat(np.arange(len(texts)), count),
        np.append(0, np.cumsum(count)),
        np.concatenate([*(features.starts[:-1] for features in each), NO_NUMBERS]),
        np.concatenate([*(features.starts[1:] for features in each), NO_NUMBERS]),
        np.concatenate([*(features.blocks for features in each), NONE]),
        np.concatenate([*(features.frames for features in each), NONE]),
    )


def relate(archive: Archive, _: Found) -> None:
    """Tell in `texts.recurring` which blocks are furniture."""
    texts = archive.texts
    all_ = _blocks(texts)
    blocks, frames = _repeated(all_, all_.hashes), _repeated(all_, all_.frames)
    repeated = np.zeros(len(all_.number), dtype=bool)
    repeated[np.concatenate([*blocks, *frames, NO_NUMBERS])] = True
    head, foot = _edges(all_, repeated)
    edge = head | foot
    flagged = np.zeros(len(all_.number), dtype=bool)
    for held in blocks:
        flagged[held] |= _recurs(texts, all_, held, bool(edge[held].mean() >= _AT_EDGE))
    for held in frames:
        if foot[held].mean() >= _AT_EDGE and _in_many(texts, texts.issuers[np.unique(all_.number[held])], _QUARTER):
            flagged[held] = True
    _add_near(texts, all_, flagged)
    for number in np.unique(all_.number[flagged]).tolist():
        places = np.flatnonzero(flagged[all_.first[number] : all_.first[number + 1]]).tolist()
        texts.recurring[number] = _without_facts(texts, number, set(places))


def shown(texts: Texts, number: int) -> frozenset[int]:
    """The places (from 0) of the blocks that a page shows as furniture: none where hardly a text would be left."""
    if not texts.recurring[number]:
        return frozenset()
    blocks, starts = texts.records[number].blocks, texts.features[number].starts
    places = frozenset(place for place in texts.recurring[number] if not _ITEM.match(blocks[place].text))
    left = int(starts[-1]) - sum(int(starts[place + 1] - starts[place]) for place in places)
    return places if left >= _CORE else frozenset()


def _repeated(all_: _Blocks, hashes: Hashes) -> list[Numbers]:
    """The blocks of the same hash that stand in three texts and more, each group by its places in all blocks."""
    in_order = np.sort(hashes)
    again = unique(in_order[~begins(in_order)])
    order = np.flatnonzero(are_in(hashes, again[again > 0]))  # blocks that do not count have the hash 0
    order = order[np.argsort(hashes[order], kind="stable")]
    first = np.flatnonzero(begins(hashes[order]))
    count = np.diff(np.append(first, len(order)))
    several = count >= _FEWEST
    groups = (order[at : at + n] for at, n in zip(first[several].tolist(), count[several].tolist(), strict=True))
    return [held for held in groups if begins(all_.number[held]).sum() >= _FEWEST]


def _edges(all_: _Blocks, repeated: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """The repeated blocks with nothing but such before them in their text, and those with nothing but such behind."""
    others = np.append(0, np.cumsum((all_.hashes != 0) & ~repeated))  # blocks of its own, up to each block
    before = others[:-1] - others[all_.first[all_.number]]
    behind = others[all_.first[all_.number + 1]] - others[1:]
    return repeated & (before == 0), repeated & (behind == 0)


def _recurs(texts: Texts, all_: _Blocks, held: Numbers, edge: bool) -> bool:
    """Whether a block with the same words in several texts is furniture."""
    length = int(all_.ends[held[0]] - all_.starts[held[0]])
    if not edge and length < _PARAGRAPH:
        return False
    numbers = np.unique(all_.number[held])
    days, issuers = texts.days[numbers], texts.issuers[numbers]
    if length < _LONG:
        return _in_many(texts, issuers, _HALF)
    known = days[days >= 0]
    spread = int(known.max() - known.min()) if len(known) else 0
    if edge and len(numbers) >= _MANY and not len(known):
        return True
    if len(numbers) >= (_SEVERAL if edge else _MANY) and spread >= _MONTHS:
        return True
    return any(_of_one_issuer(days[issuers == issuer], edge) for issuer in np.unique(issuers[issuers >= 0]))


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


def _add_near(texts: Texts, all_: _Blocks, flagged: NDArray[np.bool_]) -> None:
    """Add the blocks at the head and the foot that are furniture but for a word or two."""
    known = unique(np.concatenate([*(_runs(texts, all_, at) for at in np.flatnonzero(flagged).tolist()), NONE]))
    if not len(known):
        return
    worded, may = np.flatnonzero(all_.hashes), _may_stand_in(texts, known)
    ends = np.append(True, np.diff(all_.number[worded]) > 0)
    for run, step in ((worded[ends], 1), (worded[np.append(ends[1:], True)], -1)):
        for begin in run[flagged[run] | may[run]].tolist():
            at, number = begin, all_.number[begin]
            while 0 <= at < len(flagged) and all_.number[at] == number:
                if all_.hashes[at] and not flagged[at]:
                    if not (may[at] and _stand_in(_runs(texts, all_, at), known)):
                        break
                    flagged[at] = True
                at += step


def _may_stand_in(texts: Texts, known: Hashes) -> NDArray[np.bool_]:
    """Which blocks have a known shingle at their beginning, middle or end: the others need no closer look."""
    each = np.concatenate([*(features.probes for features in texts.features), NONE]).reshape(-1, 3)
    may: NDArray[np.bool_] = np.logical_or.reduce(are_in(each, known), 1)
    return may


def _stand_in(runs: Hashes, known: Hashes) -> bool:
    """Whether most shingles of a block are among the known ones, which are sorted."""
    if len(runs) < _LONG - RUN:
        return False
    return float(are_in(runs, known).mean()) >= _NEAR


def _runs(texts: Texts, all_: _Blocks, at: int) -> Hashes:
    """The shingles that begin and end within a block."""
    start, end = int(all_.starts[at]), int(all_.ends[at])
    return texts.features[int(all_.number[at])].shingles[start : max(start, end - RUN + 1)]


def _without_facts(texts: Texts, number: int, places: set[int]) -> frozenset[int]:
    """The blocks, less those that bear the document's facts, and headings with no furniture under them."""
    document, blocks = texts.records[number].document, texts.records[number].blocks
    facts = (document.evidence.get(name) for name in ("title", "date", "place", "published", "original", "symbol"))
    kept = places - {fact.paragraph - 1 for fact in facts if fact and fact.paragraph}
    return frozenset(place for place in kept if blocks[place].kind != "heading" or place + 1 in kept)
