"""What a cell is judged against: target and limits in force, in the size of the view."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from scorecard.evaluation.definitions import DatedAim
from scorecard.evaluation.portion import in_periods_of, portions
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.stretch import own_view
from scorecard.model.records import KpiVersion
from scorecard.number import snap
from scorecard.period import Period
from scorecard.scoring import Convention, Criterion
from scorecard.target import Aim, read_aim
from scorecard.vocabulary import Direction, known

if TYPE_CHECKING:
    from scorecard.evaluation.valuation import Valuation

_NEEDS_NO_TARGET = {Direction.ZERO: 0.0, Direction.YES: 1.0}
_ONE = Fraction(1)


def criterion_of(valuation: "Valuation", at: Situation) -> Criterion | None:
    """The criterion of a KPI in a situation, None where it has no target there.

    The target of an additive KPI is the sum of those in force in each of its own periods, of
    each the part whose cells have values (R-VALUE-6); its typed limits grow with these parts.
    Otherwise the target in force on the first day of the view's last period counts.
    """
    version = at.version
    if version.direction is Direction.NONE:
        return None
    aim = _aim(valuation, at, at.period)
    if aim is None and version.direction in _NEEDS_NO_TARGET:
        aim = Aim(version.direction, _NEEDS_NO_TARGET[version.direction])
    if version.direction is Direction.IMPROVE:
        return _improve(valuation, at, aim)
    if version.direction is Direction.BUDGET:
        return _budget(valuation, at, aim)
    if not at.meaning.additive:
        return None if aim is None else _criterion(version, aim, _ONE)
    return _of_a_sum(valuation, at, aim)


def _aim(valuation: "Valuation", at: Situation, period: Period) -> Aim | None:
    """The target in force on the first day of one of the KPI's own periods, as it was typed."""
    found = _dated(valuation, at, period)
    return None if found is None else found.aim


def _dated(valuation: "Valuation", at: Situation, period: Period) -> DatedAim | None:
    first = at.measuring.calendar.span(period).first
    return valuation.definitions.aim(at.version.kpi, at.org, first)


def _of_a_sum(valuation: "Valuation", at: Situation, newest: Aim | None) -> Criterion | None:
    """What a sum over own periods, or parts of them, is judged against."""
    parts: dict[Aim, Fraction] = {}
    size = Fraction(0)
    for own, portion in portions(at).items():
        found = _dated(valuation, at, own)
        if found is not None:
            basis = found.basis or at.version.frequency
            periods = in_periods_of(basis, own, at.measuring.calendar)
            parts[found.aim] = parts.get(found.aim, Fraction(0)) + portion * periods
            size += portion
    if parts:
        return _criterion(at.version, _added(parts), size)
    if newest is None:
        return None
    # Nought is the target of every period, typed or not; its limits still are for one.
    implied = at.version.direction in _NEEDS_NO_TARGET
    whole = sum(portions(at).values(), Fraction(0)) if implied else _ONE
    return _criterion(at.version, newest, whole)


def _added(parts: Mapping[Aim, Fraction]) -> Aim:
    """The sum of targets, each as many times as said; what kind it is, the newest says."""
    newest = list(parts)[-1]
    same = [(aim, times) for aim, times in parts.items() if aim.kind is newest.kind]

    def total(values: list[tuple[float | None, Fraction]]) -> float | None:
        terms = [Fraction(repr(value)) * times for value, times in values if value is not None]
        return snap(float(sum(terms))) if terms else None

    return replace(
        newest,
        value=total([(aim.value, times) for aim, times in same]),
        low=total([(aim.low, times) for aim, times in same]),
        high=total([(aim.high, times) for aim, times in same]),
    )


def _criterion(version: KpiVersion, aim: Aim, size: Fraction) -> Criterion:
    """`size`: of how many of its own periods the value is a sum; typed limits are for one."""
    green, amber = _limit(version.green), _limit(version.amber)
    return Criterion(
        direction=version.direction,
        ceiling=_times(version.high_bound, size),
        better=version.better,
        convention=_convention(version),
        target=aim.value,
        low=aim.low,
        high=aim.high,
        strict=aim.strict,
        green_strict=green.strict,
        amber_strict=amber.strict,
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
    earlier = at.view.year_before
    if aim is not None and aim.base == "previous":
        earlier = own_view(at.view, at.version.frequency, at.measuring.calendar).shifted(-1)
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


def _times(value: float | None, size: Fraction) -> float | None:
    return None if value is None else snap(float(Fraction(repr(value)) * size))
