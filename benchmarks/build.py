"""Times a build from nothing, one after one change, and stock MkDocs + Material over the same Markdown.

Usage: python benchmarks/build.py [--documents 1000] [--archive FOLDER]

FOLDER holds `sources/` and `authority/people.yml`; by default the archive `../shared/corpora/frus-scale.tar.xz` is
unpacked into a temporary folder.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
SCALE = ROOT.parent / "shared/corpora/frus-scale.tar.xz"
STOCK = """site_name: Stock
docs_dir: docs
theme: {name: material, font: false}
plugins: []
markdown_extensions: [attr_list, md_in_html]
nav: [index.md]
not_in_nav: "*"
"""


def run(folder: Path, *command: str) -> float:
    begun = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=folder, capture_output=True, text=True, env=environment
    )
    if done.returncode > 1 or (command[0] == "mkdocs" and done.returncode):
        sys.exit(done.stderr)
    return time.perf_counter() - begun


def unpacked(folder: Path) -> Path:
    with tarfile.open(SCALE) as archive:
        archive.extractall(folder, filter="data")
    return next(path.parent for path in folder.rglob("people.yml")).parent


def lay_out(archive: Path, scale: Path, documents: int) -> list[Path]:
    """A new archive with the first documents of the corpus, spread over folders as they came."""
    run(archive.parent, "regesta", "init", str(archive))
    shutil.copy(scale / "authority/people.yml", archive / "content/authority")
    taken = sorted((scale / "sources").rglob("*.txt"))[:documents]
    for path in taken:
        target = archive / "content/sources" / path.relative_to(scale / "sources")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return sorted((archive / "content/sources").rglob("*.txt"))


def stages(archive: Path) -> dict[str, float]:
    return json.loads((archive / "build/report.json").read_text(encoding="utf-8"))["seconds"]


def stock(archive: Path, folder: Path) -> float:
    """Stock MkDocs + Material, its own search off, over the Markdown that the build made."""
    shutil.copytree(archive / "build/docs", folder / "docs")
    for page in (folder / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text("\n".join(x for x in text.split("\n") if not x.startswith("template: ")), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    return run(folder, "mkdocs", "build", "--quiet")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--archive", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scale = arguments.archive or unpacked(folder / "scale")
        archive = folder / "archive"
        sources = lay_out(archive, scale, arguments.documents)
        full = run(archive, "regesta", "build")
        first = stages(archive)
        with sources[len(sources) // 2].open("a", encoding="utf-8") as text:
            text.write("\n\nOne more line.\n")
        again = run(archive, "regesta", "build")
        second = stages(archive)
        (folder / "stock").mkdir()
        yardstick = stock(archive, folder / "stock")
        pages = sum(1 for _ in (archive / "build/docs").rglob("*.md"))
    print(f"{len(sources)} documents, {pages} pages, {os.cpu_count()} cores\n")
    print(f"{'stage':16} {'from nothing':>13} {'one change':>11}  seconds")
    for stage in first:
        print(f"{stage:16} {first[stage]:13.2f} {second.get(stage, 0):11.2f}")
    print(f"{'in all':16} {full:13.2f} {again:11.2f}")
    print(f"\nyardstick: stock MkDocs + Material over the same Markdown, one process, no search: {yardstick:.2f}")


if __name__ == "__main__":
    main()
