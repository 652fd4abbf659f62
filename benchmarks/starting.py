"""From the start of a process to the painted tree, and the memory it takes."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.data import Size
from benchmarks.document import written
from benchmarks.pairs import Figure, Take

ROOT = Path(__file__).resolve().parent.parent
#: Long enough for what is loaded beside the window.
SETTLED = 3.0


@contextmanager
def start(name: str, goal: float, size: Size | None, folder: Path) -> Iterator[Figure]:
    """Cold start with a document of `size`, or with the sample, against an empty window."""
    file = written(size, folder) if size else None
    yield Figure(
        f"start {name}", goal, "empty window", "s", _painted("app", file), _painted("empty")
    )


@contextmanager
def memory(name: str, goal: float, size: Size | None, folder: Path) -> Iterator[Figure]:
    """The greatest memory until a while after the start, against an empty window."""
    file = written(size, folder) if size else None
    yield Figure(
        f"memory {name}", goal, "empty window", "MB", _memory("app", file), _memory("empty")
    )


def _painted(kind: str, file: Path | None = None) -> Take:
    def take() -> float:
        begun = time.monotonic()
        return _launched(kind, file, 0)["painted"] - begun

    return take


def _memory(kind: str, file: Path | None = None) -> Take:
    return lambda: _launched(kind, file, SETTLED)["memory"]


def _launched(kind: str, file: Path | None, seconds: float) -> dict[str, float]:
    """What the launcher tells; offscreen where there is no screen."""
    surroundings = dict(os.environ)
    if not (surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY")):
        surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "benchmarks.launch",
                kind,
                folder,
                str(file or ""),
                str(seconds),
            ],
            cwd=ROOT,
            env=surroundings,
            stdout=subprocess.PIPE,
            check=True,
        )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told
