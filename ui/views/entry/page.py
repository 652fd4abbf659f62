"""The page: the sheet, the panel beside it, and what the keys and buttons do."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from scorecard.board import Place
from scorecard.entering.sheet import Asked, Row
from scorecard.model.edits import Edit
from scorecard.period import Period
from scorecard.text import Said
from ui.bridge import Bridge
from ui.look import Look
from ui.meaning import explain_headings
from ui.selection import Reach, Selection
from ui.views.entry.bar import EntryBar
from ui.views.entry.blocks import Blocks
from ui.views.entry.cell_deeds import CellDeeds
from ui.views.entry.cell_menu import pop_up
from ui.views.entry.cell_side import CellSide
from ui.views.entry.clipboard import Clipboard
from ui.views.entry.desk import Desk
from ui.views.entry.grid import Grid
from ui.views.entry.head import AtRight, Progress
from ui.views.entry.paste_part import PastePart
from ui.views.entry.recorder import Recorder
from ui.views.entry.sheet_model import Column, SheetModel
from ui.views.entry.wanted import Wanted
from ui.widgets.empty_state import EmptyState

SIDE, NARROW_SIDE, WIDE = 376, 288, 1200


class EntryPage(QWidget):
    """A month's numbers, typed or pasted; what is on it is saved as it is done.
    `deed_requested(key)` is the wish for an action of the window, `reopen_requested(org, period)`
    to open what is closed for a unit in a period."""

    deed_requested = Signal(str)
    reopen_requested = Signal(str, object)

    def __init__(self, bridge: Bridge, selection: Selection, look: Look) -> None:
        super().__init__()
        self._bridge, self._selection, self._look = bridge, selection, look
        self.desk = Desk(bridge, Wanted(selection.month))
        self.recorder = Recorder(bridge, self.desk)
        self.model = SheetModel(look, self.desk, self)
        self.model.is_editable = bridge.read_only is None
        self.grid = Grid(self.model, look)
        explain_headings(self.grid.horizontalHeader(), look)
        self.bar = EntryBar(look, self.desk)
        self.beside, self.at_right = Progress(look), AtRight(look)
        self.side = CellSide(look, bridge, self.desk, self.recorder)
        self.cells = CellDeeds(self.grid, self.model, self.side, self.recorder, self._touch)
        self._sides, self._sheets = QStackedWidget(), QStackedWidget()
        self.paste = PastePart(look, self.desk, self.recorder, self._sides, self)
        self.blocks = Blocks(self.desk, self.model, self.grid, self.recorder)
        self.clipboard = Clipboard(self.grid, self.model, self.blocks, lambda: self.paste.pasting)
        self._nothing = EmptyState(
            look, "table-2", Said("entry.empty"), Said("entry.empty.sentence")
        )
        self._is_stale = False
        self._lay_out()
        self._connect()
        self._show_sheet()
        self._tell()

    @property
    def unit(self) -> str:
        """The unit whose rows are shown; empty for all."""
        return self.bar.org or ""

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.bar, self.grid, self._sides)

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def copy_table(self) -> None:
        """Put the whole sheet on the clipboard."""
        self.clipboard.copy_all()

    def do(self, deed: str) -> None:
        """Do what a key or a menu asks for."""
        self._deeds[deed]()

    def showEvent(self, event: QShowEvent) -> None:
        """Months are entered; what was changed meanwhile is seen."""
        super().showEvent(event)
        self._selection.set_reach(Reach.MONTH)
        if self._is_stale:
            self.desk.read()
        if self._is_stale or self.desk.wanted.month != self._selection.month:
            self._lay()
        if self.grid.row is None:
            self.grid.go_first()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A block is taken wherever on the page one stands."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.do("paste")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel gives room to the sheet in a narrow window."""
        super().resizeEvent(event)
        self._sides.setFixedWidth(SIDE if self.width() >= WIDE else NARROW_SIDE)
        self.at_right.set_narrow(self.width() < WIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the lines between the parts."""
        colours, painter = self._look.palette, QPainter(self)
        painter.fillRect(self.rect(), colours.surface)
        line = self._sides.geometry().left() - 1
        foot = self.bar.geometry().bottom() + 1
        painter.fillRect(QRectF(line, foot, 1, self.height() - foot), colours.line)
        painter.fillRect(QRectF(0, foot, self.width(), 1), colours.line)

    @property
    def _deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "as_before": self._on_editable(self.blocks.as_before),
            "fill_right": self._on_editable(self.blocks.fill_right),
            "none": self._on_editable(self.cells.ask_reason),
            "note": self._on_editable(lambda: self.grid.edit_here(Column.CHECK)),
            "repair": self._on_editable(self.cells.repair),
            "copy": self.clipboard.copy,
            "paste": self._on_editable(self.clipboard.paste),
            "write": self.paste.write,
            "fold": lambda: self._fold(self.grid.currentIndex().row()),
            "unfold": lambda: self.grid.keep_place(self.model.unfold),
        }

    def _fold(self, line: int) -> None:
        """Close the group of a line, or open it."""
        if line >= 0:
            self.grid.keep_place(lambda: self.model.fold(line))

    def _on_editable(self, act: Callable[[], object]) -> Callable[[], object]:
        return act if self._bridge.read_only is None else lambda: None

    def _reopen(self) -> None:
        row, period = self.grid.row, self.model.period(self.grid.currentIndex())
        if row is not None and period is not None:
            self.reopen_requested.emit(row.place[1], period)

    def _cancel(self) -> None:
        """Esc: forget the block, or the text that waits in a cell."""
        if self.paste.is_on:
            self.paste.cancel()
        else:
            self.cells.restore()

    def _on_plan(self) -> None:
        self.model.touch_all()
        self._bridge.tell_pasting(self.desk.unwritten)
        self._tell()

    def show_cell(self, place: Place, period: Period) -> None:
        """Go to the cell of a row in a period; to that of now where the period is not shown."""
        line = self.desk.line_of(place)
        if line is not None:
            shown = self.desk.periods
            at = shown.index(period) if period in shown else len(shown) - 1
            self.grid.go_to(line, Column.FIRST + at)

    def _touch(self, row: Row) -> None:
        line = self.desk.line_of(row.place)
        if line is not None:
            self.model.touch([line])
        self._tell()
        self._follow()

    def _on_changed(self, edits: tuple[Edit, ...]) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        touched = self.desk.follow(edits)
        if touched is None:
            self.grid.keep_place(self.model.lay)
            self._show_sheet()
        else:
            self.model.touch(touched)
        self.paste.refresh()
        self._tell()
        self._follow()

    def _on_moved(self) -> None:
        if self.isVisible():
            self._lay()

    def _lay(self) -> None:
        """Show other rows or another month."""
        self._is_stale = False
        asked = Asked(self.bar.org, self.bar.owner)
        text = self.bar.search.text()
        wanted = Wanted(
            self._selection.month, self.bar.kind, asked, self.bar.wanted, text, self.bar.by
        )
        is_other_month = wanted.month != self.desk.wanted.month
        if is_other_month and self.paste.is_on:
            self.paste.cancel()

        def lay() -> None:
            self.desk.lay(wanted)
            self.model.lay()

        self.grid.keep_place(lay)
        if is_other_month:
            self.grid.go_first()
        self._show_sheet()
        self._tell()

    def _show_sheet(self) -> None:
        """The rows, or what to say where there are none."""
        self._sheets.setCurrentWidget(self.grid if self.desk.lines else self._nothing)

    def _follow(self, text: str | None = None) -> None:
        """Have the panel follow the cell, and what is being typed in it."""
        period = self.model.period(self.grid.currentIndex())
        self.side.follow(self.grid.row, period, text)

    def _tell(self) -> None:
        """Say how far one is."""
        self.beside.show_counts(*self.desk.done())
        self.at_right.show_month(self._bridge, self.desk.wanted.month, self.unit)
        self.bar.retell()

    def _offer(self, place: QPoint) -> None:
        editable = self._bridge.read_only is None
        pop_up(self._look, self, place, self.do, editable=editable)

    def _lay_out(self) -> None:
        self._sheets.addWidget(self.grid)
        self._sheets.addWidget(self._nothing)
        self._sides.addWidget(self.side)
        row = QHBoxLayout()
        row.setSpacing(1)
        row.addWidget(self._sheets, 1)
        row.addWidget(self._sides)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.model.typed.connect(self.cells.keep)
        self.model.noted.connect(self.cells.keep_note)
        self.grid.asked.connect(self.do)
        self.grid.escaped.connect(self._cancel)
        self.grid.moved.connect(self._follow)
        self.grid.typed.connect(self._follow)
        self.grid.refused.connect(self.cells.refuse)
        self.grid.folded.connect(self._fold)
        self.grid.menu_requested.connect(self._offer)
        self.side.reason.connect(self.cells.give_reason)
        self.side.noted.connect(self.cells.note)
        self.side.repaired.connect(self.cells.repair)
        self.side.kept.connect(lambda: self.grid.edit_here(Column.CHECK))
        self.side.left.connect(self.grid.setFocus)
        self.side.reopened.connect(self._reopen)
        self.paste.laid.connect(self._on_plan)
        self.paste.shown.connect(self.show_cell)
        self.paste.left.connect(self.grid.setFocus)
        self.bar.changed.connect(self._lay)
        self.bar.search.accepted.connect(self.grid.setFocus)
        self.bar.search.left.connect(self.grid.setFocus)
        self.at_right.paste.clicked.connect(lambda _on: self.clipboard.paste())
        self.at_right.deed_requested.connect(self.deed_requested)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.foreseeing.append(lambda of: self.desk.foresee(of.board, self.isVisible()))
        self._selection.moved.connect(self._on_moved)
        self._look.changed.connect(self._retell)
        self._retell()

    def _retell(self) -> None:
        self.grid.setAccessibleName(self._look.say("entry.sheet"))
        self.bar.retell()
