"""Trend signals: every worked case, and by hand."""

import json
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest

from scorecard.signal import Rule, Signal, chart, meaning
from scorecard.vocabulary import Direction, Missing, Value

EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "xmr.json"
CASES = json.loads(EXAMPLES.read_text("utf-8"))
GONE = Missing("no_data")
NUMBERS = {"mean": "mean", "mr_bar": "mr_bar", "unpl": "upper", "lnpl": "lower",
           "url": "range_upper"}  # fmt: skip
RULES = {"outside": Rule.OUTSIDE, "run8": Rule.RUN, "near3of4": Rule.NEAR, "range": Rule.RANGE}


def bound(text: str | None) -> float | None:
    return None if text is None else float(text)


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_a_series_has_the_limits_and_signals_of_the_worked_case(case: dict[str, Any]) -> None:
    given, expect = case["given"], case["expect"]
    values = [GONE if text is None else float(text) for text in given["values"]]

    drawn = chart(values, floor=bound(given.get("floor")), ceiling=bound(given.get("ceiling")))

    (segment,) = drawn.segments
    for name in NUMBERS.keys() & expect.keys():
        assert getattr(segment, NUMBERS[name]) == float(expect[name]), name
    for name in RULES.keys() & expect.keys():
        assert drawn.positions(RULES[name]) == expect[name], name
    assert segment.quality == expect.get("status", segment.quality)
    present = [value for value in values[segment.start : segment.end] if value != GONE]
    assert len(present) == expect.get("n", len(present))


STEADY: list[Value] = [10.0, 12.0] * 3


def test_no_range_is_taken_across_a_gap() -> None:
    values: list[Value] = [10.0, 12.0, GONE, 11.0, 14.0, GONE, 1.0, GONE, 1.0]

    assert chart(values).segments[0].mr_bar == 2.5


def test_the_median_option_uses_its_own_factors() -> None:
    (segment,) = chart([90.0, 92.0, 91.0, 93.0, 92.0, 94.0], median=True).segments

    assert (segment.mr_bar, segment.upper, segment.range_upper) == (2, 98.29, 7.73)


def test_limits_keep_their_twelfth_digit() -> None:
    values: list[Value] = [10.0, 12.0, GONE, 11.0, 14.0, 10.0, 12.0, 11.0]

    (segment,) = chart(values).segments

    # 80/7 = 11.428571428571… with 2.66 · 2.4 = 6.384 and 1.33 · 2.4 = 3.192 beside it.
    assert (segment.mean, segment.mr_bar) == (11.4285714286, 2.4)
    assert (segment.lower, segment.upper) == (5.04457142857, 17.8125714286)
    assert (segment.near_lower, segment.near_upper) == (8.23657142857, 14.6205714286)


def test_ranges_are_those_of_the_first_24_values_and_none_lies_across_a_gap() -> None:
    values: list[Value] = [*[10.0, 12.0] * 6, GONE, *[20.0, 26.0] * 6, 90.0, 10.0]

    (segment,) = chart(values).segments

    # Eleven ranges of 2 and eleven of 6; the mean of twelve values of 11 and twelve of 23.
    assert (segment.mean, segment.mr_bar) == (17, 4)


def test_values_after_the_first_24_do_not_move_the_limits() -> None:
    values: list[Value] = [10.0, 12.0] * 12

    assert chart([*values, 50.0]).segments[0].upper == chart(values).segments[0].upper


def test_a_value_on_a_limit_is_no_signal() -> None:
    baseline: list[Value] = [10.0, 12.0] * 12
    mean, mr_bar = 11, 2

    drawn = chart([*baseline, mean + 2.66 * mr_bar])

    assert drawn.positions(Rule.OUTSIDE) == []


def test_nine_above_the_mean_signal_twice() -> None:
    values: list[Value] = [*[1.0, 3.0] * 12, 2.0, *[2.5] * 9]

    assert chart(values).positions(Rule.RUN) == [32, 33]


def test_a_value_on_the_mean_ends_a_run() -> None:
    values: list[Value] = [*[1.0, 3.0] * 12, *[2.5] * 6, 2.0, *[2.5] * 6]

    assert chart(values).positions(Rule.RUN) == []


def test_three_of_four_near_a_limit_signal_at_the_third() -> None:
    baseline: list[Value] = [10.0, 12.0] * 12

    drawn = chart([*baseline, 14.0, 11.0, 14.0, 14.0])

    assert drawn.positions(Rule.NEAR) == [27]


def test_a_gap_empties_the_window_of_near_values() -> None:
    baseline: list[Value] = [10.0, 12.0] * 12

    drawn = chart([*baseline, 14.0, 14.0, GONE, 14.0, 14.0])

    assert drawn.positions(Rule.NEAR) == []


def test_no_signal_arises_beyond_a_natural_bound() -> None:
    values: list[Value] = [0.99, 0.999, 0.98, 0.999, 0.99, 0.98]

    (segment,) = chart(values, ceiling=1.0).segments

    assert (segment.upper, segment.is_cut_above) == (1.0, True)


def test_a_new_segment_starts_without_limits() -> None:
    drawn = chart([*STEADY, 30.0, 31.0], starts=[6])

    assert [segment.quality for segment in drawn.segments] == ["provisional", "none"]
    assert drawn.signals == ()


def test_a_rising_trend_of_six_is_routine_variation() -> None:
    assert chart([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).positions(Rule.RUN) == []


@pytest.mark.parametrize(
    ("up", "toward", "word"),
    [
        (False, Direction.LOWER, "improvement"),
        (True, Direction.LOWER, "deterioration"),
        (True, Direction.HIGHER, "improvement"),
        (True, Direction.RANGE, None),
    ],
)
def test_a_signal_is_named_by_direction(up: bool, toward: Direction, word: str | None) -> None:
    assert meaning(Signal(0, Rule.OUTSIDE, up), toward) == word


def test_no_values_have_no_signals() -> None:
    assert chart([]).signals == ()
