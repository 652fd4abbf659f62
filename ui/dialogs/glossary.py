"""The glossary: the words of the field at the left, what the chosen one means at the right.

It stands beside the window, so that one can look up a word and go on reading.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from scorecard.glossary import Term, looked_up, terms
from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.dialogs.term_page import TermPage
from ui.dialogs.terms_model import Column, TermsModel
from ui.look import Look
from ui.painting.words import paint_words
from ui.widgets.button import Button, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.row_table import Columns, RowTable
from ui.widgets.rows import Index, paint_row
from ui.widgets.search_field import SearchField

WIDTH, HEIGHT, LEFT, NAME = 912, 592, 408, 184
_COLUMNS = Columns({Column.NAME: NAME}, Column.OTHER, {})


class Glossary(Frame):
    """Found as one types, in both languages; `Ctrl+C` copies what was found as a table."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, parent, Said("glossary.title"), WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = SearchField(look, Said("glossary.search"), "")
        self.table, self.page = TermTable(look), TermPage(look)
        self.copy = Button(look, Said("glossary.copy"), icon="copy")
        self._counted = Label(look, "", role="secondary", colour="text2")
        self._listed = QStackedWidget()
        self._nothing = EmptyState(
            look,
            "search",
            Said("glossary.empty.title"),
            Said("glossary.empty.sentence"),
            Said("window.clear"),
        )
        self.add(self._body())
        close = Button(look, Said("window.close"), Kind.PRIMARY)
        self.close_with([self.copy, close])
        self._connect(close)
        self._look_for("")
        self.search.setFocus()

    def show_term(self, term: str) -> None:
        """Go to a term; a search that hides it is cleared."""
        if term not in [each.id for each in self.table.terms.rows]:
            self.search.clear()
        ids = [each.id for each in self.table.terms.rows]
        if term in ids:
            self.table.choose_rows([ids.index(term)])

    def copy_table(self) -> None:
        """Put the chosen words on the clipboard, all that were found where only one is chosen."""
        rows, chosen = self.table.terms.rows, self.table.chosen
        text = self.table.terms.told_as_table(chosen if len(chosen) > 1 else rows)
        QGuiApplication.clipboard().setText(text)

    def sizeHint(self) -> QSize:
        """Room for a list and a page beside it."""
        return QSize(WIDTH, HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Its title follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self._look.say("glossary.title"))

    def _body(self) -> QWidget:
        body, left = QWidget(), QWidget()
        column, row = QVBoxLayout(left), QHBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for widget in (self.table, self._nothing):
            self._listed.addWidget(widget)
        for part in (self.search, self._counted):
            column.addWidget(part)
        column.addWidget(self._listed, 1)
        left.setFixedWidth(LEFT)
        row.addWidget(left)
        row.addWidget(self.page, 1)
        body.setMinimumHeight(HEIGHT - 160)
        return body

    def _connect(self, close: Button) -> None:
        close.clicked.connect(self.accept)
        self.copy.clicked.connect(lambda _on=False: self.copy_table())
        self.search.textChanged.connect(self._look_for)
        self.search.accepted.connect(self.table.setFocus)
        self.search.left.connect(self.reject)
        self.table.moved.connect(self._tell)
        self.page.term_requested.connect(self.show_term)
        self._nothing.action_requested.connect(self.search.clear)
        QShortcut(QKeySequence.StandardKey.Copy, self.table, self.copy_table)

    def _look_for(self, text: str) -> None:
        rows = looked_up(text)
        self._listed.setCurrentWidget(self.table if rows else self._nothing)
        self._counted.set_wording(Said("glossary.counted", {"count": str(len(rows))}))
        self.table.show_rows(rows)
        if text and rows:
            self.table.choose_rows([0])

    def _tell(self) -> None:
        chosen = self.table.chosen
        self.page.show_term(chosen[0] if chosen else None)


class TermTable(RowTable):
    """Words; arrows go through them."""

    def __init__(self, look: Look) -> None:
        self.terms = TermsModel(look)
        super().__init__(look, self.terms, Said("glossary.list"), _COLUMNS)
        self.setItemDelegate(_Cells(look, self))

    @property
    def chosen(self) -> list[Term]:
        """The selected words, from the top."""
        return [self.terms.rows[row] for row in self.chosen_rows]

    def show_rows(self, rows: Sequence[Term]) -> None:
        """Show what was found."""
        self.show_unsorted()
        self.terms.show_rows(rows)


class _Cells(QStyledItemDelegate):
    """The word, and the other language in a quieter colour."""

    def __init__(self, look: Look, parent: TermTable) -> None:
        super().__init__(parent)
        self._look, self._table = look, parent
        self._terms = parent.terms

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, and what the cell says."""
        box = paint_row(painter, option, index, self._table, self._look.palette)
        column, term = Column(index.column()), self._terms.rows[index.row()]
        colours = self._look.palette
        colour = colours.text if column is Column.NAME else colours.text2
        paint_words(painter, box, self._terms.text(term, column), colour)


def show_glossary(look: Look, window: QWidget, term: str = "") -> Glossary:
    """Bring the glossary of a window to the front, at a term where one is named."""
    glossary = window if isinstance(window, Glossary) else _glossary_of(look, window)
    glossary.show()
    glossary.raise_()
    glossary.activateWindow()
    if term in terms():  # only what is shown can be scrolled to
        glossary.show_term(term)
        glossary.table.setFocus()
    return glossary


def _glossary_of(look: Look, window: QWidget) -> Glossary:
    shown = window.findChild(Glossary, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return shown if isinstance(shown, Glossary) else Glossary(look, window)
