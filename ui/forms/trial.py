"""A definition tried out: its value now, and how the last periods would have been coloured."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.evaluation import Cell, Evaluation, of
from scorecard.figures.trend import history
from scorecard.model.edits import Edit
from scorecard.vocabulary import Status
from ui.forms.definition import Definition

#: Before every period that a document may speak of: the trial holds for all of the past.
ALWAYS = "1900"
BACK = 12


@dataclass(frozen=True, slots=True)
class Trial:
    """`cells` are the last periods under the definition tried, `before` as they are, both oldest
    first. Nothing of this is kept."""

    cells: tuple[Cell, ...]
    before: tuple[Cell, ...]

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
            for status in (Status.GREEN, Status.AMBER, Status.RED)
        }


def trial(evaluation: Evaluation, definition: Definition) -> Trial:
    """The last twelve of the KPI's own periods up to the view, with `definition` for all.

    The definition must be sound; nothing is written.
    """
    board = evaluation.board.after(_edits(evaluation.board, definition))
    tried = of(board, evaluation.view, evaluation.valuation.today)
    kpi, org = definition.version.kpi, definition.org
    return Trial(history(tried, kpi, org, BACK), history(evaluation, kpi, org, BACK))


def _edits(board: Board, definition: Definition) -> tuple[Edit, ...]:
    """The definition and its target in place of all those that there are at the unit."""
    version, target = replace(definition.version, effective=ALWAYS), definition.target
    place = (version.kpi, definition.org)
    gone = [Edit(each, None) for each in board.versions[version.kpi]]
    gone += [Edit(each, None) for each in board.targets.get(place, ())]
    made = [Edit(None, version)]
    if target is not None:
        made.append(Edit(None, replace(target, start=ALWAYS)))
    return (*gone, *made)
