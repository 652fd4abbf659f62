"""Backups under faults: a full disk, a kill in between, edits meanwhile (R3, R8, R13)."""

import os
import random
import signal
import time
from pathlib import Path
from threading import Thread

import pytest

from scorecard.model.edits import Change, Edit
from scorecard.model.records import Entry
from scorecard.store.backup_content import content_of
from scorecard.store.backups import KEPT, Shelf
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import BackupReason
from scorecard.workspace import Command, Workspace
from tests.faults.disks import ROOM, small_disk
from tests.store.documents import CLOCK, FOUNDATION, NAME, accepted, closed, put

__all__ = ["small_disk"]

KILLS = {"short": 15, "full": 150}
SERIES = [
    Entry("revenue", "co", f"{year}-{month:02d}", 1.0, "註" * 99)
    for year in range(1700, 2020)
    for month in range(1, 13)
]


def opened(path: Path, backups: Path) -> Workspace:
    return Workspace.open(path, author="amy", clock=CLOCK, check=accepted, backups=backups)


def shelf_of(workspace: Workspace) -> Shelf:
    assert workspace.shelf is not None
    return workspace.shelf


def imported(number: float) -> Command:
    entry = Entry("revenue", "co", "2026-10", number)
    return lambda board: Change(
        NAME, (Edit(board.find("entry", entry.key), entry),), BackupReason.IMPORT
    )


def test_an_import_is_not_lost_where_the_disk_of_the_backups_is_full(
    tmp_path: Path, small_disk: Path
) -> None:
    workspace = opened(closed(tmp_path, *FOUNDATION), small_disk)
    told: list[Trouble] = []
    workspace.not_kept = told.append
    for number in range(KEPT):
        workspace.run(imported(number))

    assert {each.code for each in told} == {"backup_no_room"}
    assert workspace.history(limit=1)[0].seq == 1 + KEPT
    kept = shelf_of(workspace).listed()
    assert 0 < len(kept) < KEPT
    assert all(content_of(each.path).measures == 2 for each in kept)
    left = [file.name for file in shelf_of(workspace).folder.iterdir() if file.name[0] == "."]
    assert left == []


def test_once_there_is_room_again_the_next_backup_is_kept(tmp_path: Path, small_disk: Path) -> None:
    shelf = shelf_of(opened(closed(tmp_path, *FOUNDATION), small_disk))
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * (ROOM - 30) * 1000)
    with pytest.raises(Refused, match="backup_no_room"):
        shelf.keep(BackupReason.ASKED, CLOCK.moment)

    filler.unlink()

    assert shelf.keep(BackupReason.ASKED, CLOCK.moment).number == 1


def test_a_program_killed_while_it_keeps_backups_leaves_only_whole_ones(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = closed(tmp_path, *FOUNDATION, *SERIES)
    backups, chance = tmp_path / "backups", random.Random(8)
    newest = 0
    for _ in range(KILLS[request.config.getoption("--faults")]):
        child = os.fork()
        if child == 0:
            keep_for_ever(path, backups)
        time.sleep(chance.uniform(0.0, 0.25))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

        kept = Shelf(backups, path).listed()

        assert len(kept) <= KEPT + 1  # killed between the newest and the going of the oldest
        assert not kept or kept[0].number >= newest
        newest = kept[0].number if kept else 0
    assert newest > 0
    assert all(content_of(each.path).entries >= len(SERIES) for each in kept)


def keep_for_ever(path: Path, backups: Path) -> None:
    workspace = opened(path, backups)
    while True:
        workspace.run(imported(len(workspace.history())))


def test_who_edits_while_a_backup_is_made_neither_waits_long_nor_spoils_it(tmp_path: Path) -> None:
    workspace = opened(closed(tmp_path, *FOUNDATION, *SERIES), tmp_path / "backups")
    shelf = shelf_of(workspace)
    beside = Thread(target=lambda: [shelf.keep(BackupReason.ASKED, CLOCK.moment) for _ in range(5)])

    beside.start()
    edits = 0
    while beside.is_alive():
        workspace.run(put(Entry("revenue", "co", "2026-10", float(edits))))
        edits += 1
        time.sleep(0.01)  # somebody types; who writes without a pause lets nobody read
    beside.join()

    assert edits > 5
    kept = shelf.listed()
    assert [each.number for each in kept] == [5, 4, 3, 2, 1]
    assert all(content_of(each.path).entries >= len(SERIES) for each in kept)
