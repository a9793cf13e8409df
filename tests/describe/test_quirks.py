"""Texts with the quirks of real sources, each field with what it was read from."""

import json
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def records(quirks: Path) -> dict[str, dict]:
    lines = (quirks / "site/data/documents.jsonl").read_text(encoding="utf-8").splitlines()
    return {d["id"]: d for d in map(json.loads, lines)}


FACTS = {
    "2012/wire": {
        "title": "LEAGUE HEAD MEETS MINISTER",
        "date": "2012-08-20",
        "published": "2012-08-21",
        "place": "port-lumen",
        "publisher": "harbour-wire",
        "informant": "foreign-norland",
        "kind": "news-report",
        "original": "http://wire.example/aldane",
        "events": ["norland-2012"],
        "creator": None,
    },
    "2012/glued": {
        "title": "Mission of the League of Observers begins its work in Norland",
        "date": "2012-08-14",
        "place": "port-lumen",
        "publisher": None,
        "informant": "foreign-norland",
        "kind": "news-report",
        "original": None,
        "events": ["norland-2012"],
    },
    "2012/undated": {
        "date": "[2012-08-16..2012-09-02]",
        "span": ["2012-08-16", "2012-09-02"],
        "place": None,
        "publisher": "harbour-wire",
        "events": ["norland-2012"],
    },
    "2012/statement": {
        "title": "Mission of the League of Observers Election of the President of Norland",
        "date": "2012-09-03",
        "place": None,
        "publisher": "watchers",
        "creator": "watchers",
        "kind": "statement",
        "events": ["norland-2012"],
    },
    "2012/stamped": {
        "title": "League report on the vote is awaited in Norland",
        "date": "2012-09-10",
        "published": "2012-09-10",
        "place": "port-lumen",
        "place_printed": "PORT LUMEN",
        "publisher": "harbour-wire",
        "kind": "news-report",
    },
}


@pytest.mark.parametrize(("id", "field"), [(id, field) for id, facts in FACTS.items() for field in facts])
def test_fact(records: dict[str, dict], id: str, field: str) -> None:
    assert records[id][field] == FACTS[id][field], records[id]["evidence"].get(field)


def test_what_is_inferred_is_marked(records: dict[str, dict]) -> None:
    assert records["2012/glued"]["evidence"]["date"]["certainty"] == "inferred"
    assert records["2012/undated"]["evidence"]["date"]["certainty"] == "inferred"
    assert records["2012/wire"]["evidence"]["date"]["certainty"] == "stated"


def test_every_quote_stands_in_the_published_text(quirks: Path, records: dict[str, dict]) -> None:
    lines = (quirks / "site/data/paragraphs.jsonl").read_text(encoding="utf-8").splitlines()
    blocks = {(p["document"], p["number"]): p for p in map(json.loads, lines)}
    for record in records.values():
        for mention in record["mentions"]:
            block = blocks[record["id"], mention["paragraph"]]
            assert block["text"][mention["start"] : mention["end"]] == mention["quote"]
            assert block["anchor"] == mention["anchor"]


def test_relations(records: dict[str, dict]) -> None:
    links = {(d["id"], link["to"], link["basis"]) for d in records.values() for link in d["links"]}
    assert ("2012/glued", "2012/wire", "address") in links
    assert ("2012/stamped", "2012/statement", "publisher+kind+date") in links
    assert any(link[2] == "event:norland-2012" for link in links)
