"""What the panel is about: the chosen line with all that is said of it, worked out once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scorecard.board import Board
from scorecard.evaluation import Cell, Evaluation, Line
from scorecard.figures import Panel, Trend
from scorecard.figures.panel import panel
from scorecard.figures.trend import trend
from scorecard.figures.variation import since_first
from scorecard.model.records import KpiVersion
from scorecard.period import Period
from ui.bridge import Bridge
from ui.forms.kept import Kept, kept_draft

#: Two years of months and the one before them.
SHOWN = 25


@dataclass
class Subject:
    """A line as it is now. Parts that cost time are worked out when they are first asked for."""

    bridge: Bridge
    node: str
    evaluation: Evaluation

    @cached_property
    def panel(self) -> Panel:
        """All that is said of the line."""
        return panel(self.evaluation, self.node, self.bridge.workspace.provenance)

    @cached_property
    def trend(self) -> Trend | None:
        """The newest `SHOWN` periods of the KPI, none before its first value: nothing is missing
        where nothing had begun. None for a parent."""
        if self.cell is None:
            return None
        begun = len(since_first(self.evaluation, self.kpi, self.org))
        return trend(self.evaluation, self.kpi, self.org, min(begun, SHOWN) or SHOWN)

    @cached_property
    def line(self) -> Line:
        """The line in the view."""
        return self.evaluation.line(self.node)

    @property
    def board(self) -> Board:
        """The document."""
        return self.evaluation.board

    @property
    def cell(self) -> Cell | None:
        """The KPI's cell, None for a parent."""
        return self.line.cell

    @property
    def kpi(self) -> str:
        """The id of the KPI, empty for a parent."""
        return self.line.node.kpi or ""

    @property
    def org(self) -> str:
        """The id of its org unit, empty for a parent."""
        return self.line.node.org or ""

    @property
    def version(self) -> KpiVersion | None:
        """The definition in force in the view, None for a parent."""
        return self.cell.version if self.cell is not None else None

    @property
    def in_force(self) -> KpiVersion:
        """The definition of a KPI in the view; the newest where there is none in it."""
        return self.version or self.board.latest(self.kpi)

    @property
    def first_day(self) -> date:
        """The first day of the period that the view shows."""
        return self.board.settings.calendar.span(self.period).first

    @cached_property
    def draft(self) -> Kept | None:
        """What is being written over its definition, None where nothing is."""
        return kept_draft(self.bridge.workspace, self.kpi) if self.kpi else None

    @cached_property
    def period(self) -> Period:
        """The KPI's own period that the view shows; that of the view for a parent."""
        if self.kpi and self.org:
            return self.evaluation.cell(self.kpi, self.org).period
        return self.evaluation.view.period

    @property
    def is_own_period(self) -> bool:
        """Whether the view shows one of the periods that the trend is made of."""
        view = self.evaluation.view
        return not view.upto and view.period.kind is self.period.kind

    @cached_property
    def places(self) -> tuple[tuple[str, str], ...]:
        """The (measure, unit) pairs whose entries feed the KPI, in the order of its formula."""
        measuring = self.evaluation.valuation.measuring
        return tuple(
            (each.measure, unit)
            for each in self.panel.inputs
            for unit in measuring.leaves(each.measure, self.org)
        )


def subject_of(bridge: Bridge, node: str | None) -> Subject | None:
    """The line that is looked at, None where there is none (any more)."""
    if node is None or node not in bridge.board.nodes:
        return None
    return Subject(bridge, node, bridge.evaluation)
