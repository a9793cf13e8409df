"""Nu HTML checker over all pages, Lighthouse over four: `make audit`.

Usage: python benchmarks/audit.py [--all] [SITE]

Exit status 1 where a page is below a bar; what could not be run here is told, and counts as failed with --all.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from auditing import CATEGORIES, ROOT, NotRun, best_scores, kinds_of_page, nu_errors, pages_of
from serving import served


def check_html(site: Path) -> bool:
    """Whether all pages are valid; what is not is printed."""
    found = nu_errors(pages_of(site))
    wrong = {path: errors for path, errors in found.items() if errors}
    for path, errors in list(wrong.items())[:20]:
        print(*(f"{path.relative_to(site)}:{error}" for error in errors[:5]), sep="\n")
    print(f"Nu HTML checker: {len(found)} pages, {sum(map(len, wrong.values()))} errors on {len(wrong)}")
    return not wrong


def check_lighthouse(site: Path) -> bool:
    """Whether a document, the home page, an index and the search reach every bar; a table is printed."""
    kinds = kinds_of_page(site)
    chosen = [kinds[kind] for kind in ("documents/…", "home", "people", "search") if kind in kinds]
    print("Lighthouse", *CATEGORIES, sep="\t")
    good = True
    with served(site) as address:
        for path in chosen:
            best, lost = best_scores(address + path, chromium())
            print(f"/{path}", *best.values(), sep="\t", flush=True)
            if any(best[name] < bar for name, bar in CATEGORIES.items()):
                good = False
                print(*(f"  {line}" for line in lost), sep="\n")
    print("bars", *CATEGORIES.values(), sep="\t")
    return good


def chromium() -> str:
    """A Chromium, found or fetched as for the tests."""
    done = subprocess.run([sys.executable, str(ROOT / "tests/find_browser.py")], capture_output=True, text=True)
    if done.returncode:
        raise NotRun("no Chromium here: install one and name it in CHROMIUM")
    return done.stdout.strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site")
    arguments = parser.parse_args()
    good = True
    for check in (check_html, check_lighthouse):
        try:
            good &= check(arguments.site.resolve())
        except NotRun as why:
            print(f"not run: {check.__name__}: {why}")
            good &= not arguments.all
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
