"""Lazy results of a board for one view: cells, lines, and how they changed."""

from collections.abc import Iterable
from datetime import date

from scorecard.board import Board
from scorecard.bounds import Outlook, outlook
from scorecard.evaluation.forest import Forest
from scorecard.evaluation.line import Cell as Cell
from scorecard.evaluation.line import Line as Line
from scorecard.evaluation.reuse import Users, affected, regrown, touches_definitions, touches_names
from scorecard.evaluation.valuation import Valuation
from scorecard.evaluation.view import View as View
from scorecard.model.edits import Edit
from scorecard.sensitivity import OTHERS, Flip, flips


class Evaluation:
    """What a board says in a view as of `today`; nothing is worked out before it is asked for.

    `valuation` holds the cells of all views of the board.
    """

    def __init__(
        self,
        valuation: Valuation,
        view: View,
        users: Users | None = None,
        forest: Forest | None = None,
    ) -> None:
        self.board = valuation.board
        self.view = view
        self.valuation = valuation
        self._users = users
        self._forest = Forest(valuation) if forest is None else forest

    def line(self, node_id: str) -> Line:
        """The line of a node. Raises KeyError where there is none."""
        return self._forest.line(node_id, self.view)

    def lines(self) -> tuple[Line, ...]:
        """All lines in the order of the tree, a parent before its children."""
        return self._forest.lines(self.view)

    def below(self, node_id: str | None) -> tuple[str, ...]:
        """The nodes right below a line (None: at the top) that are part of the view, in the
        order of the tree."""
        return self._forest.tree(self.view).below(node_id)

    def cell(self, kpi: str, org: str, view: View | None = None) -> Cell:
        """A KPI at an org unit in this or another view. Raises KeyError for no such KPI."""
        return self.valuation.cell(kpi, org, view or self.view)

    def outlook(self, node_id: str) -> Outlook | None:
        """What the missing below a line can still make of it, by their nodes; None where none of
        them matters, and for a KPI, whose colour is its own (R-ROLL-10)."""
        if self.line(node_id).cell is not None:
            return None
        tree = self._forest.tree(self.view)
        return outlook(tree.branches(node_id), tree.rules)

    def flips(self, node_id: str) -> tuple[Flip, ...]:
        """Under which other conventions and weights a line has another colour; none for a KPI."""
        if self.line(node_id).cell is not None:
            return ()
        tree = self._forest.tree(self.view)
        others = {
            code: self._forest.otherwise(self.view, convention).children(node_id)
            for code, convention in OTHERS.items()
        }
        return flips(tree.children(node_id), others, tree.rules)

    def at(self, view: View) -> "Evaluation":
        """The same board in another view; cells and lines are shared."""
        return Evaluation(self.valuation, view, self._users, self._forest)

    def anew(self, board: Board) -> "Evaluation":
        """The evaluation of a later board in the same view, with nothing of this one in it: another
        thread may work it out while this one is shown."""
        fresh = Valuation(board, self.valuation.today)
        return Evaluation(fresh, self.view, forest=Forest(fresh, self._forest.edition + 1))

    def let_go(self) -> None:
        """Forget every line, so that nothing is left once another takes the place of this one."""
        self._forest.let_go()

    @property
    def users(self) -> Users:
        """Who uses what on the board."""
        if self._users is None:
            self._users = Users(self.board, self.valuation.definitions)
        return self._users

    def after(self, board: Board, edits: Iterable[Edit]) -> "Evaluation":
        """The evaluation of `board`, which is this one's board after `edits`; cells and lines
        that they cannot have changed are kept."""
        edits, users = tuple(edits), self.users
        fresh = Valuation(board, self.valuation.today)
        forest = Forest(fresh, self._forest.edition + 1)
        changed, redefined = affected(edits, users), touches_definitions(edits)
        if changed is not None:
            fresh.keep(self.valuation, changed, same_definitions=not redefined)
            if not touches_names(edits):
                forest.keep(self._forest, changed, regrown(edits, self.board.nodes, board.nodes))
        return Evaluation(fresh, self.view, None if redefined else users, forest)


def of(board: Board, view: View, today: date) -> Evaluation:
    """The evaluation of a board in a view; `today` decides what is due."""
    return Evaluation(Valuation(board, today), view)
