"""Similar: texts that name the same people, bodies and places and use the same rare words, each with its reason.

A name or word weighs by how rare it is in the archive (K. Spärck Jones, 'A statistical interpretation of term
specificity', 1972); likeness is the cosine of the weights (G. Salton, 1975). Rare ones alone propose pairs, so that no
step compares all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from generator.model import Link
from generator.relate.archive import Archive, Found
from generator.relate.shared import NO_NUMBERS, Numbers, begins, ranges
from generator.relate.texts import Texts
from generator.relate.written import FOLDERS

_MOST = 8
"""Similar documents that a document has at most."""
_FLOOR = 0.15
_FEWEST_NAMES, _FEWEST_WORDS = 2, 6
"""Rare names, or rare words, in common that are a reason."""
_COMMON, _RARITY_BITS = 25, 5
"""What stands in more documents than this says nothing of likeness (the bits hold that number);"""
_STEPS = np.array([2, 3, 4, 6, 8, 12, 16, _COMMON])
_PART = 4
"""nor does a name or word that stands in more than about a fourth of the texts of its language: the number goes by
steps, so that one more text does not change every page."""
_NAME = 2.0
"""How much more a name weighs than a word."""
_SHOWN = 5
"""Names that the reason tells."""


@dataclass(frozen=True, slots=True)
class _Traits:
    """Names or words that stand in several texts, but in few: one behind the other, each with its documents."""

    documents: Numbers
    first: Numbers
    count: Numbers
    """Of each trait its documents."""
    factor: float
    """How much more such a trait weighs than a word."""


def relate(archive: Archive, found: Found) -> None:
    """Link each document to at most eight that share rare names or words with it, the likest first."""
    texts = archive.texts
    entities, names = _names(texts)
    words = _words(texts)
    degree: Counter[int] = Counter()
    for one, other, score, shared in _likest(texts, names, words):
        ids = sorted((texts.records[number].document.id for number in (one, other)), key=archive.rank.__getitem__)
        if max(degree[one], degree[other]) < _MOST and frozenset(ids) not in found.pairs:
            degree.update((one, other))
            reason = _reason(texts, entities, one, other, shared)
            found.add(ids[1], Link(ids[0], "similar", "names+words", "inferred", score, reason))


def _names(texts: Texts) -> tuple[dict[str, int], _Traits]:
    """In how many texts each entity is named, and those that few name."""
    named = [{mention.entity for mention in record.mentions} for record in texts.records]
    count = Counter(chain.from_iterable(named))
    numbers = {entity: number for number, entity in enumerate(sorted(count))}
    told = np.array([entity.startswith(FOLDERS) for entity in numbers], dtype=bool)
    trait = np.fromiter(map(numbers.__getitem__, chain.from_iterable(named)), dtype=np.int64, count=count.total())
    document = np.repeat(np.arange(len(texts)), [len(entities) for entities in named])
    both = np.sort((trait * len(texts) + document)[told[trait]])
    trait, document = np.divmod(both, max(1, len(texts)))
    first = np.flatnonzero(begins(trait))
    holders = np.diff(np.append(first, len(trait)))
    return dict(count), _few(document, first, holders, (holders >= 2) & (holders <= _at_most(len(texts))), _NAME)


def _words(texts: Texts) -> _Traits:
    """The words that few texts of their language use."""
    shared = texts.shared_words
    languages = [record.document.language for record in texts.records]
    count = Counter(languages)
    size = np.array([count[language] for language in languages], dtype=np.int64)[shared.documents]
    texts_of_language = np.maximum.reduceat(size, shared.first) if len(shared.first) else NO_NUMBERS
    return _few(
        shared.documents,
        shared.first,
        shared.count,
        shared.count <= _at_most(texts_of_language),
        1.0,
    )


def _at_most(texts: Numbers | int) -> Numbers:
    """How many documents may have a telling name or word, among so many texts; none among fewer than eight."""
    steps: Numbers = np.searchsorted(_STEPS * _PART, texts, side="right")
    return np.append(0, _STEPS)[steps]


def _few(documents: Numbers, first: Numbers, count: Numbers, few: NDArray[np.bool_], factor: float) -> _Traits:
    kept = documents[ranges(first[few], count[few])]
    return _Traits(kept, np.cumsum(count[few]) - count[few], count[few], factor)


def _weight(count: Numbers, factor: float) -> NDArray[np.float64]:
    """By the number of documents alone, so that one more text does not change every page; of 0 it is not asked."""
    of_each: NDArray[np.float64] = factor * np.log(2 * _COMMON / np.maximum(1, np.arange(_COMMON + 1)))
    return of_each[count]


def _likest(texts: Texts, names: _Traits, words: _Traits) -> Iterator[tuple[int, int, float, tuple[int, int]]]:
    """Pairs with a reason, the likest first: both numbers, the cosine, how many names and words they share."""
    (pairs, dots, many), (word_pairs, word_dots, word_many) = _pairs(texts, names), _pairs(texts, words)
    both, place = np.unique(np.concatenate([pairs, word_pairs]), return_inverse=True)
    at, word_at = place[: len(pairs)], place[len(pairs) :]
    dot, named, said = np.zeros(len(both)), np.zeros(len(both), dtype=np.int64), np.zeros(len(both), dtype=np.int64)
    dot[at] += dots
    dot[word_at] += word_dots
    named[at], said[word_at] = many, word_many
    norm = np.sqrt(_squares(texts, names) + _squares(texts, words))
    one, other = both // len(texts), both % len(texts)
    score = np.round(dot / np.maximum(norm[one] * norm[other], 1e-9), 2)
    telling = (score >= _FLOOR) & ((named >= _FEWEST_NAMES) | (said >= _FEWEST_WORDS))
    telling &= (texts.family[one] == one) & (texts.family[other] == other)
    kept = np.flatnonzero(telling)
    for n in kept[np.argsort(-score[kept], kind="stable")].tolist():
        yield int(one[n]), int(other[n]), float(score[n]), (int(named[n]), int(said[n]))


def _pairs(texts: Texts, traits: _Traits) -> tuple[Numbers, NDArray[np.float64], Numbers]:
    """All pairs of texts that share a trait, as one number: the sum of the squares of the weights, and how many."""
    of = np.repeat(np.arange(len(traits.count)), traits.count)
    # Pair and rarity in one number: to sort these is much faster than to sort by the one.
    keys = [NO_NUMBERS]
    for step in range(1, _COMMON):
        same = of[step:] == of[:-step] if step < len(of) else np.zeros(0, dtype=bool)
        if not same.any():
            break
        left, right = traits.documents[:-step][same], traits.documents[step:][same]
        keys.append((left * len(texts) + right) << _RARITY_BITS | traits.count[of[step:][same]])
    keyed = np.sort(np.concatenate(keys))
    pair, rarity = keyed >> _RARITY_BITS, keyed & ((1 << _RARITY_BITS) - 1)
    first = np.flatnonzero(begins(pair))
    square = _weight(rarity, traits.factor) ** 2
    sums = np.add.reduceat(square, first) if len(first) else square
    return pair[first], sums, np.diff(np.append(first, len(pair)))


def _squares(texts: Texts, traits: _Traits) -> NDArray[np.float64]:
    weights = np.repeat(_weight(traits.count, traits.factor) ** 2, traits.count)
    return np.bincount(traits.documents, weights=weights, minlength=len(texts)).astype(np.float64)


def _reason(texts: Texts, count: dict[str, int], one: int, other: int, shared: tuple[int, int]) -> str:
    """The rarest names in common, and how many rare words: entities by their keys, parted by `|`."""
    named = [{mention.entity for mention in texts.records[number].mentions} for number in (one, other)]
    common = (entity for entity in named[0] & named[1] if entity.startswith(FOLDERS))
    names = sorted(common, key=lambda entity: (count[entity], entity))[:_SHOWN]
    words = [f"{shared[1]} rare words in common"] if shared[1] > 1 else []
    return "|".join([*names, *words])
