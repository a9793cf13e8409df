"""The MkDocs plugin: the one place where the program meets MkDocs' events."""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.errors import RegestaError, SettingsError
from generator.pipeline import make_pages, write_report
from generator.render import SiteNotes
from generator.render.words import catalogue
from generator.settings import ACCESS, TEXTS, Folders, interface_language, report_addresses, settings_from
from generator.site import FRAME, Indexing, Share, forget, lean, take_share, theme_folder

_log = logging.getLogger("mkdocs.plugins.regesta")


class RegestaConfig(Config):  # type: ignore[no-untyped-call]
    """What `plugins: - regesta:` may set."""

    languages = c.Type(list, default=["en"])
    dates = c.Type(dict, default={})
    access = c.Choice(ACCESS, default="open")
    references = c.Type(list, default=[])
    report_to = c.Type(dict, default={})
    notice = c.Type(str, default="")
    texts = c.Choice(TEXTS, default=TEXTS[0])


class RegestaPlugin(BasePlugin[RegestaConfig]):  # type: ignore[no-untyped-call]
    """Makes the pages before MkDocs reads them, and the search index behind it."""

    share: Share | None = None
    """The share of the pages that this process renders; None for all."""
    pages_made = False
    """Whether `regesta build` has made the pages already and will index them itself."""
    _serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether MkDocs serves: then no search index is made."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the pages, and let MkDocs read them from `build/docs`."""
        folders = folders_of(config)
        if not self.pages_made:
            self._make_pages(config, folders)
        folders.docs.mkdir(parents=True, exist_ok=True)
        config.docs_dir = str(folders.docs)
        _put_theme(config)
        config.theme.static_templates -= {"sitemap.xml"}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave to other processes what is theirs, and what no page needs of the theme to nobody."""
        for file in [f for f in files if _unused(f, config)]:
            files.remove(file)
        if not self.share or self.share.number == 0:
            folders, theme = folders_of(config), theme_folder()
            templates = [theme, Path(__file__).parent / "render", *_overridden(config)]
            stylesheet = config.theme["stylesheet"]
            files = lean(files, theme, templates, stylesheet, folders.lean, folders.build / "cache")
        return take_share(files, self.share) if self.share and self.share.of > 1 else files

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give pages by hand, which may have whatever Markdown has, the whole style sheet."""
        by_hand = (folders_of(config).content / "pages" / page.file.src_uri).exists()
        context["stylesheet"] = config.theme["stylesheet"] if by_hand else FRAME  # type: ignore[typeddict-unknown-key]
        return context

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme's templates speak the language of the site."""
        env.install_gettext_translations(catalogue(notes_of(config).language))  # type: ignore[attr-defined]
        return env

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Do not watch what each build writes."""
        server.unwatch(config.docs_dir)
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the pages, where MkDocs is the outermost caller and writes a site to keep."""
        if not self.pages_made and not self._serving:
            folders = folders_of(config)
            forget(folders.build / "cache")
            with Indexing(folders.search, folders.build / "cache") as indexing:
                indexing.finish(Path(config.site_dir))

    def _make_pages(self, config: MkDocsConfig, folders: Folders) -> None:
        try:
            report = make_pages(folders, settings_from(self.config), notes_of(config), as_of=today())
        except RegestaError as problem:
            raise PluginError(str(problem)) from problem
        report.notes += (lacking := lacks(config))
        write_report(folders, report)
        for found in report.problems:
            _log.warning(str(found))
        for note in lacking:
            _log.info(note)


def _put_theme(config: MkDocsConfig) -> None:
    """Put our theme behind the archive's own `overrides/`, before Material; in a checkout it lies beside us."""
    theme = str(theme_folder())
    if theme not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
    config.theme["stylesheet"] = _stylesheet(config)


def _overridden(config: MkDocsConfig) -> list[Path]:
    """The templates of the archive's own, where it has some."""
    return [Path(config.theme.custom_dir)] if config.theme.custom_dir else []


def _stylesheet(config: MkDocsConfig) -> str | None:
    """Where Material's stylesheet lies: its name has a hash, another one in each version."""
    for folder in map(Path, config.theme.dirs):
        for path in sorted(folder.glob("assets/stylesheets/main.*.min.css")):
            return path.relative_to(folder).as_posix()
    return None


_MATERIAL = ("assets/javascripts/*", "assets/stylesheets/palette.*", "*.css.map", "assets/images/favicon.png")
"""Files of Material that no page of ours asks for."""


def _unused(file: File, config: MkDocsConfig) -> bool:
    if file.src_uri == "sitemap.xml":
        return file.src_dir != config.docs_dir
    by_hand = file.src_dir in (config.docs_dir, config.theme.custom_dir)
    return not by_hand and any(fnmatchcase(file.src_uri, pattern) for pattern in _MATERIAL)


def folders_of(config: MkDocsConfig) -> Folders:
    """The folders of the archive that a configuration belongs to."""
    return Folders(Path(config.config_file_path or "mkdocs.yml").resolve().parent)


def notes_of(config: MkDocsConfig) -> SiteNotes:
    """What the configuration says of the site as a whole."""
    return SiteNotes(
        config.site_name,
        config.site_description or "",
        config.site_url or None,
        interface_language(str(config.theme.get("language") or "en")),
        report_addresses(config.plugins["regesta"].config.report_to),
        config.plugins["regesta"].config.notice,
        config.plugins["regesta"].config.texts == "abstracts",
    )


def lacks(config: MkDocsConfig) -> list[str]:
    """What the configuration leaves open, and what follows from that: a note for the curator, no fault."""
    if config.site_url:
        return []
    return ["mkdocs.yml: `site_url` is empty, so that citations have no address: write where the site will stand"]


def today() -> str:
    """The day of the build in UTC; `SOURCE_DATE_EPOCH` sets it.

    Raises:
        SettingsError: it is no number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and not epoch.isdecimal():
        raise SettingsError("SOURCE_DATE_EPOCH", None, f"`{epoch}` is no number of seconds", "mend or unset it")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date().isoformat()
