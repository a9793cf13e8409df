"""Plain text and Markdown: the encoding decided per file, front matter taken off."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from itertools import pairwise

import ftfy
from charset_normalizer import from_bytes

from generator.languages import most_likely
from generator.read.blocks import blocks_of
from generator.read.front_matter import split
from generator.read.parsed import Parsed, Unreadable

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.002
"""Control characters for each of text: more of them, or a NUL, are no text; fewer are shown as marks."""
_SUSPECT = re.compile(r"[ÂÃÄÅÐÑâðР][^\w\s]")
"""What UTF-8 read in a one-byte encoding looks like; to ask ftfy of every text would cost a sixth of the time."""
_LARGEST = 20 * 2**20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 2000
_WESTERN = ("cp1252", "cp1254", "cp1250", "cp1257", "mac-roman", "cp850")
_USUAL = (
    "cp1251",
    "koi8-r",
    "cp866",
    "mac-cyrillic",
    "iso8859-5",
    "kz1048",
    "cp1253",
    "cp1250",
    "cp1254",
    "cp1252",
    "cp850",
)
"""Encodings that are tried, in the order in which they are likely where nothing tells them apart."""
_WRITTEN_IN = {
    "cp1254": ("tr", "az"),
    "cp1250": ("cs", "sk", "pl", "hu", "hr", "sl", "bs", "ro", "sq"),
    "cp1257": ("lt", "lv", "et"),
    "kz1048": ("kk",),
}
"""Languages that need letters of the one and not of its likes."""
_FEW_HIGH = 0.12
"""Share of bytes beyond ASCII up to which a text is in Latin letters."""
_LOOKED_AT = 20_000
_MOST_ODD = 0.25
_SIGNS = "‚„†‡‰‹›¤¦§¨©ª¬®¯°±²³´µ¶¸¹º¼½¾ˇ˘˙˛˝◊∂∆∏∑√∞∫≈≠≤≥÷×"
"""Signs that stand behind no letter."""
_MONEY = re.compile(r"[^\W\d_][€£¥¢№]|[€£¥¢№][^\W\d_]")
_CLEAR = 60
"""Letters from which on two readings of a text can be told apart by the language that they give."""
_TOKENS = re.compile(r"\S*[^\W\d_]\S*")
_SURE = 0.15
"""The highest share of odd characters (charset-normalizer's chaos) at which a guess is taken."""


def read(raw: bytes, path: str) -> Parsed:
    """The blocks of a text, with the curator's word from its front matter.

    Raises:
        Unreadable: it is empty, binary, too large, or in no encoding that could be told.
        SourceError: its front matter cannot be used.
    """
    text, encoding = decode(raw)
    _, body, faults = split(text, path)
    notes: tuple[str, ...] = (f"was read as {encoding}",) if encoding != "utf-8" else ()
    mended = ftfy.fix_encoding(body) if _SUSPECT.search(body) else body
    if mended != body:
        at = next(n for n, (old, new) in enumerate(zip(body, mended + " ", strict=False)) if old != new)
        notes += (f"looks wrongly decoded at “{body[at : at + 20].strip()}”, perhaps “{mended[at : at + 20].strip()}”",)
    return Parsed(blocks_of(body), faults=faults, notes=notes)


def decode(raw: bytes) -> tuple[str, str]:
    """The text of a file, and the encoding: by its mark, as UTF-8 if it is that, else by its letters.

    Raises:
        Unreadable: there is no text, or no telling in which encoding it is.
    """
    if not raw.strip():
        raise Unreadable("is empty", "remove the file or give it its text")
    if len(raw) > _LARGEST:
        raise Unreadable(f"has {len(raw) // 2**20} MB, more than a document may", "split it into its documents")
    text, encoding = _decoded(raw)
    text = text.rstrip("\x1a")  # the end of a DOS file
    control = _CONTROL.search(text)
    if control and ("\0" in text or len(_CONTROL.findall(text)) > 1 + _MOST_CONTROLS * len(text)):
        line = text[: control.start()].count("\n") + 1
        raise Unreadable("is no text but binary data", "give it the ending of its format", line)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decoded(raw: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), encoding.removesuffix("-sig")
            except UnicodeDecodeError:
                break
    wide = _without_mark(raw)
    if wide:
        return wide
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        guess = _best_guess(raw) if b"\0" not in raw else None
        if guess:
            return guess
        line = raw[: fault.start].count(b"\n") + 1
        raise Unreadable("is no text in an encoding that can be told", "save it as UTF-8", line) from fault


def _best_guess(raw: bytes) -> tuple[str, str] | None:
    """The text and its encoding: of what is nearly ASCII the Western one that reads best, else of all guesses."""
    high = sum(byte > 0x7F for byte in raw[:_LOOKED_AT])
    if high <= _FEW_HIGH * len(raw[:_LOOKED_AT]):
        return _best(raw, _WESTERN)
    guesses = {g.encoding: g.coherence for g in from_bytes(raw) if g.chaos <= _SURE}
    told = [name for name, coherence in guesses.items() if coherence]
    chosen = _best(raw, [*told, *_USUAL] if told else _USUAL)
    if chosen is None and guesses:
        first = next(iter(guesses))
        return (raw.decode(first), first.replace("_", "-")) if guesses[first] else None
    return chosen


def _best(raw: bytes, encodings: Sequence[str]) -> tuple[str, str] | None:
    """The text in the encoding in which the fewest words look odd, the first of those that are as good.

    Of these, where the language is one that is written in another of them, that one: the Turkish of cp1254 read as
    cp1252 has a few wrong letters and no odd word.
    """
    read = {}
    for encoding in dict.fromkeys(name.replace("_", "-") for name in encodings):
        try:
            read[encoding] = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    odd = {encoding: _odd_words(text[:_LOOKED_AT]) for encoding, text in read.items()}
    least = min(odd.values(), default=1.0)
    if least > _MOST_ODD:
        return None
    good = [encoding for encoding in read if odd[encoding] <= least + 1e-9]
    language, _ = most_likely(read[good[0]][:_SAMPLE])
    own = next((encoding for encoding in good if language in _WRITTEN_IN.get(encoding, ())), None)
    if not own and encodings is not _WESTERN and sum(map(str.isalpha, read[good[0]][:_SAMPLE])) > _CLEAR:
        own = max(good, key=lambda encoding: most_likely(read[encoding][:_SAMPLE])[1])
    chosen = own or good[0]
    return read[chosen], chosen


def _odd_words(text: str) -> float:
    """The share of words that nobody writes so: of two scripts, in odd case, with a sign among the letters."""
    words = [word for word in _TOKENS.findall(text) if not word.isascii()]
    return sum(map(_is_odd, words)) / max(len(words), 1) if words else 0.0


def _is_odd(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    if any(_is_no_letter(char) for char in word) or _MONEY.search(word) or len({_script(char) for char in letters}) > 1:
        return True
    if any(before.isalpha() and sign in _SIGNS for before, sign in pairwise(word)):
        return True
    accented = sum("\x7f" < char <= "\u036f" for char in letters)
    if len(letters) > 2 and accented > 0.6 * len(letters):
        return True
    return any(a.islower() and b.isupper() and not (a.isascii() and b.isascii()) for a, b in pairwise(word))


def _is_no_letter(char: str) -> bool:
    """Whether a character is one of frames, of control, or of the narrow Japanese: they come of a wrong encoding."""
    return "\u2500" <= char <= "\u25ff" or "\x80" <= char <= "\x9f" or "\uff61" <= char <= "\uff9f"


def _script(char: str) -> int:
    """A number for the script of a letter: Latin, Greek, Cyrillic, others."""
    return sum(char > border for border in ("\u036f", "\u03ff", "\u052f"))


def _without_mark(raw: bytes) -> tuple[str, str] | None:
    """UTF-16 that bears no mark: in Latin and Cyrillic every second byte is one of a few."""
    sample = raw[:_SAMPLE]
    if len(raw) % 2 or len(sample) < 4:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if sum(byte in (0, 4, 0x20) for byte in high) > 0.9 * len(high) and high.count(0):
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError:
                return None
    return None
