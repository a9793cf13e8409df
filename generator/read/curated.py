"""The curator's word: front matter over the text, and the sidecar beside it, checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from generator import edtf
from generator.errors import SourceError
from generator.settings import ACCESS
from generator.yamlfile import Lines, YamlFault, read_yaml

Check = Callable[[Any], str | None]
"""What is wrong with a value, or None."""


def _text(value: Any) -> str | None:
    return None if value is None or isinstance(value, str) else "must be text"


_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*")


def _date(value: Any) -> str | None:
    return None if value is None or (isinstance(value, str) and edtf.valid(value)) else f"`{value}` is no date in EDTF"


def _day(value: Any) -> str | None:
    return None if edtf.is_day(str(value)) and edtf.valid(str(value)) else f"`{value}` is no day (YYYY-MM-DD)"


def _texts(value: Any) -> str | None:
    fit = value is None or (isinstance(value, list) and all(isinstance(item, str) for item in value))
    return None if fit else "must be a list of ids"


def _access(value: Any) -> str | None:
    return None if value in ACCESS else f"must be one of {', '.join(ACCESS)}"


def _truth(value: Any) -> str | None:
    return None if value in ("true", "false") else "must be true or false"


def _redact(value: Any) -> str | None:
    fit = isinstance(value, list) and all(isinstance(r, dict) and isinstance(r.get("quote"), str) for r in value)
    return None if fit else "must be a list of {quote, reason}"


def _relations(value: Any) -> str | None:
    fit = isinstance(value, list) and all(isinstance(r, dict) and {"to", "relation"} <= set(r) for r in value)
    fit = fit and all(isinstance(part, str) for r in value for part in r.values())
    return None if fit else "must be a list of {to, relation, note}"


def _annotate(value: Any) -> str | None:
    word = value if isinstance(value, dict) and set(value) <= {"never", "also"} else None
    never, also = (word.get("never") or [], word.get("also") or {}) if word else (None, None)
    fit = isinstance(never, list) and all(isinstance(quote, str) for quote in never) and isinstance(also, dict)
    fit = fit and all(isinstance(entity, str) for entity in (also or {}).values())
    return None if fit else "must be {never: [words], also: {words: people/id}}"


FIELDS: Mapping[str, Check] = {
    **dict.fromkeys(("id", "title", "place", "place_printed", "creator", "publisher", "informant"), _text),
    **dict.fromkeys(("republisher", "kind", "language", "symbol", "original", "archived"), _text),
    **dict.fromkeys(("collection", "reference_code", "rights", "licence"), _text),
    **dict.fromkeys(("date", "published", "captured"), _date),
    **dict.fromkeys(("events", "topics", "unconfirmed"), _texts),
    "access": _access,
    "open_from": _day,
    "redact": _redact,
    "publish_file": _truth,
    "relations": _relations,
    "annotate": _annotate,
}
"""What the curator may say about one document, with the check of each; what `unconfirmed` names, a command wrote."""


WITHHOLDING = ("access", "open_from", "redact", "publish_file", "withdrawn", "annotate", "relations")
"""Fields in which a slip must stop the document: they keep something back, or say what must not be lost."""


def parse(text: str | bytes, path: str, first_line: int = 1) -> dict[str, Any]:
    """The curator's word from YAML, checked.

    Raises:
        SourceError: it is no YAML mapping, a field is unknown, stands twice, or has a value that cannot be.
    """
    try:
        data, lines, duplicates = read_yaml(text)
    except YamlFault as fault:
        raise SourceError(path, first_line + fault.line - 1, f"is no YAML ({fault})", "mend the line") from fault
    if not isinstance(data, dict):
        raise SourceError(path, first_line, "is no mapping of fields to values", "write `title: …`, a line a field")
    if duplicates:
        where, line = duplicates[0]
        raise SourceError(path, first_line + line - 1, f"`{where[-1]}` stands twice", "keep one")
    for name in ("date", "published", "captured"):
        timed = _WITH_TIME.fullmatch(str(data.get(name) or ""))
        if timed:  # as other programs write it
            data[name] = timed[1]
    _check(data, lines, path, first_line)
    if "publish_file" in data:
        data["publish_file"] = data["publish_file"] == "true"
    return data


def confirmed(data: Mapping[str, Any]) -> dict[str, Any]:
    """The curator's word without the fields that a command wrote and nobody has confirmed."""
    left_out = {"unconfirmed", *(data.get("unconfirmed") or ())}
    return {name: value for name, value in data.items() if name not in left_out}


def _check(data: Mapping[str, Any], lines: Lines, path: str, first_line: int) -> None:
    for name, value in data.items():
        line = first_line + lines.get((name,), 1) - 1
        if name not in FIELDS:
            known = ", ".join(FIELDS)
            raise SourceError(
                path,
                line,
                f"`{name}` is no field of a document",
                f"remove it, until then the document is left out; the fields are {known}",
            )
        fault = FIELDS[name](value)
        if fault:
            raise SourceError(path, line, f"`{name}` {fault}", "mend it; until then the document is left out")
