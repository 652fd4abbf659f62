"""An id for a record whose id nobody chose."""

from collections.abc import Container

from scorecard.board import Board


def free_id(prefix: str, taken: Container[str]) -> str:
    """`prefix` and the first number of three digits or more that is not taken."""
    number = 1
    while f"{prefix}{number:03d}" in taken:
        number += 1
    return f"{prefix}{number:03d}"


def free_measure(board: Board) -> str:
    """An id for a measure that no formula could take for anything else."""
    return free_id("m_", {**board.measures, **board.names})
