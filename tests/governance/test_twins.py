"""Formulas are compared by what they mean."""

import pytest

from scorecard.governance.finding import Concern
from scorecard.governance.sameness import meant
from scorecard.vocabulary import Frequency, Words
from tests.governance.boards import SOUND, TODAY, company, places, said, twin

RATIO = "甲 / 乙"


def same(one: str, other: str) -> bool:
    board = company()
    meanings = [meant(board, twin("X", "X", formula), TODAY) for formula in (one, other)]
    assert None not in meanings
    return meanings[0] == meanings[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(RATIO, "[A] ÷ [B]", id="the names of the other language"),
        pytest.param(RATIO, "a / b", id="ids"),
        pytest.param(RATIO, "(甲 / 乙) × 100%", id="times a hundred per cent"),
        pytest.param("(甲 - 乙) / 甲", "1 - 乙 / 甲", id="rearranged"),
        pytest.param("甲 + 乙", "乙 + 甲", id="the other way round"),
        pytest.param("SUM(甲, 乙)", "甲 + 乙", id="a sum"),
        pytest.param("甲 - (甲 - 乙)", "乙 + 0 × 甲", id="cancelled"),
        pytest.param("LY(甲)", "PREV(甲, 12)", id="a year of months ago"),
        pytest.param("良率", RATIO, id="a KPI stands for its formula"),
    ],
)
def test_formulas_that_give_the_same_mean_the_same(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(RATIO, "乙 / 甲", id="turned over"),
        pytest.param(RATIO, "甲 / 乙 + 0.0001", id="a little more"),
        pytest.param("甲 - 乙", "ABS(甲 - 乙)", id="without sign"),
        pytest.param("甲", "IF(甲 > 1000, 1000, 甲)", id="capped"),
        pytest.param("甲", "PREV(甲)", id="another period"),
        pytest.param("YTD(甲)", "甲", id="to date"),
        pytest.param("ROLLSUM(甲, 3)", "ROLLSUM(甲, 4)", id="a longer window"),
    ],
)
def test_formulas_that_give_something_else_differ(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_year_of_quarters_is_four() -> None:
    board = company()
    quarterly = [
        meant(board, twin("X", "X", formula, frequency=Frequency.QUARTER), TODAY)
        for formula in ("LY(甲)", "PREV(甲, 4)")
    ]

    assert quarterly[0] == quarterly[1]


def test_twelve_months_of_a_number_are_another_number() -> None:
    board = company()
    trailing = twin("X", "X", RATIO, window="trailing_12m")

    assert meant(board, trailing, TODAY) != meant(board, SOUND, TODAY)


@pytest.mark.parametrize("formula", ["", "1 + 1", "甲 +", "丙"])
def test_what_names_no_measure_or_cannot_be_read_is_compared_with_nothing(formula: str) -> None:
    assert meant(company(), twin("X", "X", formula), TODAY) is None


def test_two_names_with_one_formula_are_told_at_both() -> None:
    board = company(twin("X", "Share", "a ÷ b"))

    assert sorted(places(board, Concern.SAME_FORMULA)) == [("QAD-001", "formula"), ("X", "formula")]
    assert "Its formula means the same as that of QAD-001 Yield." in said(
        board, Concern.SAME_FORMULA
    )


def test_one_name_with_two_formulas_is_told_at_both() -> None:
    board = company(twin("X", Words("產出", "yield "), "b / a"))

    assert sorted(places(board, Concern.TWO_FORMULAS)) == [("QAD-001", "name_zh"), ("X", "name_zh")]


def test_one_name_with_one_formula_is_no_contradiction_but_one_kpi_twice() -> None:
    board = company(twin("X", "Yield", "a / b"))

    assert places(board, Concern.TWO_FORMULAS) == []
    assert len(places(board, Concern.SAME_FORMULA)) == 2


def test_two_kpis_without_formula_are_no_twins() -> None:
    board = company(twin("X", "Yield", ""), twin("Y", "Yield", ""))

    assert places(board, Concern.TWO_FORMULAS) == []
    assert places(board, Concern.SAME_FORMULA) == []
