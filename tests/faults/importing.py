"""Imports hostile files one after the other in a process of its own, and tells how it went: run
as `python -m tests.faults.importing KIND FOLDER`, one line of JSON for each file."""

import contextlib
import hashlib
import importlib
import io
import json
import os
import resource
import signal
import sys
import time
from pathlib import Path

from scorecard.cli import main
from tests.exchange.documents import described
from tests.faults.cases.case import Case

#: Kinds of which some are large until they are packed.
LARGE = ("zips", "sheets", "open_documents")
#: Room beyond what the process has at first, so that nothing harms the machine; and the seconds
#: after which a file that hangs ends it.
ROOM, HANGS = 900 * 1024 * 1024, 30


def run(kind: str, folder: Path) -> None:
    """Import every file of a kind into one document."""
    cases: dict[str, Case] = importlib.import_module(f"tests.faults.cases.{kind}").CASES
    document = _document(folder)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    resource.setrlimit(resource.RLIMIT_AS, (used + 2 * ROOM, used + 2 * ROOM))
    for name, each in cases.items():
        signal.alarm(HANGS)
        print(json.dumps({"name": name, **_imported(kind, document, folder, each)}), flush=True)


def _document(folder: Path) -> Path:
    path, source = folder / "d.scorecard", folder / "d.json"
    source.write_text(json.dumps(described()), "utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        main(["new", str(path)])
        main(["import", str(path), str(source)])
        main(["import", str(path), str(source)])  # what is loaded late is loaded now
    return path


def _imported(kind: str, document: Path, folder: Path, each: Case) -> dict[str, object]:
    path = folder / each.file
    _put(kind, each, path)
    before, peak = _digest(document), _peak()
    options = ["--json"] if isinstance(each.said, str) else ["--json", "--dry-run"]
    out, err, begun = io.StringIO(), io.StringIO(), time.process_time()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["import", str(document), str(path), *options, "--lang", "en"])
    seconds = time.process_time() - begun
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
    return {
        "code": code,
        "out": out.getvalue(),
        "err": err.getvalue(),
        "seconds": seconds,
        "grown": (_peak() - peak) / 1024,
        "is_same": _digest(document) == before,
        "beside": sorted(p.name for p in folder.iterdir()),
    }


def _put(kind: str, each: Case, path: Path) -> None:
    """Make the file; a large one in a process of its own, so that making it is not counted."""
    if kind not in LARGE:
        each.put(path)
        return
    child = os.fork()
    if child == 0:
        each.put(path)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status == 0


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    run(sys.argv[1], Path(sys.argv[2]))
