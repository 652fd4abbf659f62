"""Numbers in sentences: changes and targets with their unit, points lost that add up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.change import compare
from scorecard.number import snap
from scorecard.rollup import Child, roll_up
from scorecard.shown import change_said, target_said
from scorecard.shown_scores import coverage_of, lost_of, score_of
from scorecard.vocabulary import Direction
from tests.test_shown import seen


def changed(now: float, before: float, unit: str, language: str) -> str:
    cell = seen(now, ">=1", unit, decimals=1)
    return change_said(compare(now, before, percent=unit == "%"), cell, language)


@pytest.mark.parametrize(
    ("now", "before", "unit", "zh", "en"),
    [
        pytest.param(0.965, 0.95, "%", "+1.5 百分點", "+1.5 points", id="R-CHANGE-2"),
        pytest.param(0.95, 0.965, "%", "−1.5 百分點", "−1.5 points", id="down"),
        pytest.param(5, 2, "件", "+3.0 件", "+3.0 pcs", id="pieces"),
        pytest.param(12_500_000, 12_375_000, "TWD", "+$12.5 萬", "+$125 K", id="money"),
        pytest.param(5, 5, "件", "0.0 件", "0.0 pcs", id="none"),
    ],
)
def test_a_change_is_said_with_its_unit(
    now: float, before: float, unit: str, zh: str, en: str
) -> None:
    assert (changed(now, before, unit, "zh_TW"), changed(now, before, unit, "en")) == (zh, en)


def test_a_change_of_a_score_is_said_in_points() -> None:
    change = compare(92.5, 91.0)

    assert change_said(change, None, "zh_TW") == "+1.5 分"
    assert change_said(change, None, "en") == "+1.5 points"


@pytest.mark.parametrize(
    ("aim", "unit", "direction", "text"),
    [
        (">=0.98", "%", Direction.HIGHER, "≥ 98.0 %"),
        ("<10", "件", Direction.LOWER, "< 10 件"),
        ("0.95..1.05", "%", Direction.RANGE, "95.0–105.0 %"),
        (">=15000000", "TWD", Direction.HIGHER, "≥ $1,500萬"),
        (">=500000", "TWD/人", Direction.HIGHER, "≥ $50萬/人"),
        ("=0", "次", Direction.ZERO, "0 次"),
    ],
)
def test_a_target_is_said_with_its_unit(
    aim: str, unit: str, direction: Direction, text: str
) -> None:
    assert target_said(seen(1, aim, unit, direction), "zh_TW") == text


@pytest.mark.parametrize(
    ("coverage", "text"),
    [(0.496, "49.6"), (0.49999, "49.9"), (0.5, "50"), (0.29, "29"), (2 / 3, "66.6")],
)
def test_a_coverage_is_cut_so_that_too_little_never_looks_enough(
    coverage: float, text: str
) -> None:
    assert coverage_of(coverage) == text


def test_shown_points_lost_add_up_to_what_the_shown_score_lacks() -> None:
    # 84.2, 93.8 and 100 of equal weight: 92.6666…, shown as 92.6, so 7.4 are lacking.
    lost = {"P2": 5.26666666667, "P1": 2.06666666667, "P3": 0.0}

    assert lost_of(lost, 92.6666666667) == {"P2": "5.3", "P1": "2.1", "P3": "0.0"}


def test_a_point_is_taken_by_those_that_were_cut_most() -> None:
    lost = {"A": 1.19, "B": 1.11, "C": 0.0}

    assert lost_of(lost, 97.7) == {"A": "1.2", "B": "1.1", "C": "0.0"}


CHILDREN = st.lists(st.tuples(st.floats(0.1, 9), st.floats(0, 100)), min_size=1, max_size=9)


@given(CHILDREN)
def test_shown_points_lost_and_the_shown_score_are_a_hundred(
    children: list[tuple[float, float]],
) -> None:
    parent = roll_up([Child(str(n), w, score=snap(s)) for n, (w, s) in enumerate(children)])

    shown = lost_of(parent.lost, parent.score)

    assert sum(map(Decimal, shown.values())) + Decimal(score_of(parent.score)) == 100
    assert all(
        abs(Decimal(repr(parent.lost[n])) - Decimal(t)) < Decimal("0.1") for n, t in shown.items()
    )
    assert all(shown[child] == "0.0" for child, points in parent.lost.items() if points == 0)
