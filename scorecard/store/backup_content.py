"""What a backup holds, found by opening it."""

from pathlib import Path
from typing import NamedTuple

from scorecard.store.journal import newest, read_step
from scorecard.store.opening import first_look, opened
from scorecard.text import Said


class Newest(NamedTuple):
    """The newest step of a backup: its number, name, who and when (ISO 8601)."""

    seq: int
    name: Said
    by: str
    at: str


class Content(NamedTuple):
    """The newest step of a document, None without one, and how much there is in it."""

    step: Newest | None
    measures: int
    kpis: int
    entries: int


def content_of(path: Path) -> Content:
    """What a document holds that is not open here. Raises CannotOpen where it is not whole."""
    connection, board, *_ = opened(first_look(path), editing=False)
    try:
        seq = newest(connection)
        step = read_step(connection, seq) if seq else None
    finally:
        connection.close()
    told = None if step is None else Newest(step.seq, step.name, step.by, step.at)
    entries = sum(map(len, board.series.values()))
    return Content(told, len(board.measures), len(board.versions), entries)
