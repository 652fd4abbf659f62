"""A place for a trend chart, and the figure that it is given."""

from dataclasses import replace

from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from scorecard.period import Period
from scorecard.text import Said
from scorecard.vocabulary import Direction
from ui.charts.figure import Figure
from ui.charts.trend_chart import TrendChart
from ui.look import Look, Wording
from ui.views.panel.subject import Subject
from ui.views.panel.wording import number_shown, signed_by, tick_shown

#: So many periods to come stand in a small chart.
STEPS = 3


class ChartSlot(QWidget):
    """A chart of `count` periods, `height` px high, and the next few; a `large` one shows all
    that the figure has and grows with its place."""

    def __init__(self, look: Look, count: int, height: int, *, large: bool = False) -> None:
        super().__init__()
        self._look, self._count, self._large = look, count, large
        self._figure: Figure | None = None
        self.chart = TrendChart(look, large=large)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        self.setMinimumHeight(height)
        if not large:
            self.setMaximumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_subject(self, subject: Subject) -> None:
        """Draw the line of `subject`; hidden where it has none."""
        figure = figure_of(subject, self._look)
        self.setVisible(figure is not None)
        if figure is not None and not self._large:
            figure = figure.at_a_glance(self._count, STEPS)
        self._figure = figure
        if figure is not None:
            self.chart.show_figure(figure)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be taken from a chart."""
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Its menu, made anew; it goes when closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self.offer_copies(menu)
        return menu

    def offer_copies(self, menu: QMenu) -> None:
        """Add to a menu what can be taken from the chart."""
        for key, act in (("picture", self.copy_picture), ("table", self.copy_table)):
            menu.addAction(self._look.say(f"panel.chart.copy.{key}")).triggered.connect(act)

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as it is seen."""
        QGuiApplication.clipboard().setPixmap(self.chart.grab())

    def copy_table(self) -> None:
        """Put the numbers of the chart on the clipboard, as a table."""
        if self._figure is not None:
            from ui.views.panel.chart_table import chart_table

            QGuiApplication.clipboard().setText(chart_table(self._figure, self._look))


def figure_of(subject: Subject, look: Look) -> Figure | None:
    """The trend of a line in the language of now, None for a parent."""
    trend, cell = subject.trend, subject.cell
    if trend is None or cell is None:
        return None
    if cell.version.direction is Direction.YES:
        trend = replace(trend, limits=())  # yes and no have none that could be read
    return Figure(
        name=look.tell(subject.line.name),
        trend=trend,
        number=lambda value: number_shown(value, cell, look),
        tick=lambda value: tick_shown(value, cell, look),
        who=lambda period: _who(subject, period, look),
        selected=subject.period,
    )


def caption(subject: Subject) -> Wording:
    """Says, where the view shows something else, that the chart is of the KPI's own periods."""
    cell, view = subject.cell, subject.evaluation.view
    if cell is None or subject.is_own_period:
        return ""
    period = view.period.code
    shown: Wording = Said("panel.when.upto", {"period": period}) if view.upto else period
    kind = Said(f"panel.frequency.{cell.version.frequency}")
    return Said("panel.trend.own", {"kind": kind, "shown": shown})


def _who(subject: Subject, period: Period, look: Look) -> str:
    """Who typed the newest of the values of a period, and when."""
    told = subject.bridge.workspace.provenance
    found = [told((measure, unit, period.code)) for measure, unit in subject.places]
    known = [who for who in found if who is not None]
    if not known:
        return ""
    by, at = max(known, key=lambda who: who[1])
    return signed_by(subject.person(by), at, look)
