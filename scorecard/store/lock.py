"""Who is editing a document: a small file beside it, the same for window and command line (R5)."""

import contextlib
import json
import os
import stat
import sys
from pathlib import Path
from typing import NamedTuple

from scorecard.trouble import Trouble

_MOST = 4096  # bytes that a lock of ours can have


class Holder(NamedTuple):
    """Who has a document open for editing; `since` is ISO 8601.

    `started` tells a process from a later one with the same number; empty where the system
    does not say.
    """

    who: str
    computer: str
    since: str
    pid: int
    started: str


def this_computer() -> str:
    """The name of this computer, as `platform.node` says it; that module is long, and every start
    and every verb asks for the name."""
    if sys.platform == "win32":
        from platform import node

        return node()
    return os.uname().nodename


def this_process(who: str, computer: str, since: str) -> Holder:
    """The holder that this process is."""
    return Holder(who, computer, since, os.getpid(), _started(os.getpid()))


def lock_of(document: Path) -> Path:
    """Where the lock of a document is."""
    return document.with_name(document.name + ".lock")


def take(document: Path, holder: Holder) -> Trouble | None:
    """Take the lock, over a stale one if need be; why not, where somebody has it.

    A lock is stale when its process is gone from this computer, or when it says nothing. One
    of another computer never is: whether that program still runs cannot be seen from here.
    """
    lock = lock_of(document)
    for _ in range(2):
        try:
            _place(lock, holder)
        except FileExistsError:
            other = _read(lock)
            if other is not None and not is_stale(other, holder.computer):
                return _held(document, other)
            _clear(lock, other)
        except OSError as error:
            return Trouble("folder_read_only", document.name, {"reason": error.strerror or ""})
        else:
            return None
    return _held(document, _read(lock) or Holder("?", "?", "?", 0, ""))


def release(document: Path, holder: Holder) -> None:
    """Give the lock back; that of somebody else stays."""
    lock = lock_of(document)
    if _read(lock) == holder:
        lock.unlink(missing_ok=True)


def held_by_other(document: Path, computer: str) -> Trouble | None:
    """Who is editing a document, seen from `computer`; None where nobody is."""
    other = _read(lock_of(document))
    stale = other is None or is_stale(other, computer)
    return None if other is None or stale else _held(document, other)


def _held(document: Path, other: Holder) -> Trouble:
    since = other.since[:16].replace("T", " ")  # to the minute, as everywhere
    facts = {"who": other.who, "computer": other.computer, "since": since}
    return Trouble("opened_elsewhere", document.name, {**facts, "lock": lock_of(document).name})


def _place(lock: Path, holder: Holder) -> None:
    """Put a lock there with its words already in it, so that nobody reads half of one."""
    beside = lock.with_name(f".{lock.name[:80]}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(number, json.dumps(holder._asdict(), ensure_ascii=False).encode())
        os.close(number)
        _name(beside, lock)
    finally:
        beside.unlink(missing_ok=True)


def _name(beside: Path, lock: Path) -> None:
    try:
        os.link(beside, lock)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as a USB stick's
        os.close(os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        beside.replace(lock)


def _read(lock: Path) -> Holder | None:
    try:
        if not stat.S_ISREG(lock.lstat().st_mode):
            return Holder("?", "?", "?", 0, "")
        with lock.open("rb") as file:
            return Holder(**json.loads(file.read(_MOST)))
    except (OSError, ValueError, TypeError):
        return None


def _clear(lock: Path, seen: Holder | None) -> None:
    """Take a stale lock away; one that somebody else has put there meanwhile goes back."""
    aside = lock.with_name(f".{lock.name[:80]}.{os.getpid()}.stale")
    with contextlib.suppress(FileNotFoundError):
        lock.rename(aside)
        if _read(aside) != seen:
            with contextlib.suppress(FileExistsError):
                os.link(aside, lock)
        aside.unlink()


def is_stale(other: Holder, computer: str) -> bool:
    """Whether the process is gone, seen from `computer`; one of another computer never is."""
    if other.computer != computer:
        return False
    return not _is_alive(other.pid) or _started(other.pid) != other.started


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _started(pid: int) -> str:
    """When a process began, in the system's own ticks; empty where that is not told."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:
        return ""
    return told.rpartition(")")[2].split()[19]
