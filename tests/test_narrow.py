"""Numbers where a column has no room for all of their digits, word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.change import compare
from scorecard.evaluation import Cell
from scorecard.narrow import (
    narrow_attainment,
    narrow_change,
    narrow_target,
    narrow_value,
    tick_of,
)
from scorecard.number import show_brief
from scorecard.vocabulary import Direction, Missing
from tests.evaluation.boards import board, cell, kpi, measure, target
from tests.test_shown import seen


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (139_096_123, "", "1.391 億", "139.1 M"),
        (335_231, "件", "33.52 萬件", "335.2 K pcs"),
        (999_999_999_999_999, "TWD", "$1,000 兆", "$1,000 T"),
        (-4_500_000_000_000, "TWD/人", "−$4.5 兆/人", "−$4.5 T/person"),
        (1234.5678, "分", "1,235 分", "1.235 K points"),
        (12_345_678.9, "%", "12.35億 %", "1.235B %"),
    ],
)
def test_a_value_has_four_digits_in_the_unit_of_its_size(
    value: float, unit: str, zh: str, en: str
) -> None:
    found = seen(value, ">=1", unit, decimals=0)

    assert str(narrow_value(found, "zh_TW")) == zh
    assert str(narrow_value(found, "en")) == en


def test_a_value_in_few_digits_does_not_pass_its_target() -> None:
    found = seen(99_996_000, ">=100000000", decimals=0)

    assert str(narrow_value(found, "zh_TW")) == "9,999.6 萬"


def test_a_range_says_the_unit_of_its_ends_once() -> None:
    found = seen(99_000, "95000..105000", "TWD", Direction.RANGE)

    assert narrow_target(found, "zh_TW") == "$9.5–10.5萬"
    assert narrow_target(found, "en") == "$95–105K"


def changed(now: float, before: float, unit: str) -> Cell:
    """A KPI whose value is `now`."""
    there = board([measure("m"), kpi("m", unit=unit), target(">=1")], {"m": {"2025-05": now}})
    return cell(there, "2025-05")


@pytest.mark.parametrize(
    ("now", "before", "zh", "en"),
    [
        (286_000_000, 237_168_000, "+0.49億", "+48.8M"),
        (286_000_000, 285_168_000, "+83.2萬", "+0.83M"),
        (237_168_000, 286_000_000, "−0.49億", "−48.8M"),
    ],
)
def test_a_change_beside_a_value_in_a_large_unit_is_in_that_unit(
    now: float, before: float, zh: str, en: str
) -> None:
    found = changed(now, before, "TWD")
    change = compare(now, before)

    assert narrow_change(change, found, "zh_TW") == zh
    assert narrow_change(change, found, "en") == en


@pytest.mark.parametrize(
    ("value", "aim", "shown"),
    [(99.9999, ">=100", "99.9%"), (92.7, ">=100", "92%"), (1e9, ">=1", ">9,999%")],
)
def test_an_attainment_just_below_its_target_never_shows_a_hundred(
    value: float, aim: str, shown: str
) -> None:
    assert narrow_attainment(seen(value, aim)) == shown


def test_a_missing_value_has_no_digits() -> None:
    assert narrow_value(seen(None, ">=1"), "en") is None
    assert isinstance(seen(None, ">=1").value, Missing)


def test_an_axis_has_six_digits_of_a_long_number() -> None:
    found = seen(139_096_123, ">=1")

    assert tick_of(139_096_123, found, "zh_TW") == "1.39096億"
    assert tick_of(1_390_961, found, "zh_TW") == "1,390,961"


@given(st.floats(-1e15, 1e15), st.sampled_from(["wan", "kmb"]))
def test_few_digits_are_few(value: float, style: str) -> None:
    text = show_brief(value, digits=4, decimals=2, style=style)  # type: ignore[arg-type]  # a style

    assert sum(sign.isdigit() for sign in text) <= 5
    assert len(text) <= 8
