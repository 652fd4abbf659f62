"""Dragging lines of the tree to another place in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from ui.look import Look
from ui.painting.words import paint_words, words_width
from ui.tree.columns import Column
from ui.tree.model import ScorecardModel
from ui.tree.place import Moving, Place, Side, place_at

if TYPE_CHECKING:
    from ui.tree.view import ScorecardTree

FORMAT = "application/x-scorecard-lines"
HEIGHT, PADDING, KNOB, INDENT = 28, 12, 6, 16
#: So long over a closed line, and a drag opens it, ms.
OPENS_AFTER = 700
#: So near the edge of the tree a drag scrolls it, px, how far at once, and how often, ms.
EDGE, STEP, SCROLLS_EVERY = 20, 12, 40
_LEFT = Qt.MouseButton.LeftButton
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Dragging(QObject):
    """Drags the picked lines of `tree`, and shows where they would go. It listens at the tree's
    viewport, so that what the tree does with a mouse stays as it is until a drag begins."""

    def __init__(
        self, tree: "ScorecardTree", model: ScorecardModel, look: Look, moving: Moving
    ) -> None:
        super().__init__(tree)
        self._tree, self._model, self._look, self._moving = tree, model, look, moving
        self._from: QPoint | None = None
        self._nodes: tuple[str, ...] = ()
        self._place: Place | None = None
        self._over = QPoint()
        self._waiting = QTimer(self, interval=OPENS_AFTER, singleShot=True)
        self._waiting.timeout.connect(self._open)
        self._scrolling = QTimer(self, interval=SCROLLS_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        tree.viewport().setAcceptDrops(True)
        tree.viewport().installEventFilter(self)

    @property
    def place(self) -> Place | None:
        """The place that is marked."""
        return self._place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A move that is a drag, and what is dragged over the tree, is not for the tree."""
        match event:
            case QDropEvent():  # and the events of moving and entering, which are ones too
                return self._on_drag(event)
            case QDragLeaveEvent():
                self.leave()
            case QMouseEvent():
                return self._on_mouse(event)
        return super().eventFilter(watched, event)

    def _on_drag(self, event: QDropEvent) -> bool:
        if not event.mimeData().hasFormat(FORMAT):
            return False
        if event.type() is QEvent.Type.Drop:
            self._drop(event)
        elif isinstance(event, QDragEnterEvent):
            event.acceptProposedAction()
        else:
            self._move(event)
        return True

    def _on_mouse(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        if event.type() is QEvent.Type.MouseButtonPress:
            is_plain = event.button() is _LEFT and not event.modifiers() & _MODIFIERS
            self._from = point if is_plain and self._tree.indexAt(point).isValid() else None
        elif event.type() is not QEvent.Type.MouseMove:
            self._from = None
        elif self._from is not None and event.buttons() & _LEFT:
            if (point - self._from).manhattanLength() >= QApplication.startDragDistance():
                self._from = None
                self.start(self._tree.picked)
            return True
        return False

    def start(self, nodes: tuple[str, ...]) -> None:
        """Drag lines until they are dropped or let go; the rest of the window goes on."""
        drag = QDrag(self._tree)
        drag.setMimeData(self.carried(nodes))
        drag.setPixmap(self._picture(nodes))
        drag.setHotSpot(QPoint(-PADDING, HEIGHT // 2))
        drag.exec(Qt.DropAction.MoveAction)
        self.leave()

    def carried(self, nodes: tuple[str, ...]) -> QMimeData:
        """What the drag of some lines carries."""
        self._nodes = nodes
        data = QMimeData()
        data.setData(FORMAT, "\n".join(nodes).encode())
        return data

    def leave(self) -> None:
        """Mark nothing."""
        self._waiting.stop()
        self._scrolling.stop()
        self._show(None)

    def _move(self, event: QDropEvent) -> None:
        """Mark the place under the mouse, if the lines can go there."""
        point = event.position().toPoint()
        if self._tree.indexAt(point) != self._tree.indexAt(self._over):
            self._waiting.start()
        self._over = point
        if self._speed and not self._scrolling.isActive():
            self._scrolling.start()
        self._show(self._at(point))
        event.acceptProposedAction() if self._place is not None else event.ignore()

    def _drop(self, event: QDropEvent) -> None:
        """Put the lines to the place under the mouse."""
        place = self._at(event.position().toPoint())
        self.leave()
        if place is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self._moving.move(self._nodes, place.parent, place.before)

    def _open(self) -> None:
        """Open the line that the mouse rests on."""
        index = self._tree.indexAt(self._over)
        if index.isValid():
            self._tree.expand(index.siblingAtColumn(0))
            self._show(self._at(self._over))

    @property
    def _speed(self) -> int:
        """How fast the tree scrolls: to and fro near its edges, not at all inside."""
        room = self._tree.viewport().height()
        return (self._over.y() > room - EDGE) - (self._over.y() < EDGE)

    def _scroll(self) -> None:
        bar = self._tree.verticalScrollBar()
        bar.setValue(bar.value() + self._speed * STEP)
        self._show(self._at(self._over))
        if not self._speed:
            self._scrolling.stop()

    def paint(self) -> None:
        """Draw the mark: a line in a gap, set in as far as the lines would be; a frame round a
        line that they would stand below."""
        if self._place is None:
            return
        index = self._model.index_of(self._place.row)
        rect = QRectF(self._tree.visualRect(index))
        rect.setLeft(self._left(self._place))
        rect.setRight(self._tree.viewport().width() - 1)
        painter = QPainter(self._tree.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.palette.accent, 2))
        if self._place.side is Side.ONTO:
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
            return
        height = rect.top() if self._place.side is Side.ABOVE else rect.bottom()
        painter.drawEllipse(QRectF(rect.left(), height - KNOB / 2, KNOB, KNOB))
        painter.drawLine(QPointF(rect.left() + KNOB, height), QPointF(rect.right(), height))

    def _show(self, place: Place | None) -> None:
        if place != self._place:
            self._place = place
            self._tree.viewport().update()

    def _at(self, point: QPoint) -> Place | None:
        index = self._tree.indexAt(point)
        if not index.isValid() or not self._nodes:
            return None
        first = index.siblingAtColumn(0)
        row = self._tree.visualRect(index)
        height = (point.y() - row.top()) / max(row.height(), 1)
        is_open = self._tree.isExpanded(first)
        return place_at(
            self._model, first, height, self._nodes, is_open=is_open, may=self._moving.may
        )

    def _left(self, place: Place) -> float:
        """How far in a line below the place's parent begins."""
        depth = 0 if place.parent is None else self._model.depth_of(place.parent) + 1
        column = self._tree.columnViewportPosition(Column.NAME)
        return float(column + depth * INDENT)

    def _picture(self, nodes: tuple[str, ...]) -> QPixmap:
        """What hangs at the mouse: the name of the line, or how many there are."""
        said = self._look.say("window.dragged", count=str(len(nodes)))
        if len(nodes) == 1:
            said = self._model.texts_at(self._model.index_of(nodes[0])).name
        width = round(words_width(said, "body")) + 2 * PADDING
        ratio = self._tree.devicePixelRatioF()
        picture = QPixmap(round(width * ratio), round(HEIGHT * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._look.palette.sel2)
        painter = QPainter(picture)
        box = QRectF(PADDING, 0, width - 2 * PADDING, HEIGHT)
        paint_words(painter, box, said, self._look.palette.text)
        painter.end()
        return picture
