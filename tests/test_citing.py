"""What each form of citation says of each kind of date, held against the tables of `docs/citing.md`; Typst's forms."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.citing import ADDRESS, DAY, STYLES, YEAR, Forms, Shape, kept_forms, make_form, shape_of
from generator.csl import as_csl
from generator.export.citations import bibtex, ris
from generator.render.citation import citations
from generator.render.metadata import head_tags, json_ld
from tests.cited import ARCHIVE, AUTHORITY, DATES, dated, document, item

FORMS = Forms()
GUIDE = Path(__file__).parents[1] / "docs/citing.md"
AROUND = {
    "chicago": ("Board of Elections. “Vote count observed.” Statement. ", " Lumen Archive."),
    "apa": ("Board of Elections. ", ". Vote count observed"),
    "mla": ("Board of Elections. “Vote count observed.” Statement. ", "Lumen Archive,"),
    "gost": ("Board of Elections. Vote count observed [Электронный ресурс] // Lumen Archive. ", ". URL:"),
}


def printed_row(name: str, edtf: str | None, certainty: str) -> list[str]:
    """What the printed styles say for a date, between what they say before and behind it."""
    row = [name, f"`{edtf}`" if edtf else "–", certainty]
    for citation in citations(dated(edtf, certainty), FORMS):
        before, behind = AROUND[citation.style]
        plain = re.sub("<[^>]*>", "", citation.html)
        assert plain.startswith(before)
        date = plain[len(before) : plain.index(behind, len(before))].strip()
        row.append(date.removesuffix(",") if citation.style == "mla" else re.sub(r"(?<!n\.d)\.$", "", date) or "–")
    return [cell or "–" for cell in row]


def machine_row(edtf: str | None, certainty: str) -> list[str]:
    """What the fields for machines hold for a date."""
    one = dated(edtf, certainty)
    tex = re.findall(r"^  ((?:year|month|day) = .*),$", bibtex(one), re.M)
    lines = re.findall(r"^((?:PY|DA)  - .*)\r$", ris(one), re.M)
    issued = as_csl(one).get("issued")
    tags = dict(head_tags(document(), one, ARCHIVE, "Summary"))
    published = json.loads(json_ld(document(), one, ARCHIVE, AUTHORITY)).get("datePublished")
    assert published == tags.get("DC.date")
    cells = [
        ", ".join(tex),
        ", ".join(lines),
        json.dumps(issued, ensure_ascii=False) if issued else "",
        *(tags.get(name, "") for name in ("citation_publication_date", "DC.date", "article:published_time")),
    ]
    return [f"`{edtf}`" if edtf else "–", certainty, *(f"`{cell}`" if cell else "–" for cell in cells)]


@pytest.mark.parametrize(("name", "edtf", "certainty"), DATES, ids=[name for name, _, _ in DATES])
def test_the_guide_says_what_is_printed(name: str, edtf: str | None, certainty: str) -> None:
    lines = GUIDE.read_text().splitlines()
    assert f"| {' | '.join(printed_row(name, edtf, certainty))} |" in lines
    assert f"| {' | '.join(machine_row(edtf, certainty))} |" in lines


@pytest.mark.parametrize("edtf", [edtf for _, edtf, certainty in DATES if certainty == "inferred"])
def test_no_year_that_is_not_stated_stands_as_a_fact(edtf: str) -> None:
    one = dated(edtf, "inferred")
    for paragraph in (False, True):
        for citation in citations(one, FORMS, paragraph=paragraph):
            outside = re.sub(r"\[[^\]]*\]", "", citation.html.replace(one.url or "", ""))
            assert not re.search(r"\d{4}", outside), citation.html
    machines = [line for line in ris(one).splitlines() if not line.startswith(("N1", "UR"))]
    machines += [line for line in bibtex(one).splitlines() if not line.startswith(("  note", "  url", "@"))]
    machines += [content for _, content in head_tags(document(), one, ARCHIVE, "") if "a.example" not in content]
    assert not re.search(r"\d{4}", "\n".join(machines))
    assert "issued" not in as_csl(one)
    assert "datePublished" not in json_ld(document(), one, ARCHIVE, AUTHORITY)


def test_the_date_of_a_seed_that_states_it_and_of_one_whose_year_is_inferred() -> None:
    stated, undated, inferred = dated("2021-01-19"), dated("XXXX-05-15"), dated("2019-05-15", "inferred")
    assert "January 19, 2021." in citations(stated, FORMS)[0].html
    assert "Statement. n.d. Lumen" in citations(undated, FORMS)[0].html
    assert "Statement. [May 15, 2019]. Lumen" in citations(inferred, FORMS)[0].html
    assert (stated.note, undated.note) == (None, "The document bears the date 15 May, year unknown.")
    assert inferred.note == "The date is inferred, the document does not state it: 15 May 2019."


def test_a_report_is_cited_with_its_year_alone_but_in_mla() -> None:
    printed = {one.style: re.sub("<[^>]*>", "", one.html) for one in citations(item(kind="final-report"), FORMS)}
    assert ". 2012. Lumen" in printed["chicago"] and "(2012)." in printed["apa"]
    assert "September" not in printed["chicago"] + printed["apa"] and "3 Sept. 2012" in printed["mla"]


def test_words_for_a_date_bear_a_capital_behind_a_full_stop_alone() -> None:
    for kind in ("letter", None, "final-report"):
        printed = citations(item(kind=kind, date="2019/.."), FORMS)
        chicago, apa, mla, gost = (re.sub("<[^>]*>", "", one.html) for one in printed)
        assert re.search(r"\.”? Since 2019", chicago) and re.search(r"\.”? Since 2019", mla)
        assert "(since 2019)" in apa and ". Не ранее 2019" in gost


def test_a_date_without_evidence_is_no_fact() -> None:
    one = item(evidence={})
    assert one.when.facts == () and "[September 3, 2012]" in citations(one, FORMS)[0].html


@pytest.mark.parametrize("style", ["chicago", "apa", "mla"])
@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_put_into_a_form_is_what_the_library_prints(style: str, month: int) -> None:
    one = dated(f"{YEAR}-{month:02}-{DAY}")
    form = make_form(replace(shape_of(one, style, False), month=month))
    words = {"Qtitleq": one.title, "Qgenreq": "Statement", "Qauthorq": "Board of Elections", ADDRESS: one.url or ""}
    for word, said in words.items():
        form = form.replace(word, said)
    assert citations(one, FORMS)[STYLES.index(style)].html == form.replace("Qarchiveq", "Lumen Archive")


def test_forms_are_made_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_forms(tmp_path, full=False) as forms:
        before = [citation.html for citation in citations(item(), forms)]

    def fail(shape: Shape) -> str:
        raise AssertionError(f"{shape} was made again")

    monkeypatch.setattr("generator.citing.make_form", fail)
    with kept_forms(tmp_path, full=False) as forms:
        assert [citation.html for citation in citations(item(), forms)] == before
    with kept_forms(tmp_path, full=True) as forms, pytest.raises(AssertionError):
        citations(item(), forms)
