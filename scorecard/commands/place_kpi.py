"""Giving a KPI that no line shows a place in the tree."""

from dataclasses import dataclass

from scorecard.board import Board
from scorecard.commands.lookup import kpi_of, org_of
from scorecard.commands.outline import Outline
from scorecard.commands.putting import put_all
from scorecard.model.edits import Change
from scorecard.text import Said
from scorecard.vocabulary import Category


@dataclass(frozen=True, slots=True)
class PlaceKpi:
    """A line of the KPI under its perspective, made where there is none; under that of internal
    processes where the definition says none. It is of the unit that the KPI has a target at,
    else of the one above all others.

    Refused: unknown KPI, no unit.
    """

    kpi: str

    def __call__(self, board: Board) -> Change:
        version, outline = kpi_of(board, self.kpi), Outline(board)
        aimed = [org for kpi, org in board.targets if kpi == self.kpi]
        tops = [org.id for org in board.orgs.values() if org.parent is None]
        org = org_of(board, next(iter([*aimed, *tops]), ""))
        parent = outline.perspective(version.category or Category.INTERNAL_PROCESS)
        outline.add_kpi(parent, self.kpi, org.id, star=False)
        return Change(
            Said("command.add_node", {"name": version.name}), put_all(board, outline.added)
        )
