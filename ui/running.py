"""The marks that running windows leave, each with its process and document (R17)."""

import contextlib
import json
from pathlib import Path

from scorecard.store.lock import Holder, is_stale, this_computer, this_process
from ui.surroundings import Surroundings

#: How the marks of all processes are named in the program's own folder.
MARKS = "running-*.txt"


def mark_running(around: Surroundings, document: Path) -> None:
    """Say that this process has `document` open, until a proper end takes the mark away."""
    since = around.clock.now().isoformat(timespec="seconds")
    holder = this_process(around.author, this_computer(), since)
    words = {"document": str(document), "holder": holder._asdict()}
    with contextlib.suppress(OSError):
        around.own.mkdir(parents=True, exist_ok=True)
        around.running.touch(0o600)
        around.running.write_text(json.dumps(words, ensure_ascii=False), "utf-8")


def left_by_crash(around: Surroundings) -> Path | None:
    """The document of a process that is gone without a proper end, told once; None without one.
    The mark of a window that is still open, or of another computer, is left alone."""
    found = None
    for mark in sorted(around.own.glob(MARKS)):
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            words = json.loads(mark.read_text("utf-8"))
            if is_stale(Holder(**words["holder"]), this_computer()):
                found = Path(words["document"])
                mark.unlink()
    return found
