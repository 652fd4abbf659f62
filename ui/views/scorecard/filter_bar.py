"""The bar over the tree: unit, owner, status chips in the order of worry, key KPIs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from scorecard.board import Board
from scorecard.model.records import Org
from scorecard.text import Said
from scorecard.vocabulary import WORRY, Words
from ui.look import Look, Wording
from ui.rows import Filter, Rows, owners
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.label import Label

HEIGHT, MARGIN, SPACE = 48, 16, 6


class FilterBar(QWidget):
    """Holds a `Filter` and calls `changed` with each new one; `cleared` when all of it goes.

    Where there is no room for every word, those of the chips go first, then those of the buttons
    for units and owners; nothing is cut, and nothing beside the bar gives way to it.
    """

    cleared = Signal()
    #: The id of the unit that shall have another name.
    rename_requested = Signal(str)

    def __init__(self, look: Look, board: Board, changed: Callable[[Filter], None]) -> None:
        super().__init__()
        self._look, self._board, self._changed = look, board, changed
        self._filter, self._renames = Filter(), True
        self._org = Button(look, _every_unit(board), icon="building-2", menu=True)
        self._owner = Button(look, Said("window.every_owner"), icon="users", menu=True)
        self._chips = {status: Chip(look, status=status) for status in WORRY}
        self._star = Chip(look, Said("window.key_chip"), icon="star")
        self._hidden = Label(look, "", role="secondary", colour="text2")
        self._clear = Button(look, Said("window.clear"), Kind.LINK)
        self._lay_out()
        self._connect()

    @property
    def filter(self) -> Filter:
        """What is let through now."""
        return self._filter

    def choose_unit(self, org: str | None) -> None:
        """Show a unit and those below it; None for all."""
        self._org.set_wording(self._unit_shown(org))
        self._take(self._filter._replace(org=org))

    def offer_renaming(self, *, possible: bool) -> None:
        """Whether units can have other names: not in a document that is only read."""
        self._renames = possible

    def show_stars(self) -> None:
        """Show key KPIs only."""
        self._star.setChecked(True)

    def search(self, text: str) -> None:
        """Look for a text in addition."""
        self._take(self._filter._replace(text=text))

    def clear(self) -> None:
        """Let everything through."""
        for chip in (*self._chips.values(), self._star):
            chip.setChecked(False)
        self._org.set_wording(_every_unit(self._board))
        self._owner.set_wording(Said("window.every_owner"))
        self._take(Filter())
        self.cleared.emit()

    def show_rows(self, rows: Rows, board: Board) -> None:
        """Count what the chips would find, and say how many rows are hidden."""
        self._board = board
        self._org.set_wording(self._unit_shown(self._filter.org))
        for status, chip in self._chips.items():
            chip.set_count(rows.counts.get(status, 0))
        self._star.set_count(rows.starred)
        key = "window.hidden_one" if rows.hidden == 1 else "window.hidden"
        self._hidden.set_wording(Said(key, {"n": str(rows.hidden)}))
        for widget in (self._hidden, self._clear):
            widget.setVisible(not self._filter.is_open)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for everything without its words."""
        return QSize(self._needed(chips=True, menus=True), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        chips = self._needed(chips=False, menus=False) > room
        menus = self._needed(chips=True, menus=False) > room
        for chip in (*self._chips.values(), self._star):
            chip.set_short(chips)
        for button in (self._org, self._owner):
            button.set_short(menus)

    def _needed(self, *, chips: bool, menus: bool) -> int:
        """The width of all that is shown, with or without words on chips and on menus, px."""
        widths = [chip.width_of(short=chips) for chip in (*self._chips.values(), self._star)]
        widths += [button.size_of(short=menus).width() for button in (self._org, self._owner)]
        if not self._filter.is_open:
            widths += [widget.sizeHint().width() for widget in (self._hidden, self._clear)]
        return 2 * MARGIN + sum(widths) + SPACE * (len(widths) - 1)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(SPACE)
        for widget in (self._org, self._owner, *self._chips.values()):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._hidden)
        row.addWidget(self._clear)
        row.addWidget(self._star)
        self.setFixedHeight(HEIGHT)

    def _connect(self) -> None:
        self._org.clicked.connect(self._offer_units)
        self._owner.clicked.connect(self._offer_owners)
        self._clear.clicked.connect(self.clear)
        self._look.changed.connect(self._fit)
        self._star.toggled.connect(lambda on: self._take(self._filter._replace(starred=on)))
        for chip in self._chips.values():
            chip.toggled.connect(lambda _on: self._take_statuses())

    def _take_statuses(self) -> None:
        chosen = frozenset(status for status, chip in self._chips.items() if chip.isChecked())
        self._take(self._filter._replace(statuses=chosen))

    def _take(self, chosen: Filter) -> None:
        if chosen != self._filter:
            self._filter = chosen
            self._changed(chosen)

    def _offer_units(self) -> None:
        menu = self._menu_under(self._org)
        top = _top(self._board)
        units = [unit for unit in self._board.orgs.values() if unit is not top]
        ordered = sorted(units, key=lambda unit: (self._depth(unit.id), unit.order))
        for org in (None, *(unit.id for unit in ordered)):
            said = self._unit_shown(org)
            self._offer(menu, said, partial(self.choose_unit, org))
        looked_at = self._filter.org or (top.id if top is not None else None)
        if looked_at is not None and self._renames:
            menu.addSeparator()
            rename = Said("window.rename_unit", {"name": self._unit_shown(looked_at)})
            self._offer(menu, rename, partial(self.rename_requested.emit, looked_at))
        self._pop_up(menu, self._org)

    def _offer_owners(self) -> None:
        menu = self._menu_under(self._owner)
        self._offer(
            menu,
            Said("window.every_owner"),
            partial(self._take_owner, None, Said("window.every_owner")),
        )
        for owner in owners(self._board):
            self._offer(menu, owner, partial(self._take_owner, owner, owner))
        self._pop_up(menu, self._owner)

    def _unit_shown(self, org: str | None) -> Words | Said:
        unit = self._board.orgs.get(org or "")
        if unit is None:
            return _every_unit(self._board)
        return unit.name if any(unit.name) else Words(unit.id)

    def _take_owner(self, owner: Words | None, said: Wording) -> None:
        self._owner.set_wording(said)
        self._take(self._filter._replace(owner=owner))

    def _menu_under(self, button: Button) -> QMenu:
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer(self, menu: QMenu, said: Wording, take: Callable[[], None]) -> None:
        action = menu.addAction(self._look.tell(said).replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: take())

    def _pop_up(self, menu: QMenu, button: Button) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _depth(self, org: str) -> int:
        depth, unit = 0, self._board.orgs.get(org)
        while unit is not None and unit.parent is not None and depth < len(self._board.orgs):
            depth, unit = depth + 1, self._board.orgs.get(unit.parent)
        return depth


def _top(board: Board) -> Org | None:
    """The one unit above all others, None where there are several or none."""
    tops = [unit for unit in board.orgs.values() if unit.parent is None]
    return tops[0] if len(tops) == 1 else None


def _every_unit(board: Board) -> Words | Said:
    """All units by the name of the one at the top, which stands for them."""
    top = _top(board)
    return top.name if top is not None and any(top.name) else Said("window.every_unit")
