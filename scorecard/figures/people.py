"""The people of a document by the names that it gives them, in both languages."""

from scorecard.board import Board
from scorecard.vocabulary import Words


def people(board: Board) -> dict[str, Words]:
    """Everyone who owns a KPI or a measure, by each way in which the name is written."""
    owners = [group[-1].owner for group in board.versions.values()]
    owners += [measure.owner for measure in board.measures.values()]
    return {name: owner for owner in reversed(owners) for name in owner if name}


def person_said(board: Board, name: str) -> Words:
    """The name of who did something as its language writes it: 吳淑芬 is S. Wu, where an owner is
    called so; anybody else as the name was signed."""
    return people(board).get(name, Words(name))
