"""What can be done to one entry: copied, typed from the clipboard, said to be none, looked up."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from scorecard.model.edits import one_by_one
from scorecard.text import Said
from ui.dialogs.ask import Ask
from ui.dialogs.message import message
from ui.look import Look
from ui.tree.clipboard import cell_text
from ui.views.panel.entries_model import Column, EntryRow
from ui.views.panel.entries_table import EntriesTable
from ui.views.panel.steps import entry_told
from ui.views.panel.subject import Subject
from ui.views.panel.wording import signed_by

MOST_STEPS = 20
#: Keeps that an entry has no value, and why; gives the sentence that says why not, or nothing.
KeepNone = Callable[[EntryRow, str], str]


class CellMenu:
    """The menu of a table of entries, and what it does with the current cell."""

    def __init__(self, look: Look, table: EntriesTable, keep_none: KeepNone) -> None:
        self._look, self._table, self._keep_none = look, table, keep_none
        self.subject: Subject | None = None
        table.copy_requested.connect(self.copy)
        table.paste_requested.connect(self.paste)
        table.menu_requested.connect(lambda place: self.menu().popup(place))

    def menu(self) -> QMenu:
        """The menu for the current cell; what cannot be done is greyed. It goes when closed."""
        menu, row, editable = QMenu(self._table), self._row, self._table.is_editable_here
        menu.aboutToHide.connect(menu.deleteLater)
        offers: tuple[tuple[str, Callable[[], None], bool, str], ...] = (
            ("copy", self.copy, row is not None, "Ctrl+C"),
            ("paste", self.paste, editable and bool(_pasted()), "Ctrl+V"),
            ("none", self.ask_reason, editable, ""),
            ("history", self.show_history, row is not None, ""),
        )
        for key, act, possible, keys in offers:
            action = menu.addAction(f"{self._look.say(f'panel.cell.{key}')}\t{keys}".strip())
            action.setEnabled(possible)
            action.triggered.connect(lambda _checked=False, act=act: act())
        return menu

    def copy(self) -> None:
        """Put the cell on the clipboard, as a spreadsheet takes it."""
        index = self._table.currentIndex()
        text = str(index.data() or "")
        is_value = index.column() == Column.VALUE
        QGuiApplication.clipboard().setText(text if is_value else cell_text(text))

    def paste(self) -> None:
        """Type the clipboard into the cell. Several cells are refused: in which order their
        periods run is not known."""
        texts, index = _pasted(), self._table.currentIndex()
        if not texts or not self._table.is_editable_here:
            return
        if len(texts) > 1:
            self._table.ask(index, Said("panel.cell.many", {"count": str(len(texts))}), ())
        else:
            self._table.model().setData(index, texts[0])

    def ask_reason(self) -> None:
        """Ask why there is no value, and keep that in its place."""
        row = self._row
        if row is not None:

            def accept(reason: str) -> str:
                return self._keep_none(row, reason)

            title = Said("panel.cell.ask_none", {"cell": _cell(row)})
            window, example = self._table.window(), Said("panel.cell.ask_none.example")
            Ask(self._look, window, title, row.note, accept, example=example).open()

    def show_history(self) -> None:
        """Show what the entry was, who changed it and when."""
        row, subject = self._row, self.subject
        if row is not None and subject is not None:
            said = "\n".join(history_of(subject, row, self._look))
            shown = said or Said("panel.history.empty")
            message(self._look, self._table.window(), _cell(row), shown).open()

    @property
    def _row(self) -> EntryRow | None:
        """The row of the current cell; None for a heading or where there is none."""
        return self._table.current_row


def history_of(subject: Subject, row: EntryRow, look: Look) -> Iterator[str]:
    """The steps of one entry, newest first: before → after, who, when."""
    workspace = subject.bridge.workspace
    for step in workspace.history(limit=MOST_STEPS, table="entry", key=row.key):
        for edit in one_by_one(workspace.edits_of(step, row.key)):
            if (edit.table, edit.key) == ("entry", row.key):
                told = [entry_told(each, row.measure) or "–" for each in (edit.before, edit.after)]
                signed = signed_by(subject.person(step.by), step.at, look)
                yield look.say("panel.cell.step", before=told[0], after=told[1], signed=signed)


def _cell(row: EntryRow) -> str:
    return f"{row.name} {row.period.code if row.period else ''}".strip()


def _pasted() -> list[str]:
    """The cells on the clipboard; a spreadsheet ends the last row with a line end."""
    text = QGuiApplication.clipboard().text().rstrip("\r\n")
    return [cell for line in text.splitlines() for cell in line.split("\t")] if text.strip() else []
