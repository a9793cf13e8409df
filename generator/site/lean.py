"""Style sheets and scripts as readers load them: less the rules for what no page has, and comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import tinycss2
from mkdocs.structure.files import File, Files
from rcssmin import cssmin
from rjsmin import jsmin
from tinycss2.ast import Node, QualifiedRule

from generator.store import kept, write_if_changed

FRAME = "assets/stylesheets/frame.css"
"""Material's style sheet, as far as pages that are made have what it is for; those by hand have the whole."""
_SMALLER = {".css": cssmin, ".js": jsmin}
_WORD = re.compile(r"[\w-]+")
_CLASS = re.compile(r"\.([\w-]+)")
_ONE_OF = re.compile(r":(?:not|is|where|has)\([^()]*\)")
"""Part of a selector that may hold where its classes stand nowhere."""
_NESTED = ("media", "supports", "layer")
_TEXTS = (".html", ".j2", ".js", ".py")


def smaller(name: str, text: str) -> str:
    """A style sheet or script, by the ending of its name, without comments and the white space between its parts."""
    return str(_SMALLER[Path(name).suffix](text))


def words_of(folders: Iterable[Path]) -> frozenset[str]:
    """All words of templates and programs: a class that is none of them stands on no page that these make."""
    files = (path for folder in folders for path in folder.rglob("*") if path.suffix in _TEXTS)
    return frozenset(word for path in files for word in _WORD.findall(path.read_text(encoding="utf-8")))


def rules_for(sheet: str, words: frozenset[str]) -> str:
    """A style sheet less the selectors with a class that is not among `words`."""
    return "".join(_kept(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), words))


def _kept(rules: Iterable[Node], words: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [selector for selector in _selectors(rule) if _may_hold(selector, words)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTED and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            within = "".join(_kept(inner, words))
            if within:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{within}}}"
        else:
            yield str(rule.serialize())


def _selectors(rule: QualifiedRule) -> Iterator[str]:
    """The selectors of a rule; commas within brackets part none."""
    selector: list[Node] = []
    for token in rule.prelude:
        if token.type == "literal" and token.value == ",":
            yield tinycss2.serialize(selector)
            selector = []
        else:
            selector.append(token)
    yield tinycss2.serialize(selector)


def _may_hold(selector: str, words: frozenset[str]) -> bool:
    return all(name in words for name in _CLASS.findall(_ONE_OF.sub("", selector)))


def lean(files: Files, theme: Path, templates: Sequence[Path], sheet: str | None, made: Path, cache: Path) -> Files:
    """The files of a build, style sheets and scripts of `theme` smaller, and beside them `FRAME`.

    That has the rules of Material's `sheet` for classes that `templates` speak of. What is made is kept below `made`.
    """
    others = [file for file in files if not _is_ours(file, theme)]
    small: dict[str, tuple[File, str]] = {}
    with kept(cache / "lean.sqlite", full=False) as known:
        for file in files:
            if _is_ours(file, theme):
                name, text = file.src_uri, _text_of(file)
                small[name] = file, known.get((name, text), partial(smaller, name, text))
        whole = files.get_file_from_path(sheet) if sheet else None
        if whole:
            text, words = _text_of(whole), words_of(templates)
            small[FRAME] = whole, known.get((FRAME, text, sorted(words)), partial(rules_for, text, words))
    for name, (of, text) in small.items():
        write_if_changed(made / name, text)
        others.append(File(name, str(made), of.dest_dir, of.use_directory_urls))
    return Files(others)


def _is_ours(file: File, theme: Path) -> bool:
    return file.src_dir == str(theme) and Path(file.src_uri).suffix in _SMALLER


def _text_of(file: File) -> str:
    return Path(str(file.abs_src_path)).read_text(encoding="utf-8")
