"""How sure it is that a document belongs under a heading."""

from dataclasses import replace

import pytest

from generator.model import Evidence, Mention
from generator.render.certainty import surest, under
from tests.render.literal import FIRST, record


def named(*certainties: str):
    mentions = tuple(Mention("people/x", None, "name", certainty, 0.9) for certainty in certainties)
    return replace(record("2012/names", "Text."), mentions=mentions)


@pytest.mark.parametrize(
    ("certainties", "best"),
    [
        ((), "unknown"),
        (("inferred",), "inferred"),
        (("inferred", "stated"), "stated"),
        (("stated", "curated"), "curated"),
    ],
)
def test_the_best_mention_counts(certainties: tuple[str, ...], best: str) -> None:
    assert surest(certainties) == under([named(*certainties)], "people/x") == best


def test_a_copy_that_says_it_outright_is_enough() -> None:
    assert under([named("inferred"), named("stated")], "people/x") == "stated"


def test_a_fact_counts_as_its_evidence() -> None:
    evidence = {"publisher": Evidence("habit", "inferred"), "date": Evidence("dateline", "stated")}
    text = replace(FIRST, document=replace(FIRST.document, evidence=evidence))
    assert under([text], "publishers/watchers") == under([text], "organisations/watchers") == "inferred"
    assert under([text], "years/2012") == "stated"
    assert under([text], "publishers/other") == "unknown"
