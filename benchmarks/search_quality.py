"""How well judged queries are answered: by our search, Pagefind as it comes, Material's, and BM25 (bm25s)."""

import json
import math
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import bm25s
import Stemmer
from audit import chromium
from auditing import chromium_of
from serving import served

from build import run

DEPTH = 100
Ranking = Mapping[str, Sequence[str]]
"""For each query the documents that were found, the best first."""
OURS = """async ([queries, depth]) => {
  const { find, fragment } = await import(new URL("assets/finding.js", document.baseURI));
  const found = {};
  for (const [id, text] of queries) {
    const { all, some } = await find(text, false);
    const pages = [...all, ...some].slice(0, depth);
    found[id] = await Promise.all(pages.map(async (page) => (await fragment(page)).url));
  }
  return found;
}"""
PLAIN = """async ([queries, depth]) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", document.baseURI));
  const found = {};
  for (const [id, text] of queries) {
    const { results } = await pagefind.search(text);
    found[id] = await Promise.all(results.slice(0, depth).map(async (one) => (await one.data()).url));
  }
  return found;
}"""
LUNR = """async ([queries, depth]) => {
  const worker = new Worker(document.querySelector("#__config").textContent.match(/"search": "([^"]*)"/)[1]);
  const index = await (await fetch("search/search_index.json")).json();
  const answer = (message) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message);
  });
  await answer({ type: 0, data: { ...index, options: { suggest: false } } });
  const found = {};
  for (const [id, text] of queries) {
    const { data } = await answer({ type: 2, data: text });
    found[id] = data.items.slice(0, depth).map((sections) => sections[0].location);
  }
  return found;
}"""
STOCK = """site_name: Stock
docs_dir: docs
theme: {name: material, font: false}
plugins: [search]
"""


