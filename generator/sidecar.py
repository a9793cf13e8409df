"""Writing the facts that were read from a text into its sidecar, for the curator to confirm."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from generator.errors import SourceError
from generator.model import Document
from generator.store import write_if_changed

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
