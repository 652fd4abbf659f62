"""The score, colour and marks of a parent from those of its children (R-ROLL)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from math import floor, fsum, log10
from types import MappingProxyType
from typing import NamedTuple

from scorecard.number import exact, snap, snap_exact
from scorecard.vocabulary import WORRY, Status

#: The colours that are a mark of worry, worst first; blue and grey are none (R-ROLL-7).
_MARKS = WORRY[:3]


class State(StrEnum):
    """How a child takes part (R-ROLL-2): `na`, `not_due` and `info` are no part of the scheme."""

    OK = "ok"
    MISSING = "missing"
    STALE = "stale"
    NOT_DUE = "not_due"
    NA = "na"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Child:
    """One child of a parent. `name` is unique among its siblings; `score` is 0 to 100.

    A KPI (`is_kpi`) has a `status` of its own, a stale one that of its last value. `worst`,
    `worst_is_stale`, `capping` (a current red ★ KPI), `star_unknown` (a ★ KPI without current
    data) and `counts` tell of the KPIs below it; `coverage` is that of a child that is a parent.
    """

    name: str
    weight: float = 1.0
    star: bool = False
    score: float | None = None
    status: Status = Status.GREY
    state: State = State.OK
    coverage: float = 1.0
    worst: Status | None = None
    worst_is_stale: bool = False
    capping: bool = False
    star_unknown: bool = False
    counts: Mapping[Status, int] = field(default_factory=dict)
    is_kpi: bool = True

    @property
    def takes_part(self) -> State:
        """Its state; without a score never OK: blue is `info`, grey is `missing`."""
        if self.state is not State.OK or self.score is not None:
            return self.state
        return State.INFO if self.status is Status.BLUE else State.MISSING


class Parent(NamedTuple):
    """What a parent shows. `score` and `coverage` are None where there is nothing to score.

    `reason` of a grey one is `nothing_to_score`, `no_data`, `low_coverage` or
    `negative_weight`. `worst` is the worst colour of all KPIs below; `worst_is_stale` if no
    KPI with current data has it. `capped`: the colour is amber only because of a red ★ KPI.
    `lost` are the points lost by child, largest first, which add up to 100 - score (R-ROLL-8).
    `counts` are the KPIs below by colour, stale ones included.
    """

    score: float | None
    status: Status
    coverage: float | None
    reason: str | None = None
    worst: Status | None = None
    worst_is_stale: bool = False
    capped: bool = False
    capping: bool = False
    star_unknown: bool = False
    lost: Mapping[str, float] = MappingProxyType({})
    counts: Mapping[Status, int] = MappingProxyType({})

    def as_child(self, name: str, weight: float = 1.0) -> Child:
        """This parent as a child one level up: grey counts as missing (R-ROLL-4)."""
        state = State.OK if self.score is not None else State.MISSING
        return Child(
            name=name,
            weight=weight,
            score=self.score,
            status=self.status,
            state=State.NA if self.reason == "nothing_to_score" else state,
            coverage=self.coverage or 0.0,
            worst=self.worst,
            worst_is_stale=self.worst_is_stale,
            capping=self.capping,
            star_unknown=self.star_unknown,
            counts=self.counts,
            is_kpi=False,
        )


class ScoreChange(NamedTuple):
    """The change of a parent's score, by the children counted in both periods, and the rest:
    children added, removed, missing or re-weighted (組成變動). None where a side has no score."""

    total: float | None
    parts: Mapping[str, float]
    composition: float | None


class Rules(NamedTuple):
    """What a document may set: the least coverage that is coloured (R-ROLL-4), and the scores
    from which a parent is amber and green (R-ROLL-5)."""

    coverage_limit: float = 0.5
    amber_from: float = 60.0
    green_from: float = 90.0

    def colour(self, score: float) -> Status:
        """The colour of a parent by its exact score."""
        if score >= self.green_from:
            return Status.GREEN
        return Status.AMBER if score >= self.amber_from else Status.RED


#: The rules where a document sets none.
RULES = Rules()

Weighted = tuple[float, float | None]


def roll_up(children: Sequence[Child], rules: Rules = RULES) -> Parent:
    """The parent of `children`. Never raises; a negative weight makes it grey."""
    worst, worst_is_stale = _worst(children)
    capping = any(_caps(child) for child in children)
    scored = _scored(children, rules.coverage_limit)
    status = Status.GREY
    if scored.score is not None:
        status = rules.colour(scored.score)
    capped = capping and status is Status.GREEN
    return Parent(
        score=scored.score,
        status=Status.AMBER if capped else status,
        coverage=scored.coverage,
        reason=scored.reason,
        worst=worst,
        worst_is_stale=worst_is_stale,
        capped=capped,
        capping=capping,
        star_unknown=any(_hides_a_star(child) for child in children),
        lost=_lost(children, scored.score),
        counts=_counts(children),
    )


def change_parts(before: Mapping[str, Weighted], now: Mapping[str, Weighted]) -> ScoreChange:
    """Why a parent's score changed (R-ROLL-9), from (weight, score or None) by child."""
    was, is_now = _counted(before), _counted(now)
    if not was or not is_now:
        return ScoreChange(None, {}, None)
    total = _exact_mean(is_now.values()) - _exact_mean(was.values())
    both = [name for name in is_now if name in was]
    weights = sum((is_now[name][0] for name in both), Fraction())
    parts = {name: is_now[name][0] / weights * (is_now[name][1] - was[name][1]) for name in both}
    rest = total - sum(parts.values(), Fraction())
    shown = {name: snap_exact(part) for name, part in parts.items()}
    return ScoreChange(snap_exact(total), shown, snap_exact(rest))


