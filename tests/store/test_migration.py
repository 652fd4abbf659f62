"""A document of an older version: a backup first, then one transaction (R7)."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.exchange.snapshot_board import Verdict, is_unaltered, rebuilt
from scorecard.progress import Stage, Stopped, Tell
from scorecard.store import stopping
from scorecard.store.backups import Shelf
from scorecard.store.images import image, record_of
from scorecard.store.lock import lock_of
from scorecard.store.schema import VERSION, number_of, own_shape, shape
from scorecard.text import LANGUAGES, sentence, tell
from scorecard.trouble import CannotOpen, Refused
from scorecard.vocabulary import BackupReason
from scorecard.workspace import Workspace
from tests.exchange.documents import imported
from tests.old_files.documents import NAMES, old, opened, said
from tests.store.documents import CLOCK, ORDERS, put, reopened

pytestmark = pytest.mark.parametrize("name", NAMES)


def test_it_says_afterwards_what_its_own_program_said(tmp_path: Path, name: str) -> None:
    workspace = opened(old(tmp_path, name))

    assert workspace.read_only is None
    assert workspace.board == imported(said(name))


def test_it_has_the_present_structure_afterwards_word_for_word(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    opened(path).close()

    with closing(sqlite3.connect(path)) as connection:
        assert (number_of(connection), shape(connection)) == (VERSION, own_shape())


def test_undo_and_redo_reach_back_over_the_day_on_which_it_was_brought_up(
    tmp_path: Path, name: str
) -> None:
    path = old(tmp_path, name)
    opened(path).close()
    workspace = opened(path)

    workspace.redo()
    redone = workspace.board
    workspace.undo()
    now = workspace.board
    workspace.undo()
    workspace.undo()

    assert redone == imported(said(name, "redone"))
    assert now == imported(said(name))
    assert workspace.board == imported(said(name, "undone"))


def test_everything_can_be_undone_and_done_again(tmp_path: Path, name: str) -> None:
    workspace = opened(old(tmp_path, name))
    while workspace.undo_step is not None:
        workspace.undo()
    assert not workspace.board.nodes
    while workspace.redo_step is not None:
        workspace.redo()

    assert workspace.board == imported(said(name, "redone"))


def test_the_history_tells_of_rows_as_the_present_program_would(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    opened(path).close()

    with closing(sqlite3.connect(path)) as connection:
        images = [
            (table, text)
            for row in connection.execute("SELECT tbl, before, after FROM change")
            for table, text in ((row[0], row[1]), (row[0], row[2]))
        ]

    assert {table for table, _ in images} >= {"node", "kpi_version", "target"}
    assert [text for table, text in images if image(record_of(table, text)) != text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_of_the_history_keeps_its_name(tmp_path: Path, name: str, language: str) -> None:
    history = opened(old(tmp_path, name)).history()

    assert [step.seq for step in history] == list(range(len(history), 0, -1))
    assert all(tell(step.name, language) for step in history)


def test_snapshots_and_drafts_come_along(tmp_path: Path, name: str) -> None:
    workspace = opened(old(tmp_path, name))

    (frozen,) = workspace.snapshots()

    assert is_unaltered(frozen)
    # The programs of the first two forms worked some numbers out by other rules.
    expected = Verdict.DIFFERENT if name in NAMES[:2] else Verdict.UNALTERED
    assert rebuilt(workspace, frozen).verdict is expected
    assert workspace.draft("FIN-002") == {"name": {"zh_TW": "草稿", "en": "Draft"}}


def test_the_file_as_it_was_is_kept_before(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    before = _dump(path)
    workspace = opened(path)

    (kept,) = Shelf(tmp_path / "backups", path).listed()

    assert (kept.number, kept.why) == (1, BackupReason.MIGRATION)
    assert _dump(kept.path) == before
    assert reopened(kept.path, read_only=True).board == workspace.board


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_once_with_where_the_backup_lies(
    tmp_path: Path, name: str, language: str
) -> None:
    path = old(tmp_path, name)

    first = opened(path)
    first.close()
    second = opened(path)

    (kept,) = Shelf(tmp_path / "backups", path).listed()
    assert first.older is not None
    told = sentence(first.older, language)
    assert "0.1.0" in told
    assert str(kept.path) in told
    assert second.older is None


def test_nothing_is_left_beside_it(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)

    opened(path).close()

    assert {each.name for each in tmp_path.iterdir()} == {path.name, "backups"}


def test_what_is_only_read_stays_as_it_is(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    before = path.read_bytes()

    workspace = opened(path, read_only=True)

    assert workspace.board == imported(said(name))
    assert len(workspace.history()) == len(opened(old(_folder(tmp_path), name)).history())
    assert is_unaltered(workspace.snapshots()[0])
    assert workspace.older is not None
    assert workspace.older.code == "shown_brought_up"
    workspace.close()
    assert path.read_bytes() == before


def test_a_copy_of_what_is_only_read_has_the_present_form(tmp_path: Path, name: str) -> None:
    workspace = opened(old(tmp_path, name), read_only=True)

    workspace.save_copy(tmp_path / "copy.scorecard")

    copy = reopened(tmp_path / "copy.scorecard")
    assert (copy.read_only, copy.older) == (None, None)
    assert copy.board == workspace.board


def test_a_file_that_cannot_be_written_is_shown_as_it_would_be(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    path.chmod(0o400)
    before = path.read_bytes()

    workspace = opened(path)

    assert workspace.read_only is not None
    assert workspace.read_only.code == "file_read_only"
    assert workspace.board == imported(said(name))
    assert path.read_bytes() == before


def test_while_somebody_else_has_it_open_it_is_left_alone(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    before = path.read_bytes()
    path.with_name(path.name + ".lock").write_text(
        '{"who": "amy", "computer": "desk", "since": "2026", "pid": 1, "started": "1"}', "utf-8"
    )

    workspace = opened(path)

    assert workspace.read_only is not None
    assert workspace.read_only.code == "opened_elsewhere"
    assert workspace.board == imported(said(name))
    assert path.read_bytes() == before


def test_where_no_backup_can_be_kept_it_is_left_alone(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    before = path.read_bytes()
    (tmp_path / "backups").write_text("in the way", "utf-8")

    workspace = opened(path)

    assert _why(workspace) == "older_no_backup"
    assert workspace.board == imported(said(name))
    with pytest.raises(Refused, match="older_no_backup"):
        workspace.run(put(ORDERS))
    workspace.close()
    assert path.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {path.name, "backups"}


def test_a_changed_structure_under_the_old_number_is_left_as_it_is(
    tmp_path: Path, name: str
) -> None:
    path = old(tmp_path, name)
    _by_other_means(path, "ALTER TABLE draft ADD COLUMN more TEXT")
    before = path.read_bytes()

    with pytest.raises(CannotOpen, match=r"schema_changed.*'draft'"):
        opened(path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_row_that_makes_no_sense_is_damage_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    path = old(tmp_path, name)
    _by_other_means(path, "UPDATE entry SET period = '2026-13' WHERE value IS NULL")
    before = path.read_bytes()

    with pytest.raises(CannotOpen, match="damaged"):
        opened(path)

    assert path.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} <= {path.name, "backups"}


def test_a_step_whose_images_cannot_be_read_says_so_and_the_others_can_be_undone(
    tmp_path: Path, name: str
) -> None:
    path = old(tmp_path, name)
    with closing(sqlite3.connect(path)) as connection:
        (newest,) = connection.execute("SELECT max(undoes) FROM step").fetchone()
        connection.execute("UPDATE change SET before = '{' WHERE step = ?", (newest,))
        connection.commit()

    workspace = opened(path)

    with pytest.raises(Refused, match="step_unreadable"):
        workspace.redo()
    workspace.undo()
    workspace.undo()
    assert workspace.board == imported(said(name, "undone"))


def _why(workspace: Workspace) -> str:
    return workspace.read_only.code if workspace.read_only is not None else ""


def _folder(folder: Path) -> Path:
    (folder / "other").mkdir()
    return folder / "other"


def _dump(path: Path) -> list[str]:
    """All that a document holds, in the order of its parts' names."""
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.iterdump())


