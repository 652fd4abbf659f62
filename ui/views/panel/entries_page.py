"""The entries that feed a KPI, to be typed in place; each one kept is one step."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.check.unlikely import earlier_values
from scorecard.commands.entry import ClearEntry, EnterValue
from scorecard.entry_text import Typed, entry_shown, typed_entry
from scorecard.text import Said, sentence
from scorecard.trouble import Refused, Trouble
from scorecard.unit_words import unit_shown
from scorecard.workspace import Command
from ui.bridge import Bridge
from ui.look import Look
from ui.views.panel.cell_menu import CellMenu
from ui.views.panel.entries_model import Column, EntriesModel, EntryRow, rows_of
from ui.views.panel.entries_table import EntriesTable
from ui.views.panel.subject import Subject
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label


class EntriesPage(QWidget):
    """A table of the last thirteen periods of each measure; what is refused stays as typed."""

    def __init__(self, look: Look, bridge: Bridge) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._subject: Subject | None = None
        self._asked: tuple[EntryRow, Typed] | None = None
        self.model = EntriesModel(look, self._commit, self)
        self.table = EntriesTable(self.model, look)
        self.menu = CellMenu(look, self.table, self._keep_none)
        self._hint = Label(look, Said("panel.entries.hint"), role="secondary", wrap=True)
        self._hint.set_colour("text2")
        self._none = EmptyState(
            look, "table-2", Said("panel.entries.empty"), Said("panel.entries.empty.sentence")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        for part in (self._hint, self.table, self._none):
            column.addWidget(part)
        self.table.note.chosen.connect(self._on_chosen)
        self.table.selectionModel().currentChanged.connect(self._on_current)

    def show_subject(self, subject: Subject) -> None:
        """Show the entries of another KPI, or the same as they are now."""
        was = self._subject
        if was is None or was.node != subject.node:
            self.model.forget_refused()
            self.table.hide_note()
        self._subject = self.menu.subject = subject
        rows = rows_of(subject, self._look)
        editable = subject.bridge.read_only is None
        self.model.show_rows(rows, subject.evaluation.view.period.code, editable=editable)
        self.table.setAccessibleName(self._look.say("panel.tab.entries"))
        self.table.setVisible(bool(rows))
        self._hint.setVisible(bool(rows) and editable)
        self._none.setVisible(not rows)

    def _commit(self, row: EntryRow, column: Column, text: str) -> bool:
        """Keep what was typed, or leave it in its cell with the reason under it."""
        if column is Column.NOTE:
            return self._run(row, column, text, self._noted(row, text))
        typed = self._typed(row, text)
        if typed.is_sound and not typed.none:
            return self._run(row, column, text, _command(row, typed))
        self._refuse(row, column, text)
        self._explain(row, typed)
        return False

    def _explain(self, row: EntryRow, typed: Typed) -> None:
        """Say or ask under the cell of a value why it was not kept."""
        index = self._index(row, Column.VALUE)
        if typed.why is None:
            self.table.explain(index, typed.trouble or Trouble("entry_reason"))
            return
        self._asked = (row, typed)
        choices = [self._choice(row, value) for value in typed.choices]
        self.table.ask(index, typed.why, choices)

    def _on_current(self, index: QModelIndex) -> None:
        """A refused cell says again what is wrong with it; beside any other nothing is said."""
        row = self.model.rows[index.row()] if index.isValid() else None
        text = self.model.refused.get((row.key, Column.VALUE)) if row is not None else None
        if row is not None and text is not None and index.column() == Column.VALUE:
            self._explain(row, self._typed(row, text))
        elif self.table.note.isVisible():
            self.table.hide_note()

    def _noted(self, row: EntryRow, text: str) -> Command | None:
        """A note beside a value; without a value it is the reason why there is none."""
        self.model.refused.pop((row.key, Column.VALUE), None)
        if row.value is None and not text.strip():
            return ClearEntry(*row.key) if row.there else None
        return EnterValue(*row.key, row.value, text)

    def _keep_none(self, row: EntryRow, reason: str) -> str:
        """Keep that there is no value, and why; the sentence that says why not, or nothing."""
        if not reason.strip():
            return self._look.say("trouble.entry_reason")
        try:
            self._bridge.run(EnterValue(*row.key, None, reason.strip()))
        except Refused as refusal:
            return sentence(refusal.troubles[0], self._look.language)
        return ""

    def _run(self, row: EntryRow, column: Column, text: str, command: Command | None) -> bool:
        self.model.refused.pop((row.key, column), None)
        self.table.hide_note()
        if command is None:
            return False
        try:
            self._bridge.run(command)
        except Refused as refusal:
            self._refuse(row, column, text)
            self.table.explain(self._index(row, column), refusal.troubles[0])
            return False
        return True

    def _on_chosen(self, number: int) -> None:
        if self._asked is not None:
            row, typed = self._asked
            value = typed.choices[number]
            self._run(row, Column.VALUE, str(value), EnterValue(*row.key, value, row.note))
            self.table.setFocus()

    def _refuse(self, row: EntryRow, column: Column, text: str) -> None:
        self.model.refused[row.key, column] = text
        index = self._index(row, column)
        self.model.dataChanged.emit(index, index)

    def _typed(self, row: EntryRow, text: str) -> Typed:
        series = self._bridge.board.series_of(row.measure.id, row.org)
        earlier = earlier_values(series, row.period.number if row.period else 0)
        currency = self._bridge.board.settings.currency
        return typed_entry(text, row.measure, currency, earlier, yes=row.yes)

    def _choice(self, row: EntryRow, value: float) -> Said:
        shown = entry_shown(value, row.measure.unit, yes=row.yes)
        own = row.measure.unit
        unit = "" if own == "%" else unit_shown(own, self._look.language)
        return Said("panel.ask.take", {"value": f"{shown} {unit}".strip()})

    def _index(self, row: EntryRow, column: Column) -> QModelIndex:
        keys = [each.key for each in self.model.rows]
        return self.model.index(keys.index(row.key), column)


def _command(row: EntryRow, typed: Typed) -> Command | None:
    if typed.cleared:
        return ClearEntry(*row.key) if row.there else None
    return EnterValue(*row.key, typed.value, row.note if row.value is not None else "")
