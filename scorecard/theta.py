"""The Theta method, plain and seasonal (R-FORECAST-2, R-FORECAST-3)."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

_ALPHAS = tuple(step / 100 for step in range(1, 101))


class Fit(NamedTuple):
    """The line `start + slope · t` (t from 1) of `size` values, and theta line 2 smoothed."""

    start: float
    slope: float
    level: float
    alpha: float
    size: int

    def ahead(self, steps: int) -> float:
        """The forecast `steps` after the last value."""
        return 0.5 * (self.start + self.slope * (self.size + steps)) + 0.5 * self.level


def fit(values: Sequence[float]) -> Fit:
    """Theta fitted to at least two values."""
    count = len(values)
    middle, mean = (count + 1) / 2, fsum(values) / count
    spread = fsum((t - middle) ** 2 for t in range(1, count + 1))
    slope = fsum((t - middle) * (y - mean) for t, y in enumerate(values, 1)) / spread
    start = mean - slope * middle
    line = [2 * y - (start + slope * t) for t, y in enumerate(values, 1)]
    alpha = min(_ALPHAS, key=lambda a: _smoothed(line, a)[0])
    return Fit(start, slope, _smoothed(line, alpha)[1], alpha, count)


def forecast(values: Sequence[float], horizon: int, season: int = 1) -> list[float]:
    """The next `horizon` values; with `season` > 1 by seasonal Theta, which needs values above 0
    and at least two seasons."""
    if season <= 1:
        fitted = fit(values)
        return [fitted.ahead(step) for step in range(1, horizon + 1)]
    indices = seasonal_indices(values, season)
    fitted = fit([value / indices[place % season] for place, value in enumerate(values)])
    count = len(values)
    return [
        fitted.ahead(step) * indices[(count + step - 1) % season] for step in range(1, horizon + 1)
    ]


def is_seasonal(values: Sequence[float], season: int) -> bool:
    """Whether seasonal Theta is possible: a season, all values above 0, two seasons of them."""
    return season > 1 and len(values) >= 2 * season and min(values) > 0


def seasonal_indices(values: Sequence[float], season: int) -> list[float]:
    """The factor of each place in the season, the first value's first; their mean is 1."""
    shares: list[list[float]] = [[] for _ in range(season)]
    half = season // 2
    for place in range(half, len(values) - half):
        shares[place % season].append(values[place] / _centred(values, place, season))
    means = [fsum(group) / len(group) for group in shares]
    mean = fsum(means) / season
    return [index / mean for index in means]


def _centred(values: Sequence[float], place: int, season: int) -> float:
    """The moving average around `place`; its ends count half where the season is even."""
    half = season // 2
    around = values[place - half : place + half + 1]
    if season % 2:
        return fsum(around) / season
    return (fsum(around) - (around[0] + around[-1]) / 2) / season


def _smoothed(line: Sequence[float], alpha: float) -> tuple[float, float]:
    """The sum of squared one-step errors and the last level of exponential smoothing."""
    level, squares = line[0], 0.0
    for value in line[1:]:
        error = value - level
        squares += error * error
        level += alpha * error
    return squares, level
