"""Freezing: the document and the files have the snapshot, or neither has."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copyfile

import pytest

from scorecard.cli.new import SAMPLE
from scorecard.clock import FixedClock
from scorecard.commands.archiving import ArchiveLines
from scorecard.evaluation import Evaluation, View, of
from scorecard.exchange.freezing import content, freeze
from scorecard.exchange.snapshot import verified
from scorecard.exchange.snapshot_board import Verdict, rebuilt
from scorecard.model.edits import Edit
from scorecard.period import Period
from scorecard.store.snapshots import Frozen
from scorecard.trouble import Refused
from scorecard.workspace import Workspace

CLOCK = FixedClock(datetime(2026, 11, 10, 9, 42, tzinfo=UTC))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "a.scorecard"
    copyfile(SAMPLE, path)
    made = Workspace.open(path, author="amy", clock=CLOCK)
    yield made
    made.close()


def october(workspace: Workspace) -> Evaluation:
    return of(workspace.board, View(Period.parse("2026-10")), date(2026, 11, 10))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name.startswith(("a.json", "b.json"))}


def test_the_document_and_each_file_hold_the_same(workspace: Workspace, tmp_path: Path) -> None:
    files = {tmp_path / "a.json": content, tmp_path / "b.json": content}

    frozen = freeze(workspace, october(workspace), "", files)

    assert workspace.snapshots() == (frozen,)
    for path in files:
        assert verified(path.read_bytes(), path.name)["by"] == "amy"


def test_freezing_tells_without_edits(workspace: Workspace) -> None:
    told: list[tuple[Edit, ...]] = []
    workspace.changed.append(told.append)

    freeze(workspace, october(workspace), "", {})

    assert told == [()]


def test_a_page_that_cannot_be_drawn_leaves_nothing_frozen_and_no_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    def undrawn(_frozen: Frozen) -> bytes:
        raise Refused([])

    with pytest.raises(Refused):
        freeze(
            workspace,
            october(workspace),
            "",
            {tmp_path / "a.json": content, tmp_path / "b.json": undrawn},
        )

    assert (workspace.snapshots(), names(tmp_path)) == ((), set())


def test_a_full_disk_leaves_nothing_frozen_and_the_earlier_file(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.json").write_bytes(b"before")
    view = october(workspace)

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="cannot_write"):
        freeze(workspace, view, "", {tmp_path / "a.json": content})

    assert workspace.snapshots() == ()
    assert (tmp_path / "a.json").read_bytes() == b"before"


def test_a_folder_in_the_place_of_the_file_leaves_nothing_frozen(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "a.json").mkdir()

    with pytest.raises(Refused, match="cannot_write"):
        freeze(workspace, october(workspace), "", {tmp_path / "a.json": content})

    assert workspace.snapshots() == ()


def test_a_file_that_only_cannot_be_put_in_place_is_said_with_the_name_of_the_snapshot(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_own: Path, _target: Path) -> Path:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(Refused, match=r"frozen_unwritten .*2026-10-1"):
        freeze(workspace, october(workspace), "", {tmp_path / "a.json": content})

    assert [frozen.id for frozen in workspace.snapshots()] == ["2026-10-1"]


def test_the_document_itself_is_never_written_over(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="copy_onto_itself"):
        freeze(workspace, october(workspace), "", {workspace.path: content})


def test_a_document_that_is_only_read_gives_its_file_and_stays_as_it_is(
    workspace: Workspace, tmp_path: Path
) -> None:
    reading = Workspace.open(workspace.path, author="ben", clock=CLOCK, read_only=True)

    freeze(reading, october(reading), "", {tmp_path / "a.json": content})

    assert (reading.snapshots(), names(tmp_path)) == ((), {"a.json"})
    reading.close()


def test_a_snapshot_keeps_a_line_that_is_archived_later_and_comes_out_again(
    workspace: Workspace,
) -> None:
    frozen = freeze(workspace, october(workspace), "", {})
    workspace.run(ArchiveLines(("n-oee",), "2026-10"))

    again = rebuilt(workspace, frozen)

    assert again.verdict is Verdict.UNALTERED
    assert again.evaluation is not None
    assert "n-oee" in {line.node.id for line in again.evaluation.lines()}
    assert "n-oee" not in {line.node.id for line in october(workspace).lines()}
