"""How well, and how fast, texts are described: right, wrong and open for each field, against a gold file.

Usage: python benchmarks/describe.py GOLD_DIR [--worst 10] [--dates FILE]

GOLD_DIR holds `sources/`, `gold.jsonl` (one document a line: `id` or `file`, `title`, `date`, `place`; `null` = not
known) and may hold `authority/`. A title is right when it is the same but for case and punctuation; `near` counts those
of a rapidfuzz ratio of 85 and more. FILE holds printed dates, one JSON object a line: `text`, `edtf`.

Speed is that of one process. Beside it stands a yardstick: one `re` search for a date and a split into paragraphs.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from generator.authority import read_authority
from generator.describe import describe
from generator.errors import SourceError
from generator.model import Block, Document, Findings
from generator.read import Found, Withheld, read
from generator.recognise import Recogniser
from generator.recognise.dates import DateFinder
from generator.settings import Settings
from generator.text import words
from generator.workers import Job, one_document

YARDSTICK = re.compile(r"\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August)\w* \d{1,2},? \d{4}\b")
NEAR = 85


def plain(text: str | None) -> str:
    """A title for comparison: words alone, without marks of notes."""
    return " ".join(words(re.sub(r"\[\d+\]", "", text or "")))


def described(folder: Path, gold: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Document | None]]:
    """Each gold entry with what the program says of its file."""
    authority, _ = read_authority(folder / "authority", folder)
    settings = Settings()
    recogniser = Recogniser(authority, settings)
    for entry in gold:
        path = folder / (entry.get("file") or f"sources/{entry['id']}.txt")
        job = Job(Found(path.stem, path, {}), Withheld(), "")
        try:
            yield entry, one_document(job, folder, recogniser, authority, settings).document
        except SourceError:
            yield entry, None


def verdicts(entry: dict[str, Any], document: Document | None) -> dict[str, str]:
    """`right`, `wrong`, `open` or, where gold knows nothing, `invented` or `left open`, for each field."""
    got = document or Document("")
    titles = [plain(entry["title"]), plain(entry.get("title_printed"))]
    made = {
        "title": _verdict(plain(got.title) or None, titles),
        "title, near": _verdict(got.title, [got.title] if _near(plain(got.title), titles) else titles),
    }
    if not entry.get("date_suspect"):
        made["date"] = _verdict(got.date, [entry.get("date")])
    if "place" in entry:
        made["place"] = _verdict(plain(got.place_printed) or None, [plain(entry["place"]) or None])
    return made


def _near(title: str, wanted: list[str]) -> bool:
    return max(fuzz.ratio(title, want) for want in wanted) >= NEAR


def _verdict(got: str | None, wanted: list[str | None]) -> str:
    if wanted[0] is None:
        return "left open" if got is None else "invented"
    if got is None:
        return "open"
    return "right" if got in wanted else "wrong"


def table(folder: Path, worst: int) -> None:
    """Print the table, the worst documents, and the speed."""
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    counts: dict[str, Counter[str]] = {}
    faults: list[tuple[int, str]] = []
    begun = time.perf_counter()
    pairs = list(described(folder, gold))
    seconds = time.perf_counter() - begun
    speed = _speed(folder)
    for entry, document in pairs:
        found = verdicts(entry, document)
        for name, verdict in found.items():
            counts.setdefault(name, Counter())[verdict] += 1
        bad = [name for name, verdict in found.items() if verdict in ("wrong", "open", "invented")]
        if bad:
            faults.append((len(bad), _fault(entry, document, bad)))
    print(f"{'field':12} {'right':>6} {'wrong':>6} {'open':>6} {'share':>7} {'invented':>9}")
    for name, count in counts.items():
        known = count["right"] + count["wrong"] + count["open"]
        share = f"{count['right'] / known:7.1%}" if known else "      -"
        print(f"{name:12} {count['right']:6} {count['wrong']:6} {count['open']:6} {share} {count['invented']:9}")
    print(f"\ndocuments a second, one process: read, dates, describe {speed:.0f}; names and the rest too")
    print(f"{len(gold) / seconds:.0f}; yardstick, one date search by re and a split: {_yardstick(folder):.0f}")
    for _, line in sorted(faults, key=lambda fault: -fault[0])[:worst]:
        print(line)


def _fault(entry: dict[str, Any], document: Document | None, bad: list[str]) -> str:
    got = document or Document("")
    of = {"title": got.title, "date": got.date, "place": got.place_printed}
    said = [f"{name} {of[name]!r} for {entry.get(name)!r}" for name in bad if name in of]
    return f"- {entry['id']}: {'; '.join(said)}"


def _speed(folder: Path) -> float:
    """Documents a second through `read`, the finder of dates, and `describe`, with the folder's authority."""
    authority, _ = read_authority(folder / "authority", folder)
    settings = Settings()
    finder = DateFinder(settings)
    paths = sorted((folder / "sources").rglob("*.txt"))
    begun = time.perf_counter()
    for path in paths:
        source = read(Found(path.stem, path, {}), folder, Withheld())
        dates_found = tuple(date for block in source.blocks for date in finder.find(block))
        describe(source, Findings(dates=dates_found), authority, settings)
    return len(paths) / (time.perf_counter() - begun)


def _yardstick(folder: Path) -> float:
    paths = sorted((folder / "sources").rglob("*.txt"))
    begun = time.perf_counter()
    for path in paths:
        text = path.read_text(encoding="utf-8")
        YARDSTICK.search(text)
        text.split("\n\n")
    return len(paths) / (time.perf_counter() - begun)


def dates(path: Path) -> None:
    """Print how many printed dates are read exactly, wrongly, or not at all."""
    finder = DateFinder(Settings())
    counts: Counter[str] = Counter()
    begun = time.perf_counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        found = list(finder.find(Block(1, "paragraph", entry["text"])))
        verdict = _verdict(found[0].edtf if found else None, [entry["edtf"]])
        counts[verdict] += 1
        if verdict != "right":
            print(f"- {entry['text']!r}: {found[0].edtf if found else None} for {entry['edtf']}")
    seconds = time.perf_counter() - begun
    total = sum(counts.values())
    print(f"dates: {counts['right'] / total:.2%} of {total} exact, {counts['wrong']} wrong, {counts['open']} not read")
    print(f"{seconds / total * 1000:.3f} ms a date")


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--dates", type=Path)
    arguments = parser.parse_args()
    if not arguments.folder and not arguments.dates:
        sys.exit(parser.format_usage())
    if arguments.folder:
        table(arguments.folder.resolve(), arguments.worst)
    if arguments.dates:
        dates(arguments.dates)


if __name__ == "__main__":
    main()
