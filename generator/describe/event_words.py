"""Words by which texts place a vote in time: as to come or as over, before and behind its kind; kinds of document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.authority import Authority, Kind

_UP_TO_THREE = r"\s+(?:[\w’'-]+\s+){0,3}$"
_TO_COME = re.compile(
    r"\b(?:upcoming|forthcoming|coming|next|предстоящ\w+|состо[ия]тся|пройд[ёеу]т|алдағы|алдыдагы|yaklaşan"
    r"|bevorstehend\w*)" + _UP_TO_THREE,
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:recent|past|прошедш\w+|минувш\w+|состоял(?:ись|ся|ась)|прошли|прош[её]л|өткен|өткөн)" + _UP_TO_THREE,
    re.IGNORECASE,
)
"""What stands before the kind of a vote that is to come, and of one that is over."""
_LEADS_UP_TO = re.compile(
    r"\b(?:ahead of|in the run-up to|on the eve of|prepar(?:es?|ing|ations?) (?:for|of)|накануне|подготовк\w+ к)"
    + _UP_TO_THREE,
    re.IGNORECASE,
)
_LOOKS_BACK_ON = re.compile(
    r"\b(?:after|following|since|results? of|outcome of|conclusion of|после|по итогам|итог\w+)" + _UP_TO_THREE,
    re.IGNORECASE,
)
"""The same, less sure: a report on a vote tells what was done ahead of it, a plan what is to be done after it."""
_WHERE = r"(?:\s+(?:in|on|of|for)\s[^.;!?]{1,60}?)?,?\s+(?:(?:which|that)\s+)?"
_IS_TO_COME = re.compile(
    _WHERE + r"(?:(?:will|shall|is to|are to|to)\s(?:\w+\s)?(?:be held|take place)"
    r"|(?:is|are)\s(?:due|scheduled|set|expected|planned)|due|scheduled)\b"
    r"|[^.;!?]{0,60}?\s(?:состо[ия]тся|пройд[ёеу]т|yapılacak|gerçekleştirilecek|düzenlenecek|өтеді|өтөт)\b",
    re.IGNORECASE,
)
_IS_OVER = re.compile(
    _WHERE + r"(?:(?:was|were|has been|have been)\s(?:\w+\s)?(?:held|conducted|organi[sz]ed)"
    r"|took place|(?:has|have) taken place)\b"
    r"|[^.;!?]{0,60}?\s(?:состоял(?:ись|ся|ась)|прошли|прош[её]л|yapıldı|gerçekleştirildi|düzenlendi|өтті|өттү)\b",
    re.IGNORECASE,
)
"""What stands behind it."""
MISSION = re.compile(
    r"\b(?:mission|observ|delegation|elect|vot(?:e|ing)|ballot|poll|referend|мисси|наблюда|делегаци|выбор|голосова"
    r"|сайлау|байқау|шайлоо|байкоо|seçim|gözlem|heyet|wahl|élect|eleccion)",
    re.IGNORECASE,
)
"""The beginnings of words that make the head of a mission one: he may hold other offices, and travel for them."""
_LATER_ROUND = re.compile(
    r"\b(?:(?:second|2nd) round|run-?offs?|repeat (?:vote|election)s?|втор\w+ тур\w*|екінші тур|экинчи тур"
    r"|ikinci tur)\b",
    re.IGNORECASE,
)


BEFORE, BEHIND = 120, 210
"""Days before and behind a vote in which texts about it are usual: needs assessment to final report."""


@dataclass(frozen=True, slots=True)
class Habit:
    """When documents of a kind come out: between so many days from a vote, negative before it."""

    first: int = -BEFORE
    last: int = BEHIND
    close: bool = False
    """Whether they come so close to their vote that the nearest one is meant."""

    @property
    def tense(self) -> int:
        """-1 for what comes before a vote, 1 for what comes after it, 0 where nothing is known."""
        return (self.first >= 0) - (self.last <= 0)


_HABITS = (
    (r"needs[- ]assessment|pre-?election|оценк\w+ потребност", Habit(last=0)),
    (r"interim|opening|deployment|промежуточн|ara rapor", Habit(last=0, close=True)),
    (r"preliminary|предварительн|ön (?:rapor|bulgu)", Habit(first=0, last=7, close=True)),
    (r"final|follow-up|post-?election|заключительн|итогов|nihai", Habit(first=0)),
)
"""What a kind of document is called, and when such documents come out; the first that fits is taken."""


def told_tense(before: str, behind: str) -> int:
    """-1 where the words around the kind of a vote say that it is to come, 1 that it is over; 0 for neither or both."""
    over = _OVER.search(before) or _IS_OVER.match(behind)
    return bool(over) - bool(_TO_COME.search(before) or _IS_TO_COME.match(behind))


def hinted_tense(before: str) -> int:
    """The same by words that only make it likely."""
    return bool(_LOOKS_BACK_ON.search(before)) - bool(_LEADS_UP_TO.search(before))


@lru_cache(maxsize=256)
def habit_of(authority: Authority, id: str | None) -> Habit:
    """When documents of a kind come out, by what it is called; any time around a vote where that says nothing."""
    kind = authority.get(f"kinds/{id}")
    called = " | ".join([kind.name, *kind.terms]) if isinstance(kind, Kind) else id or ""
    fit = (habit for words, habit in _HABITS if re.search(rf"\b(?:{words})", called, re.IGNORECASE))
    return next(fit, Habit())


def is_later_round(words: str) -> bool:
    """Whether words speak of a second round of a vote, or of its repetition."""
    return bool(_LATER_ROUND.search(words))
