"""The curator's decisions about what the machine found: `content/decisions.yml`, read and checked.

Each is anchored by document, quote and the words around it, so that it is found again after every build.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.authority import REFERENCES, Authority, Entry
from generator.errors import AuthorityError, BrokenFileError
from generator.model import DIRECTED, ENTITY_FACTS, MUTUAL
from generator.yamlfile import Lines, YamlFault, read_yaml

NAME = "decisions.yml"

_FIELDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "reject": (frozenset(("document", "quote")), frozenset(("entity", "before", "after"))),
    "identify": (frozenset(("document", "quote", "entity")), frozenset(("before", "after"))),
    "confirm": (frozenset(("document", "quote", "entity")), frozenset(("before", "after"))),
    "merge": (frozenset(("entity", "into")), frozenset()),
    "split": (frozenset(("entity", "into", "documents")), frozenset()),
}
"""What each decision must say, and what it may say beside `by`, `on` and `why`."""

_RELATED: Mapping[str, tuple[frozenset[str], frozenset[str]]] = dict.fromkeys(
    ("confirm", "reject"), (frozenset(("document", "relation", "to")), frozenset(("quote",)))
)
"""The same for decisions about relations, which are known by their `relation`."""

_SIGNATURE = frozenset(("do", "by", "on", "why"))


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision about a mention."""

    do: str
    """`reject`, `identify` or `confirm`."""
    document: str
    quote: str
    entity: str | None
    before: str | None
    """Words that stand right before the quote, where it stands in the document more than once."""
    after: str | None
    line: int
    """Where it stands in the file, from 1."""
    reason: str | None = None
    """Why, and who says so."""


@dataclass(frozen=True, slots=True)
class RelationDecision:
    """One decision about what two documents have to do with each other."""

    do: str
    """`confirm` or `reject`."""
    document: str
    relation: str
    to: str
    quote: str | None
    """Words of the document at which the link stands, where not all links between the two are meant."""
    line: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions."""

    mentions: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    """By document."""
    merged: Mapping[str, str] = field(default_factory=dict)
    """Entities that are another one."""
    split: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By document: an entity that is another one there."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """For each document the line of the first decision about it."""
    relations: tuple[RelationDecision, ...] = ()

    def of(self, document: str) -> tuple[tuple[Decision, ...], Mapping[str, str]]:
        """What was decided about one document: its mentions, and who is another one there."""
        return self.mentions.get(document, ()), self.split.get(document, {})


def read_decisions(path: Path, root: Path, authority: Authority) -> tuple[Decisions, list[AuthorityError]]:
    """The decisions of an archive, and what is wrong in them; a wrong one is left out alone.

    Raises:
        AuthorityError: the file is no YAML list; its status is 2.
    """
    shown = path.relative_to(root).as_posix()
    if not path.exists():
        return Decisions(), []
    try:
        data, lines, _ = read_yaml(path.read_bytes())
    except YamlFault as fault:
        raise BrokenFileError(shown, fault.line, f"is no YAML ({fault})", "mend the line and build again") from fault
    if data is not None and not isinstance(data, list):
        raise BrokenFileError(shown, 1, "is no list of decisions", "begin each with `- {do: …`")
    problems: list[AuthorityError] = []
    good = []
    for number, given in enumerate(data or []):
        line = _line(lines, number)
        fault_ = _fault(given, authority)
        if fault_:
            problems.append(AuthorityError(shown, line, fault_, "mend it; until then it is not applied"))
        else:
            good.append((given, line))
    decisions, circles = _gathered(good)
    what = "leads in a circle, or the entry is merged already"
    problems += [AuthorityError(shown, line, what, "remove one of the decisions") for line in circles]
    return decisions, problems


def merged(authority: Authority, merges: Mapping[str, str]) -> Authority:
    """The authority in which each merged entry lends its names to the other, and stands there no more."""
    if not merges:
        return authority
    entries = dict(authority.entries)
    for gone, kept in merges.items():
        first, second = entries.pop(gone), entries[kept]
        short = getattr(first, "abbreviation", None)
        names = [*second.also, first.name, *first.also, *([short] if short else [])]
        by_language = {
            language: [*dict.fromkeys([*second.names.get(language, []), *first.names.get(language, [])])]
            for language in {**second.names, **first.names}
        }
        update: dict[str, Any] = {"also": [*dict.fromkeys(names)], "names": by_language}
        for several in ("former", "terms", "roles", "missions"):
            if getattr(first, several, None):
                update[several] = [*getattr(second, several), *getattr(first, several)]
        entries[kept] = second.model_copy(update=update)
    for name, field_name, target in REFERENCES:
        ids = {g.partition("/")[2]: k.partition("/")[2] for g, k in merges.items() if g.startswith(f"{target}/")}
        for key in [key for key in entries if ids and key.startswith(f"{name}/")]:
            entries[key] = _redirected(entries[key], field_name, ids)
    return replace(authority, entries=entries, digest=f"{authority.digest} {sorted(merges.items())}")


_WORDS: Mapping[str, str] = {
    **ENTITY_FACTS,
    **{"collection": "collections", "events": "events", "topics": "topics"},
}
"""What the curator says of a document by an id, and the folder of each."""


def redirected(word: Mapping[str, Any], merges: Mapping[str, str]) -> dict[str, Any]:
    """The curator's word about a document, with the ids of those that stay for those that were merged."""

    def kept(folder: str, id: Any) -> Any:
        return merges.get(f"{folder}/{id}", f"/{id}").partition("/")[2] if isinstance(id, str) else id

    made = dict(word)
    for name, folder in _WORDS.items():
        if name in made:
            value = made[name]
            made[name] = [kept(folder, id) for id in value] if isinstance(value, list) else kept(folder, value)
    also = (made.get("annotate") or {}).get("also")
    if also:
        made["annotate"] = {**made["annotate"], "also": {words: merges.get(key, key) for words, key in also.items()}}
    return made


