"""The form of a definition: its nineteen fields in four groups, walked from their table."""

from collections.abc import Generator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.formula import FormulaError
from scorecard.text import Said
from ui.fields.formula import FormulaField
from ui.fields.offers import Offer
from ui.forms.definition import Context
from ui.forms.definition_fields import FIELDS, GROUPS, Field, Kind
from ui.forms.draft import Draft, Outcome
from ui.forms.field_row import FieldRow
from ui.look import Look
from ui.widgets.label import Label

#: How the mistakes begin that are about a name which nothing has.
UNKNOWN = "unknown_name"
#: Those about a name that lacks its brackets.
BRACKETS = frozenset({"brackets", "words"})


class DefinitionForm(QWidget):
    """Shows a draft in `rows`, one for each of `FIELDS`; `typed(part, text)` at each key.
    `measure_wanted(name)` is the wish to make what the formula says and nothing is called."""

    typed = Signal(str, str)
    measure_wanted = Signal(str)

    def __init__(self, look: Look, rows: Mapping[str, FieldRow]) -> None:
        super().__init__()
        self._look = look
        self.rows = rows
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for group in GROUPS:
            fields = [field for field in FIELDS if field.group == group]
            column.addLayout(self._heading(group, len(fields)))
            for field in fields:
                column.addWidget(self.rows[field.key])
            column.addSpacing(12)
        self._mistake: FormulaError | None = None
        self._unknown: tuple[str, ...] = ()
        for row in self.rows.values():
            row.typed.connect(self.typed)
        self.rows["formula"].step_wanted.connect(self._on_step)

    def show_draft(
        self, draft: Draft, at: Context, given: Mapping[str, str], *, locked: bool
    ) -> None:
        """Show the texts of a draft; `given` stands for what nobody typed, such as the date."""
        for field in FIELDS:
            texts = {part.key: draft.text(part, at) for part in field.parts}
            for key in texts.keys() & given.keys():
                typed = draft.key(next(p for p in field.parts if p.key == key), at) in draft.typed
                texts[key] = texts[key] if typed else given[key]
            self.rows[field.key].show_texts(texts, locked=locked)

    def show_outcome(
        self,
        draft: Draft,
        outcome: Outcome,
        at: Context,
        mistake: FormulaError | None,
        unknown: Sequence[str] = (),
    ) -> None:
        """Mark what changed, and say beside each field what is wrong with it; `unknown` are the
        names in the formula that nothing has."""
        shown = not draft.is_empty
        self._mistake, self._unknown = mistake, tuple(unknown)
        steps = _steps(mistake, unknown)
        for field in FIELDS:
            row = self.rows[field.key]
            row.show_change(self._was(draft, field, at) if field.key in draft.changed else None)
            trouble = outcome.troubles.get(field.key) if shown else None
            question = outcome.questions.get(field.key) if shown else None
            row.show_trouble(trouble, question, steps if field.key == "formula" else ())
        self.formula.show_mistake(mistake if shown else None)

    def set_offers(self, offers: list[Offer]) -> None:
        """Offer these names while a formula is typed."""
        self.formula.set_offers(offers)

    @property
    def editors(self) -> list[QWidget]:
        """What can be typed in, from the top."""
        found = [editor for row in self.rows.values() for editor in row.editors.values()]
        return [editor for editor in found if isinstance(editor, QWidget)]

    @property
    def formula(self) -> FormulaField:
        """The editor of the formula."""
        found = self.rows["formula"].editors["formula"]
        if not isinstance(found, FormulaField):
            raise TypeError(found)
        return found

    def _on_step(self, number: int) -> None:
        """Have an unknown measure made, or write the brackets that a name lacks."""
        mistake = self._mistake
        if mistake is None:
            return
        if mistake.code.startswith(UNKNOWN):
            self.measure_wanted.emit(self._unknown[number])
            return
        text, name = self.formula.words(), str(mistake.facts["name"])
        start = text.rindex(name, 0, mistake.position + len(name))
        whole = text[:start] + str(mistake.facts["written"]) + text[start + len(name) :]
        self.typed.emit("formula", whole)

    def _was(self, draft: Draft, field: Field, at: Context) -> str:
        """What a changed field was before; the date and the reason begin anew with each version."""
        if field.key in {"change", "effective"}:
            return ""
        untouched, texts = Draft(draft.base, {}), []
        for part in field.parts:
            before = untouched.text(part, at)
            if draft.text(part, at) != before:
                worded = part.kind is Kind.CHOICE
                key = f"panel.{part.key}.{before or 'none'}"
                texts.append(self._look.say(key) if worded else before or "–")
        return self._look.say("panel.comma").join(texts)

    def _heading(self, group: str, count: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._look, Said(f"panel.group.{group}"), role="h3"))
        fields = Said("panel.group.count", {"count": str(count)})
        row.addWidget(Label(self._look, fields, role="secondary", colour="text2"))
        row.addStretch(1)
        return row


def _steps(mistake: FormulaError | None, unknown: Sequence[str]) -> list[Said]:
    """The ways out of a mistake in a formula: a measure for each name that nothing has."""
    if mistake is not None and mistake.code.startswith(UNKNOWN):
        return [Said("panel.measure.create", {"name": name}) for name in unknown]
    if mistake is not None and mistake.code in BRACKETS:
        return [Said("panel.formula.bracket", {"written": mistake.facts["written"]})]
    return []


def rows_made(look: Look) -> Generator[None, None, dict[str, FieldRow]]:
    """The rows of the form, made one at each step."""
    rows: dict[str, FieldRow] = {}
    for field in FIELDS:
        rows[field.key] = FieldRow(look, field)
        yield
    return rows


def filled(draft: Draft, at: Context) -> int:
    """How many of the nineteen fields say something."""
    return sum(
        any(draft.text(part, at) or part.shown(draft.base, at) for part in field.parts)
        for field in FIELDS
    )
