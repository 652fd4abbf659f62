"""The KPIs of the chosen departments: one box takes a KPI, another makes it a key KPI."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from scorecard.catalogue.library import library
from ui.library_words import target_words
from ui.look import Look
from ui.painting.tick import paint_tick
from ui.painting.words import paint_words
from ui.tree.model import Index
from ui.views.start.plan import Plan, offered

ROW, INSET, BOX = 32, 8, 24
NAME, TARGET, STAR, SAYS = range(4)
_ID = Qt.ItemDataRole.UserRole


class KpiList(QTreeWidget):
    """`taken(id, on)` and `starred(id, on)` when a box was ticked; Space and S do it too."""

    taken = Signal(str, bool)
    starred = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._plan = look, Plan()
        self.setColumnCount(4)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setItemDelegate(_Cells(look, self))
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        head = self.header()
        head.setFixedHeight(ROW)
        head.setSectionsClickable(False)
        head.setStretchLastSection(False)
        for column, width in ((NAME, 300), (TARGET, 148), (STAR, 72)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(SAYS, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._on_changed)
        look.changed.connect(self.retell)

    def show_plan(self, plan: Plan) -> None:
        """Show the KPIs of a plan's departments, ticked as it says."""
        if plan.departments != self._plan.departments:
            self._plan = plan
            self._fill()
        self._plan = plan
        self._tick()

    def retell(self) -> None:
        """Take words from the look again."""
        self.setAccessibleName(self._look.say("start.kpis.list"))
        self.setHeaderLabels([self._look.say(f"start.kpis.{key}") for key in _HEADS])
        self._tick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes a KPI or leaves it, S makes it a key KPI or an ordinary one."""
        item = self.currentItem()
        template = item.data(NAME, _ID) if item is not None else None
        if template and event.key() == Qt.Key.Key_Space:
            self.taken.emit(template, template not in self._plan.templates)
        elif template and event.key() == Qt.Key.Key_S and not event.modifiers():
            self.starred.emit(template, template not in self._plan.stars)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.blockSignals(True)
        self.clear()
        names = {shelf.id: shelf.name for shelf in library().departments}
        for department in self._plan.departments:
            head = QTreeWidgetItem(self, [names[department].show(self._look.language)])
            head.setFirstColumnSpanned(True)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setData(NAME, _ID + 1, department)
            for template in offered(department):
                QTreeWidgetItem(head).setData(NAME, _ID, template.id)
        self.expandAll()
        first = self.itemAt(0, ROW + ROW // 2)
        if first is not None:
            self.setCurrentItem(first)
        self.blockSignals(False)

    def _tick(self) -> None:
        self.blockSignals(True)
        shelves = {shelf.id: shelf for shelf in library().departments}
        for item in self._items():
            department = item.data(NAME, _ID + 1)
            if department:
                item.setText(NAME, self._look.tell(shelves[department].name))
            else:
                self._tell(item)
        self.blockSignals(False)
        self.viewport().update()

    def _tell(self, item: QTreeWidgetItem) -> None:
        template = library().templates[item.data(NAME, _ID)]
        language = self._look.language
        item.setText(NAME, template.name.show(language))
        item.setText(TARGET, target_words(template.target, template.version.unit, self._look))
        item.setText(SAYS, template.version.definition.show(language))
        item.setToolTip(SAYS, item.text(SAYS))
        item.setData(STAR, Qt.ItemDataRole.AccessibleTextRole, self._look.say("start.kpis.star"))
        item.setCheckState(NAME, _state(template.id in self._plan.templates))
        item.setCheckState(STAR, _state(template.id in self._plan.stars))

    def _items(self) -> list[QTreeWidgetItem]:
        """Every row, departments too."""
        return self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        template, on = item.data(NAME, _ID), item.checkState(column) is Qt.CheckState.Checked
        if template and column == NAME:
            self.taken.emit(template, on)
        elif template and column == STAR:
            self.starred.emit(template, on)


class _Cells(QStyledItemDelegate):
    """Boxes and words in the colours of the look; the boxes lie where Qt looks for clicks."""

    def __init__(self, look: Look, parent: KpiList) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for all."""
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, box and words."""
        colours, box = self._look.palette, QRectF(option.rect)
        is_head = index.data(_ID + 1) is not None
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = colours.sunken if is_head else colours.surface
        painter.fillRect(box, colours.sel if chosen else ground)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.grid)
        inner = box.adjusted(INSET, 0, -INSET, 0)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            ticked = Qt.CheckState(state) is Qt.CheckState.Checked
            place = QPointF(inner.left(), inner.center().y() - 7)
            paint_tick(painter, place, colours, ticked=ticked)
            inner.setLeft(inner.left() + BOX)
        secondary = index.column() in {SAYS, TARGET}
        role = "body_bold" if is_head else "secondary" if index.column() == SAYS else "body"
        colour = colours.text2 if secondary else colours.text
        paint_words(painter, inner, str(index.data() or ""), colour, role=role)


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


_HEADS = ("name", "target", "star", "says")
