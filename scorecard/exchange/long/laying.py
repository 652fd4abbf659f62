"""The series of a long table laid beside those of a document."""

from typing import NamedTuple

from scorecard.board import Board
from scorecard.model.edits import Edit
from scorecard.model.records import EntryBlock
from scorecard.period import NUMBERS


class Laid(NamedTuple):
    """What a series of a table would change, None for nothing, and what becomes of its entries."""

    edit: Edit | None
    created: int
    updated: int
    same: int


def laid(block: EntryBlock, board: Board, *, names_notes: bool) -> Laid:
    """A series of a table beside the same one of `board`. A note that the table does not name is
    kept beside the same value only, as one beside another value was about that one."""
    series = board.series_of(block.measure, block.org)
    if not series:
        return Laid(Edit(None, block), len(block.periods), 0, 0)
    numbers = [NUMBERS[period] for period in block.periods]
    before = _there(block, board, numbers)
    after = block if names_notes else _with_kept_notes(block, before)
    notes = _notes(after), _notes(before)
    changed = [
        at
        for at, number in enumerate(numbers)
        if number not in series
        or series[number] != after.values[at]
        or notes[0][at] != notes[1][at]
    ]
    if not changed:
        return Laid(None, 0, 0, len(numbers))
    updated = [at for at in changed if numbers[at] in series]
    edit = Edit(_some(before, updated) if updated else None, _some(after, changed))
    created = len(changed) - len(updated)
    return Laid(edit, created, len(updated), len(numbers) - len(changed))


def _there(block: EntryBlock, board: Board, numbers: list[int]) -> EntryBlock:
    """What the document has in the periods of a block; None stands for nothing too."""
    series = board.series_of(block.measure, block.org)
    notes = [board.notes.get((*block.key, period), "") for period in block.periods]
    values = tuple(map(series.get, numbers))
    kept = tuple(notes) if any(notes) else ()
    return EntryBlock(block.measure, block.org, block.periods, values, kept)


def _with_kept_notes(block: EntryBlock, before: EntryBlock) -> EntryBlock:
    if not before.notes:
        return block
    notes = tuple(
        note if value == was else ""
        for value, was, note in zip(block.values, before.values, before.notes, strict=True)
    )
    return EntryBlock(block.measure, block.org, block.periods, block.values, notes)


def _notes(block: EntryBlock) -> tuple[str, ...]:
    return block.notes or ("",) * len(block.periods)


def _some(block: EntryBlock, which: list[int]) -> EntryBlock:
    """The entries of a block in some places."""
    if len(which) == len(block.periods):
        return block
    periods = tuple([block.periods[at] for at in which])
    values = tuple([block.values[at] for at in which])
    notes = tuple([block.notes[at] for at in which]) if block.notes else ()
    return EntryBlock(block.measure, block.org, periods, values, notes if any(notes) else ())
