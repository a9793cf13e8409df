"""Prints the measures of the reading room, beside stock MkDocs + Material over the same Markdown.

Usage: python benchmarks/pages.py [--archive FOLDER] [--no-lighthouse] [--keep FOLDER]

FOLDER is an archive that `regesta build` can build; by default the one that ships.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit import chromium
from auditing import (
    CATEGORIES,
    ROOT,
    SCHEMES,
    WIDTHS,
    NotRun,
    axe_violations,
    best_scores,
    chromium_of,
    documents_with_source,
    kinds_of_page,
    nu_errors,
    overweight,
    strangers,
    too_wide,
)
from serving import served

STOCK = """site_name: Stock
site_url: https://stock.example.org/
docs_dir: docs
theme:
  name: material
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/weather-sunny, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/weather-night, name: Light}}
markdown_extensions: [attr_list, md_in_html]
nav: [index.md]
not_in_nav: "*"
"""
"""As it comes, but for both colour schemes, so that both can be measured."""
NARROW = (320, 256)


@dataclass(frozen=True, slots=True)
class Site:
    name: str
    folder: Path
    pages: Mapping[str, str]
    headers: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Seen:
    rules: frozenset[str]
    pages_breaking: int
    hosts: int
    sideways: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, default=ROOT)
    parser.add_argument("--no-lighthouse", action="store_true")
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = arguments.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        sites = made(arguments.archive, folder)
        rows = [*in_the_browser(sites), nu_row(sites), weight_row(sites)]
        rows += [] if arguments.no_lighthouse else lighthouse_rows(sites)
    show(("measure", *(site.name for site in sites), "bar"), rows)


def made(archive: Path, folder: Path) -> tuple[Site, Site]:
    """Ours and stock, built from one archive; of both the same pages are looked at."""
    ours = folder / "ours"
    for name in ("content", "overrides"):
        if (archive / name).is_dir():
            shutil.copytree(archive / name, ours / name)
    shutil.copy(archive / "mkdocs.yml", ours)
    run(ours, "regesta", "build")
    stock = folder / "stock"
    shutil.copytree(ours / "build/docs", stock / "docs")
    for page in (stock / "docs").rglob("*.md"):
        lines = page.read_text(encoding="utf-8").split("\n")
        page.write_text("\n".join(line for line in lines if not line.startswith("template: ")), encoding="utf-8")
    (stock / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    run(stock, "mkdocs", "build", "--quiet")
    pages = {kind: path for kind, path in kinds_of_page(ours / "site").items() if kind not in ("search", "404.html")}
    return Site("stock Material", stock / "site", pages, {}), Site("ours", ours / "site", pages, None)


def run(folder: Path, command: str, *arguments: str) -> None:
    """Run a command of this environment in a folder; 1 is a site with open problems."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    path = Path(sys.executable).parent / command
    done = subprocess.run([path, *arguments], cwd=folder, capture_output=True, text=True, env=environment)
    if done.returncode > 1 or (command == "mkdocs" and done.returncode):
        sys.exit(done.stderr)


Row = tuple[str, ...]


def in_the_browser(sites: Iterable[Site]) -> list[Row]:
    """What Chromium tells of each kind of page."""
    with chromium_of(chromium()) as browser:
        seen = [look(browser, site) for site in sites]
    broken = [f"{len(one.rules)} ({', '.join(sorted(one.rules)) or '-'})" for one in seen]
    return [
        ("axe: WCAG 2.2 A, AA rules broken, 2 schemes × 2 widths", *broken, "0"),
        ("pages that break one, of those looked at", *(f"{one.pages_breaking}" for one in seen), "0"),
        ("other hosts asked by a page, requests at most", *(str(one.hosts) for one in seen), "0"),
        ("pages that scroll sideways at 320 px = 400 %", *(str(one.sideways) for one in seen), "0"),
    ]


def look(browser: Any, site: Site) -> Seen:
    rules: set[str] = set()
    breaking, hosts, sideways = 0, 0, 0
    with served(site.folder, site.headers) as address:
        for path in site.pages.values():
            context = browser.new_context(reduced_motion="reduce", service_workers="block")
            context.route(lambda url: "127.0.0.1" not in url, lambda route: route.abort())
            page = context.new_page()
            asked = strangers(page)
            found: set[str] = set()
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                page.goto(address + path)
                hosts = max(hosts, len(asked))
                asked.clear()
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    page.wait_for_timeout(150)
                    found |= set(axe_violations(page))
            page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
            sideways += bool(too_wide(page))
            rules |= found
            breaking += bool(found)
            context.close()
    return Seen(frozenset(rules), breaking, hosts, sideways)


def nu_row(sites: Iterable[Site]) -> Row:
    def errors(site: Site) -> str:
        paths = [site.folder / path / "index.html" for path in site.pages.values()]
        counts = [len(found) for found in nu_errors(paths).values()]
        return f"{min(counts)}–{max(counts)}" if min(counts) != max(counts) else str(max(counts))

    return ("Nu errors a page", *each(sites, errors), "0")


def lighthouse_rows(sites: Iterable[Site]) -> list[Row]:
    def score(site: Site) -> str:
        with served(site.folder, site.headers) as address:
            best, _ = best_scores(address + site.pages["documents/…"], chromium(), tries=2)
        return " / ".join(map(str, best.values()))

    bars = " / ".join(str(bar) if bar == 100 else f"≥ {bar}" for bar in CATEGORIES.values())
    return [(f"Lighthouse {' / '.join(CATEGORIES)}, a document", *each(sites, score), bars)]


def weight_row(sites: Iterable[Site]) -> Row:
    def weight(site: Site) -> str:
        sources = documents_with_source(site.folder)
        median, worst = overweight(sources)
        return f"{median / 1000:.1f}, {worst / 1000:.1f} kB ({len(sources)})"

    return ("HTML of a document over its text, gzip: median, worst", *each(sites, weight), "≤ 12 kB")


def each(sites: Iterable[Site], measure: Callable[[Site], str]) -> list[str]:
    """A measure of each site, or that it could not be taken."""
    try:
        return [measure(site) for site in sites]
    except NotRun as why:
        print(f"not run: {why}", file=sys.stderr)
        return ["not run" for _ in sites]


def show(head: Row, rows: Iterable[Row]) -> None:
    print(*(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)), sep="\n")


if __name__ == "__main__":
    main()
