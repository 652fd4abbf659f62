"""The panel of a block that is about to be pasted: counts, a card for each cell that waits."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scorecard.entering.pasting import Cell, Plan
from scorecard.entering.verdict import Verdict
from scorecard.slips.slip import Kind
from scorecard.text import Said
from ui.look import Look
from ui.turns import Turns
from ui.views.entry.desk import Desk
from ui.views.entry.paste_card import PasteCard
from ui.views.entry.paste_counts import Counts
from ui.widgets.button import Button
from ui.widgets.button import Kind as ButtonKind
from ui.widgets.button_row import ButtonRow
from ui.widgets.label import Label

EDGE = 16
#: So many cards are made, the first ones at once; the rest is counted.
MOST, FIRST = 40, 6
_CANCEL = Said("look.tip.keys", {"name": Said("window.cancel"), "keys": "Esc"})
_COUNTED = (Verdict.WRITE, Verdict.DOUBT, Verdict.BLANK, Verdict.REFUSED)
_WAITING = (Verdict.DOUBT, Verdict.REFUSED, Verdict.BLANK)


class PasteSide(QWidget):
    """Shows a `Plan`. `write` and `cancel` are asked for; `decided(cells, what, note)` by the
    buttons of a card, and by the one that takes all proposals; `shown(cell)` when a card is gone
    to."""

    write = Signal()
    cancel = Signal()
    decided = Signal(object, str, str)
    shown = Signal(object)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self._look, self._desk = look, desk
        self._title = Label(look, Said("entry.paste.title"), role="h3")
        self._about = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.counts = Counts(look)
        self.cards: list[PasteCard] = []
        self._column = QVBoxLayout()
        self._turns = Turns(self)
        self._proposed: tuple[Cell, ...] = ()
        self.take_all = Button(look, "", small=True, icon="check", keys="Ctrl .")
        self.take_all.clicked.connect(self._take_all)
        self._more = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.write_button = Button(look, "", ButtonKind.PRIMARY, icon="check", keys="Ctrl ⏎")
        self._cancel = Button(look, Said("window.cancel"), tip=_CANCEL)
        self._lay_out()
        self.write_button.clicked.connect(self.write)
        self._cancel.clicked.connect(self.cancel)

    def show_plan(self, plan: Plan) -> None:
        """Show what is to become of each cell now."""
        lines = len(plan.block)
        facts = {"rows": str(lines), "columns": str(len(plan.block[0]) if lines else 0)}
        by_name = "named" if plan.headed.names else "placed"
        self._about.set_wording(Said(f"entry.paste.{by_name}", facts))
        counted = {verdict: plan.count(verdict) for verdict in _COUNTED}
        self.counts.show_counts(counted, plan.count(Verdict.SAME))
        count = str(counted[Verdict.WRITE])
        self.write_button.set_wording(Said("entry.paste.write", {"count": count}))
        self.write_button.setEnabled(bool(counted[Verdict.WRITE]))
        self._proposed = tuple(cell for cell in plan.cells if cell.repair is not None)
        proposed = str(len(self._proposed))
        self.take_all.set_wording(Said("entry.paste.take_all", {"count": proposed}))
        self.take_all.setVisible(len(self._proposed) > 1)
        self._deal([cell for cell in plan.cells if cell.verdict in _WAITING])

    def _take_all(self) -> None:
        if self._proposed:
            self.decided.emit(self._proposed, "repair", "")

    def go_to_cards(self) -> None:
        """Go to the first card, or to the button that writes where there is none."""
        goal = self.cards[0].first if self.cards else self.write_button
        goal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter writes, Esc cancels, up and down go from card to card."""
        event.ignore()
        self._on_key(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.cancel.emit()
        elif event.key() in _ENTERS and _is_command(event):
            self.write.emit()
        elif event.key() == Qt.Key.Key_Period and _is_command(event):
            self._take_all()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self.cards:
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            event.ignore()

    def _step(self, way: int) -> None:
        held = [at for at, card in enumerate(self.cards) if card.has_keyboard]
        at = (held[0] + way) % len(self.cards) if held else 0
        self.cards[at].first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(self.cards[at])

    def _deal(self, cells: list[Cell]) -> None:
        """A card for each, those that stay as they are among them; beyond the first ones a few at
        a time."""
        held = next((at for at, card in enumerate(self.cards) if card.has_keyboard), None)
        before = self.cards
        ordered = sorted(cells, key=lambda cell: _WAITING.index(cell.verdict))
        groups = [tuple(group) for group in _alike(ordered)[:MOST]]
        for card in before:
            if card.cells not in groups:
                card.hide()
                self._column.removeWidget(card)
                card.deleteLater()
        self.cards = []
        work = self._dealt(groups, [card for card in before if card.cells in groups])
        for _ in range(max(FIRST, (held or 0) + 1)):
            next(work, None)
        self._turns.start(work)
        hidden = len(cells) - sum(map(len, groups))
        self._more.set_wording(Said("entry.paste.more", {"count": str(hidden)}))
        self._more.setVisible(hidden > 0)
        if held is not None and self.isVisible() and not any(c.has_keyboard for c in self.cards):
            goal = self.cards[min(held, len(self.cards) - 1)].first if self.cards else None
            (goal or self.write_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _dealt(self, groups: list[tuple[Cell, ...]], kept: list[PasteCard]) -> Iterator[PasteCard]:
        for at, group in enumerate(groups):
            card = next((card for card in kept if card.cells == group), None)
            if card is None:
                card = self._made(group)
                self._column.insertWidget(at, card)
                card.show()  # at once, so that the keyboard can come to it
            self.cards.append(card)
            yield card

    def _made(self, group: tuple[Cell, ...]) -> PasteCard:
        card = PasteCard(self._look, self._desk, group)
        card.decided.connect(self.decided)
        card.entered.connect(self.shown)
        card.keyed.connect(self._on_key)
        return card

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("panel")
        content.setLayout(self._column)
        self._column.setContentsMargins(EDGE, 12, EDGE, EDGE)
        self._column.setSpacing(12)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 12, EDGE, 8)
        top.setSpacing(6)
        for part in (self._title, self._about, self.counts):
            top.addWidget(part)
        top.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignLeft)
        foot = ButtonRow()
        foot.setContentsMargins(EDGE, 12, EDGE, 12)
        for button in (self.write_button, self._cancel):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        column.addLayout(foot)


def _alike(cells: list[Cell]) -> list[list[Cell]]:
    """Cells of which the same is to be said stand together: those of a month, or of rows, that
    are shifted."""
    groups: dict[object, list[Cell]] = {}
    for at, cell in enumerate(cells):
        slip = cell.slip
        key = (slip.said.key, *slip.said.facts.items()) if slip and slip.kind in _WHOLE else at
        groups.setdefault(key, []).append(cell)
    return list(groups.values())


def _is_command(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


_WHOLE = frozenset({Kind.MONTH, Kind.ROWS})
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
