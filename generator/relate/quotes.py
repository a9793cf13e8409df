"""Quotes: passages that a later document takes over from an earlier one, literally, cut, or altered by a few words.

Runs of words that stand in few texts lead to the earliest of them. A passage counts by its words that are no names.
Set phrases (they stand in many texts over a long time, or again and again in those of one publisher), names, titles and
recurring text are no quotations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from generator.model import Link, Place
from generator.relate.archive import Archive, Found
from generator.relate.features import RUN, Hashes, mixed
from generator.relate.likeness import likeness
from generator.relate.passages import Passage, passages
from generator.relate.shared import Numbers, begins, ranges
from generator.relate.texts import Texts
from generator.relate.written import Written

BASES = ("words", "words-in-marks")
"""How a quotation is known: by the same words, and by the quotation marks around them."""

_SOURCES = 3
"""Of the documents that hold a run of words, the earliest, and those right before another one: it may have taken it
from these."""
_AGAIN_QUOTED = 0.5
"""The share of a passage that is known already to come from another document."""
_FEWEST_SHARED = 4
"""Runs that two texts share, before they are looked at more closely."""
_FEWEST_RUNS, _NEAR, _SHIFT = 3, 16, 8
"""Runs that follow each other closely: words in the later text, and how many more or less in the earlier, at most."""
_MANY, _MONTHS = 12, 60
"""A set phrase stands in more texts than these, over so many days,"""
_AGAIN, _SOME, _YEARS = 3, 6, 500
"""or in so many of the publisher who wrote it first, or of unknown ones, over so many days."""
_FEWEST_SAME, _FEWEST_PLAIN = 8, 6
"""Words that agree; words that are no names."""
_LONG, _FEWEST_LONG, _TELLING = 4, 3, 0.26
"""Letters of a word that says something; how many a passage has, and which share of it they are."""
_EXACT, _ALTERED = 10, 12
"""Outside quotation marks: words that agree, where all do and where some are altered, of texts that belong together;"""
_WHOLE, _SURE, _ALIKE = 12, 15, 0.75
"""of any texts, where all agree and where some are altered; and what share of the words agrees."""
_SOON = 120
"""Days within which words are taken up."""
_ISSUERS = ("organisations", "people")
_AGREE, _TOLD, _PLAIN, _TITLE = 0.6, 0.5, 0.4, 0.7
"""The share of a passage that agrees; that lies in telling runs; that is no names; that is the other's title."""
_NAMED = 0.4
"""The share of a passage that is the title of a third document."""
_DANGLING = 3
"""Words that may agree by chance beyond the end of a sentence."""


Span = tuple[int, int]
"""Words of a text, from and to."""
Seeds = Numbers
"""A row for each run: the word of the earlier and of the later text at which it begins."""


def relate(archive: Archive, found: Found) -> None:
    """Link each document to the earlier ones whose words it has, a link for each passage in one block."""
    texts = archive.texts
    runs = _Runs(texts)
    quoted: dict[int, list[Link]] = defaultdict(list)
    earlier, later, keys = runs.pairs()
    for at, links in archive.memo.each("quotes", keys, lambda at: runs.between(int(earlier[at]), int(later[at]))):
        for is_later, link in links:
            quoted[int((later if is_later else earlier)[at])].append(link)
    for number, several in quoted.items():
        holder = texts.records[number].document.id
        for link in _sources(texts, several):
            if not _is_title(found, holder, link):
                found.add(holder, link)


def _sources(texts: Texts, links: list[Link]) -> Iterator[Link]:
    """The links of one document: for words that several others have, to the earliest, unless a later has far more."""
    told: dict[int, list[Place]] = defaultdict(list)
    for link in sorted(links, key=lambda link: texts.number[link.to]):
        at = link.at
        if at is None:
            continue
        again = sum(max(0, min(at.end, o.end) - max(at.start, o.start)) for o in told[at.paragraph])
        if again < _AGAIN_QUOTED * _length(at):
            told[at.paragraph].append(at)
            yield link


def _length(at: Place | None) -> int:
    return at.end - at.start if at else 0


