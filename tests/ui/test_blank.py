"""A blank workbook is written from the File menu, of the period and the unit that are looked at."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.windows import room, window
from ui.dialogs.frame import Frame
from ui.main_window import MainWindow

__all__ = ["window"]


@pytest.fixture
def saved_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What the system's dialog proposes; it answers with a file in the folder of the test."""
    proposed: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(tmp_path / "out"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


def test_the_file_menu_writes_the_month_that_is_looked_at(
    window: MainWindow, saved_as: list[str], tmp_path: Path
) -> None:
    room(window).selection.step(1)

    window.actions_of["blank"].trigger()

    assert saved_as == ["Maker 2026-11 填報.xlsx"]
    seen, *_ = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets
    assert {seen.cell(row, 5).value for row in range(3, seen.max_row + 1)} == {"2026-11"}


def test_a_folder_that_cannot_be_written_is_told_in_words(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = str(tmp_path / "no folder" / "out.xlsx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (place, ""))

    window.actions_of["blank"].trigger()

    dialog = window.findChild(Frame)
    assert isinstance(dialog, Frame)
    assert dialog.isVisible()
