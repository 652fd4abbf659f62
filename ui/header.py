"""The head of every page: its title, the file, the one period, the search, the snapshot."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.period import Period
from scorecard.period_name import Naming
from scorecard.text import Said
from scorecard.vocabulary import Frequency
from ui.look import Look
from ui.selection import Reach, Selection
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.period_picker import PeriodPicker
from ui.widgets.search_field import SearchField
from ui.widgets.segmented import Segmented

HEIGHT, WITH_FILE = 64, 1120
#: The parts of a page's own: beside the title, and at the right.
Own = tuple[()] | tuple[QWidget, QWidget]


class Header(QWidget):
    """Follows a selection and moves it. `freeze` is what the button at the right does."""

    def __init__(
        self,
        look: Look,
        selection: Selection,
        file_name: str,
        naming: Naming,
        freeze: Callable[[], object],
    ) -> None:
        super().__init__()
        self._look, self._selection = look, selection
        self._own: Own = ()
        self._title = Label(look, Said("window.page.scorecard"), role="h1")
        self._file = Label(look, file_name, role="secondary", colour="text2")
        self._picker = PeriodPicker(look, selection.view.period, naming)
        reaches = [(reach.value, Said(f"window.reach.{reach}")) for reach in Reach]
        self._reach = Segmented(look, Said("window.reach"), reaches)
        self.search = SearchField(look, Said("window.search"), "Ctrl K")
        self.freeze_button = Button(look, Said("window.freeze"), Kind.PRIMARY, icon="camera")
        self._lay_out()
        self.freeze_button.clicked.connect(lambda _on: freeze())
        self._picker.picked.connect(self._on_picked)
        self._reach.chosen.connect(lambda key: selection.set_reach(Reach(key)))
        selection.moved.connect(self._on_moved)
        look.changed.connect(self._retell)
        self._retell()

    def show_title(self, title: Said, *, dated: bool, own: Own = ()) -> None:
        """Head another page; one without a period has nothing to freeze and searches itself. Its
        `own` parts, beside the title and at the right, stand in place of all but the period."""
        self._title.set_wording(title)
        self._picker.setVisible(dated)
        for widget in (self._reach, self.search, self.freeze_button):
            widget.setVisible(dated and not own)
        for part in self._own:
            part.hide()
        if own:
            beside, at_right = own
            self._row.insertWidget(1, beside)
            self._row.addWidget(at_right)
        for part in own:
            part.show()
        self._own = own
        self._file.setVisible(not own and self.width() >= WITH_FILE)

    def call_periods(self, naming: Naming) -> None:
        """Call periods as the document does now."""
        self._picker.set_naming(naming)

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        colours, painter = self._look.palette, QPainter(self)
        painter.fillRect(self.rect(), colours.surface)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colours.line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name of the file stands in the window's title too; a cut one helps nobody."""
        super().resizeEvent(event)
        self._file.setVisible(not self._own and self.width() >= WITH_FILE)

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self._title)
        row.addWidget(self._file)
        row.addStretch(1)
        for widget in (self._picker, self._reach):
            row.addWidget(widget)
        row.addWidget(self.search)
        row.addWidget(self.freeze_button)
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(240)
        self.setFixedHeight(HEIGHT)

    def _on_picked(self, period: Period) -> None:
        steps = period.number - self._selection.view.period.number
        if period.kind is self._selection.view.period.kind:
            self._selection.step(steps)
        elif period.kind is Frequency.MONTH:
            self._selection.show_month(period)

    def _on_moved(self) -> None:
        view = self._selection.view
        self._picker.set_period(view.period, to_date=view.upto)
        self._reach.set_current(self._selection.reach.value)

    def _retell(self) -> None:
        for reach in Reach:
            keys = {"month": "Alt+M", "quarter": "Alt+Q", "to_date": "Alt+Y"}[reach.value]
            words = self._look.say(f"window.reach.{reach}.tip")
            self._reach.set_tip(reach.value, f"{words} ({keys})")
        self.update()
