from hypothesis import given
from hypothesis import strategies as st

from generator.render import translated
from generator.render.pairing import pairs, rows
from generator.render.synopsis import Sentence, parts, sentences, table

CALM = "Voting was calm and orderly in most of the polling stations that were observed."
DOOR = "In some stations the count was not posted at the door."
QUIET = "The campaign was quiet, and candidates could speak freely everywhere."
FINAL = "A final report will follow within eight weeks of the vote."
TURNOUT = "Turnout was 63 per cent, said the Board."


def test_pieces_that_share_most_words_answer_to_each_other() -> None:
    changed = QUIET.replace("quiet", "loud")
    assert pairs([CALM, QUIET, FINAL], [CALM, TURNOUT, changed, FINAL]) == [(0, 0), (1, 2), (2, 3)]


def test_the_order_is_the_same_in_both_texts_so_what_moved_is_left_out_and_added() -> None:
    assert pairs([FINAL, CALM, QUIET], [CALM, QUIET, FINAL]) == [(1, 0), (2, 1)]
    assert rows([FINAL, CALM, QUIET], [CALM, QUIET, FINAL]) == [((0,), ()), ((1,), (0,)), ((2,), (1,)), ((), (2,))]


def test_a_paragraph_that_the_copy_divides_stands_beside_both_its_parts() -> None:
    assert rows([f"{CALM} {DOOR}", FINAL], [CALM, DOOR, FINAL]) == [((0,), (0, 1)), ((1,), (2,))]
    assert rows([DOOR, CALM, FINAL], [f"{DOOR} {CALM}", FINAL]) == [((0, 1), (0,)), ((2,), (1,))]


def test_what_only_one_text_has_stands_alone() -> None:
    assert rows([CALM, FINAL], [CALM, TURNOUT, FINAL]) == [((0,), (0,)), ((), (1,)), ((1,), (2,))]
    assert rows([], [CALM]) == [((), (0,))]


def test_pieces_without_words_and_pieces_of_common_words_find_each_other() -> None:
    many = [f"The station {n} was calm." for n in range(40)]
    assert pairs(["* * *", *many], ["* * *", *many]) == [(n, n) for n in range(41)]


texts = st.lists(st.lists(st.sampled_from(["calm", "door", "vote", "of", "96"]), max_size=5).map(" ".join), max_size=8)


@given(texts, texts)
def test_every_piece_stands_once_and_in_order(firsts: list[str], seconds: list[str]) -> None:
    for made in (rows(firsts, seconds), translated.rows(firsts, seconds)):
        assert [n for row in made for n in row[0]] == list(range(len(firsts)))
        assert [n for row in made for n in row[1]] == list(range(len(seconds)))


def test_paragraphs_of_a_translation_answer_by_length_and_figures() -> None:
    english = ["Statement", "On 2 September 2012 the League counted 412 observers from 31 islands.", DOOR, FINAL]
    russian = [
        "Заявление",
        "2 сентября 2012 года Лига насчитала 412 наблюдателей с 31 острова.",
        "На некоторых участках итоги не вывесили у двери. Итоговый доклад последует в течение восьми недель.",
    ]
    assert translated.rows(english, russian) == [((0,), (0,)), ((1,), (1,)), ((2, 3), (2,))]


def test_a_figure_outweighs_the_length() -> None:
    english = ["In 1999 there was a vote.", "In 2004 there was another one, and it was long."]
    russian = ["В 2004 году были ещё одни."]
    assert translated.rows(english, russian) == [((0,), ()), ((1,), (0,))]


def test_sentences_end_at_stops_but_not_behind_initials() -> None:
    text = "R. Aldane met J. Okoro. “It was calm.” Was it? It was 5.30 p.m. then."
    assert sentences(text) == ["R. Aldane met J. Okoro.", "“It was calm.”", "Was it?", "It was 5.30 p.m. then."]


def column(*sentences: str) -> list[Sentence]:
    return [Sentence(text, 1, "p-1", n == 0) for n, text in enumerate(sentences)]


def test_a_synopsis_has_a_row_for_each_sentence_and_one_for_what_copies_added_alike() -> None:
    made = table([column(CALM, FINAL), column(CALM, TURNOUT, FINAL), column(CALM, TURNOUT.upper())])
    shown = [[cell.text if cell else None for cell in row] for row in made]
    assert shown == [[CALM, CALM, CALM], [None, TURNOUT, TURNOUT.upper()], [FINAL, FINAL, None]]


def test_a_page_of_a_synopsis_has_at_most_six_columns() -> None:
    assert [parts([None] * n) for n in (0, 2, 6, 7, 12)] == [0, 1, 1, 2, 3]  # type: ignore[list-item]
