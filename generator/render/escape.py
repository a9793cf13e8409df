"""Nothing of a source becomes markup: what Markdown or HTML would read is written as a character reference.

Plain prose stays as it is, so that the Markdown tree can be read.
"""

from __future__ import annotations

import html
import re

_ALWAYS = re.compile(r"[\\`*_\[\]<>&{}|]|!(?=\[)|(?<=:):")
_HEAD = re.compile(r"[#+:%@=~!-]|\d{1,9}(?=[.)])")
_MARKUP = re.compile(r"[\\`*_\[\]{}|]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef]")


def escape(text: str, line_start: bool = True) -> str:
    """Text as Markdown that reads as just that text.

    Args:
        text: words of a source, or a name.
        line_start: whether it will stand at the beginning of a line.
    """
    first, *rest = text.split("\n")
    # Spaces at the end of a line would be a break; behind the last one a link may follow.
    inner = [line.strip() if n < len(rest) - 1 else line.lstrip() for n, line in enumerate(rest)]
    return "\n".join([_line(first, line_start), *(_line(line, True) for line in inner)])


def inline(text: str) -> str:
    """The same for words within a line: line breaks become spaces."""
    return escape(" ".join(text.split("\n")), line_start=False)


def attribute(text: str) -> str:
    """Text as the value of an attribute in an attribute list, without its quotation marks."""
    plain = _CONTROL.sub(" ", " ".join(text.split()))
    return re.sub(r"[\"'{}\\&<>*_`\[\]=#.]", lambda match: f"&#{ord(match[0])};", plain)


def html_text(text: str) -> str:
    """Text for HTML that Markdown does not read, in content and in attributes."""
    return html.escape(_CONTROL.sub(_picture, text))


def element_text(text: str) -> str:
    """The same for HTML within Markdown, which reads what stands in an element: no link or emphasis comes of it."""
    return _MARKUP.sub(lambda match: _reference(match[0]), html_text(text))


def web_address(address: str) -> str:
    """An address of the web in which what no address may hold is written with `%`; still to be escaped for HTML."""
    scheme, slashes, rest = address.strip().partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]  # which alone may have brackets
    tail = rest[len(host) :].replace("[", "%5B").replace("]", "%5D")
    return _NO_URL.sub(_percent, f"{scheme}{slashes}{host}{tail}")


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


_NO_URL = re.compile(r"[\x00-\x20\x7f-\x9f\"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})")


def plain(text: str) -> str:
    """Text on one line, without control characters: for what escapes by rules of its own, such as YAML."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _line(line: str, at_start: bool) -> str:
    line = _CONTROL.sub(_picture, line)
    line = line.lstrip() if at_start else line
    head = _HEAD.match(line) if at_start else None
    if head:
        first, rest = line[: head.end()], line[head.end() :]
        if first.isdigit():
            return first + _reference(rest[0]) + _ALWAYS.sub(lambda m: _reference(m[0]), rest[1:])
        return _reference(first) + _ALWAYS.sub(lambda m: _reference(m[0]), rest)
    return _ALWAYS.sub(lambda match: _reference(match[0]), line)


def _reference(char: str) -> str:
    return f"&#{ord(char)};"


def _picture(match: re.Match[str]) -> str:
    """A control character as its picture (U+2400 …), or as a replacement character."""
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
