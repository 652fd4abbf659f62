"""The ways that lead from a definition: its lineage as a graph, related KPIs, its dashboards."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from scorecard.board import Board
from scorecard.evaluation.lineage import Ways
from scorecard.figures.lineage_graph import Kind, Stop, kpis_beside, lineage_graph
from scorecard.text import Said
from scorecard.vocabulary import Words
from ui.dialogs.outside import address_of, ask_outside
from ui.look import Look, Wording
from ui.views.panel.lineage_graph import LineageView
from ui.views.panel.subject import Subject
from ui.widgets.button import Button
from ui.widgets.button import Kind as Looks
from ui.widgets.label import Label

_KPIS = {Kind.FEEDING, Kind.KPI, Kind.USING}
_LINES = {Kind.LINE, Kind.PARENT}


class DefinitionWays(QObject):
    """`line_wanted(node)` is the wish to see a line, `measure_wanted(id)` that to see a measure."""

    line_wanted = Signal(str)
    measure_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._subject: Subject | None = None
        self._ways: Ways | None = None
        self.graph = LineageView(look)
        self.heading = Label(look, Said("panel.lineage"), role="secondary", colour="text2")
        self.related, self.dashboards = Links(), Links()
        self.graph.opened.connect(self.open)

    def show_subject(self, subject: Subject) -> None:
        """Lead from another KPI; the ways are found once for each state of the document."""
        self._subject, board = subject, subject.board
        if self._ways is None or self._ways.board is not board:
            day = subject.evaluation.view.last_day(board.settings.calendar)
            self._ways = Ways(board, day)
        version = subject.in_force
        self.graph.show_graph(lineage_graph(self._ways, version))
        self.related.put(self._related(kpi) for kpi in version.related)
        self.dashboards.put(self._dashboard(name) for name in version.dashboards)

    def open(self, stop: Stop) -> None:
        """Go to what a stop stands for; where that is several KPIs, offer them."""
        if stop.kind is Kind.MEASURE:
            self.measure_wanted.emit(stop.id)
        elif stop.kind in _LINES:
            self.line_wanted.emit(stop.id)
        elif stop.kind in _KPIS:
            node = self._line_of(stop.id)
            if node:
                self.line_wanted.emit(node)
        elif stop.kind is not Kind.MORE:
            button = self.graph.stops[stop.key]
            self._offer(stop, button.mapToGlobal(QPoint(0, button.height())))

    def _related(self, kpi: str) -> Button:
        board = self._board
        name = board.latest(kpi).name if kpi in board.versions else Words()
        said = Said("library.related", {"id": kpi, "name": name})
        button = Button(self._look, said, Looks.LINK, small=True)
        node = self._line_of(kpi)
        if node:
            button.clicked.connect(lambda _on=False: self.line_wanted.emit(node))
        else:
            button.refuse(Said("lineage.no_line"))
        return button

    def _dashboard(self, name: str) -> Button:
        """What leads to a dashboard: to the KPIs on it, or outside where it is an address."""
        url = address_of(name)
        if url is not None:
            outside = Button(self._look, name, Looks.LINK, icon="share", small=True)
            outside.set_tip_wording(Said("lineage.outside"))
            outside.clicked.connect(lambda _on=False: self._ask_outside(url))
            return outside
        stop = Stop(f"dashboard:{name}", Kind.DASHBOARD, name, Words())
        count = len(kpis_beside(self._ways, stop)) if self._ways is not None else 0
        said = Said("lineage.dashboard", {"name": name, "count": str(count)})
        button = Button(self._look, said, Looks.LINK, small=True, menu=True)
        button.clicked.connect(
            lambda _on=False: self._offer(stop, button.mapToGlobal(QPoint(0, button.height())))
        )
        return button

    def _ask_outside(self, url: QUrl) -> None:
        ask_outside(self._look, self.graph.window(), url).open()

    def _offer(self, stop: Stop, at: QPoint) -> None:
        """A menu of the KPIs on a dashboard, or from a source or a table."""
        if self._ways is None:
            return
        menu = QMenu(self.graph)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kpi in kpis_beside(self._ways, stop):
            self._offer_kpi(menu, kpi)
        menu.popup(at)

    def _offer_kpi(self, menu: QMenu, kpi: str) -> None:
        words: Wording = Said("library.related", {"id": kpi, "name": self._board.latest(kpi).name})
        entry = menu.addAction(self._look.tell(words).replace("&", "&&"))
        node = self._line_of(kpi)
        entry.setEnabled(bool(node))
        entry.triggered.connect(lambda _on=False: self.line_wanted.emit(node))

    def _line_of(self, kpi: str) -> str:
        """The line of a KPI at the unit that is looked at, else its first one; empty without."""
        org = self._subject.org if self._subject is not None else ""
        nodes = [node for node in self._board.nodes.values() if node.kpi == kpi]
        here = [node for node in nodes if node.org == org]
        return next((node.id for node in (*here, *nodes)), "")

    @property
    def _board(self) -> Board:
        if self._ways is None:
            raise RuntimeError("no KPI is shown")
        return self._ways.board


class Links(QWidget):
    """Buttons one below the other; hidden without any."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def put(self, buttons: Iterable[Button]) -> None:
        """Show other buttons."""
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = list(buttons)
        for button in self.buttons:
            self._column.addWidget(button)
        self.setVisible(bool(self.buttons))