def _is_title(found: Found, holder: str, link: Link) -> bool:
    """Whether the words are for a good part the title of a third document, which they name."""
    at = link.at
    if at is None:
        return False
    titles = (title for title, to in found.titles_at(holder, at.paragraph) if to != link.to)
    common = (min(at.end, title.end) - max(at.start, title.start) for title in titles)
    return any(length > _NAMED * (at.end - at.start) for length in common)


def _covered(starts: Numbers, words: int) -> NDArray[np.bool_]:
    """Which words of a text lie in one of the runs that begin at `starts`."""
    covered = np.zeros(words, dtype=bool)
    for step in range(RUN):
        covered[starts + step] = True
    return covered


def _is_enough(passage: Passage, names: NDArray[np.bool_], told: NDArray[np.bool_]) -> bool:
    """Whether enough words agree, enough of them are no names, and enough lie in telling runs."""
    start, end = passage.second
    if passage.same < max(_FEWEST_SAME, _AGREE * (end - start)) or told[start:end].sum() < _TOLD * (end - start):
        return False
    return int((told & ~names)[start:end].sum()) >= _FEWEST_PLAIN


def _fill_one_form(texts: Texts, earlier: int, later: int, common: list[Passage]) -> bool:
    """Whether two texts that have most words in common are one form, filled in."""
    words = sum(passage.second[1] - passage.second[0] for passage in common)
    return 2 * words >= len(texts.core(later)) and likeness(texts, earlier, later).is_form


class _Runs:
    """The runs of words that may show a quotation, over all texts."""

    def __init__(self, texts: Texts) -> None:
        """Look at the runs of the first of each family, and leave out set phrases."""
        self._texts = texts
        shared = texts.shared_runs
        is_first = texts.family[shared.documents] == shared.documents
        count = np.add.reduceat(is_first.astype(np.int64), shared.first) if len(shared.first) else shared.count
        documents, first = shared.documents[is_first], np.cumsum(count) - count
        self._telling = (count >= 2) & ~_set_phrases(texts, count)
        self._first, self._documents, self._count = first, documents, count
        self._of_text: dict[int, tuple[Numbers, Numbers]] = {}

    def pairs(self) -> tuple[Numbers, Numbers, Hashes]:
        """Pairs of an earlier and a later text that share telling runs, each with a hash.

        It is of all that their quotations hang on: the two texts, the days between them, and which runs they share.
        """
        keys = []
        usable = np.flatnonzero(self._telling)
        count = self._count[usable]
        place = ranges(self._first[usable], count)  # of each holder of each run
        nth = ranges(np.zeros_like(count), count)
        first = place - nth
        # Pair and hash of a run in one number: to sort these is ten times faster than to sort by one of the two.
        bits = np.uint64(63 - 2 * len(self._texts).bit_length())
        hashes = np.repeat(mixed(self._texts.shared_runs.hashes[usable]) >> (np.uint64(64) - bits), count)
        for step in range(_SOURCES):
            for source, is_other in ((first + step, nth > step), (place - 1 - step, nth > step + _SOURCES)):
                pair = self._documents[source[is_other]] * len(self._texts) + self._documents[place[is_other]]
                keys.append(pair.astype(np.uint64) << bits | hashes[is_other])
        keyed = np.sort(np.concatenate(keys))
        pair = (keyed >> bits).astype(np.int64)
        first = np.flatnonzero(begins(pair))
        count = np.diff(np.append(first, len(pair)))
        runs = keyed & ((np.uint64(1) << bits) - np.uint64(1))
        sums = np.add.reduceat(runs, first) if len(first) else runs
        several = count >= _FEWEST_SHARED
        earlier, later = np.divmod(pair[first[several]], max(1, len(self._texts)))
        return self._with_copies(earlier, later, sums[several])

    def _with_copies(self, earlier: Numbers, later: Numbers, shared: Hashes) -> tuple[Numbers, Numbers, Hashes]:
        """The same for each copy of the later text."""
        family = self._texts.family
        members = np.argsort(family, kind="stable")
        size = np.bincount(family, minlength=len(family))
        count = size[later]
        copies = members[ranges((np.cumsum(size) - size)[later], count)]
        earlier, shared = np.repeat(earlier, count), np.repeat(shared, count)
        digests, days = self._texts.digests, self._texts.days
        known = (days[earlier] >= 0) & (days[copies] >= 0)
        apart = np.where(known, days[copies] - days[earlier], -1).astype(np.uint64)
        return earlier, copies, mixed(digests[earlier], digests[copies], apart, shared)

    def between(self, earlier: int, later: int) -> list[tuple[bool, Link]]:
        """The quotations between two texts, each with whether it is the later text that quotes."""
        texts = self._texts
        seeds = self._seeds(earlier, later)
        steps = np.diff(seeds, axis=0)
        near = (steps[:, 1] <= _NEAR) & (abs(steps[:, 1] - steps[:, 0]) <= _SHIFT)
        if near.sum() < _FEWEST_RUNS - 1:
            return []
        common = passages(texts.words(earlier), texts.words(later), seeds.tolist())
        names = texts.features[later].names
        told = _covered(seeds[:, 1], len(names))
        enough = [passage for passage in common if _is_enough(passage, names, told)]
        if not enough or _fill_one_form(texts, earlier, later, enough):
            return []
        return [link for passage in enough for link in _links(texts, earlier, later, passage)]

    def _seeds(self, earlier: int, later: int) -> Seeds:
        """Where the telling runs that two texts share begin in both, in the order of the later text."""
        (ones, at), (others, to) = self._telling_in(earlier), self._telling_in(later)
        if not len(ones) or not len(others):
            return np.zeros((0, 2), dtype=np.int64)
        place = np.minimum(np.searchsorted(ones, others), len(ones) - 1)
        both = np.flatnonzero(ones[place] == others)
        both = both[np.argsort(to[both], kind="stable")]
        return np.stack([at[place[both]], to[both]], axis=1)

    def _telling_in(self, number: int) -> tuple[Numbers, Numbers]:
        """The telling runs of a text, sorted, each with the word at which it begins."""
        if number not in self._of_text:
            runs, at = self._texts.runs(number)
            index = self._texts.shared_runs.index(runs)
            kept = np.flatnonzero((index >= 0) & self._telling[index])
            order = kept[np.argsort(index[kept], kind="stable")]
            self._of_text[number] = index[order], at[order]
        return self._of_text[number]


