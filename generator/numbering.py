"""An archive's own numbering of its documents, as `mkdocs.yml` sets it: patterns, and the ids that they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from generator.errors import SettingsError

NAME = "references"
_FIELDS = ("pattern", "within", "to", "step")
_EXAMPLE = r"write {pattern: 'Document (?P<n>\d+)', to: 'd{n:04}'}"
_SLOT = re.compile(r"\{(?:n:0?\d{1,2}|(\w+))\}")
"""What may be filled in: `{group}`, and `{n:04}`, which says to how many figures."""
_SAMPLE = "See Document 21 (vol. XVIII), and No. 5."
SECONDS = 2.0
"""So long a pattern may look at one paragraph: some take without end."""


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
        compiled = regex.compile(pattern)
    except (regex.error, OverflowError, RecursionError, ValueError) as fault:
        return f"`{name}` is no regular expression ({fault})"
    if name == "pattern" and any(match.end() == match.start() for match in compiled.finditer(_SAMPLE, timeout=SECONDS)):
        return f"`{name}` matches nothing at all"
    return None


def _misfits(numbering: Numbering) -> Iterator[str]:
    """Why groups and `to` do not fit together."""
    own = set(regex.compile(numbering.pattern).groupindex)
    others = set(regex.compile(numbering.within or "").groupindex)
    if numbering.to is None:
        return
    if numbering.step is None and "n" not in own:
        yield "`pattern` has no group `(?P<n>…)`"
    if numbering.step is not None and ("n" in own or "n" not in others):
        yield "with `step`, `within` has the group `n`, and `pattern` has none"
    names = set(_SLOT.findall(numbering.to)) - own - others - {"n", ""}
    if names or re.search(r"[{}]", _SLOT.sub("", numbering.to)):
        slot = f"there is no group `{min(names)}`" if names else "only `{name}` and `{n:04}` can stand in it"
        yield f"`to: {numbering.to}` cannot be filled: {slot}"
    elif not numbering.to.strip():
        yield "`to` makes no id"


def filled(to: str, groups: Mapping[str, str | None], n: int) -> str:
    """The id that a numbering gives to a number."""
    return to.format(**{name: value or "" for name, value in groups.items()} | {"n": n})
