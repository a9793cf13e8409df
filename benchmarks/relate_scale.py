"""Time, memory and growth of all relations over a large archive.

Each size is measured in processes of its own: one that builds the records from nothing, and one that does so again
after one more document has come, as a curator would. Peak memory is that of the parent and of its largest child, from
`getrusage`; a child that was forked counts the pages that it shares with the parent too.

Run by itself it measures one archive: python benchmarks/relate_scale.py ARCHIVE FULL, and prints JSON.
"""

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import yaml

from generator.pipeline import Report, make_records
from generator.settings import Folders, Settings, settings_from

FRUS = Path(__file__).parent / "frus/mkdocs.yml"
JOBS = 2
_WORD = re.compile(r"\w+")


def lay_out(archive: Path, corpus: Path, paths: Sequence[Path]) -> None:
    """An archive with copies of some texts of a corpus and of its authority files."""
    for path in [*paths, *(corpus / "authority").glob("*.yml")]:
        target = archive / "content" / path.relative_to(corpus)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def growth(corpus: Path, sizes: Sequence[int]) -> None:
    """Print a line for each number of documents, spread over the corpus."""
    everything = sorted((corpus / "sources").rglob("*.txt"))
    print(
        f"\n{'documents':>9} {'MB':>6} {'words':>6} | {'relate':>7} {'all':>7} | {'relate':>7} {'all':>7} | memory, MB"
    )
    print(f"{'':9} {'':6} {'by re':>6} | {'from nothing':>15} | {'one more':>15} | parent, largest child")
    for size in sizes:
        paths = everything[: min(size, len(everything) - 1) + 1]
        with tempfile.TemporaryDirectory() as name:
            archive = Path(name)
            lay_out(archive, corpus, paths[:-1])
            full = _measured(archive, full=True)
            lay_out(archive, corpus, paths[-1:])
            again = _measured(archive, full=False)
        megabytes = sum(path.stat().st_size for path in paths) / 1e6
        print(
            f"{len(paths) - 1:9} {megabytes:6.1f} {_yardstick(paths):6.1f} | {full['relate']:7.1f} {full['all']:7.1f} "
            f"| {again['relate']:7.1f} {again['all']:7.1f} | {full['parent']:.0f}, {full['child']:.0f}",
            flush=True,
        )


def _yardstick(paths: Sequence[Path]) -> float:
    """Seconds in which `re` splits the same texts into words, in one process."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    begun = time.perf_counter()
    for text in texts:
        _WORD.findall(text)
    return time.perf_counter() - begun


def _measured(archive: Path, full: bool) -> dict[str, float]:
    command = [sys.executable, __file__, str(archive), str(int(full))]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def measure(archive: Path, full: bool) -> dict[str, float]:
    """Seconds of the stage `relate` and of all stages up to it; peak memory in MB (10⁶ bytes)."""
    settings = Settings()
    if FRUS.exists():
        plugins = yaml.safe_load(FRUS.read_text(encoding="utf-8"))["plugins"]
        settings = settings_from(next(p["regesta"] for p in plugins if isinstance(p, dict)))
    report = Report()
    begun = time.perf_counter()
    make_records(Folders(archive), settings, report, as_of="2025-01-01", jobs=JOBS, full=full)
    seconds = time.perf_counter() - begun
    peak = {
        name: resource.getrusage(who).ru_maxrss * 1024 / 1e6  # Linux counts kilobytes
        for name, who in (("parent", resource.RUSAGE_SELF), ("child", resource.RUSAGE_CHILDREN))
    }
    return {"relate": report.seconds["relate"], "all": seconds, **peak}


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), sys.argv[2] == "1")))
