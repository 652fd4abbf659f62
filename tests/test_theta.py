"""Theta refitted at many starts: the same as fitting it at each."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard import theta

VALUES = st.integers(1, 10**4).map(lambda n: n / 100)
LINES = st.lists(st.lists(VALUES, min_size=1, max_size=20), min_size=1, max_size=8)


@given(LINES)
def test_lines_smoothed_together_are_smoothed_as_if_alone(lines: list[list[float]]) -> None:
    lines.sort(key=len)

    assert theta.smoothed_together(lines) == [theta.smoothed_alone(line) for line in lines]


@settings(max_examples=25)
@given(st.lists(VALUES, min_size=9, max_size=30), st.sampled_from([1, 2, 3, 4]))
def test_a_refit_at_each_start_is_a_forecast_from_the_values_before(
    values: list[float], season: int
) -> None:
    first = max(2 * season, 6)

    said = theta.refitted(values, first, season)

    starts = range(first, len(values))
    assert said == [theta.forecast(values[:start], 1, season)[0] for start in starts]


def test_a_long_series_is_refitted_digit_for_digit() -> None:
    values = [100 + (n * 37) % 11 + n / 8 for n in range(90)]

    said = theta.refitted(values, 88, 12)

    assert said == [theta.forecast(values[:start], 1, 12)[0] for start in (88, 89)]
