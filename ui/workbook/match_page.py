"""The second step: the user's own sheet, and what its names stand for."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QSplitter, QVBoxLayout, QWidget

from scorecard.board import Board
from scorecard.exchange.mapping.recipe import KPI, MEASURE
from scorecard.text import Said, sentence
from ui.fields.editor import ChoiceField
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.workbook.found import Found
from ui.workbook.questions_table import QuestionsTable
from ui.workbook.sheet_table import SheetModel, sheet_table

_LEFT, _RIGHT = 620, 460
_YEARS = (1990, 2100)
#: What unknown names may become.
_MADE = ("", KPI, MEASURE)
_UNKNOWN = [(key, Said(f"window.workbook.unknown.{key or 'ask'}")) for key in _MADE]


class MatchPage(QWidget):
    """Tells `answered` (name, option), `org_chosen`, `year_chosen` and `new_chosen`; `year` is the
    one that is proposed where a sheet says none."""

    answered = Signal(str, object)
    org_chosen = Signal(str)
    year_chosen = Signal(int)
    new_chosen = Signal(str)

    def __init__(self, look: Look, board: Board, year: int) -> None:
        super().__init__()
        self._look = look
        self._found: Found | None = None
        self._proposed = year
        self.model = SheetModel(look)
        self.sheets, self.orgs = ChoiceField(look, []), ChoiceField(look, _orgs(look, board))
        self.year, self.unknown = QSpinBox(), ChoiceField(look, _UNKNOWN)
        self.questions = QuestionsTable(look)
        self.told = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.hidden = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.offer = Label(look, "", wrap=True)
        self.make_all = Button(look, Said("window.workbook.unknown.kpi"), Kind.PRIMARY, icon="plus")
        self.matched = Label(look, "", role="secondary", colour="text2")
        self._lay_out()
        self._listen()

    def show_found(self, found: Found) -> None:
        """Show what was found."""
        self._found = found
        self._show_sheets(found)
        self.questions.show_questions(found.questions)
        self.matched.set_wording(Said("window.workbook.matched", _numbers(found)))
        lists = [t.grid.name for t in found.understood.tables if t.shape == "list"]
        hows = {question.how for question in found.questions}
        is_offered = bool(lists) and "unknown" in hows
        self.offer.setVisible(is_offered)
        self.make_all.setVisible(is_offered)
        self.offer.set_wording(
            Said("window.workbook.offer", {"sheet": self._look.say("window.comma").join(lists)})
        )
        self._tell_hidden(found)
        self._year_row.setVisible(_needs_year(found))
        self._org_row.setVisible(self.orgs.count() > 1)
        self._unknown_row.setVisible(found.open_questions > 0 or bool(found.understood.recipe.new))
        if is_offered and "near" not in hows:  # what may be a KPI that is there is looked at first
            self.make_all.setFocus()
        else:
            self.questions.focus_open()

    def _tell_hidden(self, found: Found) -> None:
        """Say which sheets are left out because nobody sees them."""
        unseen = [each for each in found.planned.source.left_out if each.code == "struck_hidden"]
        said = [self._look.tell(Said(f"trouble.{each.code}", {**each.facts})) for each in unseen]
        self.hidden.setVisible(bool(said))
        self.hidden.set_wording("\n".join(said))

    def _make_all(self) -> None:
        """Every unknown name becomes a KPI, with what the list says of it."""
        self.unknown.setCurrentIndex(_MADE.index(KPI))
        self.new_chosen.emit(KPI)

    def _choose_year(self) -> None:
        """A year is chosen by Enter, or by leaving the field with another one; whoever only passes
        through has chosen none."""
        if self.year.hasFocus() or self.year.value() != self._proposed:
            self.year_chosen.emit(self.year.value())

    def _show_sheets(self, found: Found) -> None:
        names = [table.grid.name for table in found.understood.tables]
        before = max(self.sheets.currentIndex(), 0)
        self.sheets.set_choices([(str(at), name) for at, name in enumerate(names)])
        self.sheets.setCurrentIndex(min(before, len(names) - 1))
        self.sheets.setEnabled(len(names) > 1)
        self._show_sheet()

    def _show_sheet(self) -> None:
        at = self.sheets.currentIndex()
        tables = self._found.understood.tables if self._found is not None else []
        table = tables[at] if 0 <= at < len(tables) else None
        self.model.show_table(table)
        if table is not None:
            facts = {"row": str(table.head + 1), "struck": str(len(table.struck))}
            self.told.set_wording(Said(f"window.workbook.shape.{table.shape}", facts))
        elif self._found is not None and self._found.planned.refused:
            why = self._found.planned.refused[0].why
            self.told.set_wording(sentence(why, self._look.language))

    def _listen(self) -> None:
        self.questions.answered.connect(self.answered)
        self.sheets.typed.connect(lambda _at: self._show_sheet())
        self.orgs.typed.connect(self.org_chosen)
        self.unknown.typed.connect(self.new_chosen)
        self.make_all.clicked.connect(self._make_all)
        self.year.setRange(*_YEARS)
        self.year.setValue(self._proposed)
        self.year.editingFinished.connect(self._choose_year)

    def _lay_out(self) -> None:
        look = self._look
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(_heading(look, "window.workbook.sheet"))
        column.addWidget(self.sheets)
        column.addWidget(self.told)
        column.addWidget(self.hidden)
        column.addWidget(sheet_table(look, self.model), 1)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.addWidget(_heading(look, "window.workbook.matches"))
        column.addWidget(self.matched)
        column.addWidget(self.offer)
        column.addWidget(self.make_all, 0, Qt.AlignmentFlag.AlignLeft)
        self._org_row = self._asked("window.workbook.org", self.orgs)
        self._year_row = self._asked("window.workbook.year", self.year)
        self._unknown_row = self._asked("window.workbook.unknown", self.unknown)
        for row in (self._org_row, self._year_row, self._unknown_row):
            column.addWidget(row)
        column.addWidget(self.questions, 1)
        self.sheets.setAccessibleName(look.say("window.workbook.sheet"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([_LEFT, _RIGHT])
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _asked(self, key: str, field: QWidget) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        label = Label(self._look, Said(key), colour="text2")
        label.setBuddy(field)
        field.setAccessibleName(self._look.say(key))
        layout.addWidget(label)
        layout.addWidget(field, 1)
        return row


def _orgs(look: Look, board: Board) -> list[tuple[str, Wording]]:
    units = [(org.id, look.tell(org.name)) for org in board.orgs.values()]
    return [("", Said("window.workbook.org_by_itself")), *units]


def _heading(look: Look, key: str) -> Label:
    return Label(look, Said(key), role="body_bold")


def _needs_year(found: Found) -> bool:
    refused = found.planned.refused
    return bool(found.understood.recipe.year) or any(r.why.code == "year_unknown" for r in refused)


def _numbers(found: Found) -> Mapping[str, str]:
    hows = [question.how for question in found.questions]
    fresh = hows.count("new")
    return {
        "settled": str(len(hows) - found.open_questions - fresh),
        "open": str(found.open_questions),
        "new": str(fresh),
    }
