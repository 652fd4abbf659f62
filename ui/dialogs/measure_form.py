"""What a measure is: its names, unit and source, how often it is kept and how it adds up."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from scorecard.model.records import Measure
from scorecard.text import Said
from scorecard.vocabulary import Frequency, Method
from ui.dialogs.frame import Frame
from ui.fields.editor import ChoiceField, LineField
from ui.fields.trouble_line import TroubleLine
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

#: Puts a measure in; gives the sentence that says why not, or nothing.
Put = Callable[[Measure], str]
NAMES = ("zh_TW", "en")
TEXTS = ("unit", "source", "table_name", "owner")
METHODS = ("over_time", "over_org")
ORDER = (*NAMES, "unit", "frequency", *METHODS, "weight", "source", "table_name", "owner")


class MeasureForm(Frame):
    """Asks for a measure, beginning with `measure`; what was typed stays until it is right.

    `weights` are the measures that a weighted average can go by.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: Said,
        measure: Measure,
        *,
        weights: Sequence[tuple[str, Wording]],
        put: Put,
    ) -> None:
        super().__init__(look, parent, title, 480)
        self._measure, self._put = measure, put
        self.texts = {name: self._line(name) for name in (*NAMES, *TEXTS)}
        self.choices = {
            "frequency": self._choice("panel.frequency", [each.value for each in Frequency]),
            "over_time": self._choice("panel.method", [each.value for each in Method]),
            "over_org": self._choice("panel.method", _over_org(measure)),
            "weight": ChoiceField(look, [("", Said("panel.none")), *weights]),
        }
        self.hints = {name: Label(look, "", role="secondary", wrap=True) for name in METHODS}
        self.refusal = TroubleLine(look)
        self._lay_out()
        self._show(measure)
        for name in METHODS:
            self.choices[name].typed.connect(lambda _text: self._tell())
        for field in self.texts.values():
            field.returnPressed.connect(self.try_it)
        self.texts[look.language].setFocus()

    def try_it(self) -> None:
        """Put it in and close, or say why not."""
        refused = self._put(self._made())
        self.refusal.show_question(refused, ())
        if not refused:
            self.accept()

    def _made(self) -> Measure:
        """The measure as it is typed; a text in the other language stays."""
        before, language = self._measure, self._look.language
        said = {name: field.words() for name, field in self.texts.items()}
        method = {name: Method(self.choices[name].words()) for name in METHODS}
        weighted = Method.WEIGHTED in method.values()
        return replace(
            before,
            name=before.name._replace(zh_TW=said["zh_TW"], en=said["en"]),
            unit=said["unit"],
            frequency=Frequency(self.choices["frequency"].words()),
            over_time=method["over_time"],
            over_org=method["over_org"],
            weight=(self.choices["weight"].words() or None) if weighted else None,
            source=before.source._replace(**{language: said["source"]}),
            table_name=said["table_name"],
            owner=before.owner._replace(**{language: said["owner"]}),
        )

    def _show(self, measure: Measure) -> None:
        language = self._look.language
        shown = {
            **measure.name._asdict(),
            "unit": measure.unit,
            "source": measure.source.show(language),
            "table_name": measure.table_name,
            "owner": measure.owner.show(language),
        }
        for name, text in shown.items():
            self.texts[name].set_words(text)
        for name, choice in self.choices.items():
            choice.set_words(str(getattr(measure, name) or ""))
        self._tell()

    def _tell(self) -> None:
        """Say with numbers how it adds up, and ask for a weight where one is needed."""
        methods = {name: self.choices[name].words() for name in METHODS}
        for name, method in methods.items():
            self.hints[name].set_wording(Said(f"window.measure.{name}.{method}"))
        self._form.setRowVisible(self.choices["weight"], Method.WEIGHTED in methods.values())

    def _lay_out(self) -> None:
        frame = QWidget()
        self._form = QFormLayout(frame)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        for name in ORDER:
            field = self.texts.get(name) or self.choices[name]
            label = Label(self._look, Said(f"window.measure.{name}"), colour="text2")
            label.setBuddy(field)
            self._form.addRow(label, self._with_hint(name, field))
        self.add(frame)
        self.add(self.refusal)
        cancel = Button(self._look, Said("window.cancel"))
        done = Button(self._look, Said("window.done"), Kind.PRIMARY)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self.try_it)
        self.close_with([cancel, done])

    def _with_hint(self, name: str, field: QWidget) -> QWidget:
        if name not in self.hints:
            return field
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.hints[name].set_colour("text2")
        column.addWidget(field)
        column.addWidget(self.hints[name])
        return both

    def _line(self, name: str) -> LineField:
        field = LineField()
        field.set_example(self._look.say(f"window.measure.{name}.example"))
        field.setAccessibleName(self._look.say(f"window.measure.{name}"))
        return field

    def _choice(self, words: str, values: Sequence[str]) -> ChoiceField:
        return ChoiceField(self._look, [(value, Said(f"{words}.{value}")) for value in values])


def _over_org(measure: Measure) -> list[str]:
    """Units have no order, so that the last of them is offered only where a document says so."""
    return [
        each.value for each in Method if each is not Method.LAST or measure.over_org is Method.LAST
    ]
