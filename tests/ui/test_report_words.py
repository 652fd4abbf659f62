"""Words on paper: texts are broken, names are fitted, and every end can be read."""

import pytest

from ui.fonts import load_fonts
from ui.painting.words import words_width
from ui.report.fitting import fitted
from ui.report.paragraph import broken, shortened


@pytest.fixture
def fonts(qapp: object) -> None:
    load_fonts()


def test_a_long_text_is_broken_and_then_cut_with_an_ellipsis(fonts: None) -> None:
    lines = broken("一二三四五六七八九十" * 8 + "𠀀𠀁" * 10, 200, 2)

    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(words_width(line, "secondary") <= 201 for line in lines)


@pytest.mark.parametrize("width", range(60, 400, 20))
def test_a_percent_sign_stays_with_its_number(width: int, fonts: None) -> None:
    lines = broken("Outside process limits 91.9 % to 96.7 %: a signal.", width, 20)

    assert not any(line.startswith("%") for line in lines)
    assert "".join(lines) == "Outside process limits 91.9 % to 96.7 %: a signal."


def test_who_said_something_stays_where_the_remark_is_cut(fonts: None) -> None:
    text = "Since March the main customer gives half its orders to a second supplier."

    short = shortened(text, lambda said: f"{said} (L. Wang, 2026-11-05)", 2, 260)
    whole = shortened(text, lambda said: f"{said} (L. Wang, 2026-11-05)", 9, 260)

    assert short.startswith("Since March the main customer")
    assert short.endswith("… (L. Wang, 2026-11-05)")
    assert len(broken(short, 260, 9)) == 2
    assert whole == f"{text} (L. Wang, 2026-11-05)"


def test_a_short_text_is_left_whole(fonts: None) -> None:
    assert "".join(broken("𠀀𠀁 a few words", 80, 3)).replace(" ", "") == "𠀀𠀁afewwords"


def test_names_that_begin_alike_are_told_apart_by_their_ends(fonts: None) -> None:
    names = [f"Subway Wait Assessment on Weekdays - {line} Line" for line in "ABC"]

    shown = [fitted(name, 190, "body")[0] for name in names]

    assert all(words_width(text, "secondary") <= 190 for text in shown)
    assert [text[-6:] for text in shown] == ["A Line", "B Line", "C Line"]


def test_a_name_is_set_smaller_before_it_is_cut(fonts: None) -> None:
    width = words_width("Customer Injury Rate", "body") - 1

    assert fitted("Customer Injury Rate", width, "body") == ("Customer Injury Rate", "secondary")


@pytest.mark.parametrize("text", ["營收成長率", "新", "a b", "abcdefghij klm"])
def test_a_name_fits_in_any_width(text: str, fonts: None) -> None:
    for width in range(14, 120, 7):
        assert words_width(*fitted(text, width, "body")) <= width
