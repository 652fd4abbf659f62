"""What is asked for a new line: a theme, or a KPI with its org unit, unit and target."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from scorecard.board import Board
from scorecard.model.records import KpiVersion, Org
from scorecard.text import Said
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from ui.dialogs.frame import Frame
from ui.fields.editor import ChoiceField
from ui.fields.trouble_line import TroubleLine
from ui.forms.aim_text import Unsure, aim_typed
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.segmented import Segmented

#: Makes the line; gives the sentence that says why not, or nothing.
#: Its arguments: whether it is a KPI, its org unit, name, unit, target in the interchange form.
Make = Callable[[bool, str, str, str, str], str]
FIELDS = ("name", "unit", "target")


class NewLine(Frame):
    """Asks below the line of `title`; what was typed stays until it is right. The KPI is of the
    org unit `org` unless another one of `orgs` is chosen."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: Said,
        make: Make,
        *,
        orgs: Sequence[Org],
        org: str,
    ) -> None:
        super().__init__(look, parent, title, 440)
        self._make = make
        self.org = ChoiceField(look, [(each.id, _called(each)) for each in orgs])
        self.org.set_words(org)
        self.org.setAccessibleName(look.say("window.new_line.org"))
        kinds = [(key, Said(f"window.new_line.{key}")) for key in ("kpi", "theme")]
        self.kind = Segmented(look, Said("window.new_line.kind"), kinds)
        self.fields = {name: self._field(name) for name in FIELDS}
        form = QWidget()
        layout = QFormLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, field in self.fields.items():
            label = Label(look, Said(f"window.new_line.{name}"), colour="text2")
            label.setBuddy(field)
            layout.addRow(label, field)
        if len(orgs) > 1:
            label = Label(look, Said("window.new_line.org"), colour="text2")
            label.setBuddy(self.org)
            layout.insertRow(1, label, self.org)
        self.add(self.kind)
        self.add(form)
        self.refusal = TroubleLine(look)
        self.add(self.refusal)
        self._choices: tuple[str, ...] = ()
        self.refusal.chosen.connect(self._on_repair)
        self.kind.chosen.connect(self._on_kind)
        self._finish(look)

    def try_it(self) -> None:
        """Make the line and close, or say why not, or ask which target is meant."""
        is_kpi = self.kind.current == "kpi"
        try:
            target = self._target() if is_kpi else ""
        except Refused as refusal:
            self.refusal.show_trouble(refusal.troubles[0])
            return
        except Unsure as unsure:
            self._choices = unsure.choices
            self.refusal.show_question(unsure.why, unsure.choices)
            return
        refused = self._make(
            is_kpi, self.org.words(), self._text("name"), self._text("unit"), target
        )
        self.refusal.show_question(refused, ())
        if not refused:
            self.accept()

    def _finish(self, look: Look) -> None:
        cancel = Button(look, Said("window.cancel"))
        done = Button(look, Said("window.done"), Kind.PRIMARY)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self.try_it)
        for field in self.fields.values():
            field.returnPressed.connect(self.try_it)
        self.close_with([cancel, done])
        self.fields["name"].setFocus()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self._look.say(f"window.new_line.{name}.example"))
        field.setAccessibleName(self._look.say(f"window.new_line.{name}"))
        return field

    def _on_kind(self, kind: str) -> None:
        for field in (self.org, self.fields["unit"], self.fields["target"]):
            field.setEnabled(kind == "kpi")

    def _on_repair(self, number: int) -> None:
        self.fields["target"].setText(self._choices[number])
        self.try_it()

    def _text(self, name: str) -> str:
        return self.fields[name].text().strip()

    def _target(self) -> str:
        """The target in the interchange form, read by the unit as the definition form does.

        Raises Refused where it says nothing, Unsure where it can mean several things.
        """
        unread = KpiVersion("", "", "", Words(), unit=self._text("unit"))
        typed = self._text("target")
        return aim_typed(typed, unread, Board()).text if typed else ""


def _called(org: Org) -> Words:
    return org.name if any(org.name) else Words(org.id)
