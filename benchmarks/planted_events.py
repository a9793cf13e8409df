"""Votes of invented countries, and documents that speak of them in the ways in which reports do.

Among the votes are two of one kind six weeks apart, two of one country in one year, and two of different kinds on one
day; among the documents some that are about two votes, some that only recall an earlier one, and some about none.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import yaml
from planted_text import Chain
from planted_truth import told
from planted_world import PEOPLE, PUBLISHERS, write_authority

COUNTRIES = (
    *(("Marvenia", "Mirograd"), ("Osterland", "Osterby"), ("Tarnmark", "Tarnhaven"), ("Ellinia", "Port Ellin")),
    *(("Corvalia", "Corvale"), ("Jaskovia", "Jaskow"), ("Halden Islands", "Halden"), ("Isperia", "Isper")),
)
KINDS = {
    "presidential-election": ("presidential election", "election of the president"),
    "parliamentary-election": ("parliamentary elections", "elections to parliament"),
    "referendum": ("referendum", "constitutional referendum"),
    "local-election": ("local elections", "elections to the local councils"),
}


_VOTE = re.compile(r"elect|referend|\bvot", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vote:
    id: str
    kind: str
    day: date
    country: str
    capital: str
    head: str


@dataclass(slots=True)
class Plant:
    """The votes, and each document's events and way of speaking."""

    votes: list[Vote] = field(default_factory=list)
    events: dict[str, frozenset[str]] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)


def votes(draw: random.Random) -> list[Vote]:
    """Five votes of each country: a single one, and two pairs that are easily taken for one."""
    made: list[Vote] = []
    people = iter(draw.sample(PEOPLE, len(PEOPLE)) * 2)
    for country, capital in COUNTRIES:
        kinds = draw.sample(list(KINDS), 3)
        year = draw.randint(1999, 2001)
        days = [_sunday(date(year, draw.randint(2, 11), 1)), _sunday(date(year + 3, draw.randint(2, 4), 1))]
        plan = [(kinds[0], days[0]), (kinds[1], days[1])]
        if len(made) % 2:  # two of one kind six weeks apart, two kinds on one day
            both = _sunday(date(year + 6, draw.randint(2, 11), 1))
            plan += [(kinds[1], days[1] + timedelta(weeks=6)), (kinds[0], both), (kinds[2], both)]
        else:  # two of one kind in one year, two of two kinds in one year
            later = _sunday(date(year + 6, draw.randint(2, 3), 1))
            plan += [(kinds[1], days[1] + timedelta(weeks=26))]
            plan += [(kinds[0], later), (kinds[2], later + timedelta(weeks=30))]
        for kind, day in plan:
            id = f"{country[:2].lower()}-{day}-{kind.split('-')[0]}"
            made.append(Vote(id, kind, day, country, capital, next(people)))
    return made


