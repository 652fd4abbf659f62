"""One field of a form: its label, its editors, what it was, and what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.text import Said, run_on, sentences
from scorecard.trouble import Trouble
from ui.fields.editor import ChoiceField, Editor, LineField, TextField, mark_refused
from ui.fields.formula import FormulaField
from ui.fields.trouble_line import TroubleLine
from ui.forms.definition_fields import Field, Kind, Part
from ui.forms.draft import Question
from ui.look import Look, Wording
from ui.widgets.label import Label
from ui.widgets.plain_tip import set_tip

LABEL, BAR, NARROW = 84, 3, 84


class FieldRow(QWidget):
    """`typed(part, text)` at each key, also when an offered text is taken; `step_wanted(n)` when
    the n-th way out of a trouble is."""

    typed = Signal(str, str)
    step_wanted = Signal(int)

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__()
        self._look, self.field = look, field
        self._changed = False
        self._question: Question | None = None
        self._label = Label(look, Said(f"panel.field.{field.key}"), role="secondary", wrap=True)
        self._label.set_colour("text2")
        self._label.setFixedWidth(LABEL)
        self._label.setMinimumHeight(32)
        self.editors = {part.key: _editor(look, part) for part in field.parts}
        self._was = Label(look, "", role="secondary", colour="text2", wrap=True)
        self._was.hide()
        self.trouble = TroubleLine(look)
        self._below = QVBoxLayout()
        self._lay_out()
        for key, editor in self.editors.items():
            editor.typed.connect(lambda text, k=key: self.typed.emit(k, text))
        self.trouble.chosen.connect(self._on_chosen)
        look.changed.connect(self.retell)
        self.retell()

    def show_texts(self, texts: dict[str, str], *, locked: bool) -> None:
        """Show the text of each part."""
        for key, editor in self.editors.items():
            editor.set_words(texts[key])
            part = next(part for part in self.field.parts if part.key == key)
            editor.set_locked(locked or part.kind is Kind.LOCKED)

    def show_change(self, was: str | None) -> None:
        """Mark it as changed and say what it was, or take the mark away."""
        self._changed = was is not None
        self._was.set_wording(Said("panel.was", {"text": was or "–"}) if was is not None else "")
        self._was.setVisible(bool(was))
        self.update()

    def show_trouble(
        self, trouble: Trouble | None, question: Question | None, steps: Sequence[Wording] = ()
    ) -> None:
        """Say what is wrong, with the `steps` that lead out of it, or what is asked."""
        self._question = question
        if question is not None:
            self.trouble.show_question(question.why, question.choices)
        else:
            self.trouble.show_trouble(trouble, steps)
        wrong = bool(self.trouble.text)
        for key, editor in self.editors.items():
            if isinstance(editor, QWidget):
                mark_refused(editor, wrong)
                editor.setAccessibleDescription(self.trouble.text or self._such(key))

    @property
    def word(self) -> str:
        """The key of its label."""
        return f"panel.field.{self.field.key}"

    @property
    def was(self) -> str:
        """What a changed field says it was."""
        return self._was.text()

    def add_below(self, widget: QWidget) -> None:
        """Put something under the editors that belongs to the field."""
        self._below.addWidget(widget)

    def retell(self) -> None:
        """Take words and colours from the look again."""
        say, key = self._look.say, self.field.key
        name = say(f"panel.field.{key}")
        for part in self.field.parts:
            editor = self.editors[part.key]
            alone = part.key == key
            said = name if alone else run_on([name, say(f"panel.part.{part.key}")])
            editor.set_example(say(f"panel.example.{part.key}"))
            if isinstance(editor, QWidget):
                editor.setAccessibleName(said)
                set_tip(editor, f"{said}\n{self._such(part.key)}")
                editor.setAccessibleDescription(self.trouble.text or self._such(part.key))

    def _such(self, part: str) -> str:
        """What belongs in a part, by an example; more than has room in the empty field."""
        longer = f"panel.such.{part}"
        key = longer if longer in sentences() else f"panel.example.{part}"
        return self._look.say("panel.such", example=Said(key))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar of a changed field at the left."""
        if self._changed:
            box = QRectF(-1, 0, BAR + 1, self.height())
            QPainter(self).fillRect(box, self._look.palette.accent)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(BAR + 5, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        wide = any(part.kind is Kind.FORMULA for part in self.field.parts)
        row, column, span = (1, 0, 2) if wide else (0, 1, 1)
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        if wide:
            self._label.setFixedWidth(2 * LABEL)
            self._label.setMinimumHeight(20)
            hint = Label(self._look, Said("panel.formula.hint"), role="secondary", colour="text2")
            grid.addWidget(hint, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addLayout(self._row_of_editors(), row, column, 1, span)
        for at, part in enumerate((self._was, self.trouble), row + 1):
            grid.addWidget(part, at, column, 1, span)
        grid.addLayout(self._below, row + 3, 0, 1, 2)

    def _row_of_editors(self) -> QVBoxLayout:
        """Editors beside each other; a choice before narrow ones has a row of its own."""
        rows = QVBoxLayout()
        rows.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(8)
        rows.addLayout(line)
        parts = self.field.parts
        for part in parts:
            editor = self.editors[part.key]
            if part.narrow and part.key != "decimals":
                line.addWidget(_name(self._look, part))
            if isinstance(editor, QWidget):
                line.addWidget(editor, 0 if part.narrow and part.key == "decimals" else 1)
            if part.kind is Kind.CHOICE and len(parts) > 1:
                line = QHBoxLayout()
                line.setSpacing(8)
                rows.addLayout(line)
        return rows

    def _on_chosen(self, number: int) -> None:
        question = self._question
        if question is not None:
            text, editor = question.choices[number], self.editors[question.part]
            editor.set_words(text)
            self.typed.emit(question.part, text)
            if isinstance(editor, QWidget):  # the pressed button is gone, and with it the keyboard
                editor.setFocus()
        else:
            self.step_wanted.emit(number)


def _editor(look: Look, part: Part) -> Editor:
    match part.kind:
        case Kind.TEXT:
            return TextField()
        case Kind.FORMULA:
            return FormulaField(look)
        case Kind.CHOICE:
            choices = [(v, Said(f"panel.{part.key}.{v or 'none'}")) for v in part.choices]
            return ChoiceField(look, choices)
    line = LineField()
    if part.key == "decimals":
        line.setFixedWidth(NARROW)
    return line


def _name(look: Look, part: Part) -> Label:
    return Label(look, Said(f"panel.part.{part.key}"), role="secondary", colour="text2")
