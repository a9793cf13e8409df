"""The measures of pages: Nu HTML checker, Lighthouse, axe, requests to others, width, weight."""

import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
MODULES = ROOT / "node_modules"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse/cli/index.js"
LEAST_NODE = (22, 19)
CATEGORIES = {"accessibility": 100, "performance": 95, "best-practices": 100, "seo": 100}
"""Lighthouse's categories, each with its bar."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that hang on the colour scheme."""
SCHEMES, WIDTHS = ("light", "dark"), (360, 1440)


class NotRun(Exception):
    """Why a measure could not be taken here."""


def pages_of(site: Path) -> list[Path]:
    """Every page of a site, those of the search program aside."""
    return sorted(path for path in site.rglob("*.html") if "pagefind" not in path.relative_to(site).parts)


def kinds_of_page(site: Path) -> dict[str, str]:
    """For each kind of page the path of one below the site, of documents the heaviest and the plainest."""
    found: dict[str, list[Path]] = {}
    for path in pages_of(site):
        parts = path.relative_to(site).parts
        kind = parts[0] if len(parts) <= 2 else f"{parts[0]}/…"
        found.setdefault("home" if parts == ("index.html",) else kind, []).append(path)
    chosen = {kind: max(paths, key=lambda p: (p.stat().st_size, p)) for kind, paths in sorted(found.items())}
    chosen.update({f"{kind} (least)": min(found[kind], key=_size) for kind in ("documents/…",) if kind in found})
    return {kind: path.relative_to(site).as_posix().removesuffix("index.html") for kind, path in chosen.items()}


def _size(path: Path) -> tuple[int, Path]:
    return path.stat().st_size, path


# --- Nu


def java() -> str:
    """A JRE, fetched where this is a Debian and we may."""
    if not shutil.which("java") and shutil.which("apt-get") and os.geteuid() == 0:
        for command in (["update"], ["install", "-y", "--no-install-recommends", "default-jre-headless"]):
            subprocess.run(["apt-get", *command], stdout=sys.stderr, check=False)
    found = shutil.which("java")
    if not found:
        raise NotRun("no `java` here: install a JRE")
    return found


def nu_errors(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """The errors that the Nu HTML checker finds, by page; warnings are left aside."""
    if not VNU.is_file():
        raise NotRun("no vnu-jar here: it comes with `npm ci`")
    named = [str(path) for path in paths]
    found: dict[Path, list[str]] = {Path(name): [] for name in named}
    command = [java(), "-Xss8m", "-jar", str(VNU), "--format", "json", "--exit-zero-always", "--stdout"]
    for start in range(0, len(named), 500):
        done = subprocess.run([*command, *named[start : start + 500]], capture_output=True, text=True)
        if done.returncode:
            raise NotRun(f"the Nu checker failed: {done.stderr[-300:]}")
        for message in json.loads(done.stdout)["messages"]:
            if message["type"] != "info":
                line = f"{message.get('lastLine', '?')}: {message['message']}"
                found[Path(urlsplit(message["url"]).path)].append(line)
    return found


# --- Lighthouse


def node() -> str:
    """A Node that is new enough for Lighthouse: that of the machine, or the one that `npm ci` brought."""
    for path in (shutil.which("node"), *map(str, MODULES.glob("node-*/bin/node"))):
        said = subprocess.run([path, "--version"], capture_output=True, text=True).stdout if path else ""
        version = re.match(r"v(\d+)\.(\d+)", said)
        if path and version and (int(version[1]), int(version[2])) >= LEAST_NODE:
            return path
    raise NotRun(f"no Node of at least {'.'.join(map(str, LEAST_NODE))} here: `npm ci` brings one for Linux on x64")


def lighthouse(address: str, chromium: str) -> dict[str, Any]:
    """Lighthouse's report on a page, as it comes without settings: a phone on a slow network."""
    if not LIGHTHOUSE.is_file():
        raise NotRun("no Lighthouse here: it comes with `npm ci`")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        command = [node(), str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={out}"]
        flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
        only = f"--only-categories={','.join(CATEGORIES)}"
        environment = {**os.environ, "CHROME_PATH": chromium}
        done = subprocess.run([*command, flags, only], capture_output=True, text=True, env=environment)
        if not out.is_file():
            raise NotRun(f"Lighthouse failed: {done.stderr[-300:]}")
        return json.loads(out.read_text(encoding="utf-8"))


def scores(report: Mapping[str, Any]) -> dict[str, int]:
    """The score of each category, of 100."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}


def best_scores(address: str, chromium: str, tries: int = 3) -> tuple[dict[str, int], list[str]]:
    """The best of some runs, ended when all bars are reached, and what cost points: noise only ever lowers a score."""
    best: dict[str, int] = dict.fromkeys(CATEGORIES, 0)
    lost: list[str] = []
    for _ in range(tries):
        report = lighthouse(address, chromium)
        got = scores(report)
        lost = list(_lost(report)) if sum(got.values()) >= sum(best.values()) else lost
        best = {name: max(best[name], got[name]) for name in CATEGORIES}
        if all(best[name] >= bar for name, bar in CATEGORIES.items()):
            break
    return best, lost


def _lost(report: Mapping[str, Any]) -> Iterator[str]:
    for name in CATEGORIES:
        for audit in report["categories"][name]["auditRefs"]:
            result = report["audits"][audit["id"]]
            if audit["weight"] and result["score"] is not None and result["score"] < 1:
                yield f"{name}: {audit['id']} {result['score']:.2f} {result.get('displayValue', '')}".rstrip()


# --- In the browser


@contextmanager
def chromium_of(path: str | None = None) -> Iterator[Any]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=path or os.environ.get("CHROMIUM"), args=arguments)
        yield browser
        browser.close()


def axe_violations(page: Any, rules: Sequence[str] = ()) -> dict[str, list[str]]:
    """The rules of WCAG 2.2 A and AA (or of `rules`) that the page breaks, each with the elements that break it."""
    from axe_playwright_python.base import AXE_SCRIPT

    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": WCAG}
    options = {"runOnly": only, "resultTypes": ["violations"]}
    found = page.evaluate("(options) => axe.run(options).then((results) => results.violations)", options)
    return {rule["id"]: [f"{node['target']} {node['html'][:160]}" for node in rule["nodes"]] for rule in found}


def too_wide(page: Any) -> list[str]:
    """The elements that stick out of the window to the right, where the page can be scrolled sideways."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5).map((e) => e.outerHTML.slice(0, 160))"""
    )


def strangers(page: Any) -> list[str]:
    """A list that fills with the requests of a page to other hosts than its own."""
    asked: list[str] = []

    def look(request: Any) -> None:
        host = urlsplit(request.url).hostname
        if host and host != "127.0.0.1":
            asked.append(request.url)

    page.on("request", look)
    return asked


# --- Weight


def zipped(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def overweight(pages: Mapping[Path, Path]) -> tuple[float, int]:
    """HTML of each page over its source text, both as gzip makes them: median and worst, in bytes."""
    over = [zipped(page.read_bytes()) - zipped(source.read_bytes()) for page, source in pages.items()]
    return statistics.median(over), max(over)


def documents_with_source(site: Path) -> dict[Path, Path]:
    """The page of each document that came as text, with the file as it came."""
    sources = (path for path in sorted(site.glob("documents/**/source.*")) if path.suffix == ".txt")
    return {source.parent / "index.html": source for source in sources}
