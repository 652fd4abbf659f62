"""What comes next, chosen by what would have been right before (R-FORECAST)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from math import fsum, sqrt
from typing import NamedTuple

from scorecard import theta
from scorecard.number import exact, snap, snap_exact
from scorecard.vocabulary import Frequency, Missing, Value

_LEAST, _LEAST_FOR_CHOICE, _LEAST_FOR_THETA = 3, 8, 6
_LEAST_ERRORS, _ENOUGH_ERRORS = 4, 12
#: A method replaces the best so far only if its error is this much smaller (R-FORECAST-4).
_WORTH = 0.95

#: Periods in a season (R-FORECAST-1).
SEASONS = {
    Frequency.MONTH: 12,
    Frequency.QUARTER: 4,
    Frequency.HALF: 2,
    Frequency.WEEK: 52,
    Frequency.DAY: 7,
}


class Way(StrEnum):
    """The methods, in the order in which they are climbed."""

    NAIVE = "naive"
    SEASONAL_NAIVE = "seasonal_naive"
    THETA = "theta"
    SEASONAL_THETA = "seasonal_theta"


class Fitted(NamedTuple):
    """The values a forecast is made from: `series` without gaps, the positions that were
    `filled` for it, and how many missing cells at the end are its first steps."""

    series: tuple[float, ...]
    filled: tuple[int, ...]
    forecast_first: int


class Choice(NamedTuple):
    """The method chosen and the mean absolute error of each on the values held out."""

    method: Way
    mae: Mapping[Way, float]


@dataclass(frozen=True, slots=True)
class Forecast:
    """The steps after the newest value. Without an 80 % interval (`q` None) `half_widths`,
    `lows` and `highs` are empty; `errors` is how many errors it rests on, `provisional` that
    they are fewer than 12. `filled` are the positions filled for fitting."""

    method: Way
    points: tuple[float, ...]
    mae: Mapping[Way, float] = field(default_factory=dict)
    q: float | None = None
    half_widths: tuple[float, ...] = ()
    lows: tuple[float, ...] = ()
    highs: tuple[float, ...] = ()
    errors: int = 0
    provisional: bool = False
    filled: tuple[int, ...] = ()


def forecast(
    values: Sequence[Value],
    horizon: int,
    *,
    season: int = 1,
    method: Way | None = None,
    floor: float | None = None,
    ceiling: float | None = None,
) -> Forecast | None:
    """The `horizon` steps after the newest of `values`, oldest first; None from fewer than 3,
    or than `method` needs.

    Missing cells at the end are the first of these steps. `season` is the number of periods in
    one (1: none), `method` None means the one chosen by holdout; `floor` and `ceiling` are
    natural bounds of points and interval. Everything is snapped once, when it is given back
    (R-NUMBER-2).
    """
    fitted = fit_series(values)
    series = fitted.series
    if len(series) < _LEAST:
        return None
    choice = choose(series, season)
    way = method or choice.method
    if not _is_usable(way, series, season):
        return None
    points = _ahead(way, series, horizon, season)
    errors = _one_step_errors(way, series, season)
    q = _radius(errors)
    widths = [] if q is None else [q * _growth(way, step + 1, season) for step in range(horizon)]
    pairs = [(exact(point), exact(width)) for point, width in zip(points, widths, strict=False)]
    return Forecast(
        way,
        tuple(_cut(snap(point), floor, ceiling) for point in points),
        choice.mae,
        None if q is None else snap(q),
        tuple(map(snap, widths)),
        tuple(_cut(snap_exact(point - width), floor, ceiling) for point, width in pairs),
        tuple(_cut(snap_exact(point + width), floor, ceiling) for point, width in pairs),
        len(errors),
        q is not None and len(errors) < _ENOUGH_ERRORS,
        fitted.filled,
    )


def points_ahead(values: Sequence[Value], horizon: int, *, season: int = 1) -> list[float] | None:
    """The points of `forecast` alone, unrounded and without bounds; None from fewer than 3."""
    series = fit_series(values).series
    if len(series) < _LEAST:
        return None
    return _ahead(choose(series, season).method, series, horizon, season)


def fit_series(values: Sequence[Value]) -> Fitted:
    """The run after the last gap, single missing cells filled by their neighbours' mean
    (R-FORECAST-7)."""
    end = len(values)
    while end and isinstance(values[end - 1], Missing):
        end -= 1
    run: list[float] = []
    filled: list[int] = []
    for place in range(end - 1, -1, -1):
        value = values[place]
        if isinstance(value, Missing):
            before = values[place - 1] if place else value
            if isinstance(before, Missing):
                break
            filled.append(place)
            value = float((exact(before) + exact(run[-1])) / 2)
        run.append(value)
    return Fitted(tuple(reversed(run)), tuple(reversed(filled)), len(values) - end)


def choose(series: Sequence[float], season: int = 1) -> Choice:
    """The method that forecast the last values best from those before (R-FORECAST-4)."""
    return _chosen(tuple(series), season)


#: A line is looked at again more often than it changes.
@lru_cache(maxsize=128)
def _chosen(series: tuple[float, ...], season: int) -> Choice:
    if len(series) < _LEAST_FOR_CHOICE:
        return Choice(Way.NAIVE, {})
    held = min(6, len(series) // 4)
    known, later = series[:-held], series[-held:]
    mae: dict[Way, float] = {}
    best = Way.NAIVE
    for way in (way for way in Way if _is_usable(way, known, season)):
        points = _ahead(way, known, held, season)
        mae[way] = fsum(map(_apart, later, points)) / held
        if snap(mae[way]) < snap(_WORTH * mae[best]):
            best = way
    return Choice(best, {way: snap(error) for way, error in mae.items()})


def _is_usable(way: Way, known: Sequence[float], season: int) -> bool:
    match way:
        case Way.NAIVE:
            return True
        case Way.SEASONAL_NAIVE:
            return season > 1 and len(known) >= season
        case Way.THETA:
            return len(known) >= _LEAST_FOR_THETA
    return len(known) >= _LEAST_FOR_THETA and theta.is_seasonal(known, season)


def _ahead(way: Way, known: Sequence[float], horizon: int, season: int) -> list[float]:
    match way:
        case Way.NAIVE:
            return [known[-1]] * horizon
        case Way.SEASONAL_NAIVE:
            return [known[len(known) - season + step % season] for step in range(horizon)]
        case Way.THETA:
            return theta.forecast(known, horizon)
    return theta.forecast(known, horizon, season)


@lru_cache(maxsize=128)
def _one_step_errors(way: Way, series: tuple[float, ...], season: int) -> tuple[float, ...]:
    """Absolute errors of one step from every start the method can be fitted at (R-FORECAST-5)."""
    first = _first_fitted(way, season)
    match way:
        case Way.NAIVE:
            said: Sequence[float] = series[:-1]
        case Way.SEASONAL_NAIVE:
            said = series[:-season]
        case Way.THETA:
            said = theta.refitted(series, first)
        case Way.SEASONAL_THETA:
            said = theta.refitted(series, first, season)
    return tuple(map(_apart, series[first:], said))


def _first_fitted(way: Way, season: int) -> int:
    """How many values come before the first that the method can forecast."""
    match way:
        case Way.NAIVE:
            return 1
        case Way.SEASONAL_NAIVE:
            return season
        case Way.THETA:
            return _LEAST_FOR_THETA
    return max(2 * season, _LEAST_FOR_THETA)


def _apart(one: float, other: float) -> float:
    """How far apart two values are, as decimals: 1000000.1 and 1000000 are 0.1 apart."""
    return abs(float(exact(one) - exact(other)))


def _radius(errors: Sequence[float]) -> float | None:
    count = len(errors)
    if count < _LEAST_ERRORS:
        return None
    # ⌈0.8 (k + 1)⌉ in whole numbers, so that no binary 0.8 spoils it.
    return sorted(errors)[-(-4 * (count + 1) // 5) - 1]


def _growth(way: Way, steps: int, season: int) -> float:
    """How much wider the interval is so many steps ahead."""
    return sqrt(-(-steps // season) if way is Way.SEASONAL_NAIVE else steps)


def _cut(value: float, floor: float | None, ceiling: float | None) -> float:
    above = value if floor is None else max(value, floor)
    return above if ceiling is None else min(above, ceiling)
