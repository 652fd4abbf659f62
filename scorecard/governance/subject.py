"""A KPI as the examinations see it: its definition in force, and where it stands in the tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scorecard.board import Board
from scorecard.evaluation import Cell, Evaluation, View
from scorecard.evaluation.project import is_project
from scorecard.evaluation.view import grain
from scorecard.figures.target_help import COUNTED
from scorecard.figures.target_proposal import known_values
from scorecard.figures.trend import history
from scorecard.governance.finding import Concern, Finding
from scorecard.model.records import KpiVersion, Node
from scorecard.text import Said
from scorecard.trouble import Level


@dataclass
class Subject:
    """A KPI on the board of `evaluation`; `lines` are its lines in the tree, a line for each."""

    evaluation: Evaluation
    kpi: str
    lines: tuple[Node, ...]

    @property
    def board(self) -> Board:
        """The document."""
        return self.evaluation.board

    @cached_property
    def version(self) -> KpiVersion:
        """The newest definition: a planned one is what somebody should look at too."""
        return self.board.latest(self.kpi)

    @cached_property
    def due(self) -> View:
        """The newest of the KPI's own periods of which values are due."""
        kind, valuation = grain(self.version.frequency), self.evaluation.valuation
        return View(valuation.due.latest(kind, valuation.today))

    def cell(self, org: str) -> Cell:
        """The KPI at a unit in that period; a project as it stands."""
        if is_project(self.version):
            return self.evaluation.cell(self.kpi, org)
        return self.evaluation.cell(self.kpi, org, self.due)

    def recent(self, org: str) -> list[float]:
        """The known values of the last twelve own periods that mean what the newest one means,
        the oldest first."""
        return known_values(history(self.evaluation.at(self.due), self.kpi, org, COUNTED))

    def finding(
        self,
        concern: Concern,
        level: Level,
        sentence: Said,
        field: str = "",
        line: Node | None = None,
    ) -> Finding:
        """A finding about the KPI, mended at `field`; at one line of it, or wherever it stands."""
        lines = (line,) if line is not None else self.lines
        return Finding(
            concern,
            level,
            self.kpi,
            self.version.name,
            sentence,
            tuple(dict.fromkeys(each.org for each in lines if each.org)),
            self.kpi,
            lines[0].id if lines else "",
            field,
        )


def subjects(evaluation: Evaluation) -> Iterator[Subject]:
    """Every KPI of the document."""
    lines: dict[str, list[Node]] = {}
    for node in evaluation.board.nodes.values():
        if node.kpi is not None:
            lines.setdefault(node.kpi, []).append(node)
    for kpi in evaluation.board.versions:
        yield Subject(evaluation, kpi, tuple(lines.get(kpi, ())))
