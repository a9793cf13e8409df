"""What other authority entries say of one: its parts, who held office in it, the missions that it led or sent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from generator import edtf
from generator.authority import Authority, Entry, Event, Mission, Person, Role
from generator.render.naming import in_order

_UNDER = (("places", "within"), ("organisations", "part_of"), ("topics", "broader"), ("collections", "part_of"))
"""The files whose entries lie under others, and the field that says under which."""


@dataclass(frozen=True, slots=True)
class Backlinks:
    """Whatever may be named, by the key of the entry that it is said of."""

    under: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """What lies in a place, belongs to a body, is narrower than a topic, is part of a collection."""
    holders: dict[str, list[tuple[Person, Role]]] = field(default_factory=lambda: defaultdict(list))
    """Who held which office in a body, in order of time."""
    led: dict[str, list[tuple[Event, Mission]]] = field(default_factory=lambda: defaultdict(list))
    """The missions that a person led, by date."""
    sent: dict[str, list[Event]] = field(default_factory=lambda: defaultdict(list))
    """The events to which a body sent a mission, by date."""
    happened: dict[str, list[Event]] = field(default_factory=lambda: defaultdict(list))
    """The events in a place, by date."""
    seated: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """The bodies in a place."""


@lru_cache(maxsize=1)
def backlinks(authority: Authority) -> Backlinks:
    """What the entries say of each other: gathered once, since every page asks."""
    made = Backlinks()
    for folder, above in _UNDER:
        for entry in authority.folder(folder):
            if authority.links(entry.key) and (over := getattr(entry, above, None)):
                made.under[f"{folder}/{over}"].append(entry)
    _gather_events(made, authority)
    _gather_bodies(made, authority)
    return made


def _gather_events(made: Backlinks, authority: Authority) -> None:
    named = [e for e in authority.folder("events") if isinstance(e, Event) and authority.links(e.key)]
    for event in sorted(named, key=lambda event: (edtf.first(event.date), event.id)):
        if event.place:
            made.happened[f"places/{event.place}"].append(event)
        for body in dict.fromkeys(mission.of for mission in event.missions):
            made.sent[f"organisations/{body}"].append(event)
        for mission in event.missions:
            if mission.head:
                made.led[f"people/{mission.head}"].append((event, mission))


def _gather_bodies(made: Backlinks, authority: Authority) -> None:
    for body in authority.folder("organisations"):
        if authority.links(body.key) and (place := getattr(body, "place", None)):
            made.seated[f"places/{place}"].append(body)
    for person in authority.folder("people"):
        if isinstance(person, Person) and authority.links(person.key):
            for role in person.roles:
                if role.at:
                    made.holders[f"organisations/{role.at}"].append((person, role))
    for held in made.holders.values():
        held.sort(key=lambda item: (in_order(item[1]), item[0].id))
