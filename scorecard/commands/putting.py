"""One record put or taken away: the edits, none where nothing would change."""

from collections.abc import Iterable

from scorecard.board import Board
from scorecard.model.edits import Edit
from scorecard.model.records import Record


def put(board: Board, record: Record) -> tuple[Edit, ...]:
    """The edit that makes `record` stand on the board; none if it stands there already."""
    before = board.find(record.table, record.key)
    return () if before == record else (Edit(before, record),)


def put_all(board: Board, records: Iterable[Record]) -> tuple[Edit, ...]:
    """The edits that make all `records` stand on the board."""
    return tuple(edit for record in records for edit in put(board, record))


def taken(records: Iterable[Record | None]) -> tuple[Edit, ...]:
    """The edits that take `records` away; what is not there is passed over."""
    return tuple(Edit(record, None) for record in records if record is not None)
