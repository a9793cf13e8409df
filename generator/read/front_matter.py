"""Front matter: a `---` block at the very head of a file that is a YAML mapping, and nothing else."""

from __future__ import annotations

import re
from typing import Any

from generator.read.curated import parse
from generator.yamlfile import YamlFault, read_yaml

_BLOCK = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LOOKS_LIKE_FIELDS = re.compile(r"^[a-z_]+:(?:\s|$)", re.MULTILINE)


def split(text: str, path: str) -> tuple[dict[str, Any], str]:
    """The curator's word and the text below it; an opening rule that is no front matter stays text.

    Raises:
        SourceError: a block that is meant as front matter cannot be read.
    """
    match = _BLOCK.match(text)
    if not match or not _is_mapping(match["yaml"]):
        return {}, text
    return parse(match["yaml"], path, first_line=2), text[match.end() :]


def _is_mapping(block: str) -> bool:
    """Whether the block is a mapping, or looks so much like one that it must be a broken one."""
    try:
        data, _, _ = read_yaml(block)
    except YamlFault:
        return bool(_LOOKS_LIKE_FIELDS.match(block))
    return isinstance(data, dict)
