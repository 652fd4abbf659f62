"""A migration that is killed or finds the disk full leaves the old file whole (R1, R3, R7)."""

import os
import random
import shutil
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.store import opening
from scorecard.store.ladder import forms
from scorecard.store.leftover import is_hot, journal_of
from scorecard.store.schema import number_of, shape
from tests.exchange.documents import imported
from tests.faults.disks import small_disk
from tests.old_files.documents import NAMES, old, opened, said

__all__ = ["small_disk"]

KILLS = {"short": 35, "full": 300}
LONGEST = 0.12  # seconds until a kill from outside; a migration takes some 0.05
BETWEEN_LOOKS = 40  # instructions of SQLite; a migration takes some thousands
LITTLE = 5  # pages in memory, so that the file is written from the first change on


Connect = Callable[[Path, str], sqlite3.Connection]


def test_killed_at_any_moment_the_old_file_is_whole_or_the_new_one(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    ends = Counter[str]()
    for seed in range(KILLS[request.config.getoption("--faults")]):
        chance = random.Random(seed)
        name = chance.choice(NAMES)
        path = old(tmp_path, name)
        ends[_killed(path, chance, within=seed % 3 != 0)] += 1

        assert _form(path) in {NAMES.index(name), len(NAMES)}, seed
        _goes_on(path, name)
        shutil.rmtree(tmp_path / "backups", ignore_errors=True)
    assert ends["killed"] > ends["ended"]
    assert ends["hot"] > 0


@pytest.mark.parametrize("name", NAMES)
def test_stopped_before_any_statement_the_old_file_is_whole(tmp_path: Path, name: str) -> None:
    """What lies on the disk at the beginning of each statement is what a power cut leaves."""
    path, left = old(tmp_path, name), list[Path]()
    (tmp_path / "left").mkdir()

    def watch(connection: sqlite3.Connection) -> None:
        connection.set_trace_callback(lambda _: left.append(_copied(path, tmp_path, len(left))))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(opening, "_connected", _each(path, opening._connected, watch))
        opened(path).close()

    assert len(left) > 20
    assert any(is_hot(half) for half in left) or name == NAMES[-1]  # which writes one page
    for half in left:
        assert _form(half) in {NAMES.index(name), len(NAMES)}
    assert {_form(half) for half in left[:5]} == {NAMES.index(name)}


@pytest.mark.parametrize("left", [4, 8, 16, 24, 32])
@pytest.mark.parametrize("name", [NAMES[1], NAMES[-2]])
def test_a_full_disk_leaves_the_old_file_whole_until_there_is_room(
    tmp_path: Path, small_disk: Path, name: str, left: int
) -> None:
    path = old(small_disk, name)
    before = path.read_bytes()
    filler = _filled(small_disk, left)

    workspace = opened(path, backups=tmp_path / "backups")

    assert workspace.read_only is not None
    assert workspace.read_only.code == "older_no_room"
    assert workspace.board == imported(said(name))
    workspace.close()
    assert path.read_bytes() == before
    assert {each.name for each in small_disk.iterdir()} == {path.name, filler.name}
    filler.unlink()
    again = opened(path, backups=tmp_path / "backups")
    assert again.read_only is None
    assert again.board == imported(said(name))
    again.close()


def test_without_room_for_the_backup_the_old_file_stays(tmp_path: Path, small_disk: Path) -> None:
    path = old(tmp_path, NAMES[0])
    before = path.read_bytes()
    filler = _filled(small_disk, 40)

    workspace = opened(path, backups=small_disk)

    assert workspace.read_only is not None
    assert workspace.read_only.code == "older_no_room"
    workspace.close()
    assert path.read_bytes() == before
    filler.unlink()
    assert opened(path, backups=small_disk).read_only is None


def _killed(path: Path, chance: random.Random, *, within: bool) -> str:
    """How a program ended that opens the document and is killed: it `ended` before, or was
    `killed`, or left a transaction that is `hot`."""
    at = chance.randrange(_looks(path)) if within else -1
    child = os.fork()
    if child == 0:
        _open_dying(path, at)
    if not within:
        time.sleep(chance.uniform(0.0, LONGEST))
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if status == 0:
        return "ended"
    assert status == signal.SIGKILL
    return "hot" if is_hot(path) else "killed"


def _open_dying(path: Path, at: int) -> None:
    """Open and close the document in a process that dies at a look, or at the end."""
    try:
        with pytest.MonkeyPatch.context() as patched:
            dying = _each(path, opening._connected, lambda each: _die(each, at))
            patched.setattr(opening, "_connected", dying)
            opened(path).close()
        os._exit(0)
    finally:
        os._exit(1)  # never back into the tests


def _looks(path: Path) -> int:
    """How often a whole migration looks whether it should die, tried on a copy."""
    looks, copy = 0, _copied(path, path.parent, "whole")

    def look() -> int:
        nonlocal looks
        looks += 1
        return 0

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            opening,
            "_connected",
            _each(
                copy,
                opening._connected,
                lambda each: each.set_progress_handler(look, BETWEEN_LOOKS),
            ),
        )
        opened(copy).close()
    return looks


def _die(connection: sqlite3.Connection, at: int) -> None:
    """Kill this process at the look of that number."""
    left = at

    def look() -> int:
        nonlocal left
        left -= 1
        if left == -1:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    if at >= 0:
        connection.set_progress_handler(look, BETWEEN_LOOKS)


def _each(path: Path, connect: Connect, do: Callable[[sqlite3.Connection], None]) -> Connect:
    """`connect`, and `do` with each connection that may write the document at `path`."""

    def connected(file: Path, how: str) -> sqlite3.Connection:
        connection = connect(file, how)
        if (file, how) == (path.resolve(), "mode=rw"):
            connection.execute(f"PRAGMA cache_size = {LITTLE}")
            do(connection)
        return connection

    return connected


def _copied(path: Path, folder: Path, name: object) -> Path:
    """A copy of what lies on the disk now, with the journal beside it."""
    copy = folder / "left" / f"{name}.scorecard"
    copy.parent.mkdir(exist_ok=True)
    shutil.copyfile(path, copy)
    if journal_of(path).exists():
        shutil.copyfile(journal_of(path), journal_of(copy))
    return copy


def _form(path: Path) -> int:
    """Which form a document has, by its place on the ladder, once a half-done transaction is taken
    back."""
    with closing(sqlite3.connect(_copied(path, path.parent, "seen"))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = number_of(connection), shape(connection)
    return [(form.number, form.shape) for form in forms()].index(found)


def _goes_on(path: Path, name: str) -> None:
    """It opens, says what it said, and takes the next step."""
    workspace = opened(path)
    assert workspace.read_only is None
    assert workspace.board == imported(said(name))
    workspace.redo()
    assert workspace.board == imported(said(name, "redone"))
    workspace.close()


def _filled(disk: Path, left: int) -> Path:
    """Something that leaves so many kB of room on a small disk."""
    filler = disk / "filler"
    free = shutil.disk_usage(disk).free
    filler.write_bytes(b"x" * (free - left * 1024))
    return filler
