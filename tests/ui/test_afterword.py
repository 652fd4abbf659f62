"""What the window says after each step, and that it never offers a way back that is gone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.windows import ON_TIME, press, room, sample_in, show, window, window_in
from ui.main_window import MainWindow
from ui.status_line import StatusLine
from ui.widgets.button import Button
from ui.widgets.toast import Toast

__all__ = ["window"]


def _toast(window: MainWindow) -> Toast:
    return window.findChildren(Toast)[0]


def _foot(window: MainWindow) -> list[str]:
    labels = window.findChildren(StatusLine)[0].findChildren(QLabel)
    return [label.text() for label in labels if label.text()]


def _star(window: MainWindow) -> None:
    room(window).page.tree.go_to("n-oee")
    press(window, Qt.Key.Key_S)


def test_after_undo_the_toast_tells_the_undo(window: MainWindow) -> None:
    _star(window)

    QTest.keyClick(room(window).page.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert _toast(window).accessibleName().startswith("已復原：")


def test_the_button_after_an_undo_does_the_same_step_again(window: MainWindow) -> None:
    room(window).bridge.run(ON_TIME)
    _star(window)
    room(window).bridge.undo()

    QTest.mouseClick(_toast(window).findChildren(Button)[0], Qt.MouseButton.LeftButton)

    assert room(window).bridge.board.nodes["n-oee"].star
    assert _toast(window).accessibleName().startswith("已重做：")


def test_the_toast_of_one_document_does_not_stay_over_the_next(
    window: MainWindow, tmp_path: Path
) -> None:
    _star(window)

    window.documents.make(tmp_path / "mine.scorecard")
    window.documents.open_path(sample_in(tmp_path))

    assert not _toast(window).isVisible()


def test_the_toast_follows_the_language(window: MainWindow) -> None:
    _star(window)

    window.actions_of["language.en"].trigger()

    assert _toast(window).accessibleName().startswith("Saved: ")


def test_a_copy_is_confirmed(window: MainWindow, tmp_path: Path) -> None:
    window.documents.copy(room(window).bridge.workspace, tmp_path / "copy.scorecard")

    assert _toast(window).isVisible()
    assert _toast(window).accessibleName() == "已另存複本「copy.scorecard」"


def test_a_copy_is_offered_beside_the_document_under_another_name(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, *said: str) -> tuple[str, str]:
        asked.extend(said)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)

    window.actions_of["save_copy"].trigger()

    title, proposed, kinds = asked
    assert (title, Path(proposed).name) == ("另存複本", "Maker 複本.scorecard")
    assert kinds == "計分卡文件 (*.scorecard)"


def test_a_pdf_is_asked_for_as_such(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(_parent: object, *said: str) -> tuple[str, str]:
        asked.extend(said)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)

    window.actions_of["snapshot_pdf"].trigger()

    assert (asked[0], asked[2]) == ("匯出快照：PDF", "PDF (*.pdf)")


def test_the_foot_says_what_undo_would_undo(window: MainWindow) -> None:
    room(window).bridge.run(ON_TIME)

    assert "可復原：輸入準時出貨訂單數 2026-10" in _foot(window)


def test_a_long_path_gives_way_to_what_undo_would_undo(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / ("deep " * 30)
    folder.mkdir()
    window = window_in(tmp_path)
    qtbot.addWidget(window)
    window.documents.open_path(sample_in(folder))
    show(window, qtbot, 1100, 700)

    room(window).bridge.run(ON_TIME)
    qtbot.wait(10)

    labels = window.findChildren(StatusLine)[0].findChildren(QLabel)
    undo = next(label for label in labels if label.text().startswith("可復原"))
    assert window.width() == 1100
    assert undo.width() >= undo.sizeHint().width()
    window.close()


def test_the_length_of_the_period_is_ticked_when_the_window_opens(window: MainWindow) -> None:
    assert window.actions_of["reach.month"].isChecked()