class _Scored(NamedTuple):
    score: float | None
    coverage: float | None
    reason: str | None


def _scored(children: Sequence[Child], coverage_limit: float) -> _Scored:
    if any(child.weight < 0 for child in children):
        return _Scored(None, None, "negative_weight")
    scheme = [child for child in children if child.weight > 0 and _in_scheme(child)]
    if not scheme:
        return _Scored(None, None, "nothing_to_score")
    weights = fsum(child.weight for child in scheme)
    coverage = snap(fsum(child.weight * _covered(child) for child in scheme) / weights)
    counted = _weighted_scores(scheme)
    if not counted:
        return _Scored(None, coverage, "no_data")
    if coverage < coverage_limit:
        return _Scored(None, coverage, "low_coverage")
    return _Scored(_mean(counted), coverage, None)


def _in_scheme(child: Child) -> bool:
    return child.takes_part in {State.OK, State.MISSING, State.STALE}


def _covered(child: Child) -> float:
    return child.coverage if child.takes_part is State.OK else 0.0


def _weighted_scores(children: Sequence[Child]) -> list[tuple[float, float]]:
    return [
        (child.weight, _capped(child.score))
        for child in children
        if child.weight > 0 and child.takes_part is State.OK and child.score is not None
    ]


def _capped(score: float) -> float:
    return min(max(score, 0.0), 100.0)


def _mean(weighted: Sequence[tuple[float, float]]) -> float:
    weights = fsum(weight for weight, _ in weighted)
    mean = snap(fsum(weight * score for weight, score in weighted) / weights)
    # Where the scores are all but equal a last digit could fall outside them.
    scores = [score for _, score in weighted]
    return min(max(mean, min(scores)), max(scores))


def _caps(child: Child) -> bool:
    current = child.is_kpi and child.takes_part is State.OK
    return child.capping or (current and child.star and child.status is Status.RED)


def _hides_a_star(child: Child) -> bool:
    unknown = child.takes_part in {State.MISSING, State.STALE}
    return child.star_unknown or (child.is_kpi and child.star and unknown)


def _worst(children: Sequence[Child]) -> tuple[Status | None, bool]:
    """The worst colour below, and whether only stale values have it (R-ROLL-7)."""
    marks = [(child.worst, child.worst_is_stale) for child in children]
    marks += [(child.status, child.takes_part is State.STALE) for child in children if child.is_kpi]
    for colour in _MARKS:
        stale = [is_stale for mark, is_stale in marks if mark is colour]
        if stale:
            return colour, all(stale)
    return None, False


def _counts(children: Sequence[Child]) -> Mapping[Status, int]:
    counts = dict.fromkeys(WORRY, 0)
    for child in children:
        if child.is_kpi:
            counts[child.status] += 1
        for colour, count in child.counts.items():
            counts[colour] += count
    return counts


def _lost(children: Sequence[Child], score: float | None) -> Mapping[str, float]:
    """Points lost by child, all rounded to the last place of their sum, so that it is exact."""
    if score is None:
        return {}
    counted = [c for c in children if c.weight > 0 and c.takes_part is State.OK]
    weights = fsum(child.weight for child in counted)
    total = snap(100 - score)
    places = 11 - floor(log10(total)) if total else 0
    lost = {
        child.name: round(child.weight / weights * (100 - _capped(child.score or 0.0)), places)
        for child in counted
    }
    largest, *others = sorted(lost, key=lambda name: -lost[name])
    rest = round(total - fsum(lost[name] for name in others), places)
    return {largest: rest + 0.0, **{name: lost[name] for name in others}}


def _counted(children: Mapping[str, Weighted]) -> dict[str, tuple[Fraction, Fraction]]:
    return {
        name: (exact(weight), exact(_capped(score)))
        for name, (weight, score) in children.items()
        if weight > 0 and score is not None
    }


def _exact_mean(weighted: Collection[tuple[Fraction, Fraction]]) -> Fraction:
    weights = sum((weight for weight, _ in weighted), Fraction())
    return sum((weight * score for weight, score in weighted), Fraction()) / weights
