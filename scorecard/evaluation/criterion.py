"""What a cell is judged against: target and limits in force, in the size of the view."""

from fractions import Fraction
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from scorecard.evaluation.amount import Amount, amount_of
from scorecard.evaluation.budget import budgeted
from scorecard.evaluation.comparable import beside
from scorecard.evaluation.growing import growing, sums_up
from scorecard.evaluation.portion import portions
from scorecard.evaluation.project import is_project
from scorecard.evaluation.result import result_of
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.stretch import own_view
from scorecard.evaluation.summing import Summed, summed
from scorecard.limits import Convention, Criterion
from scorecard.model.records import KpiVersion
from scorecard.number import exact, told
from scorecard.target import Aim, read_aim
from scorecard.vocabulary import Direction, Missing, Value

if TYPE_CHECKING:
    from scorecard.evaluation.valuation import Valuation

_FIXED = {Direction.ZERO: Fraction(0), Direction.YES: Fraction(1)}
_ONE = Fraction(1)


class Held(NamedTuple):
    """What a value is held against, and the situation that the judged value is of: the one asked
    about, or only those of its cells that something stands against, of the `of` that have a
    value. `note` is what is worth saying about the target: `even_instead` (R-TARGET-7)."""

    criterion: Criterion | None
    at: Situation
    of: int = 0
    note: str = ""


def held(valuation: "Valuation", at: Situation) -> Held:
    """What a KPI in a situation is judged by; no criterion where it has no target there.

    The target of an additive KPI is the sum of those in force in each of its own periods, of
    each the part whose cells have values (R-VALUE-6); its typed limits grow with these parts.
    Otherwise the target in force on the first day of the view's last period counts.
    """
    version = at.version
    match version.direction:
        case Direction.NONE:
            return Held(None, at)
        case Direction.ZERO | Direction.YES as direction:
            # Nought is the target of every period, typed or not; its limits still are for one.
            return Held(_criterion(version, Amount(_FIXED[direction]), _size(at)), at)
        case Direction.IMPROVE:
            return _improve(valuation, at)
        case Direction.BUDGET:
            return _budget(valuation, at)
    return _against_target(valuation, at)


def _against_target(valuation: "Valuation", at: Situation) -> Held:
    if at.meaning.additive:
        return _of_a_sum(at, at, summed(valuation, at))
    first = at.measuring.calendar.span(at.period).first
    dated = valuation.definitions.aim(at.version.kpi, at.org, first)
    if dated is None:
        return Held(None, at)
    scene = growing(valuation, at, dated)
    if scene is not None:
        return _of_a_sum(at, scene, summed(valuation, scene))
    known, key = valuation.definitions.criteria, (at.version.kpi, at.version.version, dated)
    if key not in known:
        known[key] = _criterion(at.version, amount_of(dated.aim), _ONE, strict=dated.aim.strict)
    return Held(known[key], at)


def at_its_end(valuation: "Valuation", at: Situation) -> Criterion | None:
    """What grows with time is held against when all of its periods have values; None where its
    target does not grow. `at` is the year, or for a year to date its last period."""
    first = at.measuring.calendar.span(at.period).first
    dated = valuation.definitions.aim(at.version.kpi, at.org, first)
    scene = None if dated is None else growing(valuation, at, dated)
    if scene is None:
        return None
    every = dict.fromkeys(range(len(scene.stretch.numbers)))
    found = summed(valuation, scene.narrowed(every))
    if found is None:
        return None
    return _criterion(at.version, found.amount, found.size, strict=found.newest.strict)


def _of_a_sum(at: Situation, scene: Situation, found: Summed | None) -> Held:
    """A sum, or what grows as one, against the targets of the cells of its `scene`."""
    if found is None:
        return Held(None, at)
    criterion = _criterion(at.version, found.amount, found.size, strict=found.newest.strict)
    if found.at is scene:
        return Held(criterion, at, note=found.note)
    # Of a year to date only a plain sum can be told for some of its months.
    plain = scene is at or sums_up(scene)
    return Held(criterion, found.at, scene.counted.have, found.note) if plain else Held(None, at)


