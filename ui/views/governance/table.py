"""The list: one row for each finding; Enter goes to where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from scorecard.governance.finding import Finding
from scorecard.text import Said
from scorecard.trouble import Level
from ui.icons import paint_icon
from ui.look import Look
from ui.painting.words import paint_words
from ui.views.governance.findings_model import Column, FindingsModel
from ui.widgets.row_table import Columns, RowTable
from ui.widgets.rows import PADDING, Index, paint_row

ICON = 14
_COLUMNS = Columns(
    {Column.CONCERN: 168, Column.NAME: 176, Column.ID: 76, Column.ORG: 128},
    Column.SENTENCE,
    {Column.ORG: 880, Column.ID: 760},
)
_ICONS = {Level.WARNING: "triangle-alert", Level.NOTE: "info", Level.ERROR: "octagon-x"}


class FindingTable(RowTable):
    """Findings; what was mended leaves its place to the next one."""

    def __init__(self, look: Look) -> None:
        self.findings = FindingsModel(look)
        super().__init__(look, self.findings, Said("governance.list"), _COLUMNS)
        self.setItemDelegate(_Cells(look, self))

    @property
    def chosen(self) -> list[Finding]:
        """The selected findings, from the top."""
        return [self.findings.rows[row] for row in self.chosen_rows]

    def instead(self, count: int) -> int:
        """The row that comes to the place of the one that is gone."""
        return min(max(self.currentIndex().row(), 0), count - 1)

    def show_rows(self, rows: Sequence[Finding]) -> None:
        """Show findings; what was chosen and is still there stays so."""
        self.show_unsorted()
        self.findings.show_rows(rows)


class _Cells(QStyledItemDelegate):
    """The words of a finding; how bad it is by a shape before them."""

    def __init__(self, look: Look, parent: FindingTable) -> None:
        super().__init__(parent)
        self._look, self._table = look, parent
        self._findings = parent.findings

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, and what the cell says."""
        box = paint_row(painter, option, index, self._table, self._look.palette)
        column, finding = Column(index.column()), self._findings.rows[index.row()]
        colours = self._look.palette
        if column is Column.CONCERN:
            place = QRectF(box.left(), box.top(), ICON, box.height())
            paint_icon(painter, place, _ICONS[finding.level], colours.text2)
            box = box.adjusted(ICON + PADDING, 0, 0, 0)
        plain = column in {Column.NAME, Column.SENTENCE}
        paint_words(
            painter,
            box,
            self._findings.text(finding, column),
            colours.text if plain else colours.text2,
            role="mono" if column is Column.ID else "body",
        )