def _redirected(entry: Entry, field_name: str, ids: Mapping[str, str]) -> Entry:
    """The entry with the ids in a field, as `roles.at`, of those that stay."""
    outer, _, inner = field_name.partition(".")
    found = getattr(entry, outer)
    if inner:
        value = [item.model_copy(update={inner: ids.get(getattr(item, inner), getattr(item, inner))}) for item in found]
    else:
        value = [ids.get(id, id) for id in found] if isinstance(found, list) else ids.get(found, found)
    return entry if value == found else entry.model_copy(update={outer: value})


def _merges(good: list[tuple[Mapping[str, Any], int]]) -> tuple[dict[str, str], list[int]]:
    """Each merged entity with the one that stays in the end, and the lines of merges that lead in a circle."""
    merges: dict[str, str] = {}
    circles = []
    for given, line in good:
        if given["do"] == "merge":
            if given["entity"] in merges or _last(given["into"], merges) == given["entity"]:
                circles.append(line)
            else:
                merges[given["entity"]] = given["into"]
    return {gone: _last(kept, merges) for gone, kept in merges.items()}, circles


def _last(entity: str, merges: Mapping[str, str]) -> str:
    while entity in merges:
        entity = merges[entity]
    return entity


def _gathered(good: list[tuple[Mapping[str, Any], int]]) -> tuple[Decisions, list[int]]:
    mentions: dict[str, list[Decision]] = {}
    merges, circles = _merges(good)
    lines: dict[str, int] = {}
    split: dict[str, dict[str, str]] = {}
    relations = []
    for given, line in good:
        if given["do"] == "merge":
            continue
        if "relation" in given:
            told = {name: given.get(name) for name in ("do", "document", "relation", "to", "quote")}
            lines.setdefault(given["document"], line)
            relations.append(RelationDecision(**told, line=line, reason=_reason(given)))  # type: ignore[arg-type]
            continue
        if given["do"] == "split":
            for document in given["documents"]:
                lines.setdefault(document, line)
                split.setdefault(document, {})[_last(given["entity"], merges)] = _last(given["into"], merges)
        else:
            told = {name: given.get(name) for name in ("do", "document", "quote", "entity", "before", "after")}
            lines.setdefault(given["document"], line)
            told["entity"] = _last(told["entity"], merges) if told["entity"] else None
            mentions.setdefault(given["document"], []).append(Decision(**told, line=line, reason=_reason(given)))  # type: ignore[arg-type]
    told_of = {document: tuple(several) for document, several in mentions.items()}
    return Decisions(told_of, merges, split, lines, tuple(relations)), circles


def strangers(decisions: Decisions, documents: Container[str]) -> Iterator[tuple[str, int]]:
    """The documents that decisions speak of and that are not there, with the line of the first decision."""
    yield from ((document, line) for document, line in sorted(decisions.lines.items()) if document not in documents)


def _fault(given: Any, authority: Authority) -> str | None:
    """What is wrong with one decision."""
    if not isinstance(given, dict) or str(given.get("do")) not in _FIELDS:
        return f"a decision begins with `do:`, one of {', '.join(_FIELDS)}"
    needed, allowed = (_RELATED if "relation" in given else _FIELDS).get(given["do"], _FIELDS[given["do"]])
    missing, strange = sorted(needed - set(given)), sorted(set(given) - needed - allowed - _SIGNATURE)
    if missing or strange:
        return f"`{given['do']}` " + (f"lacks `{missing[0]}`" if missing else f"knows no `{strange[0]}`")
    wrong = next((n for n in (*needed, *allowed) if n in given and n != "documents" and not _is_words(given[n])), None)
    if wrong:
        return f"`{wrong}` must be words"
    documents = given.get("documents", [])
    if not isinstance(documents, list) or not all(map(_is_words, documents)):
        return "`documents` must be a list of ids"
    if "relation" in given and given["to"] == given["document"]:
        return "a document has no relation to itself"
    if "relation" in given and given["relation"] not in DIRECTED | MUTUAL:
        return f"there is no relation `{given['relation']}`; use one of {', '.join(DIRECTED | MUTUAL)}"
    return next(_unlinkable(given, authority), None)


def _reason(given: Mapping[str, Any]) -> str | None:
    """Why something was decided, and by whom, where the curator says so."""
    why, by = given.get("why"), given.get("by")
    return " ".join(filter(None, (str(why) if why else "", f"({by})" if by else ""))) or None


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _unlinkable(given: Mapping[str, Any], authority: Authority) -> Iterator[str]:
    """What keeps the entities of a decision from being what it says."""
    keys = [given[name] for name in ("entity", "into") if name in given]
    yield from (f"there is no entity `{key}`" for key in keys if authority.get(key) is None)
    if given["do"] != "reject":  # what is never linked is not named by a decision either
        yield from (f"`{key}` is never to be linked" for key in keys if not authority.links(key))
    if given["do"] in ("merge", "split") and keys[0].partition("/")[0] != keys[1].partition("/")[0]:
        yield f"`{keys[0]}` and `{keys[1]}` stand in two authority files"


def _line(lines: Lines, number: int) -> int:
    return next((line for path, line in lines.items() if path[0] == number), 1)
