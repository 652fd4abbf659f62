"""Counts what an act on a draft would paint anew, and has the banner say so before it is done."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from scorecard.commands.revise_definition import ReviseDefinition
from scorecard.evaluation import Evaluation
from scorecard.figures.repaint import repaint, repaint_said, repainting
from scorecard.period import first_day
from scorecard.text import Said
from scorecard.trouble import Refused
from ui.forms.draft import Draft, Outcome
from ui.turns import Turns
from ui.views.panel.draft_banner import DraftBanner


class Repainting(QObject):
    """An act that begins after today paints nothing anew, and nothing is said of it."""

    def __init__(self, banner: DraftBanner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner, self._turns = banner, Turns(self)
        self._turns.finished.connect(self._tell)

    def count(
        self, evaluation: Evaluation, draft: Draft, outcome: Outcome, *, correct: bool
    ) -> None:
        """Begin to count for what `draft` makes of a definition."""
        self._turns.stop()
        version = outcome.definition.version
        begins = first_day(version.effective, evaluation.board.settings.calendar)
        if not outcome.can_be_tried or begins > evaluation.valuation.today:
            self._banner.show_repaint("")
            return
        target = outcome.definition.target
        changed = target if target != draft.base.target else None
        try:
            change = ReviseDefinition(version, changed, correct)(evaluation.board)
        except Refused:  # the banner says why when the act is tried
            self._banner.show_repaint("")
            return
        self._banner.show_repaint(Said("repaint.counting"))
        self._turns.start(repainting(evaluation, change.edits))

    def stop(self) -> None:
        """Nobody asks any more."""
        self._turns.stop()
        self._banner.show_repaint("")

    def _tell(self, parts: Iterable[dict[object, int]]) -> None:
        found = repaint(parts)  # type: ignore[arg-type]  # what repainting gave
        self._banner.show_repaint(repaint_said(found) if found.periods else "")
