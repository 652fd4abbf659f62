"""Runs: stretches of periods in which a KPI has one plain definition and one criterion."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from scorecard.board import Board
from scorecard.evaluation.completeness import Completeness
from scorecard.evaluation.criterion import held
from scorecard.evaluation.meaning import Meaning, kpis_in
from scorecard.evaluation.measuring import NEVER_ITSELF
from scorecard.evaluation.shapes import Shape, Shaped, shape_of, shape_of_text
from scorecard.evaluation.sheet import Reading, Readings
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.valuation import Valuation
from scorecard.evaluation.view import View, grain
from scorecard.model.records import KpiVersion, Measure
from scorecard.period import PER_YEAR, Period, first_day
from scorecard.scoring import Criterion
from scorecard.vocabulary import ADDITIVE, Direction, Frequency, Method

#: Judged by values of other cells, so one by one.
_BY_OTHERS = frozenset({Direction.IMPROVE, Direction.BUDGET})
#: A run is one period in each cell, so which of them are complete changes no target.
_WHOLE = Completeness({0: None}, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Content:
    """A definition at a unit as arrays compute it. `shared`: all its measures are kept by the
    same several units, so that a unit with a gap in one is left out of all (R-VALUE-3)."""

    shape: Shape
    readings: Readings
    shared: bool


@dataclass(frozen=True, slots=True)
class Run:
    """The columns from `first` to before `stop` of a row."""

    row: int
    first: int
    stop: int
    content: Content
    criterion: Criterion | None


class Runs:
    """The runs of one board over periods `numbers` of a `kind`.

    What is not in any run is no plain case: units with a method of their own, measures of other
    frequencies, longer windows, YTD, criteria that need other cells, formulas with mistakes.
    """

    def __init__(self, valuation: Valuation, kind: Frequency, numbers: range) -> None:
        self._valuation = valuation
        self._board: Board = valuation.board
        self._calendar = valuation.board.settings.calendar
        self._kind = kind
        self._views = [View(Period(kind, number)) for number in numbers]
        self._firsts = [self._calendar.span(view.period).first for view in self._views]
        self._starts: dict[str, date] = {}

    def of(self, row: int, kpi: str, org: str) -> Iterator[Run]:
        """The runs of a KPI at a unit, oldest first. Raises KeyError for no such KPI."""
        versions = self._board.versions[kpi]
        if any(version.frequency is not self._kind for version in versions):
            return
        contents: dict[str, Content | None] = {}
        for first, stop in pairwise(self._edges(kpi, org)):
            version, _ = self._valuation.definitions.in_force(kpi, self._views[first])
            if version.version not in contents:
                contents[version.version] = self._content(version, org, self._firsts[first])
            content = contents[version.version]
            if content is not None:
                criterion = self._criterion(version, content, org, first)
                yield Run(row, first, stop, content, criterion)

    def _edges(self, kpi: str, org: str) -> list[int]:
        """Where a run may begin, and the end of the last one."""
        versions, targets = self._board.versions[kpi], self._board.targets.get((kpi, org), ())
        if any(target.basis and grain(target.basis) is not self._kind for target in targets):
            return list(range(len(self._views) + 1))
        starts = [target.start for target in targets]
        if len(versions) > 1:
            starts += [version.effective for version in versions]
        inner = {bisect_left(self._firsts, self._start(start)) for start in starts}
        return sorted({0, len(self._views), *inner})

    def _start(self, text: str) -> date:
        if text not in self._starts:
            self._starts[text] = first_day(text, self._calendar)
        return self._starts[text]

    def _content(self, version: KpiVersion, org: str, day: date) -> Content | None:
        if version.direction in _BY_OTHERS or version.window == "trailing_12m":
            return None
        shaped = self._shaped(version, day)
        if shaped is None or not self._is_plain(shaped.shape):
            return None
        measures = [self._board.measures[name] for name in shaped.names]
        if any(measure.frequency is not self._kind for measure in measures):
            return None
        readings = tuple(self._reading(measure, org) for measure in measures)
        if not all(map(_is_sum, measures, readings)):
            return None
        units = {readings[_slot(term)].units for term in _terms(shaped.shape, readings)}
        shared = len(units) == 1 and len(next(iter(units))) > 1
        if shared and {reading.units for reading in readings} != units:
            return None
        return Content(shaped.shape, readings, shared)

    def _is_plain(self, shape: Shape) -> bool:
        return shape.fits_columns and (self._kind in PER_YEAR or not shape.needs_years)

    def _shaped(self, version: KpiVersion, day: date) -> Shaped | None:
        """The shape with the ids of its measures; None where it is not the same at all times."""
        shaped, names = shape_of_text(version.formula), self._board.names
        if shaped is not None:
            meant = [names.get(name, "") for name in shaped.names]
            if all(name.startswith("measure:") for name in meant):
                return Shaped(shaped.shape, tuple(map(_bare, meant)))
        meaning = self._valuation.definitions.meaning(version, day)
        if not isinstance(meaning, Meaning) or not _is_steady(self._board, version):
            return None
        shaped = shape_of(meaning)
        return Shaped(shaped.shape, tuple(map(_bare, shaped.names)))

    def _reading(self, measure: Measure, org: str) -> Reading:
        return Reading(measure.id, self._valuation.measuring.leaves(measure.id, org))

    def _criterion(
        self, version: KpiVersion, content: Content, org: str, first: int
    ) -> Criterion | None:
        """What `held` says of the run's first period holds for all of it."""
        measures = {
            f"n{slot}": self._board.measures[reading.measure]
            for slot, reading in enumerate(content.readings)
        }
        additive = content.shape.additive and all(
            measure.over_time in ADDITIVE for measure in measures.values()
        )
        frequencies = frozenset({self._kind}) if measures else frozenset()
        view = self._views[first]
        nothing: frozenset[str] = frozenset()
        meaning = Meaning(content.shape.tree, measures, (), additive, frequencies, nothing)
        stretch = self._valuation.definitions.stretch(version, meaning, view)
        measuring = self._valuation.measuring
        at = Situation(measuring, version, view.period, meaning, org, view, stretch, _WHOLE)
        return held(self._valuation, at).criterion


def _terms(shape: Shape, readings: Readings) -> Iterable[str]:
    """The slots whose units make up a cell: as in `completeness`."""
    required = [term.name for term in shape.required]
    return required or [f"n{slot}" for slot in range(len(readings))]


def _slot(name: str) -> int:
    return int(name.removeprefix("n"))


def _is_sum(measure: Measure, reading: Reading) -> bool:
    """Whether the value is that of the only unit, or a sum over units."""
    if not NEVER_ITSELF.isdisjoint({measure.over_time, measure.over_org}):
        return False
    return len(reading.units) == 1 or measure.over_org is Method.SUM


def _is_steady(board: Board, version: KpiVersion) -> bool:
    """Whether the KPIs that a formula names, and those that they name, have one definition."""
    waiting: list[KpiVersion] = [version]
    seen: set[str] = set()
    while waiting:
        for kpi in kpis_in(board, waiting.pop()) - seen:
            seen.add(kpi)
            if len(board.versions[kpi]) > 1:
                return False
            waiting += board.versions[kpi]
    return True


def _bare(meaning: str) -> str:
    return meaning.partition(":")[2]
