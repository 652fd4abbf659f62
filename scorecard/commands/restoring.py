"""Restoring: the document says again what another board says, as one step that can be undone."""

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Entry, Record, Setting
from scorecard.period import Period
from scorecard.text import Said
from scorecard.vocabulary import BackupReason


@dataclass(frozen=True, slots=True)
class RestoreBoard:
    """Everything as `restored` says it; `name` is that of the step."""

    restored: Board
    name: Said

    def __call__(self, board: Board) -> Change:
        edits = difference(board, self.restored)
        return Change(self.name, edits, backup=BackupReason.RESTORE)


def difference(board: Board, wanted: Board) -> tuple[Edit, ...]:
    """What turns `board` into `wanted`: first what goes, then what comes or changes."""
    there = {(record.table, record.key): record for record in _all(board, wanted)}
    meant = {(record.table, record.key): record for record in _all(wanted, board)}
    gone = [Edit(record, None) for place, record in there.items() if place not in meant]
    put = [Edit(there.get(place), r) for place, r in meant.items() if there.get(place) != r]
    return (*gone, *put)


def _all(board: Board, other: Board) -> Iterator[Record]:
    """Every record, without the entries of those series that are the same in `other`."""
    yield from _records(board)
    noted = {key[:2] for key in (*board.notes, *other.notes)}
    for place, series in board.series.items():
        kind = board.measures[place[0]].frequency
        there = other.measures.get(place[0])
        same = there is not None and there.frequency is kind
        if not same or place in noted or series != other.series_of(*place):
            for number, value in series.items():
                code = Period(kind, number).code
                yield Entry(*place, code, value, board.notes.get((*place, code), ""))


def _records(board: Board) -> Iterator[Record]:
    """All but the entries, of which there are too many to be looked at one by one."""
    yield from (Setting(name, value) for name, value in board.stored_settings.items())
    yield from board.orgs.values()
    yield from board.measures.values()
    for versions in board.versions.values():
        yield from versions
    yield from board.nodes.values()
    for targets in board.targets.values():
        yield from targets
    yield from board.comments.values()
    for starts in board.segments.values():
        yield from starts
    yield from board.closings.values()
    for reviews in board.reviews.values():
        yield from reviews
