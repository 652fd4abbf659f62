"""The lineage of a KPI as a small graph, from its sources at the top to the screen at the foot."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.figures.lineage_graph import LineageGraph, Stop
from scorecard.text import Said
from ui.look import Look
from ui.painting.words import paint_words
from ui.views.panel.lineage_stop import HEIGHT, LineageStop

#: The names of the layers stand in the first px of a row.
NAMES, GAP, BETWEEN, WITHIN, TIP = 68, 6, 20, 6, 4
_ALONG: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class LineageView(QWidget):
    """`opened(stop)` when a stop is pressed, `walked(widget)` when the keyboard comes to one. One
    stop is reached by Tab; `↑` `↓` follow the links, `←` `→` go along a layer, `Enter` opens. The
    ways through the stop with the keyboard are drawn stronger."""

    opened = Signal(object)
    walked = Signal(QWidget)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._graph: LineageGraph | None = None
        self.stops: dict[str, LineageStop] = {}
        self._tops: list[float] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._retell)
        self._retell()

    @property
    def word(self) -> str:
        """The key of its name."""
        return "panel.lineage"

    def show_graph(self, graph: LineageGraph) -> None:
        """Show another graph."""
        if graph == self._graph:
            return
        self._graph, gone, walked = graph, self.stops, self._current is not None
        every = [stop for layer in graph.layers for stop in layer.stops]
        self.stops = {stop.key: self._made(stop) for stop in every}
        if walked:  # who goes on by keys stays in the graph
            self.stops[graph.focus].setFocus(Qt.FocusReason.OtherFocusReason)
        for stop in gone.values():
            stop.hide()
            stop.deleteLater()
        self._reach(graph.focus)
        self._arrange()
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as its rows are in a width."""
        return round(self._placed(width, lambda _stop, _box: None))

    def sizeHint(self) -> QSize:
        """As wide as a panel."""
        return QSize(320, self.heightForWidth(self.width() or 320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the stops where they belong in another width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go to another stop."""
        now = self._current
        step = _ALONG.get(event.key())
        if now is None or self._graph is None:
            super().keyPressEvent(event)
        elif step is not None:
            self._go_along(now, step)
        elif event.key() == Qt.Key.Key_Down:
            self._go_to(self._graph.after(now))
        elif event.key() == Qt.Key.Key_Up:
            self._go_to(self._graph.before(now))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ways through the stop that has the keyboard, or the mouse over it, are stronger."""
        if event.type() in {
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
            QEvent.Type.Enter,
            QEvent.Type.Leave,
        }:
            if event.type() == QEvent.Type.FocusIn and isinstance(watched, LineageStop):
                self._reach(watched.stop.key)
                self.walked.emit(watched)
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the links, then the names of the layers."""
        if self._graph is None:
            return
        painter, colours = QPainter(self), self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._graph.chain(self._lit) if self._lit else frozenset()
        for link in sorted(self._graph.links, key=lambda each: each in lit):
            strong = link in lit
            self._paint_link(painter, link, 2.0 if strong else 1.25, strong=strong)
        for layer, top in zip(self._graph.layers, self._tops, strict=True):
            words = self._look.say(f"lineage.layer.{layer.kind}")
            place = QRectF(0, top, NAMES - 8, HEIGHT)
            paint_words(painter, place, words, colours.text2, role="secondary")

    @property
    def _current(self) -> str | None:
        return next((key for key, stop in self.stops.items() if stop.hasFocus()), None)

    @property
    def _lit(self) -> str | None:
        over = next((key for key, stop in self.stops.items() if stop.underMouse()), None)
        return self._current or over

    def _made(self, stop: Stop) -> LineageStop:
        made = LineageStop(self._look, stop)
        made.setParent(self)
        made.clicked.connect(lambda _on=False: self.opened.emit(stop))
        made.installEventFilter(self)
        made.show()
        return made

    def _reach(self, key: str) -> None:
        """Have Tab come to one stop alone."""
        for each, stop in self.stops.items():
            mine = Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus
            stop.setFocusPolicy(mine)

    def _go_to(self, keys: tuple[str, ...]) -> None:
        if keys:
            self.stops[keys[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_along(self, now: str, step: int) -> None:
        for layer in self._graph.layers if self._graph is not None else ():
            keys = [stop.key for stop in layer.stops]
            if now in keys:
                self._go_to((keys[(keys.index(now) + step) % len(keys)],))

    def _arrange(self) -> None:
        self._placed(self.width(), lambda key, box: self.stops[key].setGeometry(box.toRect()))
        self.update()

    def _placed(self, width: int, put: Callable[[str, QRectF], object]) -> float:
        """Hand each stop its place in a width; how high all of them are. A layer that is too wide
        goes on in a row below."""
        top, tops = 2.0, []
        for layer in self._graph.layers if self._graph is not None else ():
            tops.append(top)
            left = float(NAMES)
            for stop in layer.stops:
                wide = min(self.stops[stop.key].sizeHint().width(), max(width - NAMES - 4, 40))
                if left > NAMES and left + wide > width - 2:
                    left, top = float(NAMES), top + HEIGHT + WITHIN
                put(stop.key, QRectF(left, top, wide, HEIGHT))
                left += wide + GAP
            top += HEIGHT + BETWEEN
        self._tops = tops
        return top - BETWEEN + 4

    def _paint_link(
        self, painter: QPainter, link: tuple[str, str], width: float, *, strong: bool
    ) -> None:
        colours = self._look.palette
        start, end = (QRectF(self.stops[key].geometry()) for key in link)
        begin = QPointF(start.center().x(), start.bottom())
        tip = QPointF(end.center().x(), end.top() - 1)
        bend = max((tip.y() - begin.y()) / 2, 8)
        path = QPainterPath(begin)
        path.cubicTo(begin + QPointF(0, bend), tip - QPointF(0, bend), tip - QPointF(0, TIP))
        colour = colours.text if strong else colours.muteline
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, width))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        sides = [tip + QPointF(side * TIP, -TIP - 1) for side in (-1, 1)]
        painter.drawPolygon(QPolygonF([tip, *sides]))

    def _retell(self) -> None:
        self.setAccessibleName(self._look.tell(Said("panel.lineage")))
        self._arrange()
        self.updateGeometry()
