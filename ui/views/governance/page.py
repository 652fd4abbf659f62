"""The page: what to look for at the left, the findings, and below them the review."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from scorecard.commands.review import RemoveReview, ReviewKpis
from scorecard.governance.examination import examinations, in_order
from scorecard.governance.finding import Concern, Finding
from scorecard.governance.listing import Wanted, counts, found
from scorecard.model.edits import Edit
from scorecard.text import Said
from ui.bridge import Bridge
from ui.fields.editor import ChoiceField
from ui.look import Look
from ui.selection import Selection
from ui.turns import Turns
from ui.units import units
from ui.views.governance.review_bar import ReviewBar
from ui.views.governance.table import FindingTable
from ui.widgets.choice_list import Choice, ChoiceList
from ui.widgets.column import column
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.search_field import SearchField

LEFT, NARROW, WIDE, HEAD = 232, 200, 1240, 40
#: An examination takes so many steps for each KPI.
STEPS = 3


class GovernancePage(QWidget):
    """Findings of one document. `led(finding)` is the wish to go to where it is mended."""

    led = Signal(object)

    def __init__(self, bridge: Bridge, _selection: Selection, look: Look) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self._findings: tuple[Finding, ...] = ()
        self._is_stale = True
        self.search = SearchField(look, Said("governance.search"))
        self.unit = ChoiceField(look, [])
        every = Choice("", Said("governance.every"))
        kinds = [Choice(each.value, Said(f"governance.concern.{each}")) for each in Concern]
        self.concerns = ChoiceList(look, Said("governance.concerns"), [every, *kinds])
        self.table = FindingTable(look)
        self.bar = ReviewBar(look, bridge.workspace.author)
        self._counted = Label(look, "", role="secondary", colour="text2")
        self._nothing = EmptyState(
            look,
            "search",
            Said("governance.empty"),
            Said("governance.empty.sentence"),
            Said("window.clear"),
        )
        self._sound = EmptyState(
            look, "shield-check", Said("governance.sound"), Said("governance.sound.sentence")
        )
        self._listed = QStackedWidget()
        self._examining = Turns(self)
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        concern = self.concerns.current
        return Wanted(Concern(concern) if concern else None, self.unit.words(), self.search.text())

    @property
    def is_examining(self) -> bool:
        """Whether findings are still being worked out."""
        return self._examining.is_running

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.search, self.concerns, self.table, self.bar)

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def copy_table(self) -> None:
        """Put the chosen rows on the clipboard, all where only one is chosen."""
        rows = self.table.chosen_rows
        every = range(len(self.table.findings.rows))
        text = self.table.findings.table_text(rows if len(rows) > 1 else every)
        QGuiApplication.clipboard().setText(text)

    def clear(self) -> None:
        """Look for nothing in particular."""
        for field in (self.search, self.unit, self.concerns):
            field.blockSignals(True)
        self.search.clear()
        self.unit.setCurrentIndex(0)
        self.concerns.setCurrentRow(0)
        for field in (self.search, self.unit, self.concerns):
            field.blockSignals(False)
        self._look_for()

    def review(self) -> None:
        """Check the chosen KPIs off, in one step."""
        kpis = list(dict.fromkeys(each.kpi for each in self.table.chosen if each.kpi))
        if not kpis or self._bridge.read_only is not None:
            return
        day = self._bridge.today().isoformat()
        if self._bridge.ask(ReviewKpis([self.bar.review(kpi, day) for kpi in kpis])):
            self.bar.clear_note()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> None:
        """Take the newest review of the chosen KPI away."""
        chosen = self.table.chosen
        reviews = self._bridge.board.reviews.get(chosen[0].kpi, ()) if chosen else ()
        if reviews:
            self._bridge.ask(RemoveReview(*reviews[-1].key))

    def showEvent(self, event: QShowEvent) -> None:
        """See what was changed meanwhile; the list has the keyboard."""
        super().showEvent(event)
        if self._is_stale:
            self._examine()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for it any more."""
        self._is_stale = self._is_stale or self.is_examining
        self._examining.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side gives room to the list in a narrow window."""
        super().resizeEvent(event)
        self._side.setFixedWidth(LEFT if self.width() >= WIDE else NARROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line between the parts."""
        colours, painter = self._look.palette, QPainter(self)
        painter.fillRect(self.rect(), colours.surface)
        left = self._side.geometry().right() + 1
        painter.fillRect(QRectF(left, 0, 1, self.height()), colours.line)

    def _lay_out(self) -> None:
        for widget in (self.table, self._nothing, self._sound):
            self._listed.addWidget(widget)
        head = _inset(self._counted)
        head.setFixedHeight(HEAD)
        self._side = column(
            _inset(self.search, 12, 4),
            self._headed("governance.unit", self.unit),
            _inset(self.unit),
            self._headed("governance.concerns", self.concerns),
            self.concerns,
        )
        self._side.layout().addStretch(1)  # type: ignore[union-attr]  # it has a column
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self._side)
        row.addWidget(column(head, self._listed, self.bar), 1)

    def _headed(self, key: str, of: QWidget) -> QWidget:
        heading = Label(self._look, Said(key), role="secondary_medium", colour="text2")
        heading.setBuddy(of)
        return _inset(heading, 8, 4)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._look_for())
        self.search.accepted.connect(self.table.setFocus)
        self.search.left.connect(self.table.setFocus)
        self.unit.typed.connect(lambda _unit: self._look_for())
        self.concerns.currentRowChanged.connect(lambda _row: self._look_for())
        self.table.moved.connect(self._tell)
        self.table.entered.connect(self._mend)
        self.bar.mend_requested.connect(self._mend)
        self.bar.review_requested.connect(self.review)
        self.bar.back_requested.connect(self.take_back)
        self._nothing.action_requested.connect(self.clear)
        self._examining.went_on.connect(self._tell_progress)
        self._examining.finished.connect(self._show)
        self._bridge.changed.connect(self._on_changed)
        self._look.changed.connect(self._tell)

    def _on_changed(self, _edits: tuple[Edit, ...]) -> None:
        self._is_stale = True
        if self.isVisible():
            self._examine()

    def _examine(self) -> None:
        self._is_stale = False
        board = self._bridge.board
        self.table.findings.know_units(dict(board.orgs))
        self.unit.set_choices([("", Said("governance.every")), *units(board)])
        self.unit.setCurrentIndex(max(self.unit.currentIndex(), 0))
        self._examining.start(examinations(self._bridge.evaluation))

    def _tell_progress(self, done: int) -> None:
        every = len(self._bridge.board.versions)
        facts = {"done": str(min(done // STEPS, every)), "of": str(every)}
        self._counted.set_wording(Said("governance.examining", {**facts}))

    def _show(self, some: Iterable[Sequence[Finding]]) -> None:
        self._findings = in_order(tuple(each for found in some for each in found))
        self._look_for()

    def _look_for(self) -> None:
        wanted, board = self.wanted, self._bridge.board
        rows = found(self._findings, wanted, board)
        numbers = counts(self._findings, wanted, board)
        by_kind = {concern.value: count for concern, count in numbers.items() if concern}
        self.concerns.show_counts(by_kind, numbers[None])
        empty = self._nothing if self._findings else self._sound
        self._listed.setCurrentWidget(self.table if rows else empty)
        key = "governance.counted_one" if len(rows) == 1 else "governance.counted"
        self._counted.set_wording(Said(key, {"count": str(len(rows))}))
        self.table.show_rows(rows)

    def _tell(self) -> None:
        trouble = self._bridge.read_only
        why = Said(f"trouble.{trouble.code}", {**trouble.facts}) if trouble is not None else None
        self.bar.show_chosen(self.table.chosen, self._bridge.board, why)

    def _mend(self) -> None:
        if self.table.chosen:
            self.led.emit(self.table.chosen[0])


def _inset(widget: QWidget, above: int = 0, below: int = 0) -> QWidget:
    """A widget with room at its sides."""
    made = column(widget)
    made.setContentsMargins(16, above, 16, below)
    return made
