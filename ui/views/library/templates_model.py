"""The rows of the list: what each column says of a template."""

from collections.abc import Collection
from enum import IntEnum

from PySide6.QtCore import Qt

from scorecard.catalogue.template import Template
from ui.library_words import DASH, shelves_of, target_words, unit_words
from ui.look import Look
from ui.widgets.rows import Index
from ui.widgets.rows_model import RowsModel, headed

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """What a row tells of a template."""

    NAME = 0
    ID = 1
    DEPARTMENT = 2
    UNIT = 3
    TARGET = 4
    STAR = 5
    THERE = 6


class TemplatesModel(RowsModel[Template, Column]):
    """The rows; `there` are the ids of templates that the document has."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, tuple(Column), headed("library.column"), said=self.text, key=lambda t: t.id
        )
        self._there: Collection[str] = ()

    def show_there(self, there: Collection[str]) -> None:
        """Mark those that the document has."""
        self._there = there
        self.tell_from(Column.THERE)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in writing; a row speaks as a whole through its name."""
        if not index.isValid():
            return None
        template, column = self.rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(template, column)
            case Qt.ItemDataRole.ToolTipRole if column in {Column.NAME, Column.TARGET}:
                return self.text(template, column)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.NAME:
                return self._spoken(template)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
        return None

    def text(self, template: Template, column: Column) -> str:
        """What a cell says."""
        match column:
            case Column.NAME:
                return self._look.tell(template.name)
            case Column.ID:
                return template.id
            case Column.DEPARTMENT:
                return self._look.tell(shelves_of(template).department)
            case Column.UNIT:
                return unit_words(template.version.unit, self._look)
            case Column.TARGET:
                return target_words(template.target, template.version.unit, self._look)
            case Column.STAR:
                return "★" if template.star else ""
            case Column.THERE:
                return self._look.say("library.there") if template.id in self._there else ""

    def _spoken(self, template: Template) -> str:
        parts = [self.text(template, column) for column in Column]
        return self._look.say("library.comma").join(p for p in parts if p and p != DASH)

    def alignment(self, column: Column) -> Qt.AlignmentFlag:
        """Targets stand at the right, marks in the middle."""
        if column is Column.TARGET:
            return _RIGHT
        if column in {Column.STAR, Column.THERE}:
            return Qt.AlignmentFlag.AlignCenter
        return super().alignment(column)
