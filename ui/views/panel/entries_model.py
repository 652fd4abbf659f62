"""The entries that feed a KPI as rows: a heading for each measure and unit, then its periods."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from scorecard.closings import is_late
from scorecard.entry_text import entry_shown
from scorecard.evaluation.view import grain
from scorecard.model.records import Measure
from scorecard.period import Period
from scorecard.unit_words import unit_shown
from scorecard.vocabulary import Direction, Words
from ui.heading import WORD, heading_tip
from ui.look import Look
from ui.views.panel.subject import Subject
from ui.views.panel.wording import moment_shown, signed_by
from ui.widgets.plain_tip import plain_tip

COUNT = 13
Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str, str]
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """The columns from left to right."""

    PERIOD = 0
    VALUE = 1
    NOTE = 2
    WHO = 3


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry, or the heading of those below it, where `period` is None. `late` is what came
    after its period had been closed."""

    measure: Measure
    org: str
    name: str
    period: Period | None = None
    value: float | None = None
    there: bool = False
    note: str = ""
    by: str = ""
    at: str = ""
    yes: bool = False
    late: bool = False

    @property
    def key(self) -> Key:
        """The key of the entry; that of a heading has no period."""
        return self.measure.id, self.org, self.period.code if self.period else ""


def rows_of(subject: Subject, look: Look) -> list[EntryRow]:
    """All rows of a KPI, the newest period of each measure first."""
    board = subject.board
    calendar = board.settings.calendar
    last = subject.evaluation.view.last_day(calendar)
    rows: list[EntryRow] = []
    for measure_id, org in subject.places:
        measure = board.measures[measure_id]
        rows.append(EntryRow(measure, org, _heading(subject, measure, org, look)))
        newest = calendar.containing(last, grain(measure.frequency))
        name = measure.name.show(look.language) or measure.id
        rows += [
            _row(subject, measure, org, (name, look), newest.shifted(-n)) for n in range(COUNT)
        ]
    return rows


class EntriesModel(QAbstractTableModel):
    """Shows rows; `commit(row, column, text)` is asked to keep what is typed.

    A text that could not be kept stays in its cell, and `refused` knows it by key and column.
    """

    def __init__(
        self, look: Look, commit: Callable[[EntryRow, Column, str], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look, self._commit = look, commit
        self.rows: Sequence[EntryRow] = ()
        self.refused: dict[tuple[Key, Column], str] = {}
        self.editable, self.shown = True, ""

    def show_rows(self, rows: Sequence[EntryRow], period: str, *, editable: bool) -> None:
        """Show other rows; `period` is the code of the one that is looked at."""
        self.editable, self.shown = editable, period
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            last = self.index(len(rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def forget_refused(self) -> None:
        """Let go of texts that could not be kept."""
        self.refused.clear()

    def restore(self, index: Index) -> bool:
        """Let go of a text that could not be kept in a cell; whether there was one."""
        key = (self.rows[index.row()].key, Column(index.column()))
        found = self.refused.pop(key, None) is not None
        if found:
            self.dataChanged.emit(index, index)
        return found

    def rowCount(self, parent: Index | None = None) -> int:
        """One for each row."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """One for each column."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.VALUE:
            return _RIGHT
        key = f"panel.entries.{Column(section).name.lower()}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return heading_tip(key, self._look)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._look.say(key)
        return key if role == WORD else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Value and note of an entry can be typed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = index.column() in {Column.VALUE, Column.NOTE}
        if typed and self.editable and self.rows[index.row()].period is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, tool tip, accessible text."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.refused.get((row.key, column)) or self._text(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return self.refused.get((row.key, column)) or self._edited(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._spoken(row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.VALUE:
            return _RIGHT
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Have a typed text kept."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, column = self.rows[index.row()], Column(index.column())
        text = str(value)
        if text == self._edited(row, column) and (row.key, column) not in self.refused:
            return False
        return self._commit(row, column, text)

    def _text(self, row: EntryRow, column: Column) -> str:
        if row.period is None:
            return row.name if column is Column.PERIOD else ""
        match column:
            case Column.PERIOD:
                return row.period.code
            case Column.VALUE:
                return self._value(row)
            case Column.NOTE:
                return row.note
        return f"{row.by} {moment_shown(row.at)[:10]}".strip()

    def _value(self, row: EntryRow) -> str:
        if row.value is None:
            return self._look.say("panel.none" if row.there else "panel.missing")
        if row.yes:
            return self._look.say("panel.yes" if row.value >= 1 else "panel.no")
        return entry_shown(row.value, row.measure.unit, yes=False)

    def _edited(self, row: EntryRow, column: Column) -> str:
        if column is Column.NOTE:
            return row.note
        if row.value is None:
            return ""
        return self._value(row)

    def _spoken(self, row: EntryRow, column: Column) -> str:
        if row.period is None:
            return row.name
        heading = self._look.say(f"panel.entries.{column.name.lower()}")
        text = self.refused.get((row.key, column)) or self._text(row, column) or "–"
        if column is Column.WHO:
            text = signed_by(Words(row.by), row.at, self._look) or "–"
        if row.late and column in {Column.VALUE, Column.WHO}:
            text = self._look.say("panel.entries.late", text=text)
        facts = {"name": row.name, "period": row.period.code, "heading": heading, "text": text}
        return self._look.say("panel.entries.cell", **facts)


def _heading(subject: Subject, measure: Measure, org: str, look: Look) -> str:
    unit = subject.board.orgs[org].name if org in subject.board.orgs else None
    parts = [measure.name.show(look.language) or measure.id]
    if org != subject.org and unit is not None:
        parts.append(unit.show(look.language))
    unit_words = unit_shown(measure.unit, look.language)
    parts += [part for part in (unit_words, measure.owner.show(look.language)) if part]
    return look.say("panel.dot").join(parts)


def _row(
    subject: Subject, measure: Measure, org: str, said: tuple[str, Look], period: Period
) -> EntryRow:
    name, look = said
    entry = subject.board.entry(measure.id, org, period.code)
    key = (measure.id, org, period.code)
    by, at = subject.bridge.workspace.provenance(key) or ("", "")
    version = subject.version
    return EntryRow(
        measure,
        org,
        name,
        period,
        entry.value if entry is not None else None,
        entry is not None,
        entry.note if entry is not None else "",
        subject.person(by).show(look.language) if entry is not None else "",
        at if entry is not None else "",
        version is not None and version.direction is Direction.YES,
        bool(at) and is_late(subject.board, key, at),
    )
