"""That a longer period is made of weeks, each by its Thursday (R-TIME-3)."""

from collections.abc import Iterator

from scorecard.evaluation import Evaluation, Line, View
from scorecard.formula import FormulaError
from scorecard.period import MONTHS
from scorecard.text import Said
from scorecard.vocabulary import Frequency, Missing


def by_weeks(evaluation: Evaluation, line: Line) -> Iterator[Said]:
    """The sentence for the value of a month, quarter, half or year that weeks went into."""
    cell, node = line.cell, line.node
    if cell is None or node.kpi is None or node.org is None or isinstance(cell.value, Missing):
        return
    view = View(cell.period) if line.stale else evaluation.view
    if view.period.kind not in MONTHS and not view.upto:
        return
    situation = evaluation.valuation.situation(node.kpi, node.org, view)
    if isinstance(situation, FormulaError):
        return
    if Frequency.WEEK in situation.meaning.frequencies:
        weeks = {
            key[2]
            for name in situation.meaning.measures
            for key in situation.scope.entries_of(name)
        }
        yield Said("why.by_weeks", {"count": str(sum("-W" in code for code in weeks))})
