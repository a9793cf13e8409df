"""What the search script knows of the archive: its languages, the tables of `generator.terms`, where its indexes lie.

A search index holds at most 10,000 documents; a larger archive has several, each for a span of years. The spans are
halves of halves of one great span, so that a new document changes none but its own; a year with more is cut by date.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Record, first_day
from generator.render.searched import Value, index_order, search_page, values
from generator.render.site import Site
from generator.store import Kept
from generator.terms import TABLES

PATH = "assets/searching.js"
"""Where the script finds it, below `build/docs`."""
FACETS = "facets.json"
"""What the documents of an index may be found by, beside their pages."""
MOST = 10_000
"""Documents of one index."""
_YEARS = 4096
"""Of the great span, a power of two."""

Index = tuple[str, Sequence[Record]]
"""Where an index lies below that of the whole (the whole itself: an empty path), and its documents by date."""


def indexes(records: Sequence[Record], most: int = MOST) -> list[Index]:
    """The documents parted into indexes by the year of their first day; what bears no date counts as the year 0."""
    in_order = sorted(records, key=index_order)
    if len(in_order) <= most:
        return [("", in_order)]
    return list(_parted(in_order, 0, _YEARS, most))


def _parted(records: Sequence[Record], first: int, years: int, most: int) -> Iterator[Index]:
    if not records:
        return
    if years == 1 and len(records) > most:
        for nth, at in enumerate(range(0, len(records), most)):
            yield f"{first:04}-{nth + 1}", records[at : at + most]
    elif years == 1 or len(records) <= most:
        yield f"{first:04}-{first + years - 1:04}", records
    else:
        middle = first + years // 2
        early = [record for record in records if _year(record) < middle]
        yield from _parted(early, first, years // 2, most)
        yield from _parted(records[len(early) :], middle, years // 2, most)


def _year(record: Record) -> int:
    day = first_day(record.document)
    return min(_YEARS - 1, max(0, int(day[:4]))) if day[:4].isdecimal() else 0


def search(site: Site, of: Sequence[Index], languages: tuple[str, ...], kept: Kept) -> tuple[dict[str, str], str]:
    """The pages of each index with its facets, by their paths below `build/search`; and the module of JavaScript.

    That says `languages`, `tables`, and of each index its path, how many documents it has and how long these are on
    average, and which facets.
    """
    files, indexes = {}, []
    for path, records in of:
        folder, lengths = path or "whole", []
        found = [list(values(site, record)) for record in records]
        for record, of_record in zip(records, found, strict=True):
            page, length = search_page(site, record, of_record, languages, kept)
            files[f"{folder}/documents/{record.document.id}/index.html"] = page
            lengths.append(length)
        facets = _facets(found)
        files[f"{folder}/{FACETS}"] = _json({"lengths": lengths, "facets": facets})
        indexes.append((path, len(records), round(sum(lengths) / max(1, len(lengths))), list(facets)))
    return files, _script(languages, indexes)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _facets(of_records: Sequence[Sequence[Value]]) -> Mapping[str, list[list[object]]]:
    """For each facet its values: id, label, and by their places the documents that have it, surely and perhaps."""
    found: dict[str, dict[str, list[object]]] = defaultdict(dict)
    held: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, several in enumerate(of_records):
        for value in several:
            sure, perhaps = held[value.facet, value.id]
            (sure if value.confirmed else perhaps).append(number)
            found[value.facet][value.id] = [value.id, value.label, sure, perhaps]
    return {facet: [of[id] for id in sorted(of)] for facet, of in sorted(found.items())}


def _script(languages: tuple[str, ...], indexes: Sequence[tuple[str, int, int, list[str]]]) -> str:
    tables = TABLES | {name: {k: v for k, v in TABLES[name].items() if k in languages} for name in _BY_LANGUAGE}
    values: dict[str, object] = {"languages": languages, "indexes": indexes, "tables": tables}
    return "".join(f"export const {name} = {_json(value)};\n" for name, value in values.items())


_BY_LANGUAGE = ("stemmers", "stop")
