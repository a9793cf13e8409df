"""What of a style sheet and a script is published."""

from pathlib import Path

import pytest

from generator.site.lean import rules_for, smaller, words_of


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".used{color:red}.other{color:red}", ".used{color:red}"),
        (".used,.other,p{color:red}", ".used,p{color:red}"),
        (".used .other{color:red}", ""),
        (".used:not(.other){color:red}", ".used:not(.other){color:red}"),
        (":is(.used,.other) a{color:red}", ":is(.used,.other) a{color:red}"),
        ("@media print{.other{color:red}}", ""),
        ("@media print{.other{color:red}h1{color:red}}", "@media print{h1{color:red}}"),
        ("@keyframes other{to{opacity:0}}", "@keyframes other{to{opacity:0}}"),
        (".used{background:url(a.svg)}", ".used{background:url(a.svg)}"),
    ],
)
def test_rules_for_what_no_page_has_are_left_out(sheet: str, left: str) -> None:
    assert rules_for(sheet, frozenset({"used"})) == left


def test_a_class_may_stand_in_a_template_or_a_script(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<p class="r-a {{ b }}">', encoding="utf-8")
    (tmp_path / "page.js").write_text('element.className = "r-c";', encoding="utf-8")
    (tmp_path / "page.txt").write_text("r-d", encoding="utf-8")
    words = words_of([tmp_path])
    assert {"r-a", "r-c"} <= words and "r-d" not in words


def test_comments_go_and_what_is_said_stays() -> None:
    assert smaller("a.css", "/* why */ a { color : red; }\n") == "a{color:red}"
    script = "// why\nconst a = `x  y`;  /* z */ const b = /[/*]/u;\n"
    assert smaller("a.js", script).replace("\n", "") == "const a=`x  y`;const b=/[/*]/u;"
