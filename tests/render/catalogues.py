"""The words of the interface, gathered from the code, and the catalogues brought up to date with them.

`make catalogues` writes them; what a translator has said is kept. The test beside asks that none is missing.
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from generator.model import DIRECTED, MUTUAL
from generator.render import facts
from generator.render.words import FIGURES

RENDER = Path(facts.__file__).parent
LOCALE = RENDER / "locale"
LANGUAGES = ("kk", "ky", "ru", "tr")
_KEYWORDS = {"_": None, "later_": None, "n_": (1, 2)}
_REASONS = ("relate/quotes.py", "relate/by_*.py", "relate/said.py", "relate/translations.py", "relate/versions.py")

Words = str | tuple[str, str]


def words_of_the_interface() -> Iterator[Words]:
    """Each message: what is said of one thing, or a pair for one and for many."""
    for path in sorted(RENDER.rglob("*.py")):
        yield from _extracted("python", path)
    for path in sorted((RENDER / "templates").rglob("*.j2")):
        yield from _extracted("jinja2.ext.babel_extract", path)
    for path in sorted((RENDER.parents[1] / "overrides").rglob("*.html")):
        yield from _extracted("jinja2.ext.babel_extract", path)
    for path in ("mkdocs.yml", "generator/start/mkdocs.yml"):
        yield from _titles(yaml.safe_load((RENDER.parents[1] / path).read_text(encoding="utf-8"))["nav"])
    for labels in DIRECTED.values():
        yield from labels
    yield from MUTUAL.values()
    yield from facts.BASIS_IN_WORDS.values()
    yield from reasons()


def _extracted(method: str, path: Path) -> Iterator[Words]:
    options = {"trimmed": "true", "newstyle_gettext": "true"}
    for _, message, _, _ in extract(method, BytesIO(path.read_bytes()), _KEYWORDS, options=options):
        if message:
            yield message if isinstance(message, str) else (message[0], message[1])


def _titles(entries: list[dict[str, Any]]) -> Iterator[str]:
    """The titles in `nav`: the header says them."""
    for entry in entries:
        for title, below in entry.items():
            yield title
            if isinstance(below, list):
                yield from _titles(below)


def reasons() -> Iterator[str]:
    """What `relate` says of links: figures, quotations and addresses in it stand for any others."""
    yield from (
        "{} words, word for word",
        "{} words, word for word, in quotation marks",
        "{} words, {} of {} words as they stand there",
        "{} words, {} of {} words as they stand there, in quotation marks",
        "{} % of its words stand in the same order in the other",
        "{} rare words in common",
    )
    for path in sorted((RENDER.parent / "relate").glob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        pieces = {piece for node in nodes if isinstance(node, ast.JoinedStr) for piece in node.values}
        for node in nodes:
            if node in pieces or not isinstance(node, ast.Constant | ast.JoinedStr):
                continue
            if (text := _text(node)).startswith(
                ("Its text ", "It is the one ", "The same publisher", "Both were saved")
            ):
                yield FIGURES.sub("{}", text)


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts = [part.value if isinstance(part, ast.Constant) else "0" for part in node.values]
    return "".join(str(part) for part in parts)


def catalogue(language: str) -> Catalog:
    """What a catalogue holds by now."""
    path = LOCALE / language / "LC_MESSAGES" / "regesta.po"
    if not path.is_file():
        return Catalog(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update() -> None:
    """Write each catalogue anew: every message once, in order, with what it is in that language."""
    messages = dict.fromkeys(words_of_the_interface())
    plurals = {message[0] for message in messages if isinstance(message, tuple)}
    for language in LANGUAGES:
        old, new = catalogue(language), Catalog(language, fuzzy=False, header_comment="# The words of the interface.")
        for message in sorted(messages, key=str):
            if isinstance(message, str) and message in plurals:
                continue
            held = old.get(message if isinstance(message, str) else message[0])
            same_form = held and isinstance(held.id, str) == isinstance(message, str)
            new.add(message, held.string if held and same_form else None)
        path = LOCALE / language / "LC_MESSAGES" / "regesta.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, new, omit_header=False, width=0, sort_output=False, no_location=True)
        text = path.read_text(encoding="utf-8")
        path.write_text("".join(line + "\n" for line in text.splitlines() if "-Date:" not in line), encoding="utf-8")


if __name__ == "__main__":
    update()
