"""Whether edits find what they mean to replace."""

from scorecard.board import Board
from scorecard.model.edits import Edit, entries_of
from scorecard.model.records import EntryBlock, Key, Record
from scorecard.period import NUMBERS


def fits(board: Board, edits: tuple[Edit, ...]) -> bool:
    """Whether each edit finds what it means to replace, the earlier ones done. A step is about an
    entry once, in a block or alone."""
    held: dict[tuple[str, Key], Record | None] = {}
    for edit in edits:
        place = (edit.table, edit.key)
        if edit.is_block:
            if not _block_fits(board, edit):
                return False
        elif (held[place] if place in held else board.find(*place)) != edit.before:
            return False
        held[place] = edit.after
    return True


def _block_fits(board: Board, edit: Edit) -> bool:
    """The same for a block, all of whose measure and unit must be there."""
    measure, org = edit.key
    if measure not in board.measures or org not in board.orgs:
        return False
    series = board.series_of(measure, org)
    if not series:
        return edit.before is None
    before, after = _columns(edit.before), _columns(edit.after)
    if any(number not in series or series[number] != value for number, value in before.items()):
        return False
    if any(number in series and number not in before for number in after):
        return False
    if isinstance(edit.before, EntryBlock) and (board.notes or edit.before.notes):
        return all(
            board.notes.get(entry.key, "") == entry.note
            for entry in entries_of(edit.before).values()
        )
    return True


def _columns(record: Record | None) -> dict[int, float | None]:
    """The values of a block by the numbers of their periods."""
    if not isinstance(record, EntryBlock):
        return {}
    return dict(zip(map(NUMBERS.__getitem__, record.periods), record.values, strict=True))
