"""The search index, by Pagefind's own program over the finished HTML."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

from generator.errors import SettingsError
from generator.site.stable import stabilise

FOLDER = "pagefind"
"""Where the index lies below `site/`."""


def index_search(site: Path, language: str) -> None:
    """Make the index anew: Pagefind has no way to change one.

    Raises:
        SettingsError: Pagefind could not index the pages.
    """
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    command = [str(get_executable()), "--site", str(site), "--force-language", language, "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "SOURCE_DATE_EPOCH": "0"})
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["no word of why"]
        raise SettingsError(str(site), None, f"Pagefind failed ({said[-1]})", "see that pagefind[bin] is installed")
    if (site / FOLDER / "pagefind-entry.json").exists():
        stabilise(site / FOLDER)
