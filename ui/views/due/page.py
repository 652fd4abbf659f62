"""The page: who is looked at and what for above, the values that they owe below."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from scorecard.due.listing import Owed, Owner, line_of, owners
from scorecard.due.mail import mail_table, mail_text, owner_name, state_said
from scorecard.model.edits import Edit
from scorecard.text import Said
from scorecard.vocabulary import Words
from ui.beside import Beside
from ui.bridge import Bridge
from ui.fields.editor import ChoiceField
from ui.look import Look, Wording
from ui.selection import Selection
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.record_list import RecordList
from ui.widgets.record_model import Column, Row
from ui.widgets.search_field import SearchField

COLUMNS = (
    Column(Said("due.column.owner"), 168),
    Column(Said("due.column.name")),
    Column(Said("due.column.org"), 148, spare=True),
    Column(Said("due.column.period"), 108),
    Column(Said("due.column.by"), 124),
    Column(Said("due.column.state"), 176),
)
_OWNER_WIDTH = 180
#: So many rows are listed, and all of them counted and copied for a mail.
MOST = 1000
#: Nobody is chosen by this, since an empty choice is everybody.
_NOBODY = "\0"


class DuePage(QWidget):
    """What is owed of one document, on the day that counts as today. `line_requested(node)` is the
    wish to see a line that the value is for."""

    line_requested = Signal(str)

    def __init__(self, bridge: Bridge, _selection: Selection, look: Look) -> None:
        super().__init__()
        self._bridge, self._look, self._is_stale = bridge, look, True
        self._owners: tuple[Owner, ...] = ()
        self.search = SearchField(look, Said("due.search"))
        self.owner = ChoiceField(look, [])
        self.owner.setFixedWidth(_OWNER_WIDTH)
        self.only_late = QCheckBox()
        self.copy_button = Button(look, Said("due.copy"), icon="copy")
        self.list = RecordList(look, Said("due.list"), COLUMNS)
        self._counted = Label(look, "", role="secondary", colour="text2")
        self._copied = Label(look, "", role="secondary", colour="text2")
        self._nothing = _empty(look, "due.empty", Said("window.clear"), "search")
        self._sound = _empty(look, "due.none", None, "circle-check-big")
        self._listed = QStackedWidget()
        self._looking = Beside(self)
        self._lay_out()
        self._connect()
        self.retell()

    @property
    def is_looking(self) -> bool:
        """Whether what is owed is still being worked out."""
        return self._looking.is_running

    @property
    def shown(self) -> tuple[Owner, ...]:
        """Who owes what, as far as it is looked for."""
        chosen, text = self.owner.words(), self.search.text().strip().casefold()
        late = self.only_late.isChecked()
        found = []
        for owner in self._owners:
            if not chosen or chosen == _key(owner):
                owed = (each for each in owner.owed if each.is_late or not late)
                found.append(owner._replace(owed=tuple(e for e in owed if _has(e, owner, text))))
        return tuple(owner for owner in found if owner.owed)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.search, self.list)

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def copy_table(self) -> None:
        """Put the rows on the clipboard."""
        self.list.copy_table()

    def copy_mail(self) -> None:
        """Put what is shown on the clipboard for a mail: as a table, and as plain text."""
        today, language = self._bridge.today(), self._look.language
        data = QMimeData()
        data.setText(mail_text(self.shown, today, language))
        data.setHtml(mail_table(self.shown, today, language))
        QGuiApplication.clipboard().setMimeData(data)
        self._copied.set_wording(Said("due.copied"))

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.search.clear()
        self.owner.setCurrentIndex(0)
        self.only_late.setChecked(False)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """See what was entered meanwhile; the list has the keyboard."""
        super().showEvent(event)
        if self._is_stale:
            self._look_up()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for it any more."""
        self._is_stale = self._is_stale or self.is_looking
        self._looking.leave()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), self._look.palette.surface)

    def retell(self) -> None:
        """Take words from the look again."""
        self.only_late.setText(self._look.say("due.only_late"))

    def _lay_out(self) -> None:
        for listed in (self.list, self._nothing, self._sound):
            self._listed.addWidget(listed)
        label = Label(self._look, Said("due.owners"), role="secondary", colour="text2")
        label.setBuddy(self.owner)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for widget in (self.search, label, self.owner, self.only_late, self._counted):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._copied)
        row.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._listed, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.accepted.connect(self.list.setFocus)
        self.search.left.connect(self.list.setFocus)
        self.owner.typed.connect(lambda _owner: self._show())
        self.only_late.toggled.connect(lambda _on: self._show())
        self.copy_button.clicked.connect(self.copy_mail)
        self.list.accepted.connect(self._go_to)
        self._nothing.action_requested.connect(self.clear)
        self._looking.came.connect(self._take)
        self._bridge.changed.connect(self._on_changed)
        self._look.changed.connect(self.retell)

    def _go_to(self, owed: object) -> None:
        if isinstance(owed, Owed):
            node = line_of(self._bridge.board, owed, self._bridge.today())
            if node is not None:
                self.line_requested.emit(node)

    def _on_changed(self, _edits: tuple[Edit, ...]) -> None:
        self._is_stale = True
        if self.isVisible():
            self._look_up()

    def _look_up(self) -> None:
        self._is_stale = False
        board, today = self._bridge.board, self._bridge.today()

        def work() -> Iterator[object]:
            yield owners(board, today)

        self._looking.start(work)

    def _take(self, found: tuple[Owner, ...]) -> None:
        self._owners = found
        offered: list[tuple[str, Wording]] = [
            (_key(owner), owner_name(owner)) for owner in self._owners
        ]
        self.owner.set_choices([("", Said("due.every")), *offered])
        self.owner.setCurrentIndex(max(self.owner.currentIndex(), 0))
        self._show()

    def _show(self) -> None:
        shown = self.shown
        every = ((owner, owed) for owner in shown for owed in owner.owed)
        rows = [_row(owner, owed) for owner, owed in islice(every, MOST)]
        late, count = sum(o.late for o in shown), sum(len(o.owed) for o in shown)
        counts = {"count": str(count), "late": str(late)}
        self._counted.set_wording(Said("due.counted", {**counts}))
        self._copied.set_wording("")
        self.copy_button.setEnabled(bool(rows))
        empty = self._nothing if self._owners else self._sound
        self._listed.setCurrentWidget(self.list if rows else empty)
        self.list.show_rows(rows)


def _row(owner: Owner, owed: Owed) -> Row:
    icon = "clock-alert" if owed.is_late else "calendar-clock"
    cells: tuple[Wording, ...] = (
        owner_name(owner),
        owed.name,
        owed.org,
        owed.period.code,
        owed.by.isoformat(),
        state_said(owed),
    )
    # By lateness as a number: 10 days come after 9.
    order = ("", "", "", "", "", 100_000 + owed.days)
    return Row(owed, cells, icon, order)


def _key(owner: Owner) -> str:
    return "\t".join(owner.name) if any(owner.name) else _NOBODY


def _has(owed: Owed, owner: Owner, text: str) -> bool:
    words: tuple[Words, ...] = (owed.name, owed.org, owner.name)
    return not text or any(text in each.casefold() for word in words for each in word)


def _empty(look: Look, key: str, action: Wording | None, icon: str) -> EmptyState:
    if action is None:
        return EmptyState(look, icon, Said(key), Said(f"{key}.sentence"))
    return EmptyState(look, icon, Said(key), Said(f"{key}.sentence"), action)
