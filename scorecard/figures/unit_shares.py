"""What part of a whole unit's value each of its units has (佔比), where these add up to it."""

from collections.abc import Iterable

from scorecard.board import Board
from scorecard.evaluation import Cell, Evaluation, Line
from scorecard.formula import FormulaError, is_additive
from scorecard.model.records import Node
from scorecard.model.units import is_within
from scorecard.period import Period
from scorecard.vocabulary import Method, known


def unit_shares(evaluation: Evaluation, lines: Iterable[Line]) -> dict[str, float]:
    """The shares by node, as fractions, of lines that stand below one of the same KPI.

    A share is told only of a KPI whose measures are added over units by a sum, of values of one
    and the same period and definition, none of them below zero.
    """
    by_node = {line.node.id: line for line in lines}
    found: dict[str, float] = {}
    for line in by_node.values():
        whole = by_node.get(line.node.parent or "")
        if whole is not None and _is_part(evaluation.board, line.node, whole.node):
            share = _share(evaluation, line, whole)
            if share is not None:
                found[line.node.id] = share
    return found


def _is_part(board: Board, node: Node, whole: Node) -> bool:
    is_same = node.kpi is not None and node.kpi == whole.kpi
    return is_same and is_within(board.orgs, node.org, whole.org)


def _share(evaluation: Evaluation, line: Line, whole: Line) -> float | None:
    cell, above = line.cell, whole.cell
    if cell is None or above is None or line.stale or whole.stale:
        return None
    return share_of(evaluation, cell, above)


def share_of(evaluation: Evaluation, cell: Cell, whole: Cell) -> float | None:
    """The share of a unit's value in that of the whole, both of one KPI; None where it cannot be
    told."""
    part, total = known(cell.value), known(whole.value)
    if part is None or total is None or cell.period != whole.period:
        return None
    if part < 0 or total <= 0 or part > total:
        return None
    return part / total if adds_up(evaluation, cell.version.kpi, whole.period) else None


def adds_up(evaluation: Evaluation, kpi: str, period: Period) -> bool:
    """Whether the value of a whole is the sum of its parts."""
    day = evaluation.board.settings.calendar.span(period).first
    version = evaluation.board.version(kpi, day)
    if version is None:
        return False
    meaning = evaluation.valuation.definitions.meaning(version, day)
    if isinstance(meaning, FormulaError) or not is_additive(meaning.tree):
        return False
    return all(measure.over_org is Method.SUM for measure in meaning.measures.values())
