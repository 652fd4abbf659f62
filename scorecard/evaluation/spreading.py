"""What a spread target asks of each of the KPI's own periods (R-TARGET-6, R-TARGET-7)."""

from typing import TYPE_CHECKING, NamedTuple

from scorecard.evaluation.amount import Amount
from scorecard.evaluation.comparable import means_otherwise
from scorecard.evaluation.definitions import DatedAim
from scorecard.evaluation.result import result_of
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.view import View, coarser
from scorecard.formula import FormulaError
from scorecard.number import exact
from scorecard.period import MONTHS, Period
from scorecard.target_spread import Spread, spread_even, spread_seasonal
from scorecard.vocabulary import Frequency, SpreadRule, known

if TYPE_CHECKING:
    from scorecard.evaluation.valuation import Valuation

#: The values of the periods of a year before, None where there is none.
Pattern = tuple[float | None, ...]


class Share(NamedTuple):
    """What falls to one period; `reason` is `even_instead` where last year gave no pattern."""

    amount: Amount
    reason: str | None = None


def share(valuation: "Valuation", at: Situation, dated: DatedAim, own: Period) -> Share | None:
    """What falls to one own period of a target that is spread over the period of its basis; None
    where it is not spread, or where its typed parts are not one number for each period."""
    basis, rule = dated.basis, dated.spread
    if rule is None or basis not in MONTHS or not coarser(basis, own.kind):
        return None
    calendar = at.measuring.calendar
    numbers = calendar.within(calendar.span(calendar.belongs(own, basis)), own.kind)
    place = own.number - numbers.start
    if isinstance(rule, tuple):
        fits = len(rule) == len(numbers) and dated.aim.value is not None
        return Share(Amount(exact(rule[place]))) if fits else None
    pattern = _pattern(valuation, at, own.kind, numbers) if rule is SpreadRule.SEASON else None
    totals = (dated.aim.value, dated.aim.low, dated.aim.high)
    spreads = [None if t is None else _spread(at, t, len(numbers), pattern) for t in totals]
    reason = next((each.reason for each in spreads if each is not None), None)
    parts = [None if each is None else exact(each.parts[place]) for each in spreads]
    return Share(Amount(*parts), reason)


def _spread(at: Situation, total: float, parts: int, pattern: Pattern | None) -> Spread:
    decimals = at.version.decimals or 0
    if pattern is None:
        return spread_even(total, parts, decimals)
    return spread_seasonal(total, pattern, decimals)


def _pattern(valuation: "Valuation", at: Situation, kind: Frequency, numbers: range) -> Pattern:
    """The KPI's own values one year before, by the same meaning."""
    key = (at.version.kpi, at.org, Period(kind, numbers.start))
    if key not in valuation.patterns:
        befores = (Period(kind, number).year_before for number in numbers)
        valuation.patterns[key] = tuple(_value(valuation, at, before) for before in befores)
    return valuation.patterns[key]


def _value(valuation: "Valuation", at: Situation, before: Period | None) -> float | None:
    if before is None:
        return None
    then = valuation.situation(at.version.kpi, at.org, View(before))
    if isinstance(then, FormulaError) or means_otherwise(then.version, at.version):
        return None
    return known(result_of(then).value)
