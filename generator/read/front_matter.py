"""Front matter: a `---` block at the very head of a file that is a YAML mapping, and nothing else.

python-frontmatter finds the block. Its `parse` is not used: that takes any two rules for front matter, so that the
text between the rules at the head of a news report is lost, and strips the text at both ends.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from frontmatter.default_handlers import YAMLHandler

from generator.errors import SourceError
from generator.model import Fault
from generator.read.curated import FIELDS, WITHHOLDING, parse
from generator.yamlfile import YamlFault, read_yaml

_LOOKS_LIKE_FIELDS = re.compile(r"^[a-z_]+:(?:\s|$)", re.MULTILINE)

_MEANT = re.compile(
    rf"\s*---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?P<field>(?i:{'|'.join(FIELDS)}|open-from|publish-file))[ \t]*:"
)


class _FrontMatter(YAMLHandler):
    """A block between lines of exactly three hyphens, the first of them the first line of the file."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


def split(text: str, path: str) -> tuple[dict[str, Any], str, tuple[Fault, ...]]:
    """The curator's word, the text below it, and the fields of other programs that say nothing here.

    An opening rule that is no front matter stays text, and so does a mapping without any field of ours.

    Raises:
        SourceError: a block that is meant as front matter cannot be read.
    """
    handler = _FrontMatter()
    opened = handler.detect(text) and len(handler.FM_BOUNDARY.findall(text)) > 1
    block, rest = handler.split(text) if opened else ("", text)
    if opened and _is_ours(block):
        ours, strange = without_strange(block)
        return parse(ours, path), rest, tuple(_ignored(path, name, line) for name, line in strange)
    meant = _MEANT.match(text)
    if meant:  # what withholds must not be missed: a block that is meant as front matter and is none stops its document
        what = f"`{meant['field']}:` looks like front matter that is not between two lines `---` at the very head"
        raise SourceError(path, text[: meant.start("field")].count("\n") + 1, what, "mend it, or use the sidecar")
    return {}, text, ()


def _is_ours(block: str) -> bool:
    """Whether the block has a field of ours, or looks so much like front matter that it must be a broken one."""
    try:
        data, _, _ = read_yaml(block)
    except YamlFault:
        return bool(_LOOKS_LIKE_FIELDS.match(block.lstrip()))
    return isinstance(data, dict) and any(name in FIELDS or resembles(name) for name in data)


def without_strange(block: str) -> tuple[str, list[tuple[str, int]]]:
    """The block with the fields of other programs blanked, and those by name and line (from 1, the rule counted).

    What resembles a field that withholds stays: a slip there must not let anything out.
    """
    try:
        data, lines, _ = read_yaml(block)
    except YamlFault:
        return block, []
    written = block.split("\n")
    starts = sorted(lines[path] for path in lines if len(path) == 1)
    strange = [(str(name), int(lines[(name,)])) for name in data if name not in FIELDS and not resembles(name)]
    for _, line in strange:
        end = next((other for other in starts if other > line), len(written) + 1)
        written[line - 1 : end - 1] = [""] * (end - line)
    return "\n".join(written), strange


def resembles(name: str) -> bool:
    """Whether a field's name may be a slip for one that withholds: `acces`, `open-from`."""
    return bool(get_close_matches(name.lower(), WITHHOLDING, 1, 0.7))


def _ignored(path: str, name: str, line: int) -> Fault:
    what = f"`{name}` is no field of a document"
    return Fault(path, line, what, f"it is passed over; the fields are {', '.join(FIELDS)}")
