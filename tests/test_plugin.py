"""What the theme's templates are given, and which files of Material's are published."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from tests.conftest import build, write_archive


def config_of(folder: Path):
    write_archive(folder, {"one.txt": "Rain\n\nIt rained in Norland.\n"})
    config = load_config(str(folder / "mkdocs.yml"))
    return config.plugins.on_config(config)


def test_the_stylesheet_is_that_of_the_installed_material(tmp_path: Path) -> None:
    config = config_of(tmp_path / "archive")
    name = config.theme["stylesheet"]
    assert name.startswith("assets/stylesheets/main.")
    assert any((Path(folder) / name).is_file() for folder in config.theme.dirs)


def test_of_material_its_stylesheet_alone_is_published(tmp_path: Path) -> None:
    config = config_of(tmp_path / "archive")
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    kept = config.plugins.on_files(files, config=config)
    theirs = [f.src_uri for f in kept if (f.src_dir or "").endswith("material/templates")]
    assert theirs == [config.theme["stylesheet"]]


def test_files_of_the_archives_own_theme_are_published_whatever_they_are_called(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    own = folder / "overrides/assets/javascripts/own.js"
    own.parent.mkdir(parents=True)
    own.write_text("// own", encoding="utf-8")
    write_archive(folder, {"one.txt": "Rain\n\nIt rained in Norland.\n"})
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  name: material", "  name: material\n  custom_dir: overrides")
    settings.write_text(text, encoding="utf-8")
    config = load_config(str(settings))
    config = config.plugins.on_config(config)
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    kept = [f.src_uri for f in config.plugins.on_files(files, config=config)]
    assert "assets/javascripts/own.js" in kept


def test_the_theme_speaks_the_language_of_the_site(tmp_path: Path, monkeypatch) -> None:
    config = config_of(tmp_path / "archive")

    class Catalogue:
        def gettext(self, words: str) -> str:
            return {"Menu": "Меню"}.get(words, words)

        def ngettext(self, one: str, many: str, n: int) -> str:
            return one if n == 1 else many

    monkeypatch.setattr("generator.plugin.catalogue", lambda language: Catalogue())
    env = config.plugins.on_env(config.theme.get_env(), config=config, files=get_files(config))
    assert env.from_string("{{ _('Menu') }}").render() == "Меню"


def test_a_site_without_an_address_is_told_so_and_built(tmp_path: Path, capsys) -> None:
    folder = write_archive(tmp_path / "archive", {"one.txt": "Rain\n\nIt rained in Norland.\n"})
    assert build(folder) == 0
    assert capsys.readouterr().out.count("`site_url` is empty") == 1
    assert "`site_url` is empty" in (folder / "build/report.json").read_text(encoding="utf-8")
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('site_url: ""', "site_url: https://a.example/"), encoding="utf-8")
    assert build(folder) == 0
    assert "site_url" not in capsys.readouterr().out
