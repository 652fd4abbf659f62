"""The page: first the choice, then the KPIs, then name and place; it ends in a scorecard."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from scorecard.catalogue.library import library
from scorecard.commands.new_scorecard import NewScorecard, beginning
from scorecard.text import Said
from scorecard.trouble import Trouble
from scorecard.vocabulary import NO_WORDS, Status, Words
from scorecard.workspace import Command
from ui.look import Look
from ui.views.start.choice import Choice
from ui.views.start.kpi_list import KpiList
from ui.views.start.name_step import NameStep
from ui.views.start.plan import Plan
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

WIDTH, PADDING = 1152, 32
#: Makes a document at a path with what it begins with; the trouble where it cannot.
Make = Callable[[Path, Command], Trouble | None]


class StartPage(QWidget):
    """`closed` when somebody goes back to the open document; the other wishes are those of the
    choice. `make` makes the scorecard in the end; `workbook_wanted` once it is there,
    where it is to begin with one, `begun` where it has KPIs to be entered."""

    closed = Signal()
    workbook_wanted = Signal()
    begun = Signal()

    def __init__(self, look: Look, make: Make, folder: Path, today: Callable[[], date]) -> None:
        super().__init__()
        self._look, self._make, self._today = look, make, today
        self.plan, self._can_close = Plan(), False
        self._from_workbook = False
        self.choice, self.kpis = Choice(look), KpiList(look)
        self.naming = NameStep(look, folder)
        self._counted = Label(look, "", colour="text2")
        self._crowded = Label(look, "", colour=Status.AMBER, wrap=True)
        self.back = Button(look, Said("start.back"), icon="chevron-left")
        self.on = Button(look, Said("start.on"), Kind.PRIMARY)
        self.cancel = Button(look, Said("start.cancel"), Kind.LINK)
        self._step = Label(look, "", role="h2")
        self._pages = QStackedWidget()
        self._foot = QWidget()
        self._lay_out()
        self._connect()
        self.show_step(0)

    @property
    def step(self) -> int:
        """0 is the choice, 1 the KPIs, 2 name and place."""
        return self._pages.currentIndex()

    def begin(self, recent: Sequence[str], *, can_close: bool) -> None:
        """Start anew; with `can_close` there is a document to go back to."""
        self.plan = Plan()
        self.choice.show_recent(recent)
        self.choice.toggles.clear()
        self.naming.clear()
        self._can_close = can_close
        for button in (self.cancel, self.choice.close_button):
            button.setVisible(can_close)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Go to a step."""
        self._pages.setCurrentIndex(step)
        self._foot.setVisible(step > 0)
        self.on.set_wording(Said("start.on" if step == 1 else "start.make"))
        self._step.setVisible(step > 0)
        self._step.set_wording(Said(f"start.step.{step}") if step else "")
        firsts: tuple[QWidget, ...] = (self.choice.first, self.kpis, self.naming.unit)
        firsts[step].setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def pick(self) -> None:
        """Go on with the departments that are chosen."""
        self._from_workbook = False
        self.plan = self.plan.with_departments(self.choice.toggles.chosen)
        self.kpis.show_plan(self.plan)
        self.kpis.retell()
        self.show_step(1)

    def go_plain(self) -> None:
        """Go on without KPIs."""
        self._go_without_kpis(from_workbook=False)

    def go_own(self) -> None:
        """Go on with the KPIs of a workbook, which is asked for in the end."""
        self._go_without_kpis(from_workbook=True)

    def go_on(self) -> None:
        """The next step, or make the scorecard."""
        if self.step == 1:
            self._name_it()
        else:
            self.make()

    def go_back(self) -> None:
        """The step before; without KPIs to choose that is the first."""
        self.show_step(self.step - 1 if self.plan.departments else 0)

    def make(self) -> None:
        """Make the scorecard, or say beside the place why not."""
        start = beginning(self._today(), self.naming.fiscal_start)
        name = self.naming.name
        command = NewScorecard(
            self._look.language,
            start,
            self.plan.picks,
            Words(name, name) if name else self._unit(),
            self.naming.fiscal_start,
            by_department=len(self.plan.departments) > 1,
        )
        refused = self._make(self.naming.path, command)
        self.naming.refusal.show_trouble(refused)
        if refused is None and self._from_workbook:
            self.workbook_wanted.emit()
        elif refused is None and command.picks:
            self.begun.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes a step back, from the first one to the open document."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.step:
            self.go_back()
        elif self._can_close:
            self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), self._look.palette.surface)

    def _lay_out(self) -> None:
        picking = QWidget()
        column = QVBoxLayout(picking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self._look, Said("start.kpis.sentence"), colour="text2", wrap=True))
        column.addWidget(self.kpis, 1)
        column.addWidget(self._crowded)
        naming = QWidget()
        column = QVBoxLayout(naming)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.naming)
        column.addStretch(1)
        for page in (_scrolled(self.choice), picking, naming):
            self._pages.addWidget(page)
        self._foot.setLayout(self._foot_row())
        column = QVBoxLayout()
        column.setSpacing(12)
        for widget in (self._step, self._pages, self._foot):
            column.addWidget(widget, 1 if widget is self._pages else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, PADDING, PADDING, 16)
        row.addStretch(1)
        middle = QWidget()
        middle.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        middle.setMaximumWidth(WIDTH)
        row.addWidget(middle, 100)
        row.addStretch(1)

    def _foot_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self._counted)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.on)
        return row

    def _connect(self) -> None:
        self.choice.pick_requested.connect(self.pick)
        self.choice.plain_requested.connect(self.go_plain)
        self.choice.own_requested.connect(self.go_own)
        self.choice.close_requested.connect(self.closed)
        self.kpis.taken.connect(lambda key, on: self._take(self.plan.with_template(key, taken=on)))
        self.kpis.starred.connect(lambda key, on: self._take(self.plan.with_star(key, starred=on)))
        self.naming.accepted.connect(self.make)
        self.back.clicked.connect(lambda _on=False: self.go_back())
        self.on.clicked.connect(lambda _on=False: self.go_on())
        self.cancel.clicked.connect(lambda _on=False: self.closed.emit())
        self._look.changed.connect(self._tell)

    def _go_without_kpis(self, *, from_workbook: bool) -> None:
        self._from_workbook = from_workbook
        self.plan = Plan()
        self._name_it()

    def _take(self, plan: Plan) -> None:
        self.plan = plan
        self.kpis.show_plan(plan)
        self._tell()

    def _name_it(self) -> None:
        self.naming.show_plan(self.plan)
        self.show_step(2)

    def _tell(self) -> None:
        self._counted.set_wording(self._taken() if self.step else "")
        crowded = self._look.say("library.comma").join(map(self._look.tell, self.plan.crowded))
        self._crowded.set_wording(Said("start.kpis.crowded", {"names": crowded}) if crowded else "")
        self._crowded.setVisible(bool(crowded))

    def _taken(self) -> Said:
        """What the scorecard will begin with."""
        if not self.plan.departments:
            return Said(f"start.from.{'workbook' if self._from_workbook else 'nothing'}")
        counts = {"kpis": len(self.plan.templates), "stars": len(self.plan.stars)}
        return Said("start.kpis.counted", {key: str(count) for key, count in counts.items()})

    def _unit(self) -> Words:
        names = {shelf.id: shelf.name for shelf in library().departments}
        alone = len(self.plan.departments) == 1
        return names[self.plan.departments[0]] if alone else NO_WORDS


def _scrolled(widget: QWidget) -> QScrollArea:
    """A page that may be higher than the window."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setObjectName("page")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return area
