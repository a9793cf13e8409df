"""A small archive on islands that do not exist, with the quirks of real sources."""

from pathlib import Path

import pytest

from generator.cli import run_build, run_init

AUTHORITY = {
    "people": """
aldane-mira:
  name: Mira Aldane
  sort: Aldane, Mira
okoro-ben:
  name: Ben Okoro
  sort: Okoro, Ben
okoro-tess:
  name: Tess Okoro
  sort: Okoro, Tess
""",
    "organisations": """
harbour-wire:
  name: Harbour Wire
  place: port-lumen
vote-board:
  name: Board of Elections of Norland
  abbreviation: BOE
  place: port-lumen
watchers:
  name: League of Observers
  abbreviation: LOO
foreign-norland:
  name: Ministry of Foreign Affairs of Norland
  place: port-lumen
""",
    "places": """
norland:
  name: Norland
port-lumen:
  name: Port Lumen
  within: norland
  former: [{name: Old Quay, to: 1990}]
""",
    "topics": """
presidential-election:
  name: presidential election
  terms: [presidential elections, election of the President]
""",
    "kinds": """
news-report:
  name: news report
  of: [harbour-wire]
  reports: true
statement:
  name: statement
  of: [watchers]
interim-report:
  name: interim report
  of: [watchers]
""",
    "events": """
norland-2012:
  name: Presidential election in Norland, 2 September 2012
  kind: presidential-election
  date: 2012-09-02
  place: norland
  missions: [{of: watchers, head: aldane-mira}]
norland-2017:
  name: Presidential election in Norland, 3 September 2017
  kind: presidential-election
  date: 2017-09-03
  place: norland
""",
    "collections": """
press:
  name: Press
  level: series
""",
}

SOURCES = {
    "2012/wire.txt": """

---

## LEAGUE HEAD MEETS MINISTER

-

21.08.2012

---

Harbour Wire (20 August 2012)

Port Lumen

Mira Aldane, who heads the League of Observers, met the minister, the press service of the country's foreign ministry
reported. The talk was about the presidential election in Norland. Aldane thanked the minister.

<http://wire.example/aldane>

---

Source:
""",
    "2012/glued.txt": """Foreign affairs

Mission of the League of Observers begins its work in Norland

Mira Aldane of the League of Observers called on the minister, the Ministry of Foreign Affairs of Norland informed.
Port Lumen14 August , 10:05

The presidential election of Norland is to take place on 2 September this year.
Aldane spoke of http://wire.example/aldane twice.
""",
    "2012/undated.txt": """League of Observers hopes for an open vote

Mira Aldane met the chair of the Board of Elections of Norland on August 16, before the upcoming presidential election.

Text by Harbour Wire
""",
    "2012/statement.txt": """**Mission of the League of Observers
Election of the President of Norland
(3 September 2012)**

STATEMENT

The League of Observers followed the election of the President, which was held on 2 September 2012 in Norland.
""",
    "2012/stamped.txt": """ date 2012-09-10 League report on the vote is awaited in Norland

PORT LUMEN. HARBOUR WIRE - The League of Observers will speak again.
The League of Observers’ statement of 3 September 2012 had been short.
The presidential election is over in Norland.
""",
}


def write_archive(folder: Path, sources: dict[str, str | bytes], authority: dict[str, str] | None = None) -> Path:
    run_init(folder)
    for name, text in (AUTHORITY if authority is None else authority).items():
        (folder / f"content/authority/{name}.yml").write_text(text, encoding="utf-8")
    for name, text in sources.items():
        path = folder / "content/sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def build(folder: Path, full: bool = False, as_of: str = "2026-01-01") -> int:
    return run_build(folder / "mkdocs.yml", jobs=2, full=full, as_of=as_of)


@pytest.fixture(scope="session")
def quirks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_archive(tmp_path_factory.mktemp("quirks") / "archive", SOURCES)
    assert build(folder) == 0
    return folder
