"""The sheet as a table model: it says what is in each cell, and passes on what is typed."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from scorecard.entering.sheet import COLUMNS, Group, Row
from scorecard.entry_name import entry_name
from scorecard.entry_text import entry_shown
from scorecard.period import Period
from scorecard.unit_words import unit_shown
from ui.heading import WORD, heading_tip
from ui.look import Look
from ui.views.entry.desk import Desk
from ui.views.entry.waiting import Held
from ui.views.entry.wording import check_words, spoken, value_words
from ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
#: So many signs have room in an earlier period.
_LONG = 8
#: From so many lines on it costs less to paint all that are seen.
_MANY = 100


class Column(IntEnum):
    """The columns from left to right; periods stand from `FIRST` to `NOW`."""

    STATE = 0
    NAME = 1
    UNIT = 2
    FIRST = 3
    NOW = FIRST + COLUMNS - 1
    CHECK = NOW + 1


class SheetModel(QAbstractTableModel):
    """Shows a desk; `typed(row, period, text)` is to be kept, and so are the words beside a value
    that `noted` tells."""

    typed = Signal(object, object, str)
    noted = Signal(object, object, str)

    def __init__(self, look: Look, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self.desk = look, desk
        self.is_editable = True
        self.typing: Row | None = None

    def lay(self) -> None:
        """The desk has other lines."""
        self.beginResetModel()
        self.endResetModel()

    def fold(self, line: int) -> None:
        """Close the group of a line, or open it again."""
        self.desk.fold(self.desk.group_of(line))
        self.lay()

    def unfold(self) -> None:
        """Open all groups."""
        self.desk.unfold()
        self.lay()

    @property
    def role(self) -> str:
        """In what size earlier periods are written: all of them smaller where one is long."""
        return "secondary" if self.desk.longest > _LONG else "body"

    def touch(self, lines: Iterable[int]) -> None:
        """Some lines show something else."""
        lines = list(lines)
        if len(lines) > _MANY:
            self.touch_all()
            return
        for line in lines:
            self.dataChanged.emit(self.index(line, 0), self.index(line, Column.CHECK))

    def touch_all(self) -> None:
        """All lines may show something else."""
        if self.desk.lines:
            last = self.index(len(self.desk.lines) - 1, Column.CHECK)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, index: Index) -> Row | None:
        """The row of a cell; None for a heading."""
        line = self.desk.lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Row) else None

    def period(self, index: Index) -> Period | None:
        """The row's own period of a cell; that of now beside the periods."""
        row = self.row(index)
        if row is None:
            return None
        at = index.column() - Column.FIRST
        if 0 <= at < COLUMNS:
            return self.desk.period(row, at)
        return self.desk.own(row)

    def held(self, index: Index) -> Held | None:
        """The text that waits in a cell of a period."""
        row = self.row(index)
        return self.desk.held_of(row, self.period(index)) if row is not None else None

    def is_late(self, index: Index) -> bool:
        """Whether what stands in a cell of a period came after that had been closed."""
        row, period = self.row(index), self.period(index)
        if row is None or period is None or not Column.FIRST <= index.column() <= Column.NOW:
            return False
        covered = self.desk.held_of(row, period) or self.desk.pasted(row, period)
        return covered is None and self.desk.late((*row.place, period.code))

    def rowCount(self, parent: Index | None = None) -> int:
        """One for each line."""
        return 0 if parent is not None and parent.isValid() else len(self.desk.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """One for each column."""
        return 0 if parent is not None and parent.isValid() else Column.CHECK + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The name of a column, the code of a period."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if Column.FIRST <= section <= Column.NOW:
            code = self.desk.periods[section - Column.FIRST].code
            return code if role == Qt.ItemDataRole.DisplayRole else None
        key = f"entry.column.{Column(section).name.lower()}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return heading_tip(key, self._look)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._look.say(key)
        return key if role == WORD else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Periods and notes can be typed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row, period = self.row(index), self.period(index)
        typed = index.column() >= Column.FIRST and self.is_editable and period is not None
        if typed and row is not None and not self.desk.is_locked(row, period):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, the text to be edited, tool tip, accessible text."""
        if not index.isValid():
            return None
        line = self.desk.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._group(line, index) if isinstance(line, Group) else self._text(line, index)
        if isinstance(line, Group):
            is_spoken = role == Qt.ItemDataRole.AccessibleTextRole
            return self._spoken_group(line, index) if is_spoken else None
        if role == Qt.ItemDataRole.EditRole:
            return self._edited(line, index)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            text = str(index.data() or "")
            if self.is_late(index):
                text = self._look.say("panel.entries.late", text=text)
            words = spoken(self.desk, line, self.period(index), text, self._look)
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Have a typed text kept."""
        row, period = self.row(index), self.period(index)
        if role != Qt.ItemDataRole.EditRole or row is None or period is None:
            return False
        text = str(value)
        if text == self._edited(row, index) and self.held(index) is None:
            return False
        (self.noted if index.column() == Column.CHECK else self.typed).emit(row, period, text)
        return True

    def _group(self, group: Group, index: Index) -> str:
        if index.column() != Column.NAME:
            return ""
        parts = [each.show(self._look.language) for each in (group.org, group.name)]
        dot = self._look.say("panel.dot")
        title = dot.join(filter(None, parts)) or self._look.say(f"entry.no_{self.desk.wanted.by}")
        done, asked = self.desk.done(group)
        return self._look.say("entry.group", title=title, done=str(done), asked=str(asked))

    def _spoken_group(self, group: Group, index: Index) -> str:
        title = self._group(group, index)
        closed = self._look.say("entry.closed") if self.desk.is_folded(group) else ""
        return self._look.say("entry.comma").join(filter(None, (title, closed)))

    def _text(self, row: Row, index: Index) -> str:
        column = index.column()
        if column == Column.NAME:
            name = row.measure.name.show(self._look.language) or row.measure.id
            return entry_name(name, row.org.show(self._look.language), self._look.language)
        if column == Column.UNIT:
            return unit_shown(row.measure.unit, self._look.language)
        if column == Column.CHECK:
            return check_words(self.desk, row, self._look, typing=row is self.typing)
        if column == Column.STATE:
            return ""
        return value_words(self.desk, row, self.period(index), self._look)

    def _edited(self, row: Row, index: Index) -> str:
        period = self.period(index)
        if period is None:
            return ""
        if index.column() == Column.CHECK:
            return self.desk.board.notes.get((*row.place, period.code), "")
        held = self.held(index)
        if held is not None:
            return held.text
        value = self.desk.board.series_of(*row.place).get(period.number)
        yes = row.measure.id in self.desk.yes
        return "" if value is None else entry_shown(value, row.measure.unit, yes=yes)