def _by_other_means(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def test_stopped_at_any_look_the_old_file_is_whole_and_nobody_has_it(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite is asked in the middle of statements too, here after every few instructions."""
    monkeypatch.setattr(stopping, "_LOOK", 40)
    path, stages = old(tmp_path, name), list[Stage]()
    before = path.read_bytes()
    _opened_telling(old(_folder(tmp_path), name), lambda stage, _share: stages.append(stage))
    last = max(at for at, stage in enumerate(stages) if stage is not Stage.LOADING)

    for at in [*range(0, last, max(last // 12, 1)), last]:
        with pytest.raises(Stopped):
            _opened_telling(path, _StopAt(at))
        assert path.read_bytes() == before
        assert not lock_of(path).exists()

    assert set(stages) == {Stage.KEEPING, Stage.BRINGING_UP, Stage.EXAMINING, Stage.LOADING}
    assert opened(path).board == imported(said(name))


def test_stopped_after_it_was_brought_up_it_is_whole_in_the_new_form(
    tmp_path: Path, name: str
) -> None:
    path = old(tmp_path, name)

    def tell(stage: Stage, _share: float) -> None:
        if stage is Stage.LOADING:
            raise Stopped

    with pytest.raises(Stopped):
        _opened_telling(path, tell)

    again = opened(path)
    assert (again.older, again.read_only) == (None, None)
    assert again.board == imported(said(name))


class _StopAt:
    """Wants no more after so many tellings."""

    def __init__(self, left: int) -> None:
        self._left = left

    def __call__(self, _stage: Stage, _share: float) -> None:
        if self._left <= 0:
            raise Stopped
        self._left -= 1


def _opened_telling(path: Path, tell: Tell) -> None:
    backups = path.parent / "backups"
    Workspace.open(path, author="bob", clock=CLOCK, backups=backups, tell=tell).close()
