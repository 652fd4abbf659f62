"""What a value would mean before it is entered: the same evaluation with it."""

from scorecard.board import Place
from scorecard.evaluation import Evaluation
from scorecard.model.edits import Edit
from scorecard.model.records import Entry
from scorecard.period import Period


def what_if(evaluation: Evaluation, place: Place, period: Period, value: float) -> Evaluation:
    """`evaluation` as it would be with `value` entered."""
    measure, org = place
    before = evaluation.board.entry(measure, org, period.code)
    edit = Edit(before, Entry(measure, org, period.code, value))
    return evaluation.after(evaluation.board.after([edit]), [edit])
