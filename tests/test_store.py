from pathlib import Path

from generator.store import Cache, write_if_changed


def test_a_file_is_written_only_where_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert write_if_changed(path, "x")
    before = path.stat().st_mtime_ns
    assert not write_if_changed(path, "x")
    assert path.stat().st_mtime_ns == before
    assert write_if_changed(path, b"y")
    assert [p.name for p in path.parent.iterdir()] == ["b.txt"]


def test_cache_keeps_and_forgets(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c.sqlite")
    cache.put_many({"a": (1, "x"), "b": None})
    assert cache.get_many(["a", "b", "c"]) == {"a": (1, "x"), "b": None}
    cache.keep_only(["a"])
    assert cache.get_many(["a", "b"]) == {"a": (1, "x")}


def test_a_broken_cache_counts_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"no database at all" * 100)
    assert Cache(path).get_many(["a"]) == {}
