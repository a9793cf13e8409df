"""The search index, by Pagefind's own program over the pages that `render` makes for it, and facets beside it."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
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
_WHOLE, _FACETS = "whole", "facets.json"
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Files of Pagefind that no page of ours asks for."""


def index_search(made: Path, site: Path, cache: Path) -> None:
    """Make the index of each folder of `made` anew whose pages changed: Pagefind has no way to change one.

    Raises:
        SettingsError: Pagefind could not index the pages.
    """
    kept = kept_json(cache / "search.json")
    stamps: dict[str, str] = {}
    folders = sorted(path for path in made.iterdir() if path.is_dir()) if made.is_dir() else []
    for folder in folders:
        at = site / FOLDER / ("" if folder.name == _WHOLE else folder.name)
        stamps[folder.name] = _stamp(folder)
        if kept.get(folder.name) != stamps[folder.name] or not (at / "pagefind-entry.json").exists():
            shutil.rmtree(at, ignore_errors=True)
            _index(folder, at)
    _remove_others(site / FOLDER, [folder.name for folder in folders])
    write_if_changed(cache / "search.json", json.dumps(stamps))


def _stamp(folder: Path) -> str:
    digest = hashlib.sha256(f"{program_digest()} {version('pagefind')}".encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _index(folder: Path, at: Path) -> None:
    if not any(folder.rglob("*.html")):
        return  # Pagefind takes nothing for a fault
    command = [str(get_executable()), "--site", str(folder), "--output-path", str(at), "--silent"]
    command += ["--force-language", _LANGUAGE]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "SOURCE_DATE_EPOCH": "0"})
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["no word of why"]
        raise SettingsError(str(folder), None, f"Pagefind failed ({said[-1]})", "see that pagefind[bin] is installed")
    if (at / "pagefind-entry.json").exists():
        given = json.loads((folder / _FACETS).read_text(encoding="utf-8"))
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
