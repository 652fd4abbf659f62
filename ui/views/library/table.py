"""The list in the middle: one row for each template that was found."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from scorecard.catalogue.template import Template
from scorecard.text import Said
from ui.look import Look
from ui.painting.words import CENTRE, LEFT, RIGHT, paint_words
from ui.views.library.templates_model import Column, Index, TemplatesModel

ROW, HEAD, EDGE, PADDING = 28, 32, 3, 8
WIDTHS = {
    Column.ID: 72,
    Column.DEPARTMENT: 128,
    Column.UNIT: 100,
    Column.TARGET: 120,
    Column.STAR: 32,
    Column.THERE: 64,
}
#: What goes where there is no room, in this order, and the width below which it does.
LEAVING = {Column.DEPARTMENT: 680, Column.UNIT: 560}
_SIDES = {Column.TARGET: RIGHT, Column.STAR: CENTRE, Column.THERE: CENTRE}


class TemplateTable(QTableView):
    """`moved` when another template, or others too, were chosen; `add_requested` at Enter."""

    moved = Signal()
    add_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.templates = TemplatesModel(look)
        self.setModel(self.templates)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self._kept: list[str] = []
        self.templates.modelReset.connect(self._stay)
        self.setItemDelegate(_Cells(look, self))
        self.setMouseTracking(True)
        self._dress_heads()
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_chosen())
        self.doubleClicked.connect(lambda _index: self.add_requested.emit())
        look.changed.connect(self.retell)
        self.retell()

    @property
    def chosen(self) -> list[Template]:
        """The selected templates, from the top."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        return [self.templates.rows[row] for row in sorted(rows)]

    def show_rows(self, rows: Sequence[Template]) -> None:
        """Show what was found; what was chosen and is still there stays so, else the first."""
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.templates.show_rows(rows)

    def choose(self, template: str) -> bool:
        """Go to a template, if it is listed."""
        ids = [each.id for each in self.templates.rows]
        if template in ids:
            self._choose([ids.index(template)])
        return template in ids

    def retell(self) -> None:
        """Take words from the look again."""
        self.setAccessibleName(self._look.tell(Said("library.list")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds what is chosen; letters and all else as in any list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.add_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by the keyboard stands on a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.templates.rows:
            self._choose([0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name takes what the others leave."""
        super().resizeEvent(event)
        for column, width in LEAVING.items():
            self.setColumnHidden(column, self.viewport().width() < width)

    def _dress_heads(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setFixedHeight(HEAD)
        head.setHighlightSections(False)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setMinimumSectionSize(32)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)

    def _on_chosen(self) -> None:
        self._kept = [template.id for template in self.chosen]
        self.moved.emit()

    def _stay(self) -> None:
        """Choose what was chosen before the rows changed, the first row where that is gone."""
        rows = self.templates.rows
        places = [row for row, template in enumerate(rows) if template.id in self._kept]
        self._choose(places or ([0] if rows else []))

    def _choose(self, rows: Sequence[int]) -> None:
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.templates.index(row, 0), self.templates.index(row, len(Column) - 1))
        if rows:
            flag = QItemSelectionModel.SelectionFlag
            first = self.templates.index(rows[0], Column.NAME)
            self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
            self.scrollTo(first)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().select(chosen, how)
        self.viewport().update()
        self._on_chosen()


class _Cells(QStyledItemDelegate):
    """The words of a cell on the ground of its row."""

    def __init__(self, look: Look, parent: TemplateTable) -> None:
        super().__init__(parent)
        self._look, self._table = look, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, edge and words; a row that was added already is marked by its word."""
        colours, box, state = self._look.palette, QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(
            box, colours.sel if chosen else colours.hover if hovered else colours.surface
        )
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.grid)
        if chosen and index.column() == Column.NAME:
            painter.fillRect(QRectF(box.left(), box.top(), EDGE, box.height()), colours.accent)
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), colours.accent)
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.accent)
        column = Column(index.column())
        template = self._table.templates.rows[index.row()]
        plain = column in {Column.NAME, Column.TARGET, Column.STAR}
        paint_words(
            painter,
            box.adjusted(PADDING, 0, -PADDING, 0),
            self._table.templates.text(template, column),
            colours.text if plain else colours.text2,
            role=_role(template, column),
            align=_SIDES.get(column, LEFT),
        )


def _role(template: Template, column: Column) -> str:
    if column is Column.ID:
        return "mono"
    return "body_medium" if column is Column.NAME and template.star else "body"
