"""YAML in which every scalar stays the text that was written, and every key knows its line.

YAML 1.1 turns `NO` into false, `0123` into 83 and `1976-13-40` into a crash, and keeps the last of two equal keys.
So only the composed nodes are used.
"""

from __future__ import annotations

from typing import Any

import yaml


class Line(int):
    """A line, from 1, that knows the column, from 1, of what stands on it."""

    column: int = 1

    @classmethod
    def of(cls, node: yaml.Node) -> Line:
        """Where a node begins."""
        line = cls(node.start_mark.line + 1)
        line.column = node.start_mark.column + 1
        return line


Lines = dict[tuple[Any, ...], Line]
"""The line of each key, by its path from the top."""

Duplicates = list[tuple[tuple[Any, ...], Line]]
"""The path and line of each key that stands a second time."""

_DEEPEST = 40


class YamlFault(Exception):
    """The text is no YAML; `line` counts from 1."""

    def __init__(self, line: int, what: str) -> None:
        """Keep the line and what is wrong there."""
        super().__init__(what)
        self.line = line


def read_yaml(text: str | bytes) -> tuple[Any, Lines, Duplicates]:
    """The data of a YAML text, all scalars as strings (None where nothing or `null` stands), with lines.

    Of a key that stands twice in a mapping the first is kept.

    Raises:
        YamlFault: it is no YAML, uses a tag that does not fit, or nests too deep.
    """
    try:
        node = yaml.compose(text.decode("utf-8") if isinstance(text, bytes) else text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        raise YamlFault(mark.line + 1 if mark else 1, str(fault.problem or fault.context)) from fault
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as fault:
        raise YamlFault(1, str(fault).splitlines()[0]) from fault
    lines: Lines = {}
    duplicates: Duplicates = []
    return (None if node is None else _build(node, (), lines, duplicates)), lines, duplicates


def _build(node: yaml.Node, path: tuple[Any, ...], lines: Lines, duplicates: Duplicates) -> Any:
    line = node.start_mark.line + 1
    if len(path) > _DEEPEST:
        raise YamlFault(line, "it nests too deep")
    if isinstance(node, yaml.CollectionNode):
        if getattr(node, "built", False):  # a node that stands twice is one behind an alias: ten lines may be a bomb
            raise YamlFault(line, "an alias (`*name`) stands for more than a word")
        node.built = True  # type: ignore[attr-defined]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, duplicates)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, n), lines, duplicates) for n, item in enumerate(node.value)]
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    return None if plain and node.value in ("", "null", "~") else _whole(str(node.value))


def _mapping(node: yaml.MappingNode, path: tuple[Any, ...], lines: Lines, duplicates: Duplicates) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key_node, value in node.value:
        name, line = str(key_node.value), Line.of(key_node)
        if name in made:
            duplicates.append(((*path, name), line))
        else:
            lines[(*path, name)] = line
            made[name] = _build(value, (*path, name), lines, duplicates)
    return made


def _whole(text: str) -> str:
    """Pairs of surrogates, as JSON writes what lies beyond U+FFFF, made whole; one alone is no character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
