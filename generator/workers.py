"""The one-document stages, for many documents in many processes, and what they gave in an earlier build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.annotate import annotate
from generator.authority import Authority
from generator.decisions import Decision
from generator.describe import describe
from generator.errors import SettingsError, SourceError
from generator.model import WITHHELD, Record
from generator.read import Found, Withheld, in_name, read
from generator.recognise import Recogniser
from generator.relate import Features, features_of
from generator.settings import Settings

_CHUNK = 16

Made = tuple[Record, Features]
"""What is made of one document: its record, and what the relations look at."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document for the one-document stages."""

    found: Found
    withheld: Withheld
    key: str
    """Hash of all that its record is made from."""
    decided: tuple[tuple[Decision, ...], Mapping[str, str]] = ((), MappingProxyType({}))
    """What the curator decided about its mentions, and who is another one in it."""


def run(
    work: Sequence[Job], content: Path, authority: Authority, settings: Settings, jobs: int
) -> Iterable[Made | SourceError | SettingsError]:
    """What the one-document stages give for each job, in order: in this process, or in `jobs` of them."""
    if not work:
        return ()  # to make the automaton of names takes long
    if jobs <= 1 or len(work) <= 2 * _CHUNK:
        _start_worker(content, authority, settings)
        return (_attempt(job) for job in work)
    return _in_processes(work, content, authority, settings, jobs)


def _in_processes(
    work: Sequence[Job], content: Path, authority: Authority, settings: Settings, jobs: int
) -> Iterator[Made | SourceError | SettingsError]:
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(content, authority, settings)) as pool:
        yield from pool.map(_attempt, work, chunksize=_CHUNK)


_worker: dict[str, Any] = {}
"""What a process needs for every document, made once: the automaton of names above all."""


def _start_worker(content: Path, authority: Authority, settings: Settings) -> None:
    _worker["fixed"] = (content, Recogniser(authority, settings), authority, settings)


def _attempt(job: Job) -> Made | SourceError | SettingsError:
    try:
        record = one_document(job, *_worker["fixed"])
        return record, features_of(record)
    except (SourceError, SettingsError) as problem:
        return problem
    except Exception as fault:  # a fault of ours in one text must not cost the archive its build
        path = job.found.path.relative_to(_worker["fixed"][0].parent).as_posix()
        what = f"the program failed on it ({type(fault).__name__}: {fault})"
        return SourceError(path, 1, what, "it is left out; report this with the text")


def one_document(job: Job, content: Path, recogniser: Recogniser, authority: Authority, settings: Settings) -> Record:
    """The one-document stages for one document.

    Raises:
        SourceError: its file cannot be used, or it must be held back.
    """
    source = read(job.found, content, job.withheld)
    findings = recogniser.recognise(source)
    document = describe(source, findings, authority, settings)
    record = annotate(source, document, findings, authority, *job.decided)
    names = set(_names_given(record, authority))
    if any(WITHHELD in name for name in names) or any(in_name(q, name) for q in job.withheld.redact for name in names):
        what = "the document is held back: an id or a name that is known of it says what is withheld"
        remedy = "withhold the other forms of the name too, or set the field to nothing"
        raise SourceError(job.found.path.relative_to(content.parent).as_posix(), 1, what, remedy)
    return record


def _names_given(record: Record, authority: Authority) -> Iterator[str]:
    """The ids and names of all that a record leads to."""
    document = record.document
    bodies = (document.creator, document.publisher, document.informant, document.republisher)
    ids = [*bodies, document.place, document.kind, document.collection, *document.events]
    yield from (id for id in ids if id)
    for entity in {mention.entity for mention in record.mentions}:
        yield entity
        yield authority.name(entity)