def _set_phrases(texts: Texts, families: Numbers) -> NDArray[np.bool_]:
    """For each shared run whether it is a set phrase, given how many families hold it."""
    shared = texts.shared_runs
    phrases = np.zeros(len(families), dtype=bool)
    some = np.flatnonzero(shared.count >= _AGAIN)
    if not len(some):
        return phrases
    count, families = shared.count[some], families[some]
    documents, first = shared.documents[ranges(shared.first[some], count)], np.cumsum(count) - count
    days, issuers = texts.days[documents], texts.issuers[documents]
    common = (families > _MANY) & (_spread(days, first) >= _MONTHS)
    own = issuers == np.repeat(issuers[first], count)  # of the one who wrote it first
    again = np.add.reduceat(own.astype(np.int64), first)
    enough = np.where(issuers[first] < 0, _SOME, _AGAIN)
    often = (again >= enough) & (2 * again >= families) & (_spread(np.where(own, days, -1), first) >= _YEARS)
    phrases[some] = common | often
    return phrases


def _spread(days: Numbers, first: Numbers) -> Numbers:
    """From the first to the last known day of each run; where none is known, as long as is asked for."""
    latest = np.maximum.reduceat(days, first)
    earliest = np.minimum.reduceat(np.where(days < 0, latest.max(), days), first)
    return np.where(latest < 0, _YEARS, latest - earliest)


def _links(texts: Texts, earlier: int, later: int, passage: Passage) -> Iterator[tuple[bool, Link]]:
    """A link for each part of a passage that lies in one block of both texts."""
    for ones, others, same in _parts(texts, earlier, later, passage):
        if same < _FEWEST_SAME:
            continue
        source, text = texts.written(earlier), texts.written(later)
        marked, marked_there = text.in_marks(*others), source.in_marks(*ones)
        if _is_sure(texts, earlier, later, (ones, others), same, marked or marked_there) and _says_something(
            source, text, ones, others
        ):
            # Of one day, the one that puts it in quotation marks is the one that quotes.
            later_quotes = not (texts.days[earlier] == texts.days[later] and marked_there and not marked)
            to, places = (earlier, (others, ones)) if later_quotes else (later, (ones, others))
            quoting, quoted = (text, source) if later_quotes else (source, text)
            basis = BASES[marked or not later_quotes]
            reason = _reason(same, *places, basis == BASES[True])
            at, target = quoting.place(*places[0]), quoted.place(*places[1])
            to_id = texts.records[to].document.id
            yield later_quotes, Link(to_id, "quotes", basis, "inferred", _score(same, *places), reason, at, target)


