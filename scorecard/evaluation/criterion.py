"""What a cell is judged against: target and limits in force, in the size of the view."""

from dataclasses import replace
from functools import lru_cache
from math import fsum
from typing import TYPE_CHECKING

from scorecard.evaluation.situation import Situation
from scorecard.evaluation.view import grain
from scorecard.model.records import KpiVersion
from scorecard.number import snap
from scorecard.period import Period
from scorecard.scoring import Convention, Criterion
from scorecard.target import Aim, for_view, read_aim
from scorecard.vocabulary import Direction, Frequency, known

if TYPE_CHECKING:
    from scorecard.evaluation.valuation import Valuation

_NEEDS_NO_TARGET = {Direction.ZERO: 0.0, Direction.YES: 1.0}


def criterion_of(valuation: "Valuation", at: Situation) -> Criterion | None:
    """The criterion of a KPI in a situation, None where it has no target there.

    The target of an additive KPI is the sum of those in force in each of its own periods that
    have a value (R-VALUE-6); its typed limits grow with the number of these periods. Otherwise
    the target in force on the first day of the newest period counts.
    """
    version = at.version
    if version.direction is Direction.NONE:
        return None
    aims = [_aim(valuation, at, period) for period in at.own_periods]
    aim = aims[-1]
    if aim is None and version.direction in _NEEDS_NO_TARGET:
        aim = Aim(version.direction, _NEEDS_NO_TARGET[version.direction])
    if version.direction is Direction.IMPROVE:
        return _improve(valuation, at, aim)
    if version.direction is Direction.BUDGET:
        return _budget(valuation, at, aim)
    if aim is None:
        return None
    if not at.meaning.additive:
        return _criterion(version, aim, 1)
    present = [each for each in aims if each is not None]
    return _criterion(version, _added(present or [aim]), max(len(present), 1))


def _aim(valuation: "Valuation", at: Situation, period: Period) -> Aim | None:
    """The target for one of the KPI's own periods, in that period's size."""
    first = at.measuring.calendar.span(period).first
    found = valuation.definitions.aim(at.version.kpi, at.org, first)
    if found is None:
        return None
    basis = found.basis or at.version.frequency
    return found.aim if grain(basis) is period.kind else _sized(at, found.aim, basis, period)


def _sized(at: Situation, aim: Aim, basis: Frequency, period: Period) -> Aim:
    additive, calendar = at.meaning.additive, at.measuring.calendar

    def sized(value: float | None) -> float | None:
        return None if value is None else for_view(value, basis, period, additive, calendar)

    return replace(aim, value=sized(aim.value), low=sized(aim.low), high=sized(aim.high))


def _added(aims: list[Aim]) -> Aim:
    """The sum of the targets of several periods; what kind it is, the newest says."""
    if len(aims) == 1:
        return aims[0]
    same = [aim for aim in aims if aim.kind is aims[-1].kind]

    def total(values: list[float | None]) -> float | None:
        numbers = [value for value in values if value is not None]
        return snap(fsum(numbers)) if numbers else None

    return replace(
        aims[-1],
        value=total([aim.value for aim in same]),
        low=total([aim.low for aim in same]),
        high=total([aim.high for aim in same]),
    )


def _criterion(version: KpiVersion, aim: Aim, size: int) -> Criterion:
    """`size`: of how many of its own periods the value is a sum; typed limits are for one."""
    green, amber = _limit(version.green), _limit(version.amber)
    return Criterion(
        direction=version.direction,
        ceiling=version.high_bound,
        better=version.better,
        convention=_convention(version),
        target=aim.value,
        low=aim.low,
        high=aim.high,
        strict=aim.strict,
        green=_times(green.value, size),
        green_low=_times(green.low, size),
        green_high=_times(green.high, size),
        amber=_times(amber.value, size),
        amber_low=_times(amber.low, size),
        amber_high=_times(amber.high, size),
        baseline=_times(version.baseline, size),
    )


def _against(version: KpiVersion, target: float | None) -> Criterion:
    """A criterion without typed limits."""
    return Criterion(
        direction=version.direction,
        target=target,
        ceiling=version.high_bound,
        better=version.better,
        convention=_convention(version),
    )


def _convention(version: KpiVersion) -> Convention:
    return "target_over_actual" if version.attainment == "target_over_actual" else "two_minus"


def _improve(valuation: "Valuation", at: Situation, aim: Aim | None) -> Criterion:
    """The base is the KPI's own value one year, or one period, before."""
    earlier = at.view.shifted(-1) if aim and aim.base == "previous" else at.view.year_before
    base = None
    if earlier is not None:
        base = known(valuation.value(at.version.kpi, at.org, earlier))
    return _against(at.version, base)


def _budget(valuation: "Valuation", at: Situation, aim: Aim | None) -> Criterion:
    """The target is the budget measure over the same cells as the value."""
    name = valuation.board.names.get(aim.measure if aim else "", "").removeprefix("measure:")
    measure = valuation.board.measures.get(name)
    budget = None if measure is None else known(at.scope_of(measure).value(name).value)
    return _against(at.version, budget)


_NO_LIMIT = Aim(None)


@lru_cache(maxsize=4096)
def _limit(text: str) -> Aim:
    return read_aim(text) if text else _NO_LIMIT


def _times(value: float | None, size: int) -> float | None:
    return None if value is None else snap(value * size)
