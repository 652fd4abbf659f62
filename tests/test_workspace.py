"""One door for a change: what is done is kept, and can be taken back."""

import sqlite3
from pathlib import Path

import pytest

from scorecard.board import Board
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Org, Record
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from scorecard.workspace import Workspace
from tests.store.documents import (
    BLANK,
    CLOCK,
    CO,
    EVERY_KIND,
    FOUNDATION,
    NAME,
    OCTOBER,
    REVENUE,
    SALES,
    closed,
    new,
    put,
    reopened,
    take,
    why_refused,
)


@pytest.mark.parametrize("record", EVERY_KIND, ids=lambda record: "-".join(record.key))
def test_a_record_comes_back_after_a_restart_as_it_was_put(tmp_path: Path, record: Record) -> None:
    workspace = new(tmp_path, *EVERY_KIND)
    workspace.close()

    again = reopened(workspace.path)

    assert again.board.find(record.table, record.key) == record


def test_a_reopened_document_says_all_that_it_said(tmp_path: Path) -> None:
    workspace = new(tmp_path, *EVERY_KIND)
    workspace.close()

    assert reopened(workspace.path).board == workspace.board


def test_an_edit_that_changes_nothing_is_no_step(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)

    assert workspace.run(put(CO)) is None
    assert len(workspace.history()) == 1


def test_undo_takes_back_the_newest_step(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION, OCTOBER)
    before = workspace.board
    workspace.run(put(OCTOBER._replace(value=1.0)))

    workspace.undo()

    assert workspace.board == before


def test_undo_reaches_back_over_a_restart(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    before = workspace.board
    workspace.run(put(OCTOBER, BLANK))
    workspace.close()
    again = reopened(workspace.path)

    again.undo()
    again.close()

    assert reopened(workspace.path).board == before


def test_redo_reaches_back_over_a_restart(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION, OCTOBER)
    workspace.run(take(OCTOBER))
    done = workspace.board
    workspace.undo()
    workspace.close()
    again = reopened(workspace.path)

    again.redo()

    assert again.board == done


def test_a_whole_document_is_undone_and_redone_record_by_record(tmp_path: Path) -> None:
    workspace = new(tmp_path)
    for record in EVERY_KIND:
        workspace.run(put(record))
    full = workspace.board

    for _ in EVERY_KIND:
        workspace.undo()
    empty = workspace.board
    for _ in EVERY_KIND:
        workspace.redo()

    assert (empty, workspace.board) == (Board(), full)


def test_a_new_edit_forgets_what_could_be_redone(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION, OCTOBER)
    workspace.undo()
    workspace.run(put(CO))

    with pytest.raises(Refused, match="nothing_to_redo"):
        workspace.redo()


def test_there_is_nothing_to_undo_in_a_new_document(tmp_path: Path) -> None:
    workspace = new(tmp_path)

    with pytest.raises(Refused, match="nothing_to_undo"):
        workspace.undo()


def test_undo_says_beforehand_which_step_it_would_take_back(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    workspace.run(put(OCTOBER))
    workspace.undo()

    assert workspace.undo_step == workspace.history()[2]
    assert workspace.redo_step == workspace.history()[1]


def test_an_undo_that_would_lose_what_came_after_is_refused(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    workspace.close()
    renamed = "UPDATE org SET name_zh = '總公司'"
    _by_other_means(workspace.path, renamed)
    again = reopened(workspace.path)

    with pytest.raises(Refused, match="undo_conflict"):
        again.undo()

    assert again.board.orgs["co"].name.zh_TW == "總公司"


def test_a_step_keeps_its_name_its_author_and_its_time(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    workspace.close()

    step = reopened(workspace.path).history()[0]

    assert (step.name, step.by, step.at) == (NAME, "amy", "2026-11-03T09:12:44+08:00")


def test_a_step_tells_what_it_changed(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    workspace.run(put(SALES))

    assert workspace.history(limit=1)[0].edits == (Edit(None, SALES),)


def test_the_history_of_one_entry_leaves_out_the_others(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    workspace.run(put(OCTOBER))
    workspace.run(put(BLANK))

    steps = workspace.history(table="entry", key=OCTOBER.key)

    assert [step.seq for step in steps] == [2]


def test_an_entry_tells_who_changed_it_last(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION, OCTOBER)
    workspace.close()
    again = reopened(workspace.path, author="bob")
    again.run(put(OCTOBER._replace(value=2.0)))

    assert again.provenance(OCTOBER.key) == ("bob", "2026-11-03T09:12:44+08:00")
    assert again.provenance(BLANK.key) is None


def test_views_are_told_the_edits_once_they_are_in_the_file(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    told: list[tuple[Edit, ...]] = []
    workspace.changed.append(told.append)

    workspace.run(put(SALES))
    workspace.undo()

    assert told == [(Edit(None, SALES),), (Edit(SALES, None),)]


def test_an_edit_the_content_check_refuses_changes_nothing(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.scorecard", author="amy", clock=CLOCK)
    before = workspace.board

    with pytest.raises(Refused):
        workspace.run(put(Org("co", Words(), "nowhere")))

    assert (workspace.board, workspace.history()) == (before, ())


def test_an_edit_of_what_is_no_longer_there_is_refused(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION, OCTOBER)

    old = Edit(OCTOBER._replace(value=3.0), OCTOBER._replace(value=4.0))

    assert why_refused(workspace, lambda _: Change(NAME, (old,))) == "stale_edit"


def test_a_step_whose_record_is_damaged_is_listed_but_not_undone(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    workspace.close()
    _by_other_means(workspace.path, "UPDATE change SET after = '{'")
    _by_other_means(workspace.path, "UPDATE step SET name = 'x'")
    again = reopened(workspace.path)

    with pytest.raises(Refused, match="step_unreadable"):
        again.undo()

    assert again.history()[0].name.key == "store.step_without_name"


def test_one_change_may_edit_a_record_twice(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION)
    first, second = OCTOBER._replace(value=1.0), OCTOBER._replace(value=2.0)

    workspace.run(lambda _: Change(NAME, (Edit(None, first), Edit(first, second))))
    workspace.close()

    assert reopened(workspace.path).board.entry(*OCTOBER.key) == second


def test_an_edit_over_another_programs_edit_is_refused(tmp_path: Path) -> None:
    workspace = reopened(closed(tmp_path, *FOUNDATION))
    _by_other_means(workspace.path, "INSERT INTO step VALUES (2, 'do', NULL, '', '', '', '{}')")

    assert why_refused(workspace, put(OCTOBER)) == "changed_elsewhere"


def test_a_unit_that_numbers_belong_to_is_not_taken_away(tmp_path: Path) -> None:
    workspace = new(tmp_path, *FOUNDATION, OCTOBER)

    assert why_refused(workspace, take(CO)) == "broken_link"
    assert why_refused(workspace, take(REVENUE)) == "broken_link"


def _by_other_means(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()
