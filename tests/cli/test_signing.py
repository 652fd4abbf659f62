"""What a verb writes is signed as in the window of the same computer."""

import getpass
import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from scorecard.cli.signing import author
from tests.cli.running import Run, run

__all__ = ["run"]

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere this would write into the settings of the user"
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the settings on a computer of its own, not yet there."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    place = QStandardPaths.StandardLocation.GenericDataLocation
    folder = Path(QStandardPaths.writableLocation(place)) / "scorecard"
    folder.mkdir()
    return folder / "settings.json"


def test_the_name_set_in_the_window_signs_a_step(settings: Path, tmp_path: Path, run: Run) -> None:
    settings.write_text(json.dumps({"author": "王小明"}), "utf-8")

    run("new", tmp_path / "a.scorecard", "--sample")
    run("set", tmp_path / "a.scorecard", "--measure", "revenue", "--period", "2026-10", "1")

    assert "王小明" in run("history", tmp_path / "a.scorecard").out


@pytest.mark.parametrize("kept", [None, "", "{", "[]", '{"author": ""}', '{"author": 3}'])
def test_the_account_signs_where_no_name_is_set(settings: Path, kept: str | None) -> None:
    if kept is not None:
        settings.write_text(kept, "utf-8")

    assert author() == getpass.getuser()
