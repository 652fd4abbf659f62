"""Mistakes in formulas: wrong signs, unknown names, each with its place."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from scorecard.board import Board
from scorecard.check.fault import Fault, fault
from scorecard.formula.grammar import parse
from scorecard.formula.mistake import FormulaError
from scorecard.formula.names import meant, resolve, told_of_brackets
from scorecard.formula.tree import Name, Tree, walk
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion


def formula_faults(before: Board, board: Board, edits: Sequence[Edit]) -> Iterator[Fault]:
    """The mistakes in the formulas that `edits` touch, which made `board` of `before`; in all,
    where names changed."""
    for version in _concerned(before, board, edits):
        mistake = mistake_in(version, board)
        if mistake is not None:
            trouble = mistake.trouble()
            yield fault(version, "formula", trouble.code, **trouble.facts)


def mistake_in(version: KpiVersion, board: Board) -> FormulaError | None:
    """The mistake in a definition's formula; none in an empty one."""
    if not version.formula:
        return None
    try:
        resolved(version, board)
    except FormulaError as mistake:
        return told_of_brackets(mistake, version.formula, board.names)
    return None


def unknown_in(formula: str, board: Board) -> list[str]:
    """The names in a formula that nothing has, each once as it is spelled; none where it cannot
    be read."""
    try:
        found = [part for part in walk(parsed(formula)) if isinstance(part, Name)]
    except FormulaError:
        return []
    unknown = [name.spelling for name in found if meant(name, board.names) is None]
    return [name for name in dict.fromkeys(unknown) if name not in board.shared]


def named(version: KpiVersion, board: Board) -> list[str]:
    """What a formula names, as `measure:ID` and `kpi:ID`; nothing where it cannot be read."""
    return [name.name for name in _names(version, board)]


def spelled(version: KpiVersion, board: Board) -> dict[str, str]:
    """The same by how the formula spells it."""
    return {name.spelling: name.name for name in _names(version, board)}


def _names(version: KpiVersion, board: Board) -> list[Name]:
    try:
        tree = resolved(version, board) if version.formula else None
    except FormulaError:
        return []
    return [part for part in walk(tree) if isinstance(part, Name)] if tree else []


def resolved(version: KpiVersion, board: Board) -> Tree:
    """The tree of a definition's formula with ids in place of its names. Raises FormulaError."""
    return resolve(parsed(version.formula), board.names, board.shared)


@lru_cache(maxsize=16384)
def parsed(formula: str) -> Tree:
    """The tree of a formula, kept. Raises FormulaError."""
    return parse(formula)


def _concerned(before: Board, board: Board, edits: Sequence[Edit]) -> Iterator[KpiVersion]:
    if before.names != board.names:
        yield from (version for versions in board.versions.values() for version in versions)
        return
    for edit in edits:
        if isinstance(edit.after, KpiVersion):
            yield edit.after
