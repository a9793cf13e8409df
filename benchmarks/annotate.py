"""How well, and how fast, names are recognised and resolved, against a gold file.

Usage: python benchmarks/annotate.py GOLD_DIR [--scale FOLDER] [--names N]

GOLD_DIR holds `sources/`, `authority/` and `gold.jsonl`, whose lines have `persons` (`id`, `text`, `start`, `end` in
the file; `id` null = the editors left open who it is) and `terms` (abbreviations, `text`, `id`).

A mention is matched by overlap. "mention" asks whether a person was seen at all, "identity" whether it is the right
one; one that gold does not tag counts as wrong only where gold tags that person nowhere in the document, as in
`score.py persons`. Calibration: of the mentions of each score, how many are right.

FOLDER (`sources/`, `authority/people.yml`) measures speed with N names: those of the file, and invented ones like them.
Beside it stands a yardstick: `re` with an alternation of 500 of the names over a part of the same text.
"""

import argparse
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.annotate import annotate
from generator.authority import Authority, Person, read_authority
from generator.describe import describe
from generator.model import Mention, Record
from generator.read import Found, Withheld, read
from generator.recognise import Recogniser
from generator.recognise.matchable import matchable
from generator.settings import Settings
from generator.workers import Job, one_document


class Squeezed:
    """A text without white space, and where each of its code points went."""

    def __init__(self, text: str) -> None:
        self.to = []
        kept = []
        for char in text:
            self.to.append(len(kept))
            if not char.isspace():
                kept.append(char)
        self.to.append(len(kept))
        self.text = "".join(kept)


def spans(record: Record, source: Squeezed) -> Iterator[tuple[int, int, Mention]]:
    """The mentions of persons with their places in the squeezed source."""
    at, starts = 0, {}
    for block in record.blocks:
        squeezed = Squeezed(block.text)
        found = source.text.find(squeezed.text, at)
        found = found if found >= 0 else source.text.find(squeezed.text)
        starts[block.number] = (found, squeezed)
        at = found + len(squeezed.text)
    for mention in record.mentions:
        if mention.at and mention.entity.startswith("people/"):
            start, block = starts[mention.at.paragraph]
            yield start + block.to[mention.at.start], start + block.to[mention.at.end], mention


def quality(folder: Path) -> None:
    authority, _ = read_authority(folder / "authority", folder)
    settings = Settings()
    recogniser = Recogniser(authority, settings)
    seen: Counter[str] = Counter()
    scores: dict[float, Counter[bool]] = defaultdict(Counter)
    bases: dict[str, Counter[bool]] = defaultdict(Counter)
    abbreviations: Counter[bool] = Counter()
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        path = folder / (gold.get("file") or f"sources/{gold['id']}.txt")
        job = Job(Found(path.stem, path, {}), Withheld(), "")
        record = one_document(job, folder, recogniser, authority, settings)
        source = Squeezed(path.read_text(encoding="utf-8"))
        _one_document(gold, source, list(spans(record, source)), seen, scores, bases)
        explained = {_plain(use.short) for use in record.abbreviations}
        for term in {_plain(term["text"]) for term in gold.get("terms", ()) if term["id"]}:
            abbreviations[term in explained] += 1
    _table(seen, scores, bases, abbreviations)


def _one_document(
    gold: dict[str, Any],
    source: Squeezed,
    got: list[tuple[int, int, Mention]],
    seen: Counter[str],
    scores: dict[float, Counter[bool]],
    bases: dict[str, Counter[bool]],
) -> None:
    tagged = {person["id"] for person in gold["persons"]}

    def take(person: dict[str, Any], id: str | None) -> Mention | None:
        start, end = source.to[person["start"]], source.to[person["end"]]
        for place, (first, last, mention) in enumerate(got):
            if first < end and start < last and (id is None or mention.entity == f"people/{id}"):
                return got.pop(place)[2]
        return None

    def count(mention: Mention, right: bool) -> None:
        scores[mention.score][right] += 1
        bases[mention.basis][right] += 1

    for person in sorted((p for p in gold["persons"] if p["id"]), key=lambda p: p["start"] - p["end"]):
        mention = take(person, person["id"])
        seen["right" if mention else "missed"] += 1
        if mention:
            count(mention, right=True)
    for person in gold["persons"]:
        if not person["id"]:
            mention = take(person, None)
            seen["linked though left open" if mention else "left alone"] += 1
    for _, _, mention in got:
        known = mention.entity.partition("/")[2] in tagged
        overlaps = "again" if known else "wrong"
        seen[overlaps] += 1
        if not known:
            count(mention, right=False)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _table(
    seen: Counter[str],
    scores: dict[float, Counter[bool]],
    bases: dict[str, Counter[bool]],
    abbreviations: Counter[bool],
) -> None:
    right, wrong, missed = seen["right"], seen["wrong"], seen["missed"]
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    open_ones = seen["left alone"] + seen["linked though left open"]
    print(f"identity: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} of {right + missed}")
    everything = right + seen["again"] + seen["linked though left open"]
    mention = everything / max(everything + wrong, 1)
    print(f"mention: precision {mention:.3f} (tagged persons, named again, or left open by the editors)")
    print(f"left open by the editors and left alone: {seen['left alone'] / max(open_ones, 1):.3f} of {open_ones}")
    total = sum(abbreviations.values())
    print(f"abbreviations explained: {abbreviations[True] / max(total, 1):.3f} of {total}\n")
    print(f"{'score':>6} {'right':>6} {'wrong':>6}  share right")
    for score, told in sorted(scores.items(), reverse=True):
        print(f"{score:6.2f} {told[True]:6} {told[False]:6}  {told[True] / sum(told.values()):.3f}")
    print(f"\n{'basis':15} {'right':>6} {'wrong':>6}  share right")
    for basis, told in sorted(bases.items(), key=lambda item: -sum(item[1].values())):
        print(f"{basis:15} {told[True]:6} {told[False]:6}  {told[True] / sum(told.values()):.3f}")


