"""Draws the cells of the sheet, and edits one in a line as large as it is."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from scorecard.entering.sheet import Group, Row
from scorecard.entering.verdict import Verdict
from scorecard.unit_words import unit_briefly
from scorecard.vocabulary import Status
from ui.fields.cell_line import cell_line
from ui.icons import paint_icon
from ui.look import Look
from ui.painting.words import LEFT, RIGHT, is_cut, paint_whole, paint_words, words_width
from ui.palettes import Palette
from ui.views.entry.sheet_model import Column, Index, SheetModel
from ui.views.entry.wording import icon_of

INSET, FRAME, LATE = 8, 2, 14


class Dress(NamedTuple):
    """How a cell of a period is drawn: its ground, its ink, its frame if it has one."""

    ground: QColor
    ink: QColor
    frame: QColor | None = None


class Cells(QStyledItemDelegate):
    """`left(event)`: a key that ended the typing; where it leads is for the table. `typed(text)` at
    each key before."""

    left = Signal(object)
    typed = Signal(str)

    def __init__(self, model: SheetModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._look = model, look
        #: Whether arrow keys end the typing: they do where a key began it, not after F2.
        self.is_over = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        line, box = self._model.desk.lines[index.row()], QRectF(option.rect)
        colours, column = self._look.palette, index.column()
        frame: QColor | None = None
        if isinstance(line, Group):
            self._paint_group(painter, box, index)
        elif Column.FIRST <= column <= Column.NOW:
            frame = self._paint_period(painter, box, option, index, line)
        else:
            painter.fillRect(box, self._ground(option))
            self._paint_beside(painter, box, index, line)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.grid)
        if column == Column.NOW:
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), colours.accent)
            painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), colours.accent)
        elif column not in {Column.CHECK, Column.NOW - 1} and not isinstance(line, Group):
            painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), colours.grid)
        if option.state & QStyle.StateFlag.State_HasFocus and not isinstance(line, Group):
            frame = colours.accent
        if frame is not None:
            painter.setPen(QPen(frame, FRAME))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        """The line; numbers are typed at the right."""
        line = cell_line(parent)
        line.textEdited.connect(self.typed)
        self._model.typing = self._model.row(index)
        if index.column() != Column.CHECK:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        return line

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Nothing is typed any more."""
        self._model.typing = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What is being typed stays when the table is told anew behind it."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys that end the typing keep what is typed, and lead on."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, QLineEdit)
            and self._ends(event)
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.left.emit(event)
            return True
        return super().eventFilter(editor, event)

    def _ends(self, event: QKeyEvent) -> bool:
        if event.key() in _ENDING:
            return True
        return self.is_over and event.key() in _ARROWS and not event.modifiers() & _HELD

    def _paint_group(self, painter: QPainter, box: QRectF, index: Index) -> None:
        colours, column = self._look.palette, index.column()
        painter.fillRect(box, colours.now if column == Column.NOW else colours.sunken)
        if column == Column.STATE:
            group = self._model.desk.group_of(index.row())
            icon = "chevron-right" if self._model.desk.is_folded(group) else "chevron-down"
            paint_icon(painter, box.adjusted(10, 6, -10, -6), icon, colours.text2)
        if column == Column.NAME:
            title, _, count = str(index.data()).rpartition("  ")
            inner = box.adjusted(INSET, 0, -INSET, 0)
            paint_words(painter, inner, title, colours.text, role="body_bold")
            inner.setLeft(inner.left() + words_width(title, "body_bold") + INSET)
            paint_words(painter, inner, count, colours.text2, role="secondary")

    def _paint_beside(self, painter: QPainter, box: QRectF, index: Index, row: Row) -> None:
        """The sign of the row, its name and owner, its unit, what is said of it."""
        colours, inner = self._look.palette, box.adjusted(INSET, 0, -INSET, 0)
        match index.column():
            case Column.STATE:
                icon = "pencil" if row is self._model.typing else icon_of(self._model.desk, row)
                if icon:
                    paint_icon(painter, box.adjusted(10, 6, -10, -6), icon, _ink(icon, colours))
            case Column.NAME:
                self._paint_name(painter, inner, str(index.data()), row)
            case Column.UNIT:
                unit, room = str(index.data()), box.adjusted(INSET, 0, -2, 0)
                text = unit_briefly(unit) if is_cut(unit, room.width(), "secondary") else unit
                paint_whole(painter, room, text, colours.text2, role="secondary")
            case _:
                ink = self._check_ink(row, colours)
                paint_words(painter, inner, str(index.data()), ink, role="secondary")

    def _paint_name(self, painter: QPainter, inner: QRectF, name: str, row: Row) -> None:
        """The owner gives way to a long name; the panel says who it is."""
        owner, colours = row.measure.owner.show(self._look.language), self._look.palette
        room = inner.width() - words_width(owner, "secondary") - INSET
        if not is_cut(name, room):
            paint_words(painter, inner, owner, colours.text2, role="secondary", align=RIGHT)
        paint_words(painter, inner, name, colours.text, align=LEFT)

    def _paint_period(
        self,
        painter: QPainter,
        box: QRectF,
        option: QStyleOptionViewItem,
        index: Index,
        row: Row,
    ) -> QColor | None:
        """Draw ground and text; the frame, if it has one, goes over all lines."""
        is_now = index.column() == Column.NOW
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        dress = self._dress(index, row, is_now=is_now, chosen=chosen)
        painter.fillRect(box, dress.ground)
        inner = box.adjusted(6, 0, -INSET, 0)
        if self._model.is_late(index):
            inner = self._paint_late(painter, inner)
        text, role = str(index.data() or ""), "body_medium" if is_now else self._model.role
        paint_whole(painter, inner, text, dress.ink, role=role, align=RIGHT)
        return dress.frame

    def _paint_late(self, painter: QPainter, inner: QRectF) -> QRectF:
        """Mark a value that came after its period had been closed; the room that is left."""
        mark = QRectF(inner.left() - 4, inner.center().y() - LATE / 2, LATE, LATE)
        paint_icon(painter, mark, "clock-alert", self._look.palette.tones[Status.AMBER].text)
        return inner.adjusted(LATE - 4, 0, 0, 0)

    def _dress(self, index: Index, row: Row, *, is_now: bool, chosen: bool) -> Dress:
        colours, desk = self._look.palette, self._model.desk
        period = self._model.period(index)
        is_open = is_now and not desk.is_locked(row, period)
        usual = colours.sel2 if chosen else colours.now if is_open else colours.sunken
        has_value = period is not None and (
            desk.board.series_of(*row.place).get(period.number) is not None
        )
        ink = colours.text if is_now and has_value else colours.text2
        pasted, held = desk.pasted(row, period), desk.held_of(row, period)
        if pasted is not None and pasted.verdict is not Verdict.SAME:
            return _pasted(pasted.verdict, colours)
        if held is not None and pasted is None:
            tone = colours.tones[Status.AMBER if held.typed.why is not None else Status.RED]
            return Dress(tone.tint, colours.text, tone.edge)
        if is_now and desk.standing(row).slip is not None:
            tone = colours.tones[Status.AMBER]
            return Dress(tone.tint, colours.text, tone.edge)
        return Dress(usual, ink)

    def _check_ink(self, row: Row, colours: Palette) -> QColor:
        icon = icon_of(self._model.desk, row)
        tones = {"triangle-alert": Status.AMBER, "octagon-x": Status.RED}
        return colours.tones[tones[icon]].text if icon in tones else colours.text2

    def _ground(self, option: QStyleOptionViewItem) -> QColor:
        colours = self._look.palette
        return colours.sel2 if option.state & QStyle.StateFlag.State_Selected else colours.surface


def _pasted(verdict: Verdict, colours: Palette) -> Dress:
    tones = {Verdict.DOUBT: Status.AMBER, Verdict.REFUSED: Status.RED}
    if verdict in tones:
        tone = colours.tones[tones[verdict]]
        return Dress(tone.tint, colours.text, tone.edge)
    return Dress(colours.sel2, colours.text)


def _ink(icon: str, colours: Palette) -> QColor:
    tones = {
        "check": Status.GREEN,
        "triangle-alert": Status.AMBER,
        "clock-alert": Status.AMBER,
        "octagon-x": Status.RED,
        "pencil": Status.BLUE,
        "clipboard-paste": Status.BLUE,
    }
    return colours.tones[tones[icon]].text if icon in tones else colours.text2


_ENDING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})
_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
