"""The table of the sheet, used by keys as a spreadsheet is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QTableView,
)

from scorecard.entering.sheet import Group, Row
from ui.fields.cell_line import is_typing
from ui.look import Look
from ui.views.entry.cells import Cells
from ui.views.entry.head_line import HeadLine
from ui.views.entry.keys import ENTERS, JUMPS, KEYS, STEPS, TABS, is_back
from ui.views.entry.sheet_model import Column, Index, SheetModel
from ui.views.entry.walking import Walking
from ui.views.entry.widths import fitted, lay_out

ROW = 28
#: What begins the typing, beside a sign.
_BEGINNING = {
    QAbstractItemView.EditTrigger.DoubleClicked,
    QAbstractItemView.EditTrigger.EditKeyPressed,
}


class Grid(QTableView):
    """Shows a `SheetModel`. `asked(deed)` by a key of `KEYS`, `escaped` by Esc, `moved` to another
    cell, `typed(text)` at each key in a cell, `refused` where nothing can be typed."""

    asked = Signal(str)
    escaped = Signal()
    moved = Signal()
    typed = Signal(str)
    refused = Signal()
    menu_requested = Signal(QPoint)
    folded = Signal(int)

    def __init__(self, model: SheetModel, look: Look) -> None:
        super().__init__()
        self._look, self._sheet, self._walking = look, model, Walking(model.desk)
        self.setModel(model)
        self._cells = Cells(model, look, self)
        self._cells.left.connect(self._on_left)
        self._cells.typed.connect(self.typed)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(HeadLine(model, look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self._span)
        look.changed.connect(self.viewport().update)
        lay_out(self)
        self._span()

    @property
    def row(self) -> Row | None:
        """The row of the current cell."""
        return self._sheet.row(self.currentIndex())

    @property
    def is_typing(self) -> bool:
        """Whether a cell is being typed in."""
        return self.state() is QAbstractItemView.State.EditingState

    def go_to(self, line: int, column: int = Column.NOW) -> None:
        """Go to a cell, which is then the only one selected."""
        index = self._sheet.index(line, column)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)

    def keep_place(self, lay: Callable[[], object]) -> None:
        """Lay other lines, with the same cell current where it is still there."""
        row, column = self.row, self.currentIndex().column()
        lay()
        line = self._sheet.desk.line_of(row.place) if row is not None else None
        if line is not None:
            self.go_to(line, column)
        else:
            self.go_first()

    def go_first(self) -> None:
        """Go to the first cell that is still to be entered, else to the first row."""
        if not self._jump(0, 1, "empty"):
            self._jump(0, 1, "row")

    def step(self, down: int, right: int) -> None:
        """Go to the next cell; right of the last column is the next row. Headings are passed
        over, and rows of which nothing is asked in this period."""
        at = self.currentIndex()
        line, column = at.row(), at.column() + right
        if column > Column.CHECK:
            down, column = 1, Column.NOW
        elif column < self._first:
            column = self._first
        goal = self._walking.asked(line, down) if down else line
        if goal is not None:
            self.go_to(goal, column)

    def keyboardSearch(self, _search: str) -> None:
        """What is typed where nothing can be typed leads nowhere, and that is told."""
        self.refused.emit()

    def edit_here(self, column: int) -> None:
        """Begin to type in a column of the current row."""
        line = self.currentIndex().row()
        if line >= 0 and self._sheet.row(self.currentIndex()) is not None:
            self.go_to(line, column)
            self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a spreadsheet; what is typed goes into the cell, from anywhere in its row."""
        if self.is_typing:
            super().keyPressEvent(event)
            return
        keys = QKeySequence(event.keyCombination()).toString()
        if keys in KEYS:
            self.asked.emit(KEYS[keys])
        elif keys in JUMPS:
            way, goal = JUMPS[keys]
            self._jump(self.currentIndex().row() + way, way, goal)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in ENTERS:
            self.step(-1 if is_back(event) else 1, 0)
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.step(*STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Backspace:
            self._edit_empty()
        else:
            self._type(event)

    def event(self, event: QEvent) -> bool:
        """Keys of the sheet are for it before they are for the window, Tab too."""
        if isinstance(event, QKeyEvent) and not self.is_typing:
            if event.type() is QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() in TABS:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def edit(self, index: Index, *how: object) -> bool:  # type: ignore[override]  # two of Qt's
        """Where a key begins the typing, arrow keys end it; F2 goes behind what is there."""
        if not how:
            self._cells.is_over = index.column() != Column.CHECK
            super().edit(index)
            return self.is_typing
        trigger = QAbstractItemView.EditTrigger.AnyKeyPressed
        self._cells.is_over = how[0] == trigger and index.column() != Column.CHECK
        began = bool(super().edit(index, *how))
        if how[0] in _BEGINNING:
            line = self.indexWidget(self.currentIndex())
            if isinstance(line, QLineEdit):
                line.end(False)
            elif not began and not self.is_typing:
                self.refused.emit()
        return began

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A sign that an input method gives at once begins the typing, as a key does."""
        if not event.commitString() or self.is_typing:
            super().inputMethodEvent(event)
            return
        self._edit_empty()
        line = self.indexWidget(self.currentIndex())
        if isinstance(line, QLineEdit):
            QApplication.sendEvent(line, event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Headings are passed over; above the first row there is nothing but one."""
        index = super().moveCursor(action, held)
        if self._sheet.row(index) is not None or not index.isValid():
            return index
        way = 1 if index.row() >= self.currentIndex().row() else -1
        goals = (self._walking.row(index.row(), each) for each in (way, -way))
        goal = next((goal for goal in goals if goal is not None), self.currentIndex().row())
        return index.siblingAtRow(goal)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """The heading of a group comes into sight with its first row."""
        above = self._sheet.index(index.row() - 1, index.column())
        if above.isValid() and self._sheet.row(above) is None:
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of another cell."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by the keyboard stands on a cell."""
        super().focusInEvent(event)
        if self.row is None:
            self.go_first()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the cell under the mouse, or for the current one."""
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Mouse and self._sheet.row(index):
            self.setCurrentIndex(index)
        if self.row is not None:
            self.menu_requested.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A heading is not chosen: it closes its group, or opens it."""
        index = self.indexAt(event.position().toPoint())
        if self._sheet.row(index) is not None:
            super().mousePressEvent(event)
        elif index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.folded.emit(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The oldest periods give way in a narrow window; the last one before now stays. A banner
        over the sheet does not hide the cell that one stands on."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())
        widths, shown = fitted(self.viewport().width())
        for named, wide in widths.items():
            self.setColumnWidth(named, wide)
        for column in range(Column.FIRST, Column.NOW):
            self.setColumnHidden(column, Column.NOW - column > shown)

    @property
    def _first(self) -> int:
        """The first column that is typed in."""
        shown = (at for at in range(Column.FIRST, Column.NOW) if not self.isColumnHidden(at))
        return next(shown, Column.NOW)

    def _span(self) -> None:
        """The title of a group has the room of all columns before this period."""
        self.clearSpans()
        for at, line in enumerate(self._sheet.desk.lines):
            if isinstance(line, Group):
                self.setSpan(at, Column.NAME, 1, Column.NOW - Column.NAME)

    def _type(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if is_typing(event) and not Column.FIRST <= index.column() <= Column.CHECK:
            self.go_to(index.row())
        super().keyPressEvent(event)

    def _edit_empty(self) -> None:
        self.edit(self.currentIndex())
        line = self.indexWidget(self.currentIndex())
        if isinstance(line, QLineEdit):
            line.clear()
        else:
            self.refused.emit()

    def _on_left(self, event: QKeyEvent) -> None:
        down, right = STEPS[Qt.Key(event.key())]
        self.setFocus()
        if self.currentIndex().column() == Column.CHECK and down:
            self.go_to(self.currentIndex().row())
        self.step(-down if is_back(event) and down else down, right)

    def _jump(self, start: int, way: int, goal: str) -> bool:
        """Go to the next row for which a goal is true; whether there is one."""
        line = self._walking.jump(start, way, goal) if self._sheet.desk.lines else None
        if line is not None:
            self.go_to(line)
        return line is not None

    def _is_ours(self, event: QKeyEvent) -> bool:
        keys = QKeySequence(event.keyCombination()).toString()
        return keys in KEYS or keys in JUMPS or keys == "F2" or is_typing(event)
