"""The four steps of an import, in a row: done, at hand, to come."""

from enum import IntEnum

from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.text import Said
from ui.look import Look
from ui.widgets.label import Label


class Step(IntEnum):
    """Where somebody stands."""

    FILE = 0
    MATCH = 1
    PREVIEW = 2
    RESULT = 3


class StepLine(QWidget):
    """Says which step is at hand; those before it have a check."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._labels = {step: Label(look, "") for step in Step}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addStretch(1)
        for label in self._labels.values():
            row.addWidget(label)
        row.addStretch(1)

    def show_step(self, step: Step) -> None:
        """Move to a step."""
        for each, label in self._labels.items():
            name = self._look.say(f"window.workbook.step.{each.name.lower()}")
            mark = "✓" if each < step else f"{each + 1}"
            label.setFont(self._look.font("body_bold" if each is step else "body"))
            label.set_colour("text" if each is step else "text2")
            label.set_wording(f"{mark}  {name}")
        at = Said(f"window.workbook.step.{step.name.lower()}")
        self.setAccessibleName(self._look.tell(at))
