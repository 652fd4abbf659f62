"""The third step: five counters, then every cell with before and after."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scorecard.exchange.mapping.recipe import ADD, KEEP, TAKE
from scorecard.exchange.preview import Result
from scorecard.exchange.skipping import can_be_skipped
from scorecard.text import Said, sentence
from ui.look import Look
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.segmented import Segmented
from ui.workbook.found import Found
from ui.workbook.preview_table import PreviewModel, preview_table

_ALL = "all"
#: What is filtered by, in this order; blank cells have no rows.
_FILTERS = (_ALL, Result.CREATED.value, Result.UPDATED.value, Result.SAME.value, "refused")


class PreviewPage(QWidget):
    """Shows what would happen. `skip_requested(places)`: these addresses alone are to be left out
    of it; `targets_chosen`: targets of KPIs that the document has are taken or kept;
    `lines_chosen`: the lines that targets lack are added, or not."""

    skip_requested = Signal(object)
    targets_chosen = Signal(str)
    lines_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: Found | None = None
        self.counters = {result: Label(look, "0", role="h1") for result in Result}
        options = [(key, Said(f"window.workbook.filter.{key}")) for key in _FILTERS]
        self.filter = Segmented(look, Said("window.workbook.filter"), options)
        self.model = PreviewModel(look)
        self.doubts = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.targets, self.lines = QCheckBox(), QCheckBox()
        self.table = preview_table(look, self.model)
        self.skip = Button(look, Said("window.workbook.skip_cells"), icon="minus", keys="Space")
        self._lay_out()
        self.skip.clicked.connect(self._skip)
        key = QShortcut(QKeySequence("Space"), self.table)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._skip)
        self.filter.chosen.connect(lambda _key: self._show_rows())
        self.targets.clicked.connect(lambda on: self.targets_chosen.emit(TAKE if on else KEEP))
        self.lines.clicked.connect(lambda on: self.lines_chosen.emit(ADD if on else ""))

    def show_found(self, found: Found) -> None:
        """Show a plan; where something is refused, that comes first."""
        self._count(found)
        self.filter.set_current(_ALL)
        said = [sentence(trouble, self._look.language) for trouble in found.planned.unlikely[:3]]
        self.doubts.set_wording("\n".join(said))
        self.doubts.setVisible(bool(said))
        self._show_targets(found)
        self._show_lines(found)
        self._show_rows()

    def go_to_open(self) -> None:
        """Go to what keeps the import from being done: lines to be added, else the first row."""
        if self.lines.isVisibleTo(self) and not self.lines.isChecked():
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_skipped(self, found: Found) -> None:
        """Show a plan of the same rows that leaves others out; one stays where one stands."""
        self._count(found)
        self.model.show_skipped(found.skipped)

    def _count(self, found: Found) -> None:
        self._found = found
        for result, label in self.counters.items():
            label.set_wording(f"{found.counts[result]:,}")

    def _skip(self) -> None:
        """Leave the chosen rows out, or take them in again where all of them are out."""
        if self._found is None:
            return
        lines = self.table.selectionModel().selectedRows()
        rows = [self.model.row(index.row()) for index in lines]
        chosen = {row.where for row in rows if can_be_skipped(row)}
        before = self._found.skipped
        after = before - chosen if chosen <= before else before | chosen
        if after != before:
            self.skip_requested.emit(after)

    def _show_targets(self, found: Found) -> None:
        """Whether targets of KPIs that the document has are taken from the list: asked where they
        differ, and taken unless somebody says no."""
        differing = found.planned.source.told
        self.targets.setVisible(bool(differing))
        self.targets.setChecked(found.understood.recipe.targets != KEEP)
        if differing:
            facts = {"count": str(len(differing)), "start": str(differing[0].facts["start"])}
            self.targets.setText(self._look.say("window.workbook.targets", **facts))

    def _show_lines(self, found: Found) -> None:
        """Whether the lines that targets lack are to be added: asked, and not done unless said."""
        count = found.understood.lacking
        self.lines.setVisible(count > 0)
        self.lines.setChecked(found.understood.recipe.lines == ADD)
        self.lines.setText(self._look.say("window.workbook.lines", count=str(count)))

    def _show_rows(self) -> None:
        if self._found is not None:
            key = self.filter.current
            rows = [row for row in self._found.rows if key in (_ALL, row.result.value)]
            self.model.show_rows(rows, self._found.skipped)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(16)
        for result in Result:
            row.addWidget(self._card(result))
        column.addLayout(row)
        column.addWidget(self.doubts)
        column.addWidget(self.targets)
        column.addWidget(self.lines)
        above = QHBoxLayout()
        above.addWidget(self.filter)
        above.addStretch(1)
        above.addWidget(self.skip)
        column.addLayout(above)
        column.addWidget(self.table, 1)

    def _card(self, result: Result) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 8, 16, 8)
        inner.setSpacing(0)
        word = Label(self._look, Said(f"window.workbook.result.{result}"), role="secondary_medium")
        inner.addWidget(word)
        inner.addWidget(self.counters[result])
        meaning = Said(f"window.workbook.result.{result}.meaning")
        inner.addWidget(Label(self._look, meaning, role="secondary", colour="text2"))
        return card
