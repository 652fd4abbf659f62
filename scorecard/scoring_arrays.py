"""Colour and score of many values at once, cell by cell as `scoring.judge`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from scorecard.scoring import Criterion, Limits, Side, judge, limits, strict_edges
from scorecard.snapping import difference, snap_many
from scorecard.vocabulary import Direction, Status

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: What a status code means: its place in this order.
CODES = tuple(Status)
_GREEN, _AMBER, _RED, _, _GREY = range(5)
_NOWHERE = Side(*[float("nan")] * 4)
_YES = Side(1.0, 1.0, 1.0, 1.0)
#: Two limits on each of two sides.
_MOST_EDGES = 4
_NO_EDGE = (float("nan"), Status.GREEN, 100.0)


class Judged(NamedTuple):
    """Status codes (uint8, see `CODES`) and scores (0 to 100, NaN where there is none)."""

    codes: "NDArray[np.uint8]"
    scores: "NDArray[np.float64]"


class _Table(NamedTuple):
    """What the criteria say, one row each; `sides` has a low and a high row for each, `edges` a
    column for each value that a strict limit turns away."""

    sides: "NDArray[np.float64]"
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
    codes[short], scores[short] = _short_of(
        size[short], table.sides[2 * rows[short] + over[short]], np.where(over[short], -1.0, 1.0)
    )
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
    value: "NDArray[np.float64]", sides: "NDArray[np.float64]", sign: "NDArray[np.float64]"
) -> Judged:
    """Values that do not reach the target of their side (R-SCORE-1)."""
    import numpy as np

    target, green, amber, floor = sides.T
    codes = np.where(sign * value >= sign * green, _GREEN, _RED).astype(np.uint8)
    codes[(codes == _RED) & (sign * value >= sign * amber)] = _AMBER
    start = np.choose(codes, [green, amber, floor])
    end = np.choose(codes, [target, green, amber])
    with np.errstate(divide="ignore", invalid="ignore"):
        share = difference(value, start) / difference(end, start)
        scores = snap_many(
            np.choose(codes, [90.0, 60.0, 0.0]) + np.choose(codes, [10.0, 30.0, 60.0]) * share
        )
    scores = np.minimum(scores, np.choose(codes, [100.0, 89.9999999999, 59.9999999999]))
    scores[(codes == _RED) & (sign * value <= sign * floor)] = 0.0
    return Judged(codes, scores)


def _table(criteria: Sequence[Criterion | None]) -> _Table:
    import numpy as np

    fixed = [_fixed(criterion) for criterion in criteria]
    used = [
        _limits(criterion) if code == _GREEN else Limits()
        for criterion, code in zip(criteria, fixed, strict=True)
    ]
    edges = [_edges(c, u) for c, u in zip(criteria, used, strict=True)]
    return _Table(
        np.array([side or _NOWHERE for pair in used for side in pair]),
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
    status = judge(0.0, criterion).status
    return CODES.index(status) if status in {Status.BLUE, Status.GREY} else _GREEN


def _edges(criterion: Criterion | None, used: Limits) -> list[tuple[float, Status, float]]:
    """The strict edges of a criterion, filled up with some that no value lies on."""
    if criterion is None or criterion.direction is Direction.YES:
        return [_NO_EDGE] * _MOST_EDGES
    found = strict_edges(criterion, used)
    return [*found, *[_NO_EDGE] * (_MOST_EDGES - len(found))]
