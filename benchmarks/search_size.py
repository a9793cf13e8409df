"""Bytes and time to the first result of our search, cold and warm, and Material's own over the same texts."""

import contextlib
import functools
import gzip
import http.server
import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from audit import chromium
from auditing import chromium_of
from search_quality import lines, stock
from serving import TEXT, running

from generator.site import Indexing

RUNS = 3
MAXIMUM_RARE, FEWEST_RARE = 40, 3


class _Counting(http.server.SimpleHTTPRequestHandler):
    """Counts what it sends: the browser's own count leaves out what workers ask for."""

    def __init__(self, *arguments: Any, sent: list[tuple[str, int]], **named: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **named)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        self.sent.append((self.path, len(data)))
        with contextlib.suppress(ConnectionError):  # a page that is left asks for no more
            outputfile.write(data)


@contextlib.contextmanager
def plainly_served(site: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """As `python -m http.server` serves it: nothing is compressed on the way; with what was sent so far."""
    sent: list[tuple[str, int]] = []
    handler = functools.partial(_Counting, directory=str(site), sent=sent)
    with running(handler) as address:
        yield address, sent


Measured = tuple[float, int, int, int]


def first_result(
    browser: Any, address: str, sent: list[tuple[str, int]], query: dict[str, str], site: Path
) -> list[Measured]:
    """To the first result: seconds, bytes as sent, bytes where the host compresses, requests; and the second time."""
    context = browser.new_context()
    measured = []
    for _ in range(2):
        page = context.new_page()
        page.add_init_script(_WATCH)
        sent.clear()
        page.goto(f"{address}search/?{urlencode(query)}", wait_until="commit")
        page.wait_for_function("window.firstResult", timeout=60000)
        seconds = page.evaluate("window.firstResult") / 1000
        seen = list(sent)
        before = [(path, n) for path, n in seen if "/facets/" not in path or query.keys() - {"q"}]
        packed = sum(_as_published(site, path, n) for path, n in before)
        measured.append((seconds, sum(n for _, n in before), packed, len(before)))
        page.close()
    context.close()
    return measured


_WATCH = """
new MutationObserver((_, observer) => {
  if (!document.querySelector(".r-result")) return;
  window.firstResult = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
"""Tells when the first result stands on the page, from the beginning of navigation."""


def _as_published(site: Path, path: str, sent: int) -> int:
    """Bytes of a file where the host compresses text, as hosts do."""
    bare = path.partition("?")[0]
    file = site / bare.lstrip("/") / ("index.html" if bare.endswith("/") else "")
    return len(gzip.compress(file.read_bytes())) if file.suffix in TEXT else sent


def indexing(archive: Path) -> float:
    """Seconds that the search index takes by itself; a build makes it beside the pages."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name, Indexing(archive / "build/search", Path(name) / "cache") as made:
        made.finish(Path(name) / "site")
    return time.perf_counter() - begun


def queries(site: Path) -> dict[str, dict[str, str]]:
    """Queries made of the archive's own words: two rare ones; a word with publisher and year; person and year."""
    count: dict[str, int] = {}
    documents = list(lines(site / "data/documents.jsonl"))
    first: dict[str, str] = {}
    with (site / "data/paragraphs.jsonl").open(encoding="utf-8") as file:
        for line in file:
            block = json.loads(line)
            for word in {w for w in block["text"].lower().split() if w.isalpha() and len(w) > 6}:
                if first.get(word) != block["document"]:
                    first[word] = block["document"]
                    count[word] = count.get(word, 0) + 1
    pairs: dict[str, list[str]] = {}
    for word, n in sorted(count.items()):
        if FEWEST_RARE <= n <= MAXIMUM_RARE:
            pairs.setdefault(first[word], []).append(word)
    rare = next(words[:2] for _, words in sorted(pairs.items()) if len(words) > 1)
    dated = [d for d in documents if d["span"] and d["mentions"]]
    middle = next((d for d in dated if d["publisher"]), dated[len(dated) // 2])
    word = max((w for w, id in first.items() if id == middle["id"]), key=count.__getitem__)
    facet = next(name for name in ("publisher", "kind", "language") if middle[name])
    year = middle["span"][0][:4]
    made = {"two rare words": {"q": " ".join(rare)}}
    made[f"a word, {facet} and year, by date"] = {"q": word, facet: middle[facet], "year": year, "sort": "newest"}
    person = next((m["entity"] for m in middle["mentions"] if m["entity"].startswith("people/")), None)
    if person:
        made["person and year"] = {"person": person.partition("/")[2], "year": year}
    return made


def size(site: Path, material: bool) -> None:
    """Print a table: what is asked, bytes, requests and seconds, cold and warm."""
    asked = queries(site)
    indexed = sum(path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file())
    print(
        f"index: {indexed / 1e6:.1f} MB, made in {indexing(site.parent):.1f} s, when nothing else is made meanwhile\n"
    )
    print(f"{'':36} {'cold: kB':>9} {'gzip':>6} {'files':>6} {'s':>6} | {'warm: kB':>9} {'s':>6}   median of {RUNS}")
    with plainly_served(site) as (address, sent), chromium_of(chromium()) as browser:
        for name, query in asked.items():
            runs = [first_result(browser, address, sent, query, site) for _ in range(RUNS)]
            cold, warm = (
                [statistics.median(column) for column in zip(*several, strict=True)]
                for several in zip(*runs, strict=True)
            )
            first = f"{cold[1] / 1000:9.0f} {cold[2] / 1000:6.0f} {cold[3]:6.0f} {cold[0]:6.2f}"
            print(f"{name:36} {first} | {warm[1] / 1000:9.0f} {warm[0]:6.2f}   {urlencode(query)}", flush=True)
    if material:
        _material(site, next(iter(asked.values()))["q"])


def _material(site: Path, query: str) -> None:
    texts: dict[str, list[str]] = {}
    for block in lines(site / "data/paragraphs.jsonl"):
        texts.setdefault(block["document"].replace("/", "-"), []).append(block["text"])
    with tempfile.TemporaryDirectory() as name:
        made = stock(Path(name), {id: "\n\n".join(blocks) for id, blocks in texts.items()})
        index = (made / "search/search_index.json").stat().st_size
        with plainly_served(made) as (address, _), chromium_of(chromium()) as browser:
            page = browser.new_page()
            begun = time.perf_counter()
            page.goto(f"{address}?q={query.replace(' ', '+')}", wait_until="commit")
            page.wait_for_selector(".md-search-result__item", timeout=600000)
            print(f"Material's search: index {index / 1e6:.1f} MB, first result {time.perf_counter() - begun:.1f} s")
