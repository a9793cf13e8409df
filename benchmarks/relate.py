"""How well, and how fast, documents are related: references, quotations, reprints, recurring text, events.

Usage: python benchmarks/relate.py GOLD_DIR [--documents 3000] [--seed 1] [--parts references,planted,events]
       [--worst 20] [--keep FOLDER] [--scale FOLDER] [--sizes 1000,3000,10000,30000]

GOLD_DIR holds `sources/`, `authority/` and `gold.jsonl`, whose lines have `refs` (`doc`, `in_set`, `text`). From its
texts the words of the planted archive are learned; `--keep` says where that is left to be looked at. FOLDER of
`--scale` (`sources/`, `authority/`) measures time, memory and growth. docs/benchmarks.md says how each is counted.
"""

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

import planted
import planted_events
import yaml
from bcubed import Score, bcubed
from planted_text import Chain
from relate_naive import naive
from relate_scale import FRUS, growth, lay_out
from relate_scores import Tally, quotations, recurring, reprints

from generator.model import Record
from generator.pipeline import Report, make_records
from generator.settings import Folders, Settings, settings_from

HERE = Path(__file__).parent
AS_OF = "2025-01-01"
PARTS = ("references", "planted", "events")


def records_of(archive: Path, settings: Settings) -> tuple[list[Record], Report]:
    """All records of an archive as a build makes them, with two processes and without its cache."""
    report = Report()
    records, _ = make_records(Folders(archive), settings, report, as_of=AS_OF, jobs=2, full=True)
    for problem in report.problems[:5]:
        print(f"  not used: {problem}")
    return records, report


def settings_of(path: Path) -> Settings:
    """The settings that an archive's `mkdocs.yml` gives the plugin."""
    if not path.exists():
        print(f"  (there is no {path.name} in {path.parent}: settings as they come)")
        return Settings()
    plugins = yaml.safe_load(path.read_text(encoding="utf-8"))["plugins"]
    config = next(plugin["regesta"] for plugin in plugins if isinstance(plugin, dict) and "regesta" in plugin)
    return settings_from(config or {})


def references(folder: Path, archive: Path) -> None:
    """Pairs of documents, counted as `score.py references` does; each pair that differs, with its words."""
    lay_out(archive, folder, sorted((folder / "sources").rglob("*.txt")))
    records, report = records_of(archive, settings_of(FRUS))
    name = {r.document.id: PurePosixPath(r.document.source.path).stem for r in records if r.document.source}
    got: dict[str, dict[str, str]] = {}
    for record in records:
        links = [link for link in record.links if link.relation == "refers-to"]
        quotes = {name.get(link.to, link.to): link.at.quote if link.at else "" for link in links}
        got[name[record.document.id]] = quotes
    right = added = missed = 0
    lines = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        file = PurePosixPath(gold.get("file") or f"{gold['id']}.txt").stem
        want = {ref["doc"]: ref["text"] for ref in gold.get("refs", ()) if ref.get("in_set")}
        made = got.get(file, {})
        right += len(want.keys() & made.keys())
        added += len(made.keys() - want.keys())
        missed += len(want.keys() - made.keys())
        lines += [f"+ {file} > {to}: “{made[to]}”" for to in sorted(made.keys() - want.keys())]
        lines += [f"- {file} > {to}: “{want[to]}”" for to in sorted(want.keys() - made.keys())]
    precision, recall = right / max(right + added, 1), right / max(right + missed, 1)
    print(f"\nreferences: precision {precision:.3f}, recall {recall:.3f} of {right + missed}")
    print(f"relate: {report.seconds['relate']:.1f} s; pairs that differ from gold:")
    print("\n".join(lines) or "none")


def planted_relations(folder: Path, archive: Path, arguments: argparse.Namespace) -> None:
    """Quotations, reprints and recurring text against planted truth."""
    truth = planted.plant(archive, folder / "sources", arguments.documents, arguments.seed)
    records, report = records_of(archive, Settings())
    print(f"\nplanted: {len(records)} documents, seed {arguments.seed}; relate: {report.seconds['relate']:.1f} s")
    for title, score in (("quotations", quotations), ("reprints, pairs", reprints), ("recurring blocks", recurring)):
        table(title, score(records, truth), arguments.worst)
    table("yardstick, each run of eight words is a quotation", quotations(naive(records, truth), truth), 0)


