"""What a document is, and the way that it came, in the lines at its head."""

import re
from dataclasses import replace

from pytest import MonkeyPatch

from generator.authority import Organisation
from generator.model import Evidence, Record
from tests.render.literal import ENTRIES, FIRST, page, record, rendered


def way(one: Record) -> str:
    made = page(rendered(one), one.document.id)
    return next((line for line in made.splitlines() if "The way it came:</span>" in line), "")


def inferred(one: Record, **facts: str) -> Record:
    evidence = {**one.document.evidence} | {name: Evidence(basis, "inferred") for name, basis in facts.items()}
    return replace(one, document=replace(one.document, evidence=evidence))


LEAGUE = "organisations/watchers/index.md), 3 September 2012"


def test_one_hand_is_a_way_of_one_step() -> None:
    assert way(FIRST).endswith(LEAGUE)
    assert way(record("a", "Words.", creator="watchers", publisher="watchers")).endswith(LEAGUE)
    assert way(record("a", "Words.")) == ""
    assert way(FIRST).startswith("<span>")  # without an arrow nothing else says what it is
    assert way(record("a", "Words.", informant="board", publisher="wire")).startswith('<span class="r-hidden">')


def test_from_the_informant_to_this_copy() -> None:
    one = record("a", "Words.", informant="board", publisher="wire", published="2012-09-04")
    assert way(one).endswith(
        "</span> [Board of Elections](../../organisations/board/index.md) → "
        "[Harbour Wire](../../organisations/wire/index.md), 3 September 2012 → this copy came out 4 September 2012"
    )


def test_whom_a_report_asked_did_not_issue_it() -> None:
    asked = "[League of Observers](../../organisations/watchers/index.md)"
    one = record("a", "Words.", informant="watchers")
    assert way(one).endswith(f"</span> {asked} → publisher not known, 3 September 2012")
    unsure = way(inferred(one, date="event-year"))
    assert unsure.endswith('publisher not known<span class="r-inferred">, 3 September 2012 (inferred)</span>')
    written = record("a", "Words.", informant="watchers", creator="wire")
    assert way(written).endswith("Harbour Wire](../../organisations/wire/index.md), 3 September 2012")


def test_a_way_that_is_inferred_as_a_whole_is_hidden_as_a_whole() -> None:
    one = inferred(record("a", "Words.", publisher="wire"), publisher="sentence")
    assert way(one).startswith("<span>") and 'class="r-inferred"' not in way(one)
    assert "{: .r-way .r-inferred }" in page(rendered(one), "a")
    assert "{: .r-way }" in page(rendered(FIRST), "2012/first")


def test_the_name_that_a_body_bore_on_the_day_stands_behind_that_of_today(monkeypatch: MonkeyPatch) -> None:
    names = [{"name": "Union of Observers (Union)", "from": "2009-10-03", "to": "2012-09-03"}]
    watchers = Organisation.model_validate(ENTRIES["organisations/watchers"].model_dump() | {"former": names})
    monkeypatch.setitem(ENTRIES, "organisations/watchers", watchers)
    league = "[League of Observers](../../organisations/watchers/index.md)"
    one = record("a", "Words.", publisher="watchers")
    made = page(rendered(one), "a")
    assert f"\nDocument · {league} (then: Union of Observers) · 3 September 2012\n" in made
    assert way(one).endswith(LEAGUE)
    later = record("a", "Words.", publisher="watchers", day="2012-09-04")
    assert "(then:" not in page(rendered(later), "a")
    asked = record("a", "Words.", informant="watchers", publisher="wire")
    assert f"{league} (then: Union of Observers) → [Harbour" in way(asked)


def test_who_republished_it_and_when_it_was_saved() -> None:
    one = record("a", "Words.", publisher="watchers", republisher="wire", published="2012-09-04", captured="2013-01-02")
    assert way(one).endswith(
        "[League of Observers](../../organisations/watchers/index.md), 3 September 2012 → "
        "[Harbour Wire](../../organisations/wire/index.md), 4 September 2012 → saved 2 January 2013"
    )


def test_a_body_that_both_wrote_and_issued_it_is_one_step() -> None:
    one = record("a", "Words.", informant="board", creator="wire", publisher="wire")
    assert way(one).count("Harbour Wire") == 1 and way(one).endswith("index.md), 3 September 2012")


def test_what_was_inferred_bears_a_sign_that_leads_to_its_evidence() -> None:
    one = inferred(
        record("a", "Words.", informant="board", publisher="wire", kind="statement"),
        **{"informant": "informed", "kind": "kind-word"},
    )
    sign = '[◇](#why-{}){{ .r-sign title="inferred, from {}" aria-label="inferred" }}'
    assert f"index.md){sign.format('informant', 'who informed')} → </span>[Harbour Wire]" in way(one)
    made = page(rendered(one), "a")
    kind = f"[Statement](../../kinds/statement/index.md){sign.format('kind', 'the word for its kind')}"
    assert f'\n<span class="r-inferred">{kind} · </span>[Harbour Wire]' in made
    for field in ("informant", "kind"):
        assert made.count(f'<span id="why-{field}">') == 1


def test_what_was_inferred_takes_its_sign_along_where_it_is_hidden() -> None:
    one = inferred(
        record("a", "Words.", publisher="wire", kind="statement", published="2012-09-04"),
        date="event-year",
        published="stamp",
    )
    wire, day = "[Harbour Wire](../../organisations/wire/index.md)", " · 3 September 2012 (inferred)"
    head = f'](../../kinds/statement/index.md) · {wire}<span class="r-inferred">{day}</span>\n'
    assert head in page(rendered(one), "a")
    hidden = r'<span class="r-inferred">.*?</span>'
    assert re.sub(hidden, "", way(one)).endswith("</span> [Harbour Wire](../../organisations/wire/index.md)")


def test_a_name_as_printed_is_no_link() -> None:
    assert " Some [Bureau] &" not in way(record("a", "Words.", informant="Some [Bureau] & Co", publisher="wire"))
    assert "</span> Some &#91;Bureau&#93; &#38; Co → [Harbour" in way(
        record("a", "Words.", informant="Some [Bureau] & Co", publisher="wire")
    )
