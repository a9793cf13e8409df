"""The invented bodies and agencies of a planted archive, what stands under their texts, and what all of them write."""

import random
from datetime import date
from pathlib import Path

import yaml
from planted_text import Chain
from planted_truth import Furniture, Publisher, Sentence, Sketch, Truth, told

BODIES = (
    (
        "coepcr",
        "Conference for the Observation of Elections and the Protection of Civil Rights in Europe",
        "Port Ellin",
    ),
    ("pcra", "Permanent Committee of the Regional Assemblies for Free Trade and Good Neighbourhood", "Tarnhaven"),
    ("joms", "Joint Office of the Maritime States for Customs, Harbours and Inland Waterways", "Port Ellin"),
    ("uiec", "Union of Independent Electoral Commissions of the Northern and Western Provinces", "Osterby"),
    ("scme", "Standing Conference of Ministers for the Environment of the Lake Countries", "Lindau Bay"),
    ("hcrd", "High Commission for Refugees and Displaced Persons of the Eastern Union", "Mirograd"),
    ("anrr", "Association of National Societies for Relief, Rescue and Reconstruction", "Tarnhaven"),
    ("mfa-marvenia", "Ministry of Foreign Affairs of the Federal Republic of Marvenia", "Mirograd"),
)
AGENCIES = (
    ("meridian", "Meridian News Agency", "Mirograd"),
    ("harbour-press", "Harbour Press", "Port Ellin"),
    ("northern-wire", "Northern Wire", "Osterby"),
    ("lake-telegraph", "Lake Telegraph", "Lindau Bay"),
)
PUBLISHERS = tuple(
    Publisher(id, name, city, agency) for agency, all in ((False, BODIES), (True, AGENCIES)) for id, name, city in all
)
PEOPLE = tuple(
    f"{first} {last}"
    for first, last in zip(
        ("Ilva", "Bertran", "Oksa", "Jorun", "Matei", "Selin", "Pavo", "Rika", "Domas", "Edda", "Tovar", "Liris") * 3,
        ("Hallvik", "Orsolin", "Demarki", "Tebbut", "Kravonis", "Ansgart", "Melkior", "Vestrup", "Quillan", "Zoriano")
        * 4,
        strict=False,
    )
)
FORMULAS = (
    "The observers wish to thank the authorities for their cooperation and for the hospitality extended to them.",
    "This statement is also available in the other official languages; only the English text is authentic.",
    "The views expressed in this report are those of its authors and do not bind any government.",
    "A final report with recommendations will be published some eight weeks after the end of the process.",
    "The press conference will take place at ten o’clock in the large hall of the press centre.",
    "All figures are provisional and will be confirmed as soon as the final results have been certified.",
    "Members of the press who wish to attend are asked to show their accreditation at the entrance.",
    "The meeting was held behind closed doors, and no record of the discussion was made public.",
)
_WITH_NAME = (
    "According to the {name}, {rest}",
    "{person} of the {name} recalled that {rest}",
    "In the opinion of the {name} {rest}",
    "Speaking for the {name}, {person} said that {rest}",
)
_HEADS = ("PRESS RELEASE", "STATEMENT", "NEWS", "COMMUNIQUÉ")
_STARTERS = (
    "The",
    "It",
    "This",
    "That",
    "In",
    "He",
    "We",
    "They",
    "A",
    "An",
    "If",
    "As",
    "There",
    "These",
    "At",
    "But",
)


class World:
    """What the publishers always write, made once for an archive."""

    def __init__(self, chain: Chain, draw: random.Random, truth: Truth) -> None:
        self.chain, self.draw, self.truth = chain, draw, truth
        self._about = {p.id: self._made(f"About the {p.name}:", 2, 3) for p in PUBLISHERS if not p.agency}
        self._background = {p.id: self._made("Background:", 6, 8) for p in PUBLISHERS[:3]}
        truth.traps |= {"formula": list(FORMULAS), "name": [p.name for p in PUBLISHERS]}

    def _made(self, head: str, fewest: int, most: int) -> str:
        sentences = [self.chain.sentence(self.draw, 14) for _ in range(self.draw.randint(fewest, most))]
        return " ".join([head, *sentences])

    def heading(self) -> str:
        return self.draw.choice(_HEADS)

    def sentence(self, fewest: int = 8) -> Sentence:
        return Sentence(self.chain.sentence(self.draw, fewest))

    def person(self) -> str:
        return self.draw.choice(PEOPLE)

    def with_name(self) -> Sentence:
        """A sentence with the long name of a body in it."""
        name = self.draw.choice(BODIES)[1]
        rest = lowered(self.chain.sentence(self.draw))
        frame = self.draw.choice(_WITH_NAME)
        words = frame.format(name=name, person=self.person(), rest=rest)
        return Sentence(words, plain=False)

    def formula(self) -> Sentence:
        return Sentence(self.draw.choice(FORMULAS), plain=False)

    def with_date(self, day: date) -> Sentence:
        place = self.draw.choice(PUBLISHERS).city
        words = f"The next meeting will be held on {day:%A}, {told(day)}, in {place}."
        self.truth.traps.setdefault("dated sentence", []).append(words)
        return Sentence(words, plain=False)

    def tail(self, sketch: Sketch, background: bool = False) -> list[str]:
        """What stands under a document of its publisher, noted as furniture."""
        blocks = [(self._background[sketch.publisher.id], "background")] if background else []
        blocks += self._closing(sketch.publisher, sketch.day)
        self.truth.furniture += [Furniture(sketch.id, text, sort) for text, sort in blocks]
        return [text for text, _ in blocks]

    def _closing(self, publisher: Publisher, day: date) -> list[tuple[str, str]]:
        number = f"+00 {self.draw.randint(200, 999)} {self.draw.randint(1000, 9999)}"
        varying = publisher.id in ("pcra", "uiec", "lake-telegraph")
        if publisher.agency:
            notice = f"© {publisher.name}. Reprinting is allowed with a link to the source."
            if varying:
                notice = f"© {publisher.name}, {told(day)}. Reprinting is allowed with a link to the source."
            share = f"Share this story of {publisher.name}: print it, mail it to a friend, copy the link"
            return [(notice, "same, varying date" if varying else "notice"), (share, "share line")]
        contact = f"For further information contact the press office in {publisher.city}, telephone +00 555 0100."
        if varying:
            contact = f"For further information until {told(day)} contact {self.person()}, telephone {number}."
        return [(self._about[publisher.id], "about"), (contact, "same, varying date" if varying else "contact")]


def lowered(sentence: str) -> str:
    """A sentence as it stands in the middle of another."""
    first, _, rest = sentence.partition(" ")
    return f"{first.lower() if first in _STARTERS else first} {rest}"


def write_authority(folder: Path) -> None:
    """The publishers and their towns as authority files."""
    folder.mkdir(parents=True, exist_ok=True)
    cities = sorted({publisher.city for publisher in PUBLISHERS})
    places = {city.lower().replace(" ", "-"): {"name": city} for city in cities}
    bodies = {p.id: {"name": p.name, "place": p.city.lower().replace(" ", "-")} for p in PUBLISHERS}
    for name, entries in (("places", places), ("organisations", bodies)):
        text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
