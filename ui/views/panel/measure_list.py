"""The measures that a formula says: each with its unit, how often, how it adds up."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from scorecard.model.records import Measure
from scorecard.text import Said
from scorecard.unit_words import unit_told
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.elided import Elided
from ui.widgets.label import Label

#: A longer name is cut, px.
MOST = 190


class MeasureList(QWidget):
    """`edit_wanted(id)` when a measure is pressed. Hidden while the formula says none."""

    edit_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[object, ...] = ()
        self.buttons: list[Button] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)

    def show_measures(self, measures: Sequence[Measure], *, editable: bool) -> None:
        """Show other measures, in the order in which the formula says them."""
        fresh = (tuple(measures), editable)
        if fresh == self._shown:
            return
        self._shown = fresh
        self._clear()
        heading = Label(self._look, Said("panel.measures"), role="secondary", colour="text2")
        self._grid.addWidget(heading, 0, 0, 1, 2)
        for row, measure in enumerate(measures, 1):
            self._put(measure, row, editable=editable)
        self.setVisible(bool(measures))

    @property
    def texts(self) -> list[str]:
        """What is said of each measure, from the top."""
        items = (self._grid.itemAtPosition(row, 1) for row in range(1, self._grid.rowCount()))
        labels = (item.widget() for item in items if item is not None)
        return [label.text() for label in labels if isinstance(label, Elided)]

    def _put(self, measure: Measure, row: int, *, editable: bool) -> None:
        name = measure.name if any(measure.name) else measure.id
        tip = Said("panel.measure.edit", {"name": name})
        button = Button(self._look, name, Kind.LINK, small=True, tip=tip)
        button.setMaximumWidth(MOST)
        button.setEnabled(editable)
        button.clicked.connect(lambda _on: self.edit_wanted.emit(measure.id))
        said = Elided(self._look, _about(measure), role="secondary", colour="text2")
        self.buttons.append(button)
        self._grid.addWidget(button, row, 0)
        self._grid.addWidget(said, row, 1)

    def _clear(self) -> None:
        self.buttons = []
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _about(measure: Measure) -> Said:
    facts = {
        "unit": unit_told(measure.unit) if measure.unit else Said("panel.none"),
        "frequency": Said(f"panel.frequency.{measure.frequency}"),
        "over_time": Said(f"panel.method.{measure.over_time}"),
    }
    return Said("panel.measure.about", {**facts})
