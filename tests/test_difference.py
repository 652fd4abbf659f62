"""Two texts compared: what went and what came, so that it can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.figures.difference import Difference, Fate, Piece, Texts, differences, pieces

_TEXT = st.text("營收良品數不含退貨的 abc,。\n", max_size=40)


def _shown(before: str, after: str) -> str:
    """The pieces in writing: what went in [-…-], what came in {+…+}."""
    marks = {Fate.KEPT: "{}", Fate.GONE: "[-{}-]", Fate.NEW: "{{+{}+}}"}
    return "".join(marks[piece.fate].format(piece.text) for piece in pieces(before, after))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        pytest.param(
            "當月已確認訂單的總銷售額（未稅）",
            "當月已出貨訂單的總銷售額（未稅）",
            "當月已[-確認-]{+出貨+}訂單的總銷售額（未稅）",
            id="Chinese by character",
        ),
        pytest.param(
            "Sales of all orders confirmed in the month",
            "Sales of all orders shipped in the month",
            "Sales of all orders [-confirmed-]{+shipped+} in the month",
            id="English by word",
        ),
        pytest.param("不含退貨", "不含退貨及折讓", "不含退貨{+及折讓+}", id="added at the end"),
        pytest.param("不含退貨及折讓", "不含退貨", "不含退貨[-及折讓-]", id="taken away"),
        pytest.param("", "不含退貨", "{+不含退貨+}", id="was empty"),
        pytest.param("不含退貨", "", "[-不含退貨-]", id="is empty now"),
        pytest.param("甲乙丙丁", "戊己庚辛", "[-甲乙丙丁-]{+戊己庚辛+}", id="nothing alike"),
        pytest.param(
            "約 90 天內結清的帳款",
            "約 60 天內結清的帳款",
            "約 [-90-]{+60+} 天內結清的帳款",
            id="a number whole",
        ),
    ],
)
def test_a_change_in_a_text_is_told_where_it_is(before: str, after: str, shown: str) -> None:
    assert _shown(before, after) == shown


def test_a_single_letter_that_stayed_between_two_changes_is_told_with_them() -> None:
    assert _shown("每月的訂單收到的金額合計", "每月的出貨已到帳金額合計").count("[-") == 1


@given(_TEXT, _TEXT)
def test_old_and_new_text_can_be_read_back_from_the_pieces(before: str, after: str) -> None:
    found = pieces(before, after)

    assert "".join(piece.text for piece in found if piece.fate is not Fate.NEW) == before
    assert "".join(piece.text for piece in found if piece.fate is not Fate.GONE) == after


@given(_TEXT)
def test_equal_texts_have_no_difference(text: str) -> None:
    assert all(piece.fate is Fate.KEPT for piece in pieces(text, text))


def test_only_fields_that_differ_are_told_and_short_ones_as_a_whole() -> None:
    fields = [
        Texts("panel.field.unit", "件", "件"),
        Texts("panel.field.target", "≥ 95 %", "≥ 96 %"),
    ]

    assert differences(fields) == (
        Difference(
            "panel.field.target",
            "≥ 95 %",
            "≥ 96 %",
            (Piece("≥ 95 %", Fate.GONE), Piece("≥ 96 %", Fate.NEW)),
        ),
    )


def test_very_long_texts_are_told_whole_rather_than_slowly() -> None:
    before, after = "營" * 4_000, "營" * 3_999 + "收"

    assert [piece.fate for piece in pieces(before, after)] == [Fate.GONE, Fate.NEW]
