"""How the search index comes into the site, whatever Pagefind does."""

import json
from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.site import Indexing
from generator.site import search as indexing

PAGE = """<html><body data-pagefind-body><h1>{0}</h1>
<span data-pagefind-sort="date[data-v]" data-v="{1}"></span></body></html>"""


def write(made: Path, *words: str) -> None:
    for number, word in enumerate(words):
        page = made / f"whole/documents/{number}/index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGE.format(word, number), encoding="utf-8")
    facets = {"lengths": [1] * len(words), "facets": {"kind": [["note", "Note", [0], []]]}}
    (made / "whole/facets.json").write_text(json.dumps(facets), encoding="utf-8")


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    return tmp_path / "made", tmp_path / "cache", tmp_path / "site"


@pytest.fixture
def indexed(folders: tuple[Path, Path, Path]) -> dict[str, bytes]:
    """The files of an index of one word."""
    made, cache, site = folders
    write(made, "boats")
    with Indexing(made, cache) as first:
        first.finish(site)
    return files(site)


def test_an_index_begun_early_is_the_one_made_at_the_end(folders: tuple[Path, Path, Path], tmp_path: Path) -> None:
    made, cache, site = folders
    write(made, "boats", "harbour")
    with Indexing(made, cache) as early:
        early.begin()
        early.finish(site)
    with Indexing(made, tmp_path / "other") as late:
        late.finish(tmp_path / "late")
    assert files(site) == files(tmp_path / "late")
    assert {name.split("/")[1] for name in files(site)} >= {"fragment", "index", "facets", "pagefind-entry.json"}
    assert not (cache / "pagefind").exists()


def test_what_is_unchanged_is_not_indexed_again(
    folders: tuple[Path, Path, Path], indexed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, cache, site = folders
    monkeypatch.setattr(indexing, "get_executable", lambda: "/nowhere/pagefind")
    with Indexing(made, cache) as again:
        again.begin()
        again.finish(site)
    assert files(site) == indexed


def test_where_pagefind_fails_the_last_index_stays(
    folders: tuple[Path, Path, Path], indexed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, cache, site = folders
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho no room left >&2\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(indexing, "get_executable", lambda: broken)
    write(made, "harbour")
    with pytest.raises(SettingsError, match="no room left"), Indexing(made, cache) as failing:
        failing.begin()
        failing.finish(site)
    assert files(site) == indexed
    monkeypatch.undo()
    with Indexing(made, cache) as mended:
        mended.finish(site)
    assert files(site) != indexed


def test_nobody_waits_for_an_index_of_a_build_that_failed(
    folders: tuple[Path, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, cache, _site = folders
    write(made, "boats")
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 600\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(indexing, "get_executable", lambda: slow)
    with pytest.raises(ZeroDivisionError), Indexing(made, cache) as begun:
        begun.begin()
        raise ZeroDivisionError
    assert not (cache / "pagefind").exists()
    assert not (cache / "search.json").exists()
