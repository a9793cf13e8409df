"""The command `regesta`: a thin skin over the library."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException

from generator import __version__, edtf
from generator.authority import MODELS, schema
from generator.errors import RegestaError, SettingsError
from generator.export.record import facts
from generator.model import Document
from generator.pipeline import Report, describe_file, look_for_private, make_pages, make_records, write_report
from generator.plugin import folders_of, lacks, notes_of, today
from generator.recognise.suggest import suggest
from generator.settings import Settings, settings_from
from generator.sidecar import suggestions_in_yaml, write_facts
from generator.site import Indexing, build_site, remove_made

_FILE = click.option("-f", "--file", "config_file", default="mkdocs.yml", help="The archive's mkdocs.yml.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="regesta")
def main() -> None:
    """Turn a folder of source texts into a public archive."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"


@main.command()
@_FILE
@click.option("-j", "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes to use.")
@click.option("--full", is_flag=True, help="Forget what earlier builds made.")
@click.option("--as-of", "as_of", default=None, metavar="DATE", help="The day for embargoes (YYYY-MM-DD).")
def build(config_file: str, jobs: int, full: bool, as_of: str | None) -> None:
    """Build the site."""
    sys.exit(_guarded(lambda: run_build(Path(config_file), jobs, full, as_of or today())))


def run_build(config_file: Path, jobs: int, full: bool, as_of: str) -> int:
    """Build the site of an archive; the exit status.

    Raises:
        RegestaError: nothing was published.
    """
    _check_day(as_of)
    config = _load(config_file)
    folders = folders_of(config)
    settings, notes, cache = _settings(config), notes_of(config), folders.build / "cache"
    with Indexing(folders.search, cache) as indexing:
        with _Bars() as bars:
            report = make_pages(
                folders,
                settings,
                notes,
                as_of=as_of,
                jobs=jobs,
                full=full,
                progress=bars.show,
                begin_indexing=indexing.begin,
            )
        with report.stage("site"):
            site = build_site(Path(config.config_file_path), folders.docs, cache, jobs=jobs, full=full)
        with report.stage("search"):
            indexing.finish(site)
    report.notes += (lacking := lacks(config))
    write_report(folders, report)
    _tell(report.problems)
    for note in lacking:
        click.echo(note)
    click.echo(_sum(report, site))
    return report.status


@main.command()
@_FILE
@click.option("--privacy", is_flag=True, help="List what would be published and may betray someone.")
def check(config_file: str, privacy: bool) -> None:
    """Say what is wrong or open; write nothing but the cache."""
    sys.exit(_guarded(lambda: run_check(Path(config_file), privacy)))


def run_check(config_file: Path, privacy: bool = False) -> int:
    """Print problems and open questions of an archive, or what is private in it; 1 if there is anything.

    Raises:
        RegestaError: the configuration or an authority file cannot be read.
    """
    config = _load(config_file)
    report = Report()
    folders = folders_of(config)
    records, authority = make_records(folders, _settings(config), report, as_of=today(), jobs=os.cpu_count() or 1)
    _tell(report.problems)
    if privacy:
        found = list(look_for_private(folders, records, authority))
        for line in found:
            click.echo(line)
        return 1 if report.problems or found else 0
    for question in report.questions:
        at = question["at"]
        click.echo(
            f"{question['document']}: ¶ {at['paragraph']}: {question['what']}: {', '.join(question['candidates'])}"
        )
    for note in report.notes:
        click.echo(note)
    return 1 if report.problems or report.questions else 0


@main.command("suggest")
@_FILE
@click.option("--least", default=2, show_default=True, help="How often a name must stand in the texts.")
def suggest_command(config_file: str, least: int) -> None:
    """List names that no authority entry covers, as YAML that can be moved into an authority file."""
    sys.exit(_guarded(lambda: run_suggest(Path(config_file), least)))


def run_suggest(config_file: Path, least: int = 2) -> int:
    """Print the names that the authority files lack; always 0.

    Raises:
        RegestaError: the configuration or an authority file cannot be read.
    """
    config = _load(config_file)
    records, authority = make_records(
        folders_of(config), _settings(config), Report(), as_of=today(), jobs=os.cpu_count() or 1
    )
    click.echo(suggestions_in_yaml(suggest(records, authority, least)), nl=False)
    return 0


