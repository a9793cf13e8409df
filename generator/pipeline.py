"""The whole way from source texts to `build/docs`, stage by stage."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.authority import Authority, Collection, read_authority
from generator.citing import kept_forms
from generator.decisions import NAME as DECISIONS
from generator.decisions import Decisions, merged, read_decisions, redirected, strangers
from generator.disclose import disclose, in_file, in_text
from generator.errors import AuthorityError, RegestaError, SettingsError, SourceError
from generator.export import export
from generator.index import index
from generator.localised import in_language
from generator.model import Record, published
from generator.read import (
    READERS,
    Found,
    Withheld,
    as_published,
    contains,
    curators_word,
    discover,
    identify,
    table_row,
)
from generator.recognise import Recogniser
from generator.relate import kept_memo, relate
from generator.render import SiteNotes, render
from generator.settings import Folders, Settings
from generator.store import Cache, kept, leads_out, program_digest, write_if_changed
from generator.workers import Job, Made, one_document, run

Progress = Callable[[str, int, int], None]
"""Told of each stage: its name, how much is done, how much there is."""


@dataclass(slots=True)
class Report:
    """What a build did: for the command line and `build/report.json`."""

    problems: list[RegestaError] = field(default_factory=list)
    questions: list[dict[str, Any]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    redacted_elsewhere: list[str] = field(default_factory=list)
    """Documents in which words stand that another document withholds."""
    notes: list[str] = field(default_factory=list)
    """What the curator should know of single files: how one was decoded, which lack a transcript."""
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """The exit status of a build that was finished."""
        return 1 if self.problems else 0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure a stage."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = round(self.seconds.get(name, 0) + time.perf_counter() - begun, 3)


def make_pages(
    folders: Folders,
    settings: Settings,
    notes: SiteNotes,
    *,
    as_of: str,
    jobs: int = 0,
    full: bool = False,
    progress: Progress = lambda name, done, total: None,
    begin_indexing: Callable[[], None] = lambda: None,
) -> Report:
    """Make all pages and exports of the archive in `folders` into `build/docs`; the day `as_of` settles embargoes.

    `begin_indexing` is called when `build/search` is written, before the pages are made.

    Raises:
        AuthorityError: an authority file is no YAML (status 2); nothing was written.
        SettingsError: a pattern of `references` takes without end (status 2).
    """
    report = Report()
    records, authority = make_records(
        folders, settings, report, as_of=as_of, jobs=jobs or os.cpu_count() or 1, full=full, progress=progress
    )
    with report.stage("disclose"):
        public = disclose(records, authority)
    with report.stage("index"):
        indexes = index(public, in_language(authority, notes.language), notes.language)

    def written(files: Mapping[str, str]) -> None:
        _write(folders.search, [(path, text.encode()) for path, text in files.items()])
        begin_indexing()

    cache = folders.build / "cache"
    with report.stage("render"), kept_forms(cache, full) as forms, kept(cache / "search.sqlite", full) as texts:
        by_hand = _pages_by_hand(folders.content / "pages", report.problems)
        rendered = render(public, indexes, authority, notes, by_hand, forms, settings.languages, texts, written)
        report.problems += rendered.errors
    with report.stage("write"):
        exported = export(public, authority, notes.archive, lambda file: as_published(folders.content / file.path))
        pages = {page: text.encode() for page, text in rendered.pages.items()}
        for_scripts = [(path, text.encode()) for path, text in rendered.files.items()]
        beside = [*for_scripts, *exported, *_pictures_by_hand(folders.content / "pages")]
        _write(folders.docs, [*pages.items(), *beside, *_sitemap(pages, notes.url)])
    report.counts |= {"documents": len(public), "pages": len(rendered.pages), "questions": len(report.questions)}
    return report


def make_records(
    folders: Folders,
    settings: Settings,
    report: Report,
    *,
    as_of: str,
    jobs: int,
    full: bool = False,
    progress: Progress = lambda name, done, total: None,
) -> tuple[list[Record], Authority]:
    """The stages from `read` to `relate`: all records, and the authority that they were made with.

    Raises:
        AuthorityError: an authority file is no YAML.
        SettingsError: a pattern of `references` takes without end.
    """
    with report.stage("authority"):
        authority, faults = _authority(folders, full)
        report.problems += faults
        decisions, wrong = read_decisions(folders.content / DECISIONS, folders.root, authority)
        report.problems += wrong
        authority = merged(authority, decisions.merged)
    with report.stage("discover"):
        found, problems = discover(folders.sources, folders.content) if folders.sources.is_dir() else ([], [])
        report.problems += problems
        homeless = [_homeless(document, folders) for document in found if not _has_home(document, authority)]
        at_home = [d for d in found if _has_home(d, authority)]
        shown = list(_settle(at_home, authority, decisions, settings, as_of))
        report.problems += _undecidable(decisions, frozenset(document.id for document in found))
        report.problems += homeless
        report.counts["hidden"] = len(found) - len(homeless) - len(shown)
    with report.stage("one document"), _no_collecting():
        made = _one_document_stages(folders, shown, authority, settings, report, jobs, full, progress)
        records = [record for record, _ in made]
    with report.stage("relate"), _no_collecting():
        withheld = frozenset(document.id for document in found) - {record.document.id for record in records}
        features = {record.document.id: features for record, features in made}
        with kept_memo(folders.build / "cache", full) as memo:
            related, problems = relate(records, withheld, decisions.relations, features, memo)
        pointing = [r for record in records for r in record.relations if r["to"] in withheld]
        decided = [decision for decision in decisions.relations if decision.to in withheld]
        report.counts["links to what is withheld"] = len(pointing) + len(decided)
        report.problems += problems
    report.questions += [asdict(question) for record in related for question in record.questions]
    report.problems += [SourceError(f.path, f.line, f.what, f.remedy) for record in related for f in record.faults]
    report.notes += [f"{record.document.id}: {note}" for record in related for note in record.notes]
    report.redacted_elsewhere += _redacted_elsewhere(related, shown)
    return related, authority


def _authority(folders: Folders, full: bool) -> tuple[Authority, list[AuthorityError]]:
    """The authority files, from the cache where none has changed: to check thousands of entries takes a second."""
    digest = hashlib.sha256(program_digest().encode())
    for path in sorted(folders.authority.glob("*")):
        digest.update(path.name.encode() + (path.read_bytes() if path.is_file() else b""))
    key = digest.hexdigest()
    cache = Cache(folders.build / "cache" / "authority.sqlite")
    known = {} if full else cache.get_many([key])
    made: tuple[Authority, list[AuthorityError]] = known.get(key) or read_authority(folders.authority, folders.root)
    cache.put_many({key: made})
    cache.keep_only([key])
    cache.close()
    return made


def look_for_private(folders: Folders, records: Sequence[Record], authority: Authority) -> Iterator[str]:
    """What stands in texts and files as they would be published and may betray someone, a line each."""
    for record in disclose(records, authority):
        yield from in_text(record)
        for file in published(record.document):
            yield from in_file(file.path, as_published(folders.content / file.path))


def describe_file(path: Path, folders: Folders, settings: Settings) -> Record:
    """The record of one file, related to nothing.

    Raises:
        SourceError: the file cannot be used.
    """
    if path.suffix.lower() not in READERS:
        what = f"a file of the kind `{path.suffix or path.name}` cannot be read"
        raise SourceError(str(path), 1, what, f"give the text as {' or '.join(READERS)}")
    authority, _ = read_authority(folders.authority, folders.root)
    decisions, _ = read_decisions(folders.content / DECISIONS, folders.root, authority)
    authority = merged(authority, decisions.merged)
    recogniser = Recogniser(authority, settings)
    path, content, sources = path.resolve(), folders.content.resolve(), folders.sources.resolve()
    inside = path.is_relative_to(sources)
    content = content if inside else path.parent
    curated = curators_word(path, content, table_row(path, content) if inside else None)
    id = identify(path, sources if inside else content, curated)
    redact = tuple(str(entry["quote"]) for entry in curated.get("redact") or ())
    job = Job(Found(id or path.stem, path, curated), Withheld(redact=redact), "", decisions.of(id))
    return one_document(job, content, recogniser, authority, settings)


def _inherited_access(collection: str | None, authority: Authority) -> str | None:
    """The access of a collection, else of what it is part of."""
    seen: set[str] = set()
    while collection and collection not in seen:
        seen.add(collection)
        entry = authority.get(f"collections/{collection}")
        if not isinstance(entry, Collection):
            return "hidden"  # a part of what is not there: nobody knows what that withholds
        if entry.access:
            return entry.access
        collection = entry.part_of
    return None


def _has_home(document: Found, authority: Authority) -> bool:
    """Whether the collection that a document names is there: what it withholds holds for the document too."""
    collection = document.curated.get("collection")
    return not collection or isinstance(authority.get(f"collections/{collection}"), Collection)


def _homeless(document: Found, folders: Folders) -> SourceError:
    what = f"the document is held back: there is no collection `{document.curated['collection']}`"
    path = document.path.relative_to(folders.root).as_posix()
    return SourceError(path, 1, what, "add it to collections.yml, or mend its entry there")


def _undecidable(decisions: Decisions, documents: frozenset[str]) -> Iterator[AuthorityError]:
    for document, line in strangers(decisions, documents):
        what = f"there is no document `{document}` to decide about"
        yield AuthorityError(f"content/{DECISIONS}", line, what, "mend its id, or remove the decision")


def _settle(
    found: Sequence[Found], authority: Authority, decisions: Decisions, settings: Settings, as_of: str
) -> Iterator[Job]:
    """What is withheld from each document today; a hidden one goes no further."""
    archive = f"{authority.digest} {settings} {program_digest()}"
    for given in found:
        word = redirected(given.curated, decisions.merged) if decisions.merged else given.curated
        document = replace(given, curated=word)
        access = word.get("access") or _inherited_access(word.get("collection"), authority) or settings.access
        if access != "hidden" and str(word.get("open_from") or "") <= as_of:
            withheld = Withheld(access, tuple(str(entry["quote"]) for entry in word.get("redact") or ()))
            decided = decisions.of(document.id)
            yield Job(document, withheld, _key(document, withheld, f"{archive} {decided}"), decided)


def _key(found: Found, withheld: Withheld, archive: str) -> str:
    digest = hashlib.sha256(f"{archive} {withheld} {found.id} {found.curated}".encode())
    for path in (found.path, *found.others):
        digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


def _one_document_stages(
    folders: Folders,
    work: Sequence[Job],
    authority: Authority,
    settings: Settings,
    report: Report,
    jobs: int,
    full: bool,
    progress: Progress,
) -> list[Made]:
    """What is made of each document, from the cache where nothing changed; one that cannot be used is reported."""
    cache = Cache(folders.build / "cache" / "records.sqlite")
    known: dict[str, Any] = {} if full else cache.get_many(job.key for job in work)
    new = [job for job in work if job.key not in known]
    made: dict[str, Made] = {}
    results = run(new, folders.content, authority, settings, jobs)
    for done, (job, result) in enumerate(zip(new, results, strict=True), 1):
        if isinstance(result, SettingsError):
            cache.put_many(made)
            cache.close()
            raise result
        if isinstance(result, SourceError):
            report.problems.append(result)
        else:
            made[job.key] = result
        progress("reading", done, len(new))
    cache.put_many(made)
    cache.keep_only(job.key for job in work)
    cache.close()
    report.counts["made anew"] = len(made)
    return [one for job in work if (one := made.get(job.key) or known.get(job.key))]


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without Python's search for cycles: there are none, and it walks all records again and again as they are made."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _redacted_elsewhere(records: Sequence[Record], shown: Sequence[Job]) -> list[str]:
    """The documents in which words stand that another one withholds: for the curator alone."""
    quotes = [(job.found.id, job.withheld.redact) for job in shown if job.withheld.redact]
    found = []
    for record in records if quotes else ():
        others = [quote for id, several in quotes if id != record.document.id for quote in several]
        texts = [record.document.title or "", *(block.text for block in record.blocks)]
        if others and contains(texts, others):
            found.append(record.document.id)
    return found


def _pages_by_hand(folder: Path, problems: list[RegestaError]) -> Mapping[str, str]:
    """The pages by hand; each begins with front matter, else MkDocs takes opening `From:` lines for metadata."""
    pages = {}
    for path in sorted(folder.rglob("*.md")):
        if not leads_out(path, folder.parent):
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                shown = path.relative_to(folder.parent.parent).as_posix()
                problems.append(SourceError(shown, 1, "is not UTF-8 text", "save it as UTF-8; it is left out"))
                continue
            pages[path.relative_to(folder).as_posix()] = text if text.startswith("---\n") else f"---\n{{}}\n---\n{text}"
    return pages


def _pictures_by_hand(folder: Path) -> Iterator[tuple[str, bytes]]:
    """What pages by hand show or offer: every file beside them that is no page."""
    for path in sorted(folder.rglob("*")):
        shown = path.is_file() and path.suffix != ".md" and not path.name.startswith(".")
        if shown and not leads_out(path, folder.parent):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write what differs, and remove what is made no more."""
    made = set()
    for name, content in files:
        write_if_changed(folder / name, content)
        made.add(folder / name)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in made:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _sitemap(pages: Mapping[str, bytes], url: str | None) -> Iterator[tuple[str, bytes]]:
    if url:
        addresses = sorted(re.sub(r"\.md$", "/", page.removesuffix("index.md")) for page in pages)
        entries = "".join(f"<url><loc>{url.rstrip('/')}/{address}</loc></url>\n" for address in addresses)
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        yield "sitemap.xml", f"{head}{entries}</urlset>\n".encode()


def write_report(folders: Folders, report: Report) -> None:
    """Keep the report in `build/report.json`."""
    data = {
        "counts": report.counts,
        "problems": [str(problem) for problem in report.problems],
        "questions": report.questions,
        "notes": report.notes,
        "redacted_elsewhere": report.redacted_elsewhere,
        "seconds": report.seconds,
    }
    write_if_changed(folders.build / "report.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
