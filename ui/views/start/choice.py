"""The first sight: three ways to begin, the departments, what was open before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.text import LANGUAGES, Said
from ui.look import Look
from ui.views.start.cards import Card, paint_own, paint_pick, paint_sample
from ui.views.start.plan import Plan
from ui.views.start.toggles import Toggles
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.segmented import Segmented

RECENT = 3
#: Room for the ring around a control at the edge.
EDGE = 4


class Choice(QWidget):
    """`pick_requested` with departments, `plain_requested` without KPIs, `own_requested` with those
    of a workbook; `close_requested` to go back to the open document."""

    sample_requested = Signal()
    pick_requested = Signal()
    plain_requested = Signal()
    own_requested = Signal()
    open_requested = Signal()
    close_requested = Signal()
    recent_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.toggles = Toggles(look)
        self.sample = Button(look, Said("start.sample.action"))
        self.pick = Button(look, Said("start.pick.action"), Kind.PRIMARY)
        self.own = Button(look, Said("start.own.action"))
        self.plain = Button(look, Said("start.plain"), Kind.LINK)
        self.open = Button(look, Said("start.open"), Kind.LINK, icon="folder-open", keys="Ctrl O")
        self.close_button = Button(look, Said("start.close"), icon="x")
        self.language = Segmented(
            look,
            Said("start.language"),
            [(lang, Said(f"window.action.language.{lang}")) for lang in LANGUAGES],
        )
        self._counted = Label(look, "", colour="text2")
        self._needed = Label(look, "", role="secondary", colour="text2", wrap=True)
        self._recent = QHBoxLayout()
        self._lay_out()
        self._connect()
        self._retell()

    @property
    def first(self) -> QWidget:
        """What takes the keyboard: the way to pick, the departments while there is none."""
        toggles = self.toggles.buttons.values()
        return self.pick if self.pick.isEnabled() else next(iter(toggles))

    def show_recent(self, files: Sequence[str]) -> None:
        """Offer the documents that were open before."""
        while item := self._recent.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for text in files[:RECENT]:
            button = Button(self._look, Path(text).name, Kind.LINK, icon="file", tip=text)
            button.clicked.connect(lambda _on=False, text=text: self.recent_requested.emit(text))
            self._recent.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 go the three ways, as far as they are open."""
        ways = {Qt.Key.Key_1: self.sample, Qt.Key.Key_2: self.pick, Qt.Key.Key_3: self.own}
        button = ways.get(Qt.Key(event.key()))
        if button is not None and not event.modifiers():
            button.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Label(self._look, Said("start.sentence"), colour="text2", wrap=True))
        column.addSpacing(24)
        column.addLayout(self._cards())
        column.addSpacing(24)
        column.addLayout(self._departments())
        column.addSpacing(12)
        toggles = QHBoxLayout()
        toggles.setContentsMargins(-EDGE, 0, -EDGE, 0)  # their rings stand out of the column
        toggles.addWidget(self.toggles)
        column.addLayout(toggles)
        column.addSpacing(12)
        column.addWidget(self.plain, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(16)
        column.addLayout(self._foot())
        column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(self._look, Said("start.title"), role="h1"))
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addSpacing(12)
        row.addWidget(self.language)
        return row

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        ways = (
            ("sample", paint_sample, self.sample),
            ("pick", paint_pick, self.pick),
            ("own", paint_own, self.own),
        )
        for number, (key, paint, button) in enumerate(ways, 1):
            card = Card(self._look, key, paint, str(number))
            card.add_action(button)
            if button is self.pick:
                card.add_note(self._needed)
            row.addWidget(card, 1)
        return row

    def _departments(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._look, Said("start.departments"), role="h3"))
        row.addWidget(Label(self._look, Said("start.keys"), role="secondary", colour="text2"))
        row.addStretch(1)
        row.addWidget(self._counted)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Label(self._look, Said("start.recent"), colour="text2"))
        row.addLayout(self._recent)
        row.addStretch(1)
        row.addWidget(self.open)
        return row

    def _connect(self) -> None:
        for button, wish in (
            (self.sample, self.sample_requested),
            (self.pick, self.pick_requested),
            (self.plain, self.plain_requested),
            (self.own, self.own_requested),
            (self.open, self.open_requested),
            (self.close_button, self.close_requested),
        ):
            button.clicked.connect(lambda _on=False, wish=wish: wish.emit())
        self.toggles.changed.connect(self._count)
        self.language.chosen.connect(self._look.set_language)
        self._look.changed.connect(self._retell)

    def _retell(self) -> None:
        self.language.set_current(self._look.language)
        self._count()

    def _count(self) -> None:
        """Say how much is taken; without a department there is nothing to pick."""
        plan = Plan().with_departments(self.toggles.chosen)
        facts = {"departments": str(len(plan.departments)), "kpis": str(len(plan.templates))}
        key = "start.counted_one" if len(plan.departments) == 1 else "start.counted"
        self._counted.set_wording(Said(key, facts) if plan.departments else "")
        needed = None if plan.departments else Said("start.no_department")
        self.pick.refuse(needed)
        self._needed.set_wording(needed or "")
