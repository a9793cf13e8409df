"""The authority files: who, what and where the archive knows, read and checked entry by entry."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from generator import edtf
from generator.errors import AuthorityError, BrokenFileError
from generator.model import ENTITY_KINDS
from generator.text import key
from generator.yamlfile import Line, Lines, YamlFault, read_yaml


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


_ID = re.compile(r"\w[\w.-]*")


def _edtf(value: Any) -> Any:
    """A date as EDTF; a year that YAML reads as a number, too."""
    date = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(date, str) and not edtf.valid(date):
        raise ValueError(f"`{date}` is no date in EDTF: write `2019`, `2019-05` or `2019-05-15`")
    return date


_FOR_EDITORS = {"type": ["string", "integer"], "pattern": r"^[\dXYES~?%./,{}\[\]-]+$"}
Edtf = Annotated[str, BeforeValidator(_edtf), Field(description="A date in EDTF", json_schema_extra=_FOR_EDITORS)]


class Former(_Frozen):
    """A name that was borne for a time."""

    name: str
    from_: Edtf | None = Field(None, alias="from")
    to: Edtf | None = None


class Role(_Frozen):
    """An office held."""

    title: str
    at: str | None = None
    from_: Edtf | None = Field(None, alias="from")
    to: Edtf | None = None


class Mission(_Frozen):
    """A body's mission to an event."""

    of: str
    kind: str | None = None
    head: str | None = None
    from_: Edtf | None = Field(None, alias="from")
    to: Edtf | None = None


