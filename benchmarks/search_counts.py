"""Counts that the search page shows, against a count over `data/documents.jsonl` and `data/paragraphs.jsonl`."""

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from audit import chromium
from auditing import chromium_of
from search_quality import lines
from search_size import plainly_served

QUERIES = 50
_FOLDERS = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "event": "events",
    "topic": "topics",
}
_PLAIN = re.compile(r"[^\W\d_]+(?:[/-][^\W\d_]+)*")
_SIGNS = "".join(map(chr, [*range(33, 48), *range(58, 65), *range(91, 97), *range(123, 127)])) + "«»“”„‘’…–—‐‑"
_BODIES = ("creator", "publisher", "informant", "republisher")


def values(document: Mapping[str, Any]) -> dict[str, set[str]]:
    """What a document may be found by, as its line of data tells it."""
    keys = {mention["entity"] for mention in document["mentions"]}
    keys |= {f"organisations/{document[field]}" for field in _BODIES if document[field]}
    keys |= {f"places/{document['place']}"} if document["place"] else set()
    keys |= {f"events/{event}" for event in document["events"]}
    keys |= {f"topics/{use['topic']}" for use in document["topics"]}
    found = {facet: {k.partition("/")[2] for k in keys if k.startswith(f"{f}/")} for facet, f in _FOLDERS.items()}
    found |= {name: {document[name]} - {None} for name in ("publisher", "kind", "collection", "language")}
    span = document["span"]
    years = range(int((span[0] or span[1])[:4]), int((span[1] or span[0])[:4]) + 1) if span else ()
    return found | {"year": {str(year) for year in years} or {"undated"}}


def literally(phrase: str) -> re.Pattern[str]:
    """The words of a phrase as they stand, white space between them, whatever signs are around each."""
    words = [re.escape(word.strip(_SIGNS)) for word in phrase.split() if word.strip(_SIGNS)]
    return re.compile(r"(?<!\w)" + r"[\W_]*\s[\W_]*".join(words) + r"(?!\w)", re.IGNORECASE)


def drawn(
    dice: random.Random, documents: Sequence[dict], blocks: Mapping[str, Sequence[str]]
) -> Iterator[dict[str, Any]]:
    """Random queries: phrases of one to five words that a text or title has, facets of some document, or both.

    Of three phrases one has a word with a sign within it, where there is one, as `OSCE/ODIHR`.
    """
    for n in range(QUERIES):
        document = dice.choice(documents)
        query: dict[str, Any] = {}
        if n % 3 != 1:
            words = dice.choice([*blocks[document["id"]], document["title"] or ""]).split()
            length = dice.randint(1, 5)
            runs = [words[at : at + length] for at in range(len(words) - length + 1)]
            runs = [run for run in runs if all(map(_PLAIN.fullmatch, run))]
            signed = [run for run in runs if not all(map(str.isalpha, run))]
            if runs:
                query["q"] = f'"{" ".join(dice.choice(signed if signed and dice.random() < 1 / 3 else runs))}"'
        if n % 3 or not query:
            facets = [(facet, sorted(ids)) for facet, ids in values(document).items() if ids]
            for facet, ids in dice.sample(facets, dice.randint(1, 2)):
                query[facet] = dice.choice(ids)
        yield query


def counts(site: Path, seed: int) -> None:
    """Print how many of the random queries show the right count, in all and for each value of each facet."""
    documents = lines(site / "data/documents.jsonl")
    blocks: dict[str, list[str]] = defaultdict(list)
    for block in lines(site / "data/paragraphs.jsonl"):
        blocks[block["document"]].append(block["text"])
    said = {d["id"]: [d["title"] or "", *blocks[d["id"]]] for d in documents}
    of = {d["id"]: values(d) for d in documents}
    right = 0
    with plainly_served(site) as (address, _), chromium_of(chromium()) as browser:
        page = browser.new_page()
        texts = {id: several for id, several in blocks.items() if several}
        for query in drawn(random.Random(seed), [d for d in documents if d["id"] in texts], texts):
            phrase = literally(query.get("q", ""))
            found = {
                id
                for id, several in said.items()
                if any(map(phrase.search, several))
                if all(value in of[id][facet] for facet, value in query.items() if facet != "q")
            }
            page.goto(f"{address}search/?{urlencode(query)}")
            page.wait_for_selector("#r-search[data-facets]")
            shown = page.evaluate(_SHOWN)
            wrong = list(_differences(found, of, query, shown))
            right += not wrong
            for difference in wrong[:3]:
                print(f"  {json.dumps(query, ensure_ascii=False)}: {difference}")
    print(f"{right} of {QUERIES} random queries (seed {seed}): the count in all, and of each value that the page shows")


_SHOWN = """() => ({
  all: Number(document.getElementById("r-search").dataset.count),
  values: [...document.querySelectorAll(".r-facets fieldset label")].map((label) => {
    const { name, value } = label.querySelector("input");
    return [name, value, Number(label.querySelector("small").textContent.slice(1, -1))];
  }),
})"""


def _differences(
    found: set[str], of: Mapping[str, Mapping[str, set[str]]], query: Mapping[str, str], shown: Mapping[str, Any]
) -> Iterator[str]:
    if shown["all"] != len(found):
        yield f"{shown['all']} shown, {len(found)} counted"
    for facet, value, count in shown["values"]:
        if facet not in query:
            counted = sum(value in of[id][facet] for id in found)
            if count != counted:
                yield f"{facet} {value}: {count} shown, {counted} counted"
