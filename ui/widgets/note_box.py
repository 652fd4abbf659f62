"""A box with a coloured edge: why a value is amber, or what went wrong in a panel."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from scorecard.vocabulary import Status
from ui.look import Look, Wording
from ui.widgets.label import Label
from ui.widgets.status_shape import StatusShape

EDGE, RADIUS, INSET = 3, 4, 12


class NoteBox(QWidget):
    """A title with the shape of `status` and at most a few sentences on its tint."""

    def __init__(self, look: Look, status: Status) -> None:
        super().__init__()
        self._look, self._status = look, status
        self._labels: list[Label] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(EDGE + INSET, 8, INSET, 10)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self.retell)

    def set_content(
        self, title: Wording, sentences: Sequence[Wording], status: Status | None = None
    ) -> None:
        """Say something else, of another status if given."""
        self._status = status or self._status
        self._clear()
        self._put(StatusShape(self._look, self._status), 0, 0)
        self._labels = [Label(self._look, title, role="body_bold", colour=self._status)]
        self._put(self._labels[0], 0, 1)
        for row, sentence in enumerate(sentences, 1):
            self._put(_Dot(self._look, self._status), row, 0)
            label = Label(self._look, sentence, wrap=True)
            self._labels.append(label)
            self._put(label, row, 1)
        self.retell()

    def add_action(self, widget: QWidget) -> None:
        """Put a button below the sentences; the next `set_content` takes it away."""
        self._grid.addWidget(widget, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)

    def retell(self) -> None:
        """Take words and colours from the look again."""
        texts = [label.text() for label in self._labels]
        self.setAccessibleName(texts[0] if texts else "")
        self.setAccessibleDescription("\n".join(texts[1:]))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tint and edge."""
        tone = self._look.palette.tones[self._status]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone.tint)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        edge = tone.edge if self._status is Status.GREY else tone.fill
        painter.fillRect(QRectF(0, 0, EDGE, self.height()), edge)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(
            widget, row, column, Qt.AlignmentFlag.AlignTop if not column else _NONE
        )

    def _clear(self) -> None:
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class _Dot(StatusShape):
    """The dot before a sentence, as high as its first line."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.palette.tones[self._status].text)
        painter.drawEllipse(QRectF(4, 8, 4, 4))


_NONE = Qt.AlignmentFlag(0)
