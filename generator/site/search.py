"""The search index, by Pagefind's own program over the pages that `render` makes for it, and facets beside it."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pagefind_bin import get_executable

from generator.errors import SettingsError
from generator.site.stable import stabilise
from generator.store import kept_json, program_digest, write_if_changed

FOLDER = "pagefind"
"""Where the index lies below `site/`."""
_LANGUAGE = "zxx"
"""No language: words stand in the index as they are written, and their stems beside them, whatever they are in."""
_WHOLE, _FACETS, _ENTRY, _STAMPS = "whole", "facets.json", "pagefind-entry.json", "search.json"
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
"""Files of Pagefind that no page of ours asks for."""


class Indexing:
    """Makes the indexes of those folders of `made` anew whose pages changed: Pagefind has no way to change one.

    The first may be begun beside this process, which makes the site meanwhile; no two at once, since they take memory.
    """

    def __init__(self, made: Path, cache: Path) -> None:
        """Index what will stand in `made`."""
        self._made, self._cache = made, cache
        self._begun: tuple[str, subprocess.Popen[str]] | None = None
        self._last = kept_json(cache / _STAMPS)

    @cached_property
    def _stamps(self) -> dict[Path, str]:
        """Of each folder a hash of all that stands in it, once the pages stand there: to read them all takes long."""
        folders = sorted(path for path in self._made.iterdir() if path.is_dir()) if self._made.is_dir() else []
        return {folder: _stamp(folder) for folder in folders}

    def __enter__(self) -> Indexing:
        """Nothing is begun yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop what nobody waits for any more."""
        if self._begun:
            self._begun[1].kill()
            self._begun[1].communicate()
        shutil.rmtree(self._cache / FOLDER, ignore_errors=True)

    def begin(self) -> None:
        """Start with the first folder that differs from the last build, now that the pages stand there."""
        changed = next((folder for folder, stamp in self._stamps.items() if self._last.get(folder.name) != stamp), None)
        if changed and _has_pages(changed):
            self._begun = changed.name, self._start(changed)

    def finish(self, site: Path) -> None:
        """Put the indexes below `site`, when MkDocs has built it.

        Raises:
            SettingsError: Pagefind could not index the pages.
        """
        stamps = {folder.name: stamp for folder, stamp in self._stamps.items()}
        same = {name: stamp for name, stamp in self._last.items() if stamps.get(name) == stamp}
        write_if_changed(self._cache / _STAMPS, json.dumps(same))  # whatever happens on the way, no stamp says too much
        for folder in self._stamps:
            at = site / FOLDER / ("" if folder.name == _WHOLE else folder.name)
            if folder.name not in same or not (at / _ENTRY).exists():
                self._index(folder, at)
        _remove_others(site / FOLDER, list(stamps))
        write_if_changed(self._cache / _STAMPS, json.dumps(stamps))

    def _index(self, folder: Path, at: Path) -> None:
        new = self._cache / FOLDER / folder.name
        if _has_pages(folder):  # Pagefind takes nothing for a fault
            begun = self._begun[1] if self._begun and self._begun[0] == folder.name else self._start(folder)
            self._begun = (folder.name, begun)
            said = "".join(begun.communicate()).strip().splitlines() or ["no word of why"]
            self._begun = None
            if begun.returncode:
                raise _failed(folder, said[-1])
        shutil.rmtree(at, ignore_errors=True)
        if (new / _ENTRY).exists():
            _refine(new, json.loads((folder / _FACETS).read_text(encoding="utf-8")))
            at.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(new, at)

    def _start(self, folder: Path) -> subprocess.Popen[str]:
        new = self._cache / FOLDER / folder.name
        shutil.rmtree(new, ignore_errors=True)
        command = [str(get_executable()), "--site", str(folder), "--output-path", str(new), "--silent"]
        command += ["--force-language", _LANGUAGE]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
        try:
            return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        except OSError as fault:
            raise _failed(folder, str(fault)) from fault


def _failed(folder: Path, said: str) -> SettingsError:
    return SettingsError(str(folder), None, f"Pagefind failed ({said})", "see that pagefind[bin] is installed")


def _has_pages(folder: Path) -> bool:
    return any(folder.rglob("*.html"))


def _stamp(folder: Path) -> str:
    digest = hashlib.sha256(f"{program_digest()} {version('pagefind')}".encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _refine(at: Path, given: Mapping[str, Any]) -> None:
    """Make an index the same in each build, and put the facets beside it."""
    pages = stabilise(at, given["lengths"])
    for pattern in _UNUSED:
        for path in at.glob(pattern):
            path.unlink()
    _pack_facets(given["facets"], pages, at)


def _pack_facets(facets: dict[str, list[list[Any]]], pages: Sequence[str], at: Path) -> None:
    """Write which documents there are, by date, and each facet by their numbers, as steps from one to the next."""
    _pack(at / "facets" / "documents.pack", [page.rpartition("_")[2] for page in pages])
    for name, values in facets.items():
        packed = [[id, label, _steps(sure), _steps(perhaps)] for id, label, sure, perhaps in values]
        _pack(at / "facets" / f"{name}.pack", packed)


def _steps(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _pack(path: Path, value: Any) -> None:
    """JSON, compressed here: not every server compresses."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    write_if_changed(path, gzip.compress(data, mtime=0))


def _remove_others(folder: Path, names: Sequence[str]) -> None:
    """Remove the indexes of spans that there are no more."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if _WHOLE not in names and path.is_dir() and path.name not in names:
            shutil.rmtree(path)
        elif _WHOLE not in names and path.is_file():
            path.unlink()
        elif _WHOLE in names and path.is_dir() and path.name not in ("facets", "filter", "fragment", "index"):
            shutil.rmtree(path)
