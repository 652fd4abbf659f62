"""What is asked for a new line: a theme, or a KPI with its unit and target."""

from collections.abc import Callable

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from scorecard.reading.outcome import Ask, Read, Wrong
from scorecard.reading.target import TargetText, read_target
from scorecard.target import Aim, write_aim
from scorecard.text import Said, sentence
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.segmented import Segmented

#: Makes the line; gives the sentence that says why not, or nothing.
#: Its arguments: whether it is a KPI, name, unit, target in the interchange form.
Make = Callable[[bool, str, str, str], str]
FIELDS = ("name", "unit", "target")


class NewLine(Frame):
    """Asks under `parent_name`; what was typed stays until it is right."""

    def __init__(self, look: Look, parent: QWidget | None, title: Said, make: Make) -> None:
        super().__init__(look, parent, title, 440)
        self._make = make
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
        self.add(self.kind)
        self.add(form)
        self.refusal = self.say("", role="secondary", colour="text2")
        self.refusal.setProperty("tone", "error")
        self.refusal.hide()
        self.kind.chosen.connect(self._on_kind)
        self._finish(look)

    def try_it(self) -> None:
        """Make the line and close, or say why not."""
        is_kpi = self.kind.current == "kpi"
        target, refused = self._target() if is_kpi else ("", "")
        texts = [self.fields[name].text().strip() for name in ("name", "unit")]
        refused = refused or self._make(is_kpi, texts[0], texts[1], target)
        if not refused:
            self.accept()
            return
        self.refusal.set_wording(refused)
        self.refusal.show()

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
        for name in ("unit", "target"):
            self.fields[name].setEnabled(kind == "kpi")

    def _target(self) -> tuple[str, str]:
        """The target in the interchange form, and why it cannot be read."""
        typed = self.fields["target"].text().strip()
        if not typed:
            return "", ""
        match read_target(typed):
            case Read(value):
                return write_aim(_aim(value)), ""
            case Ask():
                return "", self._look.say("window.new_line.direction")
            case Wrong(trouble):
                return "", sentence(trouble, self._look.language)
        return "", ""


def _aim(text: TargetText) -> Aim:
    return Aim(text.kind, text.value, text.low, text.high, strict=text.strict)
