"""The page: what is looked for above, the steps, and below them what the chosen one changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from scorecard.chronicle.listing import step_name
from scorecard.figures.people import person_said
from scorecard.model.edits import Edit
from scorecard.text import Said
from scorecard.workspace import Step
from ui.bridge import Bridge
from ui.look import Look
from ui.selection import Selection
from ui.views.history.detail import Detail
from ui.views.history.filters import Filters
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.record_list import RecordList
from ui.widgets.record_model import Column, Row

#: So many steps are listed at first, and so many when words are looked for.
FEW, MANY = 500, 20_000
COLUMNS = (
    Column(Said("history.column.seq"), 76, is_number=True),
    Column(Said("history.column.at"), 140),
    Column(Said("history.column.by"), 148),
    Column(Said("history.column.what")),
)
_ICONS = {"do": "pencil", "undo": "undo-2", "redo": "redo-2", "begin": "file"}


class HistoryPage(QWidget):
    """Every step of one document."""

    def __init__(self, bridge: Bridge, _selection: Selection, look: Look) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self._limit, self._is_stale = FEW, True
        self.filters = Filters(bridge, look)
        self.list = RecordList(look, Said("history.list"), COLUMNS)
        self.list.setSelectionMode(RecordList.SelectionMode.ExtendedSelection)
        self.detail = Detail(bridge, look)
        self.more = Button(look, Said("history.more"), small=True)
        self._counted = Label(look, "", role="secondary", colour="text2")
        self._nothing = EmptyState(
            look,
            "history",
            Said("history.empty"),
            Said("history.empty.sentence"),
            Said("window.clear"),
        )
        self._listed = QStackedWidget()
        self._lay_out()
        self.filters.changed.connect(self._on_filter)
        self.list.moved.connect(self._tell)
        self.more.clicked.connect(self._on_more)
        self._nothing.action_requested.connect(self.filters.clear)
        self.filters.search.accepted.connect(self.list.setFocus)
        self.filters.search.left.connect(self.list.setFocus)
        bridge.changed.connect(self._on_changed)
        look.changed.connect(self._tell)

    @property
    def steps(self) -> list[Step]:
        """The steps that are listed, from the top."""
        keys = (row.key for row in self.list.records.rows)
        return [key for key in keys if isinstance(key, Step)]

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.filters, self.list, self.detail)

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def copy_table(self) -> None:
        """Put the rows on the clipboard."""
        self.list.copy_table()

    def showEvent(self, event: QShowEvent) -> None:
        """See what was done meanwhile; the list has the keyboard."""
        super().showEvent(event)
        if self._is_stale:
            self._look_up()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), self._look.palette.surface)

    def _lay_out(self) -> None:
        self._listed.addWidget(self.list)
        self._listed.addWidget(self._nothing)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 4)
        foot.addWidget(self._counted)
        foot.addWidget(self.more)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._listed, 3)
        column.addLayout(foot)
        column.addWidget(self.detail, 2)

    def _on_changed(self, _edits: tuple[Edit, ...]) -> None:
        self._is_stale = True
        if self.isVisible():
            self._look_up()

    def _on_filter(self) -> None:
        self._limit = FEW
        self._show()

    def _on_more(self) -> None:
        self._limit *= 4
        self._show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_up(self) -> None:
        self._is_stale = False
        self.filters.offer()
        self._show()

    def _show(self) -> None:
        text = self.filters.search.text().strip().casefold()
        limit = MANY if text else self._limit
        steps = self.filters.steps(limit + 1)
        rows = [self._row(step) for step in steps[:limit]]
        if text:
            rows = [row for row in rows if self._has(row, text)]
        has_more = len(steps) > limit
        self.more.setVisible(has_more)
        key = "newest" if has_more else "counted_one" if len(rows) == 1 else "counted"
        self._counted.set_wording(Said(f"history.{key}", {"count": str(len(rows))}))
        self._listed.setCurrentWidget(self.list if rows else self._nothing)
        self.list.show_rows(rows)

    def _row(self, step: Step) -> Row:
        at = step.at[:16].replace("T", " ")
        by = person_said(self._bridge.board, step.by) if step.by else Said("history.nobody")
        cells = (str(step.seq), at, by, step_name(step))
        return Row(step, cells, _ICONS[step.kind], (step.seq, step.at, "", ""))

    def _has(self, row: Row, text: str) -> bool:
        return any(text in self._look.tell(cell).casefold() for cell in row.cells)

    def _tell(self) -> None:
        chosen: Sequence[object] = [row.key for row in self.list.chosen]
        self.detail.show_steps([key for key in chosen if isinstance(key, Step)])
