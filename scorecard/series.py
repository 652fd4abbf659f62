"""Many values made one: over time and over the organisation (R-VALUE)."""

from collections.abc import Sequence
from decimal import Decimal
from math import fsum
from typing import NamedTuple

from scorecard.number import snap
from scorecard.vocabulary import Method, Missing, Value

#: Reasons of a cell that nobody expects a value in: it is no gap (R-VALUE-1, R-VALUE-6).
_UNEXPECTED = frozenset({"not_due", "na"})


#: From this much cancellation on, binary sums would show digits that nobody typed.
_CANCELS = 100


class Aggregate(NamedTuple):
    """One value from several cells: `have` present ones `of` those that are due. `partial`
    where some but not all due cells are present, in any step (R-VALUE-6)."""

    value: Value
    have: int
    of: int
    partial: bool


Weights = Sequence[Value]


def aggregate(
    method: Method, cells: Sequence[Value], weights: Weights | None = None, not_due: int = 0
) -> Aggregate:
    """`cells`, oldest first, made one by `method`; missing ones are left out (R-VALUE-2).

    `weights` are those of the cells for WEIGHTED. The last `not_due` cells, and cells missing
    as `not_due` or `na`, are not counted in `of` unless they have a value. Missing as `no_data`
    where nothing is left, `not_due` or `na` where nothing was expected, `zero_weight`,
    `negative_weight`.
    """
    found = combined(method, cells, weights, not_due)
    return found._replace(value=snapped(found.value))


def combined(
    method: Method, cells: Sequence[Value], weights: Weights | None = None, not_due: int = 0
) -> Aggregate:
    """As `aggregate`, a mean with all its digits: what is computed further is snapped once, in
    the end (R-NUMBER-1)."""
    weighted = method is Method.WEIGHTED
    pairs = _weighted(cells, weights or ()) if weighted else [(v, 1.0) for v in _present(cells)]
    of = _expected(cells, not_due)
    if not pairs and method is not Method.COUNT:
        return Aggregate(_nothing(cells, of, not_due), 0, of, partial=False)
    value = _weighted_mean(pairs) if weighted else _made_one(method, [v for v, _ in pairs])
    return Aggregate(value, len(pairs), of, 0 < len(pairs) < of)


def ratio(
    numerators: Sequence[Value], denominators: Sequence[Value], not_due: int = 0
) -> Aggregate:
    """Sum over sum, never a mean of ratios; a cell that lacks either is left out (R-VALUE-3)."""
    both = [
        (above, below)
        for above, below in zip(numerators, denominators, strict=True)
        if not isinstance(above, Missing) and not isinstance(below, Missing)
    ]
    cells = [
        below if isinstance(below, Missing) else above
        for above, below in zip(numerators, denominators, strict=True)
    ]
    of = _expected(cells, not_due)
    if not both:
        return Aggregate(_nothing(cells, of, not_due), 0, of, partial=False)
    divisor = _added([below for _, below in both])
    if divisor == 0:
        value: Value = Missing("zero_denominator")
    else:
        value = snap(_added([above for above, _ in both]) / divisor)
    return Aggregate(value, len(both), of, 0 < len(both) < of)


def aggregate_grid(
    rows: Sequence[Sequence[Value]],
    over_org: Method,
    over_time: Method,
    weights: Sequence[Weights] | None = None,
    not_due: int = 0,
) -> Aggregate:
    """Units (rows) by periods (columns): first the units, then the periods (R-VALUE-7).

    `have` and `of` count the cells of the whole grid. Where both steps count, the counts of the
    periods are added.
    """
    columns = list(zip(*rows, strict=True))
    column_weights = list(zip(*weights, strict=True)) if weights is not None else []
    early = len(columns) - not_due
    steps = [
        combined(
            over_org,
            column,
            column_weights[place] if column_weights else None,
            not_due=len(column) if place >= early else 0,
        )
        for place, column in enumerate(columns)
    ]
    total_weights = [
        _total_weight(column, held) for column, held in zip(columns, column_weights, strict=False)
    ]
    counts = over_org is Method.COUNT and over_time is Method.COUNT
    in_time = Method.SUM if counts else over_time
    whole = aggregate(in_time, [step.value for step in steps], total_weights, not_due)
    have, of = sum(step.have for step in steps), sum(step.of for step in steps)
    return Aggregate(whole.value, have, of, whole.partial or any(step.partial for step in steps))


def total(values: Sequence[float]) -> float:
    """The sum as decimal arithmetic gives it, snapped (R-NUMBER-1): 1000000.1 - 1000000 is 0.1.

    Infinite or no number where the terms are, or where they are too large for a float.
    """
    return snap(_added(values))


def _added(values: Sequence[float]) -> float:
    """As `total`, with all its digits: what is divided by it or into parts is snapped once."""
    try:
        added = fsum(values)
        if fsum(map(abs, values)) > _CANCELS * abs(added):
            added = float(sum((Decimal(repr(value)) for value in values), Decimal()))
    except (OverflowError, ValueError):
        added = sum(values)
    return added


def like_target(cells: Sequence[Value], targets: Sequence[Value]) -> Value:
    """The sum of the targets of the cells that have values: what a partial or to-date sum is
    judged against (R-VALUE-6). Missing as `no_base` where one of those targets is missing."""
    of_present = [
        target for cell, target in zip(cells, targets, strict=True) if not isinstance(cell, Missing)
    ]
    known = _present(of_present)
    if not known or len(known) < len(of_present):
        return Missing("no_base")
    return total(known)


def snapped(value: Value) -> Value:
    """A value as it is stored, compared and shown (R-NUMBER-2)."""
    return value if isinstance(value, Missing) else snap(value)


def _present(cells: Sequence[Value]) -> list[float]:
    return [cell for cell in cells if not isinstance(cell, Missing)]


def _weighted(cells: Sequence[Value], weights: Weights) -> list[tuple[float, float]]:
    return [
        (cell, weight)
        for cell, weight in zip(cells, weights, strict=False)
        if not isinstance(cell, Missing) and not isinstance(weight, Missing)
    ]


def _expected(cells: Sequence[Value], not_due: int) -> int:
    """How many cells are due, or have a value before they are."""
    last_due = len(cells) - not_due
    return sum(
        not isinstance(cell, Missing) or (place < last_due and cell.reason not in _UNEXPECTED)
        for place, cell in enumerate(cells)
    )


def _nothing(cells: Sequence[Value], of: int, not_due: int) -> Missing:
    if of or not cells:
        return Missing("no_data")
    reasons = {cell.reason for cell in cells if isinstance(cell, Missing)}
    return Missing("na" if not not_due and reasons == {"na"} else "not_due")


def _made_one(method: Method, present: list[float]) -> Value:
    match method:
        case Method.SUM:
            return total(present)
        case Method.AVERAGE:
            return _added(present) / len(present)
        case Method.MAX:
            return max(present)
        case Method.MIN:
            return min(present)
        case Method.COUNT:
            return float(len(present))
    return present[-1]


def _weighted_mean(pairs: Sequence[tuple[float, float]]) -> Value:
    if any(weight < 0 for _, weight in pairs):
        return Missing("negative_weight")
    weights = fsum(weight for _, weight in pairs)
    if weights == 0:
        return Missing("zero_weight")
    return fsum(value * weight for value, weight in pairs) / weights


def _total_weight(cells: Sequence[Value], weights: Weights) -> Value:
    held = [weight for _, weight in _weighted(cells, weights)]
    return snap(fsum(held)) if held else Missing("no_data")
