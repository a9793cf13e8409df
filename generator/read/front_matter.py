"""Front matter: a `---` block at the very head of a file that is a YAML mapping, and nothing else.

python-frontmatter finds the block. Its `parse` is not used: that takes any two rules for front matter, so that the
text between the rules at the head of a news report is lost, and strips the text at both ends.
"""

from __future__ import annotations

import re
from typing import Any

from frontmatter.default_handlers import YAMLHandler

from generator.errors import SourceError
from generator.read.curated import FIELDS, parse
from generator.yamlfile import YamlFault, read_yaml

_LOOKS_LIKE_FIELDS = re.compile(r"^[a-z_]+:(?:\s|$)", re.MULTILINE)

_MEANT = re.compile(
    rf"\s*---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?P<field>(?i:{'|'.join(FIELDS)}|open-from|publish-file))[ \t]*:"
)


class _FrontMatter(YAMLHandler):
    """A block between lines of exactly three hyphens, the first of them the first line of the file."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


def split(text: str, path: str) -> tuple[dict[str, Any], str]:
    """The curator's word and the text below it; an opening rule that is no front matter stays text.

    Raises:
        SourceError: a block that is meant as front matter cannot be read.
    """
    handler = _FrontMatter()
    opened = handler.detect(text) and len(handler.FM_BOUNDARY.findall(text)) > 1
    block, rest = handler.split(text) if opened else ("", text)
    if opened and _is_mapping(block):
        return parse(block, path), rest
    meant = _MEANT.match(text)
    if meant:  # what withholds must not be missed: a block that is meant as front matter and is none stops its document
        what = f"`{meant['field']}:` looks like front matter that is not between two lines `---` at the very head"
        raise SourceError(path, text[: meant.start("field")].count("\n") + 1, what, "mend it, or use the sidecar")
    return {}, text


def _is_mapping(block: str) -> bool:
    """Whether the block is a mapping, or looks so much like one that it must be a broken one."""
    try:
        data, _, _ = read_yaml(block)
    except YamlFault:
        return bool(_LOOKS_LIKE_FIELDS.match(block.lstrip()))
    return isinstance(data, dict)
