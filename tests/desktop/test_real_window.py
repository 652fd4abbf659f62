"""The program as a person meets it: started, looked at, worked with keys, closed."""

from pathlib import Path

from scorecard.clock import SystemClock
from scorecard.workspace import Workspace
from tests.desktop.conftest import Desktop


def _sample(home: Path) -> Path:
    return next(home.rglob("*.scorecard"))


def test_the_first_start_shows_the_sample(desktop: Desktop) -> None:
    window = desktop.start()

    title = desktop.until(lambda: desktop.tool("getwindowname", window))

    assert title.startswith(("範例製造公司.scorecard", "Sample manufacturer.scorecard"))
    assert _sample(desktop.home).stat().st_mode & 0o077 == 0


def test_a_key_in_the_tree_is_written_and_the_program_ends_cleanly(desktop: Desktop) -> None:
    window = desktop.start()
    desktop.tool("windowfocus", "--sync", window)

    desktop.tool("key", "s")
    desktop.tool("key", "ctrl+q")
    code = desktop.end()

    workspace = Workspace.open(
        _sample(desktop.home), author="test", clock=SystemClock(), read_only=True
    )
    newest = workspace.history(limit=1)[0]
    workspace.close()
    assert (code, newest.name.key) in {(0, "command.star_node"), (0, "command.unstar_node")}


def test_a_key_at_the_picture_of_a_later_start_is_written(desktop: Desktop) -> None:
    desktop.tool("windowfocus", "--sync", desktop.start())
    desktop.tool("key", "ctrl+q")
    desktop.end()

    desktop.tool("windowfocus", "--sync", desktop.start())
    desktop.tool("key", "s")
    desktop.tool("key", "ctrl+q")
    code = desktop.end()

    workspace = Workspace.open(
        _sample(desktop.home), author="test", clock=SystemClock(), read_only=True
    )
    newest = workspace.history(limit=1)[0]
    workspace.close()
    assert (code, newest.name.key) in {(0, "command.star_node"), (0, "command.unstar_node")}
