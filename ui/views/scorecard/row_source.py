"""The rows of the tree, and what else it shows of a line, as the evaluation says them."""

from collections.abc import Mapping
from typing import NamedTuple

from scorecard.evaluation import Evaluation
from scorecard.figures.unit_shares import unit_shares
from scorecard.text import Said
from ui.bridge import Bridge
from ui.rows import Filter, Rows, rows_of
from ui.tree.model import Spark


class _Foreseen(NamedTuple):
    evaluation: Evaluation
    chosen: Filter
    rows: Rows
    flips: Mapping[str, tuple[Said, ...]]


class RowSource:
    """Of what a long step changes, rows are made beside the window before they are shown, and what
    is seen of them is worked out: all rows when they come, the rest of lines that were painted."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge, self._chosen = bridge, Filter()
        self._painted: set[str] = set()
        self._foreseen: _Foreseen | None = None
        bridge.foreseeing.append(self._foresee)

    def rows(self, chosen: Filter) -> Rows:
        """The lines that `chosen` lets through."""
        self._chosen = chosen
        evaluation, foreseen = self._bridge.evaluation, self._foreseen
        if foreseen is not None and foreseen.evaluation is evaluation:
            return foreseen.rows if foreseen.chosen == chosen else _rows(evaluation, chosen)
        self._foreseen = None
        return _rows(evaluation, chosen)

    def spark(self, node: str) -> Spark:
        """The last periods of a line."""
        self._painted.add(node)
        return _spark(self._bridge.evaluation, node)

    def flips(self, node: str) -> tuple[Said, ...]:
        """What would give a line another colour."""
        self._painted.add(node)
        evaluation, foreseen = self._bridge.evaluation, self._foreseen
        if foreseen is not None and foreseen.evaluation is evaluation and node in foreseen.flips:
            return foreseen.flips[node]
        return _flips(evaluation, node)

    def _foresee(self, evaluation: Evaluation) -> None:
        chosen = self._chosen
        rows = _rows(evaluation, chosen)
        seen = [rows.lines[node] for node in self._painted & rows.lines.keys()]
        for line in seen:
            _ = line.previous, line.last_year
            if line.cell is not None:
                _spark(evaluation, line.node.id)
        flips = {each.node.id: _flips(evaluation, each.node.id) for each in seen if not each.cell}
        self._foreseen = _Foreseen(evaluation, chosen, rows, flips)


def _rows(evaluation: Evaluation, chosen: Filter) -> Rows:
    lines = evaluation.lines()
    return rows_of(lines, evaluation.board, chosen, unit_shares(evaluation, lines))


def _spark(evaluation: Evaluation, node: str) -> Spark:
    from scorecard.figures.trend import spark

    line = evaluation.board.nodes[node]
    return spark(evaluation, line.kpi or "", line.org or "")


def _flips(evaluation: Evaluation, node: str) -> tuple[Said, ...]:
    from scorecard.figures.flips import flips_said

    return flips_said(evaluation, node)
