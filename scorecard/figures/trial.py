"""A definition tried out on the past: how its last periods would have been coloured (product 30).

Nothing of this is kept; the past stays as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.evaluation import Cell, Evaluation, of
from scorecard.figures.trend import history
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Target
from scorecard.vocabulary import Status

#: Before every period that a document may speak of: the trial holds for all of the past.
ALWAYS = "1900"
JUDGED = (Status.GREEN, Status.AMBER, Status.RED)


@dataclass(frozen=True, slots=True)
class Trial:
    """`cells` are the last periods under the definition tried, `before` as they are, both oldest
    first; `evaluation` is all of the document under it."""

    cells: tuple[Cell, ...]
    before: tuple[Cell, ...]
    evaluation: Evaluation

    @property
    def now(self) -> Cell:
        """The newest period under the definition tried."""
        return self.cells[-1]

    @property
    def counts(self) -> Mapping[Status, tuple[int, int]]:
        """How many of the last periods have each colour: as it is, and as it would be."""
        return {
            status: (
                sum(cell.status is status for cell in self.before),
                sum(cell.status is status for cell in self.cells),
            )
            for status in JUDGED
        }


def trial(
    evaluation: Evaluation, version: KpiVersion, target: Target | None, org: str, back: int
) -> Trial:
    """The last `back` of the KPI's own periods at `org` up to the view, with the definition and
    the target for all. They must be sound; nothing is written."""
    board = evaluation.board.after(_edits(evaluation.board, version, target, org))
    tried = of(board, evaluation.view, evaluation.valuation.today)
    kpi = version.kpi
    return Trial(history(tried, kpi, org, back), history(evaluation, kpi, org, back), tried)


def _edits(board: Board, version: KpiVersion, target: Target | None, org: str) -> tuple[Edit, ...]:
    """The definition and its target in place of all those that there are at the unit."""
    gone = [Edit(each, None) for each in board.versions[version.kpi]]
    gone += [Edit(each, None) for each in board.targets.get((version.kpi, org), ())]
    made = [Edit(None, replace(version, effective=ALWAYS))]
    if target is not None:
        made.append(Edit(None, replace(target, start=ALWAYS)))
    return (*gone, *made)
