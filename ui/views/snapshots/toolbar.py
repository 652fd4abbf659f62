"""The bar over the pages: which one is shown, how it is dressed, how it is handed over."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.text import LANGUAGES, Said
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.segmented import Segmented

HEIGHT = 48
#: Left and right of what turns the pages, and between its parts, px.
EDGE, GAP = 16, 8
_KINDS = ("json", "png", "pdf")
_INKS = ("colour", "mono")


class Toolbar(QWidget):
    """`dressed` when language or colour was chosen; `export_requested` with pdf, png or json."""

    dressed = Signal()
    export_requested = Signal(str)

    def __init__(self, look: Look, turner: QWidget) -> None:
        super().__init__()
        self._look = look
        self._ink = Segmented(
            look, Said("snapshots.ink"), [(ink, Said(f"snapshots.ink.{ink}")) for ink in _INKS]
        )
        self._language = Segmented(
            look,
            Said("snapshots.language"),
            [(lang, Said(f"snapshots.language.{lang}")) for lang in LANGUAGES],
        )
        self._buttons = {
            kind: Button(
                look,
                Said(f"snapshots.export.{kind}"),
                Kind.PRIMARY if kind == "pdf" else Kind.SECONDARY,
                icon="file-image" if kind == "png" else "file-down",
            )
            for kind in _KINDS
        }
        self._language.set_current(look.language)
        self._ink.set_tip("mono", Said("snapshots.ink.mono.tip"))
        self._lay_out(turner)
        look.changed.connect(self.update)

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self._language.current

    @property
    def mono(self) -> bool:
        """Whether the pages are in black and white."""
        return self._ink.current == "mono"

    def set_language(self, language: str) -> None:
        """Have the pages in another language."""
        if language != self.language:
            self._language.set_current(language)
            self.dressed.emit()

    def toggle_mono(self) -> None:
        """From colour to black and white, or back."""
        self._ink.set_current("colour" if self.mono else "mono")
        self.dressed.emit()

    def offer(self, pages: bool, content: bool) -> None:
        """Which files there can be: of pages, and of the frozen content."""
        for kind in ("pdf", "png"):
            self._buttons[kind].refuse(None if pages else Said("snapshots.no_pages"))
        self._buttons["json"].refuse(None if content else Said("snapshots.not_frozen"))

    def button(self, kind: str) -> Button:
        """The button that exports pdf, png or json."""
        return self._buttons[kind]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        colours, painter = self._look.palette, QPainter(self)
        painter.fillRect(self.rect(), colours.surface)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colours.line)

    def _lay_out(self, turner: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(turner, 1)
        for widget in (self._ink, self._language, *self._buttons.values()):
            row.addWidget(widget)
        self.setFixedHeight(HEIGHT)
        for choice in (self._ink, self._language):
            choice.chosen.connect(lambda _key: self.dressed.emit())
        for kind, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.export_requested.emit(kind))


class PageTurner(QWidget):
    """Says which page of how many, and turns them: `turned` with +1 or -1. What paper it is, is
    said where it has room."""

    turned = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.paper = Label(look, Said("snapshots.paper"), role="secondary", colour="text2")
        self._place = Label(look, "", role="body_medium")
        tips = {step: Said(f"snapshots.page.{step}") for step in ("back", "on")}
        self.back = Button(look, tips["back"], Kind.QUIET, icon="chevron-left")
        self.on = Button(look, tips["on"], Kind.QUIET, icon="chevron-right")
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(GAP)
        row.addWidget(self.paper)
        row.addStretch(1)
        for widget in (self.back, self._place, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the paper, or no longer."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Other words, or another page, may need more room."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return heard

    def _fit(self) -> None:
        parts = (self.paper, self.back, self._place, self.on)
        wanted = sum(part.sizeHint().width() for part in parts) + 2 * EDGE + len(parts) * GAP
        self.paper.setVisible(self.width() >= wanted)

    def show_place(self, index: int, count: int) -> None:
        """Page `index` (from 0) of `count`; 0 for none."""
        self._place.set_wording(f"{index + 1} / {count}" if count else "–")
        self.back.setEnabled(index > 0)
        self.on.setEnabled(index + 1 < count)
