"""Numbers as people read them, word for word."""

import pytest

from scorecard.evaluation import Cell
from scorecard.shown import attainment_of, score_of, target_of, value_of
from scorecard.vocabulary import Direction, Missing
from tests.evaluation.boards import board, cell, kpi, measure, target


def seen(
    value: float | None,
    aim: str,
    unit: str = "",
    direction: Direction = Direction.HIGHER,
    decimals: int | None = None,
) -> Cell:
    """A KPI with a value and a target."""
    there = board(
        [measure("m"), kpi("m", direction, unit=unit, decimals=decimals), target(aim)],
        {"m": {"2025-05": value}},
    )
    return cell(there, "2025-05")


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "zh", "en"),
    [
        (0.764, "%", 1, "76.4 %", "76.4 %"),
        (13_202_600, "TWD", 0, "$1,320.3 萬", "$13.2 M"),
        (5, "家", 0, "5 家", "5 家"),
        (-0.5, "", 1, "−0.5", "−0.5"),
        (4.05, "/5", 2, "4.05 /5", "4.05 /5"),
        (512_057, "TWD/人", 0, "$51.2 萬/人", "$512.1 K/人"),
    ],
    ids=["percent", "money", "count", "negative", "scale", "money per head"],
)
def test_a_value_is_shown_with_its_unit(
    value: float, unit: str, decimals: int, zh: str, en: str
) -> None:
    found = seen(value, ">=1", unit, decimals=decimals)

    assert str(value_of(found, "zh_TW")) == zh
    assert str(value_of(found, "en")) == en


def test_a_value_never_looks_as_if_it_lay_on_the_other_side_of_a_limit() -> None:
    found = seen(0.9796, ">=0.98", "%", decimals=1)

    assert str(value_of(found, "zh_TW")) == "97.96 %"


def test_a_missing_value_is_not_shown_as_a_number() -> None:
    found = seen(None, ">=1")

    assert value_of(found, "en") is None
    assert isinstance(found.value, Missing)


@pytest.mark.parametrize(
    ("aim", "unit", "direction", "text"),
    [
        (">=0.95", "%", Direction.HIGHER, "≥ 95.0"),
        ("<10", "件", Direction.LOWER, "< 10"),
        (">=4.16666666667", "家", Direction.HIGHER, "≥ 4.17"),
        ("0.95..1.05", "%", Direction.RANGE, "95.0–105.0"),
        (">=15000000", "TWD", Direction.HIGHER, "≥ $1,500萬"),
        ("=0", "次", Direction.ZERO, "0"),
    ],
)
def test_a_target_is_shown_with_its_comparator(
    aim: str, unit: str, direction: Direction, text: str
) -> None:
    assert target_of(seen(1, aim, unit, direction), "zh_TW") == text


def test_attainment_never_says_a_hundred_for_less() -> None:
    assert attainment_of(seen(0.9799, ">=0.98", "%")) == "99.99%"


def test_a_score_is_cut_and_not_rounded() -> None:
    assert score_of(89.97) == "89.9"
