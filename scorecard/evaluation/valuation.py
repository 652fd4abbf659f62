"""Values of KPIs: the cell of a KPI at an org unit in a view, and the newest one if it is late."""

from datetime import date

from scorecard.board import Board
from scorecard.evaluation.beginning import beginning, counts_nothing
from scorecard.evaluation.completeness import completeness
from scorecard.evaluation.criterion import held
from scorecard.evaluation.definitions import Definitions
from scorecard.evaluation.due import Due
from scorecard.evaluation.line import Cell, Part
from scorecard.evaluation.meaning import Meaning
from scorecard.evaluation.measuring import Measuring
from scorecard.evaluation.project import done_on, is_project, of_project
from scorecard.evaluation.result import result_of
from scorecard.evaluation.reuse import kept
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.spreading import Pattern
from scorecard.evaluation.view import View, grain
from scorecard.formula import FormulaError, Result
from scorecard.model.records import KpiVersion
from scorecard.period import Period
from scorecard.scoring import judge
from scorecard.vocabulary import Frequency, Missing

#: How many of its own periods a KPI is followed back to its newest value.
REACH = 120


class Valuation:
    """Cells of one board as of `today`, each worked out once."""

    def __init__(self, board: Board, today: date) -> None:
        self.board = board
        self.today = today
        self.due = Due(board.settings, today)
        self.measuring = Measuring(board, self.due)
        self.cells: dict[str, dict[tuple[str, View], Cell]] = {}
        self.definitions = Definitions(board)
        #: Last year's values, by which targets are spread over a year that begins so.
        self.patterns: dict[tuple[str, str, Period], Pattern] = {}

    def cell(self, kpi: str, org: str, view: View) -> Cell:
        """The KPI at `org` in `view`; grey with a reason where it has no value.

        Raises KeyError where there is no such KPI.
        """
        cells, place = self.cells.setdefault(kpi, {}), (org, view)
        if place not in cells:
            cells[place] = self._cell(kpi, org, view)
        return cells[place]

    def newest(self, kpi: str, org: str, view: View) -> tuple[Cell, bool]:
        """The cell to show in `view`, and whether it is stale: that of an older period,
        because the newest value is older than the latest due one (R-TIME-10). What somebody said
        there is no value of is not late."""
        cell = self.cell(kpi, org, view)
        if is_project(cell.version):
            return cell, False
        if not (isinstance(cell.value, Missing) and _is_absent(cell.value.reason)):
            return cell, False
        kind = grain(cell.version.frequency)
        last = view.last_day(self.measuring.calendar)
        due = self.due.latest(kind, last)
        newest = self.definitions.in_force(kpi, view)[1]
        for number in range(newest.number, self._oldest(kpi, org, due) - 1, -1):
            there = View(Period(kind, number))
            older = self.cell(kpi, org, there)
            if not isinstance(older.value, Missing):
                return (cell, False) if number >= due.number else (older, True)
            said = number == due.number and self._said_none(kpi, org, there)
            if said or not _is_absent(older.value.reason):
                break
        return cell, False

    def _oldest(self, kpi: str, org: str, due: Period) -> int:
        """The number of the oldest period in which a KPI's newest value is looked for."""
        reach = due.number - REACH + 1
        if counts_nothing(self.board, self.definitions, kpi):
            return reach
        first = self.beginning(kpi, org, due.kind)
        return due.number + 1 if first is None else max(reach, first)

    def _said_none(self, kpi: str, org: str, view: View) -> bool:
        at = self.situation(kpi, org, view)
        return isinstance(at, Situation) and at.newest_scope.says_none()

    def beginning(self, kpi: str, org: str, kind: Frequency) -> int | None:
        """The number of the period of `kind` before which a KPI has no value; None where it has
        none at all. Raises KeyError where there is no such KPI."""
        return beginning(self.board, self.definitions, self.measuring, (kpi, org), kind)

    def keep(self, older: "Valuation", changed: frozenset[str], *, same_definitions: bool) -> None:
        """Take over the cells of `older` but those of the KPIs `changed`; what either works out
        of the others later is as good for both."""
        self.cells = kept(older.cells, changed)
        if same_definitions:
            self.definitions = older.definitions

    def situation(self, kpi: str, org: str, view: View) -> Situation | FormulaError:
        """Which cells count for a KPI at `org` in `view`, or the mistake in its formula.

        Raises KeyError where there is no such KPI.
        """
        version, period, meaning = self._defined(kpi, view)
        if isinstance(meaning, FormulaError):
            return meaning
        if is_project(version):
            return self._of_project(version, meaning, org, view)
        return self._situated(version, period, meaning, org, view)

    def _of_project(
        self, version: KpiVersion, meaning: Meaning, org: str, view: View
    ) -> Situation | FormulaError:
        """By the definition in force on the day on which it was done."""
        done = done_on(self.measuring, meaning, org, view.last_day(self.measuring.calendar))
        if done is not None:
            then, _, meant = self._defined(version.kpi, View(done))
            if isinstance(meant, FormulaError):
                return meant
            version, meaning = (then, meant) if is_project(then) else (version, meaning)
        return of_project(self.measuring, (version, meaning), org, view, self.today)

    def under(self, at: Situation, view: View) -> Situation:
        """The same KPI in another view, by the definition of `at`."""
        period = self.definitions.in_force(at.version.kpi, view)[1]
        return self._situated(at.version, period, at.meaning, at.org, view)

    def _situated(
        self, version: KpiVersion, period: Period, meaning: Meaning, org: str, view: View
    ) -> Situation:
        stretch = self.definitions.stretch(version, meaning, view)
        counted = completeness(self.measuring, meaning, org, stretch)
        return Situation(self.measuring, version, period, meaning, org, view, stretch, counted)

    def _defined(self, kpi: str, view: View) -> tuple[KpiVersion, Period, Meaning | FormulaError]:
        """The version for a view, the newest own period in it, and what the version means."""
        version, period = self.definitions.in_force(kpi, view)
        first = self.measuring.calendar.span(period).first
        return version, period, self.definitions.meaning(version, first)

    def _cell(self, kpi: str, org: str, view: View) -> Cell:
        at = self.situation(kpi, org, view)
        if isinstance(at, FormulaError):
            version, period = self.definitions.in_force(kpi, view)
            reason = f"formula_{at.code}"
            rounding = self.board.settings.rounding
            return Cell(Missing(reason), version, period, reason=reason, rounding=rounding)
        result = result_of(at)
        have, of = at.counted.have, at.counted.of
        criterion, judged, whole, note = held(self, at)
        part = None
        if judged is not at and not isinstance(result.value, Missing):
            part = Part(result_of(judged).value, judged.counted.have, whole)
        judgement = judge(result.value if part is None else part.value, criterion)
        return Cell(
            value=result.value,
            version=at.version,
            period=at.shown,
            have=have,
            of=of,
            partial=_is_partial(at, result),
            entire=not isinstance(result.value, Missing) and not result.partial and at.is_entire,
            criterion=criterion,
            status=judgement.status,
            score=judgement.score,
            attainment=judgement.attainment,
            reason=judgement.reason,
            rule=judgement.rule,
            part=part,
            note=note,
            rounding=self.board.settings.rounding,
        )


def _is_partial(at: Situation, result: Result) -> bool:
    """Whether a value lacks something that is due; a project is done or not."""
    if isinstance(result.value, Missing) or is_project(at.version):
        return False
    return result.partial or 0 < at.counted.have < at.counted.of


def _is_absent(reason: str) -> bool:
    """Whether a value is missing because nobody gave it, not because it cannot be computed."""
    return reason in {"no_data", "not_due"} or reason.startswith("missing:")
