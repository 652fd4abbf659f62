"""How the year of a KPI is made of its periods: by its measures' own rules (R-FORECAST-8)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from scorecard.evaluation import Cell, Evaluation, View
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.view import grain
from scorecard.forecast import SEASONS, Forecast, forecast, points_ahead
from scorecard.formula import FormulaError, Tree, evaluate
from scorecard.formula.functions import WINDOWS
from scorecard.formula.ratio import Ratio, is_linear, ratio_of
from scorecard.formula.tree import Call, Name, Number, walk, with_names
from scorecard.landing import Expected
from scorecard.model.records import Measure
from scorecard.number import exact, snap_exact
from scorecard.period import Period
from scorecard.vocabulary import ADDITIVE, Method, Missing, Value
from scorecard.year import Part, Peak, Year, added, averaged, divided, ended, settled

#: Methods that a sum or difference of several measures shares with them.
_SHARED = frozenset({Method.AVERAGE, Method.LAST})
_OF_OTHER_PERIODS = WINDOWS | {"PREV", "LY", "YTD", "DAYS"}
_NOTHING = Missing("no_data")


class Made(NamedTuple):
    """A year and what is expected of its periods left. `past` are the values of the periods so
    far where they are not those of the KPI, as of a year to date, and `missing` how many of the
    year's are not there."""

    year: Year
    expected: Expected
    past: tuple[float, ...] | None = None
    missing: int | None = None


def reads_other_periods(tree: Tree) -> bool:
    """Whether a formula reads periods other than its own, so that its year is not made of them."""
    return any(isinstance(node, Call) and node.function in _OF_OTHER_PERIODS for node in walk(tree))


