"""A file is imported in the window: what it would do is shown first, then all of it or nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from scorecard.text import say
from scorecard.vocabulary import Status
from tests.ui.windows import room, status, window
from ui.dialogs.import_plan import ImportPlan
from ui.importing import show_import
from ui.main_window import MainWindow

__all__ = ["window"]

KINDS = "可匯入的檔案 (*.json *.csv *.xlsx *.xlsm *.xls *.ods *.tsv *.txt)"
HEAD = "measure,org,period,value\n"


def planned(window: MainWindow, path: Path, text: str) -> ImportPlan:
    """What the window shows of a file with `text`."""
    path.write_text(HEAD + text, "utf-8")
    dialog = show_import(room(window).bridge, window.look, window, path)
    dialog.open()
    return dialog


def test_nothing_is_imported_before_somebody_agrees(window: MainWindow, tmp_path: Path) -> None:
    dialog = planned(window, tmp_path / "a.csv", "orders_on_time,co,2026-10,168\n")

    assert dialog.counts.text() == "新增 0　更新 1　相同 0　拒絕 0"
    assert not dialog.listed.isVisible()
    assert status(window, "n-ontime") is Status.RED

    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    assert not dialog.isVisible()
    assert status(window, "n-ontime") is Status.GREEN
    window.actions_of["undo"].trigger()
    assert status(window, "n-ontime") is Status.RED


def test_one_refused_cell_refuses_the_file_and_is_named_with_its_address(
    window: MainWindow, tmp_path: Path
) -> None:
    dialog = planned(
        window, tmp_path / "a.csv", "orders_on_time,co,2026-10,168\norders_on_time,co,2026-10x,5\n"
    )

    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    assert "拒絕 1" in dialog.counts.text()
    assert "a.csv" in dialog.listed.toPlainText()
    assert "2026-10x" in dialog.listed.toPlainText()
    assert dialog.isVisible()
    assert status(window, "n-ontime") is Status.RED


def test_an_unlikely_value_is_shown_before_it_is_taken(window: MainWindow, tmp_path: Path) -> None:
    dialog = planned(window, tmp_path / "a.csv", "orders_on_time,co,2026-10,99999\n")

    assert "99999" in dialog.listed.toPlainText().replace(",", "")
    assert dialog.done_button.isEnabled()


def test_a_file_that_says_nothing_new_has_nothing_to_import(
    window: MainWindow, tmp_path: Path
) -> None:
    there = room(window).bridge.board.entry("orders_on_time", "co", "2026-10")
    assert there is not None
    dialog = planned(window, tmp_path / "a.csv", f"orders_on_time,co,2026-10,{there.value:g}\n")

    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    assert "相同 1" in dialog.counts.text()
    assert dialog.isVisible()


def test_a_file_that_cannot_be_read_says_what_can(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK")

    dialog = show_import(room(window).bridge, window.look, window, path)

    assert ".csv" in dialog.listed.toPlainText()


def test_the_file_menu_asks_for_a_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEAD + "orders_on_time,co,2026-10,168\n", "utf-8")
    asked: list[str] = []

    def ask(_parent: object, *said: str) -> tuple[str, str]:
        asked.extend(said)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)

    window.actions_of["import"].trigger()

    assert asked == ["匯入", str(tmp_path), KINDS]
    assert [d.isVisible() for d in window.findChildren(ImportPlan)] == [True]


def test_a_file_that_is_no_document_is_led_to_the_import(
    window: MainWindow, tmp_path: Path
) -> None:

    assert "「匯入…」" in say("trouble.not_a_document", "zh_TW", name="a.csv")
    assert window.actions_of["import"].text() == "匯入…"
