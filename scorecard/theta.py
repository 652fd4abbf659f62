"""The Theta method, plain and seasonal (R-FORECAST-2, R-FORECAST-3)."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

_ALPHAS = tuple(step / 100 for step in range(1, 101))
#: So many values of all fits together are smoothed one by one in less time than numpy takes to
#: be loaded, and before the first paint nothing may load it.
_FEW = 2000

Line = Sequence[float]
Smoothed = tuple[float, float]


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
    return _fits([values])[0]


def forecast(values: Sequence[float], horizon: int, season: int = 1) -> list[float]:
    """The next `horizon` values; with `season` > 1 by seasonal Theta, which needs values above 0
    and at least two seasons."""
    if season <= 1:
        fitted = fit(values)
        return [fitted.ahead(step) for step in range(1, horizon + 1)]
    indices = seasonal_indices(values, season)
    fitted = fit(_without_season(values, indices))
    count = len(values)
    return [
        fitted.ahead(step) * indices[(count + step - 1) % season] for step in range(1, horizon + 1)
    ]


def refitted(values: Sequence[float], first: int, season: int = 1) -> list[float]:
    """What `forecast(values[:place], 1, season)` says for each `place` from `first` on, digit
    for digit, with all fits smoothed together."""
    places = range(first, len(values))
    if season <= 1:
        return [fitted.ahead(1) for fitted in _fits([values[:place] for place in places])]
    ratios = _ratios(values, season)
    # The average around a place needs half a season on both sides of it.
    indices = [_indices(ratios[: place - season // 2 * 2], season) for place in places]
    pairs = list(zip(places, indices, strict=True))
    fits = _fits([_without_season(values[:place], factors) for place, factors in pairs])
    return [
        fitted.ahead(1) * factors[place % season]
        for fitted, (place, factors) in zip(fits, pairs, strict=True)
    ]


def is_seasonal(values: Sequence[float], season: int) -> bool:
    """Whether seasonal Theta is possible: a season, all values above 0, two seasons of them."""
    return season > 1 and len(values) >= 2 * season and min(values) > 0


def seasonal_indices(values: Sequence[float], season: int) -> list[float]:
    """The factor of each place in the season, the first value's first; their mean is 1."""
    return _indices(_ratios(values, season), season)


def _without_season(values: Sequence[float], indices: Sequence[float]) -> list[float]:
    return [value / indices[place % len(indices)] for place, value in enumerate(values)]


def _ratios(values: Sequence[float], season: int) -> list[float]:
    """Each value over the moving average around it, from the first that has one on."""
    half = season // 2
    return [
        values[place] / _centred(values, place, season) for place in range(half, len(values) - half)
    ]


def _indices(ratios: Sequence[float], season: int) -> list[float]:
    shares: list[list[float]] = [[] for _ in range(season)]
    for place, ratio in enumerate(ratios, season // 2):
        shares[place % season].append(ratio)
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


def _fits(several: Sequence[Line]) -> list[Fit]:
    """Theta fitted to each of some series, the shorter ones first."""
    lines = [_line(values) for values in several]
    seconds = [
        [2 * y - (start + slope * t) for t, y in enumerate(values, 1)]
        for values, (start, slope) in zip(several, lines, strict=True)
    ]
    return [
        Fit(start, slope, level, alpha, len(values))
        for values, (start, slope), (level, alpha) in zip(
            several, lines, _smoothed(seconds), strict=True
        )
    ]


def _line(values: Sequence[float]) -> tuple[float, float]:
    """Start and slope of the least squares line over t = 1, 2 …"""
    count = len(values)
    middle, mean = (count + 1) / 2, fsum(values) / count
    spread = count * (count * count - 1) / 12
    slope = fsum((t - middle) * (y - mean) for t, y in enumerate(values, 1)) / spread
    return mean - slope * middle, slope


def _smoothed(lines: Sequence[Line]) -> list[Smoothed]:
    """The last level of each line, the shorter ones first, and the α that it is smoothed by: of
    0.01 … 1.00 the one with the smallest sum of squared one-step errors, the first on a tie."""
    if sum(map(len, lines)) > _FEW:
        return smoothed_together(lines)
    return [smoothed_alone(line) for line in lines]


def smoothed_alone(line: Line) -> Smoothed:
    """The last level of one line and its α."""
    alpha = min(_ALPHAS, key=lambda a: _run(line, a)[0])
    return _run(line, alpha)[1], alpha


def _run(line: Line, alpha: float) -> tuple[float, float]:
    """The sum of squared one-step errors and the last level."""
    level, squares = line[0], 0.0
    for value in line[1:]:
        error = value - level
        squares += error * error
        level += alpha * error
    return squares, level


def smoothed_together(lines: Sequence[Line]) -> list[Smoothed]:
    """As `smoothed_alone` of each line, the shorter ones first, digit for digit."""
    import numpy as np

    alphas, longest = np.array(_ALPHAS), len(lines[-1])
    table = np.array([[*line, *[0.0] * (longest - len(line))] for line in lines])
    level = np.repeat(table[:, :1], len(_ALPHAS), axis=1)
    squares = np.zeros_like(level)
    ended = 0
    for place in range(1, longest):
        while len(lines[ended]) <= place:
            ended += 1
        error = table[ended:, place, None] - level[ended:]
        squares[ended:] += error * error
        error *= alphas
        level[ended:] += error
    best = squares.argmin(axis=1).tolist()
    return [(float(level[row, at]), _ALPHAS[at]) for row, at in enumerate(best)]