class Entry(_Frozen):
    """What all authority entries have."""

    id: str
    folder: str
    """The authority file, which is also the folder of its page: `people`."""
    name: str
    sort: str | None = None
    names: dict[str, list[str]] = Field(default_factory=dict)
    """Names by language (ISO 639-1)."""
    also: list[str] = Field(default_factory=list)
    """Other spellings."""
    about: str | None = None
    former: list[Former] = Field(default_factory=list)
    same_as: dict[str, str] = Field(default_factory=dict)
    visibility: Literal["public", "no-page", "never-link"] = "public"

    @property
    def key(self) -> str:
        """How mentions and addresses name it: `people/kazakbaev-ruslan`."""
        return f"{self.folder}/{self.id}"

    @property
    def filed_under(self) -> str:
        """What it is sorted by: `sort`, else its name."""
        return self.sort or self.name

    @field_validator("names", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {lang: [names] if isinstance(names, str) else names for lang, names in value.items()}
        return value


class Person(Entry):
    """Someone."""

    roles: list[Role] = Field(default_factory=list)


class Organisation(Entry):
    """A body."""

    abbreviation: str | None = None
    part_of: str | None = None
    place: str | None = None
    address: str | None = None


class Place(Entry):
    """Somewhere."""

    latitude: float | None = Field(None, ge=-90, le=90)
    longitude: float | None = Field(None, ge=-180, le=180)
    within: str | None = None


class Event(Entry):
    """Something that happened on known days, such as a vote."""

    kind: str | None = None
    date: Edtf | None = None
    place: str | None = None
    missions: list[Mission] = Field(default_factory=list)
    expects: list[str] = Field(default_factory=list)


class Topic(Entry):
    """A subject."""

    terms: list[str] = Field(default_factory=list)
    broader: str | None = None


class Kind(Entry):
    """A kind of document."""

    terms: list[str] = Field(default_factory=list)
    abbreviation: str | None = None
    of: list[str] = Field(default_factory=list)
    """Organisations whose habit it is."""
    symbol: str | None = None
    """A regular expression of the symbols that such documents bear."""
    reports: bool = False
    cited_as: Literal["report", "news", "document"] | None = None
    """What it is in a bibliography; else the noun of its name says."""

    @field_validator("symbol")
    @classmethod
    def _is_pattern(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error as fault:
            raise ValueError(f"`{value}` is no regular expression ({fault})") from fault
        return value


class Collection(Entry):
    """A fonds, series or file (ISAD(G))."""

    part_of: str | None = None
    level: str | None = None
    reference_code: str | None = None
    dates: str | None = None
    extent: str | None = None
    scope: str | None = None
    arrangement: str | None = None
    access: Literal["open", "extract", "metadata", "hidden"] | None = None
    rights: str | None = None
    licence: str | None = None


MODELS: Mapping[str, type[Entry]] = dict(
    zip(ENTITY_KINDS, (Person, Organisation, Place, Event, Topic, Kind, Collection), strict=True)
)
"""Each authority file with the form of its entries."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of an authority file, by which an editor completes and checks it."""
    entry = MODELS[name].model_json_schema(by_alias=True)
    definitions = entry.pop("$defs", {})
    for field_name in ("id", "folder"):  # the key of the entry, and the file
        entry["properties"].pop(field_name)
        entry["required"].remove(field_name)
    languages = entry["properties"]["names"]
    languages["additionalProperties"] = {"anyOf": [{"type": "string"}, languages["additionalProperties"]]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{name}.yml",
        "type": "object",
        "additionalProperties": entry,
        **({"$defs": definitions} if definitions else {}),
    }


@dataclass(frozen=True, slots=True)
class Expansion:
    """What an abbreviation stands for."""

    long: str
    within: str | None = None
    """The publisher or collection in whose texts it does."""


@dataclass(frozen=True, slots=True, eq=False)
class Authority:
    """All entries that are valid; one is read for an archive, and equal to itself alone, so that it keys a cache."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    """By key, such as `people/kazakbaev-ruslan`."""
    abbreviations: Mapping[str, tuple[Expansion, ...]] = field(default_factory=dict)
    digest: str = ""
    """SHA-256 of the files."""

    def get(self, key: str) -> Entry | None:
        """The entry of that key."""
        return self.entries.get(key)

    def links(self, key: str) -> bool:
        """Whether anything may lead to the entity or name it by its entry: `never-link` forbids it."""
        entry = self.entries.get(key)
        return entry is not None and entry.visibility != "never-link"

    def hides(self, key: str) -> bool:
        """Whether there is an entry that `never-link` keeps from being named."""
        return key in self.entries and not self.links(key)

    def surroundings(self, place: str | None) -> list[str]:
        """A place and all that it lies within, the smallest first; nothing where no entry has it."""
        found: list[str] = []
        while place and place not in found and (entry := self.get(f"places/{place}")):
            found.append(place)
            place = getattr(entry, "within", None)
        return found

    def country(self, place: str | None) -> str | None:
        """The outermost place that a place lies within."""
        return next(reversed(self.surroundings(place)), None)

    def folder(self, name: str) -> list[Entry]:
        """The entries of one authority file, in its order."""
        return [entry for entry in self.entries.values() if entry.folder == name]

    def name(self, key: str) -> str:
        """What to call the entity: its name, or the id where there is no entry."""
        entry = self.entries.get(key)
        return entry.name if entry else key.partition("/")[2] or key


def read_authority(folder: Path, root: Path) -> tuple[Authority, list[AuthorityError]]:
    """All authority files of a folder, and what is wrong in them; an invalid entry is left out alone.

    Raises:
        AuthorityError: a file is no YAML mapping; its status is 2.
    """
    problems: list[AuthorityError] = []
    entries: dict[str, Entry] = {}
    digest = hashlib.sha256()
    for name, model in MODELS.items():
        for entry in _read_file(folder / f"{name}.yml", root, name, model, problems, digest):
            entries[entry.key] = entry
    abbreviations = _read_abbreviations(folder / "abbreviations.yml", root, problems, digest)
    problems += _strangers(folder, root)
    problems += _dangling(entries, folder, root)
    problems += _shared_names(entries.values(), folder, root)
    return Authority(entries, abbreviations, digest.hexdigest()), problems


def _strangers(folder: Path, root: Path) -> Iterator[AuthorityError]:
    """Files that are no authority files by their name: `people.yaml`, a typo."""
    known = {f"{name}.yml" for name in (*MODELS, "abbreviations")}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in known and not path.name.startswith("."):
            remedy = f"call it one of {', '.join(sorted(known))}"
            yield AuthorityError(path.relative_to(root).as_posix(), 1, "is no authority file by its name", remedy)


def _read_file(
    path: Path, root: Path, name: str, model: type[Entry], problems: list[AuthorityError], digest: Any
) -> Iterator[Entry]:
    data, lines, shown = _load(path, root, problems, digest)
    for id, facts in data.items():
        try:
            if not isinstance(facts, dict):
                raise TypeError("an entry is a mapping with at least a `name`")
            if not _ID.fullmatch(str(id)) or id == "index":
                raise TypeError("an id is one word of letters, figures and hyphens, the name of its page")
            given = {"id": id, "folder": name, **facts}
            yield model.model_validate({field: value for field, value in given.items() if value is not None})
        except (ValidationError, TypeError) as fault:
            problems += _invalid(fault, id, shown, lines)


def _load(path: Path, root: Path, problems: list[AuthorityError], digest: Any) -> tuple[dict[str, Any], Lines, str]:
    shown = path.relative_to(root).as_posix()
    if not path.exists():
        return {}, {}, shown
    raw = path.read_bytes()
    digest.update(shown.encode() + b"\0" + raw)
    try:
        data, lines, duplicates = read_yaml(raw)
    except YamlFault as fault:
        raise BrokenFileError(shown, fault.line, f"is no YAML ({fault})", "mend the line and build again") from fault
    if data is not None and not isinstance(data, dict):
        raise BrokenFileError(shown, 1, "is no mapping of ids to entries", "begin each entry with `id:`")
    for where, line in duplicates:
        problems.append(
            AuthorityError(shown, line, f"`{'.'.join(map(str, where))}` stands twice", "keep one; the first is used")
        )
    return data or {}, lines, shown


def _invalid(fault: ValidationError | TypeError, id: str, path: str, lines: Lines) -> list[AuthorityError]:
    remedy = "mend it; the entry is left out"
    if isinstance(fault, TypeError):
        return [AuthorityError(path, lines.get((id,)), f"`{id}`: {fault}", remedy)]
    made = []
    for error in fault.errors():
        where = tuple(error["loc"])
        at = next((lines[(id, *where[:n])] for n in range(len(where), -1, -1) if (id, *where[:n]) in lines), Line(1))
        what = f"`{id}`: {'.'.join(map(str, where))}: {_in_words(error['msg'])} (column {at.column})"
        made.append(AuthorityError(path, at, what, remedy))
    return made


def _in_words(message: str) -> str:
    """What pydantic says, in words for a curator."""
    known = {"Extra inputs are not permitted": "is no field of such an entry", "Field required": "is missing"}
    own = message.removeprefix("Value error, ")  # what a check here says
    return own if own != message else known.get(message, message.lower())


def _read_abbreviations(
    path: Path, root: Path, problems: list[AuthorityError], digest: Any
) -> dict[str, tuple[Expansion, ...]]:
    data, lines, shown = _load(path, root, problems, digest)
    made = {}
    for short, meant in data.items():
        several = meant if isinstance(meant, list) else [meant]
        try:
            expansions = tuple(Expansion(m) if isinstance(m, str) else Expansion(**m) for m in several)
            if not str(short).strip() or not all(isinstance(e.long, str) and e.long for e in expansions):
                raise TypeError("no words")
            made[short] = expansions
        except TypeError:
            remedy = "write `ABC: words`, or a list of {long, within}"
            problems.append(AuthorityError(shown, lines.get((short,)), f"`{short}` has no expansion", remedy))
    return made


REFERENCES = (
    ("organisations", "part_of", "organisations"),
    ("organisations", "place", "places"),
    ("places", "within", "places"),
    ("events", "place", "places"),
    ("events", "kind", "topics"),
    ("topics", "broader", "topics"),
    ("collections", "part_of", "collections"),
    ("people", "roles.at", "organisations"),
    ("events", "missions.of", "organisations"),
    ("events", "missions.head", "people"),
    ("events", "expects", "kinds"),
    ("kinds", "of", "organisations"),
)
"""Fields whose value is the id of another entry, or several: folder, field, folder of the other."""


def _dangling(entries: Mapping[str, Entry], folder: Path, root: Path) -> Iterator[AuthorityError]:
    for entry in entries.values():
        for name, field_name, target in REFERENCES:
            for value in _values(entry, field_name) if entry.folder == name else ():
                if f"{target}/{value}" in entries or (name, field_name) == ("events", "kind"):
                    continue  # a kind of event may be a word that no topic is named after
                path = (folder / f"{name}.yml").relative_to(root).as_posix()
                line = _line_of(folder / f"{name}.yml", entry.id)
                what = f"`{entry.id}`: {field_name}: there is no `{value}` in {target}.yml"
                yield AuthorityError(path, line, what, "add the entry or mend the id")


def _values(entry: Entry, field_name: str) -> list[str]:
    """The ids in a field; `roles.at` reads the field `at` of each role."""
    outer, _, inner = field_name.partition(".")
    found = getattr(entry, outer)
    several = (
        [getattr(item, inner) for item in found] if inner else found if isinstance(found, tuple | list) else [found]
    )
    return [value for value in several if value]


def _shared_names(entries: Iterable[Entry], folder: Path, root: Path) -> Iterator[AuthorityError]:
    """A name that two entries of one file claim; both stay, and the name is linked to neither."""
    claimed: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.folder in ("people", "organisations", "places"):
            for name in dict.fromkeys(key(n) for n in [entry.name, *entry.also]):
                claimed[entry.folder, name].append(entry)
    for (name_of, name), several in claimed.items():
        if len(several) > 1:
            path = folder / f"{name_of}.yml"
            ids = " and ".join(f"`{entry.id}`" for entry in several)
            what = f"the name “{name}” is claimed by {ids}"
            remedy = "tell them apart by another spelling; until then the name is not linked"
            yield AuthorityError(path.relative_to(root).as_posix(), _line_of(path, several[1].id), what, remedy)


def _line_of(path: Path, id: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.split(":")[0].strip("\"' ") == id), 1)
