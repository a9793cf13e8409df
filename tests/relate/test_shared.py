"""Which texts share words: what is kept from the last build and brought up to date is what is made from nothing."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.relate.memo import Memo
from generator.relate.shared import Packed, Shared

WORDS = st.lists(st.integers(1, 30), max_size=8)
ARCHIVES = st.dictionaries(st.integers(0, 40), WORDS, min_size=12, max_size=30)


def shared(archive: Mapping[int, Sequence[int]], memo: Memo) -> Shared:
    """The hashes that stand in several documents; each word has its hash above the bits of documents."""
    of = [f"{id} {words}".encode() for id, words in archive.items()]
    each = [np.array(words, dtype=np.uint64) << np.uint64(40) for words in archive.values()]
    return Shared(memo.packed("words", of, lambda place: (each[place],)), of)


def holders(found: Shared) -> dict[int, list[int]]:
    return {
        int(hash_): found.documents[first : first + count].tolist()
        for hash_, first, count in zip(found.hashes, found.first, found.count, strict=True)
    }


@given(ARCHIVES, st.integers(0, 40), WORDS)
def test_one_document_more_changed_or_gone(archive: dict[int, list[int]], id: int, words: list[int]) -> None:
    memo = Memo()
    shared(archive, memo)
    kept = Memo({}, memo.sorted)
    for new in (dict(sorted((archive | {id: words}).items())), {k: v for k, v in archive.items() if k != id}):
        assert holders(shared(new, kept)) == holders(shared(new, Memo()))


def test_what_is_kept_is_not_sorted_anew() -> None:
    archive = {id: [1, 2, 3] for id in range(12)}
    memo = Memo()
    shared(archive, memo)
    kept = memo.sorted["words"]
    assert holders(shared(archive | {99: [3, 4]}, memo))[3 << 19] == [*range(12), 12]
    assert memo.sorted["words"] is kept


def test_documents_that_hold_the_rarest() -> None:
    found = shared({0: [1, 2, 3], 1: [1, 2], 2: [1, 2, 3, 4, 4], 3: [9]}, Memo())
    places = found.index(np.array([1, 2, 3, 1, 9], dtype=np.uint64) << np.uint64(40))
    groups, documents = found.in_all(places, np.array([0, 0, 0, 1, 1]))
    assert (groups.tolist(), documents.tolist()) == ([0, 0], [0, 2]), "9 is in one document alone"


def test_sorted_hashes_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "words.hashes"
    memo = Memo()
    shared({0: [1, 2, 3], 1: [1, 2]}, memo)
    memo.sorted["words"].write(path, "program")
    again = Packed.read(path, "program")
    assert again is not None
    assert again.of == memo.sorted["words"].of
    assert again.hashes.tolist() == memo.sorted["words"].hashes.tolist()
    assert again.several.tolist() == memo.sorted["words"].several.tolist()


def test_what_another_program_or_half_a_build_kept_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "words.hashes"
    memo = Memo()
    shared({0: [1, 2, 3], 1: [1, 2]}, memo)
    memo.sorted["words"].write(path, "program")
    assert Packed.read(path, "another") is None
    assert Packed.read(tmp_path / "none.hashes", "program") is None
    for length in (0, 3, 20, 61):
        path.write_bytes(path.read_bytes()[:length])
        assert Packed.read(path, "program") is None
        memo.sorted["words"].write(path, "program")
