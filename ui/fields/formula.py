"""The editor of a formula: the user's names in colour, the mistake underlined, names offered."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QListView

from scorecard.formula import FormulaError, names, parse
from scorecard.formula.names import name_written
from scorecard.formula.tokens import is_plain_name
from scorecard.vocabulary import Status
from ui.fields.editor import TextField
from ui.fields.offers import WIDTH, Offer, OfferCells, OffersModel, ValueOf
from ui.look import Look


class FormulaField(TextField):
    """A formula. Ctrl+Space offers names, Tab or Enter takes one."""

    def __init__(self, look: Look) -> None:
        super().__init__(least=3)
        self._look = look
        self.setFont(look.font("formula"))
        self._colours = _Names(self, look)
        self._model = OffersModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._popup.setItemDelegate(OfferCells(look, self._model, self._popup))
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._popup.installEventFilter(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(8)
        picked = self._completer.activated[QModelIndex]  # type: ignore[index]  # has two forms
        picked.connect(self._take)
        self.typed.connect(lambda _text: self._offer(least=1))
        look.changed.connect(self._colours.rehighlight)

    @property
    def popup(self) -> QAbstractItemView:
        """The list of names that are offered."""
        return self._popup

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these names from now on."""
        self._model.set_offers(offers)

    def set_values(self, value_of: ValueOf) -> None:
        """Say the newest value of what is offered."""
        self._model.value_of = value_of

    def show_mistake(self, mistake: FormulaError | None) -> None:
        """Underline the place of a mistake, or nothing."""
        self._colours.show_mistake(mistake)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While names are offered, Enter and Tab are for the list."""
        offered = self.popup.isVisible()
        entering = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        taking = entering | {Qt.Key.Key_Tab, Qt.Key.Key_Escape}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Space:
            self._offer(least=0)
        elif event.key() in taking and (offered or (control and event.key() in entering)):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab takes the name that is lit in the list; Qt leaves that to Enter alone."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        if pressed and is_tab and watched is self._popup:
            self._take(self._popup.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _offer(self, least: int) -> None:
        word = self._word()
        self._model.narrow(word)
        rows = self._model.rows
        whole = len(rows) == 1 and rows[0].name == word
        if len(word) < least or not rows or whole:
            self.popup.hide()
            return
        place = self.cursorRect()
        place.setWidth(WIDTH)
        self._completer.complete(place)
        self.popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _take(self, index: QModelIndex) -> None:
        """Write a name of the list in place of what was typed of it."""
        if not index.isValid():
            return
        name = self._model.rows[index.row()].name
        cursor = self.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(self._word())
        )
        cursor.insertText(name_written(name))
        self.setTextCursor(cursor)
        self.popup.hide()

    def _word(self) -> str:
        """The part of a name before the caret."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        at = len(before)
        while at and is_plain_name(f"a{before[at - 1 :]}"):
            at -= 1
        word = before[at:]
        return "" if word[:1].isdigit() else word


class _Names(QSyntaxHighlighter):
    """Names in blue, the place of a mistake with a red wave."""

    def __init__(self, field: FormulaField, look: Look) -> None:
        super().__init__(field.document())
        self._field, self._look = field, look
        self._mistake: FormulaError | None = None

    def show_mistake(self, mistake: FormulaError | None) -> None:
        """Underline another place."""
        both = (mistake, self._mistake)
        places = [None if m is None else (m.position, m.code, m.near) for m in both]
        self._mistake = mistake
        if places[0] != places[1]:
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        start = self.currentBlock().position()
        whole = self.document().toPlainText()
        for position, end in _places(whole):
            if position < start + len(text) and end > start:
                blue = QTextCharFormat()
                blue.setForeground(self._look.palette.tones[Status.BLUE].text)
                self.setFormat(position - start, end - position, blue)
        self._underline(text, start)

    def _underline(self, text: str, start: int) -> None:
        mistake = self._mistake
        if mistake is None:
            return
        length = max(len(mistake.near or ""), 1)
        at = min(mistake.position, max(start + len(text) - 1, 0)) - start
        if not 0 <= at < len(text):
            return
        wave = QTextCharFormat(self.format(at))
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(QColor(self._look.palette.tones[Status.RED].edge))
        wave.setForeground(self._look.palette.tones[Status.RED].text)
        self.setFormat(at, length, wave)


def _places(text: str) -> list[tuple[int, int]]:
    """Where names stand in a formula; nowhere while it cannot be read."""
    try:
        return [(name.position, name.end) for name in names(parse(text))]
    except FormulaError:
        return []