@main.command("describe")
@click.argument("paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@_FILE
@click.option("--json", "as_json", is_flag=True, help="Print data, not a table.")
@click.option("--write", is_flag=True, help="Put the facts into the sidecar, marked as unconfirmed.")
def describe_command(paths: tuple[Path, ...], config_file: str, as_json: bool, write: bool) -> None:
    """Print the facts read from each FILE, with their evidence."""
    sys.exit(_guarded(lambda: run_describe(paths, Path(config_file), as_json, write)))


def run_describe(paths: Iterable[Path], config_file: Path, as_json: bool, write: bool = False) -> int:
    """Print the facts of files, or write them into their sidecars; 1 if one of them cannot be used.

    Raises:
        RegestaError: the configuration or an authority file cannot be read.
    """
    config = _load(config_file)
    failed = 0
    for path in paths:
        if not path.is_file():
            raise SettingsError(str(path), None, "is no file", "name a source file")
        try:
            document = describe_file(path, folders_of(config), _settings(config)).document
            if write:
                click.echo(f"{write_facts(document, path)}: written; confirm what stands under `unconfirmed`", err=True)
        except RegestaError as problem:
            _tell([problem])
            failed = 1
            continue
        click.echo(json.dumps(facts(document), ensure_ascii=False) if as_json else _table(document))
    return failed


@main.command("schema")
@click.argument("name", type=click.Choice(sorted(MODELS)))
def schema_command(name: str) -> None:
    """Print the JSON Schema of an authority file, for an editor that completes and checks YAML."""
    click.echo(json.dumps(schema(name), indent=1, ensure_ascii=False))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def init(folder: Path) -> None:
    """Write a new archive into DIR."""
    sys.exit(_guarded(lambda: run_init(folder)))


def run_init(folder: Path) -> int:
    """Write the files of an empty archive; nothing that is there is overwritten.

    Raises:
        SettingsError: there is an archive already.
    """
    if (folder / "mkdocs.yml").exists():
        raise SettingsError(str(folder / "mkdocs.yml"), None, "there is an archive already", "choose another folder")
    start = files("generator") / "start"
    for name in ("mkdocs.yml", "content/pages/about.md", "content/authority/kinds.yml"):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        _begin(target, (start / Path(name).name).read_text(encoding="utf-8"))
    for name in ("content/sources", "content/authority"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    _begin(folder / ".gitignore", "build/\nsite/\n")
    click.echo(f"{folder}: put texts into content/sources/, then run `regesta build` there")
    return 0


def _begin(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    if not path.exists():
        path.write_text(text, encoding="utf-8")


@main.command()
@_FILE
@click.option("-a", "--dev-addr", default=None, metavar="IP:PORT", help="Where to serve (127.0.0.1:8000).")
def serve(config_file: str, dev_addr: str | None) -> None:
    """Build, serve on this machine, and build again when a file changes."""
    sys.exit(_guarded(lambda: _serve(config_file, dev_addr)))


def _serve(config_file: str, dev_addr: str | None) -> int:
    mkdocs_serve(config_file, dev_addr=dev_addr)
    return 0


@main.command()
@_FILE
def clean(config_file: str) -> None:
    """Remove build/ and site/."""
    sys.exit(_guarded(lambda: run_clean(Path(config_file))))


def run_clean(config_file: Path) -> int:
    """Remove what builds have made.

    Raises:
        SettingsError: the configuration cannot be read.
    """
    config = _load(config_file)
    remove_made((folders_of(config).build, Path(config.site_dir)), lambda path: click.echo(f"removed {path}"))
    return 0


def _guarded(run: Any) -> int:
    """The exit status of a command; what stops it is told in one line."""
    try:
        return int(run())
    except RegestaError as problem:
        _tell([problem])
        return max(2, problem.status)
    except MkDocsException as problem:
        click.echo(f"mkdocs.yml:1: {problem}: mend the configuration", err=True)
        return 2


def _load(config_file: Path) -> MkDocsConfig:
    if not config_file.is_file():
        raise SettingsError(str(config_file), None, "there is no archive here", "go to its folder, or name it with -f")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        config = load_config(str(config_file.resolve()))
    except ConfigurationError as fault:
        said = " ".join(str(fault).split())
        raise SettingsError(str(config_file), None, f"the configuration is wrong ({said})", "mend it") from fault
    if "regesta" not in config.plugins:
        raise SettingsError(str(config_file), None, "`plugins` lacks `regesta`", "add `- regesta` under `plugins:`")
    return config


def _settings(config: MkDocsConfig) -> Settings:
    return settings_from(config.plugins["regesta"].config)


def _check_day(day: str) -> None:
    if not (edtf.is_day(day) and edtf.valid(day)):
        raise SettingsError("--as-of", None, f"`{day}` is no day", "write YYYY-MM-DD")


def _tell(problems: Iterable[RegestaError]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def _sum(report: Report, site: Path) -> str:
    parts = [f"{report.counts.get(name, 0)} {name}" for name in ("documents", "pages", "questions", "hidden")]
    problems = f", {len(report.problems)} problems" if report.problems else ""
    return f"{site}: {', '.join(parts)}{problems}, {sum(report.seconds.values()):.1f} s"


def _table(document: Document) -> str:
    rows = [document.id]
    for name, value in facts(document).items():
        evidence = document.evidence.get(name)
        if evidence:
            where = f" ¶ {evidence.paragraph}" if evidence.paragraph else ""
            quote = f" “{evidence.quote}”{where}" if evidence.quote else ""
            shown = ", ".join(map(_word, value)) if isinstance(value, list | tuple) else str(value)
            rows.append(f"  {name:12} {shown}  [{evidence.certainty}: {evidence.basis}{quote}]")
    left_open = [name for name in _ASKED_FOR if name not in document.evidence]
    return "\n".join([*rows, *([f"  not known:   {', '.join(left_open)}"] if left_open else [])])


_ASKED_FOR = ("title", "date", "place", "creator", "publisher", "kind", "language")
"""Facts that an archivist looks for in every document."""


def _word(item: Any) -> str:
    return str(item["topic"]) if isinstance(item, dict) else str(item)


class _Bars:
    """A progress bar while documents are read, on a terminal only."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __enter__(self) -> _Bars:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)

    def show(self, name: str, done: int, total: int) -> None:
        """Draw the bar of a stage at `done` of `total`."""
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            self._bar = click.progressbar(length=total, label=name, file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)


if __name__ == "__main__":
    main()
