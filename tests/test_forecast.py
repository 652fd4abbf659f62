"""Forecasts and landings: every worked case, and by hand."""

import json
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest

from scorecard import theta
from scorecard.forecast import Way, choose, fit_series, forecast
from scorecard.landing import Expected, Landing, Outlook, land
from scorecard.scoring import Criterion
from scorecard.vocabulary import Direction, Missing, Value

EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "forecast.json"
CASES = json.loads(EXAMPLES.read_text("utf-8"))
GONE = Missing("no_data")
OPS = {"forecast", "theta", "seasonal_indices", "choose", "landing", "fit_series"}


def of(op: str) -> list[Any]:
    return [pytest.param(c["given"], c["expect"], id=c["id"]) for c in CASES
            if c["given"]["op"] == op]  # fmt: skip


def numbers(texts: list[Any]) -> list[float]:
    return [float(text) for text in texts]


def cells(texts: list[Any]) -> list[Value]:
    return [GONE if text is None else float(text) for text in texts]


def close(expected: list[Any]) -> Any:
    return pytest.approx(numbers(expected), abs=1e-6)


def test_every_worked_case_is_of_a_known_kind() -> None:
    assert {case["given"]["op"] for case in CASES} == OPS


@pytest.mark.parametrize(("given", "expect"), of("forecast"))
def test_a_forecast_is_that_of_the_worked_case(
    given: dict[str, Any], expect: dict[str, Any]
) -> None:
    method = Way(given["method"]) if "method" in given else None

    made = forecast(
        numbers(given["values"]), given["horizon"], season=given.get("season", 1), method=method
    )

    assert made is not None
    assert made.method == expect.get("method", made.method)
    assert list(made.points) == close(expect.get("point", made.points))
    assert list(made.half_widths) == close(expect.get("half_width", made.half_widths))
    assert made.q == (float(expect["q"]) if "q" in expect else made.q)
    assert made.errors == expect.get("errors", made.errors)
    assert made.provisional == expect.get("provisional", made.provisional)
    lows = list(made.lows) or None  # without an interval there is no lower end
    assert lows == expect.get("low", lows)


@pytest.mark.parametrize(("given", "expect"), of("theta"))
def test_theta_forecasts_as_in_the_worked_case(
    given: dict[str, Any], expect: dict[str, Any]
) -> None:
    """R-FORECAST-2, R-FORECAST-3."""
    values = numbers(given["values"])

    points = theta.forecast(values, given["horizon"], given.get("season", 1))

    assert points == close(expect["point"])
    if "alpha" in expect:
        assert theta.fit(values).alpha == float(expect["alpha"])


@pytest.mark.parametrize(("given", "expect"), of("seasonal_indices"))
def test_a_season_has_the_indices_of_the_worked_case(
    given: dict[str, Any], expect: dict[str, Any]
) -> None:
    """R-FORECAST-3."""
    values, season = numbers(given["values"]), given["season"]

    indices = theta.seasonal_indices(values, season)

    assert indices == close(expect["indices"])
    assert theta.is_seasonal(values, season) is expect["seasonal"]


@pytest.mark.parametrize(("given", "expect"), of("choose"))
def test_the_method_is_chosen_as_in_the_worked_case(
    given: dict[str, Any], expect: dict[str, Any]
) -> None:
    choice = choose(numbers(given["values"]), given.get("season", 1))

    assert choice.method == expect["method"]
    for method, error in expect["mae"].items():
        assert choice.mae[Way(method)] == pytest.approx(float(error), abs=1e-6)


@pytest.mark.parametrize(("given", "expect"), of("fit_series"))
def test_gaps_are_treated_as_in_the_worked_case(
    given: dict[str, Any], expect: dict[str, Any]
) -> None:
    fitted = fit_series(cells(given["values"]))

    assert list(fitted.series) == numbers(expect["series"])
    assert fitted.forecast_first == expect.get("forecast_first", 0)


