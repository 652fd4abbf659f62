"""A card about a pasted cell that is not written as it is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from scorecard.entering.pasting import Cell
from scorecard.entering.verdict import Verdict
from scorecard.entry_name import place_words
from scorecard.text import Said, run_on
from scorecard.vocabulary import Status
from ui.icons import paint_icon
from ui.look import Look, Wording
from ui.views.entry.desk import Desk
from ui.views.entry.wording import with_unit
from ui.widgets.button import Button, Kind
from ui.widgets.button_row import ButtonRow
from ui.widgets.label import Label

RADIUS, EDGE, ICON = 8, 4, 16
_ICONS = {
    Verdict.DOUBT: "triangle-alert",
    Verdict.REFUSED: "octagon-x",
    Verdict.BLANK: "circle-dashed",
}
_TONES = {
    Verdict.DOUBT: Status.AMBER,
    Verdict.REFUSED: Status.RED,
    Verdict.BLANK: Status.GREY,
}


class PasteCard(QWidget):
    """About one cell, or several of which the same is to be said.

    `decided(cells, what, words)`: `repair`, `keep` or `none` because of words, `change` to
    them, `zero`, `match` the near row, `drop`; `entered(cell)` when the keyboard comes to it,
    `keyed(event)` at each key."""

    decided = Signal(object, str, str)
    entered = Signal(object)
    keyed = Signal(object)

    def __init__(self, look: Look, desk: Desk, cells: Sequence[Cell]) -> None:
        super().__init__()
        self._look, self._desk, self.cells = look, desk, tuple(cells)
        self._cell = cell = self.cells[0]
        self._asked = ""
        self.buttons: list[Button] = []
        self.field = QLineEdit()
        self.field.hide()
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._on_field)
        title = self._heading = Label(look, self._title(), role="body_medium", wrap=True)
        sentence = Label(look, self._sentence(), role="secondary", wrap=True)
        row = ButtonRow()
        for what, wording in self._offers():
            self._offer(row, what, wording)
        self._drop = Button(look, Said("entry.paste.drop"), Kind.QUIET, icon="x", small=True)
        self._drop.clicked.connect(lambda _on=False: self._take("drop"))
        self._drop.installEventFilter(self)
        if cell.spot is None and not cell.label:
            self._drop.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE + 12, 10, 12, 10)
        column.setSpacing(6)
        title.setContentsMargins(ICON + 6, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self._drop, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(sentence)
        if self.buttons:
            column.addLayout(row)
        column.addWidget(self.field)
        self.setAccessibleName(run_on([title.text(), sentence.text()]))

    @property
    def first(self) -> QWidget:
        """What takes the keyboard."""
        return self.buttons[0] if self.buttons else self._drop

    @property
    def has_keyboard(self) -> bool:
        """Whether something in it has the keyboard."""
        return any(part.hasFocus() for part in (*self.buttons, self._drop, self.field))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The sheet goes along with the keyboard; keys of the panel are for it, whatever has the
        keyboard, but for Esc in the line, which puts that away."""
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit(self._cell)
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and watched is self.field:
            self.field.hide()
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        event.ignore()
        self.keyed.emit(event)
        is_done = event.isAccepted()
        event.accept()  # as any receiver finds it
        return is_done

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card with the edge and the sign of its verdict."""
        colours, painter = self._look.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        tone = colours.tones[_TONES[self._cell.verdict]]
        is_grey = self._cell.verdict is Verdict.BLANK
        painter.fillRect(QRectF(0, 4, EDGE, self.height() - 8), tone.edge if is_grey else tone.fill)
        middle = self._heading.geometry().center().y()
        place, ink = QRectF(EDGE + 12, middle - ICON / 2 + 1, ICON, ICON), QColor(tone.text)
        paint_icon(painter, place, _ICONS[self._cell.verdict], ink)

    def _title(self) -> Said:
        spot, text = self._cell.spot, self._cell.text
        if spot is None:
            name: Wording = self._cell.label or self._look.say("entry.paste.beyond")
        else:
            name = place_words(self._desk.board, spot[0])
        if len(self.cells) > 1:
            return Said("entry.paste.cells", {"name": name, "count": str(len(self.cells) - 1)})
        shown: str | Said = text or Said("entry.paste.blank")
        facts = {"name": name, "text": shown, "period": spot[1].code if spot else ""}
        return Said("entry.paste.cell" if spot else "entry.paste.stranger", facts)

    def _sentence(self) -> Wording:
        cell = self._cell
        if cell.slip is not None:
            return cell.slip.said
        if cell.typed is not None and cell.typed.why is not None:
            return cell.typed.why
        if cell.trouble is not None:
            return Said(f"trouble.{cell.trouble.code}", {**cell.trouble.facts})
        return Said("entry.paste.not_zero")

    def _offers(self) -> list[tuple[str, Wording]]:
        cell = self._cell
        if cell.spot is None and cell.near is not None:
            name = place_words(self._desk.board, cell.near)
            return [("match", Said("entry.paste.match", {"name": name}))]
        if cell.spot is None:
            return []
        if cell.verdict is Verdict.BLANK:
            return [("none", Said("entry.paste.none")), ("zero", Said("entry.paste.zero"))]
        offers: list[tuple[str, Wording]] = []
        if all(each.repair is not None for each in self.cells):
            offers.append(("repair", Said("entry.paste.repair", {"value": self._shown()})))
        if cell.verdict is Verdict.DOUBT:
            offers.append(("keep", Said("entry.keep")))
        else:
            offers.append(("change", Said("entry.paste.change")))
        return offers

    def _shown(self) -> str:
        """What was probably meant, of several cells how many."""
        if len(self.cells) > 1:
            return self._look.say("entry.paste.count", count=str(len(self.cells)))
        rows, spot = self._desk.rows, self._cell.spot
        row = next(each for each in rows if spot is not None and each.place == spot[0])
        return with_unit(self._cell.repair or 0.0, row, self._desk, self._look)

    def _offer(self, row: ButtonRow, what: str, wording: Wording) -> None:
        kind = Kind.SECONDARY if self.buttons else Kind.PRIMARY
        button = Button(self._look, wording, kind, small=True)
        button.clicked.connect(lambda _on=False: self._take(what))
        button.installEventFilter(self)
        self.buttons.append(button)
        row.addWidget(button)

    def _take(self, what: str) -> None:
        """Decide, or ask for the words that belong to it in a line below."""
        if what in {"keep", "none", "change"}:
            self._asked = what
            self.field.setPlaceholderText(self._look.say(f"entry.paste.ask.{what}"))
            self.field.setAccessibleName(self.field.placeholderText())
            self.field.setText(self._cell.text if what == "change" else "")
            self.field.show()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.decided.emit(self.cells, what, "")

    def _on_field(self) -> None:
        text = self.field.text().strip()
        if text:
            self.decided.emit(self.cells, self._asked, text)
