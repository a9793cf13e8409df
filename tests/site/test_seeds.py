"""The five texts that the project was created from, where the shared folder is there."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import build, write_archive

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


@pytest.mark.skipif(not (SHARED / "seeds/gold.yml").exists(), reason="the shared seeds are not on this machine")
def test_seeds(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", {}, {})
    for path in (SHARED / "seeds").glob("0*.txt"):
        shutil.copy(path, folder / "content/sources")
    shutil.copytree(ROOT / "content/authority", folder / "content/authority", dirs_exist_ok=True)
    assert build(folder) == 0
    arguments = [folder / "site/data/documents.jsonl", SHARED / "seeds/gold.yml", "informant", "creator"]
    score = [sys.executable, SHARED / "measure/score.py", "seeds", *arguments]
    done = subprocess.run(score, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
