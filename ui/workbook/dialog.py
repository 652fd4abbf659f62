"""A workbook into the open document: read, matched, previewed, taken in one step."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from scorecard.commands.importing import ImportBoard
from scorecard.exchange.mapping.questions import Option
from scorecard.exchange.mapping.recipe import Recipe
from scorecard.exchange.preview import Result
from scorecard.text import Said, sentence
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Status
from ui.bridge import Bridge
from ui.long_imports import is_long_plan, write_beside
from ui.look import Look
from ui.stepping import go
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.workbook.found import Found, laid, opening, skipping
from ui.workbook.match_page import MatchPage
from ui.workbook.moved_lines import moved, statuses
from ui.workbook.preview_page import PreviewPage
from ui.workbook.result_page import ResultPage
from ui.workbook.steps import Step, StepLine
from ui.workbook.working import Job, Working

SIZE = QSize(1160, 720)
#: What the frame of a window takes of a screen that is no larger.
EDGES = QSize(16, 56)


class WorkbookImport(QDialog):
    """Leads through the steps; nothing is written before the last button but one."""

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None, path: Path) -> None:
        super().__init__(parent)
        self._bridge, self._look, self._path = bridge, look, path
        self.found: Found | None = None
        self._recipe, self._returns = Recipe(), False
        self.work = Working(self)
        self.steps = StepLine(look)
        self.waiting = Label(look, Said("window.workbook.reading", {"name": path.name}))
        self.waiting.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.match_page = MatchPage(look, bridge.board, bridge.today().year)
        self.preview_page = PreviewPage(look)
        self.result_page = ResultPage(look)
        self.pages = QStackedWidget()
        self.told = Label(look, Said("window.workbook.nothing_yet"), role="secondary")
        self.back = Button(look, Said("window.workbook.back"))
        self.onward = Button(look, Said("window.workbook.preview"), Kind.PRIMARY, keys="Ctrl Enter")
        self._lay_out()
        self._listen()
        self._show_step(Step.FILE)
        self.work.start(opening(path, bridge.board, bridge.today()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whatever is still read is left."""
        self.work.leave()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on from wherever it means nothing else; to what is open where there is
        anything."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.onward.isEnabled():
            self.go_on()
        else:
            self._go_to_open()

    @property
    def step(self) -> Step:
        """Where somebody stands."""
        return Step(self.pages.currentIndex())

    def go_on(self) -> None:
        """To the preview, then the import, then out."""
        if self.step is Step.MATCH and self.onward.isEnabled():
            self._show_step(Step.PREVIEW)
        elif self.step is Step.PREVIEW and self.onward.isEnabled():
            self._take()
        elif self.step is Step.RESULT:
            self.accept()

    def go_back(self) -> None:
        """One step back, as long as nothing is written."""
        if self.step is Step.PREVIEW:
            self._show_step(Step.MATCH)
        elif self.step in (Step.FILE, Step.MATCH):
            self.reject()

    def _listen(self) -> None:
        self.work.done.connect(self._on_done)
        self.match_page.answered.connect(self._on_answered)
        self.match_page.org_chosen.connect(lambda org: self._again(replace(self._recipe, org=org)))
        self.match_page.year_chosen.connect(self._on_year)
        self.match_page.new_chosen.connect(lambda new: self._again(replace(self._recipe, new=new)))
        self.preview_page.skip_requested.connect(self._skip)
        self.preview_page.targets_chosen.connect(
            lambda said: self._again(replace(self._recipe, targets=said))
        )
        self.preview_page.lines_chosen.connect(
            lambda said: self._again(replace(self._recipe, lines=said))
        )
        self.result_page.undo_requested.connect(self._undo)
        self.back.clicked.connect(self.go_back)
        self.onward.clicked.connect(self.go_on)
        keys = {"Ctrl+Return": self.go_on, "Alt+Left": self.go_back, "F8": self._next_doubt}
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _lay_out(self) -> None:
        title = Said("window.import.title", {"name": self._path.name})
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self._look.tell(title))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(Label(self._look, title, role="h2"))
        column.addWidget(self.steps)
        for page in (self.waiting, self.match_page, self.preview_page, self.result_page):
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.back)
        row.addWidget(self.onward)
        column.addLayout(row)
        self.resize(SIZE.boundedTo(self.screen().availableSize() - EDGES))

    def _on_done(self, found: object) -> None:
        if isinstance(found, Trouble):
            self.waiting.set_wording(sentence(found, self._look.language))
            self.waiting.setWordWrap(True)
            return
        if isinstance(found, Found):
            before, self.found = self.found, found
            if before is not None and self.step is Step.PREVIEW:
                self._preview_again(before, found)
            else:
                self.match_page.show_found(found)
                self._show_step(Step.MATCH)

    def _preview_again(self, before: Found, found: Found) -> None:
        """Show another plan where one is looked at; what was left out of it stays so."""
        if found.rows is before.rows:
            self.preview_page.show_skipped(found)
            self._tell(Step.PREVIEW)
            if self._returns and self.onward.isEnabled():
                self.onward.setFocus()
            self._returns = False
            return
        self.match_page.show_found(found)
        self._show_step(Step.PREVIEW)
        if before.skipped:
            self._skip(before.skipped)

    def _on_answered(self, name: str, option: Option) -> None:
        self._again(self._recipe.with_name(name, option.choice))

    def _on_year(self, year: int) -> None:
        if year != self._recipe.year:
            self._again(replace(self._recipe, year=year))

    def _again(self, recipe: Recipe) -> None:
        """Lay the workbook beside the document once more, with another answer."""
        self._recipe = recipe
        if self.found is not None:
            job = laid(self.found.workbook, self._bridge.board, recipe, self._bridge.today())
            self._work(job)

    def _skip(self, places: frozenset[str]) -> None:
        """Leave these cells alone out of the import."""
        if self.found is not None:
            self._work(skipping(self.found, places))

    def _work(self, job: Job) -> None:
        """Work something out; the keyboard that was on the button onward comes back to it."""
        self._returns = self._returns or self.onward.hasFocus()
        self.onward.refuse(Said("window.workbook.working"))
        self.work.start(job)

    def _take(self) -> None:
        if self.found is None:
            return
        planned, before = self.found.planned, statuses(self._bridge.evaluation)
        if is_long_plan(planned):
            done = partial(self._show_result, before)
            write_beside(self._bridge, self._look, self, planned, done)
            return
        try:
            self._bridge.run(ImportBoard(planned.source.name, planned.edits_on))
        except Refused as refused:
            self.told.set_wording(sentence(refused.troubles[0], self._look.language))
            return
        self._show_result(before)

    def _show_result(self, before: Mapping[str, Status]) -> None:
        if self.found is not None:
            self.result_page.show_found(self.found, moved(before, self._bridge.evaluation))
            self._show_step(Step.RESULT)

    def _undo(self) -> None:
        parent = self.parentWidget()
        go("undo", self._bridge, self._look, parent if parent is not None else self)
        self.accept()

    def _next_doubt(self) -> None:
        if self.step is Step.MATCH:
            self.match_page.questions.focus_open()

    def _show_step(self, step: Step) -> None:
        self.pages.setCurrentIndex(step)
        self.steps.show_step(step)
        self.back.setVisible(step is not Step.RESULT)
        if step is Step.PREVIEW and self.found is not None:
            self.preview_page.show_found(self.found)
        self._tell(step)
        self._returns = False
        if self.onward.isEnabled():  # where nothing is open, Enter leads on and not back
            self.onward.setFocus()
        elif step is Step.FILE:
            self.waiting.setFocus()  # not on the button back: Enter would leave
        elif step is Step.PREVIEW:
            self.preview_page.go_to_open()

    def _go_to_open(self) -> None:
        if self.step is Step.MATCH and not self.work.is_busy:
            self.match_page.questions.focus_open()

    def _tell(self, step: Step) -> None:
        """The button onward, why it waits, and what is written by now."""
        why = self._why_not(step) if step is Step.PREVIEW else None
        nothing = "" if step is Step.RESULT else Said("window.workbook.nothing_yet")
        self.told.set_wording(why or nothing)
        words = {
            Step.FILE: Said("window.workbook.preview"),
            Step.PREVIEW: Said("window.workbook.take"),
            Step.RESULT: Said("window.close"),
        }
        self.onward.set_wording(self._preview_words() if step is Step.MATCH else words[step])
        self.onward.refuse(self._why_not(step))

    def _preview_words(self) -> Said:
        """The button to the preview says how much is still to be settled."""
        count = self.found.open_questions if self.found is not None else 0
        if count == 0:
            return Said("window.workbook.preview")
        return Said("window.workbook.preview_open", {"count": str(count)})

    def _why_not(self, step: Step) -> Said | None:
        if step is Step.RESULT:
            return None
        if self.found is None or self.work.is_busy:
            return Said("window.workbook.working")
        open_ones = self.found.open_questions
        if step is Step.MATCH:
            return Said("window.workbook.open", {"count": str(open_ones)}) if open_ones else None
        if self.found.planned.refused:
            count = str(self.found.counts[Result.REFUSED])
            return Said("window.workbook.refused", {"count": count})
        return None if self.found.planned.edits else Said("window.import.nothing")
