"""Lazy results of a board for one view: cells, lines, and how they changed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from scorecard.board import Board
from scorecard.change import Change, compare
from scorecard.evaluation.line import Cell as Cell
from scorecard.evaluation.line import Line as Line
from scorecard.evaluation.reuse import Users, affected, touches_definitions
from scorecard.evaluation.tree import Tree
from scorecard.evaluation.valuation import Valuation
from scorecard.evaluation.view import View as View
from scorecard.model.edits import Edit
from scorecard.number import snap
from scorecard.vocabulary import Missing


class Evaluation:
    """What a board says in a view as of `today`; nothing is worked out before it is asked for.

    `valuation` holds the cells of all views of the board.
    """

    def __init__(self, valuation: Valuation, view: View, users: Users | None = None) -> None:
        self.board = valuation.board
        self.view = view
        self.valuation = valuation
        self._users = users
        self._trees: dict[View, Tree] = {}
        self._lines: dict[str, Line] = {}

    def line(self, node_id: str) -> Line:
        """The line of a node with its changes. Raises KeyError where there is none."""
        if node_id not in self._lines:
            bare = self._tree(self.view).line(node_id)
            self._lines[node_id] = replace(
                bare,
                previous=self._change(bare, self.view.shifted(-1)),
                last_year=self._change(bare, self.view.year_before),
            )
        return self._lines[node_id]

    def lines(self) -> tuple[Line, ...]:
        """All lines in the order of the tree, a parent before its children."""
        return tuple(self.line(node_id) for node_id in self._tree(self.view).order())

    def cell(self, kpi: str, org: str, view: View | None = None) -> Cell:
        """A KPI at an org unit in this or another view. Raises KeyError for no such KPI."""
        return self.valuation.cell(kpi, org, view or self.view)

    def at(self, view: View) -> "Evaluation":
        """The same board in another view; cells are shared."""
        return Evaluation(self.valuation, view, self._users)

    def after(self, board: Board, edits: Iterable[Edit]) -> "Evaluation":
        """The evaluation of `board`, which is this one's board after `edits`; cells that they
        cannot have changed are kept."""
        edits = tuple(edits)
        users = self._users or Users(self.board)
        fresh = Valuation(board, self.valuation.today)
        changed, redefined = affected(edits, users), touches_definitions(edits)
        if changed is not None:
            fresh.keep(self.valuation, changed, same_definitions=not redefined)
        return Evaluation(fresh, self.view, None if redefined else users)

    def _tree(self, view: View) -> Tree:
        if view not in self._trees:
            self._trees[view] = Tree(self.valuation, view)
        return self._trees[view]

    def _change(self, line: Line, base: View | None) -> Change | None:
        """The change of a line since `base`: of its value, or of a parent's score."""
        if base is None:
            return None
        if line.cell is not None:
            return self._value_change(line, line.cell, base)
        before = self._tree(base).line(line.node.id).score
        if before is None or line.score is None:
            return None
        gained = snap(line.score - before)
        return Change(absolute=gained, better=gained > 0 if gained else None)

    def _value_change(self, line: Line, cell: Cell, base: View) -> Change | None:
        """None where there is nothing to compare, or where the two do not mean the same."""
        before = self.cell(line.node.kpi or "", line.node.org or "", base)
        if line.stale or isinstance(cell.value, Missing) or isinstance(before.value, Missing):
            return None
        if (before.version.formula, before.version.unit) != (
            cell.version.formula,
            cell.version.unit,
        ):
            return None
        percent = cell.version.unit == "%"
        return compare(cell.value, before.value, cell.criterion, percent=percent)


def of(board: Board, view: View, today: date) -> Evaluation:
    """The evaluation of a board in a view; `today` decides what is due."""
    return Evaluation(Valuation(board, today), view)
