"""The table of entries: typing starts an editor, Enter keeps and goes down; a note under a cell."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from scorecard.trouble import Trouble
from scorecard.vocabulary import Status
from ui.fields.cell_line import cell_line, is_typing
from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.painting.words import LEFT, RIGHT, paint_whole, paint_words
from ui.views.panel.cell_note import CellNote
from ui.views.panel.entries_model import Column, EntriesModel, EntryRow, Index

ROW, HEADING, INSET, LATE = 28, 36, 8, 14
WIDTHS = {Column.PERIOD: 68, Column.VALUE: 94, Column.NOTE: 74}


class EntriesTable(QTableView):
    """Shows an `EntriesModel`; `note` is the sentence under the cell that was refused.

    Ctrl+C, Ctrl+V and the wish for a menu, at a place of the screen, are told of the current cell.
    """

    copy_requested = Signal()
    paste_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, model: EntriesModel, look: Look) -> None:
        super().__init__()
        self._look, self._entries = look, model
        self.setModel(model)
        self.note = CellNote(look, self.viewport())
        self._under: QPersistentModelIndex | None = None
        self.setItemDelegate(_Cells(model, look, self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self._lay_out)
        look.changed.connect(self.viewport().update)
        self._lay_out()

    def explain(self, index: Index, trouble: Trouble | None) -> None:
        """Say under a cell why it was refused."""
        self.note.line.show_trouble(trouble)
        self._put_note(index)

    def ask(self, index: Index, why: Wording, choices: Sequence[Wording]) -> None:
        """Ask under a cell what was meant."""
        self.note.line.show_question(why, choices)
        self._put_note(index)

    def hide_note(self) -> None:
        """Take the sentence away."""
        self._under = None
        self.note.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the editor of a cell, Delete empties it, Esc takes back what was refused,
        and what is typed anywhere in a row is for its value."""
        # Enter reaches the table from the editor too, which is about to close.
        free = self.state() is not QAbstractItemView.State.EditingState
        if free and is_typing(event):
            self._go_to_value()
        index = self.currentIndex()
        editable = free and self._is_editable(index)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and editable:
            self.edit(index)
        elif event.key() == Qt.Key.Key_Delete and editable:
            self._entries.setData(index, "")
        elif event.key() == Qt.Key.Key_Escape and editable and self._entries.restore(index):
            self.hide_note()
        elif free and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif free and event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        else:
            super().keyPressEvent(event)
            if is_typing(event):
                # Qt passes on even a key that began an editor. Where nothing can be typed, the
                # panel may take a digit for a tab.
                event.setAccepted(self._entries.editable)

    def event(self, event: QEvent) -> bool:
        """Copying and pasting are for the cell before they are for the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste)
            if any(event.matches(key) for key in keys):
                event.accept()
                return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the cell under the mouse, or for the current one."""
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Mouse and index.isValid():
            self.setCurrentIndex(index)
        if self.currentIndex().isValid():
            self.menu_requested.emit(event.globalPos())

    @property
    def current_row(self) -> EntryRow | None:
        """The row of the current cell; None for a heading or where there is none."""
        index = self.currentIndex()
        row = self._entries.rows[index.row()] if index.isValid() else None
        return row if row is not None and row.period is not None else None

    @property
    def is_editable_here(self) -> bool:
        """Whether something can be typed into the current cell."""
        return self._is_editable(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by the keyboard stands on a value, so that typing is for it."""
        super().focusInEvent(event)
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self._is_editable(self.currentIndex()):
            values = (self._entries.index(at, Column.VALUE) for at in range(self._rows))
            first = next((index for index in values if self._is_editable(index)), None)
            if first is not None:
                self.setCurrentIndex(first)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the next entry is current, where the text was kept."""
        index = self.currentIndex()
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache and not self.note.isVisible():
            below = (index.siblingAtRow(at) for at in range(index.row() + 1, self._rows))
            entry = next((other for other in below if self._is_editable(other)), None)
            if entry is not None:
                self.setCurrentIndex(entry)

    @property
    def _rows(self) -> int:
        return self._entries.rowCount()

    def _is_editable(self, index: Index) -> bool:
        return bool(self._entries.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _go_to_value(self) -> None:
        index = self.currentIndex()
        value = index.siblingAtColumn(Column.VALUE)
        if not self._is_editable(index) and self._is_editable(value):
            self.setCurrentIndex(value)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The sentence goes with its cell."""
        super().scrollContentsBy(dx, dy)
        self._place_note()

    def resizeEvent(self, event: object) -> None:
        """Who and when takes what is left."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a resize event
        self._place_note()

    def _put_note(self, index: Index) -> None:
        self._under = QPersistentModelIndex(index)
        self.scrollTo(self._entries.index(index.row(), index.column()))
        self._place_note()

    def _place_note(self) -> None:
        under = self._under
        if under is None or not under.isValid() or not self.note.line.text:
            self.note.hide()
            return
        cell = self.visualRect(self._entries.index(under.row(), under.column()))
        width = self.viewport().width() - 2 * INSET
        height = self.note.heightForWidth(width)
        below = cell.bottom() + 2
        fits = below + height <= self.viewport().height()
        top = below if fits else cell.top() - height - 2
        self.note.setGeometry(QRect(INSET, top, width, height))
        self.note.show()
        self.note.raise_()

    def _lay_out(self) -> None:
        header = self.horizontalHeader()
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(Column.WHO, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clearSpans()
        for at, row in enumerate(self._entries.rows):
            heading = row.period is None
            self.setRowHeight(at, HEADING if heading else ROW)
            if heading:
                self.setSpan(at, 0, 1, len(Column))


class _Cells(QStyledItemDelegate):
    """Draws a cell, and edits it in a line as large as it is."""

    def __init__(self, model: EntriesModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._look = model, look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Index
    ) -> None:
        """Draw ground, text, and the frame of what is current or refused."""
        row, column = self._model.rows[index.row()], Column(index.column())
        colours, box = self._look.palette, QRectF(option.rect)
        heading = row.period is None
        refused = (row.key, column) in self._model.refused
        now = row.period is not None and row.period.code == self._model.shown
        ground = colours.sunken if heading else colours.now if now else colours.surface
        painter.fillRect(box, colours.tones[Status.RED].tint if refused else ground)
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), colours.grid)
        self._paint_text(painter, box.adjusted(INSET, 0, -INSET, 0), index, now=now)
        view = self.parent()
        current = isinstance(view, EntriesTable) and view.currentIndex() == index
        if refused or (current and not heading):
            edge = colours.tones[Status.RED].edge if refused else colours.accent
            painter.setPen(QPen(edge, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | Index
    ) -> QLineEdit:
        """One line as large as the cell."""
        return cell_line(parent)

    def setEditorData(self, editor: QWidget, index: QModelIndex | Index) -> None:
        """What is being typed stays when the table is told anew behind it."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def _paint_text(
        self, painter: QPainter, box: QRectF, index: QModelIndex | Index, *, now: bool
    ) -> None:
        row, column = self._model.rows[index.row()], Column(index.column())
        text, colours = str(index.data() or ""), self._look.palette
        quiet = column is Column.WHO or (column is Column.VALUE and row.value is None)
        role = "body_medium" if row.period is None or now else "body"
        if column in {Column.NOTE, Column.WHO}:
            role = "secondary"
        refused = (row.key, column) in self._model.refused
        ink = colours.text2 if quiet and not refused else colours.text
        if column is Column.VALUE and row.period is not None:
            if row.late:
                box = self._paint_late(painter, box)
            paint_whole(painter, box, text, ink, role=role, align=RIGHT)
        else:
            paint_words(painter, box, text, ink, role=role, align=LEFT)

    def _paint_late(self, painter: QPainter, box: QRectF) -> QRectF:
        """Mark a value that came after its period had been closed; the room that is left."""
        mark = QRectF(box.left(), box.center().y() - LATE / 2, LATE, LATE)
        paint_icon(painter, mark, "clock-alert", self._look.palette.tones[Status.AMBER].text)
        return box.adjusted(LATE, 0, 0, 0)