def speed(folder: Path, names: int, documents: int) -> None:
    data = yaml.load((folder / "authority/people.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    authority = _with_names(data, names)
    settings = Settings()
    begun = time.perf_counter()
    recogniser = Recogniser(authority, settings)
    print(f"\n{len(authority.entries)} names; automaton and finders made in {time.perf_counter() - begun:.1f} s")
    paths = random.Random(1).sample(sorted((folder / "sources").rglob("*.txt")), documents)
    sources = [read(Found(path.stem, path, {}), folder, Withheld()) for path in paths]
    texts = [block.text for source in sources for block in source.blocks]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    finder = recogniser._names
    begun = time.perf_counter()
    spans_found = sum(len(list(finder.find(block))) for source in sources for block in source.blocks)
    seconds = time.perf_counter() - begun
    print(f"matching: {megabytes / seconds:.1f} MB a second ({spans_found} spans in {megabytes:.1f} MB)")
    begun = time.perf_counter()
    found = [recogniser.recognise(source) for source in sources]
    recognised = time.perf_counter() - begun
    described = [describe(source, f, authority, settings) for source, f in zip(sources, found, strict=True)]
    begun = time.perf_counter()
    for source, document, findings in zip(sources, described, found, strict=True):
        annotate(source, document, findings, authority)
    annotated = time.perf_counter() - begun
    print(
        f"recognise and annotate: {documents / (recognised + annotated):.0f} documents a second "
        f"(recognise {documents / recognised:.0f}, annotate {documents / annotated:.0f})"
    )
    some = [entry.name for entry in list(authority.entries.values())[:500]]
    pattern = re.compile("|".join(map(re.escape, some)))
    part = texts[: max(1, len(texts) // 40)]
    begun = time.perf_counter()
    for text in part:
        pattern.findall(text)
    seconds = time.perf_counter() - begun
    size = sum(len(text.encode()) for text in part) / 1e6
    print(f"yardstick, re with an alternation of 500 of the names: {size / seconds:.2f} MB a second")
    begun = time.perf_counter()
    for text in texts:
        matchable(text)
    print(f"making the text ready alone: {megabytes / (time.perf_counter() - begun):.1f} MB a second")


def _with_names(data: dict[str, Any], names: int) -> Authority:
    """The people of the file, and as many like them as are wanted."""
    draw = random.Random(1)
    entries: dict[str, Person] = {}
    for id, facts in data.items():
        given = {
            "id": id,
            "folder": "people",
            "name": facts["name"],
            "sort": facts.get("sort"),
            "about": facts.get("about"),
        }
        entries[f"people/{id}"] = Person.model_validate(given)
    surnames = [(facts.get("sort") or facts["name"]).split(",")[0] for facts in data.values()]
    firsts = [facts["name"].split()[0] for facts in data.values()]
    endings = ("", "son", "ov", "er", "man", "ski", "evich", "ton")
    while len(entries) < names:
        surname, first = draw.choice(surnames) + draw.choice(endings), draw.choice(firsts)
        id = f"invented-{len(entries)}"
        entries[f"people/{id}"] = Person(id=id, folder="people", name=f"{first} {surname}", sort=f"{surname}, {first}")
    return Authority(dict(entries), digest="benchmark")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--scale", type=Path, metavar="FOLDER")
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--documents", type=int, default=1500)
    arguments = parser.parse_args()
    if not (arguments.folder / "gold.jsonl").exists():
        sys.exit(f"{arguments.folder}: there is no gold.jsonl: name a folder of ../shared/corpora")
    quality(arguments.folder.resolve())
    if arguments.scale:
        speed(arguments.scale.resolve(), arguments.names, arguments.documents)


if __name__ == "__main__":
    main()
