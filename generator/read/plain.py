"""Plain text and Markdown: the encoding decided per file, front matter taken off."""

from __future__ import annotations

import codecs
import re

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
_USUAL = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5", "cp1252", "cp1254", "cp1250")
_LETTERS = re.compile(r"[^\W\d_]+")
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
    """The text and its encoding as charset-normalizer guesses, where it tells a language in it; else by its looks.

    Of guesses that are as good, the one in which a language is told most clearly: in the Turkish of cp1254 read as
    cp1250 a few letters alone are wrong, and the text looks less like any language.
    """
    guesses = [guess for guess in from_bytes(raw) if guess.chaos <= _SURE]
    if not guesses or not guesses[0].coherence:
        return _by_looks(raw)
    best = [g for g in guesses if (g.chaos, g.coherence) == (guesses[0].chaos, guesses[0].coherence)]
    chosen = max(best, key=lambda guess: most_likely(str(guess)[:_SAMPLE])[1])
    return str(chosen), chosen.encoding.replace("_", "-")


def _by_looks(raw: bytes) -> tuple[str, str] | None:
    """The first of the usual encodings in which a short text has words of one script, written as words are."""
    for encoding in _USUAL:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _looks_written(text[:_SAMPLE]):
            return text, encoding
    return None


def _looks_written(text: str) -> bool:
    """Whether the words of a text are each of one script and in usual case, and no frames or signs stand among them."""
    if any("\u2500" <= char <= "\u25ff" or "\x80" <= char <= "\x9f" for char in text):
        return False
    words = _LETTERS.findall(text)
    odd = sum(not (word.islower() or word.istitle() or word.isupper()) for word in words)
    mixed = sum(len({char > "\u036f" for char in word}) > 1 for word in words)
    letters = "".join(words)
    latin = sum(char <= "\u036f" for char in letters)
    accented = sum("\x7f" < char <= "\u036f" for char in letters)
    return bool(words) and odd + mixed <= 0.1 * len(words) and accented <= 0.4 * max(latin, 1)


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
