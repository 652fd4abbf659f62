"""Mistakes in formulas: wrong signs, unknown names, each with its place."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from scorecard.board import Board
from scorecard.check.fault import Fault, fault
from scorecard.formula.grammar import parse
from scorecard.formula.mistake import FormulaError
from scorecard.formula.names import resolve
from scorecard.formula.tree import Name, Tree, walk
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Measure


def formula_faults(board: Board, edits: Sequence[Edit]) -> Iterator[Fault]:
    """The mistakes in the formulas that `edits` touch; in all, where a name was taken away."""
    for version in _concerned(board, edits):
        mistake = mistake_in(version, board)
        if mistake is not None:
            trouble = mistake.trouble()
            yield fault(version, "formula", trouble.code, **trouble.facts)


def mistake_in(version: KpiVersion, board: Board) -> FormulaError | None:
    """The mistake in a definition's formula; none in an empty one."""
    if not version.formula:
        return None
    try:
        resolve(parsed(version.formula), board.names)
    except FormulaError as mistake:
        return mistake
    return None


def named(version: KpiVersion, board: Board) -> list[str]:
    """What a formula names, as `measure:ID` and `kpi:ID`; nothing where it cannot be read."""
    try:
        tree = resolve(parsed(version.formula), board.names) if version.formula else None
    except FormulaError:
        return []
    return [part.name for part in walk(tree) if isinstance(part, Name)] if tree else []


@lru_cache(maxsize=16384)
def parsed(formula: str) -> Tree:
    """The tree of a formula, kept. Raises FormulaError."""
    return parse(formula)


def _concerned(board: Board, edits: Sequence[Edit]) -> Iterator[KpiVersion]:
    if any(_loses_a_name(edit) for edit in edits):
        yield from (version for versions in board.versions.values() for version in versions)
        return
    for edit in edits:
        if isinstance(edit.after, KpiVersion):
            yield edit.after


def _loses_a_name(edit: Edit) -> bool:
    before, after = edit.before, edit.after
    if not isinstance(before, Measure | KpiVersion):
        return False
    return not isinstance(after, Measure | KpiVersion) or before.name != after.name
