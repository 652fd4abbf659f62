"""Colour and score of many values at once, cell by cell as `scoring.judge`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from scorecard.limits import Criterion, ExactLimits, Limits, Side, exact_limits, limits
from scorecard.scoring import BELOW, fixed, judge, strict_edges
from scorecard.snapping import snap_many
from scorecard.vocabulary import Direction, Status

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: What a status code means: its place in this order.
CODES = tuple(Status)
_GREEN, _AMBER, _RED, _, _GREY = range(5)
_NOWHERE = Side(*[float("nan")] * 4)
_YES = Side(1.0, 1.0, 1.0, 1.0)
#: A float is off by at most half of this part of itself; eight times that is on the safe side.
_ROUNDING = 2.0**-50
#: Two limits on each of two sides.
_MOST_EDGES = 4
_NO_EDGE = (float("nan"), Status.GREEN, 100.0)


class Judged(NamedTuple):
    """Status codes (uint8, see `CODES`) and scores (0 to 100, NaN where there is none)."""

    codes: "NDArray[np.uint8]"
    scores: "NDArray[np.float64]"


class _Table(NamedTuple):
    """What the criteria say, one row each; `sides` has a low and a high row for each, `exact` the
    same as near as a float comes before snapping, `edges` a column for each value that a strict
    limit turns away."""

    sides: "NDArray[np.float64]"
    exact: "NDArray[np.float64]"
    edges: "NDArray[np.float64]"
    edge_codes: "NDArray[np.uint8]"
    edge_scores: "NDArray[np.float64]"
    by_distance: "NDArray[np.bool_]"
    fixed: "NDArray[np.uint8]"


def judge_many(
    values: "NDArray[np.float64]",
    criteria: Sequence[Criterion | None],
    which: "NDArray[np.int64] | None" = None,
) -> Judged:
    """`values` (1-dimensional, NaN for missing) judged by `criteria[which[i]]`, or all by the
    first one. Blue and grey cells have no score."""
    import numpy as np

    table = _table(criteria)
    rows = np.zeros(values.size, np.int64) if which is None else which
    size = snap_many(values)
    size = np.where(table.by_distance[rows], np.abs(size), size)
    codes = np.full(values.size, _GREEN, np.uint8)
    scores = np.full(values.size, 100.0)
    over = size > table.sides[2 * rows + 1, 0]
    short = np.flatnonzero((size < table.sides[2 * rows, 0]) | over)
    side, sign = 2 * rows[short] + over[short], np.where(over[short], -1.0, 1.0)
    found = _short_of(size[short], table.sides[side], table.exact[side], sign)
    codes[short], scores[short] = found.codes, found.scores
    for at in short[np.isnan(found.scores)].tolist():
        scores[at] = judge(float(values[at]), criteria[rows[at]]).score or 0.0
    for column in reversed(range(_MOST_EDGES)):  # where two lie on one value the first counts
        at = np.flatnonzero(size == table.edges[rows, column])
        codes[at] = table.edge_codes[rows[at], column]
        scores[at] = table.edge_scores[rows[at], column]
    fixed = table.fixed[rows]
    fixed[~np.isfinite(values)] = _GREY
    unscored = fixed != _GREEN
    codes[unscored], scores[unscored] = fixed[unscored], np.nan
    return Judged(codes, scores)


def _short_of(
    value: "NDArray[np.float64]",
    sides: "NDArray[np.float64]",
    exact: "NDArray[np.float64]",
    sign: "NDArray[np.float64]",
) -> Judged:
    """Values that do not reach the target of their side (R-SCORE-1); NaN for a score so near a
    tie that a float cannot say to which side it is rounded."""
    import numpy as np

    _, green, amber, floor = sides.T
    codes = np.where(sign * value >= sign * green, _GREEN, _RED).astype(np.uint8)
    codes[(codes == _RED) & (sign * value >= sign * amber)] = _AMBER
    target, green, amber, lowest = exact.T
    start, end = np.choose(codes, [green, amber, lowest]), np.choose(codes, [target, green, amber])
    base, more = np.choose(codes, [90.0, 60.0, 0.0]), np.choose(codes, [10.0, 30.0, 60.0])
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (value - start) / (end - start)
        near = base + more * share
        size = np.abs(value) + np.abs(start) + np.abs(end)
        doubt = _ROUNDING * (more * (1 + np.abs(share)) * size / np.abs(end - start) + base + more)
        scores = snap_many(near - doubt)
        scores[scores != snap_many(near + doubt)] = np.nan
    scores = np.maximum(scores, base)
    scores = np.minimum(scores, np.choose(codes, [100.0, BELOW[Status.AMBER], BELOW[Status.RED]]))
    scores[(codes == _RED) & (sign * value <= sign * floor)] = 0.0
    return Judged(codes, scores)


def _table(criteria: Sequence[Criterion | None]) -> _Table:
    import numpy as np

    fixed = [_fixed(criterion) for criterion in criteria]
    used = [
        _limits(criterion) if code == _GREEN else Limits()
        for criterion, code in zip(criteria, fixed, strict=True)
    ]
    exact = [
        exact_limits(criterion) if criterion and code == _GREEN else ExactLimits()
        for criterion, code in zip(criteria, fixed, strict=True)
    ]
    edges = [_edges(c, u) for c, u in zip(criteria, used, strict=True)]
    return _Table(
        np.array([side or _NOWHERE for pair in used for side in pair]),
        np.array([side or _NOWHERE for pair in exact for side in pair], float),
        np.array([[edge for edge, _, _ in row] for row in edges]),
        np.array([[CODES.index(status) for _, status, _ in row] for row in edges], np.uint8),
        np.array([[score for _, _, score in row] for row in edges]),
        np.array([c is not None and c.direction is Direction.ZERO for c in criteria]),
        np.array(fixed, np.uint8),
    )


def _limits(criterion: Criterion | None) -> Limits:
    if criterion is None:
        return Limits()
    return Limits(low=_YES) if criterion.direction is Direction.YES else limits(criterion)


def _fixed(criterion: Criterion | None) -> int:
    """Blue or grey where a criterion makes every value so, else green."""
    found = fixed(criterion)
    return _GREEN if found is None else CODES.index(found.status)


def _edges(criterion: Criterion | None, used: Limits) -> list[tuple[float, Status, float]]:
    """The strict edges of a criterion, filled up with some that no value lies on."""
    if criterion is None or criterion.direction is Direction.YES:
        return [_NO_EDGE] * _MOST_EDGES
    found = strict_edges(criterion, used)
    return [*found, *[_NO_EDGE] * (_MOST_EDGES - len(found))]