@dataclass(frozen=True, slots=True)
class Making:
    """A KPI at a unit in the course of a year.

    `past` are its cells under one definition, oldest first, up to the newest value, `to_date`
    how many of them are of the year. `left` are its periods after that, at least one; `ahead` is
    the forecast of the KPI's own values, at least as long.
    """

    evaluation: Evaluation
    place: tuple[str, str]
    past: Sequence[Cell]
    to_date: int
    left: Sequence[Period]
    ahead: Forecast

    def made(self) -> Made | None:
        """The year and what is expected of its periods left; None where the formula reads other
        periods, or where there is too little to go by."""
        newest = self._at(self.past[-1])
        if newest is None:
            return None
        tree, measures = newest.meaning.tree, newest.meaning.measures
        if newest.version.window == "trailing_12m":
            return Made(ended(len(self.left)), self._own)
        if isinstance(tree, Call) and tree.function == "YTD":
            return self._to_date(tree.arguments[0])
        if not is_linear(tree):
            ratio = ratio_of(tree)
            return self._computed(newest) if ratio is None else self._divided(ratio, measures)
        method = _method(tree, measures)
        return None if method is None else self._of_one(method, measures)

    @property
    def _own(self) -> Expected:
        steps = slice(len(self.left))
        return Expected(self.ahead.points[steps], self.ahead.half_widths[steps])

    def _of_one(self, method: Method, measures: Mapping[str, Measure]) -> Made | None:
        values = list(_present([cell.value for cell in self.past[-self.to_date :]]))
        match method:
            case Method.AVERAGE | Method.WEIGHTED:
                return self._averaged(measures)
            case Method.LAST:
                return Made(ended(len(self.left)), self._own)
            case Method.MAX | Method.MIN:
                upward = method is Method.MAX
                return Made(Peak((max if upward else min)(values), upward), self._own)
        return Made(added(values, len(self.left)), self._own)

    def _averaged(self, measures: Mapping[str, Measure]) -> Made | None:
        """The mean of the periods, each by how much its own value was averaged over."""
        (name, measure), *_ = measures.items()
        weights = [self._weight(cell, name, measure) for cell in self.past]
        ahead = self._weights_ahead(weights, measure)
        if ahead is None or min(ahead) < 0:
            return None
        cells = zip(weights[-self.to_date :], self.past[-self.to_date :], strict=True)
        pairs = [
            (exact(weight), exact(cell.value))
            for weight, cell in cells
            if not isinstance(weight, Missing) and not isinstance(cell.value, Missing)
        ]
        return Made(averaged(pairs, list(map(exact, ahead))), self._own)

    def _weight(self, cell: Cell, name: str, measure: Measure) -> Value:
        """What the value of a period counts in a mean of periods: its weights added up, or how
        many values it is the mean of."""
        at = self._at(cell)
        if at is None or isinstance(cell.value, Missing):
            return _NOTHING
        if measure.over_time is Method.WEIGHTED:
            weight = self.evaluation.board.measures.get(measure.weight or "", measure)
            read = replace(weight, over_time=Method.SUM, over_org=Method.SUM)
        elif grain(measure.frequency) is cell.period.kind:
            return 1.0
        else:
            read = replace(measure, over_time=Method.COUNT)
        return replace(at.scope, measures={name: read}).value(name).value

    def _weights_ahead(self, weights: Sequence[Value], measure: Measure) -> Sequence[float] | None:
        if measure.over_time is Method.WEIGHTED:
            return self._ahead(weights)
        calendar, kind = self.evaluation.board.settings.calendar, grain(measure.frequency)
        inside = (calendar.within(calendar.span(period), kind) for period in self.left)
        return [float(max(len(numbers), 1)) for numbers in inside]

    def _divided(self, ratio: Ratio, measures: Mapping[str, Measure]) -> Made | None:
        """Numerator and denominator are forecast apart and then divided."""
        situations = [self._at(cell) for cell in self.past]
        above, below = (
            self._part(each, situations, _method(each, measures))
            for each in (ratio.above, ratio.below)
        )
        if above is None or below is None:
            return None
        found = divided(above, below, ratio.factor, ratio.shift)
        return None if found is None else Made(found[0], self._own._replace(value=found[1]))

    def _computed(self, newest: Situation) -> Made | None:
        """Any other formula is computed once, of measures that are forecast apart (R-FORMULA-9);
        how periods make its year, and so an interval, nothing says."""
        tree, measures = newest.meaning.tree, newest.meaning.measures
        if reads_other_periods(tree):
            return None
        situations = [self._at(cell) for cell in self.past]
        wholes: dict[str, Fraction] = {}
        for name, measure in measures.items():
            part = self._part(Name(name), situations, _method(Name(name), {name: measure}))
            if part is None:
                return None
            wholes[name] = part.whole
        known = with_names(tree, lambda name: Number(snap_exact(wholes[name.name])))
        value = evaluate(known, newest.scope).value
        if isinstance(value, Missing):
            return None
        year = settled(exact(value), len(self.left))
        return Made(year, self._own._replace(half_widths=(), value=exact(value)))

    def _to_date(self, inner: Tree) -> Made | None:
        """A year to date ends as the sum of what it adds up, period by period (R-FORMULA-7)."""
        values = [
            _NOTHING if at is None or not at.counted.kept else evaluate(inner, at.scope).value
            for at in map(self._at, self.past)
        ]
        ahead = forecast(values, len(self.left), season=SEASONS.get(self.left[0].kind, 1))
        if ahead is None or reads_other_periods(inner):
            return None
        so_far = list(_present(values[-self.to_date :]))
        past = tuple(value for value in values if not isinstance(value, Missing))
        expected = Expected(ahead.points, ahead.half_widths)
        year, missing = added(so_far, len(self.left)), self.to_date - len(so_far)
        return Made(year, expected, past, missing)

    def _part(
        self, tree: Tree, situations: Sequence[Situation | None], method: Method | None
    ) -> Part | None:
        """A part of the formula, in each period over the cells that are complete (R-VALUE-3)."""
        values = [
            _NOTHING if at is None or not at.counted.kept else evaluate(tree, at.scope).value
            for at in situations
        ]
        ahead = self._ahead(values)
        if method is None or method is Method.WEIGHTED or ahead is None:
            return None
        so_far = list(_present(values[-self.to_date :]))
        return Part(method, so_far, list(map(exact, ahead)))

    def _ahead(self, values: Sequence[Value]) -> list[float] | None:
        """A part or a weight in the periods left."""
        season = SEASONS.get(self.left[0].kind, 1)
        return points_ahead(values, len(self.left), season=season)

    def _at(self, cell: Cell) -> Situation | None:
        found = self.evaluation.valuation.situation(*self.place, View(cell.period))
        return None if isinstance(found, FormulaError) else found


def _method(tree: Tree, measures: Mapping[str, Measure]) -> Method | None:
    """The one method by which a linear formula is made of its values over time; None where its
    measures have several."""
    names = {node.name for node in walk(tree) if isinstance(node, Name)}
    methods = {measures[name].over_time for name in names}
    if methods <= ADDITIVE:
        return Method.SUM
    method = methods.pop()
    if methods or not (method in _SHARED or isinstance(tree, Name)):
        return None
    return method


def _present(values: Sequence[Value]) -> Iterator[Fraction]:
    return (exact(value) for value in values if not isinstance(value, Missing))
