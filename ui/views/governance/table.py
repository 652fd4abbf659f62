"""The list: one row for each finding; Enter goes to where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from scorecard.governance.finding import Finding
from scorecard.text import Said
from scorecard.trouble import Level
from ui.icons import paint_icon
from ui.look import Look
from ui.painting.words import paint_words
from ui.views.governance.findings_model import Column, FindingsModel, Index

ROW, HEAD, EDGE, PADDING, ICON = 28, 32, 3, 8, 14
WIDTHS = {Column.CONCERN: 168, Column.NAME: 176, Column.ID: 76, Column.ORG: 128}
#: What goes where there is no room, in this order, and the width below which it does.
LEAVING = {Column.ORG: 880, Column.ID: 760}
_ICONS = {Level.WARNING: "triangle-alert", Level.NOTE: "info", Level.ERROR: "octagon-x"}


class FindingTable(QTableView):
    """`moved` when another row, or others too, were chosen; `led(finding)` at Enter or a double
    click."""

    moved = Signal()
    led = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.findings = FindingsModel(look)
        self.setModel(self.findings)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self._kept: list[tuple[str, str]] = []
        self.findings.modelReset.connect(self._stay)
        self.setItemDelegate(_Cells(look, self))
        self.setMouseTracking(True)
        self._dress_heads()
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_chosen())
        self.doubleClicked.connect(lambda index: self.led.emit(self.findings.rows[index.row()]))
        look.changed.connect(self.retell)
        self.retell()

    @property
    def chosen(self) -> list[Finding]:
        """The selected findings, from the top."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        return [self.findings.rows[row] for row in sorted(rows)]

    def show_rows(self, rows: Sequence[Finding]) -> None:
        """Show findings; what was chosen and is still there stays so, else the first."""
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.findings.show_rows(rows)

    def choose(self, rows: Sequence[int]) -> None:
        """Choose rows by their numbers."""
        chosen, model = QItemSelection(), self.findings
        for row in rows:
            chosen.select(model.index(row, 0), model.index(row, len(Column) - 1))
        flag = QItemSelectionModel.SelectionFlag
        if rows:
            first = model.index(rows[0], Column.CONCERN)
            self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
            self.scrollTo(first)
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().select(chosen, flag.ClearAndSelect)
        self.viewport().update()
        self._on_chosen()

    def retell(self) -> None:
        """Take words from the look again."""
        self.setAccessibleName(self._look.tell(Said("governance.list")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to where the row is mended; all else as in any list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            chosen = self.chosen
            if chosen:
                self.led.emit(chosen[0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by the keyboard stands on a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.findings.rows:
            self.choose([0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence takes what the others leave."""
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
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.SENTENCE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)

    def _on_chosen(self) -> None:
        self._kept = [(finding.concern, finding.id) for finding in self.chosen]
        self.moved.emit()

    def _stay(self) -> None:
        """Choose what was chosen before the rows changed; what was mended leaves its place to
        the next one."""
        rows, at = self.findings.rows, self.currentIndex().row()
        places = [row for row, each in enumerate(rows) if (each.concern, each.id) in self._kept]
        self.choose(places or ([min(max(at, 0), len(rows) - 1)] if rows else []))


class _Cells(QStyledItemDelegate):
    """The words of a cell on the ground of its row; how bad it is by a shape before them."""

    def __init__(self, look: Look, parent: FindingTable) -> None:
        super().__init__(parent)
        self._look, self._table = look, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, edge, shape and words."""
        colours, box, state = self._look.palette, QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(
            box, colours.sel if chosen else colours.hover if hovered else colours.surface
        )
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.grid)
        column, finding = Column(index.column()), self._table.findings.rows[index.row()]
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        if column is Column.CONCERN:
            if chosen:
                painter.fillRect(QRectF(box.left(), box.top(), EDGE, box.height()), colours.accent)
            place = QRectF(inner.left(), box.top(), ICON, box.height())
            paint_icon(painter, place, _ICONS[finding.level], colours.text2)
            inner = inner.adjusted(ICON + PADDING, 0, 0, 0)
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), colours.accent)
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.accent)
        plain = column in {Column.NAME, Column.SENTENCE}
        paint_words(
            painter,
            inner,
            self._table.findings.text(finding, column),
            colours.text if plain else colours.text2,
            role="mono" if column is Column.ID else "body",
        )
