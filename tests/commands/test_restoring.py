"""Restoring: all as it was, in one step that can be undone (R8, R11)."""

from pathlib import Path

import pytest

from scorecard.board import Board, assembled
from scorecard.commands.restoring import RestoreBoard, difference
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Measure, Record
from scorecard.store.tables import TABLES
from scorecard.text import Said
from scorecard.vocabulary import BackupReason, Frequency, Words
from scorecard.workspace import Workspace
from tests.store.documents import CLOCK, EVERY_KIND, FOUNDATION, OCTOBER, closed, new, put, take

NAME = Said("command.restore", {"number": "3"})


def board(*records: Record) -> Board:
    return Board().after(Edit(None, record) for record in records)


def test_the_records_to_test_with_are_of_every_table() -> None:
    assert {record.table for record in EVERY_KIND} == TABLES.keys()


@pytest.mark.parametrize("record", EVERY_KIND, ids=lambda record: f"{record.table} {record.key}")
def test_each_kind_of_record_comes_back_and_goes_again(record: Record) -> None:
    others = [each for each in EVERY_KIND if each.key != record.key or each.table != record.table]
    whole = board(*EVERY_KIND)
    if isinstance(record, Measure):  # its entries go with it
        others = [each for each in others if getattr(each, "measure", "") != record.id]

    lacking = board(*others)

    assert lacking.after(difference(lacking, whole)) == whole
    assert whole.after(difference(whole, lacking)) == lacking


def test_a_note_alone_is_a_difference() -> None:
    other = OCTOBER._replace(note="另一個註")

    assert difference(board(*FOUNDATION, OCTOBER), board(*FOUNDATION, other)) == (
        Edit(OCTOBER, other),
    )


def test_entries_follow_a_measure_whose_frequency_was_another() -> None:
    monthly = board(*FOUNDATION, OCTOBER)
    quarterly = Measure("revenue", Words("營收", "Revenue"), frequency=Frequency.QUARTER)
    of_quarter = Entry("revenue", "co", "2026-Q4", 1.0)
    other = assembled([FOUNDATION[0], quarterly], {("revenue", "co"): {2026 * 4 + 3: 1.0}}, {})

    edits = difference(monthly, other)

    assert Edit(OCTOBER, None) in edits
    assert Edit(None, of_quarter) in edits


def test_what_is_the_same_is_no_edit() -> None:
    assert difference(board(*EVERY_KIND), board(*EVERY_KIND)) == ()


def test_a_restore_is_one_step_that_undo_takes_back_after_a_restart(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    earlier = new(tmp_path, *FOUNDATION, name="b.scorecard").board
    workspace = opened(path, tmp_path)
    before = workspace.board

    step = workspace.restore(RestoreBoard(earlier, NAME))
    assert step is not None
    assert workspace.board == earlier
    workspace.close()
    again = opened(path, tmp_path)
    again.undo()

    assert again.board == before


def test_a_backup_is_kept_before_a_restore(tmp_path: Path) -> None:
    workspace = opened(closed(tmp_path, *FOUNDATION), tmp_path)

    workspace.restore(RestoreBoard(board(*EVERY_KIND), NAME))

    assert workspace.shelf is not None
    (kept,) = workspace.shelf.listed()
    assert (kept.why, kept.mark.step) == (BackupReason.RESTORE, 1)


def test_a_restore_does_not_ask_what_a_stricter_check_would_say(tmp_path: Path) -> None:
    """What was accepted once comes back: here a measure without a name, which no edit may make."""
    workspace = opened(closed(tmp_path, *FOUNDATION), tmp_path)
    nameless = Measure("nameless", Words())

    workspace.restore(RestoreBoard(board(*FOUNDATION, nameless), NAME))

    assert workspace.board.measures["nameless"] == nameless


def test_frozen_snapshots_and_the_history_stay(tmp_path: Path) -> None:
    workspace = opened(closed(tmp_path, *EVERY_KIND), tmp_path)
    workspace.run(take(OCTOBER))
    workspace.run(put(OCTOBER))

    workspace.restore(RestoreBoard(board(*FOUNDATION), NAME))

    assert [step.seq for step in workspace.history()] == [4, 3, 2, 1]


def opened(path: Path, folder: Path) -> Workspace:
    return Workspace.open(path, author="amy", clock=CLOCK, backups=folder / "backups")
