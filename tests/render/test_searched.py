"""What the search index is made from: the pages of documents, and how an archive is parted into indexes."""

import json
import re
from dataclasses import replace

from generator.model import Mention, Place, Record
from generator.render.searching import indexes
from tests.render.literal import family, record, searched


def page(one: Record) -> str:
    return searched(one)[f"whole/documents/{one.document.id}/index.html"]


def facets(*records: Record) -> dict[str, list[list[object]]]:
    return json.loads(searched(*records)["whole/facets.json"])["facets"]


def text_of(made: str) -> str:
    return made.partition("\ue003")[0]


def card(made: str) -> dict[str, str]:
    coded = re.search("\ue005([\ue100-\ue1ff]*)", made)[1]
    return json.loads(bytes(ord(letter) - 0xE100 for letter in coded))


def test_parts_of_one_word_follow_no_other() -> None:
    made = text_of(page(record("a", "the head of OSCE/ODIHR spoke")))
    assert "of OSCE/\ue004 \ue004 ODIHR spoke" in made


def test_each_block_begins_with_a_mark_so_that_no_phrase_runs_on() -> None:
    made = text_of(page(record("a", "First is said here.", "Second & third are said.")))
    assert re.findall("[\ue000\ue001] [^<]*", made) == [
        "\ue000 First is said here.",
        "\ue000 Second &amp; third are said.",
    ]


def test_what_recurs_and_a_bare_address_are_no_answers_by_themselves() -> None:
    one = record("a", "Voting was calm everywhere.", "Write to the League.", "Original: https://a.example/b")
    blocks = (one.blocks[0], replace(one.blocks[1], recurring=True), one.blocks[2])
    assert re.findall("[\ue000\ue001]", text_of(page(replace(one, blocks=blocks)))) == ["\ue000", "\ue001", "\ue001"]


def test_the_card_is_told_in_letters_that_the_index_passes_over() -> None:
    made = page(record("a", "Words.", title="A title", day="2012-09-05"))
    assert card(made)["title"] == "A title"
    assert card(made)["date"] == "5 September 2012"
    assert "data-pagefind-meta" not in made


def test_a_document_is_found_by_each_year_that_its_date_allows() -> None:
    spread = record("a", "Words.", date="[2011..2012]", span=("2011-01-01", "2012-12-31"))
    bare = record("b", "Words.", date=None, span=None)
    assert facets(spread, bare)["year"] == [
        ["2011", "2011", [1], []],
        ["2012", "2012", [1], []],
        ["undated", "undated", [0], []],
    ]


def test_what_the_machine_alone_says_stands_apart() -> None:
    sure = record("a", "Words.", publisher="wire", day="2012-01-01")
    mention = Mention("organisations/wire", None, "surname", "inferred", 0.8)
    guessed = replace(record("b", "Words.", day="2012-01-02"), mentions=(mention,))
    assert facets(sure, guessed)["organisation"] == [["wire", "Harbour Wire", [0], [1]]]


def test_names_of_an_entity_stand_behind_its_places() -> None:
    at = Place(1, 12, 23, "the Harbour")
    one = replace(
        record("a", "Here spoke, (the Harbour) of old."),
        mentions=(Mention("organisations/wire", at, "name", "stated", 0.9),),
    )
    behind = page(one).partition("\ue002")[2]
    coded, *terms = behind.partition("\ue002")[0].split()
    numbers = [int("".join(str(ord(digit) - 0xE010) for digit in one)) for one in coded.split("\ue01a") if one]
    assert numbers == [0, 2, 3]
    assert "harbourǂ" in terms


def test_the_card_of_a_copy_names_the_first_of_its_family() -> None:
    made = searched(*family())["whole/documents/2012/late/index.html"]
    assert card(made)["family"] == "2012/first" and card(made)["copies"] == "3"


def test_an_archive_is_parted_by_years_in_halves_and_a_new_document_changes_one_part_alone() -> None:
    several = [record(f"d{n}", "Words.", day=f"{1900 + n}-01-01") for n in range(40)]
    before = {path: [r.document.id for r in part] for path, part in indexes(several, most=10)}
    more = [*several, record("new", "Words.", day="1901-02-02")]
    after = {path: [r.document.id for r in part] for path, part in indexes(more, most=10)}
    assert all(len(ids) <= 10 for ids in after.values())
    assert sum(map(len, after.values())) == 41
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert all("new" in after.get(path, ()) or path not in after or "d1" in before.get(path, ()) for path in changed)
    assert len(changed) < len(after)


def test_a_year_of_too_many_documents_is_parted_too() -> None:
    several = [record(f"d{n:02}", "Words.", day="1900-01-01") for n in range(25)]
    assert [len(part) for _, part in indexes(several, most=10)] == [10, 10, 5]


def test_a_small_archive_is_one_index() -> None:
    assert [path for path, _ in indexes([record("a", "Words.")])] == [""]
