"""The documents of older versions, copied to where a test may open them."""

import json
import shutil
from pathlib import Path

from scorecard.workspace import Workspace
from tests.old_files.make import HERE, Json
from tests.store.documents import CLOCK, accepted

#: From the oldest on, as in `ladder.LADDER`.
NAMES = tuple(f"100-{number}" for number in range(1, 8))


def old(folder: Path, name: str) -> Path:
    """A copy of an old document that nobody has open."""
    path = folder / "old.scorecard"
    shutil.copyfile(HERE / f"{name}.scorecard", path)
    return path


def said(name: str, state: str = "now") -> Json:
    """What its own program said of it, as it was, `redone` or `undone`."""
    states: dict[str, Json] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return states[state]


def opened(path: Path, *, read_only: bool = False, backups: Path | None = None) -> Workspace:
    """The document; its backups are in a folder beside it, unless another is said."""
    return Workspace.open(
        path,
        author="bob",
        clock=CLOCK,
        read_only=read_only,
        check=accepted,
        backups=backups or path.parent / "backups",
    )
