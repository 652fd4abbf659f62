"""Making a measure that a formula asks for, and changing one that it says."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from scorecard.commands.measure import AddMeasure, PutMeasure
from scorecard.model.records import KpiVersion, Measure
from scorecard.text import Said, sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from scorecard.workspace import Command
from ui.bridge import Bridge
from ui.dialogs.measure_form import MeasureForm, Put
from ui.forms.new_measure import likely_measure
from ui.look import Look

#: Told when a name that a formula may say was replaced by another.
Followed = Callable[[Words, Words], None]


class MeasureDeeds:
    """Each is one step that can be undone."""

    def __init__(self, look: Look, bridge: Bridge, parent: QWidget, followed: Followed) -> None:
        self._look, self._bridge, self._parent = look, bridge, parent
        self._followed = followed

    def create(self, name: str, version: KpiVersion) -> None:
        """Ask for the measure that the formula of `version` calls `name`."""
        language = self._look.language

        def put(measure: Measure) -> str:
            refused = self._try(AddMeasure(measure))
            if not refused:
                shown = name if name in measure.name else measure.name.show(language)
                self._followed(Words(name, name), Words(shown, shown))
            return refused

        title = Said("window.measure.title.new", {"name": name})
        self._ask(title, likely_measure(name, version, language), put)

    def edit(self, measure: str) -> None:
        """Ask for the properties of a measure that is there."""
        before = self._bridge.board.measures.get(measure)
        if before is None:
            return

        def put(after: Measure) -> str:
            refused = self._try(PutMeasure(after))
            if not refused:
                self._followed(before.name, after.name)
            return refused

        self._ask(Said("window.measure.title.edit", {"name": before.name}), before, put)

    def _ask(self, title: Said, measure: Measure, put: Put) -> None:
        others = self._bridge.board.measures.values()
        weights = [(each.id, each.name) for each in others if each.id != measure.id]
        window = self._parent.window()
        MeasureForm(self._look, window, title, measure, weights=weights, put=put).open()

    def _try(self, command: Command) -> str:
        try:
            self._bridge.run(command)
        except Refused as refusal:
            return sentence(refusal.troubles[0]._replace(where=""), self._look.language)
        return ""
