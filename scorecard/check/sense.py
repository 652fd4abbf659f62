"""What a formula that can be computed says and hardly means: units, ratios that are added."""

from scorecard.board import Board
from scorecard.check.formulas import resolved
from scorecard.formula.mistake import FormulaError
from scorecard.formula.ratio_check import divides, ratio_warnings
from scorecard.formula.tree import Name, walk
from scorecard.formula.unit_check import unit_warnings
from scorecard.formula.units import Share, Unit, read_unit
from scorecard.model.records import KpiVersion
from scorecard.trouble import Trouble
from scorecard.vocabulary import Method


def doubts(board: Board, version: KpiVersion) -> tuple[Trouble, ...]:
    """The warnings about a definition's formula, each with its position; none of them forbids
    it. Nothing is said of a formula that cannot be read."""
    try:
        tree = resolved(version, board) if version.formula else None
    except FormulaError:
        return ()
    if tree is None:
        return ()
    units = unit_warnings(tree, lambda name: _unit(board, name), read_unit(version.unit))
    return (*units, *ratio_warnings(tree, lambda name: _is_ratio(board, name)))


def _unit(board: Board, name: str) -> Unit | None:
    """The unit of `measure:ID` or `kpi:ID`; what is counted is a number, whatever is typed."""
    kind, _, own_id = name.partition(":")
    if kind == "kpi":
        return read_unit(board.latest(own_id).unit, Share.OF_KPI)
    measure = board.measures[own_id]
    if Method.COUNT in (measure.over_time, measure.over_org):
        return None
    return read_unit(measure.unit)


def _is_ratio(board: Board, name: str) -> bool:
    """Whether a KPI is a quotient, or is made of one that is."""
    waiting, seen = [name], {name}
    while waiting:
        kind, _, own_id = waiting.pop().partition(":")
        formula = board.latest(own_id) if kind == "kpi" else None
        try:
            tree = resolved(formula, board) if formula and formula.formula else None
        except FormulaError:
            continue
        if tree is not None and divides(tree):
            return True
        named = {part.name for part in walk(tree) if isinstance(part, Name)} if tree else set()
        waiting += named - seen
        seen |= named
    return False