def quality(folder: Path, material: bool) -> None:
    """Print nDCG@10 and recall@100 on both halves of the queries."""
    queries = [json.loads(line) for line in (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()]
    judged = judgements(folder / "qrels.tsv")
    asked = [(query["id"], query["text"]) for query in queries if query["id"] in judged]
    files = {d["id"]: d.get("file") or f"sources/{d['id']}.txt" for d in lines(folder / "gold.jsonl")}
    texts = {id: (folder / file).read_text(encoding="utf-8") for id, file in files.items()}
    with tempfile.TemporaryDirectory() as name:
        archive = Path(name) / "archive"
        lay_out(archive, folder, files)
        seconds = run(archive, "regesta", "build")
        known = {d["source"]["path"]: d["id"] for d in lines(archive / "site/data/documents.jsonl")}
        ids = {f"/documents/{known[file]}/": id for id, file in files.items() if file in known}
        print(f"{len(texts)} documents, {len(asked)} queries; built in {seconds:.1f} s")
        rankings = {"Regesta": ranked(archive / "site", OURS, asked, ids.__getitem__)}
        rankings["BM25 (bm25s)"] = by_bm25(texts, asked)
        if material:
            rankings["Pagefind as it comes"] = ranked(
                pagefind_alone(Path(name) / "plain", texts), PLAIN, asked, page_id
            )
            rankings["Material's search"] = ranked(stock(Path(name) / "stock", texts), LUNR, asked, page_id)
    report(rankings, asked, judged)


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def judgements(path: Path) -> dict[str, dict[str, int]]:
    judged: dict[str, dict[str, int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, document, grade = line.split()[:4]
        if grade.lstrip("-").isdecimal():
            judged.setdefault(query, {})[document] = max(0, int(grade))
    return judged


def lay_out(archive: Path, folder: Path, files: Mapping[str, str]) -> None:
    run(archive.parent, "regesta", "init", str(archive))
    for file in files.values():
        target = archive / "content" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / file, target)


def ranked(site: Path, script: str, asked: Sequence[tuple[str, str]], id_of: Callable[[str], str]) -> Ranking:
    with served(site, {}) as address, chromium_of(chromium()) as browser:
        page = browser.new_page()
        page.goto(address)
        begun = time.perf_counter()
        found = page.evaluate(script, [[list(query) for query in asked], DEPTH])
        print(f"{1000 * (time.perf_counter() - begun) / len(asked):.0f} ms a query, {DEPTH} results fetched: {site}")
    return {query: [id_of(url) for url in urls] for query, urls in found.items()}


def page_id(url: str) -> str:
    return url.strip("/").rpartition("/")[2]


def titled(text: str) -> tuple[str, str]:
    first, _, rest = text.strip().partition("\n")
    return first, rest


def pagefind_alone(folder: Path, texts: Mapping[str, str]) -> Path:
    from html import escape

    from pagefind_bin import get_executable

    for id, text in texts.items():
        title, rest = titled(text)
        page = folder / id / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<html lang=en><body><h1>{escape(title)}</h1><p>{escape(rest)}</p></body></html>", "utf-8")
    (folder / "index.html").write_text("<!doctype html><title>Plain</title>")
    subprocess.run([str(get_executable()), "--site", str(folder), "--silent"], check=True, capture_output=True)
    return folder


def stock(folder: Path, texts: Mapping[str, str]) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Stock\n")
    for id, text in texts.items():
        title, rest = titled(text)
        (folder / f"docs/{id}.md").write_text(f"# {title}\n\n{rest}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(STOCK)
    print(f"stock MkDocs + Material with its search, over the same texts: {run(folder, 'mkdocs', 'build', '-q'):.1f} s")
    return folder / "site"


def by_bm25(texts: Mapping[str, str], asked: Sequence[tuple[str, str]]) -> Ranking:
    stemmer = Stemmer.Stemmer("english")
    ids = list(texts)
    retriever = bm25s.BM25()
    tokens = bm25s.tokenize(list(texts.values()), stopwords="en", stemmer=stemmer, show_progress=False)
    retriever.index(tokens, show_progress=False)
    asks = bm25s.tokenize([text for _, text in asked], stopwords="en", stemmer=stemmer, show_progress=False)
    found, _ = retriever.retrieve(asks, k=min(DEPTH, len(ids)), show_progress=False)
    return {query: [ids[at] for at in row] for (query, _), row in zip(asked, found.tolist(), strict=True)}


def ndcg(found: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """K. Järvelin, J. Kekäläinen, 'Cumulated gain-based evaluation of IR techniques' (2002), gains as judged."""
    gain = sum(grades.get(id, 0) / math.log2(n + 2) for n, id in enumerate(found[:depth]))
    ideal = sum(grade / math.log2(n + 2) for n, grade in enumerate(sorted(grades.values(), reverse=True)[:depth]))
    return gain / ideal if ideal else 0.0


def recall(found: Sequence[str], grades: Mapping[str, int]) -> float:
    wanted = {id for id, grade in grades.items() if grade}
    return len(wanted & set(found[:DEPTH])) / len(wanted) if wanted else 0.0


def bootstrap(ours: Sequence[float], theirs: Sequence[float], seed: int = 14) -> tuple[float, float]:
    """The middle 95 % of the mean difference (B. Efron, R. Tibshirani, 'An introduction to the bootstrap', 1993)."""
    dice = random.Random(seed)
    differences = [a - b for a, b in zip(ours, theirs, strict=True)]
    means = sorted(statistics.fmean(dice.choices(differences, k=len(differences))) for _ in range(5000))
    return means[125], means[-126]


def report(rankings: Mapping[str, Ranking], asked: Sequence[tuple[str, str]], judged: Mapping[str, dict]) -> None:
    halves = {"tuned half": asked[::2], "other half": asked[1::2]}
    for half, some in halves.items():
        print(f"\n{half}: {len(some)} queries\n{'':22} nDCG@10  recall@100  ours less theirs, 95 %")
        ours = [ndcg(rankings["Regesta"][query], judged[query]) for query, _ in some]
        for name, ranking in rankings.items():
            scores = [ndcg(ranking[query], judged[query]) for query, _ in some]
            found = statistics.fmean(recall(ranking[query], judged[query]) for query, _ in some)
            low, high = bootstrap(ours, scores)
            apart = "" if name == "Regesta" else f"{low:+.3f} … {high:+.3f}"
            print(f"{name:22} {statistics.fmean(scores):7.3f}  {found:10.3f}  {apart}")
