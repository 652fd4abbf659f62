"""A project has one period: the day on which it was done, or is to be (R-TIME-11)."""

from dataclasses import replace
from datetime import date

from scorecard.evaluation.completeness import completeness
from scorecard.evaluation.meaning import Meaning
from scorecard.evaluation.measuring import Measuring
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.stretch import Stretch
from scorecard.evaluation.view import View, grain
from scorecard.model.records import KpiVersion
from scorecard.period import Period
from scorecard.vocabulary import Frequency


def is_project(version: KpiVersion) -> bool:
    """Whether a KPI is one milestone, with a planned and an actual date."""
    return version.frequency is Frequency.PROJECT


def done_on(measuring: Measuring, meaning: Meaning, org: str, until: date) -> Period | None:
    """The day of the newest entry of a project's measures up to a day; None where there is none."""
    days = [
        number
        for measure in meaning.measures.values()
        if grain(measure.frequency) is Frequency.DAY
        for unit in measuring.leaves(measure.id, org)
        for number in measuring.entered(measure.id, unit)
        if number <= until.toordinal()
    ]
    return Period(Frequency.DAY, max(days)) if days else None


def of_project(
    measuring: Measuring, defined: tuple[KpiVersion, Meaning], org: str, view: View, today: date
) -> Situation:
    """A project, as `defined`, in a view: its value, once there, is whole and never late. Until
    then it is due from the day after its planned one on; without one it never is."""
    version, meaning = defined
    last = view.last_day(measuring.calendar)
    done = done_on(measuring, meaning, org, last)
    planned = Period.parse(version.planned) if version.planned else None
    day = done or planned or Period(Frequency.DAY, last.toordinal())
    stretch = Stretch(Frequency.DAY, (day.number,), date.fromordinal(day.number), View(day))
    counted = completeness(measuring, meaning, org, stretch)
    if done is None:  # what is done on its planned day, after the view, is no part of it
        counted = replace(counted, kept={}, have=0)
    overdue = planned is not None and planned.number <= min(last, _before(today)).toordinal()
    of = counted.have or int(overdue)
    counted = replace(counted, of=of, cells=of)
    return Situation(measuring, version, day, meaning, org, view, stretch, counted)


def _before(today: date) -> date:
    return date.fromordinal(today.toordinal() - 1)
