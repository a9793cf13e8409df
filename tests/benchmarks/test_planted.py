"""The measure of relations: the planted truth stands in the files, and right and wrong links are counted so."""

import random
import re
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from generator.model import Block, Document, Link, Place, Record

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from bcubed import bcubed
from planted import plant
from planted_truth import Quotation, Truth
from relate_scores import quotations, recurring, reprints


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sentences of words drawn at random: enough to learn a chain from."""
    draw, folder = random.Random(5), tmp_path_factory.mktemp("corpus")
    words = [f"w{a}{b}" for a in "aeiou" for b in "bcdfghklmnprstvz"]
    sentences = (" ".join(draw.choices(words, k=draw.randint(9, 30))) for _ in range(4000))
    (folder / "a.txt").write_text(" ".join(f"{s.capitalize()}." for s in sentences), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def archive(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    folder = tmp_path_factory.mktemp("archive")
    return folder, plant(folder, corpus, 300, 1)


def body(folder: Path, id: str) -> list[str]:
    text = (folder / "content/sources" / f"{id}.txt").read_text(encoding="utf-8").split("---\n", 2)[2]
    return re.findall(r"\w+", re.sub("['’]", "", text.lower()))


def stands_in(words: str, text: list[str]) -> bool:
    return " ".join(re.findall(r"\w+", re.sub("['’]", "", words.lower()))) in " ".join(text)


def records_of(truth: Truth) -> list[Record]:
    """Records as `read` gives them, nothing related."""
    made = []
    for sketch in truth.documents.values():
        texts = sketch.printed().split("---\n", 2)[2].strip().split("\n\n")
        blocks = tuple(Block(number, "paragraph", text) for number, text in enumerate(texts, 1))
        made.append(Record(Document(sketch.id), blocks, ()))
    return made


def link_of(quotation: Quotation, record: Record) -> Link:
    """The link that a perfect relation would make."""
    words = re.compile(r"\s+".join(map(re.escape, quotation.holding.text.split())), re.IGNORECASE)
    block, match = next((block, match) for block in record.blocks if (match := words.search(block.text)))
    at = Place(block.number, *match.span(), match[0])
    return Link(quotation.holding.origin[0], "quotes", "test", "inferred", 1.0, "", at)


def related(truth: Truth) -> list[Record]:
    records = {record.document.id: record for record in records_of(truth)}
    for quotation in truth.quotations:
        id = quotation.holding.document
        link = link_of(quotation, records[id])
        records[id] = replace(records[id], links=(*records[id].links, link))
    return list(records.values())


def test_the_same_seed_gives_the_same_archive(archive: tuple[Path, Truth], corpus: Path, tmp_path: Path) -> None:
    plant(tmp_path, corpus, 300, 1)
    files = [path.relative_to(tmp_path) for path in sorted(tmp_path.rglob("*.*")) if path.is_file()]
    assert len(files) == 302
    assert all((tmp_path / file).read_bytes() == (archive[0] / file).read_bytes() for file in files)


def test_what_was_planted_stands_in_both_files(archive: tuple[Path, Truth]) -> None:
    folder, truth = archive
    assert len(truth.quotations) > 60
    for quotation in truth.quotations:
        holding = quotation.holding
        source = truth.documents[holding.origin[0]]
        assert stands_in(holding.text, body(folder, holding.document))
        assert source.day < truth.documents[holding.document].day
        if quotation.case != "of a quotation":
            assert stands_in(holding.text, body(folder, source.id)) == (quotation.how == "exact")


def test_documents_that_share_nothing_by_planting_share_no_long_run(archive: tuple[Path, Truth]) -> None:
    """Set phrases taken away, what two plain texts share is no longer than eight words."""
    folder, truth = archive
    held = {holding.document for holding in truth.holdings.values()}
    plain = [s for s in truth.documents.values() if s.id not in held and not s.title.startswith("Notice to")][:60]
    seen: dict[tuple[str, ...], str] = {}
    for sketch in plain:
        for paragraph in sketch.paragraphs:
            for sentence in (sentence.text for sentence in paragraph if sentence.plain):
                assert stands_in(sentence, body(folder, sketch.id))
                words = re.findall(r"\w+", sentence.lower())
                for at in range(len(words) - 7):
                    assert seen.setdefault(tuple(words[at : at + 8]), sentence) == sentence
    assert len(seen) > 5000


def test_perfect_links_score_full_marks(archive: tuple[Path, Truth]) -> None:
    _, truth = archive
    tally = quotations(related(truth), truth)
    assert not tally.lost
    assert tally.recall("all") == tally.precision == 1
    assert tally.right == len(truth.quotations)


def test_a_link_to_another_document_or_to_a_later_one_is_wrong(archive: tuple[Path, Truth]) -> None:
    _, truth = archive
    records = related(truth)
    citing = next(record for record in records if len(record.links) == 1)
    strange = next(r for r in records if r.document.id not in {h.document for h in truth.holdings.values()})
    wrong = replace(citing, links=(replace(citing.links[0], to=strange.document.id),))
    tally = quotations([wrong, *(r for r in records if r is not citing)], truth)
    assert (tally.wrong.total(), tally.found["all"]["missed"]) == (1, 1)
    source = next(record for record in records if record.document.id == citing.links[0].to)
    block = source.blocks[-2]
    place = Place(block.number, 0, len(block.text), block.text)
    back = Link(citing.document.id, "quotes", "test", "inferred", 1, "", place)
    others = [record for record in records if record is not source]
    turned = replace(source, links=(back,))
    assert quotations([turned, *others], truth).wrong.total() == 1


def test_a_link_on_a_formula_is_told_as_one(archive: tuple[Path, Truth]) -> None:
    _, truth = archive
    records = records_of(truth)
    formula = truth.traps["formula"][0]
    holders = [r for r in records if any(formula in block.text for block in r.blocks)][:2]
    block = next(block for block in holders[1].blocks if formula in block.text)
    at = block.text.index(formula)
    place = Place(block.number, at, at + len(formula), formula)
    late = replace(holders[1], links=(Link(holders[0].document.id, "quotes", "test", "inferred", 1, "", place),))
    tally = quotations([late, *(r for r in records if r.document.id != late.document.id)], truth)
    assert dict(tally.wrong) == {"formula": 1}
    assert tally.precision == 0


def test_families_count_by_pairs(archive: tuple[Path, Truth]) -> None:
    _, truth = archive
    head = {member: family.members[0][0] for family in truth.families for member, _ in family.members}
    records = [replace(r, document=replace(r.document, family=head.get(r.document.id))) for r in records_of(truth)]
    pairs = sum(len(list(combinations(family.members, 2))) for family in truth.families)
    tally = reprints(records, truth)
    assert (tally.right, tally.wrong.total(), tally.recall("all")) == (pairs, 0, 1)
    letters = truth.alike["form letters"][0][:2]
    joined = [
        replace(r, document=replace(r.document, family=letters[0])) if r.document.id in letters else r for r in records
    ]
    assert dict(reprints(joined, truth).wrong) == {"form letters": 1}


def test_only_planted_furniture_is_recurring(archive: tuple[Path, Truth]) -> None:
    _, truth = archive
    furniture = {(f.document, f.text) for f in truth.furniture}
    records = []
    for record in records_of(truth):
        marked = [
            replace(b, recurring=(record.document.id, " ".join(b.text.split())) in furniture) for b in record.blocks
        ]
        records.append(replace(record, blocks=tuple(marked)))
    tally = recurring(records, truth)
    assert (tally.recall("all"), tally.precision) == (1, 1)
    everything = [replace(r, blocks=tuple(replace(b, recurring=True) for b in r.blocks)) for r in records]
    assert recurring(everything, truth).precision < 0.5


def test_b_cubed() -> None:
    two = {"a": frozenset("1"), "b": frozenset("1"), "c": frozenset("2"), "d": frozenset("2")}
    one = dict.fromkeys("abcd", frozenset("x"))
    score = bcubed(one, two)
    assert (score.precision, score.recall) == (0.5, 1)
    assert round(score.f1, 3) == 0.667
    both = {"a": frozenset("12"), "b": frozenset("12")}
    score = bcubed({"a": frozenset("x"), "b": frozenset("x")}, both)
    assert (score.precision, score.recall) == (1, 0.5)
    score = bcubed({"a": frozenset("1"), "b": frozenset("1"), "c": frozenset()}, {**two, "d": frozenset()})
    assert (score.precision, round(score.recall, 3)) == (1, 0.667)
