"""The frame of a dialog: a title, what is said, buttons at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Look, Wording
from ui.meaning import ask_meaning, heard
from ui.widgets.button import Button
from ui.widgets.label import Label

#: Events that reach a window only where nothing in it took them.
_ASKING = {QEvent.Type.ToolTip, QEvent.Type.ContextMenu}


#: Between the edge of a dialog and what is in it, px.
EDGE = 24


class Frame(QDialog):
    """A dialog with its words in the language of now; Esc closes it."""

    def __init__(self, look: Look, parent: QWidget | None, title: Wording, width: int) -> None:
        super().__init__(parent)
        self._look = look
        self._heading = Label(look, title, role="h2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._column.setSpacing(12)
        self._column.addWidget(self._heading)
        self.setWindowTitle(look.tell(title))
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(width)

    def add(self, widget: QWidget) -> None:
        """Put something below what is there."""
        self._column.addWidget(widget)

    def say(self, wording: Wording, *, role: str = "body", colour: str = "text2") -> Label:
        """Add a paragraph."""
        label = Label(self._look, wording, role=role, colour=colour, wrap=True)
        self._column.addWidget(label)
        return label

    def event(self, event: QEvent) -> bool:
        """What is said later, such as a trouble, makes it higher; nothing in it is squeezed. A
        word on which the mouse rests tells what it means."""
        if event.type() in _ASKING and heard(self, self._look, event):
            return True
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.setMinimumHeight(self._needed)
        return taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+F1 tells what the field with the keyboard means."""
        if event.key() == Qt.Key.Key_F1 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            ask_meaning(self._look, self)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as it needs in its width; Qt guesses the height of paragraphs."""
        super().showEvent(event)
        if not event.spontaneous():
            self.resize(self.width(), self._needed)

    def fit(self) -> None:
        """Be as high as it needs, where something of it was hidden or shown."""
        self._column.activate()
        self.setMinimumHeight(self._needed)
        self.resize(self.width(), self._needed)

    @property
    def _needed(self) -> int:
        needed = self._column.totalHeightForWidth(self.width())
        return max(needed, self._column.totalMinimumSize().height())

    def close_with(self, buttons: Sequence[Button]) -> None:
        """End with buttons at the right, the last one answers Enter."""
        row = QHBoxLayout()
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._column.addSpacing(4)
        self._column.addLayout(row)
        buttons[-1].setFocus()
