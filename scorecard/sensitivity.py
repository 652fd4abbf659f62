"""Whether a parent's colour hangs on a convention, or on a few points of weight."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import fsum
from types import MappingProxyType
from typing import NamedTuple

from scorecard.number import snap
from scorecard.rollup import RULES, Child, Parent, Rules, State, roll_up
from scorecard.scoring import Criterion, limits
from scorecard.series import total
from scorecard.vocabulary import WORRY, Direction, Status

#: By how much of the weight of all children each is moved.
POINTS = 0.05
_ONE_SIDED = frozenset({Direction.HIGHER, Direction.LOWER})
_COLOURS = frozenset(WORRY[:3])
_SCHEME = frozenset({State.OK, State.MISSING, State.STALE})


class Convention(NamedTuple):
    """What the rules decide and others decide otherwise: whether a stale child counts with its
    last value (R-ROLL-2), and how wide amber is, as a share of the target, where nobody typed
    it (R-COLOUR-4; None: as the rule says)."""

    counts_stale: bool = False
    amber_width: float | None = None

    def criterion(self, criterion: Criterion | None) -> Criterion | None:
        """What a value is judged by under the convention. Typed limits, bands and zero targets
        stay: their widths are no share of the target."""
        if criterion is None or self.amber_width is None or criterion.target is None:
            return criterion
        width = snap(self.amber_width * abs(criterion.target))
        if criterion.direction is Direction.EXACT:
            return _exact(criterion, width)
        if criterion.toward not in _ONE_SIDED or criterion.amber is not None:
            return criterion
        return _one_sided(criterion, width)


#: By the code that says which.
OTHERS: Mapping[str, Convention] = MappingProxyType(
    {
        "stale_counted": Convention(counts_stale=True),
        "amber_5": Convention(amber_width=0.05),
        "amber_10": Convention(amber_width=0.10),
    }
)


class Flip(NamedTuple):
    """A change under which a parent has another colour, and its score then.

    `change` is a key of OTHERS, `no_coverage_limit`, `no_star_cap`, `equal_weights`, or
    `weight`: that of `child` moved by `points` of the weight of all, the others in proportion.
    """

    change: str
    status: Status
    score: float | None
    child: str | None = None
    points: float = 0.0


def flips(
    children: Sequence[Child], others: Mapping[str, Sequence[Child]], rules: Rules = RULES
) -> tuple[Flip, ...]:
    """What gives the parent of `children` another colour; `others` are its children under the
    conventions of OTHERS. A change that takes its colour away is none."""
    now = roll_up(children, rules)
    found = [(change, roll_up(each, rules)) for change, each in others.items()]
    found.append(("no_coverage_limit", roll_up(children, rules._replace(coverage_limit=0.0))))
    found.append(("equal_weights", roll_up(_equal(children), rules)))
    if now.capped:
        found.append(("no_star_cap", now._replace(status=Status.GREEN)))
    changed = [
        Flip(change, parent.status, parent.score)
        for change, parent in found
        if _is_another(parent, now)
    ]
    return (*changed, *_by_weight(children, now, rules))


def _one_sided(criterion: Criterion, width: float) -> Criterion:
    low, high = limits(criterion)
    side = low or high
    if side is None:
        return criterion
    amber = total([side.green, -width if side is low else width])
    return criterion if amber == side.amber else replace(criterion, amber=amber)


def _exact(criterion: Criterion, width: float) -> Criterion:
    target = criterion.target or 0.0
    low, high = criterion.amber_low, criterion.amber_high
    return replace(
        criterion,
        amber_low=total([target, -width]) if low is None else low,
        amber_high=total([target, width]) if high is None else high,
    )


def _is_another(parent: Parent, now: Parent) -> bool:
    return parent.status is not now.status and parent.status in _COLOURS


def _equal(children: Sequence[Child]) -> list[Child]:
    return [replace(child, weight=1.0) if child.weight > 0 else child for child in children]


def _by_weight(children: Sequence[Child], now: Parent, rules: Rules) -> Iterator[Flip]:
    scheme = [child for child in children if child.weight > 0 and child.takes_part in _SCHEME]
    weights = fsum(child.weight for child in scheme)
    for child, points, score in _scores_by_weight(scheme, weights):
        if now.score is not None and rules.colour(score) is not rules.colour(now.score):
            own, others = _shifted(child.weight, points, weights)
            moved = [
                replace(each, weight=own if each is child else each.weight * others)
                for each in children
            ]
            parent = roll_up(moved, rules)
            if _is_another(parent, now):
                yield Flip("weight", parent.status, parent.score, child.name, points)


def _scores_by_weight(
    scheme: Iterable[Child], weights: float
) -> Iterator[tuple[Child, float, float]]:
    """Each scored child, by how much its weight is moved, and the parent's score then; worked
    out from the sums, for most of them leave the colour as it is."""
    counted = [(c, c.score) for c in scheme if c.score is not None and c.takes_part is State.OK]
    summed = fsum(child.weight * score for child, score in counted)
    all_counted = fsum(child.weight for child, _ in counted)
    for child, score in counted:
        for points in (POINTS, -POINTS):
            own, others = _shifted(child.weight, points, weights)
            whole = own + others * (all_counted - child.weight)
            if whole > 0:
                rest = others * (summed - child.weight * score)
                yield child, points, snap((own * score + rest) / whole)


def _shifted(weight: float, points: float, weights: float) -> tuple[float, float]:
    """A weight moved, and the factor of the others with which the sum of all stays."""
    own = min(max(weight + points * weights, 0.0), weights)
    return own, (weights - own) / (weights - weight) if weights > weight else 1.0
