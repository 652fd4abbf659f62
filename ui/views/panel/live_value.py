"""The live value of a definition, and the period that it is asked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.evaluation import Cell, Evaluation, View
from scorecard.period import Period
from scorecard.period_name import Naming
from scorecard.text import Said
from scorecard.vocabulary import Frequency
from ui.fields.editor import ChoiceField
from ui.look import Look
from ui.views.panel.wording import value_shown
from ui.widgets.label import Label

#: How many of its own periods are offered: two years, of long ones more.
OFFERED = 24
_LONGER = {Frequency.QUARTER: 12, Frequency.HALF: 8, Frequency.YEAR: 6, Frequency.PROJECT: 1}
_WIDTH = 104


class LiveValue(QWidget):
    """A sentence with the value and the colour, and the choice of its period; the newest one is
    that of the view, until another is chosen. `again` is called when one is."""

    def __init__(self, look: Look, again: Callable[[], None]) -> None:
        super().__init__()
        self._look, self._newest = look, ""
        self.result = Label(look, "", role="secondary", wrap=True)
        self.period = ChoiceField(look, ())
        self.period.setFixedWidth(_WIDTH)
        self.period.typed.connect(lambda _code: again())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.result, 1)
        row.addWidget(self.period)
        look.changed.connect(self._retell)
        self._retell()

    def forget(self) -> None:
        """Begin with another KPI: nothing is said, and no period is chosen."""
        self._newest = ""
        self.period.set_choices(())
        self.result.set_wording("")

    def offer(self, newest: Period, naming: Naming) -> None:
        """Offer the own periods up to that of the view; one that was chosen stays chosen."""
        if newest.code != self._newest:
            follows = self.period.words() == self._newest
            self._newest = newest.code
            periods = [newest.shifted(-back) for back in range(_LONGER.get(newest.kind, OFFERED))]
            self.period.set_choices([(each.code, naming.label(each)) for each in periods])
            if follows or not self.period.words():
                self.period.set_words(newest.code)
        self.period.setVisible(self.period.count() > 1)

    def asked_of(self, evaluation: Evaluation, newest: Cell, org: str) -> Cell:
        """The cell of the period that is chosen."""
        code = self.period.words()
        if code in {"", newest.period.code}:
            return newest
        return evaluation.cell(newest.version.kpi, org, View(Period.parse(code)))

    def show_cell(self, cell: Cell, naming: Naming) -> None:
        """Say what a cell gives."""
        shown = value_shown(cell, self._look)
        facts: dict[str, str | Said] = {"period": naming.label(cell.period)}
        if shown is not None:
            facts |= {"value": str(shown), "status": Said(f"look.status.{cell.status}")}
        key = "panel.trial.missing" if shown is None else "panel.trial"
        self.result.set_wording(Said(key, {**facts}))

    def _retell(self) -> None:
        self.period.setAccessibleName(self._look.say("panel.trial.period"))
