"""What is to come of a KPI: its forecast, and where the year will land (R-FORECAST)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import fsum

from scorecard.board import Place
from scorecard.evaluation import Cell, Evaluation, View
from scorecard.evaluation.criterion import at_its_end
from scorecard.evaluation.line import Part
from scorecard.figures.making import Making, reads_other_periods
from scorecard.figures.variation import bounds, means_otherwise, since_change, since_first
from scorecard.forecast import SEASONS, Forecast, forecast
from scorecard.formula import FormulaError
from scorecard.landing import Expected, Landing, land, landed
from scorecard.limits import Criterion, edges_of, target_of
from scorecard.number import exact, snap, snap_exact
from scorecard.period import Period
from scorecard.vocabulary import Direction, Frequency, Missing
from scorecard.year import settled

LEAST_STEPS = 3
#: A forecast looks back over so many values: refitting at every start takes their square.
MOST = 400


@dataclass(frozen=True, slots=True)
class Prospect:
    """The forecast of the periods after `newest`, the newest one with a value; `filled` are the
    missing periods that have the mean of their neighbours for it.

    `landing` is that of the fiscal `year` of it, judged by `criterion`; `left` are the year's
    periods after `newest`. Without a target, or where the rules do not say, there is none. `part`
    is what of it is judged where only some of the year's periods have a target. `why_none` says
    why there is no landing: `other_periods` for a formula that reads some, `no_target`, or nothing.
    """

    newest: Period
    ahead: Forecast
    year: Period
    left: tuple[Period, ...]
    filled: tuple[Period, ...] = ()
    landing: Landing | None = None
    criterion: Criterion | None = None
    part: Part | None = None
    why_none: str = ""


def prospect(evaluation: Evaluation, kpi: str, org: str) -> Prospect | None:
    """What is to come; None where nothing can be said: for projects and yes or no, and from
    fewer than three values after the last gap or change of definition (R-FORECAST-1, 7).

    The forecast runs to the end of the newest value's year, at least three periods. Raises
    KeyError where there is no such KPI.
    """
    past = _until_newest(since_change(since_first(evaluation, kpi, org)))[-MOST:]
    if not past:
        return None
    newest, version = past[-1].period, past[-1].version
    if version.frequency is Frequency.PROJECT or version.direction is Direction.YES:
        return None
    year, to_date, left = _year(evaluation, newest)
    low, high = bounds(past)
    ahead = forecast(
        [cell.value for cell in past],
        max(LEAST_STEPS, len(left)),
        season=SEASONS.get(newest.kind, 1),
        floor=low,
        ceiling=high,
    )
    if ahead is None:
        return None
    filled = tuple(past[at].period for at in ahead.filled)
    found = Prospect(newest, ahead, year, left, filled)
    landing = _landing(evaluation, (kpi, org), past, to_date, found)
    if landing is None:
        return replace(found, why_none=_why_none(evaluation, (kpi, org), found))
    return replace(found, landing=landing[0], criterion=landing[1], part=landing[2])


def _until_newest(cells: Sequence[Cell]) -> Sequence[Cell]:
    present = [at for at, cell in enumerate(cells) if not isinstance(cell.value, Missing)]
    return cells[: present[-1] + 1] if present else ()


def _year(
    evaluation: Evaluation, newest: Period
) -> tuple[Period, tuple[Period, ...], tuple[Period, ...]]:
    """The fiscal year of a period, its periods up to that, and those after it."""
    calendar = evaluation.board.settings.calendar
    year = calendar.belongs(newest, Frequency.YEAR)
    numbers = calendar.within(calendar.span(year), newest.kind)
    periods = [Period(newest.kind, number) for number in numbers]
    to_date = tuple(period for period in periods if period.number <= newest.number)
    return year, to_date, tuple(periods[len(to_date) :])


def _why_none(evaluation: Evaluation, place: Place, found: Prospect) -> str:
    at = evaluation.valuation.situation(*place, View(found.newest))
    if not isinstance(at, FormulaError) and reads_other_periods(at.meaning.tree):
        return "other_periods"
    return "no_target" if _criterion(evaluation, place, found) is None else ""


Landed = tuple[Landing, Criterion, Part | None]


def _landing(
    evaluation: Evaluation,
    place: Place,
    past: Sequence[Cell],
    to_date: Sequence[Period],
    found: Prospect,
) -> Landed | None:
    """Where the year will land (R-FORECAST-8), and what that is judged by."""
    at = evaluation.valuation.situation(*place, View(found.newest))
    if isinstance(at, FormulaError):
        return None
    if at.meaning.additive:
        return _added_up(evaluation, place, past, to_date, found)
    criterion = _criterion(evaluation, place, found)
    here = [evaluation.cell(*place, View(period)) for period in to_date]
    present = [cell for cell in here if not isinstance(cell.value, Missing)]
    if criterion is None or any(means_otherwise(cell.version, at.version) for cell in present):
        return None
    if not found.left:
        return _over(evaluation, place, criterion, found, len(here) - len(present))
    begun = sum(period.number >= past[0].period.number for period in to_date)
    made = Making(evaluation, place, past, begun, found.left, found.ahead).made()
    if made is None:
        return None
    whole = found.year if made.past is None else found.left[-1]
    criterion = _at_its_end(evaluation, place, whole) or criterion
    floor, ceiling = bounds(past)
    within = (floor, ceiling if made.past is None else None)
    landing = landed(made.year, made.expected, criterion, made.past or _values(past), within)
    missing = len(here) - len(present) if made.missing is None else made.missing
    return landing._replace(missing=missing), criterion, None


def _over(
    evaluation: Evaluation, place: Place, criterion: Criterion, found: Prospect, missing: int
) -> Landed | None:
    """A year of which all periods are past is what it is."""
    value = evaluation.cell(*place, View(found.year)).value
    if isinstance(value, Missing):
        return None
    landing = landed(settled(exact(value), 0), Expected((), ()), criterion)
    return landing._replace(missing=missing), criterion, None


def _added_up(
    evaluation: Evaluation,
    place: Place,
    past: Sequence[Cell],
    to_date: Sequence[Period],
    found: Prospect,
) -> Landed | None:
    """The landing of a sum is judged by the sum of the targets of all periods of the year; where
    some have none, over those that have one (docs/decisions/0011)."""
    here = [evaluation.cell(*place, View(period)) for period in (*to_date, *found.left)]
    last, done = here[-1].criterion, len(to_date)
    if last is None:
        return None
    aimed = [at for at, cell in enumerate(here) if _has_aim(cell, last)]
    whole = _summed(last, [here[at].criterion or last for at in aimed])

    def over(places: Sequence[int]) -> Landing:
        actual = [here[at].value for at in places if at < done]
        steps = [at - done for at in places if at >= done]
        widths = found.ahead.half_widths
        expected = Expected(
            [found.ahead.points[step] for step in steps],
            [widths[step] for step in steps if widths],
        )
        return land(actual, expected, whole, _values(past), bounds(past))

    landing = over(range(len(here)))
    if not aimed or len(aimed) == len(here):
        return landing, whole, None
    judged = over(aimed)
    landing = landing._replace(
        outlook=judged.outlook,
        needed=judged.needed,
        needed_per_period=judged.needed_per_period,
    )
    return landing, whole, Part(judged.value, len(aimed), len(here))


def _has_aim(cell: Cell, last: Criterion) -> bool:
    criterion = cell.criterion
    return criterion is not None and criterion.has_target and criterion.direction is last.direction


def _criterion(evaluation: Evaluation, place: Place, found: Prospect) -> Criterion | None:
    """What the value of the whole year is judged by; a budget is that of its last period."""
    last = found.left[-1] if found.left else found.newest
    by_budget = evaluation.cell(*place, View(last)).version.direction is Direction.BUDGET
    return evaluation.cell(*place, View(last if by_budget else found.year)).criterion


def _at_its_end(evaluation: Evaluation, place: Place, whole: Period) -> Criterion | None:
    """What grows with time is judged by when the year is over; `whole` is the year, or for a year
    to date its last period."""
    at = evaluation.valuation.situation(*place, View(whole))
    return None if isinstance(at, FormulaError) else at_its_end(evaluation.valuation, at)


def _values(cells: Sequence[Cell]) -> list[float]:
    return [cell.value for cell in cells if not isinstance(cell.value, Missing)]


def _summed(last: Criterion, criteria: Sequence[Criterion]) -> Criterion:
    """What the periods that have a target ask for together: every target and limit is the sum
    over them."""
    if not criteria:
        return replace(last, target=None, low=None, high=None, green=None, amber=None, exact=())
    target = sum(map(target_of, criteria), Fraction(0))
    edges = [edges_of(criterion) for criterion in criteria]
    low, high = (snap_exact(sum(side, Fraction(0))) for side in zip(*edges, strict=True))
    is_range = last.direction is Direction.RANGE
    return replace(
        last,
        target=None if last.target is None else snap_exact(target),
        low=low if is_range else None,
        high=high if is_range else None,
        green=_total([criterion.green for criterion in criteria]),
        amber=_total([criterion.amber for criterion in criteria]),
        baseline=None,
        exact=(("target", target),),
    )


def _total(values: Sequence[float | None]) -> float | None:
    numbers = [value for value in values if value is not None]
    return snap(fsum(numbers)) if len(numbers) == len(values) else None
