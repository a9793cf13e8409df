"""What differs between two texts, as Markdown with `<del>` and `<ins>`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.alignment import Step, align
from generator.render.escape import inline

_SAME = 120
"""Of words that are the same no more is shown around a change, in code points."""


@lru_cache(maxsize=512)
def _steps(first: str, second: str) -> list[Step]:
    """The alignment of two texts."""
    return [Step("same", (0, len(first)), (0, len(second)))] if first == second else align(first, second)


def same(first: str, second: str) -> bool:
    """Whether two texts have the same words in the same order."""
    return all(step.how == "same" for step in _steps(first, second))


def beside(first: str, second: str) -> tuple[str, str]:
    """Both texts as Markdown: in the first what the second has not, in the second what the first has not, marked."""
    left, right = [], []
    for step in _steps(first, second):
        was, now = first[slice(*step.first)], second[slice(*step.second)]
        left.append(inline(was) if step.how == "same" else _tagged("del", was))
        right.append(inline(now) if step.how == "same" else _tagged("ins", now))
    return "".join(left), "".join(right)


def whole(first: str, second: str) -> str:
    """The second text as Markdown, whole, with what it changed of the first."""
    return "".join(_merged(_steps(first, second), first, second, lambda text, begins, ends: text))


def within(first: str, second: str) -> str:
    """The same, but of long runs of words that it kept only the ends, where they stand beside a change."""
    return "".join(_merged(_steps(first, second), first, second, _cut))


def _merged(steps: list[Step], first: str, second: str, cut: Callable[[str, bool, bool], str]) -> Iterator[str]:
    for n, step in enumerate(steps):
        was, now = first[slice(*step.first)], second[slice(*step.second)]
        if step.how == "same":
            yield inline(cut(now, n == 0, n == len(steps) - 1))
        else:
            yield _tagged("del", was) + _tagged("ins", now)


def _tagged(tag: str, text: str) -> str:
    """Words in a tag, the white space around them outside of it."""
    words = text.strip()
    if not words:
        return inline(text)
    head, _, tail = text.partition(words)
    return f"{inline(head)}<{tag}>{inline(words)}</{tag}>{inline(tail)}"


def _cut(text: str, begins: bool, ends: bool) -> str:
    """A run of kept words, cut in its middle, or at that end behind which no change stands."""
    if len(text) <= _SAME:
        return text
    half = _SAME // 2
    head = "" if begins else text[:half].rsplit(" ", 1)[0]
    tail = "" if ends else text[-half:].partition(" ")[2]
    if begins and ends:
        return text[:_SAME].rsplit(" ", 1)[0] + " …"
    return f"{head} … {tail}" if head or tail else "… "
