from pathlib import Path

from generator.store import Cache, kept, write_if_changed


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


def test_what_is_asked_for_again_is_not_made_again(tmp_path: Path) -> None:
    made: list[str] = []

    def make(word: str) -> str:
        made.append(word)
        return word.upper()

    for words in (["a", "b"], ["b"], ["a", "b"]):
        with kept(tmp_path / "k.sqlite", full=False) as values:
            assert [values.get((word, 1), lambda word=word: make(word)) for word in words] == [w.upper() for w in words]
    assert made == ["a", "b", "a"], "what was not asked for is forgotten"
    with kept(tmp_path / "k.sqlite", full=True) as values:
        values.get(("b", 1), lambda: make("b"))
    assert made[-1] == "b"
