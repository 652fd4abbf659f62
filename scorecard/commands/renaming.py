"""Formulas that follow a name: what is renamed is renamed in every formula that says it."""

from collections.abc import Iterator
from dataclasses import replace

from scorecard.board import Board
from scorecard.model.records import KpiVersion
from scorecard.vocabulary import Words


def followed(board: Board, meaning: str, old: Words, new: Words) -> Iterator[KpiVersion]:
    """The definitions whose formula says a name of `old` that `new` has no more, with the new
    name in its place; `meaning` is `measure:ID` or `kpi:ID`, as in `Board.names`."""
    changes = [
        (before, new.show(language))
        for before, language in ((old.zh_TW, "zh_TW"), (old.en, "en"))
        if before and before not in new and board.names.get(before) == meaning
    ]
    if not changes:
        return
    for version in (v for versions in board.versions.values() for v in versions):
        formula = version.formula
        for before, after in changes:
            formula = _renamed(formula, before, after) if after else formula
        if formula != version.formula:
            yield replace(version, formula=formula)


def _renamed(formula: str, before: str, after: str) -> str:
    from scorecard.formula.names import rename

    return rename(formula, before, after) if before in formula else formula
