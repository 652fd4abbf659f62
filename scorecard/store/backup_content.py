"""What a backup holds, found by opening it."""

from pathlib import Path
from typing import NamedTuple

from scorecard.store.journal import Step, newest, read_step
from scorecard.store.opening import first_look, opened


class Content(NamedTuple):
    """The newest step of a document, None without one, and how much there is in it."""

    step: Step | None
    measures: int
    kpis: int
    entries: int


def content_of(path: Path) -> Content:
    """What a document holds that is not open here. Raises CannotOpen where it is not whole."""
    connection, board = opened(first_look(path), editing=False)
    try:
        seq = newest(connection)
        step = read_step(connection, seq) if seq else None
    finally:
        connection.close()
    entries = sum(map(len, board.series.values()))
    return Content(step, len(board.measures), len(board.versions), entries)
