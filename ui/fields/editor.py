"""Editors of one text: a line, a paragraph, a choice. All are told and asked in the same way."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyleOptionComboBox,
    QWidget,
)

from ui.icons import paint_icon
from ui.look import Look, Wording

LINES_MOST, FRAME = 6, 12
#: What a choice has beside its words: edge and inset at either end, and the chevron, px.
_BESIDE_WORDS = 2 * 10 + 24


class Editor(Protocol):
    """What a form needs of an editor. `typed` carries the text at each key."""

    typed: SignalInstance

    def words(self) -> str:
        """The text."""

    def set_words(self, text: str) -> None:
        """Show another text without telling anybody; the caret stays where the text is the same."""

    def set_example(self, text: str) -> None:
        """Show an example while it is empty."""

    def set_locked(self, locked: bool) -> None:
        """Turn typing off, or on."""


def mark_refused(editor: QWidget, refused: bool) -> None:
    """Give an editor the red ground of what cannot be, or take it away."""
    if bool(editor.property("refused")) != refused:
        editor.setProperty("refused", refused)
        editor.style().unpolish(editor)
        editor.style().polish(editor)


class LineField(QLineEdit):
    """One line."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.textEdited.connect(self.typed)
        self.setMinimumWidth(40)

    def words(self) -> str:
        """The text."""
        return self.text()

    def set_words(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def set_example(self, text: str) -> None:
        """Show an example while it is empty."""
        self.setPlaceholderText(text)

    def set_locked(self, locked: bool) -> None:
        """Turn typing off, or on."""
        self.setReadOnly(locked)


class TextField(QPlainTextEdit):
    """A paragraph, as high as its text; Tab goes on to the next field."""

    typed = Signal(str)

    def __init__(self, least: int = 2) -> None:
        super().__init__()
        self._least, self._told = least, ""
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_changed)

    def words(self) -> str:
        """The text."""
        return self.toPlainText()

    def set_words(self, text: str) -> None:
        """Show another text."""
        if text != self.toPlainText():
            self._told = text
            self.setPlainText(text)
            self.updateGeometry()

    def set_example(self, text: str) -> None:
        """Show an example while it is empty."""
        self.setPlaceholderText(text)

    def set_locked(self, locked: bool) -> None:
        """Turn typing off, or on."""
        self.setReadOnly(locked)

    def sizeHint(self) -> QSize:
        """As high as its text, at most six lines."""
        block, heights, lines = self.document().begin(), 0.0, 0
        while block.isValid():
            heights += self.blockBoundingRect(block).height()
            lines += max(block.lineCount(), 1)
            block = block.next()
        line = heights / lines if lines and heights else QFontMetricsF(self.font()).height()
        shown = max(self._least, min(LINES_MOST, lines))
        return QSize(200, round(shown * line + 2 * self.document().documentMargin()) + FRAME)

    def minimumSizeHint(self) -> QSize:
        """Never less high than its text."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a resize event
        self.updateGeometry()

    def _on_changed(self) -> None:
        text = self.toPlainText()
        if text != self._told:  # colours of a formula count as changes to Qt
            self._told = text
            self.updateGeometry()
            self.typed.emit(text)


class ChoiceField(QComboBox):
    """One of several values, each with its words; the wheel does not change it by accident."""

    typed = Signal(str)

    def __init__(self, look: Look, choices: Sequence[tuple[str, Wording]]) -> None:
        super().__init__()
        self._look, self._choices = look, list(choices)
        self._offer_all()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel brings no keyboard here
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda _at: self.typed.emit(self.words()))
        look.changed.connect(self.retell)

    def set_choices(self, choices: Sequence[tuple[str, Wording]]) -> None:
        """Offer other values; the one that is chosen stays chosen where it is still offered."""
        chosen, self._choices = self.words(), list(choices)
        with QSignalBlocker(self):
            self.clear()
            self._offer_all()
        self.set_words(chosen)

    def words(self) -> str:
        """The value chosen."""
        return str(self.currentData() or "")

    def set_words(self, text: str) -> None:
        """Choose a value; one that is not offered is shown as it is."""
        at = self.findData(text)
        with QSignalBlocker(self):
            self.setCurrentIndex(at)

    def set_example(self, text: str) -> None:
        """A choice has its first value as example."""
        self.setPlaceholderText(text)

    def set_locked(self, locked: bool) -> None:
        """Turn choosing off, or on."""
        self.setEnabled(not locked)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Words without room end in …, and are not cut off."""
        super().initStyleOption(option)
        room = self.width() - _BESIDE_WORDS
        if room > 0:
            shown, end = option.currentText, Qt.TextElideMode.ElideRight
            option.currentText = self.fontMetrics().elidedText(shown, end, room)

    def retell(self) -> None:
        """Take the words from the look again."""
        for at, (_, wording) in enumerate(self._choices):
            self.setItemText(at, self._look.tell(wording))

    def _offer_all(self) -> None:
        for value, _ in self._choices:
            self.addItem("", value)
        self.retell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chevron, for which the style sheet leaves room."""
        super().paintEvent(event)
        box = QRectF(self.width() - 24, 0, 16, self.height())
        paint_icon(QPainter(self), box, "chevron-down", self._look.palette.text2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form, not the choice."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)