def _parts(texts: Texts, earlier: int, later: int, passage: Passage) -> Iterator[tuple[Span, Span, int]]:
    """The passage cut where blocks of either text end: the span of each part in both, and how many words agree."""
    ops = LCSseq.opcodes(texts.words(earlier)[slice(*passage.first)], texts.words(later)[slice(*passage.second)])
    pairs = [
        (passage.first[0] + op.src_start + k, passage.second[0] + op.dest_start + k)
        for op in ops
        if op.tag == "equal"
        for k in range(op.src_end - op.src_start)
    ]
    groups: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for one, other in pairs:
        groups[texts.block(earlier, one), texts.block(later, other)].append((one, other))
    for (place, other_place), several in groups.items():
        if place in texts.recurring[earlier] or other_place in texts.recurring[later]:
            continue  # a passage grows as far as the words agree
        kept = _whole(texts.written(later), several)
        if kept:
            yield (kept[0][0], kept[-1][0] + 1), (kept[0][1], kept[-1][1] + 1), len(kept)


def _whole(text: Written, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words of a passage, without a word or two beyond the beginning or end of a sentence."""
    ends = [at for at in range(len(pairs) - 1) if text.ends_sentence(pairs[at][1])]
    start = next((at + 1 for at in ends if at < _DANGLING), 0)
    end = next((at + 1 for at in reversed(ends) if at >= len(pairs) - 1 - _DANGLING), len(pairs))
    return pairs[start:end]


def _is_sure(texts: Texts, earlier: int, later: int, spans: tuple[Span, Span], same: int, marked: bool) -> bool:
    """Whether words are no chance: they are many, or stand in quotation marks, or the documents belong together."""
    (start, end), (first, last) = spans[1], spans[0]
    if marked or same < _EXACT:
        return marked
    if same < _ALIKE * (end - start):
        return False
    if same >= _SURE:
        return True
    whole = same == end - start == last - first
    if whole and any(map(texts.written(later).ends_sentence, range(start, end - 1))):
        return False
    if whole and same >= _WHOLE:
        return True
    return (whole or same >= _ALTERED) and _belong_together(texts, earlier, later)


def _belong_together(texts: Texts, earlier: int, later: int) -> bool:
    """Whether the later text came soon after the earlier one, or names whose that is."""
    days = texts.days[earlier], texts.days[later]
    if min(days) >= 0 and days[1] - days[0] <= _SOON:
        return True
    document = texts.records[earlier].document
    issuers = {f"{folder}/{id}" for id in (document.publisher, document.creator) if id for folder in _ISSUERS}
    return any(mention.entity in issuers for mention in texts.records[later].mentions)


def _says_something(source: Written, text: Written, ones: Span, others: Span) -> bool:
    """Whether a passage says something beside names, titles and small words."""
    words = text.folded(*others)
    plain = [word for at, word in enumerate(words, others[0]) if not text.is_name(at)]
    telling = sum(len(word) >= _LONG for word in plain)
    if len(plain) < max(_FEWEST_PLAIN, _PLAIN * len(words)) or telling < max(_FEWEST_LONG, _TELLING * len(words)):
        return False
    if text.is_head(others[0]) or source.is_head(ones[0]):
        return False
    return sum(word in source.title for word in words) < _TITLE * len(words)


def _reason(same: int, at: Span, target: Span, marked: bool) -> str:
    length, length_there = at[1] - at[0], target[1] - target[0]
    how = "word for word" if same == length == length_there else f"{same} of {length} words as they stand there"
    return f"{length} words, {how}" + (", in quotation marks" if marked else "")


def _score(same: int, at: Span, target: Span) -> float:
    """How sure a quotation is: the longer and the more alike, the surer."""
    share = same / max(at[1] - at[0], target[1] - target[0])
    return round(min(0.99, 0.8 + 0.1 * share + min(0.09, same / 200)), 2)
