"""Closing a period: what is to be seen to first, a note, and whether to freeze a snapshot."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QWidget

from scorecard.month_end import Point, holding_up
from scorecard.text import Said
from ui.dialogs.frame import EDGE, Frame
from ui.fields.editor import ChoiceField, TextField
from ui.fields.trouble_line import TroubleLine
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.status_shape import StatusShape

WIDTH = 616
#: So many names are said of a point; the rest is counted.
NAMED = 4
#: The points have so much room, px; more of them scroll, so that the dialog fits a small screen.
ROOM = 216


class Closed(NamedTuple):
    """What was decided: for which unit, with which note, and whether to freeze as well."""

    org: str
    note: str
    freeze: bool


class Shut(NamedTuple):
    """What is said of a unit for which the period is closed already, and the way to open it."""

    told: tuple[Wording, Wording]
    way: Said


#: The points of a unit; by what it is closed already; why a close is refused, or nothing.
Points = Callable[[str], Sequence[Point]]
Shutting = Callable[[str], Shut | None]
Close = Callable[[Closed], str]


class ClosePeriod(Frame):
    """Asks for `period`; `units` are (id, name). What is red holds the close up, until it is seen
    to or "close anyway" is ticked. `shown(node)` is the wish to go to a line, `cell_shown(key)`
    to an entry, `reopen_requested(org)` to open it again where it is closed already."""

    shown = Signal(str)
    cell_shown = Signal(object)
    reopen_requested = Signal(str)
    #: What was decided, once the dialog is gone.
    closed = Signal(object)

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        period: str,
        units: Sequence[tuple[str, str]],
        *,
        points: Points,
        shut: Shutting,
        close: Close,
    ) -> None:
        super().__init__(look, parent, Said("month_end.title", {"period": period}), WIDTH)
        self._points, self._is_shut, self._close = points, shut, close
        self.unit = ChoiceField(look, units)
        self.list, self._listed = QWidget(), QScrollArea()
        self._note_head = Label(look, Said("month_end.note"), role="body_bold")
        self.note = TextField()
        self.freeze, self.anyway = QCheckBox(), QCheckBox()
        self.shut = [Label(look, "", role=role, wrap=True) for role in ("body_bold", "secondary")]
        self.reopen = Button(look, "", icon="lock-open")
        self.refusal = TroubleLine(look)
        self.cancel = Button(look, Said("window.cancel"))
        self.done_button = Button(look, Said("month_end.close_freeze"), Kind.PRIMARY)
        self._lay_out()
        self.unit.typed.connect(lambda _words: self._tell())
        self.freeze.toggled.connect(self._retell_button)
        self.anyway.toggled.connect(self._weigh)
        self.cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.try_it)
        self.reopen.clicked.connect(self._go_and_reopen)
        self._tell()

    def try_it(self) -> None:
        """Close the period and go, or say why not."""
        decided = Closed(self.unit.words(), self.note.words().strip(), self.freeze.isChecked())
        refused = self._close(decided)
        self.refusal.show_question(refused, ())
        if not refused:
            self.accept()
            self.closed.emit(decided)

    def _lay_out(self) -> None:
        look = self._look
        self.say(Said("month_end.what"))
        if self.unit.count() > 1:
            unit_head = Label(look, Said("month_end.org"), role="body_bold")
            unit_head.setBuddy(self.unit)  # names it for a screen reader
            self.add(unit_head)
            self.add(self.unit)
        self._listed.setFrameShape(QScrollArea.Shape.NoFrame)
        self._listed.setWidgetResizable(True)
        self._listed.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have the keyboard
        for part in (*self.shut, self.reopen, self._listed, self._note_head, self.note):
            self.add(part)
        self.note.setPlaceholderText(look.say("month_end.note.example"))
        for field, key in ((self.unit, "org"), (self.note, "note")):
            field.setAccessibleName(look.say(f"month_end.{key}"))
        for box, key in ((self.freeze, "freeze"), (self.anyway, "anyway")):
            box.setText(look.say(f"month_end.{key}"))
            self.add(box)
        self.freeze.setChecked(True)
        self.add(self.refusal)
        self.close_with([self.cancel, self.done_button])

    def _tell(self) -> None:
        """List the points of the chosen unit, or say by what it is closed already."""
        shut = self._is_shut(self.unit.words())
        told = self._points(self.unit.words()) if shut is None else ()
        self.list, self._held = _list(self._look, told, self._go), holding_up(told)
        self._listed.setWidget(self.list)  # the one before goes
        for part in (self.list, self._listed.viewport()):
            part.setAutoFillBackground(False)  # it has the ground of the dialog
        needed = self.list.heightForWidth(WIDTH - 2 * EDGE)
        self._listed.setFixedHeight(min(needed, ROOM))
        said = shut.told if shut is not None else ("", "")
        for label, wording in zip(self.shut, said, strict=True):
            label.set_wording(wording)
        self.reopen.set_wording(shut.way if shut else "")
        for part in (*self.shut, self.reopen):
            part.setVisible(shut is not None)
        for part in (self._listed, self._note_head, self.note, self.freeze, self.done_button):
            part.setVisible(shut is None)
        self.anyway.setVisible(self._held > 0)
        self.anyway.setChecked(False)
        self._order()
        self._weigh()
        self.fit()

    def _order(self) -> None:
        """Tab goes from the top to the bottom, also through a list that was made anew."""
        ways = self.list.findChildren(Button)
        rest = (self.reopen, self.note, self.freeze, self.anyway, self.cancel, self.done_button)
        parts = [self.unit, *ways, *rest]
        for before, after in pairwise(parts):
            self.setTabOrder(before, after)

    def _weigh(self) -> None:
        """Allow the close, or say what stands before it."""
        held = self._held > 0 and not self.anyway.isChecked()
        self.done_button.setEnabled(not held)
        why = Said("month_end.held_up", {"count": str(self._held)})
        self.refusal.show_question(why if held else "", ())

    def _retell_button(self) -> None:
        freeze = self.freeze.isChecked()
        key = "month_end.close_freeze" if freeze else "month_end.close"
        self.done_button.set_wording(Said(key))

    def _go_and_reopen(self) -> None:
        self.reject()
        self.reopen_requested.emit(self.unit.words())

    def _go(self, point: Point) -> None:
        self.reject()
        if point.node is not None:
            self.shown.emit(point.node)
        else:
            self.cell_shown.emit(point.cell)


def _list(look: Look, points: Sequence[Point], go: Callable[[Point], object]) -> QWidget:
    """The points: shape, what there is, of which, and the way there."""
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for number, point in enumerate(points):
        row = 2 * number
        grid.addWidget(StatusShape(look, point.status), row, 0)
        grid.addWidget(Label(look, point.said, role="body_bold"), row, 1)
        if point.names:
            names = Label(look, _named(look, point), role="secondary", colour="text2", wrap=True)
            grid.addWidget(names, row + 1, 1)
        if point.node is not None or point.cell is not None:
            show = Button(look, Said("month_end.go"), small=True)
            show.setAccessibleDescription(look.tell(point.said))
            show.clicked.connect(lambda _checked=False, point=point: go(point))
            grid.addWidget(show, row, 2, 2, 1)
    return held


def _named(look: Look, point: Point) -> str:
    """Its names, not more than a line or two of them."""
    names = look.say("panel.comma").join(name.show(look.language) for name in point.names[:NAMED])
    if len(point.names) <= NAMED:
        return names
    return look.say("month_end.more", names=names, count=str(len(point.names) - NAMED))
