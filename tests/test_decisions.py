"""The curator's decisions: applied after every build, told where they fit no more."""

import json
from pathlib import Path

from generator.authority import read_authority
from generator.decisions import merged, read_decisions
from tests.conftest import build, write_archive

TEXT = (
    "Ben Okoro and Tess Okoro met in Port Lumen.\n\nOkoro left. Okoro came back, and the Old Man thanked Mira Aldane.\n"
)
OTHER = "Mira Aldane spoke in Port Lumen.\n"


def made(folder: Path, decisions: str) -> tuple[int, dict[str, list[tuple[str, str, str]]], dict[str, object]]:
    """The status of a build with these decisions, the mentions of each document, and the report."""
    (folder / "content/decisions.yml").write_text(decisions, encoding="utf-8")
    status = build(folder)
    lines = (folder / "site/data/documents.jsonl").read_text(encoding="utf-8").splitlines()
    mentions = {
        d["id"]: [(m["quote"], m["entity"], m["certainty"]) for m in d["mentions"]] for d in map(json.loads, lines)
    }
    return status, mentions, json.loads((folder / "build/report.json").read_text(encoding="utf-8"))


def test_decisions(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": TEXT, "b.txt": OTHER})
    status, mentions, report = made(folder, "")
    assert status == 0
    assert [m[0] for m in mentions["a"]] == ["Ben Okoro", "Tess Okoro", "Port Lumen", "Mira Aldane"]
    assert len(report["questions"]) == 2  # type: ignore[arg-type]
    status, mentions, report = made(
        folder,
        """
- {do: identify, document: a, quote: Okoro, after: " left", entity: people/okoro-ben, by: curator}
- {do: identify, document: a, quote: the Old Man, entity: people/okoro-tess}
- {do: reject, document: a, quote: Port Lumen}
- {do: confirm, document: a, quote: Mira Aldane, entity: people/aldane-mira, why: asked her}
- {do: split, entity: people/aldane-mira, into: people/okoro-tess, documents: [b]}
""",
    )
    assert status == 0
    assert mentions["a"] == [
        ("Ben Okoro", "people/okoro-ben", "stated"),
        ("Tess Okoro", "people/okoro-tess", "stated"),
        ("Okoro", "people/okoro-ben", "curated"),
        ("the Old Man", "people/okoro-tess", "curated"),
        ("Mira Aldane", "people/aldane-mira", "curated"),
    ]
    assert ("Mira Aldane", "people/okoro-tess", "curated") in mentions["b"]
    assert len(report["questions"]) == 1  # type: ignore[arg-type]


def test_what_fits_no_more_is_told_with_its_line(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": TEXT})
    status, _, report = made(
        folder,
        """- {do: reject, document: a, quote: Nobody}
- {do: reject, document: gone, quote: Okoro}
- {do: identify, document: a, quote: Okoro, entity: people/nobody}
- {do: forget, document: a}
- {do: reject, document: a}
""",
    )
    assert status == 1
    assert sorted(str(p).split(":")[1] + str(p).split(":")[2] for p in report["problems"]) == [  # type: ignore[attr-defined]
        "1 “Nobody” does not stand so in a any more",
        "2 there is no document `gone` to decide about",
        "3 there is no entity `people/nobody`",
        "4 a decision begins with `do",
        "5 `reject` lacks `quote`",
    ]


def test_a_merged_entity_lends_its_names(tmp_path: Path) -> None:
    people = "x:\n  name: Mira Aldane\n  names: {ru: [Мира Алдан]}\ny:\n  name: Mira Aldane-Okoro\n"
    folder = write_archive(tmp_path / "a", {"a.txt": "Mira Aldane met Мира Алдан.\n"}, {"people": people})
    _, mentions, _ = made(folder, "- {do: merge, entity: people/x, into: people/y}\n")
    assert [m[1] for m in mentions["a"]] == ["people/y", "people/y"]
    assert not (folder / "site/people/x/index.html").exists()


def test_nothing_to_merge_leaves_the_authority_as_it_is(tmp_path: Path) -> None:
    authority, _ = read_authority(tmp_path, tmp_path)
    assert merged(authority, {}) is authority
    assert read_decisions(tmp_path / "decisions.yml", tmp_path, authority)[1] == []


def told(folder: Path, decisions: str) -> list[str]:
    """What is wrong with these decisions."""
    path = folder / "content/decisions.yml"
    path.write_text(decisions, encoding="utf-8")
    authority, _ = read_authority(folder / "content/authority", folder)
    made, problems = read_decisions(path, folder, authority)
    merged(authority, made.merged)
    return [f"{problem.line} {problem.what}" for problem in problems]


def test_decisions_that_cannot_be(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": TEXT})
    people = folder / "content/authority/people.yml"
    people.write_text(people.read_text(encoding="utf-8") + "ivan: {name: Ivan Rey, visibility: never-link}\n")
    assert told(
        folder,
        """- {do: [reject]}
- {do: reject, document: [a], quote: Okoro}
- {do: reject, document: a, quote: ""}
- {do: split, entity: people/okoro-ben, into: people/okoro-tess, documents: [[b]]}
- {do: identify, document: a, quote: Okoro, entity: people/ivan}
- {do: merge, entity: people/ivan, into: people/okoro-ben}
- {do: merge, entity: people/okoro-ben, into: organisations/vote-board}
- {do: merge, entity: people/okoro-ben, into: people/okoro-ben}
- {do: merge, entity: people/okoro-ben, into: people/okoro-tess}
- {do: merge, entity: people/okoro-tess, into: people/okoro-ben}
""",
    ) == [
        "1 a decision begins with `do:`, one of reject, identify, confirm, merge, split",
        "2 `document` must be words",
        "3 `quote` must be words",
        "4 `documents` must be a list of ids",
        "5 `people/ivan` is never to be linked",
        "6 `people/ivan` is never to be linked",
        "7 `people/okoro-ben` and `organisations/vote-board` stand in two authority files",
        "8 leads in a circle, or the entry is merged already",
        "10 leads in a circle, or the entry is merged already",
    ]


def test_merges_lead_to_the_one_that_stays_in_any_order(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": TEXT})
    told(
        folder,
        """- {do: merge, entity: people/okoro-tess, into: people/aldane-mira}
- {do: merge, entity: people/okoro-ben, into: people/okoro-tess}
- {do: identify, document: a, quote: the Old Man, entity: people/okoro-ben}
""",
    )
    authority, _ = read_authority(folder / "content/authority", folder)
    decisions, _ = read_decisions(folder / "content/decisions.yml", folder, authority)
    assert set(decisions.merged.values()) == {"people/aldane-mira"}
    assert decisions.mentions["a"][0].entity == "people/aldane-mira"


def test_a_quote_means_no_longer_mention_where_it_stands_by_itself(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": "Ben Okoro met Mira Aldane. Okoro left.\n"})
    _, mentions, _ = made(folder, "- {do: identify, document: a, quote: Okoro, entity: people/okoro-tess}\n")
    assert [m[:2] for m in mentions["a"]] == [
        ("Ben Okoro", "people/okoro-ben"),
        ("Mira Aldane", "people/aldane-mira"),
        ("Okoro", "people/okoro-tess"),
    ]


def test_what_a_decision_says_of_a_merged_entry_holds_of_the_one_that_stays(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": "Mira Aldane thanked the WAT.\n"})
    bodies = folder / "content/authority/organisations.yml"
    more = "watch: {name: Watch of Votes, abbreviation: WAT}\nlocal: {name: Local Watch, part_of: watch}\n"
    bodies.write_text(bodies.read_text(encoding="utf-8") + more, encoding="utf-8")
    _, mentions, _ = made(folder, "- {do: merge, entity: organisations/watch, into: organisations/watchers}\n")
    assert mentions["a"][1][:2] == ("WAT", "organisations/watchers")
    authority, _ = read_authority(folder / "content/authority", folder)
    decisions, _ = read_decisions(folder / "content/decisions.yml", folder, authority)
    assert merged(authority, decisions.merged).entries["organisations/local"].part_of == "watchers"  # type: ignore[attr-defined]


def test_words_beside_a_quote_need_no_space(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": TEXT})
    decision = "- {do: identify, document: a, quote: Okoro, after: came, entity: people/okoro-tess}\n"
    _, mentions, _ = made(folder, decision)
    assert [m[1] for m in mentions["a"] if m[0] == "Okoro"] == ["people/okoro-tess"]


def test_what_changes_nothing_is_told(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": TEXT})
    decisions = """- {do: split, entity: people/okoro-ben, into: people/okoro-tess, documents: [gone]}
- {do: confirm, document: a, quote: Old Man, entity: people/okoro-ben}
"""
    status, _, report = made(folder, decisions)
    assert status == 1
    told_of = sorted(str(problem).partition("decisions.yml:")[2].rpartition(":")[0] for problem in report["problems"])  # type: ignore[attr-defined]
    assert told_of == [
        "1: there is no document `gone` to decide about",
        "2: nothing is linked on “Old Man” in a that it could confirm",
    ]


def test_the_page_says_how_each_name_was_decided_and_why(tmp_path: Path) -> None:
    folder = write_archive(
        tmp_path / "a", {"a.txt": "Ben Okoro came. Okoro left.\n\nOkoro slept, and Ben Okoro too.\n"}
    )
    made(
        folder,
        "- {do: identify, document: a, quote: Okoro, after: left, entity: people/okoro-ben, by: N. N., why: diary}\n",
    )
    page = (folder / "build/docs/documents/a/index.md").read_text(encoding="utf-8")
    assert "the curator&#39;s word: diary (N&#46; N&#46;)" in page
    assert "the curator&#x27;s word: diary (N. N.): “Okoro” <a" in page
    assert "inferred: whom the text names in full: “Okoro” <a" in page


def test_a_topic_of_which_every_term_is_rejected_is_none(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": "The presidential election came.\n\nAll saw it.\n"})
    _, mentions, _ = made(folder, "")
    assert mentions["a"][0][1] == "topics/presidential-election"
    made(folder, "- {do: reject, document: a, quote: presidential election}\n")
    (line,) = (folder / "site/data/documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert (json.loads(line)["mentions"], json.loads(line)["topics"]) == ([], [])


def test_words_beside_a_quote_are_whole(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": "It was said.\n\nOn to Port Lumen, onto Port Lumen.\n"})
    _, mentions, _ = made(folder, "- {do: reject, document: a, quote: Port Lumen, before: to}\n")
    assert len(mentions["a"]) == 1


def test_a_merge_is_followed_in_the_words_about_documents(tmp_path: Path) -> None:
    word = "publisher: harbour-wire\nannotate: {also: {the Wire: organisations/harbour-wire}}\n"
    text = f"---\n{word}---\nThe sun, the Wire said.\n"
    folder = write_archive(tmp_path / "a", {"a.md": text})
    status, mentions, _ = made(
        folder, "- {do: merge, entity: organisations/harbour-wire, into: organisations/watchers}\n"
    )
    assert (status, mentions["a"]) == (0, [("the Wire", "organisations/watchers", "curated")])
    (line,) = (folder / "site/data/documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["publisher"] == "watchers"


def test_an_entry_is_merged_once(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": TEXT})
    assert told(
        folder,
        """- {do: merge, entity: people/okoro-ben, into: people/okoro-tess}
- {do: merge, entity: people/okoro-ben, into: people/aldane-mira}
""",
    ) == ["2 leads in a circle, or the entry is merged already"]


def test_decisions_about_relations(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "a", {"a.txt": TEXT, "b.txt": OTHER, "c.txt": TEXT})
    (folder / "content/sources/c.yml").write_text("access: hidden\n", encoding="utf-8")
    status, _, report = made(
        folder,
        """- {do: confirm, document: b, relation: replies-to, to: a, by: me, why: says so}
- {do: confirm, document: b, relation: replies-to, to: c}
- {do: reject, document: b, relation: corrects, to: a}
- {do: confirm, document: b, relation: replies-to, to: gone}
- {do: confirm, document: gone, relation: replies-to, to: a}
- {do: confirm, document: b, relation: likes, to: a}
- {do: confirm, document: b, relation: quotes}
- {do: confirm, document: b, relation: quotes, to: b}
""",
    )
    assert status == 1
    assert sorted(str(p).split(":")[1] + str(p).split(":")[2].split(";")[0] for p in report["problems"]) == [  # type: ignore[attr-defined]
        "3 no link `corrects` of b and a was found that it could reject",
        "4 there is no document `gone` to decide about",
        "5 there is no document `gone` to decide about",
        "6 there is no relation `likes`",
        "7 `confirm` lacks `to`",
        "8 a document has no relation to itself",
    ]
    lines = map(json.loads, (folder / "site/data/documents.jsonl").read_text(encoding="utf-8").splitlines())
    links = {d["id"]: [(k["relation"], k["to"], k["certainty"]) for k in d["links"]] for d in lines}
    assert ("replies-to", "a", "curated") in links["b"]
