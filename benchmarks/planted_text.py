"""Words for planted documents: a word chain, and the ways in which a passage changes when it is taken over.

A chain of order 2 (Shannon, 'A Mathematical Theory of Communication', 1948, section 3) makes sentences in which set
phrases and names recur as in its corpus. No run of eight words is made twice, so that whatever longer stands in two
documents was planted there. Everything hangs on the `random.Random` that is handed in, and on nothing else.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

LONGEST_RUN = 7
"""So many words in a row may stand in two places of the chain's text, and no more."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"['’]")
_NOTE_MARK = re.compile(r"\[\d+\]")
_ODD = re.compile(
    r"[\[\](){}<>|\"“”„«»*_#=:;/\\@]|[A-Z]{6,}|\.\."
    r"|\b(?:Ibid|Source|Documents? \d|[Tt]elegram|Foreign Relations|[Vv]ol\b|pp?\.)"
)
"""What stands in notes, lists and references, not in running prose."""
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Dr|St|Gen|Col|Amb|No|Vol|Messrs|Secy|Dept|etc))\.$")
_FEWEST, _MOST = 8, 38
"""Words of a sentence."""
_TRIES = 2000
_OCR = {
    **{"e": "c", "c": "e", "l": "1", "m": "rn", "o": "0", "h": "b", "i": "l", "t": "f", "n": "u", "a": "o"},
    **{"s": "5", "g": "q", "r": "i", "u": "ii", "d": "cl", ",": ".", "w": "vv"},
}
"""What a reader of characters takes a letter for."""
_STYLES = ({"“": '"', "”": '"', "’": "'", "–": "--"}, {"“": "„", "”": "“", "'": "’", "–": "—"})
"""Other signs for quotation marks, apostrophes and dashes."""


def plain(token: str) -> list[str]:
    """The words of a token as they are compared: letters and figures, in lower case."""
    return _WORD.findall(_APOSTROPHE.sub("", token.lower()))


class Chain:
    """A word chain trained on all texts below a folder."""

    def __init__(self, sources: Path) -> None:
        self._starts: list[tuple[str, str]] = []
        self._after_two: dict[tuple[str, str], list[str]] = {}
        self._after_one: dict[str, list[str]] = {}
        self._seen: set[tuple[str, ...]] = set()
        self.vocabulary: list[str] = []
        for path in sorted(sources.rglob("*.txt")):
            for words in sentences_of(path.read_text(encoding="utf-8", errors="replace")):
                self._learn(words)
        if not self._starts:
            raise SystemExit(f"{sources}: there are no sentences to learn from")

    def _learn(self, words: list[str]) -> None:
        self._starts.append((words[0], words[1]))
        self.vocabulary += [word for word in words if word.isalpha() and word.islower()]
        for first, second, third in zip(words, words[1:], [*words[2:], ""], strict=False):
            self._after_two.setdefault((first, second), []).append(third)
            self._after_one.setdefault(second, []).append(third)

    def sentence(self, draw: random.Random, fewest: int = _FEWEST, most: int = _MOST) -> str:
        """A new sentence of so many words."""
        for _ in range(_TRIES):
            words = self._attempt(draw, most)
            if fewest <= len(words):
                self._seen.update(_runs(words))
                return " ".join(words)
        raise SystemExit("the texts are too few to learn from: no new sentence can be made")

    def _attempt(self, draw: random.Random, most: int) -> list[str]:
        words = list(draw.choice(self._starts))
        while len(words) <= most:
            word = self._next(words, draw)
            if word is None:
                return []
            if not word:
                return words
            words.append(word)
        return []

    def _next(self, words: list[str], draw: random.Random) -> str | None:
        """The next word, empty at the end; None where each leads into a run that was made before."""
        for follow in (self._after_two[words[-2], words[-1]], self._after_one[words[-1]]):
            for _ in range(4):
                word = draw.choice(follow)
                if not word or not self._is_old([*words[-2 * LONGEST_RUN :], word]):
                    return word
        return None

    def _is_old(self, words: list[str]) -> bool:
        return any(run in self._seen for run in _runs(words))


def sentences_of(text: str) -> Iterator[list[str]]:
    """The words of each sentence that reads as running prose."""
    for paragraph in re.split(r"\n\s*\n", _NOTE_MARK.sub("", text)):
        joined = " ".join(paragraph.replace("—", " – ").replace("--", " – ").split())
        for sentence in _whole(_SENTENCE_END.split(joined)):
            words = sentence.split()
            numbers = sum(any(char.isdigit() for char in word) for word in words)
            fit = 6 <= len(words) <= _MOST and words[0][0].isupper() and words[-1][-1] in ".!?"
            if fit and numbers <= 0.1 * len(words) and not _ODD.search(sentence):
                yield words


def _whole(parts: Sequence[str]) -> Iterator[str]:
    """Sentences put together again where they were split behind `Mr.` or an initial."""
    held = ""
    for part in parts:
        held = f"{held} {part}".strip()
        if not _SHORT.search(held):
            yield held
            held = ""


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    folded = [word for token in words for word in plain(token)]
    for at in range(len(folded) - LONGEST_RUN):
        yield tuple(folded[at : at + LONGEST_RUN + 1])


def altered(text: str, places: int, chain: Chain, draw: random.Random) -> str:
    """The text with one word substituted, left out or put in at each of so many places, never at its ends."""
    words = text.split()
    spots = draw.sample(range(1, len(words) - 1), min(places, len(words) - 2))
    for at in sorted(spots, reverse=True):
        how = draw.choice(("substituted", "left out", "put in"))
        if how == "left out" and plain(words[at]) not in (plain(words[at - 1]), plain(words[at + 1])):
            del words[at]
        elif how == "put in":
            words.insert(at, _other(words[at], chain, draw))
        else:
            words[at] = _other(words[at], chain, draw)
    return " ".join(words)


def _other(word: str, chain: Chain, draw: random.Random) -> str:
    while plain(other := draw.choice(chain.vocabulary)) == plain(word):
        pass
    return other


def cut(text: str, mark: str, draw: random.Random) -> str:
    """The text with a tenth to two fifths of its words left out in the middle, at least six kept on either side."""
    words = text.split()
    most = min(len(words) - 12, int(0.4 * len(words)))
    gone = draw.randint(min(3, most), max(most, 3))
    start = draw.randint(6, max(len(words) - 6 - gone, 6))
    return " ".join([*words[:start], *([mark] if mark else []), *words[start + gone :]])


def misread(text: str, share: float, draw: random.Random) -> str:
    """The text as read by a machine from a bad scan: this share of its characters wrong, lost, or run together."""
    made = []
    for char in text:
        if draw.random() >= share:
            made.append(char)
        elif char == " ":
            made.append(draw.choice(("", "  ", ". ")))
        else:
            made.append(draw.choice((_OCR.get(char, char), _OCR.get(char, ""), "")))
    return "".join(made)


def retyped(text: str, draw: random.Random) -> str:
    """The text in other typography: quotation marks, apostrophes, dashes, white space."""
    style = draw.choice(_STYLES)
    changed = "".join(style.get(char, char) for char in text)
    return re.sub(r"(?<=[.!?]) ", lambda _: draw.choice((" ", "  ", "\u00a0")), changed)
