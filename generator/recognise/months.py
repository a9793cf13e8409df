"""Names of the months in the languages that dates are read in."""

from __future__ import annotations

MONTHS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("january", "jan", "jany"),
        ("february", "feb", "febr", "feby"),
        ("march", "mar"),
        ("april", "apr", "apl"),
        ("may",),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug", "augt"),
        ("september", "sept", "sep", "septr"),
        ("october", "oct", "octr"),
        ("november", "nov", "novr"),
        ("december", "dec", "decr"),
    ),
    "ru, ky": (
        ("январ", "янв"),
        ("феврал", "фев"),
        ("март",),
        ("апрел", "апр"),
        ("мая", "май", "мае"),
        ("июн",),
        ("июл",),
        ("август", "авг"),
        ("сентябр", "сен"),
        ("октябр", "окт"),
        ("ноябр", "нояб"),
        ("декабр", "дек"),
    ),
    "kk": (
        ("қаңтар",),
        ("ақпан",),
        ("наурыз",),
        ("сәуір",),
        ("мамыр",),
        ("маусым",),
        ("шілде",),
        ("тамыз",),
        ("қыркүйек", "қыркүйег"),
        ("қазан",),
        ("қараша",),
        ("желтоқсан",),
    ),
    "tr": (
        ("ocak", "ocağ"),
        ("şubat", "şubad"),
        ("mart",),
        ("nisan",),
        ("mayıs",),
        ("haziran",),
        ("temmuz",),
        ("ağustos",),
        ("eylül",),
        ("ekim",),
        ("kasım",),
        ("aralık", "aralığ"),
    ),
    "fr": (
        ("janvier",),
        ("février", "fevrier"),
        ("mars",),
        ("avril",),
        ("mai",),
        ("juin",),
        ("juillet",),
        ("août", "aout"),
        ("septembre",),
        ("octobre",),
        ("novembre",),
        ("décembre", "decembre"),
    ),
    "de": (
        ("januar", "jänner"),
        ("februar",),
        ("märz",),
        ("april",),
        ("mai",),
        ("juni",),
        ("juli",),
        ("august",),
        ("september",),
        ("oktober",),
        ("november",),
        ("dezember",),
    ),
    "es": (
        ("enero",),
        ("febrero",),
        ("marzo",),
        ("abril",),
        ("mayo",),
        ("junio",),
        ("julio",),
        ("agosto",),
        ("septiembre", "setiembre"),
        ("octubre",),
        ("noviembre",),
        ("diciembre",),
    ),
}
"""Beginnings of the names, by language, in the order of the months."""

INFLECTED = ("ru, ky", "kk", "tr")
"""Languages in which letters may follow: `январ` is found in `января`, `январында`; elsewhere a name is whole."""

MONTH_OF = {name: number for names in MONTHS.values() for number, forms in enumerate(names, 1) for name in forms}
"""The month's number by the beginning of its name."""


def month_of(name: str) -> int | None:
    """The number of the month whose name begins so, in any case; `KASIM` is `Kasım`, `Kasim` is a person's name."""
    plain = name.lower().replace("i\u0307", "i")
    return MONTH_OF.get(plain) or (MONTH_OF.get(plain.replace("i", "ı")) if name.isupper() else None)


WHOLE = frozenset(
    name for language, names in MONTHS.items() if language not in INFLECTED for forms in names for name in forms
)
"""The names that no letter may follow."""
