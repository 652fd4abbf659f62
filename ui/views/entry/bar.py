"""The bar over the sheet: whose rows, which of them, and the keys that one needs."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from scorecard.entering.sheet import By, owners
from scorecard.text import Said
from scorecard.vocabulary import Frequency, Words
from ui.look import Look, Wording
from ui.painting.keycap import keycap_width, paint_keycap
from ui.painting.words import paint_words, words_width
from ui.views.entry.desk import Desk
from ui.views.entry.wanted import Show
from ui.widgets.button import Button, Kind
from ui.widgets.search_field import SearchField
from ui.widgets.segmented import Segmented

HEIGHT, MARGIN, SPACE, FIND = 48, 16, 8, 176
Offer = tuple[Wording, Callable[[], None]]
HINTS = (("⏎", "down"), ("Ctrl D", "as_before"), ("Del", "none"), ("F8", "doubted"))


class EntryBar(QWidget):
    """`changed` when other rows are wanted; what is wanted is read from it."""

    changed = Signal()

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self._look, self._desk = look, desk
        self.org: str | None = None
        self.owner: Words | None = None
        self.kind, self.by = Frequency.MONTH, By.SOURCE
        self._org = Button(look, Said("window.every_unit"), icon="building-2", menu=True)
        self._owner = Button(look, Said("window.every_owner"), icon="user", menu=True)
        self._kind = Button(look, Said("entry.kind.month"), icon="calendar", menu=True)
        self._by = Button(look, Said("entry.by.source"), Kind.QUIET, icon="list-tree", menu=True)
        options = [(show.value, f"{show.value} 000") for show in Show]
        self.show_rows = Segmented(look, Said("entry.show"), options)
        self.search = SearchField(look, Said("entry.search"), "Ctrl K")
        self._hints = Hints(look)
        self._lay_out()
        self._org.clicked.connect(self._offer_units)
        self._owner.clicked.connect(self._offer_owners)
        self._kind.clicked.connect(self._offer_kinds)
        self._by.clicked.connect(self._offer_groups)
        self.show_rows.chosen.connect(lambda _key: self.changed.emit())
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        look.changed.connect(self.retell)

    @property
    def wanted(self) -> Show:
        """Which rows are wanted."""
        return Show(self.show_rows.current)

    def retell(self) -> None:
        """Say how many rows each choice has, and which units there are."""
        for show in Show:
            count = str(self._desk.count(show))
            self.show_rows.set_words(show.value, Said(f"entry.show.{show}", {"count": count}))
        self._org.setVisible(len(self._desk.board.orgs) > 1)
        self._kind.setVisible(len(self._desk.kinds) > 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hints are shown where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        parts = (self._org, self._owner, self._kind, self._by, self.show_rows)
        used = sum(part.sizeHint().width() + SPACE for part in parts if not part.isHidden())
        room = self.width() - 2 * MARGIN - used - FIND - SPACE
        self._hints.setVisible(room >= self._hints.sizeHint().width())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(SPACE)
        for part in (self._org, self.show_rows, self._owner, self._kind, self._by):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._hints)
        row.addWidget(self.search)
        self.search.setFixedWidth(FIND)
        self.setFixedHeight(HEIGHT)

    def _offer_units(self) -> None:
        orgs = sorted(self._desk.board.orgs.values(), key=lambda org: org.order)
        below = [org for org in orgs if org.parent is not None]
        offers: list[Offer] = [(Said("window.every_unit"), partial(self._take_org, None))]
        offers += [(org.name, partial(self._take_org, org.id)) for org in below]
        self._pop_up(self._org, offers)

    def _offer_owners(self) -> None:
        there = owners(self._desk.board, self._desk.readers)
        offers: list[Offer] = [(Said("window.every_owner"), partial(self._take_owner, None))]
        offers += [(owner, partial(self._take_owner, owner)) for owner in there]
        self._pop_up(self._owner, offers)

    def _offer_kinds(self) -> None:
        offers: list[Offer] = [
            (Said(f"entry.kind.{kind}"), partial(self._take_kind, kind))
            for kind in self._desk.kinds
        ]
        self._pop_up(self._kind, offers)

    def _offer_groups(self) -> None:
        offers: list[Offer] = [(Said(f"entry.by.{by}"), partial(self._take_group, by)) for by in By]
        self._pop_up(self._by, offers)

    def _take_group(self, by: By) -> None:
        self.by = by
        self._take(self._by, Said(f"entry.by.{by}"))

    def _take_org(self, org: str | None) -> None:
        self.org = org
        named = self._desk.board.orgs[org].name if org is not None else None
        self._take(self._org, named or Said("window.every_unit"))

    def _take_owner(self, owner: Words | None) -> None:
        self.owner = owner
        self._take(self._owner, owner or Said("window.every_owner"))

    def _take_kind(self, kind: Frequency) -> None:
        self.kind = kind
        self._take(self._kind, Said(f"entry.kind.{kind}"))

    def _take(self, button: Button, said: Wording) -> None:
        button.set_wording(said)
        self.changed.emit()

    def _pop_up(self, button: Button, offers: Sequence[Offer]) -> None:
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        for said, take in offers:
            action = menu.addAction(self._look.tell(said).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, take=take: take())
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))


class Hints(QWidget):
    """Some keys and what they do."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        widths = [
            keycap_width(key) + 4 + words_width(words, "secondary") + 12
            for key, words in self._told()
        ]
        return QSize(round(sum(widths)), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each key, and beside it what it does."""
        painter, left, colours = QPainter(self), 0.0, self._look.palette
        for key, words in self._told():
            cap = keycap_width(key)
            paint_keycap(painter, QRectF(left, 0, cap, self.height()), key, colours)
            left += cap + 4
            width = words_width(words, "secondary")
            place = QRectF(left, 0, width + 1, self.height())
            paint_words(painter, place, words, colours.text2, role="secondary")
            left += width + 12

    def _told(self) -> list[tuple[str, str]]:
        return [(key, self._look.say(f"entry.hint.{name}")) for key, name in HINTS]