@pytest.mark.parametrize(("given", "expect"), of("landing"))
def test_the_year_lands_as_in_the_worked_case(
    given: dict[str, Any], expect: dict[str, Any]
) -> None:
    criterion = Criterion(Direction(given.get("better", "higher")), float(given["target"]))

    expected = Expected(numbers(given["point"]), numbers(given["half_width"]))
    landing = land(cells(given["actual"]), expected, criterion)

    found = landing._asdict() | {"landing": landing.value}
    assert expect == {name: found[name] for name in expect}


def test_fewer_than_three_values_have_no_forecast() -> None:
    assert forecast([1.0, 2.0], 3) is None


def test_a_method_that_needs_more_values_has_no_forecast() -> None:
    assert forecast([1.0, 2.0, 3.0], 3, season=12, method=Way.SEASONAL_NAIVE) is None


def test_a_filled_cell_is_named() -> None:
    assert fit_series([10.0, GONE, 14.0]).filled == (1,)


def test_two_missing_in_a_row_start_anew() -> None:
    assert fit_series([1.0, GONE, 2.0, GONE, GONE, 3.0]).series == (3.0,)


def test_a_better_method_must_be_clearly_better() -> None:
    # Naive is 1 off on average; Theta, fitted to a flat series, forecasts the same level.
    choice = choose([5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 6.0, 6.0])

    assert choice.method is Way.NAIVE


def test_forecast_and_interval_are_cut_at_natural_bounds() -> None:
    made = forecast([8.0, 3.0, 8.0, 3.0, 8.0, 3.0], 1, method=Way.NAIVE, floor=0, ceiling=7)

    assert made is not None
    assert (made.lows, made.points, made.highs) == ((0,), (3,), (7,))


def test_an_interval_is_rounded_once() -> None:
    made = forecast([2.0, 3.0, 2.0, 3.0, 2.0], 2, method=Way.NAIVE)

    # 2 - √2 = 0.58578643762690…, not 2 - 1.41421356237.
    assert made is not None
    assert (made.half_widths[1], made.lows[1]) == (1.41421356237, 0.585786437627)


def test_errors_are_differences_of_decimals() -> None:
    made = forecast([1000000.0, 1000000.1, 1000000.0, 1000000.1, 1000000.0], 1, method=Way.NAIVE)

    assert made is not None
    assert (made.q, made.lows) == (0.1, (999999.9,))


def test_a_seasonal_interval_grows_by_season() -> None:
    values: list[Value] = [1.0, 5.0, 2.0, 6.0, 3.0, 7.0, 4.0, 8.0]

    made = forecast(values, 3, season=2, method=Way.SEASONAL_NAIVE)

    assert made is not None
    assert made.half_widths == (1, 1, 1.41421356237)


LOWER = Direction.LOWER
AHEAD = Expected([10.0, 10.0], [2.0, 3.0])
OUTLOOKS = [
    (Criterion(Direction.HIGHER, 96.0), Outlook.OFF_COURSE),
    (Criterion(LOWER, 95.0), Outlook.ON_COURSE),
    (Criterion(LOWER, 95.0, strict=True), Outlook.UNCERTAIN),
    (Criterion(LOWER, 84.0), Outlook.OFF_COURSE),
    (Criterion(Direction.RANGE, low=80.0, high=100.0), Outlook.ON_COURSE),
    (Criterion(Direction.RANGE, low=88.0, high=92.0), Outlook.UNCERTAIN),
    (Criterion(Direction.RANGE, low=96.0, high=99.0), Outlook.OFF_COURSE),
    (Criterion(Direction.NONE), Outlook.UNCERTAIN),
]


@pytest.mark.parametrize(("criterion", "outlook"), OUTLOOKS)
def test_the_outlook_is_that_of_the_whole_interval(criterion: Criterion, outlook: Outlook) -> None:
    assert land([30.0, 40.0], AHEAD, criterion).outlook is outlook


def test_a_finished_year_has_landed() -> None:
    landing = land([30.0, GONE, 40.0], Expected([], []), Criterion(Direction.HIGHER, 70.0))

    assert landing == Landing(70, 70, 70, 70, Outlook.ON_COURSE, None, 1)


def test_counts_that_happened_cannot_be_undone() -> None:
    landing = land([70.0], Expected([1.0], [5.0]), Criterion(LOWER, 70.0), bounds=(0, None))

    assert (landing.low, landing.high) == (70, 76)
