"""What the authority files say of an entity: the facts at the head of its page, each kind of entity with its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from babel.numbers import format_decimal

from generator.address import entity_page
from generator.authority import Authority, Entry, Event, Mission
from generator.render.backlinks import backlinks
from generator.render.dates import in_words, locale_of
from generator.render.escape import inline
from generator.render.identifiers import identifier
from generator.render.naming import former_names, in_order, other_names, with_years
from generator.render.site import Site
from generator.render.words import _

Facts = Iterator[tuple[str, Sequence[str]]]
"""Each label with what stands under it, as Markdown."""


@dataclass(frozen=True, slots=True)
class Desk:
    """From which page the entities are looked at."""

    site: Site
    page: str

    def link(self, key: str) -> str:
        """A link to an entity that has a page, else its name; empty where it may not be named."""
        if self.site.authority.hides(key):
            return ""
        name = inline(self.site.authority.name(key))
        link = self.site.entity_link(self.page, key)
        return f"[{name}]({link})" if link else name

    def short(self, key: str) -> str:
        """The abbreviation of a body, else its name, as Markdown."""
        return inline(getattr(self.site.authority.get(key), "abbreviation", None) or self.site.authority.name(key))

    def links(self, keys: Iterable[str]) -> list[str]:
        """The same for several, without those that may not be named."""
        return [made for key in keys if (made := self.link(key))]

    def pages(self, entries: Iterable[Entry]) -> list[str]:
        """Links to those of the entries that have a page."""
        return [self.link(entry.key) for entry in entries if self.site.links.has(entity_page(entry.key))]

    def inline(self, keys: Iterable[str], between: str = " · ") -> list[str]:
        """The links in one line."""
        made = self.links(keys)
        return [between.join(made)] if made else []


def entry_facts(site: Site, page: str, folder: str, entry: Entry) -> list[dict[str, Any]]:
    """The facts of an entry, in the order of the page: those of its kind, its names, its identifiers."""
    desk = Desk(site, page)
    found = list(_OWN[folder](desk, entry)) if folder in _OWN else []
    if folder != "publishers":  # its page as a body has them
        found += [*_names(site, entry), *_identifiers(entry)]
    return [{"label": label, "values": values} for label, values in found if values]


def _names(site: Site, entry: Entry) -> Facts:
    yield _("Former names"), former_names(entry)
    yield _("In other languages"), other_names(entry, site.notes.language)
    yield _("Also written"), [inline(" · ".join(dict.fromkeys(entry.also)))] if entry.also else []


def _identifiers(entry: Entry) -> Facts:
    for register, value in entry.same_as.items():
        name, words = identifier(register, value)
        yield name, [words]  # the template escapes all labels


def _person(desk: Desk, person: Any) -> Facts:
    yield _("Offices"), [_office(desk, role) for role in sorted(person.roles, key=in_order)]
    led = backlinks(desk.site.authority).led.get(person.key, ())
    yield _("Missions led"), [_led(desk, event, mission) for event, mission in led]


def _office(desk: Desk, role: Any) -> str:
    at = desk.link(f"organisations/{role.at}") if role.at else ""
    return with_years(inline(role.title) + (f", {at}" if at else ""), role)


def _led(desk: Desk, event: Event, mission: Mission) -> str:
    """The event, and in short whose mission it was."""
    key = f"organisations/{mission.of}"
    body = "" if desk.site.authority.hides(key) else desk.short(key)
    return " ".join(part for part in (desk.link(event.key), f"<small>{body}</small>" if body else "") if part)


def _body(desk: Desk, body: Any) -> Facts:
    back = backlinks(desk.site.authority)
    yield _("Abbreviation"), [inline(body.abbreviation)] if body.abbreviation else []
    yield _("Part of"), desk.inline(above(desk.site.authority, body, "part_of"), " › ")
    yield _("Place"), desk.inline([f"places/{body.place}"] if body.place else [])
    yield _("Address"), [inline(body.address)] if body.address else []
    yield _("Parts"), desk.inline(part.key for part in back.under.get(body.key, ()))
    yield (
        _("Who held office"),
        [
            with_years(f"{desk.link(person.key)}, {inline(role.title)}", role)
            for person, role in back.holders.get(body.key, ())
        ],
    )


def _place(desk: Desk, place: Any) -> Facts:
    yield _("Within"), desk.inline(above(desk.site.authority, place, "within"), " › ")
    if place.latitude is not None and place.longitude is not None:
        yield _("Position"), [_position(place.latitude, place.longitude, desk.site.notes.language)]


def _position(latitude: float, longitude: float, language: str) -> str:
    """Where a place lies, as `48° N, 68.5° E`."""
    north = _("{degrees}° N") if latitude >= 0 else _("{degrees}° S")
    east = _("{degrees}° E") if longitude >= 0 else _("{degrees}° W")
    lat, lon = (format_decimal(abs(one), "0.####", locale=locale_of(language)) for one in (latitude, longitude))
    return f"{north.format(degrees=lat)}, {east.format(degrees=lon)}"


def _event(desk: Desk, event: Any) -> Facts:
    yield _("Date"), [inline(in_words(event.date))] if event.date else []
    yield _("Place"), desk.inline([f"places/{event.place}"] if event.place else [])
    topic = f"topics/{event.kind}"
    if event.kind:
        yield _("Kind"), [desk.link(topic)] if desk.site.authority.get(topic) else [inline(event.kind)]
    yield _("Missions"), [words for mission in event.missions if (words := _mission(desk, mission))]


def _mission(desk: Desk, mission: Mission) -> str:
    body = desk.link(f"organisations/{mission.of}")
    if not body:
        return ""
    head = desk.link(f"people/{mission.head}") if mission.head else ""
    led = ", " + _("led by {name}").format(name=head) if head else ""
    return with_years(body + (f", {inline(mission.kind)}" if mission.kind else "") + led, mission)


def _topic(desk: Desk, topic: Any) -> Facts:
    under = backlinks(desk.site.authority).under.get(topic.key, ())
    yield _("Broader"), desk.inline(above(desk.site.authority, topic, "broader"), " › ")
    yield _("Narrower"), desk.inline(narrower.key for narrower in under)
    yield _("Terms"), [inline(" · ".join(topic.terms))] if topic.terms else []


def _kind(desk: Desk, kind: Any) -> Facts:
    yield _("Abbreviation"), [inline(kind.abbreviation)] if kind.abbreviation else []
    yield _("Terms"), [inline(" · ".join(kind.terms))] if kind.terms else []
    yield _("Issued by"), desk.inline(f"organisations/{body}" for body in kind.of)


def _publisher(desk: Desk, body: Any) -> Facts:
    yield _("Abbreviation"), [inline(body.abbreviation)] if body.abbreviation else []
    yield _("Place"), desk.inline([f"places/{body.place}"] if body.place else [])
    link = desk.site.entity_link(desk.page, body.key)
    if link:
        words = _("all that names it")
        yield _("As a body"), [f"[{inline(words)}]({link})"]


def above(authority: Authority, entry: Entry, field: str) -> list[str]:
    """The keys of all that an entry lies under by `within`, `part_of` or `broader`, the nearest last."""
    found: list[str] = []
    over = getattr(entry, field)
    while over and (key := f"{entry.folder}/{over}") not in (entry.key, *found):
        found.append(key)
        over = getattr(authority.get(key), field, None)
    return found[::-1]


_OWN: dict[str, Callable[[Desk, Any], Facts]] = {
    "people": _person,
    "organisations": _body,
    "places": _place,
    "events": _event,
    "topics": _topic,
    "kinds": _kind,
    "publishers": _publisher,
}
