"""Writing the facts that were read from a text into its sidecar, for the curator to confirm."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, Protocol

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from generator.errors import SourceError
from generator.model import Document
from generator.store import write_if_changed
from generator.text import slug

_HEAD = "# Facts named under `unconfirmed` were read by the program: mend them, and take their names off that list.\n"


def write_facts(document: Document, path: Path) -> Path:
    """Put the facts of a document into the sidecar of the source in `path`; which sidecar that is.

    What stands there stays as it is, comments too; the names of what is added stand under `unconfirmed`.

    Raises:
        SourceError: the sidecar there is no YAML mapping.
    """
    sidecar = path.with_suffix(".yml")
    yaml = YAML()
    yaml.width = 10_000
    kept = _read(sidecar, yaml)
    unconfirmed = set(kept.get("unconfirmed") or ())
    for name, evidence in document.evidence.items():
        read = _plain(getattr(document, name))
        edited = name in kept and kept[name] != read  # perhaps by the curator, who forgot the list
        if evidence.certainty != "curated" and (name not in kept or name in unconfirmed) and not edited:
            kept[name] = read
            unconfirmed.add(name)
    if unconfirmed:
        kept["unconfirmed"] = sorted(unconfirmed)
    text = StringIO()
    yaml.dump(kept, text)
    write_if_changed(sidecar, text.getvalue() if sidecar.exists() else _HEAD + text.getvalue())
    return sidecar


def _read(sidecar: Path, yaml: YAML) -> Any:
    if not sidecar.exists():
        return {}
    try:
        kept = yaml.load(sidecar.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError) as fault:
        raise SourceError(str(sidecar), 1, "is no YAML", "mend it; nothing was written") from fault
    if kept is not None and not isinstance(kept, dict):
        raise SourceError(str(sidecar), 1, "is no mapping of fields to values", "mend it; nothing was written")
    return kept or {}


def _plain(value: Any) -> Any:
    """A value as the curator would write it: events and topics by their ids."""
    if isinstance(value, tuple):
        return [getattr(item, "topic", item) for item in value]
    return value


def suggestions_in_yaml(suggestions: Sequence[Suggested]) -> str:
    """Suggested entries as authority files would have them, each file under a comment, contexts as comments."""
    made = []
    for folder in ("people", "organisations", "places"):
        several = [suggestion for suggestion in suggestions if suggestion.kind == folder]
        made += [f"# {folder}.yml\n"] if several else []
        taken: set[str] = set()
        for suggestion in several:
            id = _id(folder, suggestion.name, taken)
            taken.add(id)
            made.append("\n".join([*_entry(id, folder, suggestion), ""]))
    return "\n".join(made)


class Suggested(Protocol):
    """What is known of a name that wants an entry."""

    name: str
    count: int
    documents: set[str]
    contexts: list[tuple[str, str]]
    spellings: Counter[str]
    resembles: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The authority file."""


def _id(folder: str, name: str, taken: set[str]) -> str:
    words = name.split()
    id = slug(" ".join([words[-1], *words[:-1]]) if folder == "people" else name) or "unnamed"
    return next(made for n in range(1, len(taken) + 2) if (made := id if n == 1 else f"{id}-{n}") not in taken)


def _entry(id: str, folder: str, suggestion: Suggested) -> Iterator[str]:
    documents = len(suggestion.documents)
    like = f"; resembles {', '.join(suggestion.resembles)}" if suggestion.resembles else ""
    yield f"{id}:  # {suggestion.count}x in {documents} document{'s' * (documents > 1)}{like}"
    name = max(
        suggestion.spellings, key=lambda words: (" " in words, suggestion.spellings[words], words.isascii(), words)
    )
    yield f"  name: {json.dumps(name, ensure_ascii=False)}"
    words = name.split()
    if folder == "people" and len(words) > 1:
        yield f"  sort: {json.dumps(f'{words[-1]}, ' + ' '.join(words[:-1]), ensure_ascii=False)}"
    others = sorted(set(suggestion.spellings) - {name} - {words[-1]})
    if others:
        yield f"  also: {json.dumps(others, ensure_ascii=False)}"
    for document, context in suggestion.contexts:
        yield f"  # {document}: {' '.join(context.split())}"
