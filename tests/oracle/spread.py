"""Yearly targets in parts, for the oracle (R-TARGET-6, R-TARGET-7)."""

from fractions import Fraction

from tests.oracle.days import KINDS, MONTHS, P, containing, home
from tests.oracle.exact import half_up, read
from tests.oracle.moving import Then
from tests.oracle.paper import Json
from tests.oracle.subject import Answer

_MEANING = ("formula", "unit", "window", "source", "table")


def part_of(found: Answer, target: Json, own: P, total: Fraction, then: Then) -> Fraction | None:
    """What falls to one own period of a target of `total`; None where it is not spread."""
    rule, basis = target.get("spread"), target.get("basis")
    if rule is None or basis not in MONTHS or KINDS.index(basis) <= KINDS.index(own.kind):
        return None
    paper = found.kpi.paper
    whole = containing(basis, home(own), paper.start)
    periods = paper.between(whole.first, whole.last, own.kind)
    place = periods.index(own)
    if isinstance(rule, list):
        return read(rule[place]) if len(rule) == len(periods) else None
    weights = [Fraction(1)] * len(periods)
    if rule == "season":
        weights = _last_year(found, periods, then) or weights
    # The parts add up to a total that has more decimals than the KPI shows.
    digits = max(found.kpi.about.get("decimals") or 0, _decimals(total))
    before, upto = sum(weights[:place]), sum(weights[: place + 1])
    ends = [half_up(total * share / sum(weights), digits) for share in (before, upto)]
    return ends[1] - ends[0]


def _decimals(number: Fraction) -> int:
    return next(digits for digits in range(16) if (number * 10**digits).denominator == 1)


def _last_year(found: Answer, periods: list[P], then: Then) -> list[Fraction] | None:
    """Last year's values; None where they give no pattern."""
    paper, values = found.kpi.paper, []
    for period in periods:
        scene = paper.last_year(paper.single(period, period.last))
        answer = None if scene is None else then(found.kpi, scene)
        if answer is None or _is_other(answer.kpi.about, found.kpi.about):
            return None
        if not isinstance(answer.value, Fraction) or answer.value < 0:
            return None
        values.append(answer.value)
    return values if sum(values) > 0 else None


def _is_other(one: Json, other: Json) -> bool:
    return any(one.get(name) != other.get(name) for name in _MEANING)
