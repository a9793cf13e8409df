"""The authority files as a reader of one language sees them: names in that language lead, where there are any."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from generator.authority import Authority, Entry


@lru_cache(maxsize=1)
def in_language(authority: Authority, language: str) -> Authority:
    """The same entries, each called by its first name in the language (ISO 639-1); the other stays in `also`.

    Kept, so that the indexes and the pages look at one.
    """
    entries = {key: _called(entry, language) for key, entry in authority.entries.items()}
    changed = any(entries[key] is not entry for key, entry in authority.entries.items())
    return replace(authority, entries=entries) if changed else authority


def _called(entry: Entry, language: str) -> Entry:
    names = entry.names.get(language, ())
    if not names or names[0] == entry.name:
        return entry
    return entry.model_copy(update={"name": names[0], "sort": None, "also": [entry.name, *entry.also]})
