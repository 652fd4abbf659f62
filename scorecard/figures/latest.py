"""The newest value that a measure or a KPI has in a view."""

from typing import NamedTuple

from scorecard.evaluation import Evaluation
from scorecard.evaluation.view import grain
from scorecard.period import Period
from scorecard.vocabulary import Missing, Value


class Latest(NamedTuple):
    """A value and the period that it is of; a missing one has the reason, and no period where
    nothing was ever entered."""

    value: Value
    period: Period | None


def latest_of_measure(evaluation: Evaluation, measure: str, org: str) -> Latest:
    """The newest value of a measure at a unit that is not after the view, put together over the
    units below. Raises KeyError where there is no such measure."""
    found, measuring = evaluation.board.measures[measure], evaluation.valuation.measuring
    calendar, kind = evaluation.board.settings.calendar, grain(found.frequency)
    last = calendar.containing(evaluation.view.last_day(calendar), kind).number
    units = measuring.leaves(measure, org)
    entered = (number for unit in units for number in measuring.entered(measure, unit))
    newest = max((number for number in entered if number <= last), default=None)
    if newest is None:
        return Latest(Missing("no_data"), None)
    return Latest(measuring.over_units(found, units, newest), Period(kind, newest))