def table(title: str, tally: Tally, worst: int) -> None:
    """Precision, recall by row, and the worst."""
    wrong = ", ".join(f"{number} {why}" for why, number in tally.wrong.most_common()) or "none"
    print(f"\n{title}: precision {tally.precision:.3f} ({tally.right} right; wrong: {wrong})")
    print(f"  {'recall':28} {'found':>6} {'missed':>6}  share")
    for row, count in sorted(tally.found.items(), key=lambda item: (item[0] != "all", item[0])):
        print(f"  {row:28} {count['found']:6} {count['missed']:6}  {tally.recall(row):.3f}")
    if tally.lost:
        print(f"  planted, but not found in the records' text: {len(tally.lost)}; {tally.lost[0]}")
    for label, lines in (("wrong", tally.show_wrong), ("missed", tally.show_missed)):
        for line in spread(lines, worst):
            print(f"  - {label}: {line}")


def spread(lines: Sequence[str], number: int) -> list[str]:
    """So many of the lines, from all over the list."""
    most = min(number, len(lines))
    return [lines[at * len(lines) // most] for at in range(most)]


def events(folder: Path, archive: Path, arguments: argparse.Namespace) -> None:
    """The grouping by event of the shipped archive, with the curator's word and without, and of planted votes."""
    gold = yaml.safe_load((HERE / "events.yml").read_text(encoding="utf-8"))
    want = {id: frozenset(ids) for id, ids in gold.items()}
    settings = settings_of(HERE.parent / "mkdocs.yml")
    for label, bare in (("shipped archive", False), ("shipped archive, `events:` struck out", True)):
        root = archive / ("bare" if bare else "shipped")
        _shipped(root, bare)
        _print_events(label, records_of(root, settings)[0], want, {}, arguments.worst)
    chain = Chain(folder / "sources")
    made = planted_events.plant(archive / "votes", chain, arguments.seed)
    label = f"planted: {len(made.votes)} votes, {len(made.events)} documents"
    _print_events(label, records_of(archive / "votes", Settings())[0], made.events, made.ways, arguments.worst)


def _shipped(root: Path, bare: bool) -> None:
    """A copy of the shipped archive; where it is to be bare, without what the curator says of events."""
    content = HERE.parent / "content"
    for path in [*(content / "sources").rglob("*"), *(content / "authority").rglob("*")]:
        if path.is_file():
            target = root / "content" / path.relative_to(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            lines = path.read_bytes().splitlines(keepends=True)
            strike = bare and path.is_relative_to(content / "sources")
            target.write_bytes(b"".join(line for line in lines if not (strike and line.startswith(b"events:"))))


def _print_events(
    label: str, records: Sequence[Record], gold: Mapping[str, frozenset[str]], ways: Mapping[str, str], worst: int
) -> None:
    got = {record.document.id: frozenset(record.document.events) for record in records}
    score: Score = bcubed(got, gold)
    print(f"\nevents, {label}: B-cubed precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}")
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    lines = []
    for id, want in gold.items():
        right = got.get(id) == want
        counts[ways.get(id, "read by a person")][right] += 1
        if not right:
            made, wanted = (", ".join(sorted(ids)) or "none" for ids in (got.get(id, frozenset()), want))
            lines.append(f"  - {id} ({ways.get(id, 'read')}): {made} for {wanted}")
    for way, count in counts.items():
        print(f"  {way:30} {count[True]:4} right {count[False]:4} not")
    print("\n".join(spread(lines, worst)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--documents", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--worst", type=int, default=20)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--scale", type=Path, metavar="FOLDER")
    parser.add_argument("--sizes", default="1000,3000,10000,30000")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    if not (folder / "gold.jsonl").exists():
        parser.error(f"{folder}: there is no gold.jsonl: name a folder of ../shared/corpora")
    parts = arguments.parts.split(",") if arguments.parts else []
    with tempfile.TemporaryDirectory() as name:
        archive = arguments.keep or Path(name)
        if "references" in parts:
            references(folder, archive / "gold")
        if "planted" in parts:
            planted_relations(folder, archive / "planted", arguments)
        if "events" in parts:
            events(folder, archive / "events", arguments)
    if arguments.scale:
        growth(arguments.scale.resolve(), [int(size) for size in arguments.sizes.split(",")])


if __name__ == "__main__":
    main()
