"""What an edit may not bring into a document."""

from collections.abc import Iterator, Sequence

from scorecard.board import Board
from scorecard.check.closed import closed_faults
from scorecard.check.cycles import cycles
from scorecard.check.fault import Fault
from scorecard.check.formulas import formula_faults
from scorecard.check.leftovers import leftovers
from scorecard.check.meanings import meaning_faults
from scorecard.check.records import record_faults
from scorecard.model.edits import Edit
from scorecard.trouble import Trouble


def refusals(board: Board, edits: Sequence[Edit]) -> tuple[Trouble, ...]:
    """What is wrong on `board`, as it is after `edits`, because of them; () where nothing is.

    Only what the edits touch is examined, so that a small edit of a large document stays quick.
    """
    return tuple(fault.trouble for fault in faults(board, edits))


def faults(board: Board, edits: Sequence[Edit]) -> Iterator[Fault]:
    """The same with the record and the field of each."""
    blocks = [edit for edit in edits if edit.is_block]
    for edit in edits:
        if edit.after is not None and not edit.is_block:
            yield from record_faults(board, edit.after)
    if blocks:
        from scorecard.check.blocks import block_faults  # numpy, for long imports only

        yield from block_faults(board, blocks)
    yield from closed_faults(board, edits)
    # Entries are many and refer to others, nobody refers to them.
    structure = [edit for edit in edits if edit.table != "entry"]
    if structure:
        yield from leftovers(board, structure, edits)
        before = board.after(edit.inverse for edit in reversed(structure))
        yield from formula_faults(before, board, structure)
        yield from meaning_faults(before, board)
        yield from cycles(board, structure)
