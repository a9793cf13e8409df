"""Full builds split over processes, and incremental ones; the output is the same as that of `mkdocs build`."""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import zlib
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files
from mkdocs.utils import clean_directory

from generator.errors import SettingsError
from generator.store import kept_json

_MADE = "site.json"
"""Which pages the site holds, and what they were made with."""

_FEW = 60
"""So many changed pages are rendered in this process: to start others takes longer."""

_MAKERS = ("regesta", "mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "pygments")


@dataclass(frozen=True, slots=True)
class Share:
    """The pages that one of several processes renders."""

    number: int
    of: int

    def has(self, path: str) -> bool:
        """Whether the file belongs to this share, by a hash of its path; what is no page belongs to the first."""
        return (zlib.crc32(path.encode()) % self.of if path.endswith(".md") else 0) == self.number


class _Elsewhere(File):
    """A file that another process takes care of."""

    def is_modified(self) -> bool:
        """Never, as far as this process is concerned."""
        return False


def take_share(files: Files, share: Share) -> Files:
    """The files of a build, those of other shares marked as not to be made here."""
    return Files(
        [
            file
            if share.has(file.src_uri) or not file.src_dir
            else _Elsewhere(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls)
            for file in files
        ]
    )


def build_site(config_file: Path, docs: Path, cache: Path, *, jobs: int, full: bool) -> Path:
    """Make the pages of `docs` into the site's folder, which is returned.

    Only pages that changed are rendered, unless `full`, or the configuration, the theme or a program changed.

    Raises:
        SettingsError: MkDocs could not build.
    """
    config = load_config(str(config_file))
    site = Path(config.site_dir)
    stamp = _stamp(config_file, config)
    kept = kept_json(cache / _MADE)
    forget(cache)  # a build that is stopped leaves half a page, or one that is hidden next: then all is made anew
    pages = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    if full or kept.get("stamp") != stamp or not (site / "index.html").exists():
        clean_directory(str(site))
        changed = len(pages)
    else:
        _remove(site, set(map(_destination, kept["pages"])) - set(map(_destination, pages)))
        changed = sum(_is_newer(docs / page, site / _destination(page)) for page in pages)
    _render(config_file, 1 if changed <= _FEW else jobs)
    (cache / _MADE).write_text(json.dumps({"stamp": stamp, "pages": pages}), encoding="utf-8")
    return site


def theme_folder() -> Path:
    """Our templates, style sheets and scripts; in a checkout they lie beside the program."""
    here = Path(__file__).parents[1]
    return here / "theme" if (here / "theme").is_dir() else here.parent / "overrides"


def forget(cache: Path) -> None:
    """Forget which pages the site holds: something else than `build_site` wrote into its folder."""
    (cache / _MADE).unlink(missing_ok=True)


def _render(config_file: Path, jobs: int) -> None:
    if jobs <= 1:
        render_share(str(config_file), Share(0, 1))
        return
    with ProcessPoolExecutor(jobs) as pool:
        for done in [pool.submit(render_share, str(config_file), Share(n, jobs)) for n in range(jobs)]:
            done.result()


def render_share(config_file: str, share: Share) -> None:
    """Render one share of the pages into the site's folder, with MkDocs in this process.

    Raises:
        SettingsError: MkDocs gave up; its own words say why.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    config = load_config(config_file)
    plugin: Any = config.plugins["regesta"]
    plugin.share, plugin.pages_made = share, True
    if share.number:
        config.theme.static_templates = set()
    try:
        mkdocs_build(config, dirty=True)
    except (Abort, MkDocsException) as fault:
        raise SettingsError(config_file, None, f"MkDocs could not build ({fault})", "see its words above") from fault


def _destination(page: str) -> str:
    """The file below `site/` that a file below `build/docs` becomes."""
    if not page.endswith(".md"):
        return page
    if page.rpartition("/")[2] == "index.md":
        return page.removesuffix("md") + "html"
    return page.removesuffix(".md") + "/index.html"


def _is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def _remove(site: Path, gone: Iterable[str]) -> None:
    """Remove files that have no source any more, and folders that are empty then."""
    for name in sorted(gone):
        path = site / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == site or not folder.exists() or any(folder.iterdir()):
                break
            folder.rmdir()


def _stamp(config_file: Path, config: MkDocsConfig) -> str:
    """A hash of all but the pages that the site is made of: configuration, theme, versions of the makers."""
    digest = hashlib.sha256(config_file.read_bytes())
    digest.update(" ".join(f"{maker} {version(maker)}" for maker in _MAKERS).encode())
    ours = theme_folder()
    for folder in dict.fromkeys([*map(Path, config.theme.dirs), ours]):
        if "site-packages" not in folder.parts or folder == ours:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    digest.update(path.as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def remove_made(folders: Iterable[Path], tell: Callable[[Path], None]) -> None:
    """Remove folders that builds have made."""
    for folder in folders:
        if folder.exists():
            shutil.rmtree(folder)
            tell(folder)
