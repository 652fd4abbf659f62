"""The target of a sum: those of the KPI's own periods added, over the cells that have one."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from scorecard.evaluation.amount import Amount, added, amount_of, kind_of
from scorecard.evaluation.definitions import DatedAim
from scorecard.evaluation.portion import in_periods_of, owns, portions_of
from scorecard.evaluation.scope import Kept
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.spreading import Share, share
from scorecard.period import Period
from scorecard.target import Aim

if TYPE_CHECKING:
    from scorecard.evaluation.valuation import Valuation


class Summed(NamedTuple):
    """What a sum is judged against: `amount` over `size` own periods, and the situation of the
    cells that it stands against. What kind of target it is, and whether strict, the newest says.
    """

    newest: Aim
    amount: Amount
    size: Fraction
    at: Situation
    note: str = ""


def summed(valuation: "Valuation", at: Situation) -> Summed | None:
    """The targets in force in each own period of a situation, of each the part whose cells have
    values (R-VALUE-6); None where no cell with a value has a target.

    Cells without a target, or with one of another kind than the newest, are no part of what is
    judged: like is compared with like. Where no cell has a value, all of all targets.
    """
    there, kept = owns(at), at.counted.kept
    found = _in_force(valuation, at, set(there.values()))
    asked = {there[place] for place in kept} or set(there.values())
    newest = max(asked & found.keys(), default=None)
    if newest is None:
        return None
    direction = at.version.direction
    kind = kind_of(found[newest].aim, direction)
    usable = {own: dated for own, dated in found.items() if kind_of(dated.aim, direction) is kind}
    aimed: Kept = {place: kept[place] for place in sorted(kept) if there[place] in usable}
    parts = portions_of(at, there, aimed) or dict.fromkeys(usable, Fraction(1))
    judged = at if len(aimed) == len(kept) else at.narrowed(aimed)
    shares = [(_asked(valuation, at, usable[own], own), part) for own, part in parts.items()]
    amount = added([each.amount.times(part) for each, part in shares])
    note = next((each.reason for each, _ in shares if each.reason is not None), "")
    return Summed(found[newest].aim, amount, sum(parts.values(), Fraction(0)), judged, note)


def _in_force(
    valuation: "Valuation", at: Situation, there: set[Period]
) -> Mapping[Period, DatedAim]:
    calendar, aim = at.measuring.calendar, valuation.definitions.aim
    found = {own: aim(at.version.kpi, at.org, calendar.span(own).first) for own in there}
    return {own: dated for own, dated in found.items() if dated is not None}


def _asked(valuation: "Valuation", at: Situation, dated: DatedAim, own: Period) -> Share:
    """What a target asks of one own period: what is spread to it, else in proportion."""
    basis = dated.basis or at.version.frequency
    spread = share(valuation, at, dated, own)
    if spread is not None:
        return spread
    periods = in_periods_of(basis, own, at.measuring.calendar)
    return Share(amount_of(dated.aim).times(periods))