def _improve(valuation: "Valuation", at: Situation) -> Held:
    """The base is the KPI's own value one year, or one period, before; like for like, and none
    where the two may not be compared (R-COLOUR-8, R-CHANGE-4)."""
    aim = _aim(valuation, at)
    earlier = at.view.year_before
    if aim is not None and aim.base == "previous":
        earlier = own_view(at.view, at.version.frequency, at.measuring.calendar).shifted(-1)
    nothing = Held(_criterion(at.version, Amount(), _ONE), at)
    earlier = None if is_project(at.version) else earlier
    found = None if earlier is None else beside(valuation, at, earlier)
    if earlier is None or found is None or found.redefined is not None:
        return nothing
    if isinstance(result_of(at).value, Missing):
        return Held(_criterion(at.version, _base(found.base), _size(at)), at)
    if found.reason is not None:
        return nothing
    criterion = _criterion(at.version, _base(found.values[1]), _size(found.now))
    return Held(criterion, found.now, at.counted.have)


def _base(value: Value) -> Amount:
    return Amount() if isinstance(value, Missing) else Amount(exact(value))


def _budget(valuation: "Valuation", at: Situation) -> Held:
    """The target is the budget measure over the same cells as the value."""
    aim = _aim(valuation, at)
    name = valuation.board.names.get(aim.measure if aim else "", "").removeprefix("measure:")
    measure = valuation.board.measures.get(name)
    base, judged = (None, at) if measure is None else budgeted(at, measure)
    amount = Amount() if base is None else Amount(exact(base))
    return Held(_criterion(at.version, amount, _size(judged)), judged, at.counted.have)


def _aim(valuation: "Valuation", at: Situation) -> Aim | None:
    """The target in force on the first day of the newest of the KPI's own periods."""
    first = at.measuring.calendar.span(at.period).first
    found = valuation.definitions.aim(at.version.kpi, at.org, first)
    return None if found is None else found.aim


def _size(at: Situation) -> Fraction:
    """Of how many of its own periods the value is a sum; of one where it is none."""
    return sum(portions(at).values(), Fraction(0)) if at.meaning.additive else _ONE


def _criterion(
    version: KpiVersion, amount: Amount, size: Fraction, *, strict: bool = False
) -> Criterion:
    """`size`: of how many of its own periods the value is a sum; typed limits are for one."""
    typed = _typed(version.green, version.amber, version.baseline, version.high_bound, size)
    own = zip(("target", "low", "high"), amount, strict=True)
    given = {name: number for name, number in (*own, *typed) if number is not None}
    numbers = {name: told(number) for name, number in given.items()}
    return Criterion(
        direction=version.direction,
        better=version.better,
        convention=_convention(version),
        strict=strict,
        green_strict=_limit(version.green).strict,
        amber_strict=_limit(version.amber).strict,
        exact=tuple((n, given[n]) for n, near in numbers.items() if _is_cut(near, given[n])),
        **numbers,
    )


@lru_cache(maxsize=4096)
def _typed(
    green: str, amber: str, baseline: float | None, ceiling: float | None, size: Fraction
) -> tuple[tuple[str, Fraction | None], ...]:
    """What a definition types in numbers, each for `size` of its own periods."""
    bounds = {"baseline": baseline, "ceiling": ceiling}
    found = [(name, None if b is None else exact(b) * size) for name, b in bounds.items()]
    for name, text in (("green", green), ("amber", amber)):
        numbers = amount_of(_limit(text)).times(size)
        found += zip((name, f"{name}_low", f"{name}_high"), numbers, strict=True)
    return tuple((name, number) for name, number in found if number is not None)


def _is_cut(near: float, whole: Fraction) -> bool:
    """Whether digits were left out."""
    return isfinite(near) and exact(near) != whole


def _convention(version: KpiVersion) -> Convention:
    return "target_over_actual" if version.attainment == "target_over_actual" else "two_minus"


_NO_LIMIT = Aim(None)


@lru_cache(maxsize=4096)
def _limit(text: str) -> Aim:
    return read_aim(text) if text else _NO_LIMIT