def _sunday(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


Way = Callable[["Writer", Vote], tuple[str, date, tuple[Vote, ...]]]
"""Gives what is said, the document's day, and the votes that it is about."""


class Writer:
    """Writes what documents say of votes."""

    def __init__(self, all_votes: list[Vote], draw: random.Random) -> None:
        self.votes, self.draw = all_votes, draw

    def kind(self, vote: Vote) -> str:
        return self.draw.choice(KINDS[vote.kind])

    def near(self, vote: Vote, fewest: int, most: int) -> date:
        return vote.day + timedelta(days=self.draw.randint(fewest, most))

    def others(self, vote: Vote) -> list[Vote]:
        return [other for other in self.votes if other.country == vote.country and other is not vote]


def _whole_day(writer: Writer, vote: Vote) -> tuple[str, date, tuple[Vote, ...]]:
    said = f"The report deals with the {writer.kind(vote)} of {told(vote.day)} in {vote.country}."
    return said, writer.near(vote, -40, 150), (vote,)


def _day_without_year(writer: Writer, vote: Vote) -> tuple[str, date, tuple[Vote, ...]]:
    day = f"{vote.day.day} {vote.day:%B}"
    said = f"Preparations for the {writer.kind(vote)} on {day} in {vote.country} were discussed in {vote.capital}."
    return said, writer.near(vote, -40, -2), (vote,)


def _by_the_date(writer: Writer, vote: Vote) -> tuple[str, date, tuple[Vote, ...]]:
    """Only kind and place; no other vote of that kind is as near."""
    after = writer.draw.random() < 0.5
    said = f"The {writer.kind(vote)} in {vote.country} {'was held in good order' if after else 'will soon be held'}."
    return said, writer.near(vote, *((1, 12) if after else (-15, -2))), (vote,)


def _by_the_head(writer: Writer, vote: Vote) -> tuple[str, date, tuple[Vote, ...]]:
    said = (
        f"{vote.head}, who heads the mission to the {writer.kind(vote)} in {vote.country}, spoke to the press in "
        f"{vote.capital}."
    )
    return said, writer.near(vote, -20, 15), (vote,)


def _two_votes(writer: Writer, vote: Vote) -> tuple[str, date, tuple[Vote, ...]]:
    other = writer.draw.choice(writer.others(vote))
    first, second = sorted((vote, other), key=lambda v: (v.day, v.id))
    said = (
        f"The report compares the {writer.kind(first)} of {told(first.day)} with the {writer.kind(second)} of "
        f"{told(second.day)} in {vote.country}, and gives recommendations on both."
    )
    return said, writer.near(second, 10, 90), (first, second)


def _one_recalled(writer: Writer, vote: Vote) -> tuple[str, date, tuple[Vote, ...]]:
    """About one vote; the year of an earlier one stands beside it."""
    said = (
        f"The report deals with the {writer.kind(vote)} of {told(vote.day)} in {vote.country}. The recommendations "
        f"made after the vote of {vote.day.year - 3} have been followed in part."
    )
    return said, writer.near(vote, 5, 120), (vote,)


def _none(writer: Writer, vote: Vote) -> tuple[str, date, tuple[Vote, ...]]:
    """About no vote: years away from each of them."""
    said = (
        f"In {vote.country} the law on the {writer.kind(vote)} is under revision, the ministry in {vote.capital} says."
    )
    return said, date(2009, 1, 10) + timedelta(days=writer.draw.randrange(900)), ()


WAYS: dict[str, tuple[int, Way]] = {
    "whole day": (2, _whole_day),
    "day without year": (2, _day_without_year),
    "kind and place near the date": (2, _by_the_date),
    "head of mission": (1, _by_the_head),
    "two votes": (1, _two_votes),
    "another recalled": (1, _one_recalled),
    "none": (1, _none),
}
"""Each way of speaking of a vote: how many documents a vote has of it, and what they say."""


def plant(folder: Path, chain: Chain, seed: int) -> Plant:
    """Write the archive of votes below `folder`."""
    draw = random.Random(seed)
    made = Plant(votes(draw))
    writer = Writer(made.votes, draw)
    for vote in made.votes:
        for name, (number, way) in WAYS.items():
            for _ in range(number):
                said, day, about = way(writer, vote)
                id = _document(folder, said, day, chain, draw, len(made.events))
                made.events[id] = frozenset(v.id for v in about)
                made.ways[id] = name
    _authority(folder / "content/authority", made.votes)
    return made


def _document(folder: Path, said: str, day: date, chain: Chain, draw: random.Random, number: int) -> str:
    def other() -> str:
        """A sentence about something else than votes."""
        return next(made for made in iter(lambda: chain.sentence(draw), "") if not _VOTE.search(made))

    publisher = draw.choice(PUBLISHERS)
    id = f"{day.year}/{publisher.id}-{day}-{number:05}"
    title, first, rest = other().rstrip(".!?"), f"{said} {other()}", " ".join(other() for _ in range(3))
    head = f"---\ndate: {day}\npublisher: {publisher.id}\n---\n\n{title}\n\n{publisher.city}, {told(day)} – "
    path = folder / "content/sources" / f"{id}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{head}{first}\n\n{rest}\n", encoding="utf-8")
    return id


def _authority(folder: Path, all_votes: list[Vote]) -> None:
    write_authority(folder)
    places = {_slug(country): {"name": country} for country, _ in COUNTRIES}
    places |= {_slug(capital): {"name": capital, "within": _slug(country)} for country, capital in COUNTRIES}
    places |= {_slug(p.city): {"name": p.city} for p in PUBLISHERS if _slug(p.city) not in places}
    people = {_slug(name): {"name": name} for name in PEOPLE}
    topics = {id: {"name": forms[0], "terms": list(forms[1:])} for id, forms in KINDS.items()}
    events = {
        vote.id: {
            "name": f"{KINDS[vote.kind][0].capitalize()} in {vote.country}, {told(vote.day)}",
            "kind": vote.kind,
            "date": str(vote.day),
            "place": _slug(vote.country),
            "missions": [{"of": "coepcr", "kind": "mission", "head": _slug(vote.head)}],
        }
        for vote in all_votes
    }
    for name, entries in (("places", places), ("people", people), ("topics", topics), ("events", events)):
        (folder / f"{name}.yml").write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")
