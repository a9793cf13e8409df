"""An archive's own numbering of its documents, as `mkdocs.yml` sets it: patterns, and the ids that they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from generator.errors import SettingsError

NAME = "references"
_FIELDS = ("pattern", "within", "to", "step")
_EXAMPLE = r"write {pattern: 'Document (?P<n>\d+)', to: 'd{n:04}'}"
_PARSER: Any = import_module("re._parser")
"""The parser of regular expressions that Python's own module uses."""
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
_MANY = 20
"""A repeat of more than this counts as one without end."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """One way in which texts of the archive number its documents."""

    pattern: str
    """A regular expression; its group `n` holds a number, a list of numbers, or ranges. A space stands for white space
    of any length."""
    to: str | None
    """A format string that makes the id of a named group `n` and the others; None for what is not in the archive."""
    within: str | None = None
    """A regular expression that the whole id of the citing document must match; its named groups go into `to`."""
    step: int | None = None
    """For words like `the preceding document`, which have no number: what to add to the group `n` of `within`."""


def read_numberings(given: object) -> tuple[Numbering, ...]:
    """The numberings of the setting `references`, in order.

    Raises:
        SettingsError: one cannot be used.
    """
    if not isinstance(given, list):
        raise SettingsError("mkdocs.yml", None, f"`{NAME}` is no list", _EXAMPLE)
    return tuple(_numbering(entry, number) for number, entry in enumerate(given, 1))


def _numbering(entry: object, number: int) -> Numbering:
    fault = _fault(entry) if isinstance(entry, dict) else "it is no mapping"
    if fault is None and isinstance(entry, dict):
        made = Numbering(entry["pattern"], entry["to"], entry.get("within"), entry.get("step"))
        fault = next(_misfits(made), None)
        if fault is None:
            return made
    raise SettingsError("mkdocs.yml", None, f"`{NAME}`, entry {number}: {fault}", _EXAMPLE)


def _fault(entry: Mapping[Any, Any]) -> str | None:
    """What is wrong with the form of an entry."""
    strange = [name for name in entry if name not in _FIELDS]
    missing = [name for name in ("pattern", "to") if name not in entry]
    if strange or missing:
        return f"it knows no `{strange[0]}`" if strange else f"`{missing[0]}` is missing"
    for name in ("pattern", "within", "to"):
        if not isinstance(entry.get(name), str) and not (name != "pattern" and entry.get(name) is None):
            return f"`{name}` must be words"
    if isinstance(entry.get("step"), bool) or not isinstance(entry.get("step"), int | None):
        return "`step` must be a whole number"
    return next((f for name in ("pattern", "within") if (f := _no_pattern(name, entry.get(name)))), None)


def _no_pattern(name: str, pattern: str | None) -> str | None:
    if pattern is None:
        return None
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as fault:
        return f"`{name}` is no regular expression ({fault})"
    if compiled.match(""):
        return f"`{name}` matches nothing at all"
    if _never_ends(_PARSER.parse(pattern)):
        return f"`{name}` repeats a repeat, which can take without end"
    return None


def _misfits(numbering: Numbering) -> Iterator[str]:
    """Why groups and `to` do not fit together."""
    own = set(re.compile(numbering.pattern).groupindex)
    others = set(re.compile(numbering.within or "").groupindex)
    if numbering.to is None:
        return
    if numbering.step is None and "n" not in own:
        yield "`pattern` has no group `(?P<n>…)`"
    if numbering.step is not None and ("n" in own or "n" not in others):
        yield "with `step`, `within` has the group `n`, and `pattern` has none"
    try:
        made = numbering.to.format(**dict.fromkeys(own | others, "x") | {"n": 1})
    except (LookupError, ValueError, AttributeError, TypeError) as fault:
        yield f"`to: {numbering.to}` cannot be filled ({type(fault).__name__}: {fault})"
    else:
        if not made.strip():
            yield "`to` makes no id"


def filled(to: str, groups: Mapping[str, str | None], n: int) -> str:
    """The id that a numbering gives to a number."""
    return to.format(**{name: value or "" for name, value in groups.items()} | {"n": n})


def _never_ends(items: Any) -> bool:
    """Whether an endless repeat has nothing but an endless repeat within it: such a search doubles with each letter."""
    for op, value in items:
        if str(op) in _REPEATS and value[1] > _MANY and _is_repeat(value[2]):
            return True
        if any(_never_ends(part) for part in _parts(op, value)):
            return True
    return False


def _is_repeat(items: Any) -> bool:
    """Whether all that must stand in a part of a pattern is one endless repeat."""
    needed = [(op, value) for op, value in items if not (str(op) in _REPEATS and value[0] == 0) and str(op) != "AT"]
    if not needed:
        return any(str(op) in _REPEATS and value[1] > _MANY for op, value in items)
    if len(needed) > 1:
        return False
    op, value = needed[0]
    if str(op) in _REPEATS:
        return bool(value[1] > _MANY)
    return str(op) in ("SUBPATTERN", "BRANCH") and any(_is_repeat(part) for part in _parts(op, value))


def _parts(op: Any, value: Any) -> list[Any]:
    """The parts of a pattern within one of its items."""
    name = str(op)
    if name in (*_REPEATS, "POSSESSIVE_REPEAT"):
        return [value[2]]
    if name == "BRANCH":
        return list(value[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if name == "ATOMIC_GROUP":
        return [value]
    return [value[3]] if name == "SUBPATTERN" else []
