"""Every person and body that a reader of the shipped archive and of the five seeds would expect is linked, none other.

`named.yml` lists them, document by document, as somebody read them in the texts. After a change of rules or texts, look
at each line that differs before you change it there.
"""

import shutil
from pathlib import Path

import pytest
import yaml

from generator.pipeline import Report, make_records
from generator.settings import Folders, Settings

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared/seeds"
LISTED = yaml.safe_load((Path(__file__).parent / "named.yml").read_text(encoding="utf-8"))
SETTINGS = Settings(languages=("en", "ru", "kk", "ky", "tr"), first_year=1991, last_year=2030)


def named(folder: Path) -> dict[str, list[str]]:
    records, _ = make_records(Folders(folder), SETTINGS, Report(), as_of="2026-01-01", jobs=1)
    kinds = ("people/", "organisations/")
    return {r.document.id: sorted({m.entity for m in r.mentions if m.entity.startswith(kinds)}) for r in records}


def test_the_shipped_archive(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    assert named(tmp_path) == {id: sorted(entities) for id, entities in LISTED["shipped"].items()}


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not on this machine")
def test_the_seeds(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content/authority", tmp_path / "content/authority")
    (tmp_path / "content/sources").mkdir()
    for path in SEEDS.glob("0*.txt"):
        shutil.copy(path, tmp_path / "content/sources")
    found = {id[:3]: entities for id, entities in named(tmp_path).items()}
    assert found == {id: sorted(entities) for id, entities in LISTED["seeds"].items()}
