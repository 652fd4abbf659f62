"""The list in the middle: one row for each template that was found."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from scorecard.catalogue.template import Template
from scorecard.text import Said
from ui.look import Look
from ui.painting.words import CENTRE, LEFT, RIGHT, paint_words
from ui.views.library.templates_model import Column, TemplatesModel
from ui.widgets.row_table import Columns, RowTable
from ui.widgets.rows import Index, paint_row

_COLUMNS = Columns(
    {
        Column.ID: 72,
        Column.DEPARTMENT: 128,
        Column.UNIT: 100,
        Column.TARGET: 120,
        Column.STAR: 32,
        Column.THERE: 64,
    },
    Column.NAME,
    {Column.DEPARTMENT: 680, Column.UNIT: 560},
)
_SIDES = {Column.TARGET: RIGHT, Column.STAR: CENTRE, Column.THERE: CENTRE}


class TemplateTable(RowTable):
    """Templates; Enter adds what is chosen."""

    def __init__(self, look: Look) -> None:
        self.templates = TemplatesModel(look)
        super().__init__(look, self.templates, Said("library.list"), _COLUMNS)
        self.setItemDelegate(_Cells(look, self))

    @property
    def chosen(self) -> list[Template]:
        """The selected templates, from the top."""
        return [self.templates.rows[row] for row in self.chosen_rows]

    def show_rows(self, rows: Sequence[Template]) -> None:
        """Show what was found; what was chosen and is still there stays so, else the first."""
        self.show_unsorted()
        self.templates.show_rows(rows)

    def choose(self, template: str) -> bool:
        """Go to a template, if it is listed."""
        ids = [each.id for each in self.templates.rows]
        if template in ids:
            self.choose_rows([ids.index(template)])
        return template in ids


class _Cells(QStyledItemDelegate):
    """The words of a template; one that was added already is marked by its word."""

    def __init__(self, look: Look, parent: TemplateTable) -> None:
        super().__init__(parent)
        self._look, self._table = look, parent
        self._templates = parent.templates

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, and what the cell says."""
        box = paint_row(painter, option, index, self._table, self._look.palette)
        column, template = Column(index.column()), self._templates.rows[index.row()]
        plain = column in {Column.NAME, Column.TARGET, Column.STAR}
        colours = self._look.palette
        paint_words(
            painter,
            box,
            self._templates.text(template, column),
            colours.text if plain else colours.text2,
            role=_role(template, column),
            align=_SIDES.get(column, LEFT),
        )


def _role(template: Template, column: Column) -> str:
    if column is Column.ID:
        return "mono"
    return "body_medium" if column is Column.NAME and template.star else "body"
