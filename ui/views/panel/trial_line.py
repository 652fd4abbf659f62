"""What a draft gives: its value, doubts about its formula, its limits, the past under it."""

from scorecard.check.sense import doubts
from scorecard.evaluation import Cell, Evaluation
from scorecard.figures.trend import history
from scorecard.figures.trial import Trial, trial
from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.forms.draft import Draft, Outcome
from ui.look import Look
from ui.views.panel.limit_bar import LimitBar
from ui.views.panel.live_value import LiveValue
from ui.views.panel.subject import Subject
from ui.widgets.label import Label

#: How many periods are tried.
BACK = 12


class TrialLine:
    """Four parts that the form puts under their fields: `live`, `doubt`, `limits`, `past`.

    While the draft cannot be computed the last good result stays, greyed. A doubt about units or
    ratios forbids nothing.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self.live = LiveValue(look, self._again)
        self.result = self.live.result
        self.doubt = Label(look, "", role="secondary", colour=Status.AMBER, wrap=True)
        self.doubt.hide()
        self.limits = LimitBar(look)
        self.past = Label(look, "", role="secondary", colour="text2", wrap=True)
        self._about = ""
        self._shown: tuple[Subject, Draft, Outcome] | None = None

    def show_outcome(self, subject: Subject, draft: Draft, outcome: Outcome) -> None:
        """Try the draft out on the line that is looked at."""
        if subject.kpi != self._about:
            self._about = subject.kpi
            self.live.forget()
        self._shown = (subject, draft, outcome)
        self._show_doubt(subject, outcome)
        if not outcome.can_be_tried:
            self.result.set_colour("text3")
            self.past.set_wording("")
            return
        self.result.set_colour("text")
        if draft.is_empty and draft.base.version == subject.version:
            self._show_as_it_is(subject)
        else:
            tried = outcome.definition
            found = trial(subject.evaluation, tried.version, tried.target, tried.org, BACK)
            self._show_trial(found, tried.org)

    def _again(self) -> None:
        if self._shown is not None:
            self.show_outcome(*self._shown)

    def _show_doubt(self, subject: Subject, outcome: Outcome) -> None:
        """The first doubt about the formula; the next one is told when it is gone."""
        first = next(iter(doubts(subject.board, outcome.definition.version)), None)
        self.doubt.set_wording(Said(f"trouble.{first.code}", first.facts) if first else "")
        self.doubt.setVisible(first is not None)

    def _show_as_it_is(self, subject: Subject) -> None:
        cells = history(subject.evaluation, subject.kpi, subject.org, BACK)
        self._show(subject.evaluation, cells, subject.org)
        self.past.setVisible(False)

    def _show_trial(self, tried: Trial, org: str) -> None:
        self._show(tried.evaluation, tried.cells, org)
        facts = {
            f"{status}_{when}": str(count)
            for status, both in tried.counts.items()
            for when, count in zip(("was", "now"), both, strict=True)
        }
        self.past.set_wording(Said("panel.trial.past", {**facts, "count": str(len(tried.cells))}))
        self.past.setVisible(True)

    def _show(self, evaluation: Evaluation, cells: tuple[Cell, ...], org: str) -> None:
        naming, newest = evaluation.board.settings.naming, cells[-1]
        self.live.offer(newest.period, naming)
        self.live.show_cell(self.live.asked_of(evaluation, newest, org), naming)
        self.limits.show_cells(cells)
