"""Two lines of text: what feeds the KPI that is looked at, and what uses it."""

from scorecard.evaluation.lineage import Ways
from scorecard.figures.lineage import names_of
from scorecard.text import Said
from scorecard.vocabulary import Words
from ui.look import Look
from ui.views.panel.subject import Subject
from ui.widgets.label import Label


class LineageLines:
    """`feeds` and `used_by`, each hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        self.feeds, self.used_by = (
            Label(look, "", role="secondary", colour="text2", wrap=True) for _ in range(2)
        )
        self._ways: Ways | None = None

    def show_subject(self, subject: Subject) -> None:
        """Tell about another KPI; the ways are found once for each state of the document."""
        board = subject.board
        if self._ways is None or self._ways.board is not board:
            day = subject.evaluation.view.last_day(board.settings.calendar)
            self._ways = Ways(board, day)
        lineage = self._ways.lineage(f"kpi:{subject.kpi}")
        lines = (("feeds", self.feeds), ("used_by", self.used_by))
        for (key, label), links in zip(lines, lineage, strict=True):
            zh, en = (names_of(board, links, language) for language in ("zh_TW", "en"))
            label.set_wording(Said(f"lineage.{key}", {"names": Words(zh, en)}))
            label.setVisible(bool(zh))
