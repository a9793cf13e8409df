"""Measures the search in a headless browser, ours beside Material's own over the same texts.

Usage:
    python benchmarks/search.py quality [FOLDER]   nDCG@10 and recall@100 over judged queries (by default Cranfield)
    python benchmarks/search.py answers            the questions and forms of benchmarks/search/ on the shipped archive
    python benchmarks/search.py counts [SITE]      counts on the page against data/documents.jsonl and paragraphs.jsonl
    python benchmarks/search.py size [SITE]        bytes and time to the first result, cold and warm

FOLDER holds `sources/`, `gold.jsonl` (id, file), `queries.jsonl` (id, text), `qrels.tsv` (query, 0, document, grade).
SITE is a built one; without it the shipped archive's. The browser is that which the tests find.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from search_answers import answers  # noqa: E402  # the folder of this file comes first
from search_counts import counts  # noqa: E402
from search_quality import quality  # noqa: E402
from search_size import size  # noqa: E402

CRANFIELD = ROOT.parent / "shared/corpora/ir-cranfield"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("quality", "answers", "counts", "size"))
    parser.add_argument("path", type=Path, nargs="?")
    parser.add_argument("--material", action="store_true", help="measure Material's search too, which takes long")
    parser.add_argument("--seed", type=int, default=14)
    arguments = parser.parse_args()
    if arguments.what == "quality":
        quality(arguments.path or CRANFIELD, arguments.material)
    elif arguments.what == "answers":
        answers(arguments.path or ROOT / "site")
    elif arguments.what == "counts":
        counts(arguments.path or ROOT / "site", arguments.seed)
    else:
        size(arguments.path or ROOT / "site", arguments.material)


if __name__ == "__main__":
    main()
