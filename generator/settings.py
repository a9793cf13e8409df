"""What an archive sets in `mkdocs.yml`, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import localedata

from generator.errors import SettingsError
from generator.numbering import Numbering, read_numberings

ACCESS = ("open", "extract", "metadata", "hidden")
"""How much of a document is shown, from most to least."""


TEXTS = ("originals", "abstracts")
"""What the texts are: those of the documents themselves, or the archive's own abstracts of them."""

ORDERS = ("day-month", "month-day")
"""How a date in figures is read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the plugin `regesta`."""

    languages: tuple[str, ...] = ("en",)
    """ISO 639-1 codes of the languages that texts may be in."""
    date_order: str = "day-month"
    """How `09.06.2019` is read: `day-month` or `month-day`."""
    first_year: int = 1000
    last_year: int = 2100
    """Years outside these are not taken for dates."""
    access: str = "open"
    """What holds for a document of which nothing else is said."""
    references: tuple[Numbering, ...] = ()
    """How texts number the archive's documents, tried in order."""


def settings_from(config: Mapping[str, Any]) -> Settings:
    """The settings from the plugin's configuration, of which MkDocs has checked the form alone.

    Raises:
        SettingsError: a value cannot be used.
    """
    dates = {"order": ORDERS[0], "from": 1000, "to": 2100} | (config.get("dates") or {})
    if dates["order"] not in ORDERS:
        raise _wrong("dates: order", dates["order"], f"write {' or '.join(ORDERS)}")
    for end in ("from", "to"):
        if not str(dates[end]).isdecimal():
            raise _wrong(f"dates: {end}", dates[end], "write a year")
    for language in config.get("languages") or ():
        if not re.fullmatch("[a-z]{2,3}", str(language)):
            raise _wrong("languages", language, "write codes of ISO 639, as in [en, ru]")
    return Settings(
        languages=tuple(config.get("languages") or ("en",)),
        date_order=dates["order"],
        first_year=int(dates["from"]),
        last_year=int(dates["to"]),
        access=config.get("access") or "open",
        references=read_numberings(config.get("references") or []),
    )


REPORTS = ("correct", "protect")
"""What a reader may report: a fault, or that something should be removed or protected."""


def report_addresses(config: Mapping[str, Any]) -> dict[str, str]:
    """The addresses of `report_to:`.

    Raises:
        SettingsError: another key, or what is neither `https:` nor `mailto:`.
    """
    for key, address in config.items():
        if key not in REPORTS:
            raise _wrong("report_to", key, f"write {' or '.join(REPORTS)}")
        if not re.match(r"https?://\S+$|mailto:\S+@\S+$", str(address)):
            raise _wrong(f"report_to: {key}", address, "write an address, https://… or mailto:…")
    return {key: str(address) for key, address in config.items()}


def interface_language(code: str) -> str:
    """The language of the interface (ISO 639) out of `theme: language:`, such as `pt` out of `pt-BR`.

    Raises:
        SettingsError: there is no such language.
    """
    language = code.replace("_", "-").partition("-")[0].lower()
    if not language.isalpha() or not localedata.exists(language):
        raise _wrong("theme: language", code, "write a code of ISO 639, such as `en`")
    return language


def _wrong(name: str, value: Any, remedy: str) -> SettingsError:
    return SettingsError("mkdocs.yml", None, f"`{name}: {value}` cannot be used", remedy)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are in an archive."""

    root: Path
    """The folder of `mkdocs.yml`."""

    @property
    def content(self) -> Path:
        """What the curator keeps; no build writes into it."""
        return self.root / "content"

    @property
    def sources(self) -> Path:
        """The source texts."""
        return self.content / "sources"

    @property
    def authority(self) -> Path:
        """The authority files."""
        return self.content / "authority"

    @property
    def build(self) -> Path:
        """What is made on the way, never committed."""
        return self.root / "build"

    @property
    def docs(self) -> Path:
        """The Markdown tree and the exports that MkDocs takes."""
        return self.build / "docs"

    @property
    def lean(self) -> Path:
        """The style sheets and scripts of our theme as they are published."""
        return self.build / "lean"

    @property
    def search(self) -> Path:
        """The pages that the search index is made from."""
        return self.build / "search"
