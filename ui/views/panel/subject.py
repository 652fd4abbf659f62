"""What the panel is about: the chosen line with all that is said of it, worked out once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scorecard.board import Board
from scorecard.evaluation import Cell, Evaluation, Line
from scorecard.figures import Panel, Trend
from scorecard.figures.ahead import looking_ahead, looking_back
from scorecard.figures.panel import panel
from scorecard.figures.people import people
from scorecard.figures.prospect import Prospect, prospect
from scorecard.figures.takes import what_it_takes, where_it_lands
from scorecard.figures.trend import trend
from scorecard.figures.variation import since_first
from scorecard.model.records import KpiVersion
from scorecard.period import Period
from scorecard.text import Said
from scorecard.vocabulary import Frequency, Words
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
        workspace = self.bridge.workspace
        return panel(self.evaluation, self.node, workspace.provenance, self.bridge.snapshots)

    @cached_property
    def trend(self) -> Trend | None:
        """The newest `SHOWN` periods of the KPI, none before its first value: nothing is missing
        where nothing had begun; with its forecast and the year before. None for a parent."""
        if self.cell is None:
            return None
        place = self.kpi, self.org
        begun = len(since_first(self.evaluation, *place))
        course = trend(self.evaluation, *place, min(begun, SHOWN) or SHOWN)
        return looking_back(looking_ahead(course, self.prospect), self.evaluation, place)

    @cached_property
    def prospect(self) -> Prospect | None:
        """What is to come of the KPI; None for a parent, and where nothing can be said."""
        return None if self.cell is None else prospect(self.evaluation, self.kpi, self.org)

    @cached_property
    def takes(self) -> Said | None:
        """What it takes to finish the year of the view green; None where nothing can be said."""
        coming = self._of_this_year
        if coming is None or self.cell is None:
            return None
        return what_it_takes(coming, self.cell, self.board.settings)

    @cached_property
    def lands(self) -> tuple[Said, ...]:
        """Where the year of the view will land, and what is to be known of the forecast."""
        coming = self._of_this_year
        if coming is None or self.cell is None:
            return ()
        return where_it_lands(coming, self.cell, self.board.settings)

    @property
    def _of_this_year(self) -> Prospect | None:
        """A forecast from a year before would speak of a year that is over."""
        calendar, view = self.board.settings.calendar, self.evaluation.view
        year = calendar.containing(view.last_day(calendar), Frequency.YEAR)
        coming = self.prospect
        return coming if coming is not None and coming.year.number >= year.number else None

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
    def _people(self) -> dict[str, Words]:
        return people(self.board)

    def person(self, name: str) -> Words:
        """Who did something, as each language writes the name."""
        return self._people.get(name, Words(name))

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
